"""The QR code alone: large, read by a phone, with its code in letters that can be typed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from results.code import CodePainter
from results.facts_owner import CodeFacts
from results.theme import MARGIN, SMALLEST
from tests.results import owner, pictures
from tests.results.owner import Words


@pytest.fixture(scope="module")
def code_painter() -> CodePainter:
    """One painter for all tests."""
    return CodePainter()


class TestCode:
    """All of it."""

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    @pytest.mark.parametrize("make", owner.CODES.values(), ids=list(owner.CODES))
    def test_it_is_readable(
        self, code_painter: CodePainter, words: Words, make: Callable[[Words], CodeFacts]
    ) -> None:
        facts = make(words)
        picture = code_painter.paint(facts)
        pictures.check(
            picture,
            code_painter.written,
            (1024, 1280),
            margin=MARGIN - 8,
            smallest=SMALLEST,
            clear_of=[code_painter.code_box],
        )
        assert code_painter.code_box.width >= 600
        assert pictures.reads(picture, code_painter.code_box, facts.link)

    @pytest.mark.parametrize("code", ["a", "ml7-16", owner.LONG_CODE, owner.UNBROKEN_CODE])
    def test_the_code_is_written_as_it_is_typed(
        self, code_painter: CodePainter, code: str
    ) -> None:
        code_painter.paint(replace(owner.code(owner.RU), code=code, caption="", brand=""))
        below = [
            line.text
            for line in code_painter.written
            if line.box.top > code_painter.code_box.bottom
        ]
        assert "".join(below) == code

    def test_it_says_everything(self, code_painter: CodePainter) -> None:
        facts = owner.code(owner.RU)
        code_painter.paint(facts)
        said = " ".join(line.text for line in code_painter.written)
        for text in (facts.title, facts.code, facts.caption, facts.brand):
            assert text in said

    def test_the_same_facts_give_the_same_bytes(self, code_painter: CodePainter) -> None:
        facts = owner.code(owner.RU)
        first = code_painter.paint(facts)
        code_painter.paint(owner.CODES["long"](owner.UK))
        assert code_painter.paint(facts) == first
        assert CodePainter().paint(facts) == first
