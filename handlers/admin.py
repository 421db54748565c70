"""The owner's side: figures, funnel, exports, log. Rights are checked here for every update."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.kinds import Mode
from domain.person import Person
from handlers.callbacks import At, Go, Look, To
from handlers.desk import Turn, Visit, log_refusal
from handlers.staff import act_as_staff
from handlers.states import Talk, name
from handlers.views.choice import PERIODS, Choice
from handlers.views.choosing import ALL, CAMPAIGN, TEST
from handlers.views.exports import FORMATS
from storage.audit import Action
from storage.export.selection import Selection

SCREENS: Final[Mapping[At, State]] = {
    At.FIGURES: Talk.figures,
    At.FUNNEL: Talk.funnel,
    At.EXPORT: Talk.export,
    At.CHOOSE: Talk.choosing,
    At.AUDIT: Talk.audit,
}
_KEEPING: Final = frozenset(name(state) for state in (*SCREENS.values(), Talk.export_rows))
"""Places whose facts are a choice: it is kept from one to the next."""
_OFFERED: Final[Mapping[At, frozenset[str]]] = {
    At.FIGURES: frozenset({"", "page"}),
    At.FUNNEL: frozenset({"", TEST, CAMPAIGN, "mode"}),
    At.EXPORT: frozenset({"", TEST, CAMPAIGN, "days"}),
    At.CHOOSE: frozenset({TEST, CAMPAIGN}),
    At.AUDIT: frozenset({"", "page"}),
}
"""What can be chosen on which screen; nothing is chosen by coming back to it."""
_LONGEST: Final = 18
"""Digits of a number that every database can compare."""


def build_router() -> Router:
    """Admins do everything, analysts see aggregates, everybody else gets nothing."""
    router = Router(name="admin")
    router.message.register(admin, Command("admin"))
    router.callback_query.register(admin, Go.filter(F.to == To.ADMIN))
    router.callback_query.register(look, Look.filter())
    router.callback_query.register(overview, Go.filter(F.to == To.OVERVIEW))
    router.callback_query.register(report, Go.filter(F.to == To.REPORT))
    router.callback_query.register(rows, Go.filter(F.to == To.ROWS))
    router.callback_query.register(rows_confirmed, Go.filter(F.to == To.ROWS_YES))
    return router


async def admin(event: Message | CallbackQuery, visit: Visit) -> None:
    """Counts, and the way to all the rest."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.admin), fresh=isinstance(event, Message))

    await act_as_staff(visit, decide, admins_only=False)


async def look(query: CallbackQuery, callback_data: Look, visit: Visit) -> None:
    """A screen of figures, of exports or of the log, with one choice made."""

    async def decide(turn: Turn) -> Person:
        choice = await _chosen(turn, callback_data)
        if choice is None:
            log_refusal("a choice that is not offered", query)
            return turn.person.again()
        return _at(turn.person, SCREENS[callback_data.at], choice)

    await act_as_staff(visit, decide, admins_only=_is_for_admins(callback_data))


def _is_for_admins(data: Look) -> bool:
    """The log, and what can be chosen among rows that show single people."""
    of_rows = data.choice.startswith((f"{CAMPAIGN}.", "days."))
    if data.at is At.CHOOSE:
        return data.choice.startswith(f"{CAMPAIGN}.{At.EXPORT}.")
    return data.at is At.AUDIT or (data.at is At.EXPORT and of_rows)


async def _chosen(turn: Turn, data: Look) -> Choice | None:
    """What was chosen before with what is chosen now; None where that is not offered."""
    base = _kept(turn.person).settled
    field, _, value = data.choice.partition(".")
    if field not in _OFFERED[data.at]:
        return None
    if data.at is At.CHOOSE:
        return _asking(base, field, value)
    if field == CAMPAIGN:
        return await _of_campaign(turn, base, value)
    if data.at is At.FIGURES:
        base = Choice()
    return _with(base, field, value, frozenset(turn.speech.library.instruments))


def _with(base: Choice, field: str, value: str, tests: frozenset[str]) -> Choice | None:
    """With one thing chosen anew; None where it is not among what is offered."""
    match field:
        case "test" if value in tests:
            return replace(base, test=value, campaign="", mode="")
        case "mode" if value in set(Mode):
            return replace(base, mode=value)
        case "days" if value in set(map(str, PERIODS)):
            return replace(base, days=int(value))
        case "page" if _is_number(value):
            return replace(base, page=int(value))
    return None if field else base


def _asking(base: Choice, what: str, value: str) -> Choice | None:
    """A list to choose from: for which screen, and which page of it."""
    back, _, page = value.partition(".")
    if back not in {At.FUNNEL, At.EXPORT} or not _is_number(page):
        return None
    return replace(base, asks=what, back=back, page=int(page))


def _kept(person: Person) -> Choice:
    """What was chosen on the screen the person looks at, if it is one on which one chooses."""
    return Choice.of(person.context if person.state in _KEEPING else {})


def _at(person: Person, state: State, choice: Choice) -> Person:
    """On a screen, with what is chosen as its facts."""
    return replace(person.at(name(state)), context=choice.facts)


async def _of_campaign(turn: Turn, base: Choice, value: str) -> Choice | None:
    """One campaign, or all; from a campaign's own page, its own test."""
    if value == ALL:
        return replace(base, campaign="")
    found = await turn.records.selections.campaign(int(value)) if _is_number(value) else None
    if found is None:
        return None
    return replace(base, campaign=found.code, test=base.test or found.instrument)


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) <= _LONGEST


async def overview(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The picture of everybody's figures, or of one campaign's."""

    async def decide(turn: Turn) -> Person:
        test, _, row = callback_data.arg.partition(".")
        found = await turn.records.selections.campaign(int(row)) if _is_number(row) else None
        is_offered = test in turn.speech.library.instruments and bool(row) == bool(found)
        if not is_offered:
            log_refusal("an overview that is not offered", query)
            return turn.person.again()
        await turn.deliver(
            "overview",
            instrument=test,
            campaign=found.code if found else "",
            language=turn.person.language,
        )
        turn.toast = "toast-making"
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def report(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The workbook of aggregates."""

    async def decide(turn: Turn) -> Person:
        if callback_data.arg not in turn.speech.library.instruments:
            log_refusal("a report that is not offered", query)
            return turn.person.again()
        await _order(turn, "report", "report", Selection(callback_data.arg))
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def rows(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Rows show single people: confirmed first."""

    async def decide(turn: Turn) -> Person:
        if callback_data.arg not in FORMATS:
            log_refusal("an export format that is not offered", query)
            return turn.person.again()
        choice = _kept(turn.person).settled.asked(callback_data.arg, turn.now)
        return _at(turn.person, Talk.export_rows, choice)

    await act_as_staff(visit, decide, admins_only=True)


async def rows_confirmed(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Rows by attempt, without names."""

    async def decide(turn: Turn) -> Person:
        person, form = turn.person, callback_data.arg
        choice = _kept(person)
        if person.state != name(Talk.export_rows) or not form or choice.form != form:
            log_refusal("rows without the confirmation", query)
            return person.again()
        selection = choice.selection(turn.speech.library.instruments)
        if not await turn.records.selections.count(selection):
            return person.again()  # what was there is gone; the screen says so
        await _order(turn, "rows", form, selection)
        return _at(person, Talk.export, choice.settled)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def _order(turn: Turn, kind: str, form: str, selection: Selection) -> None:
    """Hands an export to the courier and logs who wants it."""
    wanted = selection.facts
    await turn.deliver(kind, format=form, language=turn.person.language, **wanted)
    await turn.records.audit.log(
        turn.person.chat_id, Action.EXPORT, turn.now, {"kind": kind, "format": form, **wanted}
    )
    turn.toast = "toast-making"
