"""A journey in rows, wrapped as evenly and as often between its stages as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from results.facts_built import JourneyStage

_TORN: Final = 4.0
"""What it costs to tear a stage, in squares of columns more or less than on average."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a journey: a touchpoint, or a stage that has none.

    Attributes:
        stage: The stage's place.
        touchpoint: The touchpoint's place in the whole journey; None where the stage has none.
    """

    stage: int
    touchpoint: int | None


def columns(stages: Sequence[JourneyStage]) -> list[Column]:
    """All columns of a journey in order."""
    found: list[Column] = []
    number = 0
    for place, stage in enumerate(stages):
        count = len(stage.touchpoints)
        found.extend(Column(place, number + n) for n in range(count))
        if not count:
            found.append(Column(place, None))
        number += count
    return found


def wrapped(found: Sequence[Column], rows: int) -> list[Sequence[Column]]:
    """The columns in so many rows; the least uneven way, with the fewest stages torn.

    Args:
        found: All columns.
        rows: How many rows, one to as many as there are columns.
    """
    mean = len(found) / rows
    # By end: the best way to fill the rows so far with the columns before it.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(rows):
        best = {
            end: min(
                (cost + (end - begin - mean) ** 2 + _torn(found, end), (*cuts, end))
                for begin, (cost, cuts) in best.items()
                if begin < end
            )
            for end in range(min(best) + 1, len(found) + 1)
        }
    ends = best[len(found)][1]
    return [found[begin:end] for begin, end in zip((0, *ends), ends, strict=False)]


def _torn(found: Sequence[Column], end: int) -> float:
    is_torn = 0 < end < len(found) and found[end - 1].stage == found[end].stage
    return _TORN if is_torn else 0.0


def stage_counts(row: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """The stages of a row, each with the number of its columns there."""
    for stage, own in groupby(row, key=lambda column: column.stage):
        yield stage, len(list(own))
