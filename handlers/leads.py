"""A contact for the consultant: left after a result with a consent of its own, and withdrawn."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from domain.languages import LANGUAGES
from domain.lead import MAX_CONTACT, Contact, carded, one_line, typed
from domain.person import Person
from handlers.callbacks import LeadStep, LeadTap
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import CardShared, Typed
from handlers.moves import back_to_place
from handlers.parts import overlong, refused
from handlers.states import Talk, name
from storage.audit import Action


def build_router() -> Router:
    """The respondent's side of contacts."""
    router = Router(name="leads")
    router.callback_query.register(ask, LeadTap.filter(F.do == LeadStep.ASK))
    router.callback_query.register(replace_, LeadTap.filter(F.do == LeadStep.REPLACE))
    router.callback_query.register(agree, LeadTap.filter(F.do == LeadStep.AGREE))
    router.callback_query.register(mine, LeadTap.filter(F.do == LeadStep.MINE))
    router.callback_query.register(withdraw, LeadTap.filter(F.do == LeadStep.WITHDRAW))
    router.message.register(card_shared, CardShared(), StateFilter(Talk.lead_contact))
    router.message.register(contact_typed, Typed(), StateFilter(Talk.lead_contact))
    return router


async def ask(query: CallbackQuery, callback_data: LeadTap, visit: Visit) -> None:
    """Under a result: the consent first; where a contact is left already, which is to stay."""
    key = callback_data.key

    async def decide(turn: Turn) -> Person:
        person, records = turn.person, turn.records
        is_own = await records.attempts.finished_by_key(person.id, key) is not None
        if not is_own or not await records.leads.receivers(turn.speech.house.admins):
            log_refusal("a contact for no result or for nobody", query)
            turn.toast = "toast-foreign"
            return person
        has_left = await records.leads.of_person(person.id) is not None
        return person.at(name(Talk.lead_left if has_left else Talk.lead_consent), key=key)

    await visit.act(decide)


async def replace_(_query: CallbackQuery, visit: Visit) -> None:
    """A new contact in place of the one before: with a consent of its own again."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.state != name(Talk.lead_left) or not person.context.get("key"):
            return person.again()
        return person.at(name(Talk.lead_consent), key=person.context["key"])

    await visit.act(decide)


async def agree(_query: CallbackQuery, visit: Visit) -> None:
    """Consent, and nothing else; only now the contact is asked for."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if person.state != name(Talk.lead_consent):
            return person.again()
        if turn.is_hasty:
            return person
        key, version = str(person.context["key"]), turn.speech.lead_consent_version
        return person.at(name(Talk.lead_contact), fresh=True, key=key, agreed=version)

    await visit.act(decide)


async def card_shared(message: Message, visit: Visit) -> None:
    """Telegram's contact card: only one's own."""
    card = message.contact

    async def decide(turn: Turn) -> Person:
        if card is None or card.user_id != turn.person.chat_id:
            return turn.person.again(fresh=True, notice=notice("notice-lead-foreign"))
        contact = carded(card.phone_number, card.first_name, card.last_name or "")
        return await _leave(turn, contact)

    await visit.act(decide, once=True)


async def contact_typed(message: Message, visit: Visit) -> None:
    """A contact in words, or the key that leaves."""
    line = one_line(message.text or "")

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if line in _ways_out(turn):
            return replace(back_to_place(person, fresh=True), notice=notice("notice-cancelled"))
        if turn.was_silent:
            # Who comes back after a while may be writing of something else.
            return person.again(fresh=True, notice=notice("notice-welcome-back"))
        length = overlong(turn) + len(line)
        if length > MAX_CONTACT:
            said = notice("notice-too-long", length=length, limit=MAX_CONTACT)
            told = person.again(fresh=True, notice=said)
            return replace(told, context={**person.context, **refused(message.text or "", length)})
        contact = typed(line)
        if contact is None:
            return person.again(fresh=True, notice=notice("notice-lead-empty"))
        return await _leave(turn, contact)

    await visit.act(decide, once=True)


async def mine(_query: CallbackQuery, visit: Visit) -> None:
    """From the settings: what was left."""

    async def decide(turn: Turn) -> Person:
        if await turn.records.leads.of_person(turn.person.id) is None:
            return turn.person.at(name(Talk.settings))
        return turn.person.at(name(Talk.lead_left))

    await visit.act(decide)


async def withdraw(_query: CallbackQuery, visit: Visit) -> None:
    """The contact goes at once; the admins' messages about it are emptied."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        if await turn.records.leads.of_person(person.id) is None:
            turn.toast = "toast-done"
            return person
        turn.receivers.update(await turn.records.leads.withdraw(person.id))
        await turn.records.audit.log(None, Action.CONTACT_WITHDRAWN, turn.now)
        said = notice("notice-lead-withdrawn")
        return replace(back_to_place(person, fresh=False), notice=said)

    await visit.act(decide)


async def _leave(turn: Turn, contact: Contact) -> Person:
    """Keeps a contact and has every admin told, in one transaction."""
    person, leads = turn.person, turn.records.leads
    key = str(person.context["key"])
    finished = await turn.records.attempts.finished_by_key(person.id, key)
    if finished is None:
        raise LookupError(f"person {person.id} has no result to talk about")
    turn.receivers.update(await leads.withdraw(person.id))
    version = str(person.context["agreed"])
    row = await leads.leave(person.id, finished.id, contact, version, turn.now)
    for receiver in await leads.receivers(turn.speech.house.admins):
        await turn.deliver_to(receiver, "lead", lead=row)
    left = notice("notice-lead-left")
    return person.at(name(Talk.lead_left), fresh=True, notice=left)


def _ways_out(turn: Turn) -> set[str]:
    """The words that the key writes, in whatever language it still stands there."""
    return {turn.speech.texts.line(language, "button-cancel-plain") for language in LANGUAGES}
