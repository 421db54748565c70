"""A journey: pictures for the chat, and a document of all its words to be printed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from results.facts_built import JourneyFacts, JourneyStage, Labelled
from results.lanes import Column, columns, stage_counts, wrapped
from results.lettering import plain
from results.phrasing import paragraphs
from results.theme import (
    BLUE,
    BLUE_DEEP,
    BROWN,
    CURVE,
    DELIGHT,
    DELIGHT_WORDS,
    DETRACTOR,
    DETRACTOR_WORDS,
    HIGH,
    INK,
    LINE,
    LOW,
    ORANGE,
    PAPER,
    QUIET,
    SMALLEST,
    SURFACE,
    TINT,
    TRACK,
    WARM,
    WIDTH,
)
from results.typesetting import Typesetter, as_inputs

_SOURCE = Path(__file__).parent / "pages" / "journey.typ"
_COLOURS: Final[Mapping[str, str]] = {
    "ink": INK,
    "quiet": QUIET,
    "blue": BLUE,
    "deep": BLUE_DEEP,
    "curve": CURVE,
    "orange": ORANGE,
    "brown": BROWN,
    "tint": TINT,
    "warm": WARM,
    "track": TRACK,
    "line": LINE,
    "surface": SURFACE,
    "pain": DETRACTOR,
    "pain-words": DETRACTOR_WORDS,
    "delight": DELIGHT,
    "delight-words": DELIGHT_WORDS,
    "good": HIGH,
    "bad": LOW,
}
_MOST_ROWS = 14
_WHOLE = 16
"""Letters of the longest word that should not be broken."""
_ABOUT_SHOWN = 240
_ZONE_SHOWN = 220
"""Characters on a picture; the document says all of it."""


class JourneyPainter:
    """Draws journeys, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_SOURCE)

    def paint(self, facts: JourneyFacts) -> tuple[bytes, ...]:
        """The pictures: JPEGs 1024 pixels wide and up to 1280 high, one unless it is long.

        Of long texts they have the beginning, and the worst of the zones to fix: as many as fit.
        """
        return self._typesetter.jpegs(picture_inputs(facts), WIDTH, WIDTH)


class JourneyDocumentPainter:
    """Sets journeys as documents, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._typesetter = Typesetter(_SOURCE)

    def paint(self, facts: JourneyFacts) -> bytes:
        """The document: a PDF of as many pages A4, landscape, as it needs."""
        return self._typesetter.pdf(document_inputs(facts))


def picture_inputs(facts: JourneyFacts) -> dict[str, str]:
    """What `journey.typ` is given for pictures: a point is a pixel."""
    given = {
        "form": "picture",
        "colours": {**_COLOURS, "ground": PAPER},
        "thickness": 4,
        "smallest": SMALLEST,
        "subtitle": paragraphs(_beginning(facts.subtitle, _ABOUT_SHOWN)),
        "about": [_labelled(one, _ABOUT_SHOWN) for one in facts.about],
        "zones": [_labelled(one, _ZONE_SHOWN) for one in facts.zones],
    }
    return as_inputs(given | _given(facts))


def document_inputs(facts: JourneyFacts) -> dict[str, str]:
    """What it is given for a document."""
    given = {
        "form": "document",
        "colours": {**_COLOURS, "ground": SURFACE},
        "thickness": 2.2,
        "smallest": 9,
        "subtitle": paragraphs(facts.subtitle),
        "about": [_labelled(one) for one in facts.about],
        "zones": [_labelled(one) for one in facts.zones],
    }
    return as_inputs(given | _given(facts))


def _given(facts: JourneyFacts) -> dict[str, object]:
    """What the page is given in either form."""
    touchpoints = [point for stage in facts.stages for point in stage.touchpoints]
    narrow = [stage.title for stage in facts.stages if len(stage.touchpoints) <= 1]
    return {
        "language": facts.language,
        "author": plain(facts.brand),
        "title": plain(facts.title),
        "foot": " · ".join(part for part in (plain(facts.brand), plain(facts.date)) if part),
        "emotions": [plain(word) for word in facts.emotions],
        "effort": plain(facts.effort),
        "pain": plain(facts.pain),
        "delight": plain(facts.delight),
        "zones-heading": plain(facts.zones_heading),
        "no-zones": paragraphs(facts.no_zones),
        "touchpoints": [
            {
                "title": paragraphs(point.title),
                "emotion": point.emotion,
                "effort": point.effort,
                "pain": point.is_pain,
                "delight": point.is_delight,
            }
            for point in touchpoints
        ],
        "longest": _whole_words([point.title for point in touchpoints]),
        "longest-of-stages": _whole_words(narrow),
        "wraps": _wraps(facts.stages),
    }


def _wraps(stages: Sequence[JourneyStage]) -> list[list[dict[str, object]]]:
    """The journey in one row, in two, and so on: the page takes the one that fits best."""
    found = columns(stages)
    ways = [wrapped(found, rows) for rows in range(1, min(_MOST_ROWS, len(found)) + 1)]
    return [[_row(row, max(map(len, way)), stages) for row in way] for way in ways]


def _row(row: Sequence[Column], most: int, stages: Sequence[JourneyStage]) -> dict[str, object]:
    return {
        "columns": [column.touchpoint for column in row],
        # A short last row is not stretched out of all likeness with the others.
        "least": 0.7 * most,
        "stages": [
            {
                "place": place,
                "title": paragraphs(stages[place].title),
                "count": count,
                "is-empty": not stages[place].touchpoints,
            }
            for place, count in stage_counts(row)
        ],
    }


def _whole_words(titles: Sequence[str]) -> list[str]:
    words = {word for title in titles for word in plain(title).split(" ")}
    return sorted(word for word in words if len(word) <= _WHOLE)


def _labelled(one: Labelled, most: int | None = None) -> dict[str, object]:
    """A heading and its text, or the beginning of it."""
    text = one.text if most is None else _beginning(one.text, most)
    return {"heading": paragraphs(one.heading), "text": paragraphs(text)}


def _beginning(text: str, most: int) -> str:
    """A text as far as so many characters go, by whole words if it has any."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return f"{(whole or text[:most]).rstrip(' ,.;:–—')}…"
