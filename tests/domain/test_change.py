"""What counts as a change between two maps, and what one tap could have made."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import load_library
from domain.attempt import Attempt
from domain.change import change_between
from domain.kinds import Mode
from domain.questionnaire import UNKNOWN, Value
from domain.scoring import score, shown

MAP = load_library().instruments["map"]
SIZES = [len(block.questions) for block in MAP.blocks]
LEVELS = st.lists(st.sampled_from([1, 2, 3, 4, 5, UNKNOWN]), min_size=43, max_size=43)


def of_levels(levels: list[Value]) -> Attempt:
    """A full attempt with these answers in the order of the statements."""
    codes = [question.code for block in MAP.blocks for question in block.questions]
    return Attempt("k", MAP, Mode.FULL, answers=dict(zip(codes, levels, strict=True)))


def of_blocks(*levels: Value) -> Attempt:
    """A full attempt with one answer for each block."""
    return of_levels(
        [level for level, size in zip(levels, SIZES, strict=True) for _ in range(size)]
    )


def test_one_tap() -> None:
    """A block of five statements moves by 5 points with a tap, one of four by 6¼."""
    change = change_between(of_blocks(*[3] * 8), of_blocks(*[3] * 8))
    assert [one.one_tap for one in change.blocks] == [Fraction(25, size) for size in SIZES]
    assert {4: Fraction(25, 4), 5: 5}.items() <= {n: Fraction(25, n) for n in SIZES}.items()
    assert change.is_about_the_same
    assert change.points == 0
    assert change.moved == []


@pytest.mark.parametrize("taps", [1, 2])
def test_within_one_tap(taps: int) -> None:
    """One tap in a block is about the same; two in the same direction are not."""
    before = [3] * 43
    after = [4] * taps + [3] * (43 - taps)
    change = change_between(of_levels([*before]), of_levels([*after]))
    first = change.blocks[0]
    assert first.is_about_the_same is (taps == 1)
    assert list(change.moved) == ([] if taps == 1 else [first])
    assert all(block.is_about_the_same for block in change.blocks[1:])
    assert change.is_about_the_same


def test_fewer_answers_are_a_coarser_measure() -> None:
    """With half of a block unknown, one tap moves it by twice as much; in either of the two."""
    thin = of_levels([UNKNOWN, UNKNOWN, *[3] * 41])
    whole = of_blocks(*[3] * 8)
    expected = Fraction(25, SIZES[0] - 2)
    assert change_between(thin, whole).blocks[0].one_tap == expected
    assert change_between(whole, thin).blocks[0].one_tap == expected


@pytest.mark.parametrize("known", [0, 1, 2])
def test_a_block_that_does_not_count_measures_nothing(known: int) -> None:
    """Its one or two answers don't make the whole comparison coarse: nobody sees its score."""
    thin = of_levels([*[3] * known, *[UNKNOWN] * (SIZES[0] - known), *[3] * (43 - SIZES[0])])
    whole = of_blocks(*[3] * 8)
    for before, after in ((thin, whole), (whole, thin), (thin, thin)):
        change = change_between(before, after)
        assert change.blocks[0].one_tap == Fraction(25, SIZES[0])
    risen = of_levels([*[4] * 20, *[3] * 23])
    assert not change_between(thin, risen).is_about_the_same


def test_a_missing_block() -> None:
    """Nothing is said of it, and the totals are told to be of different blocks."""
    change = change_between(of_blocks(UNKNOWN, *[3] * 7), of_blocks(5, *[3] * 7))
    first = change.blocks[0]
    assert [first.before, first.after, first.points] == [None, 100, None]
    assert not first.is_about_the_same
    assert list(change.moved) == []
    assert not change.is_of_the_same_blocks


def test_no_total() -> None:
    """Too few blocks in one of the two: no difference of the totals."""
    change = change_between(of_blocks(*[UNKNOWN] * 8), of_blocks(*[3] * 8))
    assert [change.before, change.after, change.points] == [None, 50, None]
    assert not change.is_about_the_same


def test_what_moved_most_comes_first() -> None:
    """By size, up or down."""
    change = change_between(of_blocks(*[3] * 8), of_blocks(4, 1, 3, 5, 3, 3, 3, 2))
    moved = [(one.block.code, one.points) for one in change.moved]
    codes = [block.code for block in MAP.blocks]
    assert moved == [(codes[1], -50), (codes[3], 50), (codes[0], 25), (codes[7], -25)]


@given(LEVELS, LEVELS)
def test_both_ways(before: list[Value], after: list[Value]) -> None:
    """Backwards it is the same with the other sign; the figures are those of the results."""
    there = change_between(of_levels(before), of_levels(after))
    back = change_between(of_levels(after), of_levels(before))
    for one, other in zip(there.blocks, back.blocks, strict=True):
        assert one.one_tap == other.one_tap
        assert one.is_about_the_same == other.is_about_the_same
        assert (one.points is None) == (other.points is None)
        assert one.points is None or other.points is None or one.points == -other.points
    assert there.after == score(of_levels(after)).total
    if there.before is not None and there.after is not None:
        assert there.points == shown(there.after) - shown(there.before)
