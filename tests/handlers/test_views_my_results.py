"""The list of results: nothing is out of reach, nothing is named like another."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, load_library
from content.texts import Texts
from domain.attempt import Attempt
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Finished
from handlers.callbacks import Go
from handlers.views.my_results import CALCULATIONS, SHOWN, listed, results_view
from tests.support.calculators import calculated
from tests.support.screens import NOW, Checked, campaign, check, finished, person, speech

INSTRUMENTS = load_library().instruments
MAP = INSTRUMENTS["map"]
TESTS = [one for one in INSTRUMENTS.values() if one.scoring is not Scoring.CALCULATION]


def made(count: int, *kinds: int) -> list[Finished]:
    """So many results, the latest first, an hour apart; each of the kind at its place in turn."""
    results = []
    for number in range(count):
        kind = kinds[number % len(kinds)] if kinds else 0
        attempt = Attempt(f"{number:08}", TESTS[kind % len(TESTS)], Mode.FULL)
        results.append(replace(finished(attempt), id=count - number))
    return [replace(one, finished_at=NOW - timedelta(hours=n)) for n, one in enumerate(results)]


def counted(count: int, entry: str = "nps", *typed: str) -> list[Finished]:
    """So many calculations, a minute apart."""
    attempt, _ = calculated(entry, *(typed or ("60", "25", "15")))
    return [
        Finished(1000 - n, replace(attempt, key=f"c{n:07}"), NOW - timedelta(minutes=n), None)
        for n in range(count)
    ]


def screen(
    results: list[Finished],
    library: Library,
    texts: Texts,
    place: str = "",
    language: str = "en",
    now: datetime = NOW,
) -> Checked:
    """A screen of the list."""
    who = replace(person(language), context={"place": place})
    return check(results_view(who, results, {}, now, speech(library, texts)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 8, 9, 30])
def test_every_result_is_reached(
    count: int, language: str, library: Library, texts: Texts
) -> None:
    """Page by page, by the button that says how many more there are."""
    results, place, found = made(count, 0, 1, 2), "", []
    while True:
        shown = screen(results, library, texts, place, language)
        found += [data.rpartition(":")[2] for data in shown.data if data.startswith("g1:result:")]
        more = texts.line(language, "button-results-more", count=count - len(found))
        if [more] not in shown.labels:
            break
        place = Go.unpack(shown.data[min(SHOWN, count)]).arg
    assert sorted(found) == sorted(one.attempt.key for one in results)


@given(st.lists(st.integers(0, 12), max_size=40), st.integers(0, 20))
@settings(deadline=None, max_examples=40)
def test_the_latest_of_each_comes_first(kinds: list[int], calculations: int) -> None:
    """However often another was taken, and whatever was calculated in between."""
    results = sorted(
        [*made(len(kinds), *kinds), *counted(calculations)],
        key=lambda one: one.finished_at,
        reverse=True,
    )
    shown: list[Finished] = []
    page = 0
    while (listing := listed(results, str(page), "en")).page == page and not listing.calculates:
        shown += listing.shown
        page += 1
    names = [one.attempt.instrument.id for one in shown]
    assert len(shown) == len(kinds)
    assert len(set(names[: len(set(names))])) == len(set(names))
    if kinds:
        calculated_ones = listed(results, CALCULATIONS, "en")
        assert len(calculated_ones.shown) == min(calculations, SHOWN)
        assert calculated_ones.calculates


def test_calculations_stand_apart(library: Library, texts: Texts) -> None:
    """By one button; by themselves where there is nothing else."""
    everything = [*counted(9), *made(1)]
    shown = screen(everything, library, texts)
    assert shown.labels[1:] == [["Calculations: 9 ›"], ["All tests"]]
    apart = screen(everything, library, texts, CALCULATIONS)
    assert apart.text == "Your calculations. Tap one to open it."
    assert apart.labels[0] == ["NPS · 45 · 30 Sep, 13:00"]
    assert apart.labels[-3:] == [["More results: 1 ›"], ["‹ Back"], ["All tests"]]
    alone = screen(counted(2), library, texts)
    assert alone.labels == [
        ["NPS · 45 · 30 Sep, 13:00"], ["NPS · 45 · 30 Sep, 12:59"], ["All tests"],
    ]  # fmt: skip


def test_what_tells_them_apart(library: Library, texts: Texts) -> None:
    """The day; two of a day by the time, in the operator's zone; another year by the year."""
    answers = {q.code: 5 for block in MAP.blocks for q in block.questions}
    full = finished(Attempt("full0000", MAP, Mode.FULL, answers=answers), campaign())
    short = replace(full, id=2, attempt=replace(full.attempt, key="short000", mode=Mode.EXPRESS))
    older = replace(short, id=3, finished_at=NOW - timedelta(days=40))
    older = replace(older, attempt=replace(older.attempt, key="older000"))
    labels = screen([full, short, older], library, texts).labels
    assert labels[:3] == [
        ["Customer-centrici… · 100 · 30 Sep, 13:00"],
        ["Customer-ce… · 100 · short · 30 Sep, 13:00"],
        ["Customer-centric… · 100 · short · 21 Aug"],
    ]
    later = datetime(2027, 1, 2, tzinfo=UTC)
    (label,) = screen([older], library, texts, now=later).labels[0]
    assert label.endswith(" · 21 Aug 2026")


@pytest.mark.parametrize("place", ["calc", "calcx", "-1", "x", "٣", "9" * 40, "calc9"])
def test_places_that_there_are_not(place: str, library: Library, texts: Texts) -> None:
    """A forged or outdated page is the nearest one."""
    shown = screen(made(3), library, texts, place)
    assert shown.labels[-1] == ["All tests"]
