"""What of the figures may be shown: the one place where small groups are hidden."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.questionnaire import LIKELIHOOD_MAX
from domain.statistics import GROUP_THRESHOLD, hidden_groups, nps
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


def hidden(sizes: Mapping[str, int], also: frozenset[str] = frozenset()) -> frozenset[str]:
    """Which groups of one cut may not be shown in one figure.

    Args:
        sizes: How many values the figure has in each group.
        also: Groups that are hidden for another reason; they too must not be left alone.
    """
    names = list(sizes)
    gone = {names[index] for index in hidden_groups(list(sizes.values()))} | also
    rest = sorted(
        (name for name in names if name not in gone and sizes[name]), key=sizes.__getitem__
    )
    while rest and _can_be_worked_out([sizes[name] for name in gone if sizes[name]]):
        gone.add(rest.pop(0))
    return frozenset(gone)


def _can_be_worked_out(sizes: Sequence[int]) -> bool:
    """Whether the whole minus the groups that are shown tells too much about the hidden ones."""
    return bool(sizes) and (len(sizes) == 1 or sum(sizes) < GROUP_THRESHOLD)


def shown_scores(groups: Mapping[str, Scores], blocks: Sequence[str], word: str) -> dict[str, Row]:
    """The means of one cut, each figure with its own numbers of values.

    Args:
        groups: The cut's groups, in their order.
        blocks: Codes of the blocks, in their order.
        word: Stands for what is hidden.
    """
    secret = hidden({name: scores.people for name, scores in groups.items()})
    # A block that no attempt of a group knows (it came with a later version) has no values.
    means = [
        {n: scores.blocks.get(code, Mean()) for n, scores in groups.items()} for code in blocks
    ]
    concealed = [hidden(_sizes(of_block), secret) for of_block in means]
    # The total is the mean of the blocks: beside all others it would tell a block that is hidden
    # only to protect another group's.
    told = {
        name
        for of_block, gone in zip(means, concealed, strict=True)
        for name in gone
        if of_block[name].n >= GROUP_THRESHOLD
    }
    totals = {name: scores.total for name, scores in groups.items()}
    no_total = hidden(_sizes(totals), secret | told)
    return {
        name: Row(
            people=word if name in secret else scores.people,
            total=word if name in no_total else totals[name].shown,
            blocks=[
                word if name in gone else of_block[name].shown
                for of_block, gone in zip(means, concealed, strict=True)
            ],
        )
        for name, scores in groups.items()
    }


def _sizes(means: Mapping[str, Mean]) -> dict[str, int]:
    return {name: mean.n for name, mean in means.items()}


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
