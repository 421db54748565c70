"""Rated things under their sections: packed onto pages, then drawn as marks on numbered tracks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from results.canvas import Box, Canvas
from results.facts_profile import RatedItem, RatedSection
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import (
    BLUE,
    INK,
    LINE,
    MARGIN,
    ON_BLUE,
    ORANGE,
    QUIET,
    SMALLEST,
    SURFACE,
    TRACK,
    WIDTH,
    Weight,
)

_RIGHT = WIDTH - MARGIN
_NAME_WIDTH = 260
_ENDS_LEFT = 328
_ENDS_RIGHT = 936
_ENDS_WIDTH = (_ENDS_RIGHT - _ENDS_LEFT - 24) / 2
_RADIUS = 15
_MARK_RADIUS = 18
_TRACK = 2 * _MARK_RADIUS
_TITLE = 38
_ROW_GAP = 4
_GAP = 12
_NOTE_WIDTH = 22
_NOTE_HEIGHT = 26
# A page that is not full is spread, yet not so far that rows and sections come apart.
_WIDEST_SPREAD = 1.35
_STEP = 4


@dataclass(frozen=True, slots=True)
class _Row:
    item: RatedItem
    name: Fitted
    low: Fitted
    high: Fitted
    missing: Fitted
    points: int

    @property
    def inner_height(self) -> float:
        ends = _TRACK + max(self.low.height, self.high.height)
        return max(ends, self.name.height)

    @property
    def height(self) -> float:
        return self.inner_height + _ROW_GAP


@dataclass(frozen=True, slots=True)
class Section:
    """A section, or what of it goes on one page."""

    title: Fitted
    rows: Sequence[_Row]

    @property
    def height(self) -> float:
        """In pixels, packed tightly, with the gap after it."""
        return self.title_height + sum(row.height for row in self.rows) + _GAP

    @property
    def title_height(self) -> float:
        """Of the title with its rule, in pixels."""
        return max(_TITLE, self.title.height + 6)


Page = Sequence[Section]


def pages(
    sections: Sequence[RatedSection], points: int, missing: str, room: float
) -> Sequence[Page]:
    """Sections in their order on as few pages as hold them, and on these as evenly as may be.

    A section stays whole unless it is longer than a page.

    Args:
        sections: In their order.
        points: The highest rating there is.
        missing: What is written where there is no rating.
        room: Height of a page's body in pixels.
    """
    parts = [part for one in sections for part in _parts(one, points, missing, room + _GAP)]
    fewest = _packed(parts, room)
    limit = max((part.height for part in parts), default=room)
    while limit < room:
        evenly = _packed(parts, limit)
        if len(evenly) == len(fewest):
            return evenly
        limit += _STEP
    return fewest


def _packed(parts: Sequence[Section], room: float) -> list[list[Section]]:
    packed: list[list[Section]] = []
    used = room
    for part in parts:
        if used + part.height - _GAP > room:
            packed.append([])
            used = 0
        packed[-1].append(part)
        used += part.height
    return packed


def _parts(section: RatedSection, points: int, missing: str, room: float) -> Iterator[Section]:
    title = fit_name(section.title, Weight.BOLD, 26, _RIGHT - MARGIN)
    part = Section(title, ())
    for item in section.items:
        row = _fit(item, points, missing)
        if part.rows and part.height + row.height > room:
            yield part
            part = replace(part, rows=())
        part = replace(part, rows=(*part.rows, row))
    if part.rows:
        yield part


def _fit(item: RatedItem, points: int, missing: str) -> _Row:
    return _Row(
        item,
        fit_name(item.name, Weight.SEMIBOLD, 24, _NAME_WIDTH, 2),
        fit_name(item.low, Weight.MEDIUM, SMALLEST, _ENDS_WIDTH, 3),
        fit_name(item.high, Weight.MEDIUM, SMALLEST, _ENDS_WIDTH, 3),
        fit_prose(missing, Weight.MEDIUM, SMALLEST, _ENDS_WIDTH, 1),
        points,
    )


def draw(canvas: Canvas, page: Page, top: float, room: float) -> None:
    """Draw a page's sections from `top` on, spread over `room` pixels."""
    tight = sum(section.height for section in page) - _GAP
    spread = min(room / tight, _WIDEST_SPREAD)
    for section in page:
        canvas.lines(MARGIN, top, section.title, INK)
        rule = top + section.title_height - 5
        canvas.tile(Box(MARGIN, rule, _RIGHT, rule + 2), LINE)
        below = top + section.title_height * spread
        for row in section.rows:
            _draw_row(canvas, row, below + row.height * (spread - 1) / 2)
            below += row.height * spread
        top += section.height * spread


def draw_note(canvas: Canvas, left: float, middle: float) -> None:
    """The mark of a note: a written sheet, `left` pixels from the left, about a middle line."""
    top = middle - _NOTE_HEIGHT / 2
    canvas.tile(Box(left, top, left + _NOTE_WIDTH, top + _NOTE_HEIGHT), ORANGE, 4)
    for number, length in enumerate((12, 12, 7)):
        line = top + 7 + number * 5
        canvas.tile(Box(left + 5, line, left + 5 + length, line + 2), SURFACE)


def _draw_row(canvas: Canvas, row: _Row, top: float) -> None:
    lower = (row.inner_height - row.name.height) / 2
    canvas.lines(MARGIN, top + lower, row.name, INK)
    middle = top + _MARK_RADIUS
    _draw_track(canvas, row, middle)
    if row.item.has_note:
        draw_note(canvas, _RIGHT - _NOTE_WIDTH, middle)
    below = top + _TRACK
    canvas.lines(_ENDS_LEFT, below, row.low, QUIET)
    canvas.lines(_ENDS_RIGHT, below, row.high, QUIET, "right")


def _draw_track(canvas: Canvas, row: _Row, y: float) -> None:
    """Every point with its number; the one that was chosen is larger, filled and bold."""
    first, last = _ENDS_LEFT + _MARK_RADIUS, _ENDS_RIGHT - _MARK_RADIUS
    if row.item.level is None:
        middle = (first + last) / 2
        canvas.lines(middle, y - row.missing.height / 2, row.missing, QUIET, "center")
        return
    canvas.tile(Box(first, y - 2, last, y + 2), TRACK)
    for point in range(1, row.points + 1):
        x = first + (last - first) * (point - 1) / max(row.points - 1, 1)
        is_chosen = point == row.item.level
        if is_chosen:
            canvas.disc((x, y), _MARK_RADIUS, BLUE)
        else:
            canvas.disc((x, y), _RADIUS, SURFACE)
            canvas.ring((x, y), _RADIUS, LINE, 2)
        canvas.text(
            x,
            y + 8,
            str(point),
            weight=Weight.EXTRABOLD if is_chosen else Weight.MEDIUM,
            size=24 if is_chosen else SMALLEST,
            colour=ON_BLUE if is_chosen else QUIET,
            align="center",
        )
