"""Strengths, growth zones and what the profile as a whole says."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attempt import Attempt
from domain.kinds import Mode
from domain.scoring import Result, Verdict, block_score, score, weakest_items
from tests.support.questionnaires import answered, block, blocks_of, instrument, levelled, question

HUNDRED = 100
SIZE = 25


def row_of(percent: int | None) -> str:
    """A row of 25 levels of 1 to 5 whose score is exactly so many per cent."""
    if percent is None:
        return "?" * SIZE
    points = percent  # 25 items of up to 4 points make 100
    levels = [1 + points // SIZE + (n < points % SIZE) for n in range(SIZE)]
    return "".join(str(level) for level in levels)


def profile(*percents: int | None) -> Result:
    """The result of blocks with these scores."""
    return score(levelled(blocks_of(*[SIZE] * len(percents)), *map(row_of, percents)))


def names(result: Result) -> tuple[str, str]:
    """Codes of strengths and of zones, in order."""
    strengths = "".join(b.block.code for b in result.strengths)
    return strengths, "".join(b.block.code for b in result.zones)


@pytest.mark.parametrize("percent", range(101))
def test_rows_are_what_they_say(percent: int) -> None:
    """The rows of these tests score exactly as named."""
    assert profile(percent).blocks[0].score == percent


@pytest.mark.parametrize(
    ("percents", "strengths", "zones"),
    [
        # 85 is a strength wherever the mean lies; 84 near the mean is none
        ((85, 84, 84, 83), "a", ""),
        # exactly 12 above the mean of 60, and one point less
        ((72, 60, 60, 48), "a", "d"),
        ((71, 60, 60, 49), "", ""),
        # 12 above the mean but under 60: relative only, no strength
        ((59, 43, 43, 43), "", ""),
        ((60, 44, 44, 44), "a", ""),
        # under 40 is a zone wherever the mean lies; 40 near the mean is none
        ((39, 40, 41, 40), "", "a"),
        # 12 below the mean but 75 or more: no zone
        ((75, 100, 100, 73), "bc", "d"),
        ((74, 100, 100, 74), "bc", "ad"),
        # ordered by score, ties in the instrument's order
        ((90, 95, 90, 95), "bdac", ""),
        ((20, 10, 20, 10), "", "bdac"),
    ],
)
def test_strengths_and_zones(percents: tuple[int, ...], strengths: str, zones: str) -> None:
    """methods.md: >= 85, or >= mean + 12 and >= 60; < 40, or <= mean - 12 and < 75."""
    assert (strengths, zones) == names(profile(*percents))


def test_a_block_without_enough_answers_is_neither() -> None:
    """It takes no part in the own mean either."""
    result = profile(90, 30, 60, None)
    assert names(result) == ("a", "b")
    assert result.blocks[3].score is None
    assert result.total == 60


@pytest.mark.parametrize(
    ("percents", "expected"),
    [
        ((85,) * 8, Verdict.STRONG_THROUGHOUT),
        ((84, *(85,) * 7), Verdict.CONTRASTS),
        ((39,) * 8, Verdict.BEGINNING),
        ((40, *(39,) * 7), Verdict.CONTRASTS),
        ((60,) * 8, Verdict.FLAT),
        ((40,) * 8, Verdict.FLAT),
        ((84,) * 8, Verdict.FLAT),
        ((65, 60, 55, 60, 60, 60, 60, 60), Verdict.FLAT),
        ((0, 100, 60, 60, 60, 60, 60, 60), Verdict.CONTRASTS),
        ((None,) * 8, Verdict.NOT_ENOUGH),
        ((85,) * 6 + (None,) * 2, Verdict.STRONG_THROUGHOUT),
    ],
)
def test_verdict(percents: tuple[int | None, ...], expected: Verdict) -> None:
    """No quotas: a flat profile says so instead of inventing contrasts."""
    result = profile(*percents)
    assert expected is result.verdict
    if expected is Verdict.FLAT:
        assert names(result) == ("", "")


@pytest.mark.parametrize("percent", [90, 60, 20])
@pytest.mark.parametrize("counted", [1, 5])
def test_too_few_blocks_say_nothing_of_the_whole(counted: int, percent: int) -> None:
    """Where there is no total, nobody is told “strong in every block” or “an even profile”."""
    result = profile(*[percent] * counted, *[None] * (8 - counted))
    assert result.total is None
    assert result.verdict is Verdict.NOT_ENOUGH


def screening(*rows: str) -> Result:
    """An express result of blocks of two items."""
    made = blocks_of(*[2] * len(rows))
    express = frozenset(q.code for q in made.questions)
    short = instrument(*made.sections, express=tuple(express))
    return score(answered(short, levelled(short, *rows).answers, Mode.EXPRESS))


@pytest.mark.parametrize(
    ("rows", "zones"),
    [
        # the two lowest, no strengths, no contrasts
        (("55", "11", "33", "22"), "bd"),
        # ties in the instrument's order
        (("33", "33", "33", "33"), "ab"),
        # what is 85 or more is nothing to look at first
        (("55", "55", "55", "22"), "d"),
        (("55", "55", "55", "55"), ""),
        (("54", "55", "55", "55"), ""),
        # a block without answers is not the lowest
        (("??", "33", "44", "55"), "bc"),
    ],
)
def test_screening(rows: tuple[str, ...], zones: str) -> None:
    """One tap moves a block of two by 12.5 points: only “look here first” is said."""
    result = screening(*rows)
    assert ("", zones) == names(result)
    assert result.verdict is Verdict.SCREENING


def test_weakest_items_are_the_reason() -> None:
    """The items of the lowest level among those answered, in the instrument's order."""
    attempt = levelled(blocks_of(5), "3?252")
    found = weakest_items(block_score(attempt.instrument.blocks[0], attempt), attempt)
    assert [(q.code, level) for q, level in found] == [("a3", 2), ("a5", 2)]
    empty = levelled(blocks_of(2), "?-")
    assert weakest_items(block_score(empty.instrument.blocks[0], empty), empty) == []


def test_weakest_items_are_among_those_asked() -> None:
    """An express result never gives an item as reason that it did not ask."""
    made = instrument(block("a", question("a1"), question("a2")), express=["a2"])
    attempt = answered(made, {"a1": 1, "a2": 3}, Mode.EXPRESS)
    found = weakest_items(block_score(made.blocks[0], attempt), attempt)
    assert [q.code for q, _ in found] == ["a2"]


@given(st.lists(st.none() | st.integers(0, HUNDRED), min_size=8, max_size=8))
def test_rules_hold_for_every_profile(percents: list[int | None]) -> None:
    """Against the rules written down once more: nobody is both, nobody is left out or invented."""
    result = profile(*percents)
    counted = [(p, code) for p, code in zip(percents, "abcdefgh", strict=True) if p is not None]
    if len(counted) < 6:
        assert (result.verdict, names(result)) == (Verdict.NOT_ENOUGH, ("", ""))
        return
    mean = Fraction(sum(p for p, _ in counted), len(counted))
    strong = [(p, c) for p, c in counted if p >= 85 or (p - mean >= 12 and p >= 60)]
    weak = [(p, c) for p, c in counted if p < 40 or (mean - p >= 12 and p < 75)]
    expected = (
        "".join(c for _, c in sorted(strong, key=lambda pair: (-pair[0], pair[1]))),
        "".join(c for _, c in sorted(weak)),
    )
    assert expected == names(result)
    assert not set(expected[0]) & set(expected[1])
    assert result.total == mean


def test_an_unfinished_attempt_is_scored_as_far_as_it_goes() -> None:
    """Nothing answered is no result, and no error."""
    result = score(Attempt("key", blocks_of(4, 4), Mode.FULL))
    assert result.verdict is Verdict.NOT_ENOUGH
    assert result.total is None
    assert result.level is None
    assert not result.on_border
