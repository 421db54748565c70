"""What pictures and documents of a profile say: things rated between ends of their own.

As in `results.facts`: every word is resolved by the caller, and a picture knows no instrument.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RatedItem:
    """One rated thing.

    Attributes:
        name: Short name, at most 28 characters.
        low: What the lowest point means, at most 60 characters; may be empty.
        high: What the highest point means, likewise.
        level: 1 to the profile's points, or None where there is no rating.
        has_note: Whether the person wrote a note beside it.
    """

    name: str
    low: str
    high: str
    level: int | None
    has_note: bool


@dataclass(frozen=True, slots=True)
class RatedSection:
    """A group of rated things under its title, at most 60 characters."""

    title: str
    items: Sequence[RatedItem]


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """All that the picture of a profile says.

    Attributes:
        title: The instrument's name.
        subtitle: How to read it: "The further right, the less is left to chance".
        viewpoint: Whose view it is.
        mean: "3.6 of 5"; empty without a mean.
        mean_caption: "on average", or the sentence that explains the missing mean.
        points: The highest rating there is.
        sections: In the instrument's order.
        missing: What is written where there is no rating.
        noted: Legend of the note's mark: "you left a note".
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    title: str
    subtitle: str
    viewpoint: str
    mean: str
    mean_caption: str
    points: int
    sections: Sequence[RatedSection]
    missing: str
    noted: str
    date: str
    brand: str


@dataclass(frozen=True, slots=True)
class WorksheetItem:
    """One rated thing with all that was thought about it.

    Attributes:
        name: Short name, at most 28 characters.
        text: The question, at most 300 characters.
        low: What the lowest point means, at most 60 characters; may be empty.
        high: What the highest point means, likewise.
        level: 1 to the profile's points, or None where there is no rating.
        note: The person's own words, up to 1,000 characters of any kind; may be empty.
        step: The next step, at most 300 characters; may be empty.
    """

    name: str
    text: str
    low: str
    high: str
    level: int | None
    note: str
    step: str


@dataclass(frozen=True, slots=True)
class WorksheetSection:
    """A group of those under its title, at most 60 characters."""

    title: str
    items: Sequence[WorksheetItem]


@dataclass(frozen=True, slots=True)
class WorksheetFacts:
    """All that a worksheet to be printed says.

    Attributes:
        language: Of the words: "ru", "uk" or "en".
        name: What it is: "Worksheet".
        title: The instrument's name.
        viewpoint: Whose view it is.
        mean: "3.6 of 5 on average", or the sentence that explains the missing mean.
        intro: What to do with it.
        points: The highest rating there is.
        sections: In the instrument's order.
        missing: What is written where there is no rating.
        note_heading: "Your note".
        step_heading: "Next step".
        decision: Heads the lines for what was decided.
        who: Heads the lines for who does it.
        when: Heads the lines for by when.
        lost: The sentence for letters that can't be printed; stands only where there are any.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    language: str
    name: str
    title: str
    viewpoint: str
    mean: str
    intro: str
    points: int
    sections: Sequence[WorksheetSection]
    missing: str
    note_heading: str
    step_heading: str
    decision: str
    who: str
    when: str
    lost: str
    date: str
    brand: str
