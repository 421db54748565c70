"""What a canvas is made of: two texts to begin with, then a list of which each item is explained.

Content says which question is which only by its shape: what is quoted is an item, what quotes it
explains it, and the texts before them are the two that stand above.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.kinds import Kind
from domain.questionnaire import Instrument, Question

HEADS = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """The questions of a canvas.

    Attributes:
        heads: The two that stand above: what it is for, and what is felt.
        items: The list, each item with the question that explains it.
    """

    heads: Sequence[Question]
    items: Sequence[tuple[Question, Question]]

    @property
    def is_whole(self) -> bool:
        """Whether a canvas can be drawn from it."""
        return len(self.heads) == HEADS and bool(self.items)


def shape_of(instrument: Instrument) -> Shape:
    """Which question of an instrument is which part of a canvas."""
    texts = [question for question in instrument.questions if question.kind is Kind.TEXT]
    explained = {question.quotes: question for question in texts if question.quotes}
    return Shape(
        heads=[q for q in texts if q.quotes is None and q.code not in explained],
        items=[(q, explained[q.code]) for q in texts if q.code in explained],
    )
