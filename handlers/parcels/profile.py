"""The picture and the worksheet of a profile."""

from collections.abc import Sequence

from handlers.parcels.parcel import File, Pictures, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.common import copy_caption
from handlers.views.profile_result import (
    profile_caption,
    profile_facts,
    worksheet_caption,
    worksheet_facts,
)
from handlers.views.shown import Shown
from results.facts_profile import ProfileFacts


async def profile_card(shop: Workshop, shown: Shown) -> Pictures:
    """The profile as a picture, or as several where it is very long."""
    return await _pictures(shop, shown, profile_facts(shown), profile_caption(shown))


async def profile_copy(shop: Workshop, shown: Shown) -> Pictures:
    """The same to be passed on."""
    return await _pictures(shop, shown, profile_facts(shown, is_copy=True), copy_caption(shown))


async def _pictures(shop: Workshop, shown: Shown, facts: ProfileFacts, text: str) -> Pictures:
    async def draw() -> Sequence[bytes]:
        return await shop.studio.profile(facts)

    return await result_pictures(shop, shown, facts, draw, text)


async def profile_worksheet(shop: Workshop, shown: Shown) -> File:
    """The profile to be printed, with the person's notes and room for decisions."""
    content = await shop.studio.worksheet(worksheet_facts(shown))
    name = f"{shown.attempt.instrument.id}-{shown.language}.pdf"
    return File(name, worksheet_caption(shown), content)
