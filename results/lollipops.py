"""Scores from 0 to 100 as lollipops: a track, a bar and a dot at the score."""

from collections.abc import Sequence
from dataclasses import dataclass

from results.canvas import Box, Canvas
from results.facts import Axis
from results.fitting import Fitted, fit_name, fit_prose
from results.lettering import measure
from results.theme import BLUE, INK, LINE, QUIET, SMALLEST, TRACK, Weight, whole

_QUARTERS = (25, 50, 75)
_GAP = 24
_NAME_SHARE = 0.46
_NAME_SHARE_NARROW = 0.62
_ASCENT = 0.36


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of name, track and value, fitted to one width.

    Attributes:
        axes: The blocks, top to bottom.
        names: Their names, all of one size or smaller.
        missing: What stands on the track of a block without a score.
        size: Wished size of the letters in pixels.
        width: Of the chart in pixels.
    """

    axes: Sequence[Axis]
    names: Sequence[Fitted]
    missing: Fitted
    size: int
    width: float

    @property
    def name_width(self) -> float:
        """Of the column of names in pixels."""
        return max((name.width for name in self.names), default=0)

    @property
    def least_pitch(self) -> float:
        """From row to row where they stand as close as they can, in pixels."""
        return max([1.42 * self.size, *(name.height + 6 for name in self.names)])


def fit(
    axes: Sequence[Axis], missing: str, width: float, size: int = 25, *, narrow: bool = False
) -> Chart:
    """Fit rows to a width.

    Args:
        axes: The blocks, top to bottom.
        missing: What is written where a block has no score and there is room.
        width: Of the chart in pixels.
        size: Wished size of the letters in pixels.
        narrow: Whether names keep to one line each and take more of the width.
    """
    share = _NAME_SHARE_NARROW if narrow else _NAME_SHARE
    room = width * share
    names = [
        fit_prose(axis.name, Weight.MEDIUM, size, room, 1)
        if narrow
        else fit_name(axis.name, Weight.MEDIUM, size, room)
        for axis in axes
    ]
    # Beside names so wide, only a dash has room.
    reason = fit_prose("—" if narrow else missing, Weight.MEDIUM, SMALLEST, width - room - _GAP, 1)
    return Chart(axes, names, reason, size, width)


def draw(canvas: Canvas, chart: Chart, left: float, top: float, pitch: float) -> None:
    """Draw fitted rows.

    Args:
        canvas: Where to.
        chart: The rows.
        left: Their left edge in pixels.
        top: Upper edge of the first row in pixels.
        pitch: From row to row in pixels, at least `Chart.least_pitch`.
    """
    value_width = measure("100", Weight.EXTRABOLD, chart.size + 4)
    right = left + chart.width
    for number, (axis, name) in enumerate(zip(chart.axes, chart.names, strict=True)):
        middle = top + pitch * (number + 0.5)
        start = left + chart.name_width + _GAP
        score = axis.score
        canvas.lines(left, middle - name.height / 2, name, QUIET if score is None else INK)
        if score is None:
            canvas.lines(start, middle - chart.missing.height / 2, chart.missing, QUIET)
            continue
        track(canvas, start, right - value_width - 16, middle, score, chart.size * 0.4)
        canvas.text(
            right,
            middle + (chart.size + 4) * _ASCENT,
            axis.figure or whole(score),
            weight=Weight.EXTRABOLD,
            size=chart.size + 4,
            colour=BLUE,
            align="right",
        )


def track(
    canvas: Canvas, left: float, right: float, y: float, score: float | None, dot: float = 11
) -> None:
    """One lollipop on its track with marks at the quarters.

    Args:
        canvas: Where to.
        left: Where 0 is, in pixels.
        right: Where 100 is, in pixels.
        y: Its height in pixels.
        score: 0 to 100, or None for the track alone.
        dot: Radius of the dot in pixels; it never leaves the track.
    """
    for mark in _QUARTERS:
        x = left + (right - left) * mark / 100
        canvas.line([(x, y - dot - 1), (x, y + dot + 1)], LINE, 2)
    canvas.tile(Box(left, y - 4, right, y + 4), TRACK, 4)
    if score is None:
        return
    x = left + (right - left) * score / 100
    if score > 0:
        canvas.tile(Box(left, y - 4, max(x, left + 8), y + 4), BLUE, 4)
    canvas.disc((min(max(x, left + dot), right - dot), y), dot, BLUE)
