"""What is so, what is missing and what is not known: the figures of a group's checklists."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final, TypeVar

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.questionnaire import NO, UNSURE, YES, Section, Value
from domain.tally import Split, checklist, split_of
from storage.steps import Figure, Part

T = TypeVar("T")

NUMBERS: Final[Mapping[Value, int]] = {YES: 1, NO: 0, UNSURE: -1}
"""Answers as the numbers that figures are made of."""
WHOLE: Final = ""
"""Stands for all sections where a section's code would stand."""


@dataclass(frozen=True, slots=True)
class Splits:
    """How a group's answers fall apart; what may not be told is None.

    Attributes:
        whole: Over all sections: the mean of people's own shares.
        sections: By code, likewise. What somebody passed by is not known, as in their own result.
        items: By the code of the statement, of those who answered it.
    """

    whole: Split | None
    sections: Mapping[str, Split | None]
    items: Mapping[str, Split | None]


def shares_of(attempt: Attempt) -> dict[Figure, float]:
    """One finished checklist's shares of no and of not sure, 0 to 100; empty of other tests."""
    if attempt.instrument.scoring is not Scoring.CHECKLIST:
        return {}
    found = checklist(attempt)
    parts = [(WHOLE, found.whole), *((section.code, tally) for section, tally in found.sections)]
    shares: dict[Figure, float] = {}
    for code, tally in parts:
        if split := tally.split:
            shares[Part.NO, code], shares[Part.UNSURE, code] = split.no, split.unsure
    return shares


def splits_of(blocks: Sequence[Section], values: Mapping[Figure, Sequence[float]]) -> Splits:
    """A group's shares from the values of its figures.

    Args:
        blocks: The sections that are scored.
        values: Of its people, those left out that may not be told: `shares_of` and the answers
            as `NUMBERS`.
    """
    items = [question.code for block in blocks for question in block.questions]
    return Splits(
        whole=_mean(WHOLE, values),
        sections={block.code: _mean(block.code, values) for block in blocks},
        items={code: counted(values.get((Part.ANSWER, code), ())) for code in items},
    )


def _mean(code: str, values: Mapping[Figure, Sequence[float]]) -> Split | None:
    no, unsure = values.get((Part.NO, code)), values.get((Part.UNSURE, code))
    return together(fmean(no), fmean(unsure)) if no and unsure else None


def together(no: float, unsure: float) -> Split:
    """Shares in per cent, of which the third follows from the others."""
    return Split(100 - no - unsure, no, unsure)


def counted(numbers: Sequence[float]) -> Split | None:
    """How answers fall apart that are written as `NUMBERS`; None without any."""
    counts = Counter(numbers)
    return split_of(*(counts[NUMBERS[answer]] for answer in (YES, NO, UNSURE)))


def most_missing(items: Sequence[T], splits: Sequence[Split | None]) -> list[T]:
    """Items, those most often missing first, then those least known; untold ones last.

    Args:
        items: In the instrument's order, which decides between those that are alike.
        splits: Of each of them, or None.
    """

    def rank(pair: tuple[T, Split | None]) -> tuple[bool, float, float]:
        split = pair[1]
        return (True, 0, 0) if split is None else (False, -split.no, -split.unsure)

    return [item for item, _ in sorted(zip(items, splits, strict=True), key=rank)]
