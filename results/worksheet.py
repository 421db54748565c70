"""A profile to be printed and worked on, set by typst: words are data, never its markup."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

import matplotlib as mpl
import typst
from matplotlib.font_manager import get_font

from results.facts_profile import WorksheetFacts, WorksheetItem, WorksheetSection
from results.theme import BLUE, INK, LINE, ORANGE, QUIET, TINT, Weight

_SOURCE = Path(__file__).with_name("worksheet.typ")
_COLOURS: Final[Mapping[str, str]] = {
    "ink": INK,
    "quiet": QUIET,
    "blue": BLUE,
    "orange": ORANGE,
    "tint": TINT,
    "line": LINE,
}
# matplotlib brings DejaVu Sans along: it has the signs that people write and Manrope lacks.
_OTHER_LETTERS = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
_UNSEEN = re.compile(r"[\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}]")
_MODIFIERS = re.compile(r"[\U0001F3FB-\U0001F3FF]")
_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
_LONG_WORD = re.compile(r"\S{28,}")
_BREAK_EVERY = 14


class WorksheetPainter:
    """Sets worksheets, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(Weight.MEDIUM.path.parent), str(_OTHER_LETTERS.parent)],
        )
        self._compiler = typst.Compiler(_SOURCE, root=_SOURCE.parent, font_paths=fonts)

    def paint(self, facts: WorksheetFacts) -> bytes:
        """The worksheet as a PDF of pages A4; the same facts give the same bytes."""
        document = self._compiler.compile(format="pdf", sys_inputs=inputs(facts))
        if not isinstance(document, bytes):
            raise TypeError(f"one PDF expected, got {type(document)}")
        return document


def inputs(facts: WorksheetFacts) -> dict[str, str]:
    """What `worksheet.typ` is given: words and colours as JSON."""
    notes = [item.note for section in facts.sections for item in section.items]
    data = {
        "language": facts.language,
        "colours": _COLOURS,
        "name": _line(facts.name),
        "title": _line(facts.title),
        "under": [_line(part) for part in (facts.date, facts.viewpoint) if part],
        "mean": _line(facts.mean),
        "intro": _line(facts.intro),
        "lost": _line(facts.lost) if any(map(_loses, notes)) else "",
        "points": facts.points,
        "sections": [_section(section) for section in facts.sections],
        "missing": _line(facts.missing),
        "note": _line(facts.note_heading),
        "step": _line(facts.step_heading),
        "decision": [_line(text) for text in (facts.decision, facts.who, facts.when)],
        "foot": " · ".join(_line(part) for part in (facts.brand, facts.title) if part),
        "author": _line(facts.brand),
    }
    return {"facts": json.dumps(data)}


def _section(section: WorksheetSection) -> dict[str, object]:
    return {"title": _line(section.title), "items": [_item(item) for item in section.items]}


def _item(item: WorksheetItem) -> dict[str, object]:
    return {
        "name": _line(item.name),
        "text": _line(item.text),
        "ends": [_line(item.low), _line(item.high)],
        "level": item.level,
        "note": _lines(item.note),
        "step": _line(item.step),
    }


def _lines(text: str) -> Sequence[str]:
    """A text's own lines, without empty ones at its ends."""
    lines = [_line(line) for line in text.splitlines()]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return lines


def _line(text: str) -> str:
    """A text on one line, of letters that can be printed, in pieces that fit into a line."""
    known = _known()
    written = "".join(letter for letter in _composed(text) if ord(letter) in known)
    # As typesetters have it, no line begins with a dash.
    held = written.strip().replace(" — ", "\N{NO-BREAK SPACE}— ")
    return _LONG_WORD.sub(_with_breaks, held)


def _composed(text: str) -> str:
    return normalize("NFC", _SPACES.sub(" ", _UNSEEN.sub("", text)))


def _loses(note: str) -> bool:
    """Whether a letter of a note can't be printed; what only colours a picture is no letter."""
    return any(ord(one) not in _known() for one in _MODIFIERS.sub("", _composed(note)))


def _with_breaks(word: "re.Match[str]") -> str:
    """A word that may be wider than its place, with places where it may be broken."""
    letters = word[0]
    pieces = (letters[at : at + _BREAK_EVERY] for at in range(0, len(letters), _BREAK_EVERY))
    return "\N{ZERO WIDTH SPACE}".join(pieces)


@cache
def _known() -> frozenset[int]:
    """The letters that the fonts have."""
    fonts = (str(Weight.MEDIUM.path), str(_OTHER_LETTERS))
    return frozenset(code for font in fonts for code in get_font(font).get_charmap())
