"""What a journey shows: the convention by tables, the order by any journey at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.journey import Journey, Stage, Touchpoint
from domain.journey_zones import (
    Mood,
    delights_of,
    is_delight,
    is_pain,
    mean_emotion,
    mood_of,
    zones_of,
)

EMOTION = st.sampled_from([None, -2, -1, 0, 1, 2])
EFFORT = st.sampled_from([None, 1, 2, 3, 4, 5])


def journey_of(*ratings: tuple[int | None, int | None]) -> Journey:
    """Touchpoints with these emotions and efforts, in two stages."""
    points = [Touchpoint(n, f"T{n}", *rating) for n, rating in enumerate(ratings, start=3)]
    half = len(points) // 2
    stages = (Stage(1, "A", tuple(points[:half])), Stage(2, "B", tuple(points[half:])))
    return Journey(stages, 99)


@pytest.mark.parametrize(
    ("emotion", "effort", "pain", "delight"),
    [
        (None, None, False, False),
        (0, 3, False, False),
        (-1, None, True, False),
        (-2, 1, True, False),
        (None, 4, True, False),
        (0, 5, True, False),
        (1, 3, False, False),
        (1, None, False, False),
        (1, 2, False, True),
        (2, None, False, True),
        (2, 3, False, True),
        (2, 5, True, True),
        (None, 1, False, False),
    ],
)
def test_pains_and_delights(
    emotion: int | None,
    effort: int | None,
    pain: bool,  # noqa: FBT001 - a table
    delight: bool,  # noqa: FBT001 - a table
) -> None:
    """Worse than neutral or hard; as good as can be, or good and easy."""
    point = Touchpoint(1, "x", emotion, effort)
    assert (is_pain(point), is_delight(point)) == (pain, delight)


def test_worst_first() -> None:
    """By feeling, then by effort, then by who comes first; each with its reasons."""
    journey = journey_of((-1, 5), (2, 5), (-2, 1), (-1, None), (None, 4), (0, 5), (-1, 5), (1, 1))
    zones = zones_of(journey)
    assert [zone.touchpoint.title for zone in zones] == ["T5", "T3", "T9", "T6", "T8", "T7", "T4"]
    assert [(zone.hurts, zone.is_hard) for zone in zones] == [
        (True, False), (True, True), (True, True), (True, False),
        (False, True), (False, True), (False, True),
    ]  # fmt: skip
    assert [zone.stage.title for zone in zones][:2] == ["A", "A"]
    assert [point.title for point in delights_of(journey)] == ["T4", "T10"]


@given(st.lists(st.tuples(EMOTION, EFFORT), max_size=12))
def test_every_pain_is_a_zone(ratings: list[tuple[int | None, int | None]]) -> None:
    """None is left out, none is made up, and no better one stands before a worse."""
    journey = journey_of(*ratings)
    zones = zones_of(journey)
    expected = {point.id for point in journey.touchpoints if is_pain(point)}
    assert {zone.touchpoint.id for zone in zones} == expected
    assert len(zones) == len(expected)
    feelings = [zone.touchpoint.emotion or 0 for zone in zones]
    assert feelings == sorted(feelings)
    assert all(zone.hurts or zone.is_hard for zone in zones)


def test_mean() -> None:
    """Of those that are said; of too few there is none."""
    assert mean_emotion(journey_of((1, 1), (None, 5), (2, 1))) is None
    assert mean_emotion(journey_of((1, 1), (None, 5), (-2, 1), (-1, None))) == Fraction(-2, 3)


@pytest.mark.parametrize(
    ("emotions", "mood"),
    [
        ((-2, -2, -2), Mood.HEAVY),
        ((-2, -1, -1), Mood.HEAVY),
        ((-1, -1, -1), Mood.RATHER_HEAVY),
        ((-1, 0, 0), Mood.RATHER_HEAVY),
        ((-1, 0, 0, 0), Mood.MIXED),
        ((-2, 0, 2), Mood.MIXED),
        ((0, 0, 0), Mood.EVEN),
        ((1, 0, 0, 0), Mood.EVEN),
        ((1, 0, 0), Mood.RATHER_BRIGHT),
        ((1, 1, 1), Mood.RATHER_BRIGHT),
        ((2, 1, 1), Mood.BRIGHT),
        ((2, 2), None),
    ],
)
def test_mood(emotions: tuple[int, ...], mood: Mood | None) -> None:
    """The borders belong to the milder word; pains that joys cancel out are not called even."""
    assert mood_of(journey_of(*((emotion, None) for emotion in emotions))) is mood
