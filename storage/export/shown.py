"""What of the figures may be shown: the one place where small groups are hidden."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.questionnaire import LIKELIHOOD_MAX
from domain.statistics import hidden_groups, nps
from storage.export.figures import Mean, Scores, rounded
from storage.export.rows import Cell

LIKELIHOOD_CELLS: Final = 7 + LIKELIHOOD_MAX + 1
"""n, its three parts, score and interval, and how many gave each answer."""


@dataclass(frozen=True, slots=True)
class Row:
    """A group's scores as cells.

    Attributes:
        people: How many count.
        total: Their mean total.
        blocks: Their blocks' means.
    """

    people: Cell
    total: Cell
    blocks: Sequence[Cell]


def hidden(sizes: Mapping[str, int]) -> frozenset[str]:
    """Which groups of one cut may not be shown in one figure.

    Args:
        sizes: How many values the figure has in each group.
    """
    names = list(sizes)
    return frozenset(names[index] for index in hidden_groups(list(sizes.values())))


def shown_scores(groups: Mapping[str, Scores], blocks: Sequence[str], word: str) -> dict[str, Row]:
    """The means of one cut, each figure with its own numbers of values.

    Args:
        groups: The cut's groups, in their order.
        blocks: Codes of the blocks, in their order.
        word: Stands for what is hidden.
    """
    secret = hidden({name: scores.people for name, scores in groups.items()})
    totals = _means({name: scores.total for name, scores in groups.items()}, secret, word)
    means = [
        # A block that no attempt of a group knows (it came with a later version) has no values.
        _means({n: scores.blocks.get(code, Mean()) for n, scores in groups.items()}, secret, word)
        for code in blocks
    ]
    return {
        name: Row(
            people=word if name in secret else scores.people,
            total=totals[name],
            blocks=[mean[name] for mean in means],
        )
        for name, scores in groups.items()
    }


def _means(means: Mapping[str, Mean], secret: frozenset[str], word: str) -> dict[str, Cell]:
    concealed = secret | hidden({name: mean.n for name, mean in means.items()})
    return {name: word if name in concealed else mean.shown for name, mean in means.items()}


def shown_likelihood(groups: Mapping[str, Counter[int]], word: str) -> dict[str, list[Cell]]:
    """The scores of one cut with all that belongs to them."""
    concealed = hidden({name: answers.total() for name, answers in groups.items()})
    return {
        name: [word, *[None] * (LIKELIHOOD_CELLS - 1)] if name in concealed else _parts(answers)
        for name, answers in groups.items()
    }


def _parts(answers: Counter[int]) -> list[Cell]:
    parts = nps(answers)
    if parts is None:
        return [0, *[None] * (LIKELIHOOD_CELLS - 1)]
    return [
        parts.n,
        parts.promoters,
        parts.passives,
        parts.detractors,
        rounded(parts.score),
        rounded(parts.low),
        rounded(parts.high),
        *(answers[answer] for answer in range(LIKELIHOOD_MAX + 1)),
    ]
