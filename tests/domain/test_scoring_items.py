"""Totals of checklists and profiles: over items, not over sections."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from domain.questionnaire import Instrument, Value
from domain.scoring import score
from tests.support.questionnaires import answered
from tests.support.shapes import CHECKLIST, LIST, PROFILE

PLUSES = dict.fromkeys(("a0", "a1", "a2", "b0"), "yes") | {"b1": "no", "b2": "unsure"}

THIRD = Fraction(100, 3)


@pytest.mark.parametrize(
    ("made", "answers", "total", "sections"),
    [
        (LIST, {"s0": "yes", "s1": "no", "s2": "unsure", "s3": "no"}, 25, [25]),
        (CHECKLIST, PLUSES, Fraction(400, 6), [100, THIRD, None]),
        # One of three is too few for a section: its answer is in no score, the total's neither.
        (CHECKLIST, {**PLUSES, "c0": "no"}, Fraction(400, 6), [100, THIRD, None]),
        (CHECKLIST, PLUSES | {"c0": "no", "c1": "yes"}, Fraction(125, 2), [100, THIRD, 50]),
        (PROFILE, {"x0": 5, "x1": 5, "x2": 5, "y0": 1, "y1": 3}, 70, [100, 25]),
        (PROFILE, {}, None, [None, None]),
    ],
)  # fmt: skip
def test_totals(
    made: Instrument,
    answers: Mapping[str, Value],
    total: Fraction | int | None,
    sections: list[Fraction | int | None],
) -> None:
    """Each answered item weighs the same; what is not sure earns nothing but counts."""
    found = score(answered(made, answers))
    assert found.total == total
    assert [block.score for block in found.blocks] == sections
