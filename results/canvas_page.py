"""A strategy: pictures for the chat, and a document of one page A4, landscape, to be printed."""

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
    SMALLEST,
    SURFACE,
    TINT,
    WARM,
    WIDTH,
)
from results.typesetting import Typesetter, as_inputs

_PAGES = Path(__file__).parent / "pages"
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
        self._typesetter = Typesetter(_PAGES / "canvas_pictures.typ")

    def paint(self, facts: CanvasFacts) -> tuple[bytes, ...]:
        """JPEGs 1024 pixels wide and up to 1280 high, one unless the texts are long."""
        return self._typesetter.jpegs(inputs(facts, PAPER), WIDTH, WIDTH)


class CanvasDocumentPainter:
    """Sets canvases as documents, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_PAGES / "canvas.typ")

    def paint(self, facts: CanvasFacts) -> bytes:
        """The page as a PDF; all of every text stands on it, however small."""
        return self._typesetter.pdf(inputs(facts, SURFACE))


def inputs(facts: CanvasFacts, ground: str) -> dict[str, str]:
    """What both sources are given, on a ground of some colour; a point of a picture is a pixel."""
    given = {
        "smallest": SMALLEST,
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
