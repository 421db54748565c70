"""Shares of favourable answers and their intervals against published values."""

from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics import Share, favourable, mean_of, share_of


def some(count: int, n: int) -> Share:
    """A share of answers that there are."""
    share = share_of(count, n)
    assert share is not None
    return share


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(count: int, n: int, low: float, high: float) -> None:
    """The score interval without a continuity correction, to all digits printed.

    Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of
    seven methods", Statistics in Medicine 17, 857-872, table I, method 3.
    """
    found = some(count, n)
    assert (round(found.low / 100, 4), round(found.high / 100, 4)) == (low, high)
    mirrored = some(n - count, n)
    assert isclose(mirrored.low, 100 - found.high, abs_tol=1e-9)
    assert isclose(mirrored.high, 100 - found.low, abs_tol=1e-9)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share(of: tuple[int, int]) -> None:
    """And never leaves 0 to 100; more of the same narrows it."""
    count, n = of
    found, many = some(count, n), some(100 * count, 100 * n)
    assert 0 <= found.low <= found.score <= found.high <= 100
    assert found.score == 100 * count / n
    assert many.high - many.low < found.high - found.low


@pytest.mark.parametrize(("n", "p"), [(5, 0.5), (10, 0.9), (30, 0.7), (60, 0.2)])
def test_interval_covers_what_it_claims(n: int, p: float) -> None:
    """Over every possible outcome it covers the truth about 95 times in 100."""
    covered = sum(
        comb(n, count) * p**count * (1 - p) ** (n - count)
        for count in range(n + 1)
        if some(count, n).low <= 100 * p <= some(count, n).high
    )
    assert 0.92 <= covered <= 0.985


def test_favourable_answers() -> None:
    """CSAT from 4 of 5, CES 2.0 from 5 of 7; the border itself is favourable."""
    csat = favourable({1: 1, 2: 0, 3: 2, 4: 3, 5: 4}, 4)
    ces = favourable({1: 1, 4: 2, 5: 1, 6: 0, 7: 4}, 5)
    assert csat == share_of(7, 10)
    assert ces == share_of(5, 8)


def test_nobody_has_neither_share_nor_mean() -> None:
    """No answer is not nobody's contentment."""
    assert favourable({}, 4) is share_of(0, 0) is None
    assert favourable({5: 0}, 4) is None
    assert mean_of({}) is mean_of({3: 0}) is None


@pytest.mark.parametrize(("count", "n"), [(-1, 5), (6, 5), (0, -1)])
def test_what_is_no_share_is_refused(count: int, n: int) -> None:
    """Rather than a figure that is wrong silently."""
    with pytest.raises(ValueError, match="is no share"):
        share_of(count, n)


def test_mean() -> None:
    """In the answers' own unit; 0 is an answer."""
    assert mean_of({0: 2, 10: 2, 5: 1}) == 5.0
    assert mean_of({1: 1, 5: 2}) == pytest.approx(11 / 3)
