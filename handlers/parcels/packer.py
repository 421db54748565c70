"""What waits to be delivered, made.

Everything is made from what the database holds, so a delivery can be made again after a crash.
"""

from collections.abc import Mapping
from typing import Final

from domain.person import Delivery, Person
from handlers.parcels import (
    advice,
    campaigns,
    hall,
    leads,
    outcomes,
    own_data,
    owner,
    result,
    staying,
    surveys,
)
from handlers.parcels.parcel import Maker, Parcel, Workshop

MAKERS: Final[Mapping[str, Maker]] = {
    **own_data.MAKERS,
    **outcomes.MAKERS,
    **result.MAKERS,
    **advice.MAKERS,
    **staying.MAKERS,
    **owner.MAKERS,
    **campaigns.MAKERS,
    **leads.MAKERS,
    **hall.MAKERS,
    **surveys.MAKERS,
}
"""By the kind of delivery."""


class Packer:
    """Makes deliveries.

    Args:
        workshop: What makers work with.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    async def pack(self, delivery: Delivery, person: Person) -> Parcel | None:
        """What to send; None where there is nothing to tell any longer."""
        maker = MAKERS.get(delivery.kind)
        return None if maker is None else await maker(self._workshop, delivery, person)

    def apology(self, person: Person) -> str:
        """What to say where something could not be delivered after all."""
        return self._workshop.speech.to(person)("notice-trouble")
