"""How profit adds up over customers: a Lorenz curve from its rich end, or a whale curve."""

from dataclasses import dataclass
from typing import Final

from results.canvas import Align, Box, Canvas, Point
from results.facts_calculation import Curve
from results.fitting import fit_prose
from results.lettering import measure
from results.theme import BLUE, INK, LINE, PAPER, QUIET, SMALLEST, SURFACE, Weight

LEAST_HEIGHT: Final = 380
_HEAD: Final = 44
_FLOOR: Final = 76
_GAP: Final = 12
_KEY: Final = 40
_LABEL_WIDTH: Final = 330
_DOT: Final = 12
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Plot:
    """The field of a chart and what its height stands for."""

    field: Box
    highest: float

    def at(self, point: Point) -> Point:
        """Where a point of shares lies, in pixels."""
        x, y = point
        return (
            self.field.left + self.field.width * x,
            self.field.bottom - self.field.height * y / self.highest,
        )


def draw(canvas: Canvas, curve: Curve, place: Box) -> None:
    """Draw a curve with its axes, and the point that is read off.

    Args:
        canvas: Where to.
        curve: What.
        place: Of the whole chart, at least `LEAST_HEIGHT` high.
    """
    beside = max(measure(label, Weight.MEDIUM, SMALLEST) for _, label in curve.profit) + _GAP
    field = Box(place.left + beside, place.top + _HEAD, place.right, place.bottom - _FLOOR)
    plot = _Plot(field, curve.profit[-1][0])
    canvas.tile(field, SURFACE)
    _draw_axes(canvas, curve, plot, place)
    _draw_key(canvas, curve, place)
    line = [plot.at(point) for point in curve.points]
    canvas.area([*line, (field.right, field.bottom)], BLUE, 0.12)
    canvas.line([plot.at((0, 0)), plot.at((1, 1))], QUIET, 3, dashes=(10, 7))
    canvas.line(line, BLUE, 5)
    if curve.peak is not None:
        _draw_peak(canvas, curve, plot, curve.peak)
    _draw_mark(canvas, curve, plot)


def _draw_axes(canvas: Canvas, curve: Curve, plot: _Plot, place: Box) -> None:
    field = plot.field
    for share, label in curve.profit:
        _, y = plot.at((0, share))
        is_whole = share == 1
        canvas.line([(field.left, y), (field.right, y)], QUIET if is_whole else LINE, 2)
        _write(canvas, field.left - _GAP, y + SMALLEST * 0.36, label, "right")
    for share, label in curve.customers:
        x, _ = plot.at((share, 0))
        canvas.line([(x, field.bottom), (x, field.bottom + 8)], LINE, 2)
        align: Align = "right" if share == 1 else "center" if share else "left"
        _write(canvas, x, field.bottom + 34, label, align)
    _write(canvas, place.left, place.top + 26, curve.up, "left", bold=True)
    across = fit_prose(curve.across, Weight.SEMIBOLD, SMALLEST, field.width, 1)
    canvas.lines(field.right, place.bottom - across.height, across, INK, "right")


def _draw_key(canvas: Canvas, curve: Curve, place: Box) -> None:
    """What the straight line means, above the chart."""
    room = place.width - measure(curve.up, Weight.SEMIBOLD, SMALLEST) - _KEY - 3 * _GAP
    words = fit_prose(curve.equality, Weight.MEDIUM, SMALLEST, room, 1)
    left = place.right - words.width
    canvas.lines(left, place.top + 4, words, QUIET)
    y = place.top + 18
    canvas.line([(left - _GAP - _KEY, y), (left - _GAP, y)], QUIET, 3, dashes=(10, 7))


def _draw_peak(canvas: Canvas, curve: Curve, plot: _Plot, peak: Point) -> None:
    x, y = plot.at(peak)
    canvas.ring((x, y), 9, BLUE, 4)
    width = measure(curve.peak_label, Weight.BOLD, 24)
    x = min(max(x, plot.field.left + width / 2 + _GAP), plot.field.right - width / 2 - _GAP)
    canvas.text(
        x, y - 20, curve.peak_label, weight=Weight.BOLD, size=24, colour=INK, align="center"
    )


def _draw_mark(canvas: Canvas, curve: Curve, plot: _Plot) -> None:
    """The point, its lines to both axes, and its words on the roomier side, near the floor."""
    x, y = plot.at(curve.mark)
    field = plot.field
    canvas.line([(field.left, y), (x, y)], INK, 2.5, dashes=(4, 5))
    canvas.line([(x, y), (x, field.bottom)], INK, 2.5, dashes=(4, 5))
    canvas.disc((x, y), _DOT, PAPER)
    canvas.disc((x, y), _DOT - 3, BLUE)
    words = fit_prose(curve.mark_label, Weight.BOLD, 26, _LABEL_WIDTH, 2)
    is_left = curve.mark[0] > _HALF
    left = x - _GAP - 8 - words.width if is_left else x + _GAP + 8
    bottom = field.bottom - _GAP
    ground = Box(left - 6, bottom - words.height, left + words.width + 6, bottom)
    canvas.tile(ground, SURFACE, 8)
    canvas.lines(left, ground.top, words, INK)


def _write(
    canvas: Canvas, x: float, baseline: float, text: str, align: Align, *, bold: bool = False
) -> None:
    canvas.text(
        x,
        baseline,
        text,
        weight=Weight.SEMIBOLD if bold else Weight.MEDIUM,
        size=SMALLEST,
        colour=INK if bold else QUIET,
        align=align,
    )
