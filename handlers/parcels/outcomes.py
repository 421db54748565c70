"""The picture and the document of a result, by the way its instrument is scored."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.kinds import Scoring
from domain.person import Delivery, Person
from handlers.parcels.calculation import calculation_card
from handlers.parcels.canvas import canvas_document, canvas_picture
from handlers.parcels.journey import journey_document, journey_picture
from handlers.parcels.parcel import Maker, Parcel, Workshop
from handlers.parcels.profile import profile_card, profile_copy, profile_worksheet
from handlers.parcels.result import (
    checklist_card,
    checklist_copy,
    map_card,
    map_copy,
    shown_result,
)
from handlers.views.shown import Shown

Make = Callable[[Workshop, Shown], Awaitable[Parcel | None]]
PICTURES: Final[Mapping[Scoring, Make]] = {
    Scoring.BLOCKS: map_card,
    Scoring.CHECKLIST: checklist_card,
    Scoring.PROFILE: profile_card,
    Scoring.JOURNEY: journey_picture,
    Scoring.CANVAS: canvas_picture,
    Scoring.CALCULATION: calculation_card,
}
COPIES: Final[Mapping[Scoring, Make]] = {
    Scoring.BLOCKS: map_copy,
    Scoring.CHECKLIST: checklist_copy,
    Scoring.PROFILE: profile_copy,
}
DOCUMENTS: Final[Mapping[Scoring, Make]] = {
    Scoring.PROFILE: profile_worksheet,
    Scoring.JOURNEY: journey_document,
    Scoring.CANVAS: canvas_document,
}


async def _card(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The picture that stands for a result."""
    shown = await shown_result(shop, delivery, person, compares=True)
    draw = None if shown is None else PICTURES.get(shown.attempt.instrument.scoring)
    return None if shown is None or draw is None else await draw(shop, shown)


async def _share(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """A copy of the picture to pass on."""
    shown = await shown_result(shop, delivery, person, compares=True)
    draw = None if shown is None else COPIES.get(shown.attempt.instrument.scoring)
    return None if shown is None or draw is None else await draw(shop, shown)


async def _document(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The same to be printed."""
    shown = await shown_result(shop, delivery, person, compares=False)
    write = None if shown is None else DOCUMENTS.get(shown.attempt.instrument.scoring)
    return None if shown is None or write is None else await write(shop, shown)


MAKERS: Final[Mapping[str, Maker]] = {
    "card": _card,
    "share": _share,
    "document": _document,
}
