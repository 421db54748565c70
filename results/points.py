"""Names of points in lists below each other, each list in two columns under its heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from results.canvas import Box, Canvas
from results.facts_checklist import Names
from results.fitting import Fitted, fit_name
from results.theme import INK, MARGIN, QUIET, SMALLEST, WIDTH, Weight

_COLUMNS = 2
_BETWEEN = 40
_WIDTH = (WIDTH - 2 * MARGIN - _BETWEEN) / _COLUMNS
_DOT = 7
_INDENT = 32
_BELOW_HEADING = 6
_SIZES = (28, 26, 24, SMALLEST)
_GAP = 24
_WIDEST_GAP = 48
_PITCH = 1.4
_WIDEST_PITCH = 1.75
_LEAST_ROWS = 2
"""What a list keeps of a room that is too small for all: two rows, if there are as many."""


@dataclass(frozen=True, slots=True)
class Group:
    """A list to be shown, and the colour of its mark."""

    names: Names
    colour: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list, fitted; the names that have no room are left out."""

    group: Group
    heading: Fitted
    names: Sequence[Fitted]
    rows: int
    size: int

    @property
    def shown(self) -> int:
        """How many names have room; the last place is for "and 3 more" where some have none."""
        places = self.rows * _COLUMNS
        return len(self.names) if len(self.names) <= places else max(places - 1, 0)

    @property
    def more(self) -> str:
        """How many are left out, in words."""
        left = len(self.names) - self.shown
        return self.group.names.more[left - 1] if left else ""

    @property
    def head(self) -> int:
        """Height of the heading in pixels."""
        return self.heading.height + _BELOW_HEADING

    @property
    def pitch(self) -> float:
        """From name to name where they stand as close as they can, in pixels."""
        return max([_PITCH * self.size, *(name.height + 3 for name in self.names)])

    @property
    def height(self) -> float:
        """Where names stand as close as they can, in pixels."""
        return self.head + self.rows * self.pitch


@dataclass(frozen=True, slots=True)
class Points:
    """Lists, fitted to a room.

    Attributes:
        lists: From top to bottom.
        room: Its height in pixels.
    """

    lists: Sequence[_List]
    room: float

    @property
    def height(self) -> float:
        """Where everything stands as close as it can, in pixels."""
        return _height(self.lists)


def fit(groups: Sequence[Group], extra: Group, room: float) -> Points:
    """Fit lists to a room: in the largest letters in which all names have a place.

    Args:
        groups: What must be told; lists without names are left out.
        extra: A further list, told where all of it has room too, or where it is the only one.
        room: Height of the place in pixels.
    """
    told = [group for group in groups if group.names.items]
    spare = [extra] if extra.names.items else []
    ways = [[*told, *spare], told] if told else [spare]
    for chosen, size in product(ways, _SIZES):
        lists = [_fit(group, size) for group in chosen]
        if _height(lists) <= room:
            return Points(lists, room)
    return Points(_cut([_fit(group, _SIZES[-1]) for group in ways[-1]], room), room)


def draw(canvas: Canvas, points: Points, top: float) -> None:
    """Draw fitted lists below `top`; what room is left goes between names and lists."""
    spare = points.room - points.height
    rows = sum(one.rows for one in points.lists)
    wider = min(spare / rows, (_WIDEST_PITCH - _PITCH) * _SIZES[0]) if rows else 0
    gaps = len(points.lists) - 1
    apart = min((spare - rows * wider) / gaps, _WIDEST_GAP - _GAP) if gaps else 0
    for one in points.lists:
        pitch = one.pitch + wider
        _draw_list(canvas, one, top, pitch)
        top += one.head + one.rows * pitch + _GAP + apart


def _height(lists: Sequence[_List]) -> float:
    return sum(one.height for one in lists) + _GAP * max(len(lists) - 1, 0)


def _fit(group: Group, size: int) -> _List:
    items = group.names.items
    heading = fit_name(group.names.heading, Weight.BOLD, 30, WIDTH - 2 * MARGIN - _INDENT, 1)
    names = [fit_name(name, Weight.MEDIUM, size, _WIDTH - _INDENT) for name in items]
    return _List(group, heading, names, ceil(len(items) / _COLUMNS), size)


def _cut(lists: Sequence[_List], room: float) -> Sequence[_List]:
    """As many rows as there is room for: the first list takes what the others' least leaves."""
    left = room - _GAP * (len(lists) - 1) - sum(one.head for one in lists)
    kept: list[_List] = []
    for number, one in enumerate(lists):
        later = sum(min(other.rows, _LEAST_ROWS) * other.pitch for other in lists[number + 1 :])
        rows = min(one.rows, max(int((left - later) / one.pitch), 1))
        kept.append(_List(one.group, one.heading, one.names, rows, one.size))
        left -= rows * one.pitch
    return kept


def _draw_list(canvas: Canvas, one: _List, top: float, pitch: float) -> None:
    canvas.tile(Box(MARGIN, top + 8, MARGIN + 16, top + 28), one.group.colour, 5)
    canvas.lines(MARGIN + _INDENT, top, one.heading, INK)
    top += one.head
    for place, name in enumerate(one.names[: one.shown]):
        left, upper = _place(one, place, top, pitch)
        middle = upper + name.leading / 2
        canvas.disc((left + _DOT, middle), _DOT, one.group.colour)
        canvas.lines(left + _INDENT, upper, name, INK)
    if one.more:
        left, upper = _place(one, one.shown, top, pitch)
        more = fit_name(one.more, Weight.MEDIUM, one.size, _WIDTH - _INDENT)
        canvas.lines(left + _INDENT, upper, more, QUIET)


def _place(one: _List, number: int, top: float, pitch: float) -> tuple[float, float]:
    """Down the first column, then down the second."""
    column, row = divmod(number, one.rows)
    return MARGIN + column * (_WIDTH + _BETWEEN), top + row * pitch
