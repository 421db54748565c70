"""A tile of means from 0 to 100: rows in one or two columns, and a radar where it is wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from results import lollipops, radar
from results.canvas import Box, Canvas
from results.facts import Axis
from results.fitting import Fitted, fit_name
from results.theme import INK, MARGIN, SMALLEST, SURFACE, WIDTH, Weight

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_PAD = 24
_PAD_NARROW = 16
_BETWEEN = 32
_RADAR = 360
_MOST_PITCH = 88
_SIZE = 25
_LARGER = (30, 28, 26)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a tile is about.

    Attributes:
        heading: "Mean of the blocks".
        axes: The rows, top to bottom.
        missing: What is written where a row has no mean.
        takes_radar: Whether a radar is drawn above where there is room for it.
        is_wordy: Whether the names are too long for two columns.
    """

    heading: str
    axes: Sequence[Axis]
    missing: str
    takes_radar: bool = False
    is_wordy: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A tile, fitted to the picture's width."""

    listed: Listed
    heading: Fitted
    charts: Sequence[lollipops.Chart]
    pad: int
    has_radar: bool = False

    @property
    def rows(self) -> int:
        """How many stand below each other."""
        return max(len(chart.axes) for chart in self.charts)

    @property
    def rows_height(self) -> float:
        """Of the rows where they stand as close as they can, in pixels."""
        return self.rows * max(chart.least_pitch for chart in self.charts)

    @property
    def is_even(self) -> bool:
        """Whether all names are of one size, each on one line."""
        sizes = {(name.size, len(name.lines)) for chart in self.charts for name in chart.names}
        return sizes == {(chart.size, 1) for chart in self.charts}

    @property
    def least_height(self) -> float:
        """Of the tile, in pixels."""
        radar_height = _RADAR if self.has_radar else 0
        return self._around + radar_height + self.rows_height

    @property
    def most_height(self) -> float:
        """Of the tile: rows further apart would not read as a list, but for those of a radar."""
        if self.listed.takes_radar:
            return float("inf")
        return self._around + max(self.rows * _MOST_PITCH, self.rows_height)

    @property
    def _around(self) -> float:
        return 2 * self.pad + self.heading.height + 8

    def with_radar(self, room: float) -> "Panel":
        """With its radar, if it takes one and there is room for it, in pixels."""
        fits = self.least_height + _RADAR <= room
        return replace(self, has_radar=True) if self.listed.takes_radar and fits else self


Fit = Callable[[Listed], Panel]


def _in_one(listed: Listed, size: int = _SIZE) -> Panel:
    chart = lollipops.fit(listed.axes, listed.missing, _ACROSS - 2 * _PAD, size)
    return _panel(listed, [chart], _PAD)


def _large(listed: Listed) -> Panel:
    """As large as names stay on one line; rows below a radar keep to the size of its labels."""
    sizes = () if listed.takes_radar else _LARGER
    panels = (_in_one(listed, size) for size in sizes)
    return next((panel for panel in panels if panel.is_even), None) or _in_one(listed)


def _in_two(listed: Listed) -> Panel:
    if listed.is_wordy:
        return _in_one(listed)
    half = (len(listed.axes) + 1) // 2
    width = (_ACROSS - 2 * _PAD - _BETWEEN) / 2
    charts = [
        lollipops.fit(part, listed.missing, width, SMALLEST, narrow=True)
        for part in (listed.axes[:half], listed.axes[half:])
    ]
    return _panel(listed, charts, _PAD_NARROW)


WAYS: Final[Sequence[Fit]] = (_large, _in_one, _in_two)
"""From the roomiest to the most compact."""


def _panel(listed: Listed, charts: Sequence[lollipops.Chart], pad: int) -> Panel:
    heading = fit_name(listed.heading, Weight.BOLD, 28, _ACROSS - 2 * _PAD, 1)
    return Panel(listed, heading, charts, pad)


def draw(canvas: Canvas, panel: Panel, top: float, bottom: float) -> None:
    """Draw a fitted tile over the width of the picture.

    Args:
        canvas: Where to.
        panel: The tile, `Panel.least_height` high at least.
        top: Its upper edge in pixels.
        bottom: Its lower edge in pixels.
    """
    canvas.tile(Box(MARGIN, top, _RIGHT, bottom), SURFACE, _PAD)
    left: float = MARGIN + _PAD
    below = canvas.lines(left, top + panel.pad, panel.heading, INK) + 8
    floor = bottom - panel.pad
    if panel.has_radar:
        upper = floor - panel.rows_height
        shown = radar.labels(panel.listed.axes, panel.listed.missing)
        frame = radar.fit_frame(shown, below, upper - _PAD)
        radar.draw_frame(canvas, frame)
        radar.draw(canvas, frame, panel.listed.axes, shown, reference=False)
        below = upper
    pitch = (floor - below) / panel.rows
    for chart in panel.charts:
        lollipops.draw(canvas, chart, left, below, pitch)
        left += chart.width + _BETWEEN
