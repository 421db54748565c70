"""An attempt at a calculator: which formula it fills, whether its numbers fit, what they give."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.attempt import Attempt
from domain.formulas.outcome import ConflictError, Outcome
from domain.formulas.registry import FORMULAS, Formula
from domain.kinds import Kind
from domain.listed import loaded
from domain.questionnaire import WRITTEN, Instrument, Question, Section


def calculated(attempt: Attempt) -> Section | None:
    """The section whose formula the person has chosen; None before, or where there is none."""
    asked = attempt.asked
    return next(
        (
            section
            for section in attempt.instrument.sections
            if section.formula and any(question.code in asked for question in section.questions)
        ),
        None,
    )


def leads_to_formula(question: Question, choice: str, instrument: Instrument) -> bool:
    """Whether something is calculated for those who answer a question with this choice."""
    return any(
        condition.reference == question.code and choice in (condition.values or ())
        for section in instrument.sections
        if section.formula
        for asked in section.questions
        for condition in asked.when
    )


def check(attempt: Attempt, words: Mapping[str, str]) -> None:
    """Holds the number that the person stands at against those before it.

    Args:
        attempt: At a question.
        words: What is kept apart of its answers, by question code.

    Raises:
        ConflictError: They can't all be right.
    """
    formula, code = _formula(attempt), attempt.question.code
    if formula is None or code not in formula.inputs:
        return
    given = _given(attempt, words, formula)
    so_far = list(formula.inputs)[: list(formula.inputs).index(code) + 1]
    if all(name in given for name in so_far):
        formula.check(*(given[name] for name in so_far))


def outcome(attempt: Attempt, words: Mapping[str, str]) -> Outcome | None:
    """What a finished calculation comes to.

    Args:
        attempt: With all its answers.
        words: What is kept apart of its answers, by question code.

    Returns:
        None where nothing is calculated, or where this release needs other inputs or has other
        rules for them than the one that asked.
    """
    formula = _formula(attempt)
    if formula is None:
        return None
    given = _given(attempt, words, formula)
    if len(given) < len(formula.inputs):
        return None
    try:
        return formula.calculate(*given.values())
    except ConflictError:
        return None


def repeated(finished: Attempt, key: str, instrument: Instrument) -> Attempt:
    """The same calculation once more, with its numbers to be kept or changed.

    Args:
        finished: The calculation.
        key: The new attempt's key.
        instrument: The version to go on with: answers are kept that it still takes; lists are
            asked for anew.

    Returns:
        The attempt at its first input; at its beginning where the formula is gone.
    """
    kept = {
        code: value
        for code, value in finished.answers.items()
        if (question := instrument.by_code.get(code)) is not None and _takes(question, value)
    }
    again = Attempt(key, instrument, finished.mode, finished.profile, kept).started()
    formula = _formula(again)
    inputs = formula.inputs if formula else ()
    first = (n for n in again.steps if instrument.questions[n].code in inputs)
    return replace(again, position=next(first, again.position))


def _takes(question: Question, value: object) -> bool:
    if question.kind is Kind.NUMBER:
        return isinstance(value, int | float)
    return value in question.tokens


def _formula(attempt: Attempt) -> Formula | None:
    section = calculated(attempt)
    return FORMULAS.get(section.formula or "") if section else None


def _given(attempt: Attempt, words: Mapping[str, str], formula: Formula) -> dict[str, Any]:
    """The inputs that are there, by code and in order; lists as values."""
    given: dict[str, Any] = {}
    for code, wanted in formula.inputs.items():
        value = attempt.answers.get(code)
        if value == WRITTEN and wanted.kind is Kind.NUMBERS:
            if code in words:
                given[code] = loaded(words[code], wanted.listing)
        elif value is not None and (wanted.kind is Kind.CHOICE or isinstance(value, int | float)):
            given[code] = value
    return given
