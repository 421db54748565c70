"""The distribution of answers by itself: 0 to 10, 1 to 5, 1 to 7."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from results import columns
from results.canvas import Box, Canvas
from results.facts_owner import Answered
from results.theme import BLUE, DETRACTOR, PASSIVE, PROMOTER
from tests.results.pictures import pixels

_PLACE = Box(100, 200, 760, 500)
_COUNTS = st.sampled_from([5, 7, 11]).flatmap(
    lambda size: st.lists(st.integers(0, 10**6), min_size=size, max_size=size)
)
_NPS = (7, 2, 2)


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    """One sheet for all tests."""
    return Canvas()


def _answered(counts: Sequence[int], first: int = 0, parts: Sequence[int] = _NPS) -> Answered:
    return Answered("", "", "", counts, (), first, parts)


def _texts(canvas: Canvas) -> list[str]:
    return [line.text for line in canvas.written]


class TestBars:
    """Places and heights."""

    @given(counts=_COUNTS)
    def test_heights_are_as_the_counts(self, counts: list[int]) -> None:
        bars = columns.bars(counts, _PLACE, 22)
        tallest = max(bar.height for bar in bars)
        for count, bar in zip(counts, bars, strict=True):
            # What is not nothing is seen, three pixels at least.
            assert bar.height == pytest.approx(tallest * count / max(*counts, 1), abs=3)
            assert (bar.height > 0) == (count > 0)
            assert _PLACE.top < bar.top <= bar.bottom < _PLACE.bottom

    @pytest.mark.parametrize("count", [5, 7, 11])
    def test_they_stand_in_order_and_apart(self, count: int) -> None:
        bars = columns.bars([1] * count, _PLACE, 22)
        assert all(one.right < two.left for one, two in pairwise(bars))
        assert bars[0].left > _PLACE.left
        assert bars[-1].right < _PLACE.right

    def test_they_are_drawn_where_they_are(self, canvas: Canvas) -> None:
        counts = (0, 4, 0, 0, 0, 0, 0, 8, 0, 0, 2)
        canvas.clear()
        columns.draw(canvas, _answered(counts), _PLACE, 22)
        picture = pixels(canvas.jpeg())
        wanted_at = columns.colours(_NPS)
        for answer, bar in enumerate(columns.bars(counts, _PLACE, 22)):
            if not counts[answer]:
                continue
            middle = round((bar.left + bar.right) / 2)
            red, green, blue = picture[round(bar.top) + 4, middle].astype(int)
            wanted = wanted_at[answer].lstrip("#")
            assert abs(red - int(wanted[:2], 16)) < 24
            assert abs(green - int(wanted[2:4], 16)) < 24
            assert abs(blue - int(wanted[4:], 16)) < 24
            assert picture[round(bar.top) - 3, middle].min() > 200


class TestParts:
    """Which answers have which colour."""

    @pytest.mark.parametrize(
        ("parts", "colours"),
        [
            (_NPS, [*[DETRACTOR] * 7, *[PASSIVE] * 2, *[PROMOTER] * 2]),
            ((3, 2), [*[PASSIVE] * 3, *[PROMOTER] * 2]),
            ((4, 3), [*[PASSIVE] * 4, *[PROMOTER] * 3]),
            ((11,), [BLUE] * 11),
        ],
    )
    def test_colours(self, parts: Sequence[int], colours: Sequence[str]) -> None:
        assert columns.colours(parts) == colours


class TestFigures:
    """What is written above and below."""

    def test_counts_and_answers(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, _answered(range(20, 31)), _PLACE, 22)
        written = _texts(canvas)
        assert written[::2] == [str(number) for number in range(20, 31)]
        assert written[1::2] == [str(number) for number in range(11)]

    def test_answers_begin_where_the_question_does(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, _answered([7, 0, 3, 1, 2], 1, (3, 2)), _PLACE, 22)
        assert _texts(canvas) == ["7", "1", "0", "2", "3", "3", "1", "4", "2", "5"]

    def test_counts_too_wide_become_per_cents(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, _answered([100_000, 300_000, *[0] * 9]), _PLACE, 22)
        written = _texts(canvas)
        assert written[:5] == ["%", "25", "0", "75", "1"]
        assert "100000" not in written

    def test_no_answers_at_all(self, canvas: Canvas) -> None:
        canvas.clear()
        columns.draw(canvas, _answered([0] * 11), _PLACE, 22)
        assert _texts(canvas)[::2] == ["0"] * 11
