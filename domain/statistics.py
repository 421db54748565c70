"""Statistics of groups, with the source of each formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from domain.questionnaire import LIKELIHOOD_MAX

PROMOTER_FROM: Final = 9
PASSIVE_FROM: Final = 7
Z95: Final = 1.959963984540054
"""Two-sided 95 % quantile of the standard normal distribution."""

NOISE: Final = 6
"""Decimals beyond which a mean of floats is noise: halves must not fall by it."""
GROUP_THRESHOLD: Final = 5
"""Fewest answers that a group figure may stand on."""
REFERENCE_THRESHOLD: Final = 30
"""Fewest people in a group that one person is compared with."""
COMMENT_THRESHOLD: Final = 10
"""Fewest written comments that are shown together."""


@dataclass(frozen=True, slots=True)
class Nps:
    """A net promoter score with its parts.

    Attributes:
        n: Answers it stands on.
        promoters: Answers of 9 and 10.
        passives: Answers of 7 and 8.
        detractors: Answers of 0 to 6.
        score: -100 to 100.
        low: Lower end of its 95 % interval, -100 to 100.
        high: Upper end of its 95 % interval, -100 to 100.
    """

    n: int
    promoters: int
    passives: int
    detractors: int
    score: float
    low: float
    high: float


def nps(distribution: Mapping[int, int]) -> Nps | None:
    """Net promoter score of answers on 0 to 10, with an adjusted Wald interval.

    Three is added to n, three quarters to promoters and to detractors; the interval is clipped
    to -100…100. Source: Rocks (2016), "Interval Estimation for the Net Promoter Score",
    The American Statistician 70(4), 365-372.

    Args:
        distribution: How many gave each answer.

    Returns:
        The score, or None without any answer.

    Raises:
        ValueError: An answer is outside 0 to 10, or a count is negative.
    """
    if any(not 0 <= a <= LIKELIHOOD_MAX or n < 0 for a, n in distribution.items()):
        raise ValueError(f"not a distribution over 0 to {LIKELIHOOD_MAX}: {dict(distribution)}")
    n = sum(distribution.values())
    if n == 0:
        return None
    promoters = sum(count for answer, count in distribution.items() if answer >= PROMOTER_FROM)
    detractors = sum(count for answer, count in distribution.items() if answer < PASSIVE_FROM)
    p = (promoters + 0.75) / (n + 3)
    d = (detractors + 0.75) / (n + 3)
    reach = Z95 * sqrt((p + d - (p - d) ** 2) / (n + 3))
    return Nps(
        n=n,
        promoters=promoters,
        passives=n - promoters - detractors,
        detractors=detractors,
        score=100 * (promoters - detractors) / n,
        low=max(-100.0, 100 * (p - d - reach)),
        high=min(100.0, 100 * (p - d + reach)),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """The share of favourable answers, as of CSAT or CES.

    Attributes:
        n: Answers it stands on.
        favourable: How many of them are favourable.
        score: 0 to 100.
        low: Lower end of its 95 % interval, 0 to 100.
        high: Upper end of its 95 % interval, 0 to 100.
    """

    n: int
    favourable: int
    score: float
    low: float
    high: float


def wilson(successes: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share.

    Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference",
    Journal of the American Statistical Association 22(158), 209-212.

    Args:
        successes: How many of n.
        n: How many in all, 1 or more.

    Returns:
        Its lower and upper end, 0 to 1.

    Raises:
        ValueError: There is nothing to take a share of, or the part is no part of it.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError(f"{successes} of {n} is no share")
    p, z2 = successes / n, Z95**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z95 / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n**2))
    # At the ends the formula gives 0 and 1 up to a rounding error.
    low = middle - reach if successes else 0.0
    return low, middle + reach if successes < n else 1.0


def share_of(favourable: int, n: int) -> Share | None:
    """A share with its interval (see `wilson`), in per cent.

    Args:
        favourable: How many of the answers are favourable.
        n: How many answers there are.

    Returns:
        The share, or None without any answer.

    Raises:
        ValueError: There are more favourable answers than answers, or fewer than none.
    """
    if n == 0 == favourable:
        return None
    low, high = wilson(favourable, n)
    return Share(n, favourable, 100 * favourable / n, 100 * low, 100 * high)


def favourable(distribution: Mapping[int, int], least: int) -> Share | None:
    """Share of the answers that reach a number: CSAT of 1 to 5 from 4, CES 2.0 of 1 to 7 from 5.

    Args:
        distribution: How many gave each answer.
        least: The lowest answer that counts as favourable.

    Returns:
        The share with its interval (see `share_of`), or None without any answer.
    """
    reached = sum(count for answer, count in distribution.items() if answer >= least)
    return share_of(reached, sum(distribution.values()))


def mean_of(distribution: Mapping[int, int]) -> float | None:
    """Arithmetic mean of answers, in their own unit; None without any."""
    n = sum(distribution.values())
    return sum(answer * count for answer, count in distribution.items()) / n if n else None


def hidden_groups(sizes: Sequence[int], threshold: int = GROUP_THRESHOLD) -> frozenset[int]:
    """Which groups of one cut may not be shown, so that none can be worked out from the rest.

    Groups below the threshold are hidden. Where what is hidden sums to less than the threshold,
    or is one group alone, the total minus the shown groups would tell it: then the next smallest
    is hidden too.

    Args:
        sizes: Answers in each group; empty groups tell nothing and stay.
        threshold: Fewest answers that may be shown.

    Returns:
        Indices of the groups to hide.
    """
    order = sorted((i for i, n in enumerate(sizes) if n > 0), key=lambda i: (sizes[i], i))
    hidden = [i for i in order if sizes[i] < threshold]
    rest = [i for i in order if sizes[i] >= threshold]
    while hidden and rest and (len(hidden) == 1 or sum(sizes[i] for i in hidden) < threshold):
        hidden.append(rest.pop(0))
    return frozenset(hidden)


def percentile(value: float, group: Sequence[float]) -> float:
    """Percentile rank of a value in a group, by mid-rank: values that are equal share a rank.

    100 · (below + equal / 2) / n. Where all are equal, it is the 50th. Source: the "mean"
    percentile rank, as in Crocker & Algina (1986), Introduction to Classical and Modern Test
    Theory, chapter 19.

    Args:
        value: Whose rank; it need not be one of the group's.
        group: Of one unit with the value.

    Returns:
        0 to 100.

    Raises:
        ValueError: The group is empty.
    """
    if not group:
        raise ValueError("nobody to compare with")
    below = sum(other < value for other in group)
    equal = sum(other == value for other in group)
    return 100 * (below + equal / 2) / len(group)
