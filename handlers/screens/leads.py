"""The screens of contacts: of those who leave them, and of admins."""

from collections.abc import Mapping
from typing import Final

from aiogram.fsm.state import State

from domain.lead import Lead
from domain.person import Person
from handlers.screens.owner import guarded
from handlers.screens.place import Maker, Place
from handlers.screens.respondent import home_screen
from handlers.states import Talk
from handlers.views import leads
from handlers.views.leads import PAGE
from handlers.views.view import View
from storage.records import Records


async def _consent(place: Place, person: Person) -> View:
    key = str(person.context.get("key", ""))
    finished = await place.database.read(
        lambda records: records.attempts.finished_by_key(person.id, key)
    )
    if finished is None:
        return await home_screen(place, person)
    return leads.consent_view(person, finished, place.speech)


async def _contact(place: Place, person: Person) -> View:
    return leads.contact_view(person, place.speech)


async def _left(place: Place, person: Person) -> View:
    lead = await place.database.read(lambda records: records.leads.of_person(person.id))
    if lead is None:
        return await home_screen(place, person)
    key = str(person.context.get("key", ""))
    return leads.left_view(person, lead, place.speech, key=key)


async def _leads(place: Place, person: Person) -> View:
    wanted = int(person.context.get("page", 0))

    async def read(records: Records) -> tuple[list[Lead], int, int]:
        count = await records.leads.count()
        # Withdrawals may have emptied the last page.
        page = max(0, min(wanted, (count - 1) // PAGE))
        return await records.leads.latest(skip=page * PAGE, most=PAGE), count, page

    listed, count, page = await place.database.read(read)
    return leads.leads_view(person, listed, count, page, place.speech)


async def _lead(place: Place, person: Person) -> View:
    row, page = int(person.context.get("lead", 0)), int(person.context.get("page", 0))
    lead = await place.database.read(lambda records: records.leads.by_id(row))
    if lead is None:
        return await _leads(place, person)
    return leads.lead_view(person, lead, page, place.speech)


async def _export(place: Place, person: Person) -> View:
    return leads.leads_export_view(person, place.speech)


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.lead_consent: _consent,
    Talk.lead_contact: _contact,
    Talk.lead_left: _left,
    Talk.leads: guarded(_leads, admins_only=True),
    Talk.lead: guarded(_lead, admins_only=True),
    Talk.leads_export: guarded(_export, admins_only=True),
}
