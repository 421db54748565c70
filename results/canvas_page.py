"""A strategy on one page A4, landscape: a picture for the chat, and a document to be printed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from results.facts_built import CanvasFacts, Labelled
from results.lettering import plain
from results.phrasing import paragraphs
from results.theme import (
    BLUE,
    BLUE_DEEP,
    BROWN,
    INK,
    LINE,
    ON_BLUE_QUIET,
    ORANGE,
    PAPER,
    QUIET,
    SURFACE,
    TINT,
    WARM,
)
from results.typesetting import Typesetter, as_inputs

PICTURE_WIDTH: Final = 1280
_POINTS = 841.89
_SOURCE = Path(__file__).parent / "pages" / "canvas.typ"
_COLOURS: Final[Mapping[str, str]] = {
    "ink": INK,
    "quiet": QUIET,
    "blue": BLUE,
    "deep": BLUE_DEEP,
    "pale": ON_BLUE_QUIET,
    "orange": ORANGE,
    "brown": BROWN,
    "tint": TINT,
    "warm": WARM,
    "surface": SURFACE,
    "line": LINE,
}


class CanvasPainter:
    """Draws canvases, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_SOURCE)

    def paint(self, facts: CanvasFacts) -> bytes:
        """The page as a JPEG of 1280 × 905 pixels."""
        return self._typesetter.jpeg(inputs(facts, PAPER), _POINTS, PICTURE_WIDTH)


class CanvasDocumentPainter:
    """Sets canvases as documents, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_SOURCE)

    def paint(self, facts: CanvasFacts) -> bytes:
        """The page as a PDF; all of every text stands on it, however small."""
        return self._typesetter.pdf(inputs(facts, SURFACE))


def inputs(facts: CanvasFacts, ground: str) -> dict[str, str]:
    """What `canvas.typ` is given, on a ground of some colour."""
    given = {
        "language": facts.language,
        "author": plain(facts.brand),
        "colours": {**_COLOURS, "ground": ground},
        "title": plain(facts.title),
        "foot": " · ".join(part for part in (plain(facts.brand), plain(facts.date)) if part),
        "mission": _labelled(facts.mission),
        "feelings": _labelled(facts.feelings),
        "principles-heading": plain(facts.principles_heading),
        "practice-heading": plain(facts.practice_heading),
        "principles": [
            {"principle": _part(one.text), "practice": _part(one.practice)}
            for one in facts.principles
        ],
    }
    return as_inputs(given)


def _labelled(one: Labelled) -> dict[str, object]:
    return {"heading": plain(one.heading), **_part(one.text)}


def _part(text: str) -> dict[str, object]:
    return {"words": paragraphs(text), "length": len(text)}
