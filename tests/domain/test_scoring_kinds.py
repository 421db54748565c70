"""Scores of checklists and profiles: what counts, and over what."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Kind, Scoring
from domain.questionnaire import NO, UNSURE, YES, Instrument
from domain.scoring import score, share_of
from tests.support.questionnaires import answered, block, instrument, question

ANSWERS = (YES, NO, UNSURE)


def checklist(*sizes: int) -> Instrument:
    """Sections a, b… of so many yes-or-no questions."""
    sections = [
        block(name, *(question(f"{name}{n}", Kind.YES_NO) for n in range(size)))
        for name, size in zip("abcdef", sizes, strict=False)
    ]
    return replace(instrument(*sections), scoring=Scoring.CHECKLIST)


def profile(*sizes: int) -> Instrument:
    """Sections a, b… of so many ratings from 1 to 5."""
    sections = [
        block(name, *(replace(question(f"{name}{n}", Kind.RATING), points=5) for n in range(size)))
        for name, size in zip("abcdef", sizes, strict=False)
    ]
    return replace(instrument(*sections), scoring=Scoring.PROFILE)


def test_unsure_earns_nothing() -> None:
    """The share is the pluses of all that is asked."""
    made = checklist(3, 1)
    result = score(answered(made, {"a0": YES, "a1": UNSURE, "a2": NO, "b0": YES}))
    assert [block.score for block in result.blocks] == [Fraction(100, 3), Fraction(100)]
    assert result.total == Fraction(50), "each item weighs the same, not each section"


def test_ratings_reach_from_low_to_high() -> None:
    """1 is 0, 5 is 100; the total is over all items."""
    result = score(answered(profile(2, 1), {"a0": 1, "a1": 5, "b0": 4}))
    assert [block.score for block in result.blocks] == [Fraction(50), Fraction(75)]
    assert result.total == Fraction(175, 3)


@pytest.mark.parametrize("made", [checklist(2), profile(2)])
def test_nothing_answered(made: Instrument) -> None:
    """No answer is no score, not a low one."""
    result = score(answered(made, {}))
    assert (result.total, result.blocks[0].score) == (None, None)
    assert (result.strengths, result.zones, result.on_border) == ((), (), False)


@given(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=30))
def test_share_of_a_checklist(answers: list[str]) -> None:
    """Whatever the sections, the total is the share of yes."""
    made = checklist(len(answers))
    result = score(answered(made, {f"a{n}": value for n, value in enumerate(answers)}))
    assert result.total == Fraction(100 * answers.count(YES), len(answers))


def test_what_is_no_level() -> None:
    """No answer and "don't know" have no share; a yes that was passed by is none."""
    assert share_of(question("q", Kind.YES_NO), "skipped") == 0
    assert share_of(question("q", Kind.YES_NO), None) is None
    assert share_of(question("q"), "unknown") is None


def test_surveys_have_no_total() -> None:
    """Nobody is scored by a survey."""
    asked = instrument(block("a", replace(question("q", Kind.RATING), points=5)))
    assert score(answered(replace(asked, scoring=Scoring.SURVEY), {"q": 5})).total is None
