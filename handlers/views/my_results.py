"""A person's results: the list of them, and what stands under one that is shown again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from content.texts import LANGUAGE_NAMES
from domain.calculation import outcome
from domain.daytime import zone_of
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Finished, Person
from handlers.callbacks import To
from handlers.views.context import Speech
from handlers.views.figures import show_figure
from handlers.views.titles import title_of
from handlers.views.totals import total_in_brief
from handlers.views.view import Button, View, cut, go

SHOWN: Final = 8
"""Results on one screen."""
LABEL: Final = 40
"""Characters of a button of its own row; clients cut longer ones off."""
NAME: Final = 12
"""So many characters of a result's name stay, however much is told beside it."""
CALCULATIONS: Final = "calc"
"""Names the list of calculations in a button, before its page."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One screen of the list.

    Attributes:
        shown: The results on it.
        page: Which page of its list it is, from 0.
        after: How many results come after it.
        calculates: Whether it is the list of calculations.
        calculations: How many calculations there are.
        alone: Whether there is nothing but calculations.
    """

    shown: Sequence[Finished]
    page: int
    after: int
    calculates: bool
    calculations: int
    alone: bool


def listed(finished: Sequence[Finished], place: str, language: str) -> Listing:
    """What stands on a screen of the list.

    The latest of each kind comes first, then the others by time. Calculations have a list of
    their own: who makes ten of them in a row must still find their map.

    Args:
        finished: Everything the person has, the latest first.
        place: What a button carried: a page from 0, that of the calculations after CALCULATIONS.
        language: To name results in.
    """
    counted = [one for one in finished if _calculates(one)]
    answered = [one for one in finished if not _calculates(one)]
    alone = not answered
    calculates = alone or place.startswith(CALCULATIONS)
    entries = counted if calculates else _latest_first(answered, language)
    number = place.removeprefix(CALCULATIONS)
    asked = int(number) if number.isascii() and number.isdecimal() else 0
    page = min(asked, max(0, len(entries) - 1) // SHOWN)
    shown = entries[page * SHOWN : (page + 1) * SHOWN]
    after = len(entries) - page * SHOWN - len(shown)
    return Listing(shown, page, after, calculates, len(counted), alone)


def results_view(
    person: Person,
    finished: Sequence[Finished],
    words: Mapping[int, Mapping[str, str]],
    now: datetime,
    speech: Speech,
) -> View:
    """One screen of a person's results.

    Args:
        person: Whose they are.
        finished: All of them, the latest first.
        words: What is kept apart of the calculations on this screen, by row number.
        now: The present moment: days of its year are told without the year.
        speech: Content and words.
    """
    speak, language = speech.to(person), person.language
    listing = listed(finished, str(person.context.get("place", "")), language)
    # The person's own clock, not the operator's.
    zone = zone_of(language, speech.house.time_zone)
    days = Counter(_name_and_day(one, language, zone) for one in finished)

    def label(one: Finished) -> str:
        moment = one.finished_at.astimezone(zone)
        day = speech.texts.short_date(language, moment, now.astimezone(zone))
        is_alone = days[_name_and_day(one, language, zone)] == 1
        told = [
            _value(one, words.get(one.id, {}), language, speech),
            speak("mode-express") if one.attempt.mode is Mode.EXPRESS else "",
            day if is_alone else f"{day}, {moment:%H:%M}",
        ]
        rest = "".join(f" · {part}" for part in told if part)
        return cut(_name(one, language), max(NAME, LABEL - len(rest))) + rest

    rows = [[go(label(one), To.RESULT, one.attempt.key)] for one in listing.shown]
    heading = "results-calculations" if listing.calculates else "results"
    return View(speak(heading), [*rows, *_ways(listing, person, speech)])


def again_rows(key: str, language: str, speech: Speech) -> list[list[Button]]:
    """Under a result that is shown again: the same in the other languages, and the list."""
    others = [code for code in LANGUAGES if code != language]
    return [
        [go(LANGUAGE_NAMES[code], To.SHOW, f"{key}.{code}") for code in others],
        [go(speech.texts.line(language, "button-results"), To.RESULTS)],
    ]


def shown_again(view: View, key: str, language: str, speech: Speech) -> View:
    """A result's words as they come from the list; the way on to the tests stays the last."""
    return replace(
        view, rows=[*view.rows[:-1], *again_rows(key, language, speech), *view.rows[-1:]]
    )


def _ways(listing: Listing, person: Person, speech: Speech) -> Iterator[list[Button]]:
    """To the pages before and after, to the calculations and back, and on to the tests."""
    speak, prefix = speech.to(person), CALCULATIONS if listing.calculates else ""
    if listing.after:
        more = speak("button-results-more", count=listing.after)
        yield [go(more, To.RESULTS, f"{prefix}{listing.page + 1}")]
    if listing.page:
        yield [go(speak("button-back"), To.RESULTS, f"{prefix}{listing.page - 1}")]
    elif listing.calculates and not listing.alone:
        yield [go(speak("button-back"), To.RESULTS)]
    if listing.calculations and not listing.calculates:
        label = speak("button-results-calculations", count=listing.calculations)
        yield [go(label, To.RESULTS, CALCULATIONS)]
    yield [go(speak("button-tests"), To.TESTS)]


def _calculates(one: Finished) -> bool:
    return one.attempt.instrument.scoring is Scoring.CALCULATION


def _latest_first(finished: Sequence[Finished], language: str) -> list[Finished]:
    """The latest of each kind, then the others; both by time."""
    latest: dict[tuple[str, str], int] = {}
    for one in finished:
        latest.setdefault((one.attempt.instrument.id, _name(one, language)), one.id)
    first = set(latest.values())
    return sorted(finished, key=lambda one: one.id not in first)


def _name(one: Finished, language: str) -> str:
    """Who asked, or which test; a trial that nobody asked for goes by the test."""
    asker = one.campaign.company if one.campaign else None
    return asker or title_of(one.attempt, language)


def _name_and_day(one: Finished, language: str, zone: ZoneInfo) -> tuple[str, str]:
    return _name(one, language), f"{one.finished_at.astimezone(zone):%Y-%m-%d}"


def _value(one: Finished, words: Mapping[str, str], language: str, speech: Speech) -> str:
    """What it came to, as its own words have it; empty where it came to no number."""
    if not _calculates(one):
        return total_in_brief(one.attempt, language, speech)
    found = outcome(one.attempt, words)
    return "" if found is None else show_figure(found.value, language)
