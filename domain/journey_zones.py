"""What a journey shows: pain points, moments of delight, what to fix first, how it feels overall.

Where the borders lie is a convention of this product's, and said to be one where they are told:
a touchpoint is a pain where it feels worse than neutral or takes much effort (4 or 5 of 5); it is
a moment of delight where it feels as good as can be, or good and is easy (1 or 2 of 5). One that
delights in spite of the effort is both. The worst is what feels worst; of those that feel alike,
what is hardest; of those, what a person meets first. A feeling that is not said counts as neutral
there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.journey import EMOTIONS, Journey, Stage, Touchpoint

PAINFUL: Final = -1
HARD: Final = 4
GOOD: Final = 1
EASY: Final = 2
MIN_RATED: Final = 3
"""Fewer emotions make no mean worth telling."""
_STEADY: Final = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Zone:
    """A pain point to be put right.

    Attributes:
        stage: Where it is.
        touchpoint: What it is.
        hurts: Whether it feels worse than neutral.
        is_hard: Whether it takes much effort.
    """

    stage: Stage
    touchpoint: Touchpoint
    hurts: bool
    is_hard: bool


class Mood(StrEnum):
    """How a journey feels on the whole."""

    HEAVY = "heavy"
    RATHER_HEAVY = "rather_heavy"
    EVEN = "even"
    MIXED = "mixed"
    RATHER_BRIGHT = "rather_bright"
    BRIGHT = "bright"


def hurts(point: Touchpoint) -> bool:
    """Whether it feels worse than neutral."""
    return point.emotion is not None and point.emotion <= PAINFUL


def is_hard(point: Touchpoint) -> bool:
    """Whether it takes much effort."""
    return point.effort is not None and point.effort >= HARD


def is_pain(point: Touchpoint) -> bool:
    """Whether it is a pain point."""
    return hurts(point) or is_hard(point)


def is_delight(point: Touchpoint) -> bool:
    """Whether it is a moment of delight."""
    emotion, effort = point.emotion, point.effort
    if emotion is None:
        return False
    return emotion == max(EMOTIONS) or (emotion >= GOOD and effort is not None and effort <= EASY)


def zones_of(journey: Journey) -> Sequence[Zone]:
    """All pain points, the worst first."""
    pains = [
        Zone(stage, point, hurts(point), is_hard(point))
        for stage in journey.stages
        for point in stage.touchpoints
        if is_pain(point)
    ]
    return sorted(pains, key=lambda z: (z.touchpoint.emotion or 0, -(z.touchpoint.effort or 0)))


def delights_of(journey: Journey) -> Sequence[Touchpoint]:
    """All moments of delight, in their order."""
    return [point for point in journey.touchpoints if is_delight(point)]


def mean_emotion(journey: Journey) -> Fraction | None:
    """The mean of the emotions that are said, -2 to 2; None of fewer than MIN_RATED."""
    said = _emotions(journey)
    return Fraction(sum(said), len(said)) if len(said) >= MIN_RATED else None


def mood_of(journey: Journey) -> Mood | None:
    """How it feels on the whole; None where there is no mean.

    Beyond 1 from neutral the mean says it clearly, up to a quarter it is about neutral: that is
    even where nothing hurts, and mixed where pains and joys only cancel each other out.
    """
    mean = mean_emotion(journey)
    if mean is None:
        return None
    if abs(mean) <= _STEADY:
        return Mood.MIXED if min(_emotions(journey)) <= PAINFUL else Mood.EVEN
    if mean < 0:
        return Mood.HEAVY if mean < -1 else Mood.RATHER_HEAVY
    return Mood.BRIGHT if mean > 1 else Mood.RATHER_BRIGHT


def _emotions(journey: Journey) -> list[int]:
    return [point.emotion for point in journey.touchpoints if point.emotion is not None]
