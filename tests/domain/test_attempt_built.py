"""Attempts in which something is built: its end, and going on with it later."""

import pytest

from domain.attempt import Attempt
from domain.errors import OutdatedError, UnknownValueError
from domain.kinds import Kind
from domain.questionnaire import WRITTEN, Condition, Instrument, Question, Section
from tests.support.questionnaires import answered, blocks_of, instrument, question


def either() -> Instrument:
    """Two builders, of which an earlier choice decides."""

    def built(code: str, choice: str) -> Question:
        when = (Condition("whose", frozenset({choice})),)
        return question(code, Kind.JOURNEY, when=when)

    whose = question("whose", Kind.CHOICE, choices=("mine", "yours"))
    return instrument(Section("s", (whose, built("a", "mine"), built("b", "yours"))))


def test_the_end_of_building() -> None:
    """The mark of what was written, and on; only where something is built, and only there."""
    start = answered(either(), {}).started()
    with pytest.raises(UnknownValueError):
        start.built(0)
    at_b = start.tapped(0, "yours")
    assert (at_b.question.code, at_b.builder) == ("b", at_b.question)
    with pytest.raises(OutdatedError):
        at_b.built(1)
    with pytest.raises(UnknownValueError):
        at_b.went_on(2)
    with pytest.raises(UnknownValueError):
        at_b.wrote("words")
    done = at_b.built(2)
    assert (done.answers, done.position) == ({"whose": "yours", "b": WRITTEN}, None)


def test_going_on_later() -> None:
    """At the builder; back and on leads to it again, not to an end that nobody asked for."""
    done = answered(either(), {}).started().tapped(0, "mine").built(1)
    again: Attempt = done.reopened()
    assert (again.position, again.answers) == (1, {"whose": "mine"})
    back = again.went_back(1)
    assert back.tapped(0, "mine").position == 1
    assert back.tapped(0, "yours").question.code == "b"
    assert again.built(1) == done


def test_where_nothing_is_built() -> None:
    """Nothing is left to ask there."""
    attempt = answered(blocks_of(2), {"a1": 3})
    assert attempt.builder is None
    assert (attempt.reopened().position, attempt.reopened().answers) == (None, {"a1": 3})
