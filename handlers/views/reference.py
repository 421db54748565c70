"""The group that one person's map is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from domain.statistics import GROUP_THRESHOLD, REFERENCE_THRESHOLD


@dataclass(frozen=True, slots=True)
class Reference:
    """A group to compare with.

    Attributes:
        name: The group's name.
        n: How many people it holds.
        means: Mean block scores, 0 to 100, by the block's code.
    """

    name: str
    n: int
    means: Mapping[str, float]


def reference_of(name: str, scores: Sequence[Mapping[str, float | None]]) -> Reference | None:
    """The means of a group, or None where it is too small to be compared with.

    The group grows in steps of the threshold: two pictures drawn before and after one more
    person has finished must not tell that person's answers by their difference.

    Args:
        name: The group's name.
        scores: Block scores of its people, in the order in which they finished.
    """
    counted = scores[: len(scores) - len(scores) % GROUP_THRESHOLD]
    if len(counted) < REFERENCE_THRESHOLD:
        return None
    means: dict[str, float] = {}
    for code in {code for one in counted for code in one}:
        values = [value for one in counted if (value := one.get(code)) is not None]
        if len(values) >= REFERENCE_THRESHOLD:
            means[code] = fmean(values)
    return Reference(name, len(counted), means)
