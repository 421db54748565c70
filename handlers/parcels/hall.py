"""The hall's live picture, and a result beside its hall."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from domain.person import Campaign, Delivery, Person
from handlers.parcels.parcel import Bare, Maker, Parcel, Pictures, Workshop
from handlers.parcels.result import digest_of, mapped_result, result_pictures
from handlers.views.hall import hall_facts, hall_rows, hall_test, pair_facts
from handlers.views.view import esc, paragraphs
from storage.boards import read_board
from storage.halls import Hall
from storage.records import Records

EVERY: Final = timedelta(seconds=5)
"""How often the picture is looked at, and so how often it changes at most."""
LASTS: Final = timedelta(hours=12)
"""A picture that nobody stopped stops by itself."""


async def _hall(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The live picture for those who may still have it; from now on it is kept fresh."""
    campaign_id = int(delivery.payload["campaign"])
    campaign = await shop.database.read(lambda records: records.campaigns.by_id(campaign_id))
    if campaign is None or not shop.speech.house.sees_figures(person.chat_id):
        return None
    language = str(delivery.payload["language"])
    picture = await hall_picture(shop, campaign, language)
    if picture is None:
        return None
    now = shop.clock()

    async def keep(records: Records, message_id: int) -> None:
        hall = Hall(person.id, campaign.id, message_id, language, picture.digest, now + LASTS)
        before = await records.halls.message_of(person.id)
        if before is not None:
            # Asked for while this one was waiting already.
            await records.deliveries.add(person.id, "hall_off", now, message=before)
        await records.halls.open(hall, now + EVERY)

    return Pictures(picture.draw, picture.caption, picture.digest, rows=picture.rows, keep=keep)


async def hall_picture(shop: Workshop, campaign: Campaign, language: str) -> Pictures | None:
    """The live picture as it is to be now, drawn only if asked for; None for a test without."""
    instrument = hall_test(campaign, shop.speech)
    if instrument is None:
        return None
    board = await read_board(shop.database, instrument, campaign=campaign)
    facts = hall_facts(board, campaign, instrument, language, shop.clock(), shop.speech)
    speak = shop.speech.texts.speaker(language)

    async def draw() -> list[bytes]:
        return [await shop.studio.hall(facts)]

    return Pictures(
        draw=draw,
        caption=paragraphs(speak("hall-caption", title=esc(campaign.title)), facts.note),
        digest=digest_of(facts),
        rows=hall_rows(campaign, speak),
    )


async def _hall_off(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """A picture that was stopped, or that another one took the place of."""
    return Bare(int(delivery.payload["message"]), shop.speech.to(person)("hall-stopped"))


async def _pair(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """A result beside its hall, if the hall is large enough still."""
    shown = await mapped_result(shop, delivery, person)
    if shown is None or shown.reference is None:
        return None
    facts = pair_facts(shown, shown.reference)

    async def draw() -> list[bytes]:
        return [await shop.studio.pair(facts)]

    return await result_pictures(shop, shown, facts, draw, esc(facts.title))


MAKERS: Final[Mapping[str, Maker]] = {"hall": _hall, "hall_off": _hall_off, "pair": _pair}
