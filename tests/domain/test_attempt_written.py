"""What people type: texts kept whole or refused, numbers as people write them."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attempt import Attempt
from domain.errors import (
    AnswerError,
    NotANumberError,
    OutOfRangeError,
    TooLongError,
    UnknownValueError,
)
from domain.kinds import Kind
from domain.questionnaire import MAX_WRITTEN, WRITTEN, Section, Value
from tests.support.questionnaires import answered, instrument, question


def asking(
    kind: Kind, low: float | None = None, high: float | None = None, *, optional: bool = False
) -> Attempt:
    """At one question of this kind."""
    asked = question("q", kind, limits=(low, high), optional=optional)
    return answered(instrument(Section("s", (asked,))), {}).started()


@pytest.mark.parametrize("text", ["a", "0", "a" * MAX_WRITTEN, "я" * MAX_WRITTEN, "<b>&"])
def test_text_is_kept_apart(text: str) -> None:
    """The map of answers holds a mark only, never the words; the person stays to see them."""
    attempt = asking(Kind.TEXT).wrote(text)
    assert attempt.answers == {"q": WRITTEN}
    assert attempt.position == 0
    assert attempt.went_on(0).position is None


def test_text_over_the_limit_is_refused_with_its_length() -> None:
    """Never cut silently."""
    with pytest.raises(TooLongError) as caught:
        asking(Kind.TEXT).wrote("я" * (MAX_WRITTEN + 1))
    assert (caught.value.length, caught.value.limit) == (MAX_WRITTEN + 1, MAX_WRITTEN)


@pytest.mark.parametrize(
    "kind", [Kind.SCALE, Kind.LIKELIHOOD, Kind.YES_NO, Kind.CHOICE, Kind.NUMBERS]
)
def test_words_where_a_button_is_expected(kind: Kind) -> None:
    """Not even a right-looking number is taken for a tap."""
    with pytest.raises(UnknownValueError):
        asking(kind).wrote("5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12.0),
        ("+12", 12.0),
        ("-3.5", -3.5),
        ("12,5", 12.5),
        ("1 000", 1000.0),
        ("1 000 000,25", 1000000.25),
        ("1\u00a0000", 1000.0),
        ("1\u202f000", 1000.0),
        ("1'000", 1000.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("007", 7.0),
    ],
)
def test_numbers_as_people_type_them(text: str, expected: float) -> None:
    """Decimal comma or point, spaces of any kind between thousands."""
    attempt = asking(Kind.NUMBER).wrote(text)
    assert attempt.answers == {"q": expected}
    assert attempt.position == 0


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12a", "1.2.3", "1,00,000", "1e5", "nan", "inf", "0x10", "--1", "1-2", "½", "²"],
)
def test_what_is_no_number(text: str) -> None:
    """Neither guessed nor half-read."""
    with pytest.raises(NotANumberError):
        asking(Kind.NUMBER).wrote(text)


@pytest.mark.parametrize(
    ("text", "is_taken"), [("0", True), ("10", True), ("-0.1", False), ("10,1", False)]
)
def test_limits_belong_to_the_range(text: str, is_taken: bool) -> None:  # noqa: FBT001 - a table
    """Both ends are allowed; outside, the refusal knows the limits."""
    attempt = asking(Kind.NUMBER, 0, 10)
    if is_taken:
        assert "q" in attempt.wrote(text).answers
        return
    with pytest.raises(OutOfRangeError) as caught:
        attempt.wrote(text)
    assert (caught.value.low, caught.value.high) == (0, 10)


@pytest.mark.parametrize(("low", "high"), [(None, None), (0, None), (None, 10)])
def test_a_number_too_large_to_be_one(low: float | None, high: float | None) -> None:
    """Four hundred nines are infinity to a computer, and infinity cannot be stored as JSON."""
    with pytest.raises((NotANumberError, OutOfRangeError)):
        asking(Kind.NUMBER, low, high).wrote("9" * 400)


@given(st.text(max_size=1200), st.sampled_from([Kind.TEXT, Kind.NUMBER]))
def test_any_text_is_taken_or_refused_in_kind(text: str, kind: Kind) -> None:
    """No text, however odd, ends in anything but an answer or one of the known refusals."""
    attempt = asking(kind, optional=True)
    try:
        after = attempt.wrote(text)
    except AnswerError:
        return
    value = after.answers["q"]
    assert value == WRITTEN if kind is Kind.TEXT else math.isfinite(float(value))


def test_writing_again_replaces() -> None:
    """The second number is the one that counts, and other answers stay."""
    attempt = asking(Kind.NUMBER).wrote("1").wrote("2")
    assert attempt.answers == {"q": 2.0}
    with_other = replace(attempt, answers={"p": 1, "q": 2.0}).wrote("3")
    assert with_other.answers == {"p": 1, "q": 3.0}


def _at_a_rating() -> Attempt:
    asked = replace(question("q", Kind.RATING), points=5, takes_note=True)
    return answered(instrument(Section("s", (asked,))), {}).started()


@pytest.mark.parametrize("text", ["note", "44", "0", "6", "4.", "я" * MAX_WRITTEN])
@pytest.mark.parametrize("answers", [{}, {"q": 4}])
def test_a_note_changes_no_answer(text: str, answers: dict[str, Value]) -> None:
    """It stands beside the rating, before it or after it; the person stays."""
    attempt = replace(_at_a_rating(), answers=answers, position=0)
    assert attempt.wrote(text) == attempt


@pytest.mark.parametrize("text", ["1", "5"])
def test_a_rating_that_is_typed_is_no_note(text: str) -> None:
    """It is answered like words at any other question with buttons."""
    with pytest.raises(UnknownValueError):
        _at_a_rating().wrote(text)


def test_a_note_over_the_limit() -> None:
    """Refused with its length, as texts are."""
    with pytest.raises(TooLongError) as caught:
        _at_a_rating().wrote("я" * (MAX_WRITTEN + 1))
    assert caught.value.length == MAX_WRITTEN + 1


def test_a_rating_without_notes_takes_none() -> None:
    """Words there are a mistake."""
    asked = replace(question("q", Kind.RATING), points=5)
    with pytest.raises(UnknownValueError):
        answered(instrument(Section("s", (asked,))), {}).started().wrote("note")
