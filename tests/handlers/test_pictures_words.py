"""The real words of the pictures with two series: all of them fit."""

from datetime import date, timedelta

import pytest

from content.library import Library
from content.texts import Texts
from domain.languages import LANGUAGES
from results.facts_owner import Pair, PairFacts
from results.pair import PairPainter


@pytest.fixture(scope="module")
def painter() -> PairPainter:
    """One painter."""
    return PairPainter()


def _facts(library: Library, texts: Texts, language: str, note: str) -> PairFacts:
    instrument = library.instruments["map"]
    names = [(b.axis or b.title or {})[language] for b in instrument.blocks]
    return PairFacts(
        title=texts.line(language, "change-title"),
        subtitle=instrument.title[language],
        before_caption=texts.line(language, "pair-hall", n=1248),
        after_caption=texts.line(language, "own-series"),
        headline="100 → 100",
        headline_caption=texts.line(language, "pair-rank", share=99),
        pairs=[Pair(name, 50.0, 58.3) for name in names],
        missing=texts.line(language, "block-missing"),
        note=note,
        date=texts.date(language, date(2026, 9, 30)),
        brand="Мария Лебедева",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["change-note", "pair-note", "pair-note-day"])
def test_notes_are_whole(
    painter: PairPainter, library: Library, texts: Texts, language: str, key: str
) -> None:
    """A note that ends in “…” would leave out just what makes the picture honest."""
    last = date(2026, 9, 30)
    dates = [texts.date(language, last - timedelta(days=days)) for days in (365, 0)]
    every: dict[str, dict[str, str | float]] = {
        "change-note": {"points": "12–13", "highest": 13},
        "pair-note": {"count": 1248, "first": dates[0], "last": dates[1]},
        "pair-note-day": {"count": 1248, "day": dates[1]},
    }
    values = every[key]
    painter.paint(_facts(library, texts, language, texts.line(language, key, **values)))
    assert [line.text for line in painter.written if line.text.endswith("…")] == []
