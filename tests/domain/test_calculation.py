"""One person's way through a calculator: step by step, with each number held to the others."""

from dataclasses import replace

import pytest

from domain.attempt import Attempt
from domain.calculation import calculated, check, outcome, repeated
from domain.errors import OutdatedError, UnknownValueError
from domain.formulas.outcome import Conflict, ConflictError
from domain.listed import dumped
from domain.questionnaire import READ
from tests.support import calculators
from tests.support.calculators import begun


def at(entry: str, **answers: float) -> Attempt:
    """At the first input of a calculator that has no answer yet."""
    attempt = begun().tapped(0, entry)
    attempt = attempt.tapped(attempt.position or 0, READ)
    for code, number in answers.items():
        assert attempt.question.code == code
        attempt = attempt.wrote(str(number)).went_on(attempt.position or 0)
    return attempt


@pytest.mark.parametrize(
    ("entry", "typed", "value"),
    [
        ("nps", ("60", "25", "15"), 45),
        ("csat", ("8", "10"), 0.8),
        ("ces", ("0 0 0 5 5 5 5",), 0.75),
        ("iqs", ("1", "5", "4 2\n5"), 2.5 / 3),
        ("clv", ("1 000", "80 %", "12"), 2500),
        ("crr", ("1,000", "50", "900", "month"), 0.85),
        ("ccr", ("1000", "50", "900", "year"), 0.15),
        ("concentration", ("79 6 5 5 5",), 0.4),
    ],
)
def test_every_calculator(entry: str, typed: tuple[str, ...], value: float) -> None:
    """From the choice to the number; the last step ends it."""
    attempt, words = calculators.calculated(entry, *typed)
    assert attempt.position is None
    found = outcome(attempt, words)
    assert found is not None
    assert found.value.value == pytest.approx(value)
    section = calculated(attempt)
    assert section is not None
    assert section.code == entry


def test_a_page_that_only_explains() -> None:
    """It has no answer: one can only go back, and another choice is just another choice."""
    attempt = begun().tapped(0, "enps")
    place = attempt.position or 0
    assert attempt.question.is_end
    with pytest.raises(UnknownValueError):
        attempt.tapped(place, READ)
    with pytest.raises(UnknownValueError):
        attempt.went_on(place)
    assert calculated(attempt) is None
    assert outcome(attempt, {}) is None
    again = attempt.went_back(place).tapped(0, "crr")
    assert again.question.code == "crr_page"
    with pytest.raises(OutdatedError):
        again.went_back(0)


def test_another_metric_begins_at_its_page() -> None:
    """Also one whose numbers were given before: they are shown on the way, not skipped."""
    attempt = at("crr", crr_s=10, crr_n=1)
    while attempt.position:
        attempt = attempt.went_back(attempt.position)
    other = attempt.tapped(0, "nps")
    assert other.question.code == "nps_page"
    back = other.went_back(other.position or 0).tapped(0, "crr")
    seen = []
    for _ in range(3):
        seen.append(back.question.code)
        is_page, place = back.question.code == "crr_page", back.position or 0
        back = back.tapped(place, READ) if is_page else back.went_on(place)
    assert seen == ["crr_page", "crr_s", "crr_n"]
    assert (back.question.code, back.answers["crr_n"]) == ("crr_e", 1)


def test_a_number_is_held_to_those_before_it() -> None:
    """Refused where it is typed; and where one went back, at the later one that no longer fits."""
    attempt = at("crr", crr_s=100, crr_n=20)
    with pytest.raises(ConflictError) as caught:
        check(attempt.wrote("15"), {})
    assert caught.value.conflict is Conflict.NEW_ABOVE_END
    check(attempt.wrote("90"), {})
    written = attempt.wrote("90")
    first = next(n for n in written.steps if written.instrument.questions[n].code == "crr_s")
    changed = replace(written, position=first).wrote("50")
    check(changed, {})
    on = changed.went_on(first)
    check(on, {})
    on = on.went_on(on.position or 0)
    with pytest.raises(ConflictError) as caught:
        check(on, {})
    assert caught.value.conflict is Conflict.KEPT_ABOVE_START
    assert on.answers["crr_e"] == 90


def test_a_list_is_held_to_its_scale() -> None:
    """Lists are kept apart; without its words a list is not there yet."""
    attempt = at("iqs", iqs_low=1, iqs_high=5).listed()
    good, bad = dumped([]), "[[6,1,false]]"
    check(attempt, {})
    with pytest.raises(ConflictError) as caught:
        check(attempt, {"iqs_rows": bad})
    assert caught.value.conflict is Conflict.OUTSIDE_SCALE
    with pytest.raises(ConflictError):
        check(attempt, {"iqs_rows": good})
    assert outcome(attempt, {}) is None
    with pytest.raises(UnknownValueError):
        attempt.wrote("4 2")
    with pytest.raises(UnknownValueError):
        at("iqs").listed()


def test_once_more() -> None:
    """The same metric at its first input, numbers kept, lists asked anew."""
    attempt, _ = calculators.calculated("crr", "1000", "50", "900", "month")
    again = repeated(attempt, "other", attempt.instrument)
    assert (again.key, again.question.code) == ("other", "crr_s")
    assert again.answers == attempt.answers
    listed, _ = calculators.calculated("concentration", "5 6")
    again = repeated(listed, "other", listed.instrument)
    assert again.question.code == "conc_values"
    assert again.answers == {"metric": "concentration", "concentration_pa": READ}


def test_a_calculation_that_later_content_lacks() -> None:
    """Its formula gone, it begins with the choice; its number can't be told any more."""
    attempt, words = calculators.calculated("csat", "8", "10")
    made = attempt.instrument
    kept = tuple(section for section in made.sections if section.code != "csat")
    choice = kept[0].questions[0]
    fewer = tuple(option for option in choice.options if option.code != "csat")
    first = replace(kept[0], questions=(replace(choice, options=fewer),))
    later = replace(made, sections=(first, *kept[1:]))
    assert repeated(attempt, "other", later).question.code == "metric"
    renamed = tuple(
        replace(section, formula="unknown") if section.formula else section
        for section in made.sections
    )
    assert outcome(replace(attempt, instrument=replace(made, sections=renamed)), words) is None
    contradiction = replace(attempt, answers={**attempt.answers, "csat_all": 5})
    assert outcome(contradiction, words) is None
