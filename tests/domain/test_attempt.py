"""One person's way through a questionnaire: taps, words, ways back, ends."""

from dataclasses import replace

import pytest

from domain.attempt import Attempt, supplemented
from domain.errors import OutdatedError, UnknownValueError
from domain.kinds import Kind, Mode
from domain.questionnaire import (
    NOT_APPLICABLE,
    SKIPPED,
    UNKNOWN,
    WRITTEN,
    YES,
    Condition,
    Instrument,
    Profile,
    Section,
    Value,
)
from tests.support.questionnaires import answered, block, blocks_of, instrument, question

SCORE, A1, A2, B1, WHY = range(5)


def made() -> Instrument:
    """A score, two blocks, and a reason that is asked of those who gave a score."""
    reason = question(
        "why", Kind.TEXT, optional=True, when=[Condition("score", frozenset({"0", "10"}))]
    )
    return instrument(
        Section("start", (question("score", Kind.LIKELIHOOD),)),
        block("a", question("a1"), question("a2")),
        block("b", question("b1")),
        Section("end", (reason,)),
        express=["a2", "b1"],
    )


def begun(mode: Mode = Mode.FULL) -> Attempt:
    """At the first question."""
    return answered(made(), {}, mode).started()


@pytest.mark.parametrize(
    ("ordinal", "token", "stored"),
    [
        (SCORE, "0", 0),
        (SCORE, "10", 10),
        (A1, "5", 5),
        (A1, UNKNOWN, UNKNOWN),
        (A1, NOT_APPLICABLE, NOT_APPLICABLE),
        (WHY, SKIPPED, SKIPPED),
    ],
)
def test_tap_stores_the_answer(ordinal: int, token: str, stored: Value) -> None:
    """Levels and scores are numbers, all else stays a word; other answers stay as they were."""
    before = answered(made(), {"score": 10, "b1": 2})
    after = replace(before, position=ordinal).tapped(ordinal, token)
    code = before.instrument.questions[ordinal].code
    assert {**before.answers, code: stored} == after.answers
    assert type(stored) is type(after.answers[code])
    assert before.answers == {"score": 10, "b1": 2}


@pytest.mark.parametrize(
    ("ordinal", "token"),
    [
        (SCORE, "11"),
        (SCORE, "-1"),
        (SCORE, "01"),
        (SCORE, "٣"),
        (SCORE, UNKNOWN),
        (SCORE, SKIPPED),
        (A1, "0"),
        (A1, "6"),
        (A1, ""),
        (A1, "1 "),
        (A1, YES),
        (A1, SKIPPED),
        (WHY, WRITTEN),
        (WHY, "1"),
    ],
)
def test_forged_answers_are_refused(ordinal: int, token: str) -> None:
    """A button that the question never had is told apart from a late one."""
    with pytest.raises(UnknownValueError):
        replace(begun(), position=ordinal).tapped(ordinal, token)


@pytest.mark.parametrize("ordinal", [-1, SCORE, A2, WHY, 99])
def test_buttons_of_other_questions_are_outdated(ordinal: int) -> None:
    """Double taps, old buttons and made-up places change nothing."""
    attempt = replace(begun(), position=A1)
    with pytest.raises(OutdatedError):
        attempt.tapped(ordinal, "3")
    with pytest.raises(OutdatedError):
        attempt.went_back(ordinal)
    with pytest.raises(OutdatedError):
        attempt.went_on(ordinal)


def test_a_finished_attempt_takes_nothing() -> None:
    """After the last answer every button is an old one, and there is no question."""
    done = replace(begun(), position=None)
    with pytest.raises(OutdatedError):
        done.tapped(0, "3")
    with pytest.raises(OutdatedError):
        done.wrote("late")
    with pytest.raises(OutdatedError):
        _ = done.question


def test_the_whole_way() -> None:
    """Every question once, in order; a condition that starts to fit adds its question."""
    attempt = begun()
    seen = []
    while attempt.position is not None:
        seen.append(attempt.question.code)
        token = SKIPPED if attempt.question.optional else "0" if attempt.position == 0 else "1"
        attempt = attempt.tapped(attempt.position, token)
    assert seen == ["score", "a1", "a2", "b1", "why"]


def test_a_condition_that_does_not_fit_leaves_its_question_out() -> None:
    """A score in the middle asks for no reason here."""
    attempt = begun().tapped(SCORE, "5")
    assert attempt.steps == (SCORE, A1, A2, B1)


def test_express_asks_less() -> None:
    """Only the chosen statements, and all that is not scored."""
    assert begun(Mode.EXPRESS).steps == (SCORE, A2, B1)


@pytest.mark.parametrize(
    ("role", "expected"), [("owner", ("q2",)), ("employee", ("q1", "q2")), (None, ("q2",))]
)
def test_profile_decides_what_is_asked(role: str | None, expected: tuple[str, ...]) -> None:
    """A skipped role fits no condition on roles."""
    staff = Condition("role", frozenset({"employee"}))
    both = instrument(Section("s", (question("q1", when=[staff]), question("q2"))))
    attempt = answered(both, {}, profile=Profile(role=role))
    assert expected == tuple(both.questions[step].code for step in attempt.steps)


def test_mode_may_be_a_condition() -> None:
    """A question may be left to the full version."""
    full_only = Condition("mode", frozenset({"full"}))
    both = instrument(Section("s", (question("q1", when=[full_only]), question("q2"))))
    assert answered(both, {}, Mode.EXPRESS).steps == (1,)
    assert answered(both, {}, Mode.FULL).steps == (0, 1)


def test_back_goes_through_all_answers_and_keeps_them() -> None:
    """From the last to the first, nothing lost; before the first there is nothing."""
    attempt = replace(answered(made(), {"score": 5, "a1": 1, "a2": 2}), position=B1)
    places = []
    while attempt.position != SCORE:
        attempt = attempt.went_back(attempt.position or 0)
        places.append(attempt.position)
    assert places == [A2, A1, SCORE]
    assert attempt.answers == {"score": 5, "a1": 1, "a2": 2}
    with pytest.raises(OutdatedError):
        attempt.went_back(SCORE)


def test_back_skips_what_is_not_asked() -> None:
    """In the express version the question before b1 is a2, before that the score."""
    attempt = replace(answered(made(), {"score": 5, "a2": 2}, Mode.EXPRESS), position=A2)
    assert attempt.went_back(A2).position == SCORE


def test_changing_an_earlier_answer_returns_to_the_first_open_question() -> None:
    """The later answers stand; nobody walks through them again."""
    attempt = replace(answered(made(), {"score": 5, "a1": 1, "a2": 2}), position=A1)
    changed = attempt.tapped(A1, "4")
    assert changed.position == B1
    assert changed.answers == {"score": 5, "a1": 4, "a2": 2}


def test_a_question_left_open_earlier_comes_before_the_end() -> None:
    """Nothing that is asked stays without an answer, wherever the person jumped."""
    attempt = replace(answered(made(), {"score": 5, "a2": 2}), position=B1)
    assert attempt.tapped(B1, "3").position == A1


def test_an_earlier_answer_may_close_a_later_question() -> None:
    """The reason that was written stays stored, and counts no longer."""
    answers: dict[str, Value] = {"score": 10, "a1": 1, "a2": 2, "b1": 3, "why": WRITTEN}
    attempt = replace(answered(made(), answers), position=SCORE)
    changed = attempt.tapped(SCORE, "5")
    assert changed.position is None
    assert changed.answers["why"] == WRITTEN
    assert set(changed.asked_answers) == {"score", "a1", "a2", "b1"}
    assert replace(changed, position=SCORE).tapped(SCORE, "10").position is None


def test_progress_counts_what_was_announced() -> None:
    """The statements of the blocks: what is asked besides does not move the goal."""
    for mode in Mode:
        count = made().scored_count(mode)
        assert answered(made(), {}, mode).progress == (0, count)
        assert answered(made(), {"score": 10, "why": WRITTEN}, mode).progress == (0, count)
    answers: dict[str, Value] = {"score": 10, "a1": UNKNOWN, "why": WRITTEN}
    assert answered(made(), answers).progress == (1, 3)


def test_progress_counts_every_question_where_there_are_no_blocks() -> None:
    """Words that may be left out count once they are asked, and when they are skipped."""
    last = question("last", Kind.TEXT, optional=True)
    survey = instrument(*(s for s in made().sections if not s.scored), Section("words", (last,)))
    assert answered(survey, {}).progress == (0, 2)
    assert answered(survey, {"score": 10}).progress == (1, 3)
    assert answered(survey, {"score": 5}).progress == (1, 2)
    assert answered(survey, {"score": 10, "why": SKIPPED}).progress == (2, 3)
    assert answered(survey, {"score": 10, "why": WRITTEN, "last": SKIPPED}).progress == (3, 3)


def test_went_on_needs_an_answer() -> None:
    """“Next” under a text leads past it only once something stands there."""
    empty = replace(answered(made(), {"score": 10}), position=WHY)
    with pytest.raises(UnknownValueError):
        empty.went_on(WHY)
    kept = replace(empty, answers={"score": 10, "why": WRITTEN})
    assert kept.went_on(WHY).position == A1


def test_an_item_that_is_not_asked_does_not_keep_its_block_open() -> None:
    """A condition inside a block: whom it does not fit has the block whole without it."""
    staff = Condition("role", frozenset({"employee"}))
    section = block("a", question("a1"), question("a2", when=[staff]))
    owner = answered(instrument(section), {"a1": 3}, profile=Profile(role="owner"))
    assert not owner.lacks(section)
    employee = answered(instrument(section), {"a1": 3}, profile=Profile(role="employee"))
    assert employee.lacks(section)


def test_supplemented_keeps_what_express_has_answered() -> None:
    """The full version asks the rest, nothing twice; what was written is kept too."""
    answers: dict[str, Value] = {"score": 10, "a2": 4, "b1": UNKNOWN, "why": WRITTEN}
    express = answered(made(), answers, Mode.EXPRESS, Profile(role="owner"))
    full = supplemented(express, "other", made())
    assert full.key == "other"
    assert full.mode is Mode.FULL
    assert full.profile == Profile(role="owner")
    assert full.answers == answers
    assert full.position == A1
    assert full.tapped(A1, "3").position is None
    silent = replace(express, answers={**answers, "why": SKIPPED})
    assert supplemented(silent, "other", made()).tapped(A1, "3").position == WHY


def test_supplemented_drops_what_a_newer_version_does_not_offer() -> None:
    """A question that is gone or a level that is no more is asked anew, not carried along."""
    answers: dict[str, Value] = {"a1": 5, "a2": 2, "zz": 3}
    full = supplemented(answered(made(), answers), "other", blocks_of(2, levels=4))
    assert full.answers == {"a2": 2}


def test_supplemented_asks_again_what_was_skipped() -> None:
    """A skip is no answer."""
    both = instrument(block("a", question("a1", optional=True), question("a2")))
    full = supplemented(answered(both, {"a1": SKIPPED, "a2": 2}), "other", both)
    assert full.answers == {"a2": 2}
    assert full.position == 0
