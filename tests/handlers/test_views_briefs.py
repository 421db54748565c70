"""A choice with a line on each answer: what it means, and what is calculated from it."""

from dataclasses import replace

import pytest

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.calculation import leads_to_formula
from domain.kinds import Kind, Mode, Scoring
from domain.languages import LANGUAGES
from handlers.views.question import question_view
from tests.support.calculators import WITHOUT, begun, calculators
from tests.support.screens import KEY, Checked, check, person, speech

METRICS = next(
    one for one in load_library().instruments.values() if one.scoring is Scoring.CALCULATION
)


def asked(attempt: Attempt, language: str, library: Library, texts: Texts) -> Checked:
    """The screen of a question."""
    return check(question_view(person(language, attempt), "", speech(library, texts)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_metrics_explain_themselves(language: str, library: Library, texts: Texts) -> None:
    """Each in a line of its own; those that can be calculated first, under a heading."""
    attempt = Attempt(KEY, METRICS, Mode.FULL).started()
    text = asked(attempt, language, library, texts).text
    _, counted, explained = text.split("\n\n")
    options = attempt.question.options
    assert all(option.brief for option in options)
    for option in options:
        is_counted = leads_to_formula(attempt.question, option.code, METRICS)
        part = counted if is_counted else explained
        brief = (option.brief or {})[language]
        (line,) = [one for one in part.split("\n") if brief in one]
        assert line.startswith(option.label[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_where_it_leads(language: str, library: Library, texts: Texts) -> None:
    """Before a calculator its button calculates; where nothing follows there is none."""
    first = asked(begun().tapped(0, "nps"), language, library, texts)
    assert first.labels[0] == [texts.line(language, "button-calculate")]
    end = asked(begun().tapped(0, WITHOUT), language, library, texts)
    assert len(end.labels) == 1


def test_without_briefs_nothing_is_listed(library: Library, texts: Texts) -> None:
    """And without calculators, or without anything else, there are no headings."""
    plain = asked(begun(), "en", library, texts)
    assert plain.text == "metric?"
    question = replace(
        calculators().questions[0],
        options=[replace(o, brief=o.label) for o in calculators().questions[0].options[:2]],
    )
    assert question.kind is Kind.CHOICE
    section = replace(calculators().sections[0], questions=(question,))
    few = replace(calculators(), sections=(section, *calculators().sections[1:]))
    listed = asked(Attempt(KEY, few, Mode.FULL).started(), "en", library, texts)
    assert listed.text == "metric?\n\nnps: nps\ncsat: csat"
