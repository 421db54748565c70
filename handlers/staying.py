"""Staying in touch: reminders of tests that were left, and measuring again."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.languages import LANGUAGES
from domain.person import Finished, Person
from domain.staying import AGAIN_AFTER, can_be_repeated, may_ask_again, was_repeated
from handlers.callbacks import Stay, StayDo
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.moves import resume, stand, waiting
from handlers.states import Talk, name
from handlers.wishes import Wish, turn_to


def build_router() -> Router:
    """The buttons of reminders and offers, and those about them elsewhere."""
    router = Router(name="staying")
    register = router.callback_query.register
    register(go_on, Stay.filter(F.do == StayDo.CONTINUE))
    register(stop, Stay.filter(F.do == StayDo.STOP))
    register(allow, Stay.filter(F.do.in_({StayDo.REMINDERS_ON, StayDo.REMINDERS_OFF})))
    register(wish, Stay.filter(F.do.in_({StayDo.WISH, StayDo.UNWISH})))
    register(again, Stay.filter(F.do == StayDo.AGAIN))
    register(later, Stay.filter(F.do == StayDo.LATER))
    register(change, Stay.filter(F.do == StayDo.CHANGE))
    return router


async def go_on(query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """From the reminder to the question, which comes as a new message."""
    told: list[str] = []

    async def decide(turn: Turn) -> Person:
        person = turn.person
        told.clear()
        key = callback_data.arg
        one = next((one for one in await waiting(turn) if one.attempt.key == key), None)
        if one is not None and one.id != person.attempt_id:
            told.append("reminder-continued")
            return resume(person, one, fresh=True)
        if person.attempt is not None:
            # That, or another one, if that is not there to be gone on with any longer.
            told.append("reminder-continued")
            return stand(person, fresh=True)
        finished = await turn.records.attempts.finished_by_key(person.id, key)
        turn.toast = "toast-reminder-done" if finished else "toast-foreign"
        return person

    person = await visit.act(decide, once=True)
    _leave(query, visit, person, told)


async def stop(query: CallbackQuery, visit: Visit) -> None:
    """No reminders any more, from this tap on."""
    told: list[str] = []

    async def decide(turn: Turn) -> Person:
        await turn.records.reminders.allow(turn.person.id, is_allowed=False)
        turn.toast = "toast-reminders-off"
        told[:] = ["reminder-stopped"]
        return turn.person

    person = await visit.act(decide)
    _leave(query, visit, person, told)


async def allow(_query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """Reminders on or off, in the settings."""
    is_allowed = callback_data.do is StayDo.REMINDERS_ON
    said = "notice-reminders-on" if is_allowed else "notice-reminders-off"

    async def decide(turn: Turn) -> Person:
        await turn.records.reminders.allow(turn.person.id, is_allowed=is_allowed)
        changed = replace(turn.person, takes_reminders=is_allowed)
        return changed.at(name(Talk.settings), notice=notice(said))

    await visit.act(decide)


async def wish(query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """“Remind me in 90 days” under a result, or not after all.

    The button says what it does and turns into its opposite, so a double tap asks once.
    """
    key, _, language = callback_data.arg.partition(".")
    is_wish = callback_data.do is StayDo.WISH

    async def decide(turn: Turn) -> Person:
        person = turn.person
        finished, everything = await _own(turn, key)
        if finished is None or language not in LANGUAGES or not can_be_repeated(finished.attempt):
            return _refused(turn, query)
        house = turn.speech.house
        if not is_wish:
            turn.toast = "toast-again-unwish"
            await turn.records.reminders.wish(finished.id, None)
        elif may_ask_again(finished, everything, house.retention_days):
            turn.toast = "toast-again-wish"
            # Counted from the tap: who looks at an old result means 90 days from now.
            await turn.records.reminders.wish(finished.id, turn.now + AGAIN_AFTER)
        else:
            turn.toast = "toast-again-done"
        if query.message is not None:
            message = query.message.message_id
            await turn.deliver("wish", key=key, language=language, message=message)
        return person

    await visit.act(decide, once=True)


async def again(query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """The same test in full once more."""
    told: list[str] = []

    async def decide(turn: Turn) -> Person:
        person = turn.person
        told.clear()
        finished, everything = await _own(turn, callback_data.arg)
        if finished is None or not can_be_repeated(finished.attempt):
            return _refused(turn, query)
        if was_repeated(finished, everything):
            turn.toast = "toast-again-done"
            return person
        there = await turn_to(turn, Wish.MEASURE, callback_data.arg, fresh=True)
        if there is None:
            return _refused(turn, query)
        if there.attempt_id != person.attempt_id:
            told.append("again-started")
        return there

    person = await visit.act(decide, once=True)
    _leave(query, visit, person, told)


async def later(query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """Not now: nothing more comes, unless they ask for it again."""
    told: list[str] = []

    async def decide(turn: Turn) -> Person:
        told.clear()
        finished, _ = await _own(turn, callback_data.arg)
        if finished is None:
            return _refused(turn, query)
        await turn.records.reminders.wish(finished.id, None)
        told.append("again-declined")
        return turn.person

    person = await visit.act(decide)
    _leave(query, visit, person, told)


async def change(query: CallbackQuery, callback_data: Stay, visit: Visit) -> None:
    """What has changed since the time before, once more, in the language of its words."""
    key, _, language = callback_data.arg.partition(".")

    async def decide(turn: Turn) -> Person:
        finished, _ = await _own(turn, key)
        if finished is None or language not in LANGUAGES:
            return _refused(turn, query)
        await turn.deliver("change", key=key, language=language)
        turn.toast = "toast-making"
        return turn.person

    await visit.act(decide, once=True)


async def _own(turn: Turn, key: str) -> tuple[Finished | None, list[Finished]]:
    """A finished attempt if it is this person's, and all of theirs, the latest first."""
    everything = await turn.records.attempts.finished(turn.person.id)
    return next((one for one in everything if one.attempt.key == key), None), everything


def _refused(turn: Turn, query: CallbackQuery) -> Person:
    log_refusal("a result that is not this person's", query)
    turn.toast = "toast-foreign"
    return turn.person


def _leave(query: CallbackQuery, visit: Visit, person: Person, told: list[str]) -> None:
    """Turns a message that has served into a line without buttons; nothing hangs on it."""
    if query.message is not None:
        for key in told:
            said = visit.desk.speech.texts.line(person.language, key)
            visit.desk.courier.tell(person.chat_id, said, edit=query.message.message_id)
