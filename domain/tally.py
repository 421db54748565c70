"""The result of a checklist: what is so, what is missing, and what nobody is sure of.

Of all that is asked, only a sure yes earns a plus. "Not sure" is told apart from "no": the first
step there is to find out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from domain.attempt import Attempt
from domain.questionnaire import NO, YES, Question, Section, Value


@dataclass(frozen=True, slots=True)
class Split:
    """How answers fall apart: shares of them in per cent, 100 together.

    Attributes:
        yes: What is so.
        no: What is missing.
        unsure: What is not known.
    """

    yes: float
    no: float
    unsure: float


def split_of(yes: int, no: int, unsure: int) -> Split | None:
    """The shares of so many answers; None where there are none."""
    count = yes + no + unsure
    return Split(*(100 * part / count for part in (yes, no, unsure))) if count else None


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions by their answers, each in the instrument's order.

    Attributes:
        yes: What is known to be so.
        no: What is missing.
        unsure: What is not known; a question that was skipped is not known either.
    """

    yes: Sequence[Question]
    no: Sequence[Question]
    unsure: Sequence[Question]

    @property
    def pluses(self) -> int:
        """How many are known to be so."""
        return len(self.yes)

    @property
    def asked(self) -> int:
        """Of how many."""
        return len(self.yes) + len(self.no) + len(self.unsure)

    @property
    def share(self) -> Fraction:
        """The share of pluses among all that were asked, 0 to 1; 0 where nothing was."""
        return Fraction(self.pluses, self.asked) if self.asked else Fraction()

    @property
    def split(self) -> Split | None:
        """How all that were asked fall apart; None where nothing was."""
        return split_of(len(self.yes), len(self.no), len(self.unsure))

    @property
    def ahead(self) -> Sequence[Question]:
        """What to see to, in this order: first what is missing, then what is to be found out."""
        return (*self.no, *self.unsure)


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist's result.

    Attributes:
        whole: Over all of its sections.
        sections: Each section of which something was asked, with its own tally.
    """

    whole: Tally
    sections: Sequence[tuple[Section, Tally]]


def checklist(attempt: Attempt) -> Checklist:
    """What an attempt's scored sections come to, among the questions it asks."""
    asked, answers = attempt.asked, attempt.answers
    sections = [
        (section, [question for question in section.questions if question.code in asked])
        for section in attempt.instrument.blocks
    ]
    return Checklist(
        whole=_tally(chain.from_iterable(questions for _, questions in sections), answers),
        sections=[
            (section, _tally(questions, answers)) for section, questions in sections if questions
        ],
    )


def _tally(questions: Iterable[Question], answers: Mapping[str, Value]) -> Tally:
    found = [(question, answers.get(question.code)) for question in questions]
    return Tally(
        yes=[question for question, answer in found if answer == YES],
        no=[question for question, answer in found if answer == NO],
        unsure=[question for question, answer in found if answer not in {YES, NO}],
    )
