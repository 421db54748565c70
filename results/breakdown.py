"""A tile of answers that fall apart: yes, not sure and no, by section and by statement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from results import parts
from results.canvas import Box, Canvas
from results.facts_owner import Breakdown, Portion
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import INK, MARGIN, QUIET, SMALLEST, SURFACE, WIDTH, Weight

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_PAD = 24
_INNER = _ACROSS - 2 * _PAD
_NAME_WIDTH = 0.48 * _INNER
_BESIDE = 20
_SIZES = (28, 26, 24, SMALLEST)
_HEADING = 26
_BETWEEN = 14
_LEADING = 1.4
_MOST_PITCH = 72
_BAR_SHARE = 0.78
_MOST_BAR = 42
_MORE = 24
_ABOVE_MORE = 8


@dataclass(frozen=True, slots=True)
class _List:
    """Rows under their heading, fitted."""

    heading: Fitted
    portions: Sequence[Portion]
    names: Sequence[Fitted]


@dataclass(frozen=True, slots=True)
class Panel:
    """The tile, fitted to the picture's width.

    Attributes:
        breakdown: What it is about.
        lists: Its lists, as far as there is room.
        pitch: From row to row where they stand as close as they can, in pixels.
    """

    breakdown: Breakdown
    lists: Sequence[_List]
    pitch: float

    @property
    def is_whole(self) -> bool:
        """Whether all rows are there."""
        return self.rows == sum(len(portions) for _, portions in self.breakdown.lists)

    @property
    def is_even(self) -> bool:
        """Whether each name is on one line."""
        return all(len(name.lines) == 1 for one in self.lists for name in one.names)

    @property
    def more(self) -> Fitted:
        """How many rows there are besides these, in words; empty where there are none."""
        left = sum(len(portions) for _, portions in self.breakdown.lists) - self.rows
        return fit_prose(self.breakdown.more[left], Weight.MEDIUM, _MORE, _INNER, 1)

    @property
    def around(self) -> float:
        """Height of everything but the rows, in pixels."""
        headings = sum(_BETWEEN + one.heading.height for one in self.lists)
        below = self.more.height + _ABOVE_MORE if self.more.lines else 0
        return 2 * _PAD + parts.LEGEND_HEIGHT + headings + below

    @property
    def rows(self) -> int:
        """How many stand below each other."""
        return sum(len(one.portions) for one in self.lists)

    @property
    def least_height(self) -> float:
        """Of the tile, in pixels."""
        return self.around + self.rows * self.pitch


def fit(breakdown: Breakdown, room: float) -> Panel:
    """Fit the tile as large as its names stay on one line each and there is room.

    Args:
        breakdown: What it tells; the last rows are left out where they have no room even in the
            smallest letters, and it is said how many.
        room: Height in pixels.
    """
    for size in _SIZES:
        panel = _fitted(breakdown, size)
        if panel.is_even and panel.least_height <= room:
            return panel
    while panel.lists and panel.least_height > room:
        *others, last = panel.lists
        shorter = replace(last, portions=last.portions[:-1], names=last.names[:-1])
        panel = replace(panel, lists=[*others, *([shorter] if shorter.names else [])])
    return panel


def _fitted(breakdown: Breakdown, size: int) -> Panel:
    lists = [
        _List(
            fit_prose(heading, Weight.BOLD, _HEADING, _INNER, 2),
            portions,
            [
                fit_name(portion.name, Weight.MEDIUM, size, _NAME_WIDTH, smallest=size)
                for portion in portions
            ],
        )
        for heading, portions in breakdown.lists
    ]
    heights = [name.height + 4 for one in lists for name in one.names]
    return Panel(breakdown, lists, max([_LEADING * size, *heights]))


def draw(canvas: Canvas, panel: Panel, top: float, bottom: float) -> float:
    """Draw a fitted tile over the width of the picture.

    Args:
        canvas: Where to.
        panel: The tile.
        top: Its upper edge in pixels.
        bottom: Where it has to end, `Panel.least_height` below `top` at least.

    Returns:
        Its lower edge: a short list keeps together.
    """
    room = (bottom - top - panel.around) / max(panel.rows, 1)
    pitch = min(room, max(_MOST_PITCH, panel.pitch))
    floor = top + panel.around + pitch * panel.rows
    canvas.tile(Box(MARGIN, top, _RIGHT, floor), SURFACE, _PAD)
    left = MARGIN + _PAD
    parts.draw_legend(canvas, panel.breakdown.legend, left, top + _PAD, _INNER)
    below = top + _PAD + parts.LEGEND_HEIGHT
    widest = max((name.width for one in panel.lists for name in one.names), default=0)
    bar = min(pitch * _BAR_SHARE, _MOST_BAR)
    for one in panel.lists:
        below = canvas.lines(left, below + _BETWEEN, one.heading, INK)
        for portion, name in zip(one.portions, one.names, strict=True):
            middle = below + pitch / 2
            shade = INK if portion.parts else QUIET
            canvas.lines(left, middle - name.height / 2, name, shade)
            place = Box(left + widest + _BESIDE, middle - bar / 2, _RIGHT - _PAD, middle + bar / 2)
            _draw_portion(canvas, portion, panel.breakdown.missing, place)
            below += pitch
    canvas.lines(left, below + _ABOVE_MORE, panel.more, QUIET)
    return floor


def _draw_portion(canvas: Canvas, portion: Portion, missing: str, place: Box) -> None:
    if portion.parts:
        parts.draw_bar(canvas, portion.parts, place)
        return
    words = fit_prose(missing, Weight.MEDIUM, SMALLEST, place.width, 1)
    middle = (place.top + place.bottom) / 2
    canvas.lines(place.left, middle - words.height / 2, words, QUIET)
