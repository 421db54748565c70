"""Home, tests, settings, help, cancel."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.kinds import Group
from domain.languages import LANGUAGES
from domain.person import Person
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.direct import open_test
from handlers.moves import back_to_place, without_attempt
from handlers.states import Talk, name
from handlers.views.menu import help_text


def build_router() -> Router:
    """Everything that is reached from everywhere."""
    router = Router(name="menu")
    router.message.register(help_, Command("help"))
    router.message.register(cancel, Command("cancel"))
    router.message.register(tests, Command("tests"))
    router.callback_query.register(tests_of, Go.filter(F.to == To.TESTS))
    router.message.register(settings, Command("settings"))
    router.callback_query.register(settings, Go.filter(F.to == To.SETTINGS))
    router.callback_query.register(take_test, Go.filter(F.to == To.TEST))
    router.callback_query.register(set_language, Go.filter(F.to == To.LANGUAGE))
    router.callback_query.register(change_profile, Go.filter(F.to == To.PROFILE))
    router.callback_query.register(cancelled, Go.filter(F.to.in_({To.CANCEL, To.HOME})))
    return router


async def tests(_message: Message, visit: Visit) -> None:
    """All tests, by whom they are for."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.tests), fresh=True)

    await visit.act(decide)


async def tests_of(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """All tests, or those of one group."""
    group = callback_data.arg

    async def decide(turn: Turn) -> Person:
        if group and group not in set(Group):
            log_refusal("a group that there is not", query)
            return turn.person.again()
        return turn.person.at(name(Talk.tests), group=group)

    await visit.act(decide)


async def settings(event: Message | CallbackQuery, visit: Visit) -> None:
    """Language, what the person said about themselves, reminders."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.settings), fresh=isinstance(event, Message))

    await visit.act(decide)


async def help_(_message: Message, visit: Visit) -> None:
    """All commands; works for everybody, also before the consent."""

    async def decide(turn: Turn) -> Person:
        return turn.person

    person = await visit.act(decide, needs_consent=False)
    visit.desk.courier.tell(person.chat_id, help_text(person, visit.desk.speech))


async def cancel(_message: Message, visit: Visit) -> None:
    """`/cancel`: pauses a test, leaves a menu."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.state == name(Talk.answering) and not person.is_busy:
            left = without_attempt(person)
            return left.at(name(Talk.home), fresh=True, notice=notice("notice-cancelled"))
        if person.state in {name(Talk.answering), name(Talk.building), name(Talk.review)}:
            return person.at(name(Talk.paused), fresh=True)
        at_rest = {name(Talk.home), name(Talk.paused), name(Talk.welcome)}
        said = "notice-nothing-to-cancel" if person.state in at_rest else "notice-cancelled"
        if person.state == name(Talk.paused):
            return person.again(fresh=True, notice=notice(said))
        return replace(back_to_place(person, fresh=True), notice=notice(said))

    await visit.act(decide, once=True)


async def cancelled(_query: CallbackQuery, visit: Visit) -> None:
    """The button that leaves a menu."""

    async def decide(turn: Turn) -> Person:
        return back_to_place(turn.person, fresh=False)

    await visit.act(decide, needs_consent=False)


async def take_test(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """A test chosen from the list; one under way or waiting goes on. A survey is for others."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        chosen_test = turn.speech.library.instruments.get(callback_data.arg)
        if chosen_test is None:
            log_refusal("a test that is not offered", query)
            return person.at(name(Talk.tests))
        return await open_test(turn, chosen_test)

    await visit.act(decide)


async def set_language(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Another language, at once, in the same place."""
    place, _, language = callback_data.arg.partition(".")

    async def decide(turn: Turn) -> Person:
        if language not in LANGUAGES:
            log_refusal("a language that is not offered", query)
            return turn.person.again()
        spoken = replace(turn.person, language=language)
        if place == "settings" and spoken.consented_at is not None:
            return spoken.at(name(Talk.settings), notice=notice("notice-language"))
        return spoken.again()

    await visit.act(decide, needs_consent=False)


async def change_profile(_query: CallbackQuery, visit: Visit) -> None:
    """The questions about the person once more, from the settings."""

    async def decide(turn: Turn) -> Person:
        return turn.person.at(name(Talk.role), then="settings")

    await visit.act(decide)
