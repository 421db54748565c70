"""The picture and the worksheet of a profile."""

from collections.abc import Sequence

from handlers.parcels.parcel import File, Pictures, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.profile_result import (
    profile_caption,
    profile_facts,
    worksheet_caption,
    worksheet_facts,
)
from handlers.views.shown import Shown


async def profile_card(shop: Workshop, shown: Shown) -> Pictures:
    """The profile as a picture, or as several where it is very long."""
    facts = profile_facts(shown)

    async def draw() -> Sequence[bytes]:
        return await shop.studio.profile(facts)

    return await result_pictures(shop, shown, facts, draw, profile_caption(shown))


async def profile_worksheet(shop: Workshop, shown: Shown) -> File:
    """The profile to be printed, with the person's notes and room for decisions."""
    content = await shop.studio.worksheet(worksheet_facts(shown))
    name = f"{shown.attempt.instrument.id}-{shown.language}.pdf"
    return File(name, worksheet_caption(shown), content)
