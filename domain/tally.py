"""The result of a checklist: what is so, and what nobody is sure of."""

from dataclasses import dataclass

from domain.attempt import Attempt
from domain.questionnaire import UNSURE, YES, Kind


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers to yes-or-no questions.

    Attributes:
        yes: How many are known to be so.
        unsure: How many are not known; they earn nothing and are told apart.
        asked: Of how many.
    """

    yes: int
    unsure: int
    asked: int


def tally(attempt: Attempt) -> Tally:
    """Counts an attempt's yes-or-no answers among the questions it asks."""
    asked = [
        question.code
        for ordinal in attempt.steps
        if (question := attempt.instrument.questions[ordinal]).kind is Kind.YES_NO
    ]
    answers = [attempt.answers.get(code) for code in asked]
    return Tally(answers.count(YES), answers.count(UNSURE), len(asked))
