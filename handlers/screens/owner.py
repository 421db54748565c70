"""The owner's screens."""

from collections.abc import Mapping, Sequence
from typing import Final

from aiogram.fsm.state import State

from domain.daytime import clock
from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from handlers.screens.place import Maker, Place
from handlers.screens.respondent import home_screen
from handlers.states import Talk
from handlers.views import admin
from handlers.views.admin import Standing
from handlers.views.audit import SHOWN, audit_view
from handlers.views.choice import Choice
from handlers.views.choosing import LINES, choosing_view, page_of
from handlers.views.exports import Order, export_rows_view, export_view
from handlers.views.funnel import FunnelFacts, funnel_view
from handlers.views.view import View
from storage.boards import read_boards
from storage.funnel import read_funnel
from storage.records import Records


def guarded(maker: Maker, *, admins_only: bool = False) -> Maker:
    """A screen for staff: who is no longer one of them sees their own home instead."""

    async def guard(place: Place, person: Person) -> View:
        house = place.speech.house
        may = house.is_admin if admins_only else house.sees_figures
        return await (maker if may(person.chat_id) else home_screen)(place, person)

    return guard


async def _admin(place: Place, person: Person) -> View:
    came = await place.database.read(lambda records: records.figures.overview())
    arrived, consented, _, finished = came
    standings = await _standings(place, list(place.speech.library.instruments.values()))
    return admin.admin_view(person, (arrived, consented, finished), standings, place.speech)


async def _standings(place: Place, instruments: Sequence[Instrument]) -> list[Standing]:
    boards = await read_boards(place.database, instruments)
    return [Standing(*pair) for pair in zip(instruments, boards, strict=True)]


async def _figures(place: Place, person: Person) -> View:
    choice, instruments = Choice.of(person.context), place.speech.library.instruments
    page = page_of(choice.page, len(instruments))
    shown = list(instruments.values())[page * LINES : (page + 1) * LINES]
    return admin.figures_view(person, await _standings(place, shown), page, place.speech)


async def _funnel(place: Place, person: Person) -> View:
    choice = Choice.of(person.context)
    instrument = choice.instrument(place.speech.library.instruments)
    campaign = await _campaign(place, choice)
    now = place.clock()
    funnel = await read_funnel(
        place.database,
        instrument,
        now,
        campaign=campaign.code if campaign else None,
        mode=choice.of_mode,
    )
    time = clock(now.astimezone(place.speech.house.zone))
    return funnel_view(person, FunnelFacts(instrument, campaign, funnel, time), place.speech)


async def _campaign(place: Place, choice: Choice) -> Campaign | None:
    if not choice.campaign:
        return None
    return await place.database.read(lambda records: records.campaigns.by_code(choice.campaign))


async def _choosing(place: Place, person: Person) -> View:
    choice = Choice.of(person.context)
    instrument = choice.instrument(place.speech.library.instruments)
    found = await place.database.read(lambda records: records.selections.campaigns(instrument.id))
    return choosing_view(person, choice, found, place.speech)


async def _audit(place: Place, person: Person) -> View:
    house = place.speech.house
    wanted = Choice.of(person.context).page

    async def unit(records: Records) -> View:
        count = min(SHOWN, await records.audit.count())
        page = page_of(wanted, count)
        most = min(LINES, SHOWN - page * LINES)
        staff = house.admins | house.analysts
        entries = await records.audit.latest(staff, page * LINES, most)
        return audit_view(person, entries, page, count, place.speech)

    return await place.database.read(unit)


async def _export(place: Place, person: Person) -> View:
    choice = Choice.of(person.context)
    order = await _order(place, choice.asked("", place.clock()))
    return export_view(person, order, place.speech)


async def _export_rows(place: Place, person: Person) -> View:
    order = await _order(place, Choice.of(person.context))
    return export_rows_view(person, order, place.speech)


async def _order(place: Place, choice: Choice) -> Order:
    instruments = place.speech.library.instruments
    selection = choice.selection(instruments)
    return Order(
        instrument=choice.instrument(instruments),
        campaign=await _campaign(place, choice),
        days=choice.days,
        since=selection.since,
        form=choice.form,
        count=await place.database.read(lambda records: records.selections.count(selection)),
    )


MAKERS: Final[Mapping[State, Maker]] = {
    Talk.admin: guarded(_admin),
    Talk.figures: guarded(_figures),
    Talk.funnel: guarded(_funnel),
    Talk.choosing: guarded(_choosing),
    Talk.audit: guarded(_audit, admins_only=True),
    Talk.export: guarded(_export),
    Talk.export_rows: guarded(_export_rows, admins_only=True),
}
