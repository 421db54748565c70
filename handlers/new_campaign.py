"""A new campaign, step by step in one message; a clone goes the same way in fewer steps."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.days import Days, DaysFault
from domain.person import Notice, Person
from handlers.callbacks import CampaignDo, Campaigning, Drafting
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.drafts import BACK, MODES, NEXT, SKIP, Draft, step_name
from handlers.filters import Typed
from handlers.scheduling import (
    CHOICES,
    MAX_COMPANY,
    MAX_OCCASION,
    today,
    typed_days,
    typed_line,
    typed_title,
)
from handlers.staff import act_as_staff
from handlers.states import Talk, name
from storage.audit import Action
from storage.campaigns import MAX_CODE, RESERVED, SHARED

FIRST_CODE: Final = "event"
_CODE: Final = re.compile(rf"([A-Za-z0-9_-]{{1,{MAX_CODE}}})(?:\s+(\S.*))?", re.DOTALL)


def build_router() -> Router:
    """From the list of campaigns, or from one of them, to a new one."""
    router = Router(name="new_campaign")
    do = Campaigning.filter
    router.callback_query.register(new, do(F.do == CampaignDo.NEW))
    router.callback_query.register(clone, do(F.do == CampaignDo.CLONE))
    router.callback_query.register(tapped, Drafting.filter())
    router.message.register(code_typed, Typed(), StateFilter(Talk.new_campaign))
    router.message.register(title_typed, Typed(), StateFilter(Talk.new_title))
    router.message.register(company_typed, Typed(), StateFilter(Talk.new_company))
    router.message.register(occasion_typed, Typed(), StateFilter(Talk.new_occasion))
    router.message.register(days_typed, Typed(), StateFilter(Talk.new_days))
    return router


async def new(_query: CallbackQuery, visit: Visit) -> None:
    """The first step of a new campaign."""

    async def decide(turn: Turn) -> Person:
        free = await turn.records.campaigns.free_code(FIRST_CODE)
        return _at(turn, Talk.new_campaign, Draft(free=free))

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def clone(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """The first step of a campaign like another one."""

    async def decide(turn: Turn) -> Person:
        campaign = await turn.records.campaigns.by_id(callback_data.n)
        if campaign is None:
            log_refusal("a campaign that there is not", query)
            return turn.person.again()
        free = await turn.records.campaigns.free_code(campaign.code)
        return _at(turn, Talk.new_campaign, Draft.clone(campaign, free))

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def tapped(query: CallbackQuery, callback_data: Drafting, visit: Visit) -> None:
    """A button of a step; one of another step, tapped late or forged, changes nothing."""
    chosen = callback_data.v

    async def decide(turn: Turn) -> Person:
        state = next((s for s in _TAPS if name(s) == turn.person.state), None)
        if state is None or callback_data.step != step_name(name(state)):
            return turn.person.again()
        if chosen == BACK:
            return _back(turn, state)
        after = await _TAPS[state](turn, Draft.of(turn.person.context), chosen)
        if after is None:
            log_refusal("a choice that is not offered", query)
            turn.toast = "toast-foreign"
        return after or turn.person.again()

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def code_typed(message: Message, visit: Visit) -> None:
    """A code, or a code and a title in one line."""
    found = _CODE.fullmatch((message.text or "").strip())

    async def decide(turn: Turn) -> Person:
        if found is None or found[1].lower().startswith(SHARED):
            return turn.person.again(fresh=True, notice=notice("notice-campaign-code"))
        draft = Draft.of(turn.person.context)
        return await _code_said(turn, draft, found[1].lower(), found[2] or "", fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def title_typed(message: Message, visit: Visit) -> None:
    """A title."""

    async def decide(turn: Turn) -> Person:
        draft = Draft.of(turn.person.context)
        return _title_said(turn, draft, message.text or "", fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def company_typed(message: Message, visit: Visit) -> None:
    """Who asks in a survey."""

    def said(draft: Draft, line: str) -> Draft:
        return replace(draft, company=line)

    await _line_typed(visit, Talk.new_company, typed_line(message.text or "", MAX_COMPANY), said)


async def occasion_typed(message: Message, visit: Visit) -> None:
    """What a survey is about."""

    def said(draft: Draft, line: str) -> Draft:
        return replace(draft, occasion=line)

    await _line_typed(visit, Talk.new_occasion, typed_line(message.text or "", MAX_OCCASION), said)


async def _line_typed(
    visit: Visit, step: State, typed: str | Notice, said: Callable[[Draft, str], Draft]
) -> None:
    async def decide(turn: Turn) -> Person:
        if isinstance(typed, Notice) or not typed:
            told = typed if isinstance(typed, Notice) else None
            return turn.person.again(fresh=True, notice=told)
        draft = said(Draft.of(turn.person.context), typed)
        return _next(turn, step, draft, fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def days_typed(message: Message, visit: Visit) -> None:
    """The first and the last day."""

    async def decide(turn: Turn) -> Person:
        read = typed_days(turn, message.text or "")
        if isinstance(read, Notice):
            return turn.person.again(fresh=True, notice=read)
        draft = _dated(Draft.of(turn.person.context), read)
        return _next(turn, Talk.new_days, draft, fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def _code_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    code = draft.code or draft.free
    return await _code_said(turn, draft, code) if chosen == NEXT and code else None


async def _code_said(
    turn: Turn, draft: Draft, code: str, title: str = "", *, fresh: bool = False
) -> Person:
    campaigns = turn.records.campaigns
    if code in RESERVED or await campaigns.by_code(code):
        offered = replace(draft, code="", free=await campaigns.free_code(code))
        said = notice("notice-campaign-taken", code=code)
        return _at(turn, Talk.new_campaign, offered, fresh=fresh, said=said)
    draft = replace(draft, code=code)
    if title:
        return _title_said(turn, draft, title, fresh=fresh)
    return _next(turn, Talk.new_campaign, draft, fresh=fresh)


async def _title_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    return _next(turn, Talk.new_title, draft) if chosen == NEXT and draft.title else None


def _title_said(turn: Turn, draft: Draft, text: str, *, fresh: bool) -> Person:
    title = typed_title(text)
    if isinstance(title, Notice):
        return _at(turn, Talk.new_title, draft, fresh=fresh, said=title)
    return _next(turn, Talk.new_title, replace(draft, title=title), fresh=fresh)


async def _test_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    if chosen not in turn.speech.library.instruments:
        return None
    return _next(turn, Talk.new_test, replace(draft, test=chosen))


async def _company_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    return _next(turn, Talk.new_company, draft) if chosen == NEXT and draft.company else None


async def _occasion_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    if chosen == SKIP:
        draft = replace(draft, occasion="")
    elif chosen != NEXT or not draft.occasion:
        return None
    return _next(turn, Talk.new_occasion, draft)


async def _mode_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    if chosen not in MODES:
        return None
    return _next(turn, Talk.new_mode, replace(draft, mode=chosen))


async def _days_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    if chosen in CHOICES:
        draft = _dated(draft, CHOICES[chosen](today(turn)))
    elif chosen != NEXT or not draft.first:
        return None
    return _next(turn, Talk.new_days, draft)


async def _review_tapped(turn: Turn, draft: Draft, chosen: str) -> Person | None:
    """Makes the campaign."""
    library = turn.speech.library
    lacks_company = draft.is_survey(library) and not draft.company
    if chosen != NEXT or not draft.is_whole or lacks_company:
        return None
    days = draft.days
    if days is not None and days.last < today(turn):
        # The draft has lain here over midnight.
        said = notice(f"days-{DaysFault.PAST}")
        return _at(turn, Talk.new_days, draft, said=said)
    opens_at, closes_at = days.moments(turn.speech.house.zone) if days else (None, None)
    made = await turn.records.campaigns.create(
        draft.code,
        draft.title,
        draft.instrument(library).id,
        draft.chosen_mode(library),
        turn.now,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    if made is None:
        return await _code_said(turn, draft, draft.code)
    if draft.is_survey(library):
        await turn.records.campaigns.ask_for(made.id, draft.company, draft.occasion or None)
    details = {"campaign": made.code} | ({"like": draft.source} if draft.source else {})
    action = Action.CAMPAIGN_CLONED if draft.source else Action.CAMPAIGN_CREATED
    await turn.records.audit.log(turn.person.chat_id, action, turn.now, details)
    return turn.person.at(name(Talk.campaign), notice=notice("campaign-made"), id=made.id)


_TAPS: Final[Mapping[State, Callable[[Turn, Draft, str], Awaitable[Person | None]]]] = {
    Talk.new_campaign: _code_tapped,
    Talk.new_title: _title_tapped,
    Talk.new_test: _test_tapped,
    Talk.new_company: _company_tapped,
    Talk.new_occasion: _occasion_tapped,
    Talk.new_mode: _mode_tapped,
    Talk.new_days: _days_tapped,
    Talk.new_review: _review_tapped,
}
"""What the buttons of each step do; None refuses a choice that is not offered."""


def _dated(draft: Draft, days: Days | None) -> Draft:
    if days is None:
        return replace(draft, first="", last="")
    return replace(draft, first=days.first.isoformat(), last=days.last.isoformat())


def _next(turn: Turn, step: State, draft: Draft, *, fresh: bool = False) -> Person:
    return _at(turn, draft.after(step, turn.speech.library), draft, fresh=fresh)


def _back(turn: Turn, step: State) -> Person:
    """The step before one; before the first, all campaigns."""
    draft = Draft.of(turn.person.context)
    before = draft.before(step, turn.speech.library)
    if before is None:
        return turn.person.at(name(Talk.campaigns), page=0)
    return _at(turn, before, draft)


def _at(
    turn: Turn, state: State, draft: Draft, *, fresh: bool = False, said: Notice | None = None
) -> Person:
    return turn.person.at(name(state), fresh=fresh, notice=said, **draft.context)
