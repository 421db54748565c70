"""Block scores, the total and levels, to the exact border."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Mode
from domain.questionnaire import UNKNOWN, Condition, Profile
from domain.scoring import Level, block_score, level_of, score, shown, total_of
from tests.support.questionnaires import (
    answered,
    block,
    blocks_of,
    instrument,
    levelled,
    question,
)

TINY = Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0, Level.STARTING),
        (25 - TINY, Level.STARTING),
        (25, Level.FORMING),
        (45 - TINY, Level.FORMING),
        (45, Level.DEVELOPING),
        (65 - TINY, Level.DEVELOPING),
        (65, Level.SYSTEMATIC),
        (85 - TINY, Level.SYSTEMATIC),
        (85, Level.CENTRIC),
        (100, Level.CENTRIC),
    ],
)
def test_level_borders(score: Fraction, expected: Level) -> None:
    """[0, 25) [25, 45) [45, 65) [65, 85) [85, 100]: a border belongs to the level above."""
    assert expected is level_of(score)
    assert expected is level_of(Fraction(score))


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(1, 2) - TINY, 0),
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(125, 2), 63),
        (Fraction(200, 3), 67),
        (62.5, 63),
        (62.4999, 62),
        (Fraction(199, 2), 100),
        (Fraction(100), 100),
        (-12.5, -13),
        (-12.4, -12),
        (-0.4, 0),
    ],
)
def test_rounded_once_halves_up(score: Fraction | float, expected: int) -> None:
    """Not to even, as Python rounds: 62.5 and 63.5 must not both become 63 or 64 by turns.

    Below 0 away from it, so that a score of -12.5 is as far from 0 as one of 12.5.
    """
    assert expected == shown(score)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1111", Fraction(0)),
        ("5555", Fraction(100)),
        ("3333", Fraction(50)),
        ("1112", Fraction(25, 4)),
        ("4445", Fraction(325, 4)),
        # "don't know" is no answer, not a low one
        ("55??", Fraction(100)),
        ("5 5 ", Fraction(100)),
        ("2-3?", Fraction(75, 2)),
        # fewer than half: not enough
        ("5???", None),
        ("5-  ", None),
        ("????", None),
        ("    ", None),
    ],
)
def test_block_score(row: str, expected: Fraction | None) -> None:
    """(mean - 1) / 4 * 100 over the answered items, from half of the items on."""
    attempt = levelled(blocks_of(4), row)
    found = block_score(attempt.instrument.blocks[0], attempt)
    assert expected == found.score
    assert found.asked == 4
    assert found.answered == sum(sign.isdigit() for sign in row)
    assert found.unknown == row.count("?")
    assert found.not_applicable == row.count("-")


@pytest.mark.parametrize(
    ("size", "least"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (9, 5)]
)
def test_at_least_half(size: int, least: int) -> None:
    """Of an odd number of items half is rounded up: 4 of 9 are fewer than half."""
    made = blocks_of(size)
    for count in range(size + 1):
        attempt = levelled(made, "3" * count + "?" * (size - count))
        counts = block_score(made.blocks[0], attempt).score is not None
        assert counts is (count >= least), count


@pytest.mark.parametrize("levels", [2, 3, 5, 7, 8])
def test_any_scale_spans_0_to_100(levels: int) -> None:
    """An operator's scale of another length is mapped the same way."""
    made = blocks_of(2, levels=levels)
    lowest = levelled(made, "11")
    highest = levelled(made, f"{levels}{levels}")
    assert block_score(made.blocks[0], lowest).score == 0
    assert block_score(made.blocks[0], highest).score == 100


def test_express_scores_what_it_asks() -> None:
    """Of a block of six asked by two, one answer is half; the other four do not matter."""
    made = instrument(block("a", *(question(f"a{n}") for n in range(1, 7))), express=["a1", "a6"])
    attempt = answered(made, {"a1": 5, "a2": 1, "a6": UNKNOWN}, Mode.EXPRESS)
    found = block_score(made.blocks[0], attempt)
    assert found.score == 100
    assert (found.answered, found.asked, found.unknown) == (1, 2, 1)


def test_what_is_not_asked_has_no_weight() -> None:
    """An item whose condition does not fit neither counts nor makes the block fall short."""
    staff = Condition("role", frozenset({"employee"}))
    made = instrument(
        block("a", question("a1"), *(question(f"a{n}", when=[staff]) for n in (2, 3, 4)))
    )
    for role, expected in (("owner", Fraction(100)), ("employee", None)):
        attempt = answered(made, {"a1": 5}, profile=Profile(role=role))
        assert expected == block_score(made.blocks[0], attempt).score
    stale = answered(made, {"a1": 5, "a2": 1}, profile=Profile(role="owner"))
    assert block_score(made.blocks[0], stale).score == 100
    assert score(stale).total == 100
    assert score(stale).unknown_share == 0


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([50] * 8, Fraction(50)),
        ([100] * 6 + [None, None], Fraction(100)),
        ([100] * 5 + [None] * 3, None),
        ([None] * 8, None),
        ([], None),
        ([0, 100, 0, 100, 0, 100, 0, 100], Fraction(50)),
        ([10, None, 20, 30, 40, 50, 60, None], Fraction(35)),
        ([70], Fraction(70)),
        ([70, 80, 90, None], Fraction(80)),
        ([70, 80, None], None),
    ],
)
def test_total(scores: list[int | None], expected: Fraction | None) -> None:
    """Each block of the same weight, whatever its number of items; six of eight are needed."""
    assert expected == total_of([None if s is None else Fraction(s) for s in scores])


def test_blocks_weigh_the_same() -> None:
    """A block of nine items is no more than a block of one."""
    assert score(levelled(blocks_of(1, 9), "5", "1" * 9)).total == 50


def test_exactly_on_the_border() -> None:
    """25, 45, 65 and 85 reached with tenths that floats would miss."""
    made = blocks_of(5)
    for row, expected in (
        ("11333", Level.FORMING),  # 30
        ("22222", Level.FORMING),  # 25
        ("12222", Level.STARTING),  # 20
        ("12335", Level.DEVELOPING),  # 45
        ("44433", Level.SYSTEMATIC),  # 65
        ("44333", Level.DEVELOPING),  # 60
        ("55444", Level.CENTRIC),  # 85
        ("54444", Level.SYSTEMATIC),  # 80
    ):
        assert expected is score(levelled(made, row)).level, row


def test_unknown_share() -> None:
    """Of the items asked; “does not apply” and silence are not “don't know”."""
    result = score(levelled(blocks_of(4, 4), "55??", "?-3 "))
    assert result.unknown_share == 3 / 8
    assert score(answered(instrument(), {})).unknown_share == 0


ROWS = st.lists(st.text("12345?- ", min_size=4, max_size=4), min_size=4, max_size=4)


@given(ROWS)
def test_scores_stay_in_range_and_a_better_answer_never_lowers_them(rows: list[str]) -> None:
    """0 to 100 always; raising any one level raises its block and never lowers the total."""
    made = blocks_of(4, 4, 4, 4)
    attempt = levelled(made, *rows)
    result = score(attempt)
    assert all(b.score is None or 0 <= b.score <= 100 for b in result.blocks)
    assert all(b.answered + b.unknown + b.not_applicable <= b.asked for b in result.blocks)
    for code, value in attempt.answers.items():
        if not isinstance(value, int) or value == 5:
            continue
        better = score(answered(made, {**attempt.answers, code: value + 1}))
        if result.total is not None:
            assert better.total is not None
            assert better.total >= result.total


@given(ROWS)
def test_the_border_warning_is_true(rows: list[str]) -> None:
    """“On the border” is said exactly when one tap on one item would change the level."""
    made = blocks_of(4, 4, 4, 4)
    attempt = levelled(made, *rows)
    result = score(attempt)
    if result.total is None:
        assert not result.on_border
        assert result.level is None
        return
    levels = {
        score(answered(made, {**attempt.answers, code: moved})).level
        for code, value in attempt.answers.items()
        if isinstance(value, int)
        for moved in (value - 1, value + 1)
        if 1 <= moved <= 5
    }
    assert result.on_border is bool(levels - {result.level, None})
