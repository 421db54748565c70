"""The screens of those who answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiogram.fsm.state import State

from domain.attempt import Attempt
from domain.kinds import Kind
from domain.person import Campaign, Finished, Person
from domain.questionnaire import WRITTEN, Instrument
from handlers.moves import DEFAULT_TEST
from handlers.rights import is_survey
from handlers.screens.place import Maker, Place
from handlers.spots import journey_of
from handlers.states import Talk
from handlers.views import menu
from handlers.views.journey import journey_view
from handlers.views.my_results import listed, results_view
from handlers.views.question import question_view
from handlers.views.review import review_view
from handlers.views.view import View
from handlers.views.waiting import conflict_view, over_row, waiting_rows
from storage.records import Records

WAITING_SHOWN: Final = 3
"""Unfinished attempts that the list of tests leads back to; their tests lead to all others."""


def _instrument(place: Place, person: Person) -> Instrument:
    instruments = place.speech.library.instruments
    by_campaign = person.campaign.instrument if person.campaign else DEFAULT_TEST
    wanted = str(person.context.get("test", by_campaign))
    return instruments.get(wanted) or next(iter(instruments.values()))


async def _with_waiting(place: Place, person: Person, view: View, most: int = 1) -> View:
    """A screen with the way back to what was left unfinished, the latest first."""
    found = await place.database.read(
        lambda records: records.attempts.waiting(person.id, place.clock())
    )
    left = [one for one in found if one.id != person.attempt_id][:most]
    return replace(view, rows=[*waiting_rows(left, person.language, place.speech), *view.rows])


def _with_over(place: Place, person: Person, view: View) -> View:
    """A test's screen with the way to start over, where its person has just come back to it."""
    if person.attempt is None or not person.context.get("over"):
        return view
    return replace(view, rows=[*view.rows, over_row(person.attempt, place.speech.to(person))])


async def _welcome(place: Place, person: Person) -> View:
    return menu.welcome_view(person, _instrument(place, person), place.speech)


async def _profile(place: Place, person: Person) -> View:
    code = person.state.rpartition(":")[2]
    question = next(q for q in place.speech.library.profile if q.code == code)
    return menu.profile_view(person, question, place.speech)


async def _mode(place: Place, person: Person) -> View:
    return menu.mode_view(person, _instrument(place, person), place.speech)


async def _question(place: Place, person: Person) -> View:
    attempt = person.attempt
    if attempt is None or attempt.position is None:
        return await home_screen(place, person)
    question = attempt.question
    words = await _words(place, person, attempt)
    own, quoted = words.get(question.code, ""), words.get(question.quotes or "", "")
    view = _with_over(place, person, question_view(person, own, place.speech, quoted))
    return await _with_waiting(place, person, view) if question.is_end else view


async def _words(place: Place, person: Person, attempt: Attempt) -> Mapping[str, str]:
    """What is kept apart, where the question shows some of it.

    That is the answer to a written question, a note beside a rating, or what the question quotes.
    """
    question, row = attempt.question, person.attempt_id
    is_kept = attempt.answers.get(question.code) == WRITTEN
    if row is None or not (is_kept or question.takes_note or question.quotes):
        return {}
    shown = {question.code, question.quotes or question.code}
    return await place.database.read(lambda records: records.attempts.words(row, shown))


async def _review(place: Place, person: Person) -> View:
    attempt, row = person.attempt, person.attempt_id
    if attempt is None or row is None:
        return await home_screen(place, person)
    if attempt.position is not None:
        return await _question(place, person)
    words = await place.database.read(lambda records: records.attempts.words(row))
    return _with_over(place, person, review_view(person, words, place.speech))


async def _building(place: Place, person: Person) -> View:
    attempt, row = person.attempt, person.attempt_id
    if attempt is None or row is None or attempt.position is None:
        return await home_screen(place, person)
    question = attempt.question
    if question.kind is not Kind.JOURNEY:
        return await _question(place, person)
    words = await place.database.read(lambda records: records.attempts.words(row))
    journey = journey_of(question, words, person.language)
    return _with_over(place, person, journey_view(person, journey, place.speech))


async def _paused(place: Place, person: Person) -> View:
    if person.attempt is None:
        return await home_screen(place, person)
    return menu.paused_view(person, person.attempt, place.speech)


async def _conflict(place: Place, person: Person) -> View:
    if person.attempt is None:
        return await home_screen(place, person)
    return conflict_view(person, person.attempt, place.speech)


async def home_screen(place: Place, person: Person) -> View:
    """Where people land who are in no test."""

    async def read(records: Records) -> tuple[list[Finished], list[Campaign]]:
        finished = await records.attempts.finished(person.id)
        return finished, await records.campaigns.owned(person.id)

    finished, own = await place.database.read(read)
    surveys = (one.instrument for one in own if is_survey(one, place.speech))
    view = menu.home_view(person, finished, place.speech, next(surveys, ""))
    return await _with_waiting(place, person, view)


async def _tests(place: Place, person: Person) -> View:
    view = menu.tests_view(person, place.speech)
    if person.context.get("group"):
        return view  # its buttons lead back themselves to what waits
    return await _with_waiting(place, person, view, WAITING_SHOWN)


async def _code(place: Place, person: Person) -> View:
    return menu.code_view(person, place.speech)


async def _results(place: Place, person: Person) -> View:
    async def read(records: Records) -> tuple[list[Finished], dict[int, Mapping[str, str]]]:
        finished = await records.attempts.finished(person.id)
        where = str(person.context.get("place", ""))
        listing = listed(finished, where, person.language)
        rows = [one.id for one in listing.shown] if listing.calculates else []
        return finished, {row: await records.attempts.words(row) for row in rows}

    finished, words = await place.database.read(read)
    return results_view(person, finished, words, place.clock(), place.speech)


async def _settings(place: Place, person: Person) -> View:
    lead = await place.database.read(lambda records: records.leads.of_person(person.id))
    return menu.settings_view(person, place.speech, has_lead=lead is not None)


async def _privacy(place: Place, person: Person) -> View:
    return menu.privacy_view(person, place.speech)


async def _deleting(place: Place, person: Person) -> View:
    return menu.deleting_view(person, place.speech)


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.welcome: _welcome,
    Talk.role: _profile,
    Talk.size: _profile,
    Talk.industry: _profile,
    Talk.mode: _mode,
    Talk.answering: _question,
    Talk.building: _building,
    Talk.review: _review,
    Talk.paused: _paused,
    Talk.conflict: _conflict,
    Talk.home: home_screen,
    Talk.tests: _tests,
    Talk.code: _code,
    Talk.results: _results,
    Talk.settings: _settings,
    Talk.privacy: _privacy,
    Talk.deleting: _deleting,
}
