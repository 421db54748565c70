"""Takes updates: confirmed to Telegram only after their work is committed, people in order.

Both ways of getting updates (polling and webhook) end in `Intake.accept`. It returns once the
update's work is committed, or once the update itself is: one that takes long, or keeps failing,
is set aside in the database, so that it holds nobody up and is not lost with the process.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
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
        self._lanes: dict[int, deque[tuple[Raw, asyncio.Future[None]]]] = {}
        self._under_way: dict[int, asyncio.Future[None]] = {}
        self._aside: set[int] = set()
        self._tasks = Tasks()

    async def resume(self) -> None:
        """Takes up what was set aside before this process."""
        waiting = await self._database.read(lambda records: records.updates.to_do())
        for update_id, words in waiting:
            self._aside.add(update_id)
            self._enqueue(_loads(words))

    async def accept(self, update: Raw) -> None:
        """Returns once this update may be confirmed to Telegram.

        Args:
            update: As Telegram sent it. One that is under way already is not begun twice.

        Raises:
            Exception: Neither its work nor the update itself could be committed.
        """
        done = self._under_way.get(update["update_id"]) or self._enqueue(update)
        try:
            await asyncio.wait_for(asyncio.shield(done), self._patience)
        except TimeoutError:
            await self._put_aside(update, "slow")
            SET_ASIDE.labels("slow").inc()

    async def close(self, seconds: float) -> None:
        """Finishes what is in hand, at most so long."""
        await self._tasks.finish(seconds)

    def _enqueue(self, update: Raw) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._under_way[update["update_id"]] = done
        person = person_of(update)
        lane = self._lanes.get(person)
        if lane is None:
            self._lanes[person] = deque([(update, done)])
            self._tasks.start(self._run(person), "lane")
        else:
            lane.append((update, done))
        return done

    async def _run(self, person: int) -> None:
        """Works off one person's updates in their order."""
        lane = self._lanes[person]
        try:
            while lane:
                update, done = lane[0]
                await self._try(update, done)
                self._under_way.pop(update["update_id"], None)
                lane.popleft()
        finally:
            del self._lanes[person]

    async def _try(self, update: Raw, done: asyncio.Future[None]) -> None:
        started = time.perf_counter()
        for tries_left in reversed(range(TRIES)):
            try:
                await self._work(update)
            except Exception as error:
                UPDATES.labels("failed").inc()
                log.exception("update failed", update_id=update["update_id"])
                if not tries_left:
                    await self._give_up(update, done, error)
                    return
                await asyncio.sleep(RETRY_SECONDS)
            else:
                UPDATES.labels("done").inc()
                UPDATE_SECONDS.observe(time.perf_counter() - started)
                await self._no_longer_aside(update["update_id"])
                if not done.done():
                    done.set_result(None)
                return

    async def _give_up(self, update: Raw, done: asyncio.Future[None], error: Exception) -> None:
        """Sets aside for good what keeps failing; unless not even that can be stored."""
        try:
            await self._put_aside(update, type(error).__name__, is_dead=True)
        except Exception as store_error:  # noqa: BLE001 - then Telegram keeps it for us
            if not done.done():
                done.set_exception(store_error)
                done.exception()
            return
        SET_ASIDE.labels("failed").inc()
        self._trouble(update)
        if not done.done():
            done.set_result(None)

    async def _put_aside(self, update: Raw, reason: str, *, is_dead: bool = False) -> None:
        update_id, words, now = update["update_id"], _dumps(update), self._clock()
        if not is_dead:
            self._aside.add(update_id)
        await self._database.write(
            lambda records: records.updates.put_aside(
                update_id, words, reason, now, is_dead=is_dead
            )
        )
        if not is_dead and update_id not in self._under_way:
            await self._no_longer_aside(update_id)

    async def _no_longer_aside(self, update_id: int) -> None:
        if update_id in self._aside:
            self._aside.discard(update_id)
            await self._database.write(lambda records: records.updates.drop(update_id))


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
