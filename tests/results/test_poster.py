"""The poster: one page A4, its words as text, whatever they are."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from results import poster
from results.facts_owner import PosterFacts
from results.lettering import plain
from results.poster import PosterPainter
from tests.results import owner, pdf, pictures
from tests.results.owner import Words

_PIXELS_PER_MM = 8
_BLACK = 8
# Any text without halves of surrogate pairs, which no encoding of a message carries.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@pytest.fixture(scope="module")
def poster_painter() -> PosterPainter:
    """One painter for all tests: its first poster reads the fonts."""
    return PosterPainter()


def _squeezed(text: str) -> str:
    """Without white space: where lines break is not what these tests are about."""
    return "".join(plain(text).split())


def _is_one_a4(document: pdf.Document) -> bool:
    """Whether it has one page of 210 × 297 mm."""
    return [[round(side / 72 * 25.4) for side in page] for page in document.pages] == [[210, 297]]


def _said(document: pdf.Document) -> str:
    return "".join("".join(document.lines).split())


class TestPage:
    """What every poster is."""

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    @pytest.mark.parametrize("make", owner.POSTERS.values(), ids=list(owner.POSTERS))
    def test_it_is_one_page(
        self,
        poster_painter: PosterPainter,
        words: Words,
        make: Callable[[Words], PosterFacts],
    ) -> None:
        facts = make(words)
        document = pdf.read(poster_painter.paint(facts))
        assert _is_one_a4(document)
        assert document.embedded == len(document.fonts) > 0
        assert all("Manrope" in font for font in document.fonts)
        assert document.language == words.language
        assert document.title == f"{plain(facts.title)} · {plain(facts.headline)}"

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    def test_it_says_everything(self, poster_painter: PosterPainter, words: Words) -> None:
        facts = owner.poster(words)
        said = _said(pdf.read(poster_painter.paint(facts)))
        for text in (
            facts.title,
            facts.headline,
            facts.lead,
            *facts.steps,
            facts.code_caption,
            facts.code,
            facts.privacy,
            facts.brand,
        ):
            assert _squeezed(text) in said

    @pytest.mark.parametrize("code", [owner.LONG_CODE, owner.UNBROKEN_CODE])
    def test_the_code_is_written_as_it_is_typed(
        self, poster_painter: PosterPainter, code: str
    ) -> None:
        facts = replace(owner.poster(owner.RU), link=owner.LONG_LINK, code=code)
        assert code in _said(pdf.read(poster_painter.paint(facts)))

    def test_the_same_facts_give_the_same_bytes(self, poster_painter: PosterPainter) -> None:
        facts = owner.poster(owner.RU)
        first = poster_painter.paint(facts)
        poster_painter.paint(owner.poster(owner.EN))
        assert poster_painter.paint(facts) == first
        assert PosterPainter().paint(facts) == first

    @pytest.mark.parametrize("link", [owner.LINK, owner.LONG_LINK])
    def test_a_phone_reads_the_code(self, poster_painter: PosterPainter, link: str) -> None:
        facts = replace(owner.poster(owner.RU), link=link)
        # The painter gives PDF only; its typesetter draws the same page as an image.
        (image,) = poster_painter._typesetter.pages(poster.inputs(facts), _PIXELS_PER_MM * 25.4)
        black = pictures.pixels(image).max(axis=-1) < _BLACK
        rows, columns = black.any(axis=1).nonzero()[0], black.any(axis=0).nonzero()[0]
        matrix = np.array(segno.make(link, error="m", micro=False).matrix) > 0
        side = (rows[-1] - rows[0] + columns[-1] - columns[0]) / 2 + 1
        assert side >= 90 * _PIXELS_PER_MM
        centres = (np.arange(len(matrix)) + 0.5) * side / len(matrix)
        read = black[np.ix_((rows[0] + centres).astype(int), (columns[0] + centres).astype(int))]
        assert (read == matrix).all()


class TestWords:
    """People's words are words, never typst's markup."""

    @pytest.mark.parametrize(
        "evil",
        [
            '#import "@preview/x:1.0.0": *',
            '#read("/etc/passwd")',
            "#sys.inputs",
            "$x^2$ \\ \\u{41} \\\\",
            '"); #panic("x") //',
            "*bold* _italic_ `raw` = heading <label> @ref [x] {y} ~ -- ---",
            "‘quotes’ “quotes” \"quotes\" 'quotes'",
            owner.NASTY,
        ],
        ids=["import", "read", "inputs", "maths", "close", "markup", "quotes", "all"],
    )
    def test_evil_words_come_out_as_text(self, poster_painter: PosterPainter, evil: str) -> None:
        facts = replace(
            owner.poster(owner.RU), title=evil, headline=evil, brand=evil, lead=evil, privacy=evil
        )
        document = pdf.read(poster_painter.paint(facts))
        assert _is_one_a4(document)
        assert _said(document).count(_squeezed(evil)) >= 4

    @settings(max_examples=40)
    @given(title=_TEXT, brand=_TEXT)
    def test_any_words(self, poster_painter: PosterPainter, title: str, brand: str) -> None:
        facts = replace(owner.poster(owner.RU), title=title, headline=title, brand=brand)
        document = pdf.read(poster_painter.paint(facts))
        assert _is_one_a4(document)
        assert "\N{REPLACEMENT CHARACTER}" not in _said(document)
