"""What the owner's pictures and the comparisons say, already in the reader's language.

As in `results.facts`: every word is resolved by the caller, and a picture knows no instrument.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from results.facts import Axis


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts: "128" and "finished"."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers to one question on a row of numbers.

    Attributes:
        name: What was asked, short: "Would recommend as a customer".
        score: "+24", "78 %", "7.4", or empty where nothing may be shown.
        interval: "95 % interval: +3 … +45, n = 48", or the reason why nothing is shown.
        distribution: How many gave each answer, low to high; empty where it is hidden.
        groups: The shares of the parts as written below the bars ("Promoters 31 %"), from the
            lowest answers to the highest; empty where hidden, or where all are one part.
        first: The lowest answer: 0 or 1.
        parts: How many answers each part has: detractors, passives and promoters; or the
            unfavourable and the favourable ones; or all in one.
    """

    name: str
    score: str
    interval: str
    distribution: Sequence[int]
    groups: Sequence[str]
    first: int = 0
    parts: Sequence[int] = (7, 2, 2)


@dataclass(frozen=True, slots=True)
class Portion:
    """A section or statement and how its answers fall apart.

    Attributes:
        name: At most 28 characters.
        parts: Yes, not sure and no in whole per cents; empty where there are too few answers.
    """

    name: str
    parts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How a group's answers to a checklist fall apart.

    Attributes:
        legend: Yes, not sure and no with their shares of all answers, in this order.
        lists: Each under its heading: sections, statements.
        missing: What is written where there are too few answers.
        more: What is written below where 0, 1, 2… of the rows have no room: "14 more rows are in
            the report"; the first is empty where these rows are all there is.
    """

    legend: Sequence[str]
    lists: Sequence[tuple[str, Sequence[Portion]]]
    missing: str
    more: Sequence[str]


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """Figures of a group: the owner's overview and the hall's projector picture.

    Attributes:
        title: "Overview", or the campaign's title.
        subtitle: The instrument and the mode, or the day.
        counts: Two to four counts, the most important first.
        questions: At most three.
        blocks_heading: "Mean of the blocks".
        blocks: Mean scores in the blocks' own order, 0 to 100; empty where they are hidden.
        missing: What is written where a block has no mean.
        hidden: The sentence that stands in place of figures below the threshold; empty otherwise.
        total: Mean total as it is written ("61", "64 %"), or empty.
        total_caption: "mean of 48 people".
        note: A line at the foot: how the figures are made.
        date: Already formatted, with the time where it matters.
        brand: The brand's name, or empty.
        link: The address behind the QR code (only the hall shows one), or empty.
        link_caption: Beside the QR code: what to do, and the code in letters.
        items_heading: "Share of yes by statement".
        items: Means of single statements, 0 to 100, for a list below the blocks; often empty.
        items_left: Said at the foot where that list has no room.
        has_radar: Whether the blocks are drawn on a radar too, or only as a list.
        breakdown: A checklist's sections and statements, in place of both lists.
    """

    title: str
    subtitle: str
    counts: Sequence[Count]
    questions: Sequence[Answered]
    blocks_heading: str
    blocks: Sequence[Axis]
    missing: str
    hidden: str
    total: str
    total_caption: str
    note: str
    date: str
    brand: str
    link: str = ""
    link_caption: str = ""
    items_heading: str = ""
    items: Sequence[Axis] = ()
    items_left: str = ""
    has_radar: bool = True
    breakdown: Breakdown | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One block in two series: its short name, both scores 0 to 100 or None."""

    name: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class PairFacts:
    """Two series over the same blocks: a change since last time, or a person and their hall.

    Attributes:
        title: "What has changed", or "You and this hall".
        subtitle: The instrument and how often or with whom it is compared.
        before_caption: Legend of the first series: "15 August 2026", or "This hall, n = 48".
        after_caption: Legend of the second series: "22 November 2026", or "You".
        headline: The totals as figures: "58 → 67", or "67"; may be empty.
        headline_caption: What they are: "of 100, 9 points more"; may be long.
        pairs: The blocks in their own order, three or more.
        missing: What is written where a series has no score.
        note: How to read it, at most two sentences.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    title: str
    subtitle: str
    before_caption: str
    after_caption: str
    headline: str
    headline_caption: str
    pairs: Sequence[Pair]
    missing: str
    note: str
    date: str
    brand: str


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """A QR code to be shown or printed, with its code in letters below.

    Attributes:
        title: The campaign's title.
        link: The address behind the QR code.
        code: The code in letters, as it is to be typed.
        caption: What to do: "Scan, or send the code to @bot".
        brand: The brand's name, or empty.
    """

    title: str
    link: str
    code: str
    caption: str
    brand: str


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """A poster of one page A4.

    Attributes:
        language: Of the words, for hyphenation: "ru", "uk" or "en".
        title: The campaign's title.
        headline: The invitation, one short sentence.
        lead: What people get and how long it takes, one or two sentences.
        steps: Three steps: scan, answer, get the picture.
        link: The address behind the QR code.
        code: The code in letters.
        code_caption: What to do without a camera: "No camera? Send /code … to @bot".
        privacy: One quiet sentence about the answers.
        brand: The brand's name, or empty.
    """

    language: str
    title: str
    headline: str
    lead: str
    steps: Sequence[str]
    link: str
    code: str
    code_caption: str
    privacy: str
    brand: str
