"""What a checklist comes to."""

import pytest

from domain.questionnaire import NO, SKIPPED, UNSURE, YES, Condition, Kind, Section, Value
from domain.tally import Tally, tally
from tests.support.questionnaires import answered, instrument, question


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Tally(0, 0, 3)),
        ({"q1": YES, "q2": YES, "q3": YES}, Tally(3, 0, 3)),
        ({"q1": YES, "q2": UNSURE, "q3": NO}, Tally(1, 1, 3)),
        ({"q1": SKIPPED, "q2": UNSURE, "q3": UNSURE}, Tally(0, 2, 3)),
        # nothing but yes-or-no questions, and only those that are asked
        ({"q1": YES, "score": 10, "hidden": YES}, Tally(1, 0, 3)),
        ({"q1": YES, "score": 0, "hidden": YES}, Tally(2, 0, 4)),
    ],
)
def test_tally(answers: dict[str, Value], expected: Tally) -> None:
    """A plus is a sure yes; not sure earns none and is told apart; of those asked."""
    low = Condition("score", frozenset({"0"}))
    made = instrument(
        Section(
            "s",
            (
                question("score", Kind.LIKELIHOOD),
                *(question(f"q{n}", Kind.YES_NO) for n in (1, 2, 3)),
                question("hidden", Kind.YES_NO, when=[low]),
            ),
        )
    )
    assert expected == tally(answered(made, answers))
