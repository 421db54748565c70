"""The owner's screens."""

from collections.abc import Mapping
from typing import Final

from aiogram.fsm.state import State

from domain.person import Person
from handlers.screens.place import Maker, Place
from handlers.screens.respondent import home_screen
from handlers.states import Talk
from handlers.views import admin
from handlers.views.view import View


async def _admin(place: Place, person: Person) -> View:
    if not place.speech.house.sees_figures(person.chat_id):
        return await home_screen(place, person)
    overview = await place.database.read(lambda records: records.figures.overview())
    campaigns = await place.database.read(lambda records: records.campaigns.all())
    return admin.admin_view(person, admin.Overview(*overview), campaigns, place.speech)


async def _new_campaign(place: Place, person: Person) -> View:
    return admin.new_campaign_view(person, place.speech)


async def _export(place: Place, person: Person) -> View:
    return admin.export_view(person, place.speech)


async def _export_rows(place: Place, person: Person) -> View:
    return admin.export_rows_view(person, place.speech)


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.admin: _admin,
    Talk.new_campaign: _new_campaign,
    Talk.export: _export,
    Talk.export_rows: _export_rows,
}
