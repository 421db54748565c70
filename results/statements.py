"""Every statement under its block: packed onto pages, then drawn as lollipops from 1 to 5."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from results.canvas import Box, Canvas
from results.facts import DetailBlock, DetailItem
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import BLUE, INK, LINE, MARGIN, QUIET, TRACK, WIDTH, Weight, whole

_RIGHT = WIDTH - MARGIN
_NAME_WIDTH = 392
_FIRST_LEVEL = 464
_LEVEL_STEP = 36
_LEVELS = range(1, 6)
_DIGIT = 636
_LABEL = 664
_TEXT = 24
_TITLE = 44
_ROW = 35
_GAP = 10
# A page that is not full is spread, yet not so far that rows and blocks come apart.
_WIDEST_SPREAD = 1.4


@dataclass(frozen=True, slots=True)
class _Line:
    name: Fitted
    label: Fitted
    level: int | None

    @property
    def height(self) -> float:
        return max(_ROW, self.name.height + 5, self.label.height + 5)


@dataclass(frozen=True, slots=True)
class Section:
    """A block, or what of it goes on one page."""

    title: str
    note: str
    counted: bool
    lines: Sequence[_Line]

    @property
    def height(self) -> float:
        """In pixels, packed tightly, with the gap after it."""
        return _TITLE + sum(line.height for line in self.lines) + _GAP


Page = Sequence[Section]


def pages(blocks: Sequence[DetailBlock], missing: str, room: float) -> list[Page]:
    """Blocks in their own order on as few pages as hold them.

    A block stays whole unless it is longer than a page.

    Args:
        blocks: In their own order.
        missing: What is written where a block has no score.
        room: Height of a page's body in pixels.
    """
    packed: list[list[Section]] = []
    used = room
    for block in blocks:
        for section in _sections(block, missing, room + _GAP):
            if used + section.height - _GAP > room:
                packed.append([])
                used = 0
            packed[-1].append(section)
            used += section.height
    return list(packed)


def draw(canvas: Canvas, page: Page, top: float, room: float) -> None:
    """Draw a page's sections from `top` on, spread over `room` pixels."""
    tight = sum(section.height for section in page) - _GAP
    spread = min(room / tight, _WIDEST_SPREAD)
    for section in page:
        _draw_section(canvas, section, top, spread)
        top += section.height * spread


def _sections(block: DetailBlock, missing: str, room: float) -> Iterator[Section]:
    score = block.axis.score
    note = missing if score is None else whole(score)
    section = Section(block.title, note, score is not None, ())
    for item in _sorted(block.items):
        line = _line(item)
        if section.lines and section.height + line.height > room:
            yield section
            section = replace(section, lines=())
        section = replace(section, lines=(*section.lines, line))
    yield section


def _sorted(items: Sequence[DetailItem]) -> list[DetailItem]:
    """Highest level first, ties in their own order, answers that are no level last."""
    return sorted(items, key=lambda item: -(item.level or 0))


def _line(item: DetailItem) -> _Line:
    return _Line(
        fit_name(item.name, Weight.MEDIUM, _TEXT, _NAME_WIDTH),
        fit_name(item.label, Weight.MEDIUM, _TEXT, _RIGHT - _LABEL),
        item.level,
    )


def _draw_section(canvas: Canvas, section: Section, top: float, spread: float) -> None:
    note_weight = Weight.EXTRABOLD if section.counted else Weight.MEDIUM
    note = fit_prose(section.note, note_weight, 28 if section.counted else _TEXT, 320, 1)
    title = fit_name(section.title, Weight.BOLD, 28, _RIGHT - MARGIN - note.width - 24, 1)
    canvas.lines(MARGIN, top, title, INK)
    lower = title.leading - note.leading
    canvas.lines(_RIGHT, top + lower, note, BLUE if section.counted else QUIET, "right")
    canvas.tile(Box(MARGIN, top + 38, _RIGHT, top + 40), LINE)
    top += _TITLE * spread
    for line in section.lines:
        _draw_line(canvas, line, top + line.height * (spread - 1) / 2)
        top += line.height * spread


def _draw_line(canvas: Canvas, line: _Line, top: float) -> None:
    colour = INK if line.level else QUIET
    canvas.lines(MARGIN, top, line.name, colour)
    canvas.lines(_LABEL, top, line.label, colour)
    if not line.level:
        return
    _draw_lollipop(canvas, line.level, top + 16)
    canvas.text(_DIGIT, top + 23, str(line.level), weight=Weight.BOLD, size=_TEXT, colour=BLUE)


def _draw_lollipop(canvas: Canvas, level: int, y: float) -> None:
    def place(number: int) -> float:
        return _FIRST_LEVEL + (number - 1) * _LEVEL_STEP

    canvas.tile(Box(place(1), y - 2, place(5), y + 2), TRACK)
    for number in _LEVELS:
        canvas.disc((place(number), y), 5, TRACK)
    if level > 1:
        canvas.tile(Box(place(1), y - 3, place(level), y + 3), BLUE, 3)
    canvas.disc((place(level), y), 10, BLUE)
