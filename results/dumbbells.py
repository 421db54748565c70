"""Two scores a row as dumbbells: a ring for the first, a dot for the second, both written.

The bar between them grows from the ring to the dot, so a row's direction shows without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from results.canvas import Align, Box, Canvas, Point
from results.facts_owner import Pair
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import BLUE, INK, LINE, QUIET, SMALLEST, SURFACE, TRACK, Weight, whole

RING = 10.0
DOT = 13.0
_NAMES = 0.32
_NAME_GAP = 16
_SIDE = 64
_SCALE = (0, 25, 50, 75, 100)
_SCALE_HEIGHT = 34
_VALUE_GAP = 10
_BEFORE_SIZE = 24
_AFTER_SIZE = 28
_ASCENT = 0.36
_LEAST_PITCH = 38
_MIDDLE = 50


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of name and dumbbell, fitted to one width.

    Attributes:
        pairs: The blocks, top to bottom.
        names: Their names.
        missing: What is written where a series has no score.
        left: Left edge in pixels.
        zero: Where 0 is, in pixels.
        hundred: Where 100 is, in pixels.
    """

    pairs: Sequence[Pair]
    names: Sequence[Fitted]
    missing: Fitted
    left: float
    zero: float
    hundred: float

    @property
    def row_heights(self) -> list[float]:
        """Of each row where they stand as close as they can, in pixels."""
        return [max(_LEAST_PITCH, name.height + 4) for name in self.names]

    @property
    def least_height(self) -> float:
        """In pixels, with the scale below."""
        return sum(self.row_heights) + _SCALE_HEIGHT

    def place(self, score: float) -> float:
        """Where a score of 0 to 100 is, in pixels from the left."""
        return self.zero + (self.hundred - self.zero) * score / 100


def fit(pairs: Sequence[Pair], missing: str, left: float, right: float) -> Chart:
    """Fit rows between two edges.

    Args:
        pairs: The blocks, top to bottom.
        missing: What is written where a series has no score.
        left: Left edge in pixels.
        right: Right edge in pixels.
    """
    width = (right - left) * _NAMES
    return Chart(
        pairs,
        [fit_name(pair.name, Weight.MEDIUM, 26, width) for pair in pairs],
        fit_prose(missing, Weight.MEDIUM, SMALLEST, (right - left) * 0.35, 1),
        left,
        left + width + _NAME_GAP + _SIDE,
        right - _SIDE,
    )


def draw(canvas: Canvas, chart: Chart, top: float, bottom: float) -> None:
    """Draw fitted rows and their scale between two heights in pixels."""
    floor = bottom - _SCALE_HEIGHT
    spare = (bottom - top - chart.least_height) / len(chart.pairs)
    for mark in _SCALE:
        x = chart.place(mark)
        canvas.line([(x, top), (x, floor)], LINE, 1.5)
        canvas.text(
            x,
            bottom - 4,
            str(mark),
            weight=Weight.MEDIUM,
            size=SMALLEST,
            colour=QUIET,
            align="center",
        )
    for pair, name, height in zip(chart.pairs, chart.names, chart.row_heights, strict=True):
        y = top + (height + spare) / 2
        known = pair.before is not None or pair.after is not None
        canvas.lines(chart.left, y - name.height / 2, name, INK if known else QUIET)
        canvas.line([(chart.zero, y), (chart.hundred, y)], TRACK, 3)
        _draw_row(canvas, chart, pair, y)
        top += height + spare


def draw_ring(canvas: Canvas, centre: Point) -> None:
    """The first series' mark, also for its legend."""
    canvas.disc(centre, RING, SURFACE)
    canvas.ring(centre, RING - 2, QUIET, 4)


def draw_dot(canvas: Canvas, centre: Point) -> None:
    """The second series' mark, also for its legend."""
    canvas.disc(centre, DOT, BLUE)


def _draw_row(canvas: Canvas, chart: Chart, pair: Pair, y: float) -> None:
    before, after = pair.before, pair.after
    if before is not None and after is not None:
        _draw_both(canvas, chart, (before, after), y)
    elif before is not None:
        draw_ring(canvas, (chart.place(before), y))
        value, align = _write_missing(canvas, chart, before, RING, y)
        _write_before(canvas, value, y, before, align)
    elif after is not None:
        draw_dot(canvas, (chart.place(after), y))
        value, align = _write_missing(canvas, chart, after, DOT, y)
        _write_after(canvas, value, y, after, align)
    else:
        middle = (chart.zero + chart.hundred - chart.missing.width) / 2
        _write_reason(canvas, chart, middle, y)


def _draw_both(canvas: Canvas, chart: Chart, scores: tuple[float, float], y: float) -> None:
    before, after = scores
    start, end = chart.place(before), chart.place(after)
    canvas.area([(start, y - 1.5), (end, y - DOT), (end, y + DOT), (start, y + 1.5)], BLUE, 0.3)
    # The ring is smaller: where both are equal, it is seen inside the dot.
    draw_dot(canvas, (end, y))
    draw_ring(canvas, (start, y))
    if before <= after:
        _write_before(canvas, start - DOT - _VALUE_GAP, y, before, "right")
        _write_after(canvas, end + DOT + _VALUE_GAP, y, after, "left")
    else:
        _write_after(canvas, end - DOT - _VALUE_GAP, y, after, "right")
        _write_before(canvas, start + DOT + _VALUE_GAP, y, before, "left")


def _write_missing(
    canvas: Canvas, chart: Chart, score: float, mark: float, y: float
) -> tuple[float, Align]:
    """The reason on the mark's roomier side; the value's place on its other side is returned."""
    x = chart.place(score)
    beside = mark + _VALUE_GAP
    if score < _MIDDLE:
        _write_reason(canvas, chart, x + beside + _VALUE_GAP, y)
        return x - beside, "right"
    _write_reason(canvas, chart, x - beside - _VALUE_GAP - chart.missing.width, y)
    return x + beside, "left"


def _write_reason(canvas: Canvas, chart: Chart, left: float, y: float) -> None:
    """On a piece of plain ground: the track behind would strike the words through."""
    top = y - chart.missing.height / 2
    right = left + chart.missing.width
    canvas.tile(Box(left - 8, top, right + 8, top + chart.missing.height), SURFACE)
    canvas.lines(left, top, chart.missing, QUIET)


def _write_before(canvas: Canvas, x: float, y: float, score: float, align: Align) -> None:
    canvas.text(
        x,
        y + _BEFORE_SIZE * _ASCENT,
        whole(score),
        weight=Weight.MEDIUM,
        size=_BEFORE_SIZE,
        colour=QUIET,
        align=align,
    )


def _write_after(canvas: Canvas, x: float, y: float, score: float, align: Align) -> None:
    canvas.text(
        x,
        y + _AFTER_SIZE * _ASCENT,
        whole(score),
        weight=Weight.EXTRABOLD,
        size=_AFTER_SIZE,
        colour=BLUE,
        align=align,
    )
