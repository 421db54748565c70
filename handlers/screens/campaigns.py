"""The screens of campaigns; whoever has lost the right to them stands at home."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiogram.fsm.state import State

from domain.person import Campaign, Person
from handlers.screens.owner import guarded
from handlers.screens.place import Maker, Place
from handlers.states import Talk
from handlers.views import campaigns, new_campaign
from handlers.views.campaigns import SHOWN, Listing, pages_of
from handlers.views.context import Speech
from handlers.views.view import View
from storage.records import Records
from storage.sources import Flow


async def _campaigns(place: Place, person: Person) -> View:
    wanted = int(person.context.get("page", 0))

    async def read(records: Records) -> Listing:
        count = await records.campaigns.count()
        page = min(wanted, pages_of(count) - 1)
        found = await records.campaigns.page(page * SHOWN, SHOWN)
        taken = await records.sources.taken(found)
        return Listing(page, count, found, taken, await records.sources.elsewhere())

    listing = await place.database.read(read)
    return campaigns.campaigns_view(person, listing, place.clock(), place.speech)


def _of_one(show: Callable[[Place, Person, Campaign], Awaitable[View]]) -> Maker:
    """A screen of the campaign in somebody's context; the list if there is none."""

    async def make(place: Place, person: Person) -> View:
        row = int(person.context.get("id", 0))
        campaign = await place.database.read(lambda records: records.campaigns.by_id(row))
        if campaign is None:
            return await _campaigns(place, person)
        return await show(place, person, campaign)

    return guarded(make)


async def _page(place: Place, person: Person, campaign: Campaign) -> View:
    flow = await place.database.read(lambda records: records.sources.of_link(campaign))
    return campaigns.campaign_view(person, campaign, flow, place.clock(), place.speech)


async def _sources(place: Place, person: Person, campaign: Campaign) -> View:
    async def read(records: Records) -> tuple[Flow, Flow]:
        sources = records.sources
        return await sources.of_link(campaign), await sources.of_copies(campaign)

    link, copies = await place.database.read(read)
    return campaigns.sources_view(person, campaign, link, copies, place.speech)


def _plain(show: Callable[[Person, Campaign, Speech], View]) -> Maker:
    """A screen of a campaign that needs nothing but the campaign."""

    async def shown(place: Place, person: Person, campaign: Campaign) -> View:
        return show(person, campaign, place.speech)

    return _of_one(shown)


def _step(show: Callable[[Person, Speech], View]) -> Maker:
    """A step of a new campaign."""

    async def make(place: Place, person: Person) -> View:
        return show(person, place.speech)

    return guarded(make, admins_only=True)


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.campaigns: guarded(_campaigns),
    Talk.campaign: _of_one(_page),
    Talk.campaign_sources: _of_one(_sources),
    Talk.campaign_poster: _plain(campaigns.poster_view),
    Talk.campaign_title: _plain(campaigns.title_view),
    Talk.campaign_days: _plain(campaigns.days_view),
    Talk.new_campaign: _step(new_campaign.code_view),
    Talk.new_title: _step(new_campaign.title_view),
    Talk.new_test: _step(new_campaign.test_view),
    Talk.new_company: _step(new_campaign.new_company_view),
    Talk.new_occasion: _step(new_campaign.new_occasion_view),
    Talk.new_mode: _step(new_campaign.mode_view),
    Talk.new_days: _step(new_campaign.new_days_view),
    Talk.new_review: _step(new_campaign.review_view),
}
