"""The picture of a calculated metric."""

from collections.abc import Sequence

from handlers.parcels.parcel import Pictures, Workshop
from handlers.parcels.result import result_pictures
from handlers.views.calculation import calculation_caption, calculation_facts, outcome_of
from handlers.views.shown import Shown


async def calculation_card(shop: Workshop, shown: Shown) -> Pictures | None:
    """The picture; None where nothing was calculated."""
    found = outcome_of(shown)
    if found is None:
        return None
    facts = calculation_facts(shown, found)

    async def draw() -> Sequence[bytes]:
        return [await shop.studio.calculation(facts)]

    return await result_pictures(shop, shown, facts, draw, calculation_caption(shown, found))
