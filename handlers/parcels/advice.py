"""The recommendations under a result."""

from collections.abc import Mapping
from typing import Final

from domain.advice import names_advice
from domain.person import Delivery, Person
from handlers.parcels.parcel import Maker, Parcel, Words, Workshop
from handlers.parcels.result import shown_result
from handlers.views.advice import advice_view


async def _advice(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """All of them as one message."""
    shown = await shown_result(shop, delivery, person, compares=False)
    if shown is None or not names_advice(shown.attempt.instrument):
        return None
    return Words(advice_view(shown))


MAKERS: Final[Mapping[str, Maker]] = {"advice": _advice}
