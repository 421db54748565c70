"""What customers say of us: NPS, CSAT, CES."""

from collections.abc import Sequence
from typing import Final

from domain.formulas.outcome import (
    Conflict,
    ConflictError,
    Figure,
    Form,
    Note,
    Outcome,
    Remark,
    check_counts,
    count,
    number,
    sampled,
    share,
)
from domain.statistics import nps as nps_of
from domain.statistics import wilson

EASY_FROM: Final = 5
PROMOTER, PASSIVE, DETRACTOR = 10, 8, 0
"""An answer that stands for its group: the score does not depend on which."""
FULL: Final = (0.0, 1.0)


def check_nps(
    promoters: float, passives: float | None = None, detractors: float | None = None
) -> None:
    """The numbers of the three groups, as far as they are known.

    Raises:
        ConflictError: One is negative or not whole, or nobody has answered.
    """
    check_counts(promoters, passives, detractors)
    if passives is not None and detractors is not None and promoters + passives + detractors == 0:
        raise ConflictError(Conflict.NOBODY)


def nps(promoters: float, passives: float, detractors: float) -> Outcome:
    """Net promoter score: the share of promoters minus the share of detractors.

    NPS = 100 · (promoters - detractors) / all, from -100 (everybody a detractor) to 100. Sources:
    Reichheld (2003), "The One Number You Need to Grow", Harvard Business Review 81(12); the
    interval: see `domain.statistics.nps`.

    Args:
        promoters: How many answered 9 or 10.
        passives: How many answered 7 or 8.
        detractors: How many answered 0 to 6.

    Raises:
        ConflictError: See `check_nps`.
    """
    check_nps(promoters, passives, detractors)
    groups = {PROMOTER: int(promoters), PASSIVE: int(passives), DETRACTOR: int(detractors)}
    found = nps_of(groups)
    if found is None:
        raise ConflictError(Conflict.NOBODY)
    return Outcome(
        value=Figure(found.score, Form.POINTS),
        filled={
            "promoters": count(promoters),
            "detractors": count(detractors),
            "all": count(found.n),
        },
        interval=(found.low, found.high),
        span=(-100, 100),
        remarks=sampled(found.n),
    )


def check_csat(satisfied: float, everybody: float | None = None) -> None:
    """The numbers of the satisfied and of all, as far as they are known.

    Raises:
        ConflictError: One is negative or not whole, nobody has answered, or more are satisfied
            than have answered.
    """
    check_counts(satisfied, everybody)
    if everybody == 0:
        raise ConflictError(Conflict.NOBODY)
    if everybody is not None and satisfied > everybody:
        raise ConflictError(
            Conflict.MORE_SATISFIED, satisfied=count(satisfied), all=count(everybody)
        )


def csat(satisfied: float, everybody: float) -> Outcome:
    """Customer satisfaction: the share of answers 4 and 5 on a scale of 1 to 5.

    0 to 1, with Wilson's interval (see `domain.statistics.wilson`). Source: Farris, Bendle,
    Pfeifer & Reibstein (2010), "Marketing Metrics", 2nd edition, chapter 2 (the top two boxes).

    Args:
        satisfied: How many answered 4 or 5.
        everybody: How many answered at all.

    Raises:
        ConflictError: See `check_csat`.
    """
    check_csat(satisfied, everybody)
    return Outcome(
        value=share(satisfied / everybody),
        filled={"satisfied": count(satisfied), "all": count(everybody)},
        interval=wilson(int(satisfied), int(everybody)),
        span=FULL,
        remarks=sampled(everybody),
    )


def check_ces(counts: Sequence[float]) -> None:
    """How many gave each answer.

    Raises:
        ConflictError: A number is negative or not whole, or nobody has answered.
    """
    check_counts(*counts)
    if not sum(counts):
        raise ConflictError(Conflict.NOBODY)


def ces(counts: Sequence[float]) -> Outcome:
    """Customer effort score 2.0: the share of those who found it easy, and the mean answer.

    Asked is how far people agree, from 1 to 7, that the company made it easy; easy is 5 to 7.
    The share is 0 to 1 with Wilson's interval. Source: Dixon, Toman & DeLisi (2013), "The
    Effortless Experience", chapter 6.

    Args:
        counts: How many answered 1, 2 and so on up to 7.

    Raises:
        ConflictError: See `check_ces`.
    """
    check_ces(counts)
    everybody = sum(counts)
    easy = sum(counts[EASY_FROM - 1 :])
    mean = sum(answer * n for answer, n in enumerate(counts, start=1)) / everybody
    return Outcome(
        value=share(easy / everybody),
        filled={"easy": count(easy), "all": count(everybody)},
        interval=wilson(int(easy), int(everybody)),
        span=FULL,
        remarks=[Remark(Note.MEAN, {"mean": number(mean)}), *sampled(everybody)],
    )
