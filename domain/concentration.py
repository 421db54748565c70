"""How unevenly customers bring profit."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil
from typing import Final

MOST: Final = Fraction(4, 5)
"""The share of profit whose bearers are looked for."""
FIFTH: Final = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Concentration:
    """The best customers' part in the whole profit.

    Attributes:
        n: Customers.
        total: What they bring together, above 0.
        sums: What the best 1, 2, … n of them bring, as shares of the total; the last is 1.
        bearers: The fewest of the best who bring at least 80 % of the total.
        fifth: The share that the best fifth of them brings, rounded up to whole customers.
        gini: 0 (all bring the same) to 1 - 1/n (one brings all); None where some bring losses.
        losing: How many bring losses.
        peak: How many of the best bring the most together: all who bring no loss.
    """

    n: int
    total: float
    sums: Sequence[float]
    bearers: int
    fifth: float
    gini: float | None
    losing: int
    peak: int


def concentration(values: Sequence[float]) -> Concentration | None:
    """How unevenly customers bring profit.

    `sums` over the share of customers is the Lorenz curve read from its other end, L'(p) = 1 -
    L(1 - p), so that it begins with those who bring the most. Where some bring losses it climbs
    above 1 and falls back to it: a whale curve. Values are added as fractions, without rounding,
    so that equal customers are equal however their values are written.

    Sources: Lorenz (1905), "Methods of Measuring the Concentration of Wealth", Publications of
    the American Statistical Association 9(70), 209-219; Kaplan & Narayanan (2001), "Measuring and
    Managing Customer Profitability", Journal of Cost Management 15(5), 5-15; for the coefficient
    Sen (1973), "On Economic Inequality", section 2.6.

    Args:
        values: What each customer brings, in one unit; losses are negative.

    Returns:
        None where they bring nothing together, or a loss: then nobody has a share in it.
    """
    best_first = sorted((Fraction(value) for value in values), reverse=True)
    total = sum(best_first, Fraction())
    if total <= 0:
        return None
    sums = [part / total for part in accumulate(best_first)]
    n = len(sums)
    losing = sum(value < 0 for value in best_first)
    return Concentration(
        n=n,
        total=float(total),
        sums=[float(part) for part in sums],
        bearers=next(k for k, part in enumerate(sums, start=1) if part >= MOST),
        fifth=float(sums[ceil(n * FIFTH) - 1]),
        gini=None if losing else float(_gini(sums)),
        losing=losing,
        peak=n - losing,
    )


def _gini(sums: Sequence[Fraction]) -> Fraction:
    """Gini's coefficient from the best customers' shares in the whole: (2 · Σ sums - n - 1) / n.

    Twice the area between the curve of `sums`, its points joined by straight lines from 0, and
    the straight line of equality.
    """
    n = len(sums)
    return (2 * sum(sums, Fraction()) - n - 1) / n
