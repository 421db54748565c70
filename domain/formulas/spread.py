"""Which share of the customers brings most of the profit."""

from collections.abc import Sequence
from typing import Final

from domain.concentration import Concentration, concentration
from domain.formulas.outcome import (
    Conflict,
    ConflictError,
    Note,
    Outcome,
    Remark,
    count,
    number,
    share,
)

FIFTH_FROM: Final = 5
"""Fewer customers have no fifth."""


def check_spread(values: Sequence[float]) -> None:
    """What customers bring.

    Raises:
        ConflictError: Together they bring nothing, or a loss.
    """
    if concentration(values) is None:
        raise ConflictError(Conflict.NO_TOTAL)


def spread(values: Sequence[float]) -> Outcome:
    """The share of customers, the best first, that brings 80 % of the profit.

    Above 0 to 1; whole customers are counted, so it is the smallest share that brings at least
    80 %. Sources: see `domain.concentration.concentration`.

    Args:
        values: What each customer brings, in one currency; losses are negative.

    Raises:
        ConflictError: See `check_spread`.
    """
    curve = concentration(values)
    if curve is None:
        raise ConflictError(Conflict.NO_TOTAL)
    return Outcome(
        value=share(curve.bearers / curve.n),
        filled={
            "bearers": count(curve.bearers),
            "all": count(curve.n),
            "part": share(curve.sums[curve.bearers - 1]),
        },
        remarks=list(_remarks(curve)),
        curve=curve,
    )


def _remarks(curve: Concentration) -> list[Remark]:
    remarks = []
    if curve.losing:
        top = curve.sums[curve.peak - 1]
        figures = {"top": share(top), "lost": share(top - 1), "losing": count(curve.losing)}
        remarks.append(Remark(Note.PEAK, figures))
    if curve.n >= FIFTH_FROM:
        remarks.append(Remark(Note.TOP_FIFTH, {"part": share(curve.fifth)}))
    if curve.gini is not None:
        remarks.append(Remark(Note.GINI, {"gini": number(curve.gini)}))
    return remarks
