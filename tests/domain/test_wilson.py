"""Wilson's interval against published values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.statistics import wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published(successes: int, n: int, low: float, high: float) -> None:
    """Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3."""
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_any_share_lies_within(counts: tuple[int, int]) -> None:
    """Within 0 to 1, around the share, and the same seen from the other side."""
    part, n = counts
    low, high = wilson(part, n)
    assert 0 <= low <= part / n <= high <= 1
    assert wilson(n - part, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@pytest.mark.parametrize(("part", "n"), [(0, 0), (2, 1), (-1, 5)])
def test_what_is_no_share(part: int, n: int) -> None:
    """Nothing to take a share of, or a part that is none."""
    with pytest.raises(ValueError, match="no share"):
        wilson(part, n)
