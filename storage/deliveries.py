"""What Telegram has not accepted yet, and the pictures it already has."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select, update

from domain.person import Delivery
from storage.connection import Transaction
from storage.models import deliveries, pictures

MAX_TRIES: Final = 8


class Deliveries:
    """Pending deliveries: made in the transaction of what they tell, dropped once accepted.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def add(self, person_id: int, kind: str, now: datetime, **payload: str | int) -> None:
        """Something to deliver after the commit, behind what already waits for the person.

        What waits already is not added again: impatience must not fill the queue.
        """
        waiting = await self.of_person(person_id)
        if any(one.kind == kind and one.payload == payload for one in waiting):
            return
        await self._connection.execute(
            insert(deliveries).values(
                person_id=person_id, kind=kind, payload=payload, created_at=now
            )
        )

    async def of_person(self, person_id: int) -> list[Delivery]:
        """What waits for a person, in order."""
        query = (
            select(deliveries).where(deliveries.c.person_id == person_id).order_by(deliveries.c.id)
        )
        return [
            Delivery(row.id, row.person_id, row.kind, row.payload, row.tries)
            for row in await self._connection.execute(query)
        ]

    async def people(self) -> list[int]:
        """Row numbers of the people for whom something waits."""
        query = select(deliveries.c.person_id).distinct()
        return list((await self._connection.execute(query)).scalars())

    async def done(self, delivery_id: int) -> None:
        """Telegram has accepted it."""
        await self._connection.execute(delete(deliveries).where(deliveries.c.id == delivery_id))

    async def failed(self, delivery_id: int) -> None:
        """Counts a failed try."""
        await self._connection.execute(
            update(deliveries)
            .where(deliveries.c.id == delivery_id)
            .values(tries=deliveries.c.tries + 1)
        )

    async def file_ids(self, attempt_id: int, digest: str) -> Sequence[str]:
        """Telegram's names of pictures that show exactly this; empty if it has none."""
        query = select(pictures.c.file_ids).where(
            pictures.c.attempt_id == attempt_id, pictures.c.digest == digest
        )
        found: Mapping[str, Sequence[str]] | None = (
            await self._connection.execute(query)
        ).scalar_one_or_none()
        return [] if found is None else found["ids"]

    async def keep_file_ids(self, attempt_id: int, digest: str, ids: Sequence[str]) -> None:
        """Keeps Telegram's names of pictures."""
        await self._connection.execute(
            delete(pictures).where(
                pictures.c.attempt_id == attempt_id, pictures.c.digest == digest
            )
        )
        await self._connection.execute(
            insert(pictures).values(
                attempt_id=attempt_id, digest=digest, file_ids={"ids": list(ids)}
            )
        )
