"""A journey as a picture and as a document."""

from collections.abc import Sequence

from handlers.parcels.parcel import File, Parcel, Words, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.journey_result import journey_caption, journey_facts, not_drawn, told
from handlers.views.shown import Shown


async def journey_picture(shop: Workshop, shown: Shown) -> Parcel:
    """The picture; where there is too little for one (it is being changed), words."""
    if not told(shown).is_enough:
        return Words(not_drawn(shown))
    facts = journey_facts(shown)

    async def draw() -> Sequence[bytes]:
        return await shop.studio.journey(facts)

    return await result_pictures(shop, shown, facts, draw, journey_caption(shown))


async def journey_document(shop: Workshop, shown: Shown) -> Parcel:
    """The same on pages to be printed."""
    if not told(shown).is_enough:
        return Words(not_drawn(shown))
    content = await shop.studio.journey_document(journey_facts(shown))
    name = f"{shown.attempt.instrument.id}-{shown.finished.finished_at:%Y-%m-%d}.pdf"
    return File(name, shown.speak("journey-document"), content)
