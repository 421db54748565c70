"""What a checklist comes to."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Kind
from domain.questionnaire import NO, SKIPPED, UNSURE, YES, Condition, Section, Value
from domain.scoring import score
from domain.tally import Checklist, Tally, checklist
from tests.support.questionnaires import answered, checklist_of, instrument, question

MADE = checklist_of(3, 2)
ANSWERS = st.sampled_from([YES, NO, UNSURE, SKIPPED])


def codes(tally: Tally) -> tuple[str, str, str]:
    """Questions by answer: yes, no, not sure."""
    yes, no, unsure = (
        " ".join(question.code for question in group)
        for group in (tally.yes, tally.no, tally.unsure)
    )
    return yes, no, unsure


@pytest.mark.parametrize(
    ("signs", "expected", "share"),
    [
        ("+++++", ("a1 a2 a3 b1 b2", "", ""), Fraction(1)),
        ("-----", ("", "a1 a2 a3 b1 b2", ""), Fraction(0)),
        ("?????", ("", "", "a1 a2 a3 b1 b2"), Fraction(0)),
        ("+-?+-", ("a1 b1", "a2 b2", "a3"), Fraction(2, 5)),
        # skipped is not known
        ("+s+-+", ("a1 a3 b2", "b1", "a2"), Fraction(3, 5)),
    ],
)
def test_whole(signs: str, expected: tuple[str, str, str], share: Fraction) -> None:
    """A plus is a sure yes, of all that were asked; not sure earns none and is told apart."""
    found = ticked(signs)
    assert codes(found.whole) == expected
    assert found.whole.share == share


def ticked(signs: str) -> Checklist:
    """The small checklist, answered: yes, no, not sure, skipped as + - ? s."""
    values = {"+": YES, "-": NO, "?": UNSURE, "s": SKIPPED}
    answers: dict[str, Value] = {
        question.code: values[sign] for question, sign in zip(MADE.questions, signs, strict=True)
    }
    return checklist(answered(MADE, answers))


def test_sections() -> None:
    """Each with its own tally, in the instrument's order."""
    found = ticked("+-?--")
    assert [(section.code, codes(tally)) for section, tally in found.sections] == [
        ("a", ("a1", "a2", "a3")),
        ("b", ("", "b1 b2", "")),
    ]


def test_what_comes_next() -> None:
    """First what is missing, then what is to be found out, each in the instrument's order."""
    assert [q.code for q in ticked("?-?+-").whole.ahead] == ["a2", "b2", "a1", "a3"]


def test_only_what_is_asked() -> None:
    """A question under a condition counts where it is put; a section without any is left out."""
    low = Condition("score", frozenset({"0"}))
    made = instrument(
        Section("first", (question("score", Kind.LIKELIHOOD),)),
        replace(MADE.sections[0], code="always"),
        Section("hidden", (question("b1", Kind.YES_NO, when=[low]),), scored=True),
        Section("apart", (question("c1", Kind.YES_NO),)),
    )
    answers: dict[str, Value] = {"a1": YES, "b1": YES, "c1": YES}
    for rating, asked, sections in ((10, 3, ["always"]), (0, 4, ["always", "hidden"])):
        found = checklist(answered(made, {**answers, "score": rating}))
        assert found.whole.asked == asked
        assert [section.code for section, _ in found.sections] == sections


def test_nothing_asked() -> None:
    """No share rather than a division by nothing."""
    found = checklist(answered(instrument(), {}))
    assert (found.whole.share, found.whole.asked, len(found.sections)) == (Fraction(0), 0, 0)


@given(st.lists(ANSWERS, min_size=5, max_size=5))
def test_nothing_is_lost_or_counted_twice(values: list[str]) -> None:
    """Answers part the questions; sections add up; the stored score is the share that is told."""
    attempt = answered(MADE, dict(zip(MADE.by_code, values, strict=True)))
    found = checklist(attempt)
    whole = found.whole
    parted = [*whole.yes, *whole.no, *whole.unsure]
    assert sorted(q.code for q in parted) == [q.code for q in MADE.questions]
    assert whole.pluses == sum(tally.pluses for _, tally in found.sections)
    assert {q.code for q in whole.ahead} == {q.code for q in parted} - {q.code for q in whole.yes}
    result = score(attempt)
    assert result.total == 100 * whole.share
    assert [block.score for block in result.blocks] == [100 * t.share for _, t in found.sections]
    assert result.level is None
