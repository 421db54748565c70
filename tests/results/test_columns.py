"""The distribution of answers from 0 to 10 by itself."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results import columns
from results.canvas import Box, Canvas
from tests.results.pictures import pixels

_PLACE = Box(100, 200, 760, 500)
_COUNTS = st.lists(st.integers(0, 10**6), min_size=11, max_size=11)


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    """One sheet for all tests."""
    return Canvas()


def _texts(canvas: Canvas) -> list[str]:
    return [line.text for line in canvas.written]


class TestBars:
    """Places and heights."""

    @settings(deadline=None)
    @given(counts=_COUNTS)
    def test_heights_are_as_the_counts(self, counts: list[int]) -> None:
        bars = columns.bars(counts, _PLACE, 22)
        tallest = max(bar.height for bar in bars)
        for count, bar in zip(counts, bars, strict=True):
            # What is not nothing is seen, three pixels at least.
            assert bar.height == pytest.approx(tallest * count / max(*counts, 1), abs=3)
            assert (bar.height > 0) == (count > 0)
            assert _PLACE.top < bar.top <= bar.bottom < _PLACE.bottom

    def test_they_stand_in_order_and_apart(self) -> None:
        bars = columns.bars([1] * 11, _PLACE, 22)
        assert all(one.right < two.left for one, two in pairwise(bars))
        assert bars[0].left > _PLACE.left
        assert bars[-1].right < _PLACE.right

    def test_they_are_drawn_where_they_are(self, canvas: Canvas) -> None:
        counts = (0, 4, 0, 0, 0, 0, 0, 8, 0, 0, 2)
        canvas.clear()
        columns.draw(canvas, counts, _PLACE, 22)
        picture = pixels(canvas.jpeg())
        for answer, bar in enumerate(columns.bars(counts, _PLACE, 22)):
            if not counts[answer]:
                continue
            middle = round((bar.left + bar.right) / 2)
            red, green, blue = picture[round(bar.top) + 4, middle].astype(int)
            wanted = columns.colour(answer).lstrip("#")
            assert abs(red - int(wanted[:2], 16)) < 24
            assert abs(green - int(wanted[2:4], 16)) < 24
            assert abs(blue - int(wanted[4:], 16)) < 24
            assert picture[round(bar.top) - 3, middle].min() > 200


class TestFigures:
    """What is written above and below."""

    def test_counts_and_answers(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, range(20, 31), _PLACE, 22)
        written = _texts(canvas)
        assert written[::2] == [str(number) for number in range(20, 31)]
        assert written[1::2] == [str(number) for number in range(11)]

    def test_counts_too_wide_become_per_cents(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, [100_000, 300_000, *[0] * 9], _PLACE, 22)
        written = _texts(canvas)
        assert written[:5] == ["%", "25", "0", "75", "1"]
        assert "100000" not in written

    def test_no_answers_at_all(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, [0] * 11, _PLACE, 22)
        assert _texts(canvas)[::2] == ["0"] * 11
