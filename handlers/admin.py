"""The owner's side: counts, campaigns, exports. Rights are checked here for every update."""

import re
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from domain.person import Person
from domain.questionnaire import Mode
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import Typed
from handlers.moves import DEFAULT_TEST, SHARED
from handlers.staff import act_as_staff
from handlers.states import Talk, name
from handlers.views.admin import FORMATS

MAX_CODE: Final = 62
"""A payload holds 64 characters, of which a passed-on card needs two for its own prefix."""
_CAMPAIGN = re.compile(rf"([A-Za-z0-9_-]{{1,{MAX_CODE}}})\s+(\S.{{0,119}})", re.DOTALL)


def build_router() -> Router:
    """Admins do everything, analysts see aggregates, everybody else gets nothing."""
    router = Router(name="admin")
    router.message.register(admin, Command("admin"))
    router.callback_query.register(admin, Go.filter(F.to == To.ADMIN))
    router.callback_query.register(new_campaign, Go.filter(F.to == To.NEW_CAMPAIGN))
    router.message.register(campaign_typed, Typed(), StateFilter(Talk.new_campaign))
    router.callback_query.register(switch, Go.filter(F.to == To.SWITCH))
    router.callback_query.register(export, Go.filter(F.to == To.EXPORT))
    router.callback_query.register(report, Go.filter(F.to == To.REPORT))
    router.callback_query.register(rows, Go.filter(F.to == To.ROWS))
    router.callback_query.register(rows_confirmed, Go.filter(F.to == To.ROWS_YES))
    return router


async def admin(event: Message | CallbackQuery, visit: Visit) -> None:
    """Counts, campaigns and exports."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.admin), fresh=isinstance(event, Message))

    await act_as_staff(visit, decide, admins_only=False)


async def new_campaign(_query: CallbackQuery, visit: Visit) -> None:
    """Asks for code and title."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.new_campaign))

    await act_as_staff(visit, decide, admins_only=True)


async def campaign_typed(message: Message, visit: Visit) -> None:
    """A new campaign's code and title."""
    found = _CAMPAIGN.fullmatch((message.text or "").strip())

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if found is None or found[1].lower().startswith(SHARED):
            return person.again(fresh=True, notice=notice("notice-campaign-code"))
        code, title = found[1].lower(), " ".join(found[2].split())
        made = await turn.records.campaigns.create(
            code, title, DEFAULT_TEST, Mode.EXPRESS, turn.now
        )
        if made is None:
            return person.again(fresh=True, notice=notice("notice-campaign-taken", code=code))
        link = turn.speech.house.deep_link(made.code)
        return person.at(name(Talk.admin), fresh=True, notice=notice("campaign-made", link=link))

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def switch(_query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Pauses a campaign or opens it again."""

    async def decide(turn: Turn) -> Person:
        row, _, wanted = callback_data.arg.partition(".")
        if row.isdigit() and wanted in {"open", "shut"}:
            await turn.records.campaigns.open(int(row), is_open=wanted == "open")
        return turn.person.at(name(Talk.admin))

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def export(_query: CallbackQuery, visit: Visit) -> None:
    """Which export?"""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.export))

    await act_as_staff(visit, decide, admins_only=False)


async def report(_query: CallbackQuery, visit: Visit) -> None:
    """The workbook of aggregates."""

    async def decide(turn: Turn) -> Person:
        await _order(turn, "report", "report")
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def rows(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Rows show single people: confirmed first."""

    async def decide(turn: Turn) -> Person:
        if callback_data.arg not in FORMATS:
            log_refusal("an export format that is not offered", query)
            return turn.person.again()
        return turn.person.at(name(Talk.export_rows), format=callback_data.arg)

    await act_as_staff(visit, decide, admins_only=True)


async def rows_confirmed(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Rows by attempt, without names."""

    async def decide(turn: Turn) -> Person:
        person, chosen = turn.person, callback_data.arg
        is_asked = person.state == name(Talk.export_rows)
        if chosen not in FORMATS or not is_asked or person.context.get("format") != chosen:
            log_refusal("rows without the confirmation", query)
            return person.again()
        await _order(turn, "rows", chosen)
        return person.at(name(Talk.export))

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def _order(turn: Turn, kind: str, chosen: str) -> None:
    """Hands an export to the courier and logs who wants it."""
    await turn.deliver(kind, format=chosen, language=turn.person.language)
    await turn.records.updates.log(
        turn.person.chat_id, "export", turn.now, {"kind": kind, "format": chosen}
    )
    turn.toast = "toast-making"
