"""Deep links, consent, and a link opened in the middle of a test."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, StateFilter
from aiogram.types import CallbackQuery, Message

from domain.person import Person
from handlers.callbacks import Go, To
from handlers.desk import WISHED, Turn, Visit, notice
from handlers.direct import come, meant, open_test
from handlers.filters import Typed
from handlers.moves import (
    begin,
    default_test,
    foreign,
    prepare,
    resume,
    stand,
    waiting,
)
from handlers.states import AFTER_CONSENT, Talk, name
from handlers.wishes import chosen
from storage.campaigns import SHARED

MAX_PAYLOAD = 64


def build_router() -> Router:
    """The way in."""
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(code, Command("code"))
    router.message.register(code_typed, Typed(), StateFilter(Talk.code))
    router.callback_query.register(ask_code, Go.filter(F.to == To.CODE))
    router.callback_query.register(consent, Go.filter(F.to == To.CONSENT))
    router.callback_query.register(go_on, Go.filter(F.to.in_({To.RESUME, To.GO_ON})))
    router.callback_query.register(go_new, Go.filter(F.to == To.GO_NEW))
    router.callback_query.register(start_over, Go.filter(F.to == To.OVER))
    return router


async def start(_message: Message, command: CommandObject, visit: Visit) -> None:
    """`/start`, with or without a payload; goes on where the person was."""
    payload = (command.args or "").strip()[:MAX_PAYLOAD]

    async def decide(turn: Turn) -> Person:
        return await come(turn, payload)

    await visit.act(decide, once=True, needs_consent=False)


async def code(_message: Message, command: CommandObject, visit: Visit) -> None:
    """`/code ml7-16` does what the link does; `/code` alone asks for it."""
    payload = (command.args or "").strip()[:MAX_PAYLOAD]

    async def decide(turn: Turn) -> Person:
        if payload:
            return await come(turn, payload)
        return turn.person.at(name(Talk.code), fresh=True)

    await visit.act(decide, once=True, needs_consent=not payload)


async def code_typed(message: Message, visit: Visit) -> None:
    """A code as typed after the button."""
    payload = (message.text or "").strip()[:MAX_PAYLOAD]

    async def decide(turn: Turn) -> Person:
        code = payload.lower().removeprefix(SHARED)
        if await turn.records.campaigns.by_code(code) or await meant(turn, payload):
            return await come(turn, payload)
        return turn.person.again(fresh=True, notice=notice("notice-code-unknown"))

    await visit.act(decide, once=True)


async def ask_code(_query: CallbackQuery, visit: Visit) -> None:
    """The button for those whose client lost the payload."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.code))

    await visit.act(decide)


async def consent(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Consent, and nothing else; what was agreed to stays in the chat without its buttons."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.consented_at is not None:
            return person.again()
        source = await turn.records.people.latest_source(person.id)
        today = turn.now.astimezone(turn.speech.house.zone)
        await turn.records.campaigns.count_visit(source, today, consented=1)
        await turn.records.people.consented(person.id, turn.speech.consent_version)
        if query.message is not None:
            shown = default_test(turn).id
            await turn.deliver("consent", message=query.message.message_id, test=shown)
        # Who took longer than a day was forgotten meanwhile; the button remembers the campaign.
        campaign = person.campaign
        if campaign is None and callback_data.arg.isdigit():
            campaign = await turn.records.campaigns.by_id(int(callback_data.arg))
        agreed = replace(person, consented_at=turn.now, campaign=campaign)
        wished = AFTER_CONSENT.get(str(person.context.get(WISHED, "")))
        if wished is not None:
            return agreed.without_screen().at(name(wished))
        turn.person = agreed.without_screen()
        test = turn.speech.library.instruments.get(str(person.context.get("test", "")))
        if test is not None and campaign is None:
            return await open_test(turn, test)
        return await prepare(turn, turn.person)

    await visit.act(decide, needs_consent=False)


async def go_on(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Back to the question where the person stopped, in the test under way or one that waits."""
    key = callback_data.arg

    async def decide(turn: Turn) -> Person:
        attempt = turn.person.attempt
        if key and (attempt is None or attempt.key != key):
            one = next((one for one in await waiting(turn) if one.attempt.key == key), None)
            if one is None:
                return await foreign(turn, key, query)
            return resume(turn.person, one)
        if attempt is None:
            return turn.person.at(name(Talk.home))
        return stand(turn.person)

    # Come again later, it must not lead away from what they are in by then.
    await visit.act(decide, once=bool(key))


async def go_new(_query: CallbackQuery, visit: Visit) -> None:
    """Leaves the test under way, which waits, for what was wished."""

    async def decide(turn: Turn) -> Person:
        if turn.person.state != name(Talk.conflict):
            return turn.person.again()
        return await chosen(turn)

    await visit.act(decide)


async def start_over(_query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The test under way once more from its beginning."""

    async def decide(turn: Turn) -> Person:
        person, under_way = turn.person, turn.person.attempt
        if under_way is None or under_way.key != callback_data.arg:
            return person.again()
        if turn.is_hasty:
            turn.toast = "toast-over-hasty"
            return person
        instrument = turn.speech.library.instruments.get(
            under_way.instrument.id, default_test(turn)
        )
        return await begin(turn, person, instrument, under_way.mode)

    await visit.act(decide)
