"""Where one stands in a group."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics import percentile

VALUES = st.integers(0, 100).map(float)
GROUPS = st.lists(VALUES, min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("value", "group", "rank"),
    [
        (50, [50], 50),
        (50, [50] * 30, 50),
        (10, [10, 20, 30, 40], 12.5),
        (40, [10, 20, 30, 40], 87.5),
        (20, [10, 20, 20, 40], 50),
        (25, [10, 20, 30, 40], 50),
        (0, [10, 20], 0),
        (30, [10, 20], 100),
        (20, [10, 20, 20, 20, 30], 50),
        (30, [10, 20, 20, 20, 30], 90),
    ],
)
def test_by_hand(value: float, group: list[float], rank: float) -> None:
    """Below, plus half of the equal ones."""
    assert percentile(value, group) == rank


@given(VALUES, GROUPS)
def test_bounds(value: float, group: list[float]) -> None:
    """0 to 100; the ends only for those outside the group's own range."""
    rank = percentile(value, group)
    assert 0 <= rank <= 100
    assert (rank == 0) is (value < min(group))
    assert (rank == 100) is (value > max(group))


@given(VALUES, GROUPS)
def test_symmetry(value: float, group: list[float]) -> None:
    """Upside down it is the rest to a hundred."""
    turned = percentile(-value, [-other for other in group])
    assert percentile(value, group) + turned == pytest.approx(100)


@given(GROUPS)
def test_ranks_balance(group: list[float]) -> None:
    """Ties share: over the whole group the mean rank is the 50th, however many are equal."""
    ranks = [Fraction(percentile(value, group)) for value in group]
    assert float(sum(ranks) / len(group)) == pytest.approx(50)


@given(VALUES, st.integers(1, 200))
def test_all_equal(value: float, n: int) -> None:
    """Nobody is higher."""
    assert percentile(value, [value] * n) == 50


@given(VALUES, VALUES, GROUPS)
def test_order(one: float, other: float, group: list[float]) -> None:
    """A higher value never ranks lower."""
    low, high = sorted((one, other))
    assert percentile(low, group) <= percentile(high, group)


def test_nobody() -> None:
    """There is no rank in an empty group."""
    with pytest.raises(ValueError, match="nobody"):
        percentile(1.0, [])
