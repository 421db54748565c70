"""What a calculation comes to, and why one can't be made; words for both are somebody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.concentration import Concentration
from domain.errors import AnswerError


class Form(StrEnum):
    """How a figure is written: inputs as they were given, results rounded."""

    GIVEN = "given"
    GIVEN_PERCENT = "given_percent"
    COUNT = "count"
    NUMBER = "number"
    POINTS = "points"
    SHARE = "share"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and how it is written; a share is 0 to 1."""

    value: float
    form: Form


Figures = Mapping[str, Figure]
"""Numbers by the names under which words take them in."""


class Note(StrEnum):
    """What is worth saying beside a result."""

    INTERVAL = "interval"
    FEW = "few"
    MEAN = "mean"
    FAILED = "failed"
    LEFT_OUT = "left_out"
    FIRST_MARGIN = "first_margin"
    MULTIPLE = "multiple"
    KEPT_MONTHLY = "kept_monthly"
    KEPT_QUARTERLY = "kept_quarterly"
    LOST_MONTHLY = "lost_monthly"
    LOST_QUARTERLY = "lost_quarterly"
    TOP_FIFTH = "top_fifth"
    GINI = "gini"
    PEAK = "peak"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note with its numbers."""

    note: Note
    figures: Figures = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a calculation comes to.

    Attributes:
        value: The result.
        filled: The numbers that the written-out formula is filled with, besides the result.
        interval: The 95 % interval, in the result's own form; None where there is none.
        span: The least and the greatest that the result can be; None where it has no limits.
        remarks: What is worth saying beside it, in order.
        curve: How the result spreads over customers, where that is what was asked.
    """

    value: Figure
    filled: Figures
    interval: tuple[float, float] | None = None
    span: tuple[float, float] | None = None
    remarks: Sequence[Remark] = ()
    curve: Concentration | None = None


class Conflict(StrEnum):
    """Why numbers can't all be right."""

    NEGATIVE = "negative"
    NOT_WHOLE = "not_whole"
    NOBODY = "nobody"
    MORE_SATISFIED = "more_satisfied"
    SCALE = "scale"
    OUTSIDE_SCALE = "outside_scale"
    WEIGHT = "weight"
    NOT_RATED = "not_rated"
    RETENTION_NEGATIVE = "retention_negative"
    RETENTION_FULL = "retention_full"
    DISCOUNT = "discount"
    START_EMPTY = "start_empty"
    NEW_ABOVE_END = "new_above_end"
    KEPT_ABOVE_START = "kept_above_start"
    NO_TOTAL = "no_total"


class ConflictError(AnswerError):
    """Numbers that can't all be right.

    Attributes:
        conflict: Why.
        figures: The numbers that words on it take in.
    """

    def __init__(self, conflict: Conflict, **figures: Figure) -> None:
        super().__init__(conflict)
        self.conflict = conflict
        self.figures: Figures = figures


FEW_ANSWERS: Final = 30
"""Below so many answers a result is told to be rough."""


def exact(number: float) -> Fraction:
    """A number by its shortest digits, as it was typed: 0.1 is a tenth.

    What is worked out of such numbers is a half where it is one by hand, and rounds up.
    """
    return Fraction(repr(float(number)))


def count(number: float) -> Figure:
    """How many."""
    return Figure(number, Form.COUNT)


def number(value: float) -> Figure:
    """A plain number."""
    return Figure(value, Form.NUMBER)


def given(value: float) -> Figure:
    """A number as it was given."""
    return Figure(value, Form.GIVEN)


def given_percent(per_cents: float) -> Figure:
    """Per cents as they were given: 12.5 for 12.5 %."""
    return Figure(per_cents, Form.GIVEN_PERCENT)


def share(part: float) -> Figure:
    """A share of 0 to 1."""
    return Figure(part, Form.SHARE)


def money(amount: float) -> Figure:
    """An amount, in the currency of those who asked."""
    return Figure(amount, Form.MONEY)


def sampled(answers: float) -> list[Remark]:
    """What holds for every figure of a survey."""
    few = [Remark(Note.FEW, {"count": count(answers)})] if answers < FEW_ANSWERS else []
    return [Remark(Note.INTERVAL), *few]


def check_counts(*counts: float | None) -> None:
    """Numbers of people, as far as they are known.

    Raises:
        ConflictError: One is negative or not whole.
    """
    for one in counts:
        if one is not None and one < 0:
            raise ConflictError(Conflict.NEGATIVE)
        if one is not None and one != int(one):
            raise ConflictError(Conflict.NOT_WHOLE)
