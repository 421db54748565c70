"""Whatever nobody else took: every state answers to junk of every kind, and loses nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from domain.person import Notice, Person
from domain.questionnaire import Question
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.moves import stand
from handlers.spots import takes_words
from handlers.states import WRITTEN, Talk, name
from storage.records import Records


def build_router() -> Router:
    """The last router."""
    router = Router(name="fallback")
    router.message.register(junk)
    router.callback_query.register(unknown_button)
    router.my_chat_member.register(blocked_or_back)
    return router


async def junk(message: Message, visit: Visit) -> None:
    """A text where a button is expected, an unknown command, a sticker, a voice, a file."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.attempt is not None and not (message.text or "").startswith("/"):
            if person.state == name(Talk.paused):
                return stand(person, fresh=True, said=notice("notice-resumed"))
            if turn.was_silent and person.state != name(Talk.conflict):
                return stand(person, fresh=True, said=notice("notice-welcome-back"))
        return person.again(fresh=True, notice=_said(message, turn))

    await visit.act(decide, once=True)


def _said(message: Message, turn: Turn) -> Notice | None:
    person = turn.person
    if (message.text or "").startswith("/"):
        return notice("notice-unknown-command")
    if turn.was_silent:
        return notice("notice-welcome-back") if person.attempt is not None else None
    if message.text is not None:
        return None if person.state == name(Talk.home) else notice("notice-tap-only")
    question = _asked(person)
    if question is not None and question.takes_file:
        return notice("notice-table-only")
    return notice("notice-no-media", how=_expected(person))


def _asked(person: Person) -> Question | None:
    """The question somebody stands at, if they stand at one."""
    if person.attempt is None or person.state != name(Talk.answering):
        return None
    return person.attempt.question


def _expected(person: Person) -> str:
    """How people answer where they stand: in words, by a button, or by a button with a note."""
    question = _asked(person)
    if person.state in WRITTEN or takes_words(person):
        return "text"
    if question is not None and question.is_written:
        return "text"
    return "note" if question is not None and question.takes_note else "tap"


async def unknown_button(query: CallbackQuery, visit: Visit) -> None:
    """A button of an older version, or a forged one."""

    async def decide(turn: Turn) -> Person:
        log_refusal("a button nobody knows", query)
        turn.toast = "toast-foreign"
        return turn.person.again()

    await visit.act(decide, needs_consent=False)


async def blocked_or_back(event: ChatMemberUpdated, visit: Visit) -> None:
    """Somebody blocks the bot, or lets it in again."""
    left = event.new_chat_member.status in {"kicked", "left"}

    async def unit(records: Records) -> None:
        person = await records.people.find(visit.user.id)
        if person is None:
            return
        if left:
            await records.people.unreachable(person.id)
        else:
            await records.people.reachable(person.id)

    await visit.desk.database.write(unit)
