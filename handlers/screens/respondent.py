"""The screens of those who answer."""

from collections.abc import Mapping
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
from storage.records import Records


def _instrument(place: Place, person: Person) -> Instrument:
    instruments = place.speech.library.instruments
    by_campaign = person.campaign.instrument if person.campaign else DEFAULT_TEST
    wanted = str(person.context.get("test", by_campaign))
    return instruments.get(wanted) or next(iter(instruments.values()))


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
    return question_view(person, own, place.speech, quoted)


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
    return review_view(person, words, place.speech)


async def _building(place: Place, person: Person) -> View:
    attempt, row = person.attempt, person.attempt_id
    if attempt is None or row is None or attempt.position is None:
        return await home_screen(place, person)
    question = attempt.question
    if question.kind is not Kind.JOURNEY:
        return await _question(place, person)
    words = await place.database.read(lambda records: records.attempts.words(row))
    return journey_view(person, journey_of(question, words, person.language), place.speech)


async def _paused(place: Place, person: Person) -> View:
    if person.attempt is None:
        return await home_screen(place, person)
    return menu.paused_view(person, person.attempt, place.speech)


async def _conflict(place: Place, person: Person) -> View:
    chosen = place.speech.library.instruments.get(str(person.context.get("test", "")))
    if person.attempt is not None and chosen is not None:
        title = chosen.title[person.language]
        return menu.conflict_view(person, person.attempt, title, place.speech, is_link=False)
    code = str(person.context.get("code", ""))
    campaign = await place.database.read(lambda records: records.campaigns.by_code(code))
    if person.attempt is None or campaign is None:
        return await home_screen(place, person)
    return menu.conflict_view(person, person.attempt, campaign.title, place.speech)


async def home_screen(place: Place, person: Person) -> View:
    """Where people land who are in no test."""

    async def read(records: Records) -> tuple[list[Finished], list[Campaign]]:
        finished = await records.attempts.finished(person.id)
        return finished, await records.campaigns.owned(person.id)

    finished, own = await place.database.read(read)
    surveys = (one.instrument for one in own if is_survey(one, place.speech))
    return menu.home_view(person, finished, place.speech, next(surveys, ""))


async def _tests(place: Place, person: Person) -> View:
    return menu.tests_view(person, place.speech)


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
