"""Keeps other processes off a delivery for as long as one is at it."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from types import TracebackType
from typing import Final, Self

import structlog

from domain.person import Delivery
from handlers.desk import Clock
from storage.database import Database, Unit
from storage.records import Records

LEASE: Final = timedelta(seconds=60)
"""How long a delivery waits for a process that died with it. Processes' clocks must not differ
by more than half of it."""
RENEWED_AFTER: Final = LEASE.total_seconds() / 3

log = structlog.get_logger()


class Lease:
    """One delivery in hand: renewed while the block runs, given back unless it was settled.

    Args:
        database: Where it is noted.
        clock: Tells the present moment.
        delivery: As `take_next` returned it.
    """

    def __init__(self, database: Database, clock: Clock, delivery: Delivery) -> None:
        self.delivery = delivery
        self.is_lost = False
        """Whether the delivery is gone or somebody else's: after a long standstill of ours."""
        self.is_settled = False
        """Whether nothing is left to be given back; set by the block."""
        self._database = database
        self._clock = clock
        self._ended = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._keeper = asyncio.get_running_loop().create_task(self._renew(), name="lease")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Not cancelled: a renewal under way may be stored, and must be known to be given back.
        self._ended.set()
        if self._keeper is not None:
            await self._keeper
        if self.is_settled or self.is_lost:
            return
        try:
            await self._database.write(lambda records: records.deliveries.give_back(self.delivery))
        except Exception:
            log.exception("a delivery was not given back; it waits for its lease to end")

    async def _renew(self) -> None:
        while not (self.is_lost or await self._has_ended()):
            until = self._clock() + LEASE
            try:
                is_held = await self._database.write(self._hold(until))
            except Exception:
                log.exception("a lease was not renewed")
                continue
            self.is_lost = not is_held
            self.delivery = replace(self.delivery, taken_until=until)

    async def _has_ended(self) -> bool:
        """Whether the block ends before it is time to renew."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), RENEWED_AFTER)
        return self._ended.is_set()

    def _hold(self, until: datetime) -> Unit[bool]:
        return lambda records: records.deliveries.hold(self.delivery, until)


async def take_next(records: Records, person_id: int, now: datetime) -> Delivery | None:
    """The next delivery of a person, held; None where nothing waits or somebody is at it."""
    return await records.deliveries.take(person_id, now, now + LEASE)
