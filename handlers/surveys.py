"""Surveys of one's own company: what they are for, making one, its page, what it has brought."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.kinds import Scoring
from domain.languages import LANGUAGES
from domain.person import Campaign, Notice, Person
from domain.questionnaire import Instrument
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import Typed
from handlers.heads import act_as_head
from handlers.rights import may_change
from handlers.scheduling import MAX_COMPANY, MAX_OCCASION, typed_line
from handlers.states import Talk, name
from handlers.wishes import Wish, turn_to
from storage.audit import Action

MOST: Final = 20
"""Surveys of one person: enough for a company, too few for a nuisance."""
SIGNS: Final = "abcdeghjkmnpqrsuvwxyz23456789"
"""Of codes: none that looks like another one or grows together with it when set on a poster."""
CODE_LENGTH: Final = 8
"""Signs that nobody guesses: 29 to the eighth are 5·10^11."""
SCREENS: Final[Mapping[SurveyDo, State]] = {
    SurveyDo.PAGE: Talk.survey_page,
    SurveyDo.POSTER: Talk.survey_poster,
}
"""Buttons that open a screen of one survey."""
PARCELS: Final[Mapping[SurveyDo, str]] = {
    SurveyDo.CODE: "campaign_code",
    SurveyDo.FIGURES: "overview",
    SurveyDo.COMMENTS: "comments",
}
"""Buttons that bring something, and the kind of delivery."""


def build_router() -> Router:
    """Anybody makes surveys; each is its owner's."""
    router = Router(name="surveys")
    do = SurveyTap.filter
    router.callback_query.register(about, do(F.do.in_({SurveyDo.ABOUT, SurveyDo.LIST})))
    router.callback_query.register(new, do(F.do == SurveyDo.NEW))
    router.callback_query.register(tried, do(F.do == SurveyDo.TRY))
    router.callback_query.register(step, do(F.do.in_({SurveyDo.ON, SurveyDo.SKIP, SurveyDo.BACK})))
    router.callback_query.register(opened, do(F.do.in_(SCREENS)))
    router.callback_query.register(switched, do(F.do.in_({SurveyDo.PAUSE, SurveyDo.OPEN})))
    router.callback_query.register(brought, do(F.do.in_(PARCELS)))
    router.callback_query.register(printed, do(F.do == SurveyDo.PRINT))
    router.message.register(company_typed, Typed(), StateFilter(Talk.survey_company))
    router.message.register(occasion_typed, Typed(), StateFilter(Talk.survey_occasion))
    return router


async def about(query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """What a survey is for, or one's own surveys."""
    state = Talk.surveys if callback_data.do is SurveyDo.LIST else Talk.survey

    async def decide(turn: Turn) -> Person:
        if _offered(turn, callback_data.v, query) is None:
            return turn.person.again()
        return turn.person.at(name(state), test=callback_data.v)

    await visit.act(decide)


async def new(query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """The first step of a new survey."""

    async def decide(turn: Turn) -> Person:
        if _offered(turn, callback_data.v, query) is None:
            return turn.person.again()
        if too_many := await _too_many(turn, callback_data.v):
            return too_many
        return turn.person.at(name(Talk.survey_company), test=callback_data.v)

    await visit.act(decide, once=True)


async def tried(query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """The survey as others see it; it counts nowhere."""

    async def decide(turn: Turn) -> Person:
        if _offered(turn, callback_data.v, query) is None:
            return turn.person.again()
        return await turn_to(turn, Wish.TRY, callback_data.v) or turn.person.again()

    await visit.act(decide, once=True)


async def company_typed(message: Message, visit: Visit) -> None:
    """Who asks."""
    typed = typed_line(message.text or "", MAX_COMPANY)

    async def decide(turn: Turn) -> Person:
        return _said(turn.person, "company", typed, Talk.survey_occasion)

    await visit.act(decide, once=True)


async def occasion_typed(message: Message, visit: Visit) -> None:
    """What about."""
    typed = typed_line(message.text or "", MAX_OCCASION)

    async def decide(turn: Turn) -> Person:
        return _said(turn.person, "occasion", typed, Talk.survey_review)

    await visit.act(decide, once=True)


async def step(query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """A button of a step; one of another step, tapped late or forged, changes nothing."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        state = next((s for s in _STEPS if name(s) == person.state), None)
        if state is None or callback_data.v != person.state.partition(":")[2]:
            return person.again()
        after = await _STEPS[state](turn, callback_data.do)
        if after is None:
            log_refusal("a choice that is not offered", query)
            turn.toast = "toast-foreign"
        return after or person.again()

    await visit.act(decide, once=True)


async def opened(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """A screen of one survey."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        return _at(turn, SCREENS[callback_data.do], campaign)

    await act_as_head(visit, callback_data.n, decide)


async def switched(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """Pauses a survey or opens it again."""
    is_open = callback_data.do is SurveyDo.OPEN

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        if campaign.is_open != is_open:
            await turn.records.campaigns.open(campaign.id, is_open=is_open)
            action = Action.CAMPAIGN_OPENED if is_open else Action.CAMPAIGN_PAUSED
            await _log(turn, action, campaign)
        return _at(turn, Talk.survey_page, campaign)

    await act_as_head(visit, callback_data.n, decide, may=may_change, once=True)


async def brought(_query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """The QR code, the picture of figures, or the comments."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        await turn.deliver(
            PARCELS[callback_data.do],
            id=campaign.id,
            instrument=campaign.instrument,
            campaign=campaign.code,
            language=turn.person.language,
        )
        if callback_data.do is SurveyDo.COMMENTS:
            wanted = {"kind": "comments", "format": "txt", "campaign": campaign.code}
            actor = turn.person.chat_id
            await turn.records.audit.log(actor, Action.EXPORT, turn.now, wanted)
        turn.toast = "toast-making"
        return turn.person

    await act_as_head(visit, callback_data.n, decide, once=True)


async def printed(query: CallbackQuery, callback_data: SurveyTap, visit: Visit) -> None:
    """The poster, in the chosen language."""

    async def decide(turn: Turn, campaign: Campaign) -> Person:
        if callback_data.v not in LANGUAGES:
            log_refusal("a poster that is not offered", query)
            return turn.person.again()
        await turn.deliver("campaign_poster", id=campaign.id, language=callback_data.v)
        turn.toast = "toast-making"
        return _at(turn, Talk.survey_page, campaign)

    await act_as_head(visit, callback_data.n, decide, once=True)


def _offered(turn: Turn, test: str, query: CallbackQuery) -> Instrument | None:
    """A survey among the tests."""
    instrument = turn.speech.library.instruments.get(test)
    if instrument is None or instrument.scoring is not Scoring.SURVEY:
        log_refusal("a survey that there is not", query)
        turn.toast = "toast-foreign"
        return None
    return instrument


def _said(person: Person, what: str, typed: str | Notice, after: State) -> Person:
    """With something typed, at the next step; what is too long is asked for again."""
    if isinstance(typed, Notice):
        return person.again(fresh=True, notice=typed)
    if not typed:
        return person.again(fresh=True)
    return _step(person, after, {**person.context, what: typed}, fresh=True)


async def _company_step(turn: Turn, do: SurveyDo) -> Person | None:
    draft = turn.person.context
    if do is SurveyDo.BACK:
        return turn.person.at(name(Talk.survey), test=draft["test"])
    if do is SurveyDo.ON and draft.get("company"):
        return _step(turn.person, Talk.survey_occasion, draft)
    return None


async def _occasion_step(turn: Turn, do: SurveyDo) -> Person | None:
    draft = turn.person.context
    if do is SurveyDo.BACK:
        return _step(turn.person, Talk.survey_company, draft)
    if do is SurveyDo.SKIP:
        said = {key: value for key, value in draft.items() if key != "occasion"}
        return _step(turn.person, Talk.survey_review, said)
    if draft.get("occasion"):
        return _step(turn.person, Talk.survey_review, draft)
    return None


async def _review_step(turn: Turn, do: SurveyDo) -> Person | None:
    """Makes the survey."""
    person, draft = turn.person, turn.person.context
    if do is SurveyDo.BACK:
        return _step(person, Talk.survey_occasion, draft)
    if do is not SurveyDo.ON:
        return None
    test, company = str(draft["test"]), str(draft["company"])
    if too_many := await _too_many(turn, test):
        return too_many
    campaigns = turn.records.campaigns
    made = await campaigns.create(_new_code(test), company, test, None, turn.now)
    if made is None:
        return person.again()  # somebody has this very code, once in a hundred thousand million
    await campaigns.ask_for(made.id, company, str(draft.get("occasion", "")) or None, person.id)
    await _log(turn, Action.CAMPAIGN_CREATED, made)
    return person.at(name(Talk.survey_page), notice=notice("survey-made"), id=made.id)


_STEPS: Final[Mapping[State, Callable[[Turn, SurveyDo], Awaitable[Person | None]]]] = {
    Talk.survey_company: _company_step,
    Talk.survey_occasion: _occasion_step,
    Talk.survey_review: _review_step,
}
"""What the buttons of each step do; None refuses a choice that is not offered."""


def _step(
    person: Person,
    state: State,
    draft: Mapping[str, str | int | bool],
    *,
    fresh: bool = False,
) -> Person:
    """At a step of a new survey, with what has been said so far."""
    return replace(person.at(name(state), fresh=fresh), context=draft)


async def _too_many(turn: Turn, test: str) -> Person | None:
    """At a list from which one may go, for somebody who has as many as there may be."""
    own = await turn.records.campaigns.owned(turn.person.id)
    if len(own) < MOST:
        return None
    kinds = {one.instrument for one in own}
    said = notice("notice-survey-many", count=MOST)
    listed = test if test in kinds else own[0].instrument
    return turn.person.at(name(Talk.surveys), notice=said, test=listed)


def _new_code(test: str) -> str:
    """A code that can't be guessed; its beginning tells what kind of survey it is."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
    return f"{test.replace('.', '-')}-{signs}"


async def _log(turn: Turn, action: Action, campaign: Campaign) -> None:
    said = {"campaign": campaign.code}
    await turn.records.audit.log(turn.person.chat_id, action, turn.now, said)


def _at(turn: Turn, state: State, campaign: Campaign) -> Person:
    return turn.person.at(name(state), id=campaign.id)
