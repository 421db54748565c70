"""Takes updates: confirmed to Telegram only after their work is committed, people in order.

Both ways of getting updates (polling and webhook) end in `Intake.accept`. It returns once the
update's work is committed, or once the update itself is: one that takes long, or keeps failing,
is set aside in the database, so that it holds nobody up and is not lost with the process.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
import structlog

from bot.metrics import SET_ASIDE, UPDATE_SECONDS, UPDATES
from bot.tasks import Tasks
from handlers.desk import Clock
from storage.database import Database

PATIENCE: Final = 2.0
"""Seconds an update may take before it is set aside, so that others can be confirmed."""
TRIES: Final = 3
RETRY_SECONDS: Final = 0.2

Raw = dict[str, Any]
Work = Callable[[Raw], Awaitable[None]]
"""Does an update's work and returns when it is committed."""

log = structlog.get_logger()


@dataclass(slots=True)
class _Job:
    """An update under way.

    Attributes:
        update: As Telegram sent it.
        done: Ends when the update may be confirmed.
        storing: Held while what is set aside of it changes, so that a late "slow" can't undo
            what came of it.
        is_aside: Whether it is set aside for this or the next process to finish.
    """

    update: Raw
    done: asyncio.Future[None]
    storing: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_aside: bool = False


class Intake:
    """Runs the work of updates: each person's in order, different people's side by side.

    Args:
        work: Does one update's work.
        trouble: Tells the person that their update could not be dealt with.
        database: Where updates are set aside.
        clock: Tells the present moment.
        patience: Seconds before an update is set aside.
    """

    def __init__(
        self,
        work: Work,
        trouble: Callable[[Raw], None],
        database: Database,
        clock: Clock,
        patience: float = PATIENCE,
    ) -> None:
        self._work = work
        self._trouble = trouble
        self._database = database
        self._clock = clock
        self._patience = patience
        self._lanes: dict[int, deque[_Job]] = {}
        self._under_way: dict[int, _Job] = {}
        self._tasks = Tasks()

    async def resume(self) -> None:
        """Takes up what was set aside before this process."""
        waiting = await self._database.read(lambda records: records.updates.to_do())
        for _, words in waiting:
            self._enqueue(_loads(words)).is_aside = True

    async def accept(self, update: Raw) -> None:
        """Returns once this update may be confirmed to Telegram.

        Args:
            update: As Telegram sent it. One that is under way already is not begun twice.

        Raises:
            Exception: Neither its work nor the update itself could be committed.
        """
        job = self._under_way.get(update["update_id"]) or self._enqueue(update)
        try:
            await asyncio.wait_for(asyncio.shield(job.done), self._patience)
        except TimeoutError:
            await self._put_slow_aside(job)

    async def close(self, seconds: float) -> None:
        """Finishes what is in hand, at most so long."""
        await self._tasks.finish(seconds)

    def _enqueue(self, update: Raw) -> _Job:
        job = _Job(update, asyncio.get_running_loop().create_future())
        self._under_way[update["update_id"]] = job
        person = person_of(update)
        lane = self._lanes.get(person)
        if lane is None:
            self._lanes[person] = deque([job])
            self._tasks.start(self._run(person), "lane")
        else:
            lane.append(job)
        return job

    async def _run(self, person: int) -> None:
        """Works off one person's updates in their order."""
        lane = self._lanes[person]
        try:
            while lane:
                await self._try(lane[0])
                del self._under_way[lane.popleft().update["update_id"]]
        finally:
            del self._lanes[person]

    async def _try(self, job: _Job) -> None:
        started = time.perf_counter()
        for tries_left in reversed(range(TRIES)):
            try:
                await self._work(job.update)
            except Exception as error:
                UPDATES.labels("failed").inc()
                log.exception("update failed", update_id=job.update["update_id"])
                if not tries_left:
                    await self._give_up(job, error)
                    return
                await asyncio.sleep(RETRY_SECONDS)
                if tries_left == 1 and not await self._secured(job, error):
                    return
            else:
                UPDATES.labels("done").inc()
                UPDATE_SECONDS.observe(time.perf_counter() - started)
                await self._end(job)
                return

    async def _end(self, job: _Job) -> None:
        """Its work is done; nothing stays set aside of it."""
        async with job.storing:
            if job.is_aside:
                update_id = job.update["update_id"]
                try:
                    await self._database.write(lambda records: records.updates.drop(update_id))
                except Exception:
                    # Done once more after the next start, which is harmless; others go on.
                    log.exception("an update done stays set aside", update_id=update_id)
            _confirm(job)

    async def _secured(self, job: _Job, error: Exception) -> bool:
        """Sets aside what has one try left: the last one is made where the database works.

        So an outage of it is nobody's last failure. An update that can't be set aside stays with
        Telegram, unless it was confirmed before; then the database is waited for.
        """
        while True:
            async with job.storing:
                try:
                    await self._put_aside(job, type(error).__name__, is_dead=False)
                except Exception as store_error:  # noqa: BLE001 - the failure behind it is logged
                    if not job.is_aside:
                        _refuse(job, store_error)
                        return False
                else:
                    job.is_aside = True
                    return True
            await asyncio.sleep(RETRY_SECONDS)

    async def _give_up(self, job: _Job, error: Exception) -> None:
        """Sets aside for good what keeps failing; unless not even that can be stored."""
        async with job.storing:
            try:
                await self._put_aside(job, type(error).__name__, is_dead=True)
            except Exception as store_error:  # noqa: BLE001 - then Telegram keeps it for us
                _refuse(job, store_error)
                return
            SET_ASIDE.labels("failed").inc()
            self._trouble(job.update)
            _confirm(job)

    async def _put_slow_aside(self, job: _Job) -> None:
        async with job.storing:
            if job.done.done():  # meanwhile
                job.done.result()
                return
            await self._put_aside(job, "slow", is_dead=False)
            job.is_aside = True
            SET_ASIDE.labels("slow").inc()

    async def _put_aside(self, job: _Job, reason: str, *, is_dead: bool) -> None:
        update_id, words, now = job.update["update_id"], _dumps(job.update), self._clock()
        await self._database.write(
            lambda records: records.updates.put_aside(
                update_id, words, reason, now, is_dead=is_dead
            )
        )


def _confirm(job: _Job) -> None:
    if not job.done.done():
        job.done.set_result(None)


def _refuse(job: _Job, error: Exception) -> None:
    """Nothing of it is stored: Telegram is to send it again."""
    if not job.done.done():
        job.done.set_exception(error)
        job.done.exception()


def person_of(update: Raw) -> int:
    """Whose update it is: the person's Telegram id, or the chat's; 0 for neither."""
    for name, event in update.items():
        if name == "update_id" or not isinstance(event, dict):
            continue
        who = event.get("from") or event.get("user") or event.get("chat") or {}
        return int(who.get("id", 0))
    return 0


def _dumps(update: Raw) -> str:
    return orjson.dumps(update).decode()


def _loads(words: str) -> Raw:
    update: Raw = orjson.loads(words)
    return update
