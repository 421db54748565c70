"""What a questionnaire knows of itself: conditions, wordings, answers offered, counts."""

from collections.abc import Mapping

import pytest

from domain.kinds import Kind, Mode
from domain.questionnaire import (
    LIKELIHOOD_MAX,
    NO,
    NOT_APPLICABLE,
    SKIPPED,
    UNKNOWN,
    UNSURE,
    WRITTEN,
    YES,
    Condition,
    Question,
    Section,
    Value,
    Variant,
)
from tests.support.questionnaires import block, instrument, question, say

PROMOTERS = Condition("own_nps", frozenset({"9", "10"}))
ANY = Condition("own_nps", None)
ROLE = Condition("role", frozenset({"manager", "employee"}))


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (PROMOTERS, {"own_nps": 9}, True),
        (PROMOTERS, {"own_nps": 10}, True),
        (PROMOTERS, {"own_nps": "10"}, True),
        (PROMOTERS, {"own_nps": 8}, False),
        (PROMOTERS, {"own_nps": 1}, False),
        (PROMOTERS, {}, False),
        (PROMOTERS, {"own_nps": None}, False),
        (PROMOTERS, {"own_nps": SKIPPED}, False),
        (ANY, {"own_nps": 0}, True),
        (ANY, {"own_nps": UNKNOWN}, True),
        (ANY, {"own_nps": WRITTEN}, True),
        (ANY, {"own_nps": SKIPPED}, False),
        (ANY, {"own_nps": None}, False),
        (ANY, {"other": 5}, False),
        (ROLE, {"role": "manager"}, True),
        (ROLE, {"role": "owner"}, False),
        (ROLE, {"role": None}, False),
    ],
)
def test_condition(
    condition: Condition,
    facts: Mapping[str, Value | None],
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    """0 is an answer, a skip is none; numbers and words compare as the author wrote them."""
    assert expected is condition.fits(facts)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"own_nps": 10, "role": "owner"}, "promoter"),
        ({"own_nps": 10, "role": "manager"}, "first of both"),
        ({"own_nps": 3, "role": "manager"}, "plain"),
        ({}, "plain"),
    ],
)
def test_wording_is_the_first_variant_that_fits(
    facts: Mapping[str, Value | None], expected: str
) -> None:
    """All conditions of a variant must fit, the first such variant wins, else the plain text."""
    asked = Question(
        code="why",
        kind=Kind.TEXT,
        text=say("plain"),
        name=say("why"),
        variants=(
            Variant((PROMOTERS, ROLE), say("first of both")),
            Variant((PROMOTERS,), say("promoter")),
        ),
    )
    assert expected == asked.wording(facts)["en"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.SCALE, ("1", "2", "3", "4", "5", UNKNOWN, NOT_APPLICABLE)),
        (Kind.YES_NO, (YES, NO, UNSURE)),
        (Kind.LIKELIHOOD, tuple(str(n) for n in range(LIKELIHOOD_MAX + 1))),
        (Kind.CHOICE, ("red", "blue")),
        (Kind.TEXT, ()),
        (Kind.NUMBER, ()),
    ],
)
def test_answers_offered(kind: Kind, expected: tuple[str, ...]) -> None:
    """A button may carry these answers and no others; a skip only where it is optional."""
    needed = question("q", kind, choices=("red", "blue"))
    optional = question("q", kind, choices=("red", "blue"), optional=True)
    assert expected == needed.tokens
    assert (*expected, SKIPPED) == optional.tokens


@pytest.mark.parametrize("kind", list(Kind))
def test_written_kinds(kind: Kind) -> None:
    """Texts and numbers are typed, all else is tapped."""
    assert (kind in {Kind.TEXT, Kind.NUMBER, Kind.NUMBERS}) is question("q", kind).is_written


def test_express_asks_its_items_and_everything_that_is_not_scored() -> None:
    """The likelihood questions and the reasons belong to both versions."""
    loose = Section("start", (question("own_nps", Kind.LIKELIHOOD),))
    made = instrument(
        loose,
        block("a", question("a1"), question("a2")),
        block("b", question("b1")),
        express=["a2"],
    )
    asked = {q.code for q in made.questions if made.asks(q, Mode.EXPRESS)}
    assert asked == {"own_nps", "a2"}
    assert made.scored_count(Mode.EXPRESS) == 1
    assert made.scored_count(Mode.FULL) == 3
    assert [section.code for section in made.blocks] == ["a", "b"]
    assert made.section_of["b1"].code == "b"
