"""How unevenly customers bring profit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Final

MOST: Final = Fraction(4, 5)
"""The share of profit whose bearers are looked for."""
NEGLIGIBLE: Final = 1e-18
"""What is smaller beside the largest value is 0: no float can hold the two together."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """The best customers' part in the whole profit.

    Attributes:
        n: Customers.
        sums: What the best 1, 2, … n of them bring, as shares of the total; the last is 1.
        bearers: The fewest of the best who bring at least 80 % of the total.
        fifth: The share that the best fifth of them brings: the curve's height at 1/5, its points
            joined by straight lines.
        gini: 0 (all bring the same) to 1 - 1/n (one brings all); None where some bring losses.
        losing: How many bring losses.
        peak: How many of the best bring the most together: all who bring no loss.
    """

    n: int
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
    above 1 and falls back to it: a whale curve. Values are added by their digits, without rounding
    on the way, so that eight of ten who bring 0.1 each bring 80 % and no less. NEGLIGIBLE ones
    count as 0, so that no share is beyond all floats.

    Sources: Lorenz (1905), "Methods of Measuring the Concentration of Wealth", Publications of
    the American Statistical Association 9(70), 209-219; Kaplan & Narayanan (2001), "Measuring and
    Managing Customer Profitability", Journal of Cost Management 15(5), 5-15; for the coefficient
    Sen (1973), "On Economic Inequality", section 2.6.

    Args:
        values: What each customer brings, in one unit; losses are negative.

    Returns:
        None where they bring nothing together, or a loss: then nobody has a share in it.
    """
    best_first = sorted(_whole(values), reverse=True)
    total = sum(best_first)
    if total <= 0:
        return None
    sums = list(accumulate(best_first))
    n, losing, most = len(sums), sum(value < 0 for value in best_first), MOST * total
    return Concentration(
        n=n,
        sums=[part / total for part in sums],
        bearers=next(k for k, part in enumerate(sums, start=1) if part >= most),
        fifth=_of_fifth(best_first) / (5 * total),
        gini=None if losing else _gini(sums),
        losing=losing,
        peak=n - losing,
    )


def _whole(values: Sequence[float]) -> Sequence[int]:
    """The values in the smallest unit that any of them has, as whole numbers."""
    smallest = NEGLIGIBLE * max(map(abs, values), default=0)
    told = (float(value) if abs(value) >= smallest else 0.0 for value in values)
    exact = [Decimal(repr(value)).as_tuple() for value in told]
    least = min((int(one.exponent) for one in exact), default=0)
    return [
        (-1 if one.sign else 1)
        * int("".join(map(str, one.digits)))
        * 10 ** (int(one.exponent) - least)
        for one in exact
    ]


def _of_fifth(best_first: Sequence[int]) -> int:
    """Five times what the best fifth brings: of six, the first and a fifth of the second."""
    whole, rest = divmod(len(best_first), 5)
    return 5 * sum(best_first[:whole]) + (rest * best_first[whole] if rest else 0)


def _gini(sums: Sequence[int]) -> float:
    """Gini's coefficient from what the best 1, 2, … n customers bring.

    (2 · sum of these, as shares of the total, - n - 1) / n: twice the area between the curve, its
    points joined by straight lines from 0, and the straight line of equality.
    """
    n, total = len(sums), sums[-1]
    return (2 * sum(sums) - (n + 1) * total) / (n * total)
