"""Single ratings of a profile: order, borders, mean."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attempt import Attempt
from domain.kinds import Kind, Scoring
from domain.questionnaire import SKIPPED, Condition, Question, Value
from domain.ratings import Rating, high_first, low_first, mean_of, points_of, ratings
from domain.scoring import score
from tests.support.questionnaires import answered, block, instrument, question


def rating(code: str, points: int = 5) -> Question:
    """A rated question that takes a note."""
    return replace(question(code, Kind.RATING), points=points, takes_note=True)


def rated(levels: Sequence[Value | None], points: int = 5, split: int = 2) -> Attempt:
    """A profile of two sections whose questions q0, q1 … have these levels."""
    items = [rating(f"q{n}", points) for n in range(len(levels))]
    made = instrument(block("a", *items[:split]), block("b", *items[split:]))
    answers = {f"q{n}": level for n, level in enumerate(levels) if level is not None}
    return answered(replace(made, scoring=Scoring.PROFILE), answers)


def codes(found: Sequence[Rating]) -> list[str]:
    """The questions of ratings."""
    return [one.question.code for one in found]


@pytest.mark.parametrize(
    ("levels", "high", "low"),
    [
        ([5, 4, 3, 2, 1], ["q0", "q1"], ["q4", "q3", "q2"]),
        ([1, 1, 1], [], ["q0", "q1", "q2"]),
        ([5, 5, 5], ["q0", "q1", "q2"], []),
        ([4, 5, 4, 5], ["q1", "q3", "q0", "q2"], []),
        ([3, 1, 3, 2, 1], [], ["q1", "q4", "q3", "q0", "q2"]),
        ([SKIPPED, 5, None, 2], ["q1"], ["q3"]),
    ],
)
def test_high_and_low(levels: list[Value | None], high: list[str], low: list[str]) -> None:
    """4 and 5 of 5 are high; equal ones stay in the order of the questions."""
    given_ratings = ratings(rated(levels))
    assert codes(high_first(given_ratings)) == high
    assert codes(low_first(given_ratings)) == low


@pytest.mark.parametrize(("points", "border"), [(3, 3), (4, 4), (5, 4), (7, 6), (8, 7)])
def test_high_on_other_scales(points: int, border: int) -> None:
    """From three quarters of the way up."""
    levels = list(range(1, points + 1))
    high = high_first(ratings(rated(levels, points)))
    assert min(one.level for one in high) == border


@pytest.mark.parametrize(
    ("levels", "points", "mean"),
    [
        ([1, 1, 1], 5, 1.0),
        ([5, 5, 5], 5, 5.0),
        ([4, 4, 3, 3, 4], 5, 3.6),
        ([2, 2, 3, 2], 5, 2.3),  # 2.25: halves up
        ([5, SKIPPED, 1, 4, 4], 5, 3.5),
        ([7, 1], 7, 4.0),
    ],
)
def test_mean(levels: list[Value | None], points: int, mean: float) -> None:
    """On the ratings' own scale, each rating of the same weight, to one decimal."""
    attempt = rated(levels, points, split=1 if len(levels) == 2 else 2)
    assert points_of(attempt) == points
    assert mean_of(attempt, score(attempt)) == mean


@pytest.mark.parametrize("levels", [[None, None], [SKIPPED, SKIPPED, SKIPPED]])
def test_no_mean_without_ratings(levels: list[Value | None]) -> None:
    """Nothing was rated: no mean, rather than the lowest one."""
    attempt = rated(levels)
    assert mean_of(attempt, score(attempt)) is None
    assert ratings(attempt) == []


def test_what_is_not_asked_does_not_count() -> None:
    """A rating given before an earlier answer changed is left out."""
    asked = rating("q0")
    hidden = replace(rating("q1"), when=(Condition("q0", frozenset({"5"})),))
    made = replace(instrument(block("a", asked, hidden)), scoring=Scoring.PROFILE)
    attempt = answered(made, {"q0": 1, "q1": 5})
    assert codes(ratings(attempt)) == ["q0"]
    assert mean_of(attempt, score(attempt)) == 1.0


@given(st.lists(st.integers(1, 5), min_size=3, max_size=20))
def test_every_rating_is_told_once(levels: list[int]) -> None:
    """High or not, none twice, none forgotten, in order; the mean is the plain mean."""
    attempt = rated(levels)
    found = ratings(attempt)
    high, low = high_first(found), low_first(found)
    assert sorted(codes([*high, *low])) == sorted(f"q{n}" for n in range(len(levels)))
    assert [one.level for one in high] == sorted((n for n in levels if n >= 4), reverse=True)
    assert [one.level for one in low] == sorted(n for n in levels if n < 4)
    mean = mean_of(attempt, score(attempt))
    assert mean is not None
    assert abs(mean - sum(levels) / len(levels)) <= 0.05 + 1e-9
