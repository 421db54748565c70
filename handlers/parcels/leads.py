"""What admins are told of contacts; each is checked again for whether they still may be."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from domain.kinds import Scoring
from domain.lead import Lead
from domain.person import Delivery, Person
from domain.scoring import score
from handlers.parcels.parcel import File, KeysOff, Maker, Parcel, Words, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.context import Speech
from handlers.views.leads import gone_text, lead_card, told_view
from handlers.views.result import caption
from handlers.views.shown import Shown
from handlers.views.totals import total_cell
from handlers.views.view import View, esc
from storage.export.contacts import write_contacts
from storage.export.rows import Cell
from storage.records import Records


async def _told(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The contact with its result, at once and once."""
    lead = await _lead(shop, delivery, person)
    if lead is None or await shop.database.read(
        lambda records: records.leads.is_told(lead.id, person.id)
    ):
        return None

    async def keep(records: Records, message_id: int) -> None:
        await records.leads.told(lead, person.id, message_id)

    return Words(told_view(lead, person.language, shop.speech), keep=keep)


async def _card(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The picture of the result."""
    lead = await _lead(shop, delivery, person)
    finished = lead.finished if lead else None
    if finished is None or finished.attempt.instrument.scoring is not Scoring.BLOCKS:
        return None
    facts = lead_card(finished, person.language, shop.speech)

    async def draw() -> Sequence[bytes]:
        return [await shop.studio.card(facts)]

    one = Shown(finished, person.language, shop.speech)
    return await result_pictures(shop, one, facts, draw, caption(one))


async def _gone(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """In place of a contact that was withdrawn; anew where that message can't be edited."""
    left_at = datetime.fromisoformat(str(delivery.payload["left_at"]))
    view = View(gone_text(left_at, person.language, shop.speech))
    return Words(view, edit=int(delivery.payload["message"]), otherwise=view)


async def _file(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """All contacts as a file."""
    if not shop.speech.house.is_admin(person.chat_id):
        return None
    language, now = str(delivery.payload["language"]), shop.clock()
    leads = await shop.database.read(lambda records: records.leads.latest())
    path = await write_contacts(
        shop.scratch,
        str(delivery.payload["format"]),
        _headers(language, shop.speech),
        [_row(lead, language, shop.speech) for lead in leads],
        language,
        now,
    )
    said = shop.speech.texts.line(
        language,
        "export-caption",
        name=esc(path.name),
        count=len(leads),
        date=shop.speech.texts.date(language, now),
    )
    return File(path.name, said, path)


async def _keys_off(shop: Workshop, _delivery: Delivery, person: Person) -> Parcel | None:
    return KeysOff(shop.speech.to(person)("keys-off"))


async def _lead(shop: Workshop, delivery: Delivery, person: Person) -> Lead | None:
    """The contact, if it still stands and may still be told to this person."""
    if not shop.speech.house.is_admin(person.chat_id):
        return None
    row = int(delivery.payload["lead"])
    return await shop.database.read(lambda records: records.leads.by_id(row))


def _headers(language: str, speech: Speech) -> list[str]:
    speak = speech.texts.speaker(language)
    return [
        speak("leads-column-contact"),
        speak("leads-column-name"),
        speak("leads-column-left"),
        speak("leads-column-campaign"),
        speak("leads-column-test"),
        speak("leads-column-taken"),
        speak("leads-column-total"),
        speak("leads-column-level"),
        speak("leads-column-strengths"),
        speak("leads-column-zones"),
    ]


def _row(lead: Lead, language: str, speech: Speech) -> list[Cell]:
    zone, finished = speech.house.zone, lead.finished
    row: list[Cell] = [
        lead.contact.words,
        lead.contact.name,
        lead.left_at.astimezone(zone).date(),
    ]
    if finished is None:
        return [*row, *[None] * 7]
    result = score(finished.attempt)
    level = speech.texts.line(language, f"level-{result.level}") if result.level else None
    titles = [
        "; ".join((block.block.title or {})[language] for block in blocks)
        for blocks in (result.strengths, result.zones)
    ]
    return [
        *row,
        finished.campaign.title if finished.campaign else None,
        finished.attempt.instrument.title[language],
        finished.finished_at.astimezone(zone).date(),
        total_cell(finished.attempt, language, speech),
        level,
        *titles,
    ]


MAKERS: Final[Mapping[str, Maker]] = {
    "lead": _told,
    "lead_card": _card,
    "lead_gone": _gone,
    "leads": _file,
    "keys_off": _keys_off,
}
