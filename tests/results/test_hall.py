"""The projector's picture: large letters, and a code that is read from the last row."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from results.facts import Axis
from results.facts_owner import BoardFacts
from results.hall import HallPainter
from tests.results import owner, pictures
from tests.results.owner import Words

_SIZE = (1280, 720)
_SMALLEST = 26


@pytest.fixture(scope="module")
def hall_painter() -> HallPainter:
    """One painter for all tests."""
    return HallPainter()


def _said(painter: HallPainter) -> str:
    return " ".join(line.text for line in painter.written)


class TestReadable:
    """Nothing is clipped, overlapped or too small for a hall."""

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    @pytest.mark.parametrize("make", owner.BOARDS.values(), ids=list(owner.BOARDS))
    def test_every_combination(
        self, hall_painter: HallPainter, words: Words, make: Callable[[Words], BoardFacts]
    ) -> None:
        picture = hall_painter.paint(make(words))
        code = [hall_painter.code_box] if hall_painter.code_box else []
        pictures.check(
            picture, hall_painter.written, _SIZE, margin=8, smallest=_SMALLEST, clear_of=code
        )

    @pytest.mark.parametrize("case", ["usual", "no question", "questions only", "hidden"])
    @pytest.mark.parametrize("link", [owner.LINK, owner.LONG_LINK])
    def test_a_phone_reads_the_code(self, hall_painter: HallPainter, case: str, link: str) -> None:
        facts = replace(owner.BOARDS[case](owner.RU), link=link)
        picture = hall_painter.paint(facts)
        assert hall_painter.code_box
        assert hall_painter.code_box.width >= 180
        assert pictures.reads(picture, hall_painter.code_box, link)

    def test_without_a_link_there_is_no_code(self, hall_painter: HallPainter) -> None:
        facts = owner.BOARDS["blocks only"](owner.RU)
        hall_painter.paint(facts)
        assert hall_painter.code_box is None
        assert facts.link_caption not in _said(hall_painter)


class TestContents:
    """What the hall is shown."""

    def test_it_says_what_matters(self, hall_painter: HallPainter) -> None:
        facts = replace(owner.board(owner.RU), title="Форум", subtitle="22 ноября")
        hall_painter.paint(facts)
        said = _said(hall_painter)
        (question,) = facts.questions
        for text in (
            facts.title,
            facts.subtitle,
            facts.total_caption,
            question.name,
            question.score,
            question.interval,
            *question.groups,
            *(word for count in facts.counts for word in (count.value, count.label)),
            *(axis.name for axis in facts.blocks),
            "83",
        ):
            assert text in said
        # The code in it is broken after its own hyphen where it is too wide.
        assert facts.link_caption.replace("-", "- ") in said.replace("-", "- ").replace("  ", " ")

    def test_hidden_figures_are_not_there(self, hall_painter: HallPainter) -> None:
        facts = replace(owner.board(owner.RU), title="Форум", subtitle="", hidden=owner.RU.hidden)
        hall_painter.paint(facts)
        said = _said(hall_painter)
        assert facts.hidden in said
        for text in ("62", facts.questions[0].score, "Клиент"):
            assert text not in said
        largest = max(hall_painter.written, key=lambda line: line.size)
        assert (largest.text, largest.size >= 200) == (facts.counts[0].value, True)

    def test_a_missing_mean_is_a_dash(self, hall_painter: HallPainter) -> None:
        facts = owner.board(owner.RU)
        hall_painter.paint(replace(facts, blocks=(Axis("Клиент", None), *facts.blocks[1:])))
        assert [line.text for line in hall_painter.written].count("—") == 1

    def test_the_same_facts_give_the_same_bytes(self, hall_painter: HallPainter) -> None:
        facts = owner.board(owner.RU)
        first = hall_painter.paint(facts)
        hall_painter.paint(owner.BOARDS["hidden"](owner.UK))
        assert hall_painter.paint(facts) == first
        assert HallPainter().paint(facts) == first
