"""The owner's overview of a checklist: readable in every combination, with all its figures."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from results.board import BoardPainter
from results.facts_owner import BoardFacts, Breakdown, Portion
from results.theme import BLUE, MARGIN, ORANGE, PASSIVE, SMALLEST
from tests.results import owner, pictures
from tests.results.owner import Words

_SIZE = (1024, 1280)
_LEGENDS = {
    "ru": ("Да: 100 %", "Не знаю точно: 100 %", "Нет: 100 %"),
    "uk": ("Так: 100 %", "Точно не знаю: 100 %", "Ні: 100 %"),
    "en": ("Yes: 100%", "Not sure: 100%", "No: 100%"),
}
_MORE = ["", *(f"Ещё {count} строк — в отчёте." for count in range(1, 25))]
_PARTS = ((100, 0, 0), (0, 0, 100), (33, 33, 33), (97, 2, 1), (1, 1, 98), (0, 50, 50), (4, 92, 4))


def board(words: Words, sections: int = 3, items: int = 13, name: str = "") -> BoardFacts:
    """Yes, not sure and no by section and by statement."""
    rows = [
        Portion(name or words.questions[number % 2][:28], _PARTS[number % len(_PARTS)])
        for number in range(items)
    ]
    own = [Portion(axis.name[:16], (62, 23, 15)) for axis in owner.axes(words, sections)]
    lists = [*([(words.blocks, own)] if sections else []), (words.by_item, rows)]
    return replace(
        owner.checklist(words, 0, 0),
        breakdown=Breakdown(_LEGENDS[words.language], lists, words.missing, _MORE),
    )


def _unanswered(words: Words) -> BoardFacts:
    facts = board(words)
    assert facts.breakdown is not None
    lists = [
        (heading, [replace(one, parts=()) for one in rows])
        for heading, rows in facts.breakdown.lists
    ]
    return replace(facts, total="", breakdown=replace(facts.breakdown, lists=lists))


_BOARDS: dict[str, Callable[[Words], BoardFacts]] = {
    "usual": board,
    "one list": lambda words: board(words, 0, 14),
    "few": lambda words: board(words, 0, 2),
    "most sections": lambda words: board(words, 10, 6, "Щ" * 28),
    "longest list": lambda words: board(words, 0, 14, "Щ" * 28),
    "longest names": lambda words: board(words, 3, 13, "Широта полномочий сотрудников"[:28]),
    "a question too": lambda words: replace(board(words), questions=(owner.answered(words),)),
    "all there is": lambda words: replace(
        board(words, 10, 6), questions=owner.survey(words).questions
    ),
    "no answers": _unanswered,
}


@pytest.fixture(scope="module")
def painter() -> BoardPainter:
    """One painter for all tests."""
    return BoardPainter()


def _check(painter: BoardPainter, facts: BoardFacts) -> str:
    picture = painter.paint(facts)
    pictures.check(picture, painter.written, _SIZE, margin=MARGIN - 8, smallest=SMALLEST)
    return " ".join(line.text for line in painter.written)


@pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
@pytest.mark.parametrize("make", _BOARDS.values(), ids=list(_BOARDS))
def test_every_combination(
    painter: BoardPainter, words: Words, make: Callable[[Words], BoardFacts]
) -> None:
    """Nothing is clipped, overlapped or too small."""
    _check(painter, make(words))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    parts=st.lists(st.tuples(*[st.integers(0, 100)] * 3).filter(any), min_size=1, max_size=14),
    sections=st.sampled_from([0, 2, 6]),
    questions=st.integers(0, 3),
)
def test_any_figures(
    painter: BoardPainter, parts: list[tuple[int, int, int]], sections: int, questions: int
) -> None:
    """Whatever the shares."""
    facts = board(owner.UK, sections)
    assert facts.breakdown is not None
    rows = [Portion("Понимание", one) for one in parts]
    lists = [*facts.breakdown.lists[:-1], ("Пункты", rows)]
    asked = [owner.answered(owner.UK)] * questions
    told = replace(facts.breakdown, lists=lists)
    _check(painter, replace(facts, questions=asked, breakdown=told))


def test_it_says_everything(painter: BoardPainter) -> None:
    """Names, shares with room for them, what the colours mean."""
    facts = board(owner.RU)
    assert facts.breakdown is not None
    said = _check(painter, facts)
    for heading, rows in facts.breakdown.lists:
        assert heading in said
        for row in rows:
            assert said.count(row.name) >= sum(row.name == other.name for other in rows)
            assert all(str(part) in said.split() for part in row.parts if part > 5)
    assert all(words in said for words in facts.breakdown.legend)
    assert "в отчёте" not in said
    assert facts.missing not in said
    assert facts.missing in _check(painter, _unanswered(owner.RU))


def test_statements_give_way_to_questions(painter: BoardPainter) -> None:
    """Where there is no room for all, the last ones go: those least often missing."""
    facts = replace(board(owner.RU, 0), questions=owner.survey(owner.RU).questions)
    assert facts.breakdown is not None
    names = [f"Пункт {number:02}" for number in range(14)]
    rows = [Portion(name, (50, 20, 30)) for name in names]
    told = replace(facts.breakdown, lists=[("Пункты", rows)])
    said = _check(painter, replace(facts, breakdown=told))
    kept = [name for name in names if name in said]
    assert 0 < len(kept) < len(names)
    assert kept == names[: len(kept)]
    assert _MORE[len(names) - len(kept)] in said
    assert all(question.score in said for question in facts.questions)


def test_rows_that_were_never_meant_to_fit_are_told(painter: BoardPainter) -> None:
    """A list that begins as a part of a longer one says so where all its rows have room."""
    facts = board(owner.RU)
    assert facts.breakdown is not None
    told = replace(facts.breakdown, more=_MORE[3:])
    assert _MORE[3] in _check(painter, replace(facts, breakdown=told))


@pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
def test_ten_sections_and_three_likelihoods(painter: BoardPainter, words: Words) -> None:
    """Most rows have no room: how many, is said."""
    facts = board(words, 10, 6)
    questions = [owner.answered(words, number) for number in range(3)]
    said = _check(painter, replace(facts, questions=questions))
    rows = said.count("62 23 15")
    assert 0 < rows < 10
    assert _MORE[16 - rows] in said


def test_parts_are_as_long_as_their_shares(painter: BoardPainter) -> None:
    """Pixel by pixel along a bar that is half yes, a fifth not sure, the rest no."""
    facts = board(owner.EN, 0, 1)
    assert facts.breakdown is not None
    row = [Portion("One", (50, 20, 30))]
    told = replace(facts.breakdown, lists=[("Items", row)])
    image = pictures.pixels(painter.paint(replace(facts, breakdown=told)))
    (name,) = [line for line in painter.written if line.text == "One"]
    # Below the numbers on the bar.
    line = image[round((name.box.top + name.box.bottom) / 2) + 16][None, round(name.box.right) :]
    counts = [int(pictures.near(line, colour).sum()) for colour in (BLUE, PASSIVE, ORANGE)]
    whole = sum(counts)
    shares = [100 * count / whole for count in counts]
    assert shares == pytest.approx([50, 20, 30], abs=2)
