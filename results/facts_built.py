"""What pictures and documents of built things say: journeys and canvases.

As in `results.facts`: every word is resolved by the caller, and a picture knows no instrument.
Texts that people wrote may be of any length up to the chat's limits. They are fitted; only a
journey's picture has of long ones the beginning, while its document has all.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text under its heading: "Segment" and "Families with small children"."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One touchpoint of a journey.

    Attributes:
        title: Its name, at most 60 characters.
        emotion: -2 to 2, or None where it is not said.
        effort: 1 (easy) to 5 (hard), or None where it is not said.
        is_pain: Whether it is marked as a pain point.
        is_delight: Whether it is marked as a moment of delight.
    """

    title: str
    emotion: int | None
    effort: int | None
    is_pain: bool
    is_delight: bool


@dataclass(frozen=True, slots=True)
class JourneyStage:
    """One stage: its name, at most 60 characters, and its touchpoints in order."""

    title: str
    touchpoints: Sequence[Touchpoint]


@dataclass(frozen=True, slots=True)
class JourneyFacts:
    """All that a journey says: 1 to 12 stages, 3 to 40 touchpoints in all.

    Attributes:
        language: Of the words: "ru", "uk" or "en".
        title: "Customer journey map".
        subtitle: Whose journey it is.
        about: Segment, why it is valuable, new or existing, what they expect; may be empty.
        stages: In order; a stage may have no touchpoints.
        emotions: What the five levels of the curve mean, from the lowest to the highest.
        effort: Legend of the effort's marks: "Effort: 1 easy, 5 hard".
        pain: Legend of a pain point.
        delight: Legend of a moment of delight.
        zones_heading: "What to fix first".
        zones: What to fix, the worst first: each with its number on the map, its name, its reason
            and its note; at most 40.
        no_zones: The sentence that stands where there are none.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    language: str
    title: str
    subtitle: str
    about: Sequence[Labelled]
    stages: Sequence[JourneyStage]
    emotions: Sequence[str]
    effort: str
    pain: str
    delight: str
    zones_heading: str
    zones: Sequence[Labelled]
    no_zones: str
    date: str
    brand: str


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle and what it means in practice; the latter may be empty."""

    text: str
    practice: str


@dataclass(frozen=True, slots=True)
class CanvasFacts:
    """A strategy on one page.

    Attributes:
        language: Of the words: "ru", "uk" or "en".
        title: "Service strategy".
        mission: Heading and text of the mission, up to 1,000 characters.
        feelings: Heading and text of how customers should feel, likewise.
        principles_heading: "Principles".
        practice_heading: "What it means in practice".
        principles: One to five, each text up to 1,000 characters.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    language: str
    title: str
    mission: Labelled
    feelings: Labelled
    principles_heading: str
    practice_heading: str
    principles: Sequence[Principle]
    date: str
    brand: str
