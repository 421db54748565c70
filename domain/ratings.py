"""What the single ratings of a profile tell: which are high, where to begin, their mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from domain.attempt import Attempt
from domain.questionnaire import Question
from domain.scoring import Result, share_of

HIGH: Final = Fraction(3, 4)
"""How far up its scale a rating is high: 4 and 5 of 5. A convention of ours."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rated question: 1 to the question's points."""

    question: Question
    level: int

    @property
    def share(self) -> Fraction:
        """How far it reaches from the lowest point (0) to the highest (1)."""
        return Fraction(self.level - 1, self.question.span)


def ratings(attempt: Attempt) -> Sequence[Rating]:
    """What was rated in the scored sections, in the order of the questions."""
    answers = attempt.asked_answers
    return [
        Rating(question, int(value))
        for block in attempt.instrument.blocks
        for question in block.questions
        if (value := answers.get(question.code)) is not None
        and share_of(question, value) is not None
    ]


def high_first(rated: Sequence[Rating]) -> Sequence[Rating]:
    """The high ones, the highest first; equal ones stay in the order of the questions."""
    return sorted((one for one in rated if one.share >= HIGH), key=lambda one: -one.share)


def low_first(rated: Sequence[Rating]) -> Sequence[Rating]:
    """All others, the lowest first; equal ones stay in the order of the questions."""
    return sorted((one for one in rated if one.share < HIGH), key=lambda one: one.share)


def points_of(attempt: Attempt) -> int:
    """The highest point of the scored ratings, which all have the same; 0 without any."""
    return max(
        (q.points for block in attempt.instrument.blocks for q in block.questions), default=0
    )


def mean_of(attempt: Attempt, result: Result) -> float | None:
    """The total on the ratings' own scale, to one decimal, halves up; None without a total.

    Args:
        attempt: The answers.
        result: Their scores: a total of 0 is a mean of 1, of 100 a mean of all points.
    """
    if result.total is None:
        return None
    mean = 1 + result.total * (points_of(attempt) - 1) / 100
    return floor(10 * mean + Fraction(1, 2)) / 10
