"""The contacts that people have left: for admins only, checked for every update."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.person import Person
from handlers.callbacks import LeadsStep, LeadsTap
from handlers.desk import Turn, Visit, log_refusal
from handlers.staff import act_as_staff
from handlers.states import Talk, name
from handlers.views.leads import LEADS_FORMATS
from storage.audit import Action

MAX_ROW = 2**53
"""Beyond it no row is numbered, and a database might refuse the number."""


def build_router() -> Router:
    """The list, one contact, its card, the export."""
    router = Router(name="leads of the owner")
    router.callback_query.register(list_, LeadsTap.filter(F.do == LeadsStep.LIST))
    router.callback_query.register(open_, LeadsTap.filter(F.do == LeadsStep.OPEN))
    router.callback_query.register(card, LeadsTap.filter(F.do == LeadsStep.CARD))
    router.callback_query.register(file, LeadsTap.filter(F.do == LeadsStep.FILE))
    router.callback_query.register(file_confirmed, LeadsTap.filter(F.do == LeadsStep.FILE_YES))
    return router


async def list_(_query: CallbackQuery, callback_data: LeadsTap, visit: Visit) -> None:
    """A page of the contacts."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.leads), page=_number(callback_data.arg))

    await act_as_staff(visit, decide, admins_only=True)


async def open_(query: CallbackQuery, callback_data: LeadsTap, visit: Visit) -> None:
    """One contact; one that was withdrawn meanwhile leaves the list on the screen."""

    async def decide(turn: Turn) -> Person:
        row = _number(callback_data.arg)
        page = int(turn.person.context.get("page", 0))
        if await turn.records.leads.by_id(row) is None:
            return _gone(turn, query).at(name(Talk.leads), page=page)
        return turn.person.at(name(Talk.lead), lead=row, page=page)

    await act_as_staff(visit, decide, admins_only=True)


async def card(query: CallbackQuery, callback_data: LeadsTap, visit: Visit) -> None:
    """The picture of the result that goes with a contact."""

    async def decide(turn: Turn) -> Person:
        row = _number(callback_data.arg)
        if await turn.records.leads.by_id(row) is None:
            return _gone(turn, query)
        await turn.deliver("lead_card", lead=row)
        turn.toast = "toast-making"
        return turn.person

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def file(query: CallbackQuery, callback_data: LeadsTap, visit: Visit) -> None:
    """A file of contacts is confirmed first."""

    async def decide(turn: Turn) -> Person:
        if callback_data.arg not in LEADS_FORMATS:
            log_refusal("an export format that is not offered", query)
            return turn.person.again()
        return turn.person.at(name(Talk.leads_export), format=callback_data.arg)

    await act_as_staff(visit, decide, admins_only=True)


async def file_confirmed(query: CallbackQuery, callback_data: LeadsTap, visit: Visit) -> None:
    """The file, and a line in the log of who has it."""
    chosen = callback_data.arg

    async def decide(turn: Turn) -> Person:
        person = turn.person
        is_asked = person.state == name(Talk.leads_export)
        if not is_asked or person.context.get("format") != chosen:
            log_refusal("contacts without the confirmation", query)
            return person.again()
        await turn.deliver("leads", format=chosen, language=person.language)
        details = {"kind": "contacts", "format": chosen}
        await turn.records.audit.log(person.chat_id, Action.EXPORT, turn.now, details)
        turn.toast = "toast-making"
        return person.at(name(Talk.leads), page=0)

    await act_as_staff(visit, decide, admins_only=True, once=True)


def _gone(turn: Turn, query: CallbackQuery) -> Person:
    log_refusal("a contact that is not there", query)
    turn.toast = "toast-foreign"
    return turn.person


def _number(text: str) -> int:
    """A page or a row number; 0, which is the first page and no row, for anything else."""
    is_number = text.isascii() and text.isdigit()
    return min(int(text), MAX_ROW) if is_number else 0
