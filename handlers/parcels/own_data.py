"""What somebody agreed to, and everything that is kept about them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import orjson

from domain.person import Delivery, Person
from handlers.moves import DEFAULT_TEST
from handlers.parcels.parcel import File, Maker, Parcel, Words, Workshop
from handlers.views.menu import welcome_text
from handlers.views.view import View, paragraphs
from storage.records import Records


async def _consent(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The welcome keeps standing as what was agreed to, without its button."""
    if person.consented_at is None:
        return None
    speech = shop.speech
    instruments = speech.library.instruments
    wanted = str(delivery.payload.get("test", DEFAULT_TEST))
    instrument = instruments.get(wanted) or next(iter(instruments.values()))
    date = speech.texts.date(person.language, person.consented_at)
    text = paragraphs(
        welcome_text(person, instrument, speech), speech.to(person)("consent-given", date=date)
    )
    return Words(View(text), edit=int(delivery.payload["message"]))


async def _my_data(shop: Workshop, _delivery: Delivery, person: Person) -> Parcel | None:
    async def gather(records: Records) -> Mapping[str, object]:
        return await records.everything.of_person(person)

    everything = await shop.database.read(gather)
    content = orjson.dumps(everything, option=orjson.OPT_INDENT_2, default=_as_text)
    return File("my-data.json", shop.speech.to(person)("mydata-caption"), content)


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


MAKERS: Final[Mapping[str, Maker]] = {"consent": _consent, "mydata": _my_data}
