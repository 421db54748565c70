"""Results again, their details, a copy to share, and the full version after the short one."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.languages import LANGUAGES
from domain.person import Person
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.moves import stand
from handlers.states import Talk, name
from handlers.wishes import Wish, turn_to

SHOWN_AGAIN = ("card", "retold")
"""Kinds of deliveries that a result once more consists of."""


def build_router() -> Router:
    """Everything after the last question."""
    router = Router(name="results")
    router.message.register(results, Command("results"))
    router.callback_query.register(results, Go.filter(F.to == To.RESULTS))
    router.callback_query.register(result, Go.filter(F.to == To.RESULT))
    router.callback_query.register(again, Go.filter(F.to == To.SHOW))
    router.callback_query.register(details, Go.filter(F.to == To.DETAILS))
    router.callback_query.register(advice, Go.filter(F.to == To.ADVICE))
    router.callback_query.register(share, Go.filter(F.to == To.SHARE))
    router.callback_query.register(document, Go.filter(F.to == To.DOCUMENT))
    router.callback_query.register(edit, Go.filter(F.to == To.EDIT))
    router.callback_query.register(full, Go.filter(F.to == To.FULL))
    return router


async def results(
    event: Message | CallbackQuery, visit: Visit, callback_data: Go | None = None
) -> None:
    """The list of a person's results, or another page of it."""
    is_message = isinstance(event, Message)
    place = callback_data.arg if callback_data else ""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if await turn.records.attempts.finished(person.id):
            return person.at(name(Talk.results), fresh=is_message, place=place)
        said = notice("notice-no-results")
        if person.attempt is not None:
            return stand(person, fresh=is_message, said=said)
        return person.at(name(Talk.home), fresh=is_message, notice=said)

    await visit.act(decide)


async def result(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """One result once more, in the person's language."""
    await _deliver(query, callback_data, visit, SHOWN_AGAIN)


async def again(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The same in another language."""
    await _deliver(query, callback_data, visit, SHOWN_AGAIN)


async def details(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """All blocks and statements as pictures."""
    await _deliver(query, callback_data, visit, ("details",))


async def advice(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """All recommendations, those that the result calls for first."""
    await _deliver(query, callback_data, visit, ("advice",))


async def share(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """A copy of the picture to pass on; its sender is told so in passing, not in its caption."""
    await _deliver(query, callback_data, visit, ("share",), "toast-share")


async def document(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The result as a PDF."""
    await _deliver(query, callback_data, visit, ("document",))


async def edit(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """Back into what was built."""
    await _turn_to(query, callback_data, visit, Wish.EDIT)


async def full(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """From the short version to the full one."""
    await _turn_to(query, callback_data, visit, Wish.FULL)


async def _turn_to(query: CallbackQuery, callback_data: Go, visit: Visit, wish: Wish) -> None:
    async def decide(turn: Turn) -> Person:
        there = await turn_to(turn, wish, callback_data.arg)
        return there or await _refused(turn, query)

    await visit.act(decide)


async def _deliver(
    query: CallbackQuery,
    callback_data: Go,
    visit: Visit,
    kinds: tuple[str, ...],
    toast: str = "toast-making",
) -> None:
    key, _, chosen = callback_data.arg.partition(".")

    async def decide(turn: Turn) -> Person:
        language = chosen or turn.person.language
        if language not in LANGUAGES or not await _is_own(turn, key, query):
            return await _refused(turn, query)
        for kind in kinds:
            await turn.deliver(kind, key=key, language=language)
        turn.toast = toast
        return turn.person

    await visit.act(decide, once=True)


async def _is_own(turn: Turn, key: str, query: CallbackQuery) -> bool:
    if await turn.records.attempts.finished_by_key(turn.person.id, key):
        return True
    log_refusal("a result that is not this person's", query)
    turn.toast = "toast-foreign"
    return False


async def _refused(turn: Turn, query: CallbackQuery) -> Person:
    log_refusal("a button that does not fit", query)
    turn.toast = "toast-foreign"
    return turn.person
