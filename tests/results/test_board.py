"""The owner's overview: readable in every combination, and its figures where they belong."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results.board import BoardPainter
from results.facts import Axis
from results.facts_owner import BoardFacts, Count
from results.theme import DETRACTOR, MARGIN, PASSIVE, PROMOTER, SMALLEST
from tests.results import owner, pictures
from tests.results.owner import Words

_SIZE = (1024, 1280)
_SCORES = st.one_of(st.none(), st.floats(0, 100))


@pytest.fixture(scope="module")
def board_painter() -> BoardPainter:
    """One painter for all tests."""
    return BoardPainter()


def _said(painter: BoardPainter) -> str:
    return " ".join(line.text for line in painter.written)


def _check(painter: BoardPainter, facts: BoardFacts) -> bytes:
    picture = painter.paint(facts)
    pictures.check(picture, painter.written, _SIZE, margin=MARGIN - 8, smallest=SMALLEST)
    return picture


class TestReadable:
    """Nothing is clipped, overlapped or too small."""

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    @pytest.mark.parametrize("make", owner.BOARDS.values(), ids=list(owner.BOARDS))
    def test_every_combination(
        self,
        board_painter: BoardPainter,
        words: Words,
        make: Callable[[Words], BoardFacts],
    ) -> None:
        _check(board_painter, make(words))

    @settings(max_examples=25)
    @given(
        title=st.text(max_size=120),
        value=st.text(max_size=12),
        counts=st.lists(st.integers(0, 10**6), min_size=11, max_size=11),
        scores=st.lists(_SCORES, min_size=3, max_size=10),
        questions=st.integers(0, 3),
    )
    def test_any_words_and_figures(
        self,
        board_painter: BoardPainter,
        title: str,
        value: str,
        counts: list[int],
        scores: list[float | None],
        questions: int,
    ) -> None:
        facts = owner.board(owner.RU)
        _check(
            board_painter,
            replace(
                facts,
                title=title,
                brand=title[:40],
                counts=[Count(value, "прошли"), *facts.counts[1:]],
                questions=[owner.answered(owner.RU, 0, counts)] * questions,
                blocks=[Axis("Понимание", score) for score in scores],
            ),
        )

    def test_nasty_words(self, board_painter: BoardPainter) -> None:
        facts = replace(owner.board(owner.RU), title=owner.NASTY, brand=owner.NASTY)
        _check(board_painter, facts)
        # What the letters cannot write is left out; the rest is there, composed.
        assert '#import "x": * $\\alpha$ \\ <b>' in _said(board_painter)
        assert "й ’ *_@label[[ ~" in _said(board_painter)


class TestContents:
    """What the facts hold is on the overview, and nothing else."""

    def test_it_says_everything(self, board_painter: BoardPainter) -> None:
        facts = owner.board(owner.RU)
        board_painter.paint(facts)
        said = _said(board_painter)
        (question,) = facts.questions
        for text in (
            facts.title,
            facts.subtitle,
            facts.total_caption,
            facts.blocks_heading,
            facts.note,
            facts.date,
            facts.brand,
            "62",
            question.name,
            question.score,
            question.interval,
            *question.groups,
            *(word for count in facts.counts for word in (count.value, count.label)),
            *(axis.name for axis in facts.blocks),
        ):
            assert text in said
        assert facts.link_caption not in said

    @pytest.mark.parametrize("case", ["survey of thousands", "employees", "checklist"])
    def test_lists_and_surveys_say_everything(
        self, board_painter: BoardPainter, case: str
    ) -> None:
        facts = owner.BOARDS[case](owner.UK)
        board_painter.paint(facts)
        # Lines are broken between words only.
        said = _said(board_painter)
        for question in facts.questions:
            for text in (question.name, question.score, question.interval, *question.groups):
                assert text in said
        for axis in (*facts.blocks, *facts.items):
            assert said.count(axis.name) >= 1
        assert facts.total in said
        assert facts.items_heading in said

    def test_statements_give_way(self, board_painter: BoardPainter) -> None:
        facts = owner.BOARDS["checklist with all there is"](owner.RU)
        facts = replace(facts, items_left="Пункты — в отчёте.")
        _check(board_painter, facts)
        said = _said(board_painter)
        assert facts.items_heading not in said
        assert facts.items_left in said
        assert facts.blocks_heading in said
        assert all(question.score in said for question in facts.questions)

    @pytest.mark.parametrize("has_radar", [True, False])
    def test_only_a_map_has_a_radar(self, board_painter: BoardPainter, *, has_radar: bool) -> None:
        facts = replace(owner.board(owner.RU, 0), has_radar=has_radar)
        board_painter.paint(facts)
        # On the radar each name stands once more.
        times = 2 if has_radar else 1
        assert _said(board_painter).count("Культура") == times

    def test_hidden_figures_are_not_there(self, board_painter: BoardPainter) -> None:
        facts = replace(owner.board(owner.RU), title="Форум", subtitle="", hidden=owner.RU.hidden)
        board_painter.paint(facts)
        said = _said(board_painter)
        assert facts.hidden in said
        assert facts.counts[0].value in said
        for text in ("62", facts.questions[0].score, "Клиент", facts.blocks_heading):
            assert text not in said

    def test_a_missing_mean_says_so(self, board_painter: BoardPainter) -> None:
        facts = owner.board(owner.RU)
        board_painter.paint(replace(facts, blocks=(Axis("Клиент", None), *facts.blocks[1:])))
        assert _said(board_painter).count(facts.missing) == 1

    def test_the_same_facts_give_the_same_bytes(self, board_painter: BoardPainter) -> None:
        facts = owner.board(owner.RU)
        first = board_painter.paint(facts)
        board_painter.paint(owner.BOARDS["hidden"](owner.UK))
        assert board_painter.paint(facts) == first
        assert BoardPainter().paint(facts) == first


class TestColours:
    """Each group of answers has its own."""

    @pytest.mark.parametrize(
        ("answer", "colour"),
        [
            (0, DETRACTOR),
            (6, DETRACTOR),
            (7, PASSIVE),
            (8, PASSIVE),
            (9, PROMOTER),
            (10, PROMOTER),
        ],
    )
    def test_of_a_column(self, board_painter: BoardPainter, answer: int, colour: str) -> None:
        def amount(counts: list[int]) -> int:
            question = owner.answered(owner.RU, 0, counts)
            facts = replace(owner.board(owner.RU), questions=(question,), blocks=())
            picture = pictures.pixels(board_painter.paint(facts))
            # Below the head, which is blue itself.
            return int(pictures.near(picture[400:], colour).sum())

        nothing = [0] * 11
        only = [5 * (number == answer) for number in range(11)]
        assert amount(only) > amount(nothing) + 5000
