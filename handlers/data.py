"""What is kept about a person: what it is, all of it as a file, and its deletion."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.person import Person
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit
from handlers.states import Talk, name
from storage.audit import Action


def build_router() -> Router:
    """`/privacy`, `/mydata` and `/delete` always work, also before the consent."""
    router = Router(name="data")
    router.message.register(_asks(Talk.privacy), Command("privacy"))
    router.message.register(_asks(Talk.deleting), Command("delete"))
    router.callback_query.register(_asks(Talk.deleting), Go.filter(F.to == To.DELETE))
    router.message.register(my_data, Command("mydata"))
    router.callback_query.register(my_data, Go.filter(F.to == To.MY_DATA))
    router.callback_query.register(delete, Go.filter(F.to == To.DELETE_YES))
    return router


def _asks(state: State):  # type: ignore[no-untyped-def] # noqa: ANN202 - a handler
    async def ask(event: Message | CallbackQuery, visit: Visit) -> None:
        async def decide(turn: Turn) -> Person:
            return turn.person.at(name(state), fresh=isinstance(event, Message))

        await visit.act(decide, needs_consent=False)

    return ask


async def my_data(_event: Message | CallbackQuery, visit: Visit) -> None:
    """Everything that is kept, as a file."""

    async def decide(turn: Turn) -> Person:
        await turn.deliver("mydata")
        turn.toast = "toast-making"
        return turn.person

    await visit.act(decide, once=True, needs_consent=False)


async def delete(_query: CallbackQuery, visit: Visit) -> None:
    """Everything goes, at once; the last message says so."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if turn.is_new:
            # The second tap of a double: nobody is there any longer, nor shall be.
            turn.receivers.update(await turn.records.people.delete(person.id, turn.now))
            turn.toast = "toast-done"
            return person
        if person.state != name(Talk.deleting):
            return person.again()
        turn.receivers.update(await turn.records.people.delete(person.id, turn.now))
        if not turn.speech.house.sees_figures(person.chat_id):
            # Staff stay named: else an export could be hidden by a deletion.
            await turn.records.audit.unname(person.chat_id)
        await turn.records.audit.log(None, Action.DELETE, turn.now)
        turn.toast = "toast-done"
        return person

    person = await visit.act(decide, needs_consent=False)
    if person.state == name(Talk.deleting):
        said = visit.desk.speech.texts.line(person.language, "deleted")
        visit.desk.courier.forget(person.id)
        visit.desk.courier.tell(person.chat_id, said, edit=person.screen.message_id)
