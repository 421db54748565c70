"""Journeys: every word in its place, whatever it is and however many there are."""

from dataclasses import replace
from itertools import chain

import numpy as np
import pytest

from results.facts_built import JourneyFacts, JourneyStage, Labelled, Touchpoint
from results.journey import (
    JourneyDocumentPainter,
    JourneyPainter,
    document_inputs,
    picture_inputs,
)
from results.lettering import plain
from results.theme import DELIGHT, DETRACTOR, HEIGHT, PAPER, SMALLEST, WIDTH
from tests.results import built, pdf, pictures, placed
from tests.results.built import EN, RU, UK, Words, journey, long_titles

_MARGIN = 34
_ALBUM = 10
_A4, _SIDE, _FOOT = (841.89, 595.28), 30, 24


@pytest.fixture(scope="module")
def painter() -> JourneyPainter:
    """One painter for all tests."""
    return JourneyPainter()


@pytest.fixture(scope="module")
def document_painter() -> JourneyDocumentPainter:
    """One painter for all tests."""
    return JourneyDocumentPainter()


def _nasty(words: Words) -> JourneyFacts:
    """Words without spaces, emoji, other scripts, markup, long labels and texts."""
    facts = journey(words, (0, 4, 0, 9, 1, 0, 2), zones=2)
    stages = [*facts.stages]
    stages[4] = JourneyStage("W" * 60, [Touchpoint("Щ" * 60, 2, 5, is_pain=True, is_delight=True)])
    stages[6] = JourneyStage(
        "🙂",
        [
            Touchpoint("日本語 🙂", -2, 1, is_pain=True, is_delight=False),
            Touchpoint('#panic("x") $x$ *b*', None, 5, is_pain=True, is_delight=False),
        ],
    )
    return replace(
        facts,
        stages=stages,
        subtitle=built.prose(words, 300),
        about=[Labelled("Segment", built.prose(words, 400)), Labelled("Why", "W" * 300)],
        emotions=[f"{word} and what is more" for word in words.emotions],
        zones=[Labelled("W" * 60, "W" * 1000), Labelled("a " * 30, "b " * 500)],
    )


_CASES = {
    "usual": journey(RU),
    "fewest": journey(UK, (1, 1, 1), zones=0),
    "one stage": journey(EN, (12,), zones=6),
    "most": journey(RU, (8,) * 5, zones=14),
    "most stages": journey(UK, (0, 2, 0, 3, 5, 1, 0, 4, 2, 2, 6, 1), zones=5),
    "nothing said": replace(journey(EN, (2, 2, 2), emotions=(None,), zones=0), about=[]),
    "all low": journey(UK, (4, 3), emotions=(-2,), zones=7),
}
_EXTREMES = {
    "longest": long_titles(journey(UK, (4,) * 9, zones=35), UK.long_word),
    "nasty": _nasty(EN),
}


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())


def _said(words: list[placed.Placed]) -> str:
    """All of it without spaces and without the hyphens of broken words."""
    return "".join("".join(one.text for one in words).split()).replace("\N{SOFT HYPHEN}", "")


@pytest.mark.parametrize("name", [*_CASES, *_EXTREMES])
def test_pictures(painter: JourneyPainter, name: str) -> None:
    """Photos that Telegram shows whole and a phone readably; nothing overlaps or runs out."""
    facts = (_CASES | _EXTREMES)[name]
    album = [pictures.pixels(one) for one in painter.paint(facts)]
    assert len(album) <= _ALBUM
    words = placed.read(painter._typesetter.pdf(picture_inputs(facts)))
    assert min(one.size for one in words) >= SMALLEST
    for number, image in enumerate(album):
        height, width, _ = image.shape
        assert width == WIDTH
        assert WIDTH / 2 <= height <= HEIGHT
        own = [one for one in words if one.page == number]
        placed.check(own, (width, height), _MARGIN)
        rim = np.concatenate(
            [image[: _MARGIN - 4].reshape(-1, 3), image[4 - _MARGIN :].reshape(-1, 3)]
        )
        assert pictures.near(rim[None], PAPER).all()


def test_names_without_end_are_small_rather_than_left_out(painter: JourneyPainter) -> None:
    """Forty touchpoints and twelve stages of the widest letters: still an album."""
    wide = Labelled("W" * 20, "W" * 1000)
    facts = long_titles(journey(EN, (0,) * 11 + (40,)), "W" * 60)
    for one in (facts, journey(UK, (3, 3))):
        endless = replace(one, about=[wide] * 4, zones=[Labelled("W" * 60, "W" * 300)] * 40)
        album = [pictures.pixels(picture) for picture in painter.paint(endless)]
        assert len(album) <= _ALBUM
        assert max(len(image) for image in album) <= HEIGHT


@pytest.mark.parametrize(
    ("counts", "count"), [((1, 1, 1), 1), ((3, 3), 2), ((3, 3, 3, 2, 2), 2), ((8,) * 5, 6)]
)
def test_as_few_pictures_as_can_be_read(
    painter: JourneyPainter, counts: tuple[int, ...], count: int
) -> None:
    """A short journey is one picture; what it is about never takes room from a longer one."""
    assert len(painter.paint(journey(UK, counts))) <= count


@pytest.mark.parametrize("name", ["usual", "fewest", "most", "most stages", "nasty"])
def test_a_document(document_painter: JourneyDocumentPainter, name: str) -> None:
    """Pages A4 that say everything, each word where it can be read."""
    facts = (_CASES | _EXTREMES)[name]
    document = document_painter.paint(facts)
    read, words = pdf.read(document), placed.read(document)
    assert {(round(width), round(height)) for width, height in read.pages} == {(842, 595)}
    assert read.language == facts.language
    placed.check(words, (_A4[0], _A4[1] + _SIDE - _FOOT), _SIDE)
    said = _said(words)
    points = [point.title for stage in facts.stages for point in stage.touchpoints]
    labelled = [(one.heading, one.text) for one in (*facts.about, *facts.zones)]
    for text in (
        facts.title,
        facts.subtitle,
        facts.effort,
        facts.pain,
        facts.delight,
        facts.zones_heading,
        facts.date,
        facts.brand,
        *facts.emotions,
        *(stage.title for stage in facts.stages),
        *points,
        *chain.from_iterable(labelled),
        *([] if facts.zones else [facts.no_zones]),
    ):
        assert _squeezed(text) in said, text


@pytest.mark.parametrize("words", built.LANGUAGES.values(), ids=list(built.LANGUAGES))
def test_what_a_picture_says(painter: JourneyPainter, words: Words) -> None:
    """Each touchpoint with its number, the worst zones, and how many more there are."""
    facts = journey(words, zones=9)
    pages = placed.read(painter._typesetter.pdf(picture_inputs(facts)))
    found = [one.text for one in pages if one.page or "/" not in one.text]
    count = sum(len(stage.touchpoints) for stage in facts.stages)
    assert [text for text in found if text.isdigit()] == [str(n + 1) for n in range(count)]
    said = "".join("".join(found).split())
    for stage in facts.stages:
        assert _squeezed(stage.title) in said
        assert all(_squeezed(point.title) in said for point in stage.touchpoints)
    hidden = next(int(text[1:]) for text in found if text.startswith("+"))
    after = said[said.index(_squeezed(facts.zones_heading)) :]
    shown = [zone for zone in facts.zones if _squeezed(zone.heading) in after]
    assert len(shown) == len(facts.zones) - hidden >= 3
    assert shown == facts.zones[: len(shown)]


def test_marks_are_told_by_shape(painter: JourneyPainter) -> None:
    """A pain point is wider above than below its middle, a delight higher than a plain circle."""
    feelings = {DETRACTOR: -2, DELIGHT: 2}
    for colour, feeling in feelings.items():
        facts = replace(journey(RU, (3,), emotions=(feeling,), zones=0), about=[])
        (picture,) = painter.paint(facts)
        image = pictures.near(pictures.pixels(picture), colour)
        rows = np.flatnonzero(image[200:].any(axis=1))
        band = image[200:][rows[0] : rows[0] + 80]
        widths = band.sum(axis=1) / 3
        widest = int(widths.argmax())
        if colour == DETRACTOR:
            assert widest < 12
            assert widths[widest] > 45
        else:
            assert widest > 12
            assert widths[:4].max() < 12


def test_what_is_not_rated_is_not_joined(painter: JourneyPainter) -> None:
    """The curve has a gap there; between two that are rated it has none."""
    (joined,), (torn,) = (
        painter.paint(replace(journey(RU, (3,), emotions=feelings, zones=0), about=[]))
        for feelings in ((0, 1, 0), (0, None, 0))
    )
    curve = [pictures.near(pictures.pixels(one), "#56B4E9").sum() for one in (joined, torn)]
    assert curve[0] > 1000
    assert curve[1] < 50


def test_the_same_facts_give_the_same_bytes(
    painter: JourneyPainter, document_painter: JourneyDocumentPainter
) -> None:
    """So that a digest of the facts stands for the picture."""
    facts = journey(EN)
    first = (painter.paint(facts), document_painter.paint(facts))
    painter.paint(journey(UK, (1, 2)))
    assert (painter.paint(facts), document_painter.paint(facts)) == first
    assert document_inputs(facts) != picture_inputs(facts)
