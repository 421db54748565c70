"""The screens of surveys; whoever has no right to one of them stands at home."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiogram.fsm.state import State

from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from handlers.rights import is_survey, may_see
from handlers.screens.place import Maker, Place
from handlers.screens.respondent import home_screen
from handlers.states import Talk
from handlers.views import own_surveys, surveys
from handlers.views.view import View
from storage.records import Records
from storage.sources import Turnout


def _of_test(show: Callable[[Place, Person, Instrument], Awaitable[View]]) -> Maker:
    """A screen about a kind of survey; home where there is no such test any longer."""

    async def make(place: Place, person: Person) -> View:
        instrument = place.speech.library.instruments.get(str(person.context.get("test", "")))
        if instrument is None:
            return await home_screen(place, person)
        return await show(place, person, instrument)

    return make


def _of_one(show: Callable[[Place, Person, Campaign], Awaitable[View]]) -> Maker:
    """A screen of the survey in somebody's context, for its owner and for staff."""

    async def make(place: Place, person: Person) -> View:
        row = int(person.context.get("id", 0))
        campaign = await place.database.read(lambda records: records.campaigns.by_id(row))
        if campaign is None or not is_survey(campaign, place.speech):
            return await home_screen(place, person)
        if not may_see(person, campaign, place.speech.house):
            return await home_screen(place, person)
        return await show(place, person, campaign)

    return make


async def _survey(place: Place, person: Person, instrument: Instrument) -> View:
    own = await place.database.read(lambda records: records.campaigns.owned(person.id))
    of_kind = [one for one in own if one.instrument == instrument.id]
    return surveys.survey_view(person, instrument, of_kind, place.speech)


async def _surveys(place: Place, person: Person, instrument: Instrument) -> View:
    async def read(records: Records) -> tuple[list[Campaign], Mapping[int, int]]:
        owned = await records.campaigns.owned(person.id)
        own = [one for one in owned if one.instrument == instrument.id]
        turnouts = await records.sources.turnouts(own)
        return own, {row: turnout.finished for row, turnout in turnouts.items()}

    own, finished = await place.database.read(read)
    return surveys.surveys_view(person, instrument, own, finished, place.speech)


async def _company(place: Place, person: Person, _instrument: Instrument) -> View:
    return surveys.company_view(person, place.speech)


async def _occasion(place: Place, person: Person, instrument: Instrument) -> View:
    return surveys.occasion_view(person, instrument, place.speech)


async def _review(place: Place, person: Person, instrument: Instrument) -> View:
    return surveys.review_view(person, instrument, place.speech)


async def _page(place: Place, person: Person, campaign: Campaign) -> View:
    turnout = await _turnout(place, campaign)
    return surveys.page_view(person, campaign, turnout, place.clock(), place.speech)


async def _turnout(place: Place, campaign: Campaign) -> Turnout:
    turnouts = await place.database.read(lambda records: records.sources.turnouts([campaign]))
    return turnouts[campaign.id]


async def _poster(place: Place, person: Person, campaign: Campaign) -> View:
    return surveys.poster_view(person, campaign, place.speech)


async def _name(place: Place, person: Person, campaign: Campaign) -> View:
    return own_surveys.name_view(person, campaign, place.speech)


async def _topic(place: Place, person: Person, campaign: Campaign) -> View:
    return own_surveys.topic_view(person, campaign, place.speech)


async def _removing(place: Place, person: Person, campaign: Campaign) -> View:
    turnout = await _turnout(place, campaign)
    return own_surveys.removing_view(person, campaign, turnout, place.speech)


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.survey: _of_test(_survey),
    Talk.surveys: _of_test(_surveys),
    Talk.survey_company: _of_test(_company),
    Talk.survey_occasion: _of_test(_occasion),
    Talk.survey_review: _of_test(_review),
    Talk.survey_page: _of_one(_page),
    Talk.survey_poster: _of_one(_poster),
    Talk.survey_name: _of_one(_name),
    Talk.survey_topic: _of_one(_topic),
    Talk.survey_removing: _of_one(_removing),
}
