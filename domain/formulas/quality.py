"""How we rate our own work: IQS."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.formulas.outcome import (
    Conflict,
    ConflictError,
    Note,
    Outcome,
    Remark,
    count,
    exact,
    given,
    number,
    share,
)


@dataclass(frozen=True, slots=True)
class Rating:
    """A category of a quality review.

    Attributes:
        score: On the review's scale; None where the category does not apply, or has failed.
        weight: How much it counts.
        is_failed: Whether it is a critical one that failed.
    """

    score: float | None
    weight: float
    is_failed: bool = False

    @property
    def is_rated(self) -> bool:
        """Whether it applies."""
        return self.is_failed or self.score is not None


def check_iqs(
    low: float, high: float | None = None, ratings: Sequence[Rating] | None = None
) -> None:
    """The ends of the scale and the ratings, as far as they are known.

    Raises:
        ConflictError: The scale has no width, a rating lies outside of it, a weight is negative,
            or nothing with a weight was rated.
    """
    if high is not None and low >= high:
        raise ConflictError(Conflict.SCALE, low=given(low), high=given(high))
    if high is None or ratings is None:
        return
    for rating in ratings:
        if rating.score is not None and not low <= rating.score <= high:
            raise ConflictError(
                Conflict.OUTSIDE_SCALE,
                score=given(rating.score),
                low=given(low),
                high=given(high),
            )
        if rating.weight < 0:
            raise ConflictError(Conflict.WEIGHT, weight=given(rating.weight))
    if not any(one.weight > 0 for one in ratings if one.is_rated):
        raise ConflictError(Conflict.NOT_RATED)


def iqs(low: float, high: float, ratings: Sequence[Rating]) -> Outcome:
    """Internal quality score of a review: the weighted mean of its categories.

    Sum of weight · (score - low) / (high - low) over the sum of the weights, 0 to 1. What does
    not apply is left out with its weight; one failed critical category makes the review worth 0
    (in the mean that it would have otherwise, it earns nothing).
    Source: Zendesk QA (formerly Klaus), "Understanding the Reviews dashboard": how category and
    review scores are calculated.

    Args:
        low: Lowest score of the scale.
        high: Highest score of the scale.
        ratings: The categories.

    Raises:
        ConflictError: See `check_iqs`.
    """
    check_iqs(low, high, ratings)
    applying = [one for one in ratings if one.is_rated]
    bottom, width = exact(low), exact(high) - exact(low)
    shares = [0 if one.score is None else (exact(one.score) - bottom) / width for one in applying]
    weighed = [exact(one.weight) for one in applying]
    earned = sum(weight * part for weight, part in zip(weighed, shares, strict=True))
    weights = sum(weighed)
    mean = float(earned / weights)
    has_failed = any(one.is_failed for one in ratings)
    remarks = [Remark(Note.FAILED, {"value": share(mean)})] if has_failed else []
    if left_out := len(ratings) - len(applying):
        remarks.append(Remark(Note.LEFT_OUT, {"count": count(left_out)}))
    return Outcome(
        value=share(0.0 if has_failed else mean),
        filled={
            "earned": number(float(earned)),
            "weights": number(float(weights)),
            "mean": share(mean),
        },
        span=(0, 1),
        remarks=remarks,
    )
