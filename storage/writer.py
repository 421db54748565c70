"""SQLite's one writer: units of work handed in at the same time share one COMMIT.

Everybody waits for the disk together instead of one after another, on a thread of its own, so
that the event loop goes on meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar

from sqlalchemy import Engine

from storage.connection import InlineTransaction, run_inline

T = TypeVar("T")
Unit = Callable[[InlineTransaction], Awaitable[T]]

BATCH: Final = 64
"""Most units committed together; beyond it the first would wait too long for its COMMIT."""


class Writer:
    """Commits units of work in the order they were handed in.

    Args:
        engine: The synchronous driver; its transactions take the write lock when they begin.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self._queue: asyncio.Queue[tuple[Unit[Any], asyncio.Future[Any]]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False

    async def write(self, unit: Unit[T]) -> T:
        """Runs a unit; returns what it returned once that is committed.

        Raises:
            Exception: Whatever the unit raised, or the database: nothing of it is stored.
            RuntimeError: It is closed.
        """
        if self._is_closed:
            raise RuntimeError("the database is closed")
        loop = asyncio.get_running_loop()
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._write_forever(), name="database writer")
        future: asyncio.Future[T] = loop.create_future()
        self._queue.put_nowait((unit, future))
        return await future

    async def close(self) -> None:
        """Finishes what was handed in; takes nothing more."""
        self._is_closed = True
        if self._task is not None:
            await self._queue.join()
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._thread.shutdown()
        self._engine.dispose()

    async def _write_forever(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            batch = [await self._queue.get()]
            while len(batch) < BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            units = [unit for unit, _ in batch]
            outcomes = await loop.run_in_executor(self._thread, self._commit, units)
            for (_, future), (value, error) in zip(batch, outcomes, strict=True):
                if future.done():
                    continue
                if error is None:
                    future.set_result(value)
                else:
                    future.set_exception(error)
            for _ in batch:
                self._queue.task_done()

    def _commit(self, units: list[Unit[Any]]) -> list[tuple[Any, Exception | None]]:
        """What became of each unit: together, or, if that fails, each alone."""
        try:
            return [(value, None) for value in self._commit_together(units)]
        except Exception as error:  # noqa: BLE001 - each unit gets its own outcome
            if len(units) == 1:
                return [(None, error)]
        # One fault must harm nobody else.
        return [outcome for unit in units for outcome in self._commit([unit])]

    def _commit_together(self, units: list[Unit[Any]]) -> list[Any]:
        """One transaction for all: either all of it is stored, or none."""
        with self._engine.begin() as connection:
            transaction = InlineTransaction(connection)
            return [run_inline(_as_coroutine(unit, transaction)) for unit in units]


async def _as_coroutine(unit: Unit[T], transaction: InlineTransaction) -> T:
    return await unit(transaction)
