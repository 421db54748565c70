"""A canvas as a picture and as a document."""

from collections.abc import Sequence

from handlers.parcels.parcel import File, Pictures, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.canvas_result import canvas_caption, canvas_facts
from handlers.views.shown import Shown


async def canvas_picture(shop: Workshop, shown: Shown) -> Pictures:
    """The picture."""
    facts = canvas_facts(shown)

    async def draw() -> Sequence[bytes]:
        return await shop.studio.canvas(facts)

    return await result_pictures(shop, shown, facts, draw, canvas_caption(shown))


async def canvas_document(shop: Workshop, shown: Shown) -> File:
    """The same on one page to be printed."""
    content = await shop.studio.canvas_document(canvas_facts(shown))
    name = f"{shown.attempt.instrument.id}-{shown.finished.finished_at:%Y-%m-%d}.pdf"
    return File(name, shown.speak("canvas-document"), content)
