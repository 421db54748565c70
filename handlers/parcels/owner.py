"""Exports."""

from collections.abc import Mapping
from typing import Final

from domain.person import Delivery, Person
from handlers.parcels.parcel import File, Maker, Parcel, Workshop
from storage.export.files import write_export


async def _export(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """An export for those who may still have it when it is made."""
    house, kind = shop.speech.house, delivery.kind
    may = house.sees_figures if kind == "report" else house.is_admin
    if not may(person.chat_id):
        return None
    language = str(delivery.payload["language"])
    now = shop.clock()
    made = await write_export(
        shop.database,
        shop.speech.library.instruments,
        str(delivery.payload["format"]),
        shop.scratch,
        language,
        now,
    )
    speak, date = shop.speech.to(person), shop.speech.texts.date(language, now)
    text = (
        speak("export-report-caption", date=date)
        if kind == "report"
        else speak("export-caption", name=made.path.name, count=made.rows, date=date)
    )
    return File(made.path.name, text, made.path)


MAKERS: Final[Mapping[str, Maker]] = {"report": _export, "rows": _export}
