"""Canvases: all of every text, on one page to print and in pictures that a phone shows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results.canvas_page import CanvasDocumentPainter, CanvasPainter, inputs
from results.facts_built import CanvasFacts, Labelled, Principle
from results.lettering import plain
from results.theme import HEIGHT, PAPER, SMALLEST, WIDTH
from tests.results import built, pdf, pictures, placed
from tests.results.built import EN, RU, UK, Words, canvas, filled, prose

_A4, _MARGIN = (841.89, 595.28), 32
_RIM, _ALBUM = 34, 10
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@pytest.fixture(scope="module")
def painter() -> CanvasPainter:
    """One painter for all tests."""
    return CanvasPainter()


@pytest.fixture(scope="module")
def document_painter() -> CanvasDocumentPainter:
    """One painter for all tests."""
    return CanvasDocumentPainter()


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())


def _mixed(words: Words) -> CanvasFacts:
    """Short ones beside the longest."""
    text = prose(words)
    facts = canvas(words, 5)
    first, *others, last = facts.principles
    return replace(
        facts,
        mission=Labelled(words.mission[0], "Да"),
        feelings=Labelled(words.feelings[0], text),
        principles=[replace(first, text=text), *others, replace(last, practice=text)],
    )


_CASES = {
    "one principle": canvas(RU, 1),
    "three principles": canvas(UK, 3),
    "five principles": canvas(EN, 5),
    "one word": filled(canvas(RU, 1), "Да"),
    "all long": filled(canvas(UK, 5), prose(UK)),
    "without spaces": filled(canvas(EN, 2), "Щ" * 1000),
    "very many lines": filled(canvas(EN, 2), "ab\n" * 333),
    "lists": filled(canvas(RU, 4), "— раз\n— два\n\n— три"),
    "mixed": _mixed(RU),
    "no practice": replace(canvas(EN), principles=[Principle(EN.long_word, "")] * 4),
    "emoji": filled(canvas(UK, 2), "🙂 日本語 Так ❤️\u200d🔥"),
    "markup": filled(canvas(EN, 2), '#panic("x") $x$ *b* _i_ `r` <l> @r = h \\ // "q"'),
}


@pytest.mark.parametrize("facts", _CASES.values(), ids=list(_CASES))
def test_a_canvas(document_painter: CanvasDocumentPainter, facts: CanvasFacts) -> None:
    """One page A4 that says everything, nothing hidden and nothing over anything else."""
    document = document_painter.paint(facts)
    read, words = pdf.read(document), placed.read(document)
    assert [tuple(map(round, page)) for page in read.pages] == [(842, 595)]
    assert read.language == facts.language
    placed.check(words, _A4, _MARGIN)
    said = "".join("".join(one.text for one in words).split()).replace("\N{SOFT HYPHEN}", "")
    texts = [part for one in facts.principles for part in (one.text, one.practice)]
    for text in (
        facts.title,
        facts.mission.heading,
        facts.mission.text,
        facts.feelings.heading,
        facts.feelings.text,
        facts.principles_heading,
        facts.date,
        facts.brand,
        *texts,
    ):
        assert _squeezed(text) in said
        said = said.replace(_squeezed(text), "", 1)


@pytest.mark.parametrize("name", _CASES)
def test_pictures_of_a_canvas(painter: CanvasPainter, name: str) -> None:
    """All words, none too small for a phone; nothing overlaps, the rims are empty.

    A thousand letters without a space are what no page has room for, so they alone are smaller.
    """
    facts = _CASES[name]
    album = [pictures.pixels(one) for one in painter.paint(facts)]
    words = placed.read(painter._typesetter.pdf(inputs(facts, PAPER)))
    assert len(album) <= _ALBUM
    assert min(one.size for one in words) >= (16 if name == "without spaces" else SMALLEST)
    for number, image in enumerate(album):
        height, width, _ = image.shape
        assert width == WIDTH
        assert WIDTH / 2 <= height <= HEIGHT
        own = [one for one in words if one.page == number]
        placed.check(own, (width, height), _RIM)
        rim = np.concatenate([image[:30].reshape(-1, 3), image[-30:].reshape(-1, 3)])
        assert pictures.near(rim[None], PAPER).all()
    said = "".join("".join(one.text for one in words).split()).replace("\N{SOFT HYPHEN}", "")
    texts = [part for one in facts.principles for part in (one.text, one.practice)]
    for text in (facts.title, facts.mission.text, facts.feelings.text, facts.date, *texts):
        assert _squeezed(text) in said


@pytest.mark.parametrize("words", built.LANGUAGES.values(), ids=list(built.LANGUAGES))
def test_a_usual_canvas_is_one_picture(painter: CanvasPainter, words: Words) -> None:
    """With all five principles."""
    assert len(painter.paint(canvas(words, 5))) == 1


@pytest.mark.parametrize(("count", "least"), [(1, 20), (3, 15), (5, 11)])
def test_short_texts_are_large(
    document_painter: CanvasDocumentPainter, count: int, least: float
) -> None:
    """The mission above all; what principles mean can be read from a wall."""
    facts = canvas(RU, count)
    sizes = {
        one.text.split()[0]: one.size
        for one in reversed(placed.read(document_painter.paint(facts)))
        if one.text.strip()
    }
    mission = sizes["Чтобы"]
    assert mission == max(sizes.values()) > 30
    first = facts.principles[0]
    assert mission > sizes[first.text.split()[0]] > sizes[first.practice.split()[0]] >= least


def test_a_long_text_leaves_short_ones_large(document_painter: CanvasDocumentPainter) -> None:
    """One long principle does not make its neighbours tiny."""
    found = placed.read(document_painter.paint(_mixed(RU)))
    short = next(one.size for one in found if one.text.startswith("Говорим"))
    assert short > 2 * min(one.size for one in found)


@settings(max_examples=8)
@given(mission=_TEXT, principle=_TEXT, practice=_TEXT)
def test_any_words(
    document_painter: CanvasDocumentPainter, mission: str, principle: str, practice: str
) -> None:
    """Whatever people type is set, on one page."""
    facts = replace(
        canvas(RU, 1),
        mission=Labelled("Миссия", mission),
        principles=[Principle(principle, practice)] * 2,
    )
    document = document_painter.paint(facts)
    assert len(pdf.read(document).pages) == 1
    placed.check(placed.read(document), _A4, _MARGIN)
