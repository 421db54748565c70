"""Net promoter score and its interval against figures worked out by hand."""

from math import isclose
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics import Z95, Nps, nps

COUNTS = st.dictionaries(st.integers(0, 10), st.integers(0, 500), max_size=11)


def some(distribution: dict[int, int]) -> Nps:
    """The score of answers that are known to give one."""
    score = nps(distribution)
    assert score is not None
    return score


@pytest.mark.parametrize(
    ("distribution", "parts", "score"),
    [
        ({9: 1}, (1, 0, 0), 100.0),
        ({10: 1}, (1, 0, 0), 100.0),
        ({8: 1}, (0, 1, 0), 0.0),
        ({7: 1}, (0, 1, 0), 0.0),
        ({6: 1}, (0, 0, 1), -100.0),
        ({0: 1}, (0, 0, 1), -100.0),
        (dict.fromkeys(range(11), 1), (2, 2, 7), -500 / 11),
        ({0: 3, 10: 3}, (3, 0, 3), 0.0),
        ({10: 50, 8: 30, 3: 20}, (50, 30, 20), 30.0),
        ({5: 0, 9: 2}, (2, 0, 0), 100.0),
    ],
)
def test_score(distribution: dict[int, int], parts: tuple[int, int, int], score: float) -> None:
    """Promoters 9-10, passives 7-8, detractors 0-6; 0 is an answer like any other."""
    found = some(distribution)
    assert parts == (found.promoters, found.passives, found.detractors)
    assert found.n == sum(distribution.values())
    assert isclose(found.score, score, abs_tol=1e-12)


@pytest.mark.parametrize(
    ("distribution", "low", "high"),
    [
        # 5.75/13 and 2.75/13: 0.230769 -/+ 1.959964 * sqrt((0.653846 - 0.053254) / 13)
        ({10: 5, 8: 3, 2: 2}, -19.0506, 65.2045),
        # 50.75/103 and 20.75/103: 0.291262 -/+ 1.959964 * sqrt((0.694175 - 0.084834) / 103)
        ({9: 50, 7: 30, 6: 20}, 14.0511, 44.2013),
        # 100.75/103 and 0.75/103: the upper end 101.0846 is no score, so it is clipped
        ({10: 100}, 93.0901, 100.0),
        # one answer says next to nothing: 0.25 -/+ 1.959964 * 0.375
        ({10: 1}, -48.4986, 98.4986),
        ({0: 100}, -100.0, -93.0901),
    ],
)
def test_interval_by_hand(distribution: dict[int, int], low: float, high: float) -> None:
    """Adjusted Wald after Rocks (2016): +3 to n, +3/4 to promoters and detractors, clipped."""
    found = some(distribution)
    assert isclose(found.low, low, abs_tol=1e-4), found
    assert isclose(found.high, high, abs_tol=1e-4), found


@pytest.mark.parametrize("distribution", [{}, {5: 0}])
def test_nobody_has_no_score(distribution: dict[int, int]) -> None:
    """Nobody’s answers give no score; a 0 would be read as as many promoters as detractors."""
    assert nps(distribution) is None


@pytest.mark.parametrize("distribution", [{11: 1}, {-1: 1}, {5: -1}, {11: 0}])
def test_what_is_no_distribution_is_refused(distribution: dict[int, int]) -> None:
    """Only 0-10 items give an NPS; a figure made of anything else would be wrong silently."""
    with pytest.raises(ValueError, match="not a distribution over 0 to 10"):
        nps(distribution)


def test_quantile() -> None:
    """The constant is the normal distribution's own."""
    assert isclose(NormalDist().inv_cdf(0.975), Z95, abs_tol=1e-12)


@given(COUNTS)
def test_interval_holds_a_score_that_shrinks_towards_the_middle(counts: dict[int, int]) -> None:
    """The ends stay scores and in order, and mirror when promoters and detractors swap."""
    found = nps(counts)
    if found is None:
        return
    assert -100 <= found.low < found.high <= 100
    assert found.promoters + found.passives + found.detractors == found.n
    mirrored = some({0: found.promoters, 7: found.passives, 10: found.detractors})
    assert isclose(mirrored.score, -found.score, abs_tol=1e-9)
    assert isclose(mirrored.low, -found.high, abs_tol=1e-9)
    assert isclose(mirrored.high, -found.low, abs_tol=1e-9)


@given(COUNTS.filter(lambda counts: sum(counts.values()) > 0))
def test_more_of_the_same_narrows_the_interval(counts: dict[int, int]) -> None:
    """A hundred times the answers in the same proportions say the same more surely."""
    few, many = some(counts), some({answer: 100 * n for answer, n in counts.items()})
    assert isclose(few.score, many.score, abs_tol=1e-9)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("n", "p", "d"), [(10, 0.3, 0.3), (20, 0.5, 0.2), (30, 0.7, 0.1), (30, 0.1, 0.6)]
)
def test_interval_covers_what_it_claims(n: int, p: float, d: float) -> None:
    """Over every possible outcome it covers the truth about 95 times in 100.

    That is why it is adjusted: the plain Wald interval falls short of it at such n.
    """
    truth, covered = 100 * (p - d), 0.0
    probability = {
        (i, j): _multinomial(n, i, j, p, d) for i in range(n + 1) for j in range(n + 1 - i)
    }
    assert isclose(sum(probability.values()), 1.0, abs_tol=1e-9)
    for (promoters, detractors), chance in probability.items():
        found = some({10: promoters, 0: detractors, 7: n - promoters - detractors})
        covered += chance * (found.low <= truth <= found.high)
    assert 0.935 <= covered <= 0.985


def _multinomial(n: int, i: int, j: int, p: float, d: float) -> float:
    """Chance of i promoters and j detractors among n."""
    ways = 1
    for size, chosen in ((n, i), (n - i, j)):
        for step in range(chosen):
            ways = ways * (size - step) // (step + 1)
    return float(ways * p**i * d**j * (1 - p - d) ** (n - i - j))
