"""Campaigns: the list, one of them, its pictures and figures, pausing, another title or days."""

from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.days import Days
from domain.languages import LANGUAGES
from domain.person import Campaign, Notice, Person
from handlers.callbacks import CampaignDo, Campaigning
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import Typed
from handlers.scheduling import CHOICES, today, typed_days, typed_title
from handlers.staff import act_as_staff
from handlers.states import Talk, name
from storage.audit import Action

SCREENS: Final = {
    CampaignDo.PAGE: Talk.campaign,
    CampaignDo.SOURCES: Talk.campaign_sources,
    CampaignDo.POSTER: Talk.campaign_poster,
    CampaignDo.TITLE: Talk.campaign_title,
    CampaignDo.DAYS: Talk.campaign_days,
}
"""Buttons that open a screen of one campaign."""
CHANGES: Final = frozenset({CampaignDo.TITLE, CampaignDo.DAYS})
"""Those that lead to a change."""


def build_router() -> Router:
    """Analysts see everything here and take pictures away; only admins change anything."""
    router = Router(name="campaigns")
    do = Campaigning.filter
    router.callback_query.register(every, do(F.do == CampaignDo.LIST))
    router.callback_query.register(opened, do(F.do.in_(SCREENS)))
    router.callback_query.register(switched, do(F.do.in_({CampaignDo.PAUSE, CampaignDo.OPEN})))
    router.callback_query.register(code, do(F.do == CampaignDo.CODE))
    router.callback_query.register(poster, do(F.do == CampaignDo.PRINT))
    router.callback_query.register(days_chosen, do(F.do == CampaignDo.SET_DAYS))
    router.message.register(title_typed, Typed(), StateFilter(Talk.campaign_title))
    router.message.register(days_typed, Typed(), StateFilter(Talk.campaign_days))
    return router


async def every(_query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """A page of the list."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.campaigns), page=callback_data.n)

    await act_as_staff(visit, decide, admins_only=False)


async def opened(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """A screen of one campaign."""
    state = SCREENS[callback_data.do]

    async def decide(turn: Turn) -> Person:
        campaign = await _found(turn, callback_data.n, query)
        return _at(turn, state, campaign) if campaign else turn.person.again()

    await act_as_staff(visit, decide, admins_only=callback_data.do in CHANGES)


async def switched(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """Pauses a campaign or opens it again."""
    is_open = callback_data.do is CampaignDo.OPEN

    async def decide(turn: Turn) -> Person:
        campaign = await _found(turn, callback_data.n, query)
        if campaign is None:
            return turn.person.again()
        if campaign.is_open != is_open:
            await turn.records.campaigns.open(campaign.id, is_open=is_open)
            action = Action.CAMPAIGN_OPENED if is_open else Action.CAMPAIGN_PAUSED
            await _log(turn, action, campaign)
        return _at(turn, Talk.campaign, campaign)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def code(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """The picture of the QR code."""

    async def decide(turn: Turn) -> Person:
        campaign = await _found(turn, callback_data.n, query)
        if campaign is None:
            return turn.person.again()
        language = turn.person.language
        await turn.deliver("campaign_code", id=campaign.id, language=language)
        turn.toast = "toast-making"
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def poster(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """The poster, in the chosen language."""

    async def decide(turn: Turn) -> Person:
        campaign = await _found(turn, callback_data.n, query)
        if campaign is None or callback_data.v not in LANGUAGES:
            log_refusal("a poster that is not offered", query)
            return turn.person.again()
        await turn.deliver("campaign_poster", id=campaign.id, language=callback_data.v)
        turn.toast = "toast-making"
        return _at(turn, Talk.campaign, campaign)

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def title_typed(message: Message, visit: Visit) -> None:
    """Another title."""
    typed = typed_title(message.text or "")

    async def decide(turn: Turn) -> Person:
        campaign = await _here(turn)
        if isinstance(typed, Notice):
            return turn.person.again(fresh=True, notice=typed)
        await turn.records.campaigns.rename(campaign.id, typed)
        await _log(turn, Action.CAMPAIGN_CHANGED, campaign, what="title")
        return _saved(turn, campaign, fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def days_chosen(query: CallbackQuery, callback_data: Campaigning, visit: Visit) -> None:
    """Other days, by a button."""

    async def decide(turn: Turn) -> Person:
        campaign = await _found(turn, callback_data.n, query)
        choice = CHOICES.get(callback_data.v)
        if campaign is None or choice is None:
            log_refusal("days that are not offered", query)
            return turn.person.again()
        await _reschedule(turn, campaign, choice(today(turn)))
        return _saved(turn, campaign)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def days_typed(message: Message, visit: Visit) -> None:
    """Other days, as written."""

    async def decide(turn: Turn) -> Person:
        campaign = await _here(turn)
        days = typed_days(turn, message.text or "")
        if isinstance(days, Notice):
            return turn.person.again(fresh=True, notice=days)
        await _reschedule(turn, campaign, days)
        return _saved(turn, campaign, fresh=True)

    await act_as_staff(visit, decide, admins_only=True, once=True)


async def _reschedule(turn: Turn, campaign: Campaign, days: Days | None) -> None:
    opens_at, closes_at = days.moments(turn.speech.house.zone) if days else (None, None)
    await turn.records.campaigns.reschedule(campaign.id, opens_at, closes_at)
    await _log(turn, Action.CAMPAIGN_CHANGED, campaign, what="days")


async def _log(turn: Turn, action: Action, campaign: Campaign, **details: str) -> None:
    said = {"campaign": campaign.code, **details}
    await turn.records.audit.log(turn.person.chat_id, action, turn.now, said)


async def _found(turn: Turn, row: int, query: CallbackQuery) -> Campaign | None:
    campaign = await turn.records.campaigns.by_id(row)
    if campaign is None:
        log_refusal("a campaign that there is not", query)
        turn.toast = "toast-foreign"
    return campaign


async def _here(turn: Turn) -> Campaign:
    """The campaign of the screen on which something was typed.

    Raises:
        LookupError: There is none; campaigns are never deleted.
    """
    campaign = await turn.records.campaigns.by_id(int(turn.person.context["id"]))
    if campaign is None:
        raise LookupError("a campaign is gone")
    return campaign


def _saved(turn: Turn, campaign: Campaign, *, fresh: bool = False) -> Person:
    person = _at(turn, Talk.campaign, campaign, fresh=fresh)
    return replace(person, notice=notice("notice-campaign-saved"))


def _at(turn: Turn, state: State, campaign: Campaign, *, fresh: bool = False) -> Person:
    """A screen of a campaign, that knows from which page of the list somebody came."""
    page = turn.person.context.get("page", 0)
    return turn.person.at(name(state), fresh=fresh, id=campaign.id, page=page)
