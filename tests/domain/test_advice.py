"""Which recommendations a result calls for first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.advice import Call, calls, names_advice, weak_questions
from domain.attempt import Attempt
from domain.kinds import Kind, Mode, Scoring
from domain.questionnaire import NO, UNSURE, YES, Instrument, Value
from tests.support.questionnaires import (
    answered,
    block,
    blocks_of,
    checklist_of,
    instrument,
    levelled,
)
from tests.support.questionnaires import question as asked

CODES = ("advice_a", "advice_b", "advice_c")


def ticked(made: Instrument, signs: str) -> Attempt:
    """A checklist answered with yes, no and not sure as + - ?."""
    values = {"+": YES, "-": NO, "?": UNSURE}
    return answered(
        made, {q.code: values[sign] for q, sign in zip(made.questions, signs, strict=True)}
    )


def advised(made: Instrument) -> Instrument:
    """With a recommendation for each section."""
    sections = [replace(s, advice=f"advice_{s.code}") for s in made.sections]
    return replace(made, sections=sections)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("++++++", [("advice_a", 0), ("advice_b", 0), ("advice_c", 0)]),
        ("++++-+", [("advice_c", 1), ("advice_a", 0), ("advice_b", 0)]),
        # not sure calls for it as no does; ties stand in the library's order
        ("+-+?--", [("advice_c", 2), ("advice_a", 1), ("advice_b", 1)]),
        ("??????", [("advice_a", 2), ("advice_b", 2), ("advice_c", 2)]),
    ],
)
def test_of_a_checklist(signs: str, expected: list[tuple[str, int]]) -> None:
    """What is missing and what is not known."""
    found = calls(ticked(checklist_of(2, 2, 2), signs), CODES)
    assert found == [Call(*one) for one in expected]


def test_a_question_s_own_advice_goes_before_its_section_s() -> None:
    """And what the library does not know is not told."""
    made = checklist_of(2)
    first, second = made.questions
    questions = (replace(first, advice="advice_b"), replace(second, advice="gone"))
    made = replace(made, sections=[replace(made.sections[0], questions=questions)])
    assert calls(ticked(made, "--"), CODES)[0] == Call("advice_b", 1)
    assert sum(call.answers for call in calls(ticked(made, "--"), CODES)) == 1


def test_of_a_map() -> None:
    """The weakest statements of the growth zones, and those of no other block."""
    made = advised(blocks_of(2, 2, 2, 2))
    attempt = levelled(made, "55", "55", "12", "44")
    assert [q.code for q in weak_questions(attempt)] == ["c1"]
    assert calls(attempt, CODES)[0] == Call("advice_c", 1)
    assert weak_questions(levelled(made, "44", "44", "44", "44")) == []


def test_of_a_screening() -> None:
    """Where to look first is where the advice comes from."""
    made = replace(advised(blocks_of(2, 2, 2, 2)), express=frozenset({"a1", "b1", "c1", "d1"}))
    short = replace(levelled(made, "5 ", "4 ", "1 ", "2 "), mode=Mode.EXPRESS)
    assert [q.code for q in weak_questions(short)] == ["c1", "d1"]


def test_of_a_profile() -> None:
    """Ratings of 1 and 2; neither better ones nor what was skipped."""
    rated = (replace(asked(f"a{n}", Kind.RATING, optional=True), points=5) for n in range(1, 6))
    made = replace(advised(instrument(block("a", *rated))), scoring=Scoring.PROFILE)
    answers: dict[str, Value] = {"a1": 1, "a2": 2, "a3": 3, "a4": "skipped"}
    assert [q.code for q in weak_questions(answered(made, answers))] == ["a1", "a2"]


def test_of_anything_else() -> None:
    """A survey has no weak answers: its recommendations stand in their own order."""
    made = replace(checklist_of(2), scoring=Scoring.SURVEY)
    assert calls(ticked(made, "--"), CODES) == [Call(code, 0) for code in CODES]


def test_who_names_advice() -> None:
    """A section's or a question's is enough; without any, nothing is offered."""
    made = checklist_of(1, 1)
    assert names_advice(made)
    bare = replace(made, sections=[replace(s, advice=None) for s in made.sections])
    assert not names_advice(bare)
    own = replace(bare.questions[1], advice="advice_a")
    sections = [bare.sections[0], replace(bare.sections[1], questions=[own])]
    assert names_advice(replace(bare, sections=sections))


@given(st.text("+-?", min_size=9, max_size=9), st.permutations(CODES))
def test_each_recommendation_once(signs: str, codes: list[str]) -> None:
    """All of them always follow, the more weak answers the sooner, equals in their own order."""
    found = calls(ticked(checklist_of(3, 3, 3), signs), codes)
    assert {call.code for call in found} == set(codes)
    assert len(found) == len(codes)
    assert sum(call.answers for call in found) == len(signs) - signs.count("+")
    ranks = [(-call.answers, codes.index(call.code)) for call in found]
    assert ranks == sorted(ranks)
