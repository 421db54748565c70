"""The group that one person is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import fmean

from domain.statistics import REFERENCE_THRESHOLD
from storage.steps import PEOPLE, TOTAL, Figure, Part


@dataclass(frozen=True, slots=True)
class Reference:
    """A group to compare with.

    Attributes:
        name: The group's name.
        n: How many people it holds.
        means: Mean block scores, 0 to 100, by the block's code.
        totals: Its people's totals, 0 to 100; empty where too few have one.
        first: When the first of them finished.
        last: When the last of them finished.
    """

    name: str
    n: int
    means: Mapping[str, float]
    totals: Sequence[float]
    first: datetime
    last: datetime


def reference_of(name: str, standing: Mapping[Figure, Mapping[int, float]]) -> Reference | None:
    """The means of a group, or None where it is too small to be compared with.

    Each figure needs enough values of its own.

    Args:
        name: The group's name.
        standing: What the group's figures stand on, as `storage.figures` reads it. It grows in
            steps: two pictures drawn before and after one more person has finished must not tell
            that person's answers by their difference.
    """
    ends = standing.get(PEOPLE, {}).values()
    if len(ends) < REFERENCE_THRESHOLD:
        return None
    enough = {
        figure: list(values.values())
        for figure, values in standing.items()
        if len(values) >= REFERENCE_THRESHOLD
    }
    return Reference(
        name=name,
        n=len(ends),
        means={code: fmean(v) for (part, code), v in enough.items() if part is Part.BLOCK},
        totals=enough.get(TOTAL, []),
        first=datetime.fromtimestamp(min(ends), UTC),
        last=datetime.fromtimestamp(max(ends), UTC),
    )
