"""What a picture says, already in the reader's language.

Pictures know nothing of instruments, people or translations: the caller resolves every word, so
one drawing serves every instrument and language, and a worker process needs nothing but this.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """One block on the radar.

    Attributes:
        name: Short name, at most 16 characters; may be broken at a space.
        score: 0 to 100, or None where there were not enough answers.
        reference: The reference group's mean, 0 to 100, or None where it is not shown.
        figure: How the score is written in a list of means, where not as a whole number: "3.4".
    """

    name: str
    score: float | None
    reference: float | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or a growth zone: the block's full title and its score, 0 to 100."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """A list of findings under its heading.

    Attributes:
        heading: "Strengths" and the like.
        items: At most three.
        more: "and 2 more", or an empty string.
        empty: The sentence that stands where there are no items.
    """

    heading: str
    items: Sequence[Finding]
    more: str
    empty: str


@dataclass(frozen=True, slots=True)
class CardFacts:
    """All that the result card says.

    Attributes:
        title: "Customer-centricity map".
        subtitle: What kind of run it was: "Screening · 16 statements".
        viewpoint: Whose view it is: "One person's view · manager".
        total: 0 to 100, or None where too few blocks count.
        total_caption: "of 100", or the sentence that explains the missing total.
        level: The total's level by name; empty without a total.
        verdict: A sentence for special profiles (flat, strong throughout); often empty.
        axes: The blocks in their own order, three or more.
        missing: What is written where a block has no score: "not enough answers".
        reference_caption: Legend of the reference outline ("This hall, n = 48"); empty without.
        own_caption: Legend of the own outline ("You"); shown only beside a reference.
        recommendation: "9 of 10", or empty where it is not asked or not to be shown.
        recommendation_caption: "would recommend the product".
        left: First list (strengths; for a screening, empty heading and no items).
        right: Second list (growth zones; for a screening "Look here first").
        date: Already formatted.
        brand: The brand's name, or empty.
        link: The address behind the QR code, or empty.
        link_caption: Printed beside the QR code: what to do and the code in letters.
    """

    title: str
    subtitle: str
    viewpoint: str
    total: float | None
    total_caption: str
    level: str
    verdict: str
    axes: Sequence[Axis]
    missing: str
    reference_caption: str
    own_caption: str
    recommendation: str
    recommendation_caption: str
    left: Findings
    right: Findings
    date: str
    brand: str
    link: str
    link_caption: str


@dataclass(frozen=True, slots=True)
class DetailItem:
    """One statement in the details.

    Attributes:
        name: Short name, at most 28 characters.
        level: The answer, 1 to 5, or None.
        label: The answer in words: a level's label, "don't know" or "not about us".
    """

    name: str
    level: int | None
    label: str


@dataclass(frozen=True, slots=True)
class DetailBlock:
    """One block in the details: its axis and its items."""

    axis: Axis
    title: str
    items: Sequence[DetailItem]


@dataclass(frozen=True, slots=True)
class DetailFacts:
    """All that the pictures of the details say.

    Attributes:
        title: As on the card.
        subtitle: As on the card.
        blocks_heading: "Blocks, highest first".
        items_heading: "All statements".
        legend: The scale's five labels, low to high.
        blocks: The blocks in their own order.
        missing: What is written where a block has no score.
        reference_caption: Legend of the reference tick; empty without.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    title: str
    subtitle: str
    blocks_heading: str
    items_heading: str
    legend: Sequence[str]
    blocks: Sequence[DetailBlock]
    missing: str
    reference_caption: str
    date: str
    brand: str
