"""Which recommendations a result calls for.

A question, or else its section, names the recommendation that a weak answer to it calls for.
Those that most weak answers call for come first; ties stand in the library's own order.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.questionnaire import Instrument, Question
from domain.scoring import score, weakest_items
from domain.tally import checklist

LOW_RATING: Final = 2
"""The highest rating that counts as weak."""


@dataclass(frozen=True, slots=True)
class Call:
    """A recommendation, and how many weak answers call for it.

    Attributes:
        code: Of the recommendation.
        answers: 0 where nothing calls for it.
    """

    code: str
    answers: int


def weak_questions(attempt: Attempt) -> Sequence[Question]:
    """The questions whose answers are weak, by the way the instrument is scored.

    Of a map the weakest statements of its growth zones, of a checklist what is missing or not
    known, of a profile the ratings of 1 and 2; nothing of anything else.
    """
    match attempt.instrument.scoring:
        case Scoring.BLOCKS:
            zones = score(attempt).zones
            return [question for zone in zones for question, _ in weakest_items(zone, attempt)]
        case Scoring.CHECKLIST:
            return checklist(attempt).whole.ahead
        case Scoring.PROFILE:
            answers = attempt.asked_answers
            return [
                question
                for block in attempt.instrument.blocks
                for question in block.questions
                if isinstance(value := answers.get(question.code), int) and value <= LOW_RATING
            ]
        case _:
            return ()


def names_advice(instrument: Instrument) -> bool:
    """Whether a result of this instrument can call for a recommendation."""
    return any(_advice_of(question, instrument) for question in instrument.questions)


def calls(attempt: Attempt, codes: Sequence[str]) -> Sequence[Call]:
    """All recommendations, those called for most first.

    Args:
        attempt: A finished attempt.
        codes: The recommendations there are, in their own order. An older version of the
            instrument may name others: these are left out.
    """
    named = Counter(_advice_of(q, attempt.instrument) for q in weak_questions(attempt))
    return sorted((Call(code, named[code]) for code in codes), key=lambda call: -call.answers)


def _advice_of(question: Question, instrument: Instrument) -> str | None:
    return question.advice or instrument.section_of[question.code].advice
