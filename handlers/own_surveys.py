"""What only its owner does with a survey: gives it other words, or removes it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.person import Campaign, Notice, Person
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.desk import Turn, Visit, notice
from handlers.filters import Typed
from handlers.heads import act_as_head
from handlers.moves import without_attempt
from handlers.rights import may_part
from handlers.scheduling import MAX_COMPANY, MAX_OCCASION, typed_line
from handlers.states import Talk, name
from storage.audit import Action

SCREENS: Final[Mapping[SurveyDo, State]] = {
    SurveyDo.NAME: Talk.survey_name,
    SurveyDo.TOPIC: Talk.survey_topic,
    SurveyDo.REMOVE: Talk.survey_removing,
}
"""Buttons that lead to a change."""


def build_router() -> Router:
    """Neither staff nor anybody else changes what a company has said of itself."""
    router = Router(name="own_surveys")
    do = SurveyTap.filter
    router.callback_query.register(opened, do(F.do.in_(SCREENS)))
    router.callback_query.register(topic_dropped, do(F.do == SurveyDo.NO_TOPIC))
    router.callback_query.register(removed, do(F.do == SurveyDo.REMOVE_YES))
    router.message.register(name_typed, Typed(), StateFilter(Talk.survey_name))
    router.message.register(topic_typed, Typed(), StateFilter(Talk.survey_topic))
    return router


async def opened(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """The screen of a change."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        return turn.person.at(name(SCREENS[callback_data.do]), id=campaign.id)

    await act_as_head(visit, callback_data.n, decide, may=may_part)


async def name_typed(message: Message, visit: Visit) -> None:
    """Another name of who asks."""
    typed = typed_line(message.text or "", MAX_COMPANY)

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        if isinstance(typed, Notice) or not typed:
            return _asked_again(turn.person, typed)
        said = replace(campaign, company=typed)
        return await _reworded(turn, campaign, said, "company", fresh=True)

    await act_as_head(visit, None, decide, may=may_part, once=True)


async def topic_typed(message: Message, visit: Visit) -> None:
    """Something else that it is about."""
    typed = typed_line(message.text or "", MAX_OCCASION)

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        if isinstance(typed, Notice) or not typed:
            return _asked_again(turn.person, typed)
        said = replace(campaign, occasion=typed)
        return await _reworded(turn, campaign, said, "occasion", fresh=True)

    await act_as_head(visit, None, decide, may=may_part, once=True)


async def topic_dropped(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """It is no longer said what it is about."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        said = replace(campaign, occasion=None)
        return await _reworded(turn, campaign, said, "occasion")

    await act_as_head(visit, callback_data.n, decide, may=may_part, once=True)


async def removed(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """Removes a survey, of which the screen has just said what that means."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        person, asking = turn.person, name(Talk.survey_removing)
        if person.state != asking or person.context.get("id") != campaign.id:
            return person.at(asking, id=campaign.id)
        await turn.records.campaigns.remove(campaign.id, turn.now)
        await _log(turn, Action.CAMPAIGN_REMOVED, campaign)
        if person.campaign is not None and person.campaign.id == campaign.id:
            person = replace(without_attempt(person), campaign=None)
        left = await turn.records.campaigns.owned(person.id)
        has_more = any(one.instrument == campaign.instrument for one in left)
        place = Talk.surveys if has_more else Talk.survey
        return person.at(name(place), notice=notice("survey-removed"), test=campaign.instrument)

    await act_as_head(visit, callback_data.n, decide, may=may_part, once=True)


def _asked_again(person: Person, typed: str | Notice) -> Person:
    """What is too long is asked for again, and what is empty."""
    return person.again(fresh=True, notice=typed if isinstance(typed, Notice) else None)


async def _reworded(
    turn: Turn, before: Campaign, after: Campaign, what: str, *, fresh: bool = False
) -> Person:
    """At the survey's page, with the words it has now."""
    said = None
    if after != before:
        company = after.company or after.title
        await turn.records.campaigns.reword(before.id, company, after.occasion)
        await _log(turn, Action.CAMPAIGN_CHANGED, before, what=what)
        said = notice("notice-campaign-saved")
    return turn.person.at(name(Talk.survey_page), fresh=fresh, notice=said, id=before.id)


async def _log(turn: Turn, action: Action, campaign: Campaign, **details: str) -> None:
    said = {"campaign": campaign.code, **details}
    await turn.records.audit.log(turn.person.chat_id, action, turn.now, said)
