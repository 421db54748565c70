"""Pictures of figures, and exports."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.person import Delivery, Person
from handlers.parcels.parcel import File, Maker, Parcel, Pictures, Workshop
from handlers.parcels.result import digest_of
from handlers.rights import may_see
from handlers.views.overview import Overview, board_facts, caption
from handlers.views.view import esc
from storage.boards import read_board
from storage.export.files import write_export
from storage.export.selection import Selection


async def _overview(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """A picture of figures for those who may still see them when it is drawn."""
    payload = delivery.payload
    instrument = shop.speech.library.instruments.get(str(payload["instrument"]))
    code, house = str(payload["campaign"]), shop.speech.house
    campaign = await shop.database.read(lambda records: records.campaigns.by_code(code))
    is_own = campaign is not None and may_see(person, campaign, house)
    if instrument is None or not (is_own or house.sees_figures(person.chat_id)):
        return None
    overview = Overview(
        board=await read_board(shop.database, instrument, campaign=campaign),
        instrument=instrument,
        campaign=campaign,
        language=str(payload["language"]),
        now=shop.clock(),
        speech=shop.speech,
    )
    facts = board_facts(overview)

    async def draw() -> Sequence[bytes]:
        return [await shop.studio.board(facts)]

    return Pictures(draw, caption(overview), digest_of(facts))


async def _export(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """An export for those who may still have it when it is made."""
    house, kind = shop.speech.house, delivery.kind
    may = house.sees_figures if kind == "report" else house.is_admin
    if not may(person.chat_id):
        return None
    language = str(delivery.payload["language"])
    now, selection = shop.clock(), Selection.of(delivery.payload)
    made = await write_export(
        shop.database,
        shop.speech.library.instruments,
        str(delivery.payload["format"]),
        shop.scratch,
        language,
        now,
        selection,
    )
    speak, date = shop.speech.to(person), shop.speech.texts.date(language, now)
    tested = shop.speech.library.instruments[selection.instrument or ""]
    text = (
        speak("export-report-caption", title=esc(tested.title[person.language]), date=date)
        if kind == "report"
        else speak("export-caption", name=made.path.name, count=made.rows, date=date)
    )
    return File(made.path.name, text, made.path)


MAKERS: Final[Mapping[str, Maker]] = {
    "overview": _overview,
    "report": _export,
    "rows": _export,
}
