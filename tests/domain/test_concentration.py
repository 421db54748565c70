"""How unevenly customers bring profit: by hand, and whatever the customers."""

from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.concentration import Concentration, concentration

PROFITS = st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any)
ANY = st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=40)


def some(values: list[float]) -> Concentration:
    """Of customers who bring something together."""
    found = concentration(values)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("values", "bearers", "fifth", "gini"),
    [
        ([7], 1, 0.2, 0),
        ([5, 5, 5, 5, 5], 4, 0.2, 0),
        ([0.1] * 10, 8, 0.2, 0),
        ([80, 5, 5, 5, 5], 1, 0.8, 0.6),
        ([79, 6, 5, 5, 5], 2, 0.79, 0.596),
        ([0, 0, 0, 10], 1, 0.8, 0.75),
        ([0, 100] + [0] * 10, 1, 1, 11 / 12),
        ([1, 2, 3, 4], 3, 0.32, 0.25),
        ([10, 10, 0, 0], 2, 0.4, 0.5),
        ([7] * 6, 5, 0.2, 0),
        ([50, 20, 10, 10, 5, 5], 3, 0.54, 0.45),
    ],
)
def test_by_hand(values: list[float], bearers: int, fifth: float, gini: float) -> None:
    """One customer, all equal, ties, zeros, one who brings all."""
    found = some(values)
    assert found.n == len(values)
    assert found.bearers == bearers
    assert found.fifth == pytest.approx(fifth)
    assert found.gini == pytest.approx(gini)
    assert found.losing == 0
    assert found.sums[-1] == 1


def test_a_whale_curve() -> None:
    """With losses: 60 + 50 of 100 at its peak, then down to the whole; no coefficient."""
    found = some([50, -10, 60, 0])
    assert found.sums == [0.6, 1.1, 1.1, 1]
    assert (found.losing, found.peak, found.bearers, found.gini) == (1, 3, 2, None)


@pytest.mark.parametrize("values", [[], [0, 0], [5, -5], [-1], [10, -20]])
def test_nothing_to_share(values: list[float]) -> None:
    """Nobody has a share in nothing, let alone in a loss."""
    assert concentration(values) is None


@given(PROFITS, st.randoms(use_true_random=False), st.integers(1, 1000))
def test_order_and_currency_do_not_matter(values: list[float], random: object, rate: int) -> None:
    """Shuffled, or in another unit, the customers are the same."""
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]
    found, other = some(values), some([rate * value for value in shuffled])
    assert (other.bearers, other.sums, other.gini) == (found.bearers, found.sums, found.gini)


@given(PROFITS)
def test_without_losses(values: list[float]) -> None:
    """The curve never falls nor bends up, lies above equality, and the bearers are the fewest."""
    found = some(values)
    n = len(values)
    steps = [later - earlier for earlier, later in pairwise([0.0, *found.sums])]
    assert all(later <= earlier + 1e-12 for earlier, later in pairwise(steps))
    assert all(part >= k / n - 1e-12 for k, part in enumerate(found.sums, start=1))
    assert found.sums[found.bearers - 1] >= 0.8 - 1e-12
    assert found.bearers == 1 or found.sums[found.bearers - 2] < 0.8
    differences = sum(abs(one - other) for one in values for other in values)
    assert found.gini == pytest.approx(differences / (2 * n**2 * fmean(values)), abs=1e-9)


@given(ANY)
def test_with_losses(values: list[float]) -> None:
    """The highest point is the sum of all who bring no loss, and nobody's sum is above it."""
    found = concentration(values)
    if found is None:
        assert sum(values) <= 0
        return
    assert max(found.sums) == pytest.approx(sum(v for v in values if v > 0) / sum(values))
    assert found.sums[found.peak - 1] == max(found.sums)
    assert (found.gini is None) is any(value < 0 for value in values)


@pytest.mark.parametrize(
    ("values", "is_shared"),
    [
        ([1e15, -1e15, 1e-300], False),
        ([1e15, 1e-300], True),
        ([1e15, -1e15 + 0.125], True),
        ([1e-300, 2e-300], True),
        ([5e-324, 1e-310], True),
    ],
)
def test_the_smallest_beside_the_largest(values: list[float], *, is_shared: bool) -> None:
    """What no float holds beside the largest counts for nothing: no share is beyond all floats."""
    found = concentration(values)
    assert (found is not None) == is_shared
    assert found is None or (found.n, found.sums[-1]) == (len(values), 1)
