"""What Telegram has not accepted yet, and the pictures it already has."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update

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
        return [_delivery(row) for row in await self._connection.execute(query)]

    async def people(self, now: datetime | None = None) -> list[int]:
        """Row numbers of the people for whom something waits; with `now`, that nobody is at."""
        query = select(deliveries.c.person_id).distinct()
        if now is not None:
            query = query.where(_is_free(now))
        return list((await self._connection.execute(query)).scalars())

    async def take(self, person_id: int, now: datetime, until: datetime) -> Delivery | None:
        """What is to be delivered to a person next, for nobody but the caller.

        Only the first that waits can be taken, so a later one never overtakes one that another
        process is at. One statement decides, so of two processes one gets it.

        Args:
            person_id: Whose.
            now: The present moment; what was held until before is free again.
            until: How long to hold it, unless `hold` makes that longer.

        Returns:
            The delivery; None where nothing waits or somebody else is at it.
        """
        first = (
            select(func.min(deliveries.c.id))
            .where(deliveries.c.person_id == person_id)
            .scalar_subquery()
        )
        taken = await self._connection.execute(
            update(deliveries)
            .where(deliveries.c.id == first, _is_free(now))
            .values(taken_until=until)
            .returning(deliveries)
        )
        row = taken.one_or_none()
        return None if row is None else _delivery(row)

    async def hold(self, delivery: Delivery, until: datetime) -> bool:
        """Holds a delivery for longer; False where it is gone or somebody else took it."""
        held = await self._connection.execute(
            update(deliveries).where(*_held(delivery)).values(taken_until=until)
        )
        return held.rowcount > 0

    async def give_back(self, delivery: Delivery) -> None:
        """Lets others have what could not be delivered, unless somebody has taken it already."""
        await self._connection.execute(
            update(deliveries).where(*_held(delivery)).values(taken_until=None)
        )

    async def give_back_all(self) -> None:
        """Frees what a process held that is gone; only where there is no other."""
        await self._connection.execute(
            update(deliveries)
            .where(deliveries.c.taken_until.is_not(None))
            .values(taken_until=None)
        )

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


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(row.id, row.person_id, row.kind, row.payload, row.tries, row.taken_until)


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(deliveries.c.taken_until.is_(None), deliveries.c.taken_until < now)


def _held(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    """Whether it is still held as the caller took it: nobody else can have the same moment."""
    return deliveries.c.id == delivery.id, deliveries.c.taken_until == delivery.taken_until
