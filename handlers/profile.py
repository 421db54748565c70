"""Three optional taps about the person, and the choice of the version."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery

from domain.kinds import Mode
from domain.person import Person
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.moves import after_profile, begin, default_test
from handlers.states import Talk, name

STATES: Final[Mapping[str, State]] = {
    "role": Talk.role,
    "size": Talk.size,
    "industry": Talk.industry,
}
ORDER: Final = tuple(STATES)
PLACES: Final = {**STATES, "mode": Talk.mode}
BEFORE: Final = dict(zip([*ORDER[1:], "mode"], STATES.values(), strict=True))
"""The place before one of them, by name; the first has none of its own."""


def build_router() -> Router:
    """The questions before the first question."""
    router = Router(name="profile")
    router.callback_query.register(say, Go.filter(F.to == To.SAY))
    router.callback_query.register(skip_all, Go.filter(F.to == To.SKIP_ALL))
    router.callback_query.register(go_back, Go.filter(F.to == To.UNSAY))
    router.callback_query.register(choose_mode, Go.filter(F.to == To.MODE))
    return router


async def say(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """One answer about the person; the next question, or on to the test."""
    code, _, answer = callback_data.arg.partition(".")

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if code not in STATES or person.state != name(STATES[code]):
            return person.again()
        if turn.is_hasty:
            turn.toast = "toast-hasty"
            return person
        offered = next(q.options for q in turn.speech.library.profile if q.code == code)
        if answer not in {option.code for option in offered}:
            log_refusal("a profile answer that is not offered", query)
            turn.toast = "toast-foreign"
            return person.again()
        said = replace(person, profile=replace(person.profile, **{code: answer}))
        later = ORDER[ORDER.index(code) + 1 :]
        if later:
            return replace(said.again(), state=name(STATES[later[0]]))
        return await _leave(turn, said)

    await visit.act(decide)


async def skip_all(_query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Past all that is left of the questions about the person."""

    async def decide(turn: Turn) -> Person:
        state = STATES.get(callback_data.arg)
        if state is None or turn.person.state != name(state):
            return turn.person.again()
        if turn.is_hasty:
            turn.toast = "toast-hasty"
            return turn.person
        return await _leave(turn, turn.person)

    await visit.act(decide)


async def go_back(_query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """To the question about the person before this one, or to where they came from."""

    async def decide(turn: Turn) -> Person:
        person, here = turn.person, PLACES.get(callback_data.arg)
        if here is None or person.state != name(here):
            return person.again()
        if turn.is_hasty:
            turn.toast = "toast-hasty"
            return person
        if before := BEFORE.get(callback_data.arg):
            return replace(person.again(), state=name(before))
        from_settings = person.context.get("then") == "settings"
        return person.at(name(Talk.settings if from_settings else Talk.home))

    await visit.act(decide)


async def choose_mode(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Short or full."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.state != name(Talk.mode):
            return person.again()
        if turn.is_hasty:
            turn.toast = "toast-hasty"
            return person
        if callback_data.arg not in set(Mode):
            log_refusal("a version that is not offered", query)
            return person.again()
        return await begin(turn, person, default_test(turn), Mode(callback_data.arg))

    await visit.act(decide)


async def _leave(turn: Turn, person: Person) -> Person:
    if person.context.get("then") == "settings":
        return person.at(name(Talk.settings), notice=notice("notice-profile-saved"))
    return await after_profile(turn, person)
