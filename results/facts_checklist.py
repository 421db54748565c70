"""What the picture of a checklist says.

As in `results.facts`: every word is resolved by the caller, and a picture knows no instrument.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One section's answers, at least one of any kind.

    Attributes:
        name: Short name, at most 16 characters.
        yes: How many are so.
        unsure: How many are not known.
        no: How many are missing.
        score: "2 of 3".
    """

    name: str
    yes: int
    unsure: int
    no: int
    score: str


@dataclass(frozen=True, slots=True)
class Names:
    """Points under their heading.

    Attributes:
        heading: "What's missing".
        items: Their names, at most 28 characters each; none leave the list out.
        more: What stands where 1, 2, 3… of them have no room: "and 1 more" and so on.
    """

    heading: str
    items: Sequence[str]
    more: Sequence[str]


@dataclass(frozen=True, slots=True)
class ChecklistFacts:
    """All that the picture of a checklist says.

    Attributes:
        title: The instrument's name.
        subtitle: "Checklist · 13 points".
        viewpoint: Whose view it is: "One person's view · manager".
        figure: How many pluses: "8".
        figure_caption: Of how many: "of 13".
        figure_meaning: What is counted: "a definite yes".
        share: "62 %".
        share_caption: Of what that is the share: "of all points".
        verdict: A kind word where all answers are the same; often empty.
        legend: Yes, not sure and no with their counts, in this order.
        bars: The sections in their own order, one to six; a single one needs no name.
        missing: What is missing.
        unsure: What is to be found out.
        there: What is there; shown where there is room for all of it.
        date: Already formatted.
        brand: The brand's name, or empty.
        link: The address behind the QR code, or empty.
        link_caption: Printed beside the QR code: what to do and the code in letters.
    """

    title: str
    subtitle: str
    viewpoint: str
    figure: str
    figure_caption: str
    figure_meaning: str
    share: str
    share_caption: str
    verdict: str
    legend: tuple[str, str, str]
    bars: Sequence[Bar]
    missing: Names
    unsure: Names
    there: Names
    date: str
    brand: str
    link: str
    link_caption: str
