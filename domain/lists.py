"""Questions that make a list: each is asked once the one before it has an answer.

Whoever takes an item out of the middle means that item, not all that follow it: those move up,
and what was said about each of them (to the questions that quote it) moves along.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from domain.attempt import Attempt
from domain.questionnaire import SKIPPED, WRITTEN, Condition, Instrument, Question


@dataclass(frozen=True, slots=True)
class Moved:
    """Words that become the answer to another question.

    Attributes:
        target: Whose answer they become; what stood there is forgotten.
        source: Whose answer they were; None where nothing takes that place.
    """

    target: str
    source: str | None


def closed_up(attempt: Attempt, code: str) -> tuple[Attempt, Sequence[Moved]]:
    """Closes the gap that a skipped item has left in its list.

    Args:
        attempt: After the item was skipped.
        code: The item's question.

    Returns:
        The attempt, at the next question without an answer, and how the words move, in order.
    """
    instrument = attempt.instrument
    items = _items(instrument, instrument.by_code[code])
    rows = [(item, *_about(instrument, item)) for item in items]
    written = [*takewhile(lambda item: attempt.answers.get(item.code) == WRITTEN, items[1:])]
    answers = dict(attempt.answers)
    moved: list[Moved] = []
    for row, following in pairwise(rows[: len(written) + 1]):
        for target, source in zip(row, following, strict=False):
            moved.append(Moved(target.code, source.code))
            value = answers.pop(source.code, None)
            answers.pop(target.code, None)
            if value is not None:
                answers[target.code] = value
    # The place that is free now is so by choice, and nothing is said about it any longer.
    free, *about = rows[len(written)]
    answers[free.code] = SKIPPED
    for question in about:
        answers.pop(question.code, None)
        moved.append(Moved(question.code, None))
    later = replace(attempt, answers=answers)
    return later.onwards(after=instrument.questions.index(items[0])), moved


def _items(instrument: Instrument, first: Question) -> list[Question]:
    """An item of a list and those that are asked one after the other behind it."""
    found = [first]
    for question in instrument.section_of[first.code].questions:
        if Condition(found[-1].code, None) in question.when:
            found.append(question)
    return found


def _about(instrument: Instrument, item: Question) -> list[Question]:
    """The questions that quote an item."""
    return [question for question in instrument.questions if question.quotes == item.code]
