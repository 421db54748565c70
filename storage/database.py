"""The one way in and out of the database.

A unit of work is a coroutine function over `Records`. It may run more than once (a failed batch
is retried unit by unit), so it must not do anything but read and write records. What it returns
is handed out only after COMMIT.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar, cast

import structlog
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from domain.catalogue import Catalogue
from storage.cipher import Cipher
from storage.records import Records
from storage.serialise import dump_json, load_json

T = TypeVar("T")
Unit = Callable[[Records], Awaitable[T]]

BATCH: Final = 64
"""Most units committed together; beyond it the first would wait too long for its COMMIT."""
BUSY_SECONDS: Final = 10
READERS: Final = 4
POSTGRES_TRIES: Final = 5

log = structlog.get_logger()


def make_engine(url: str, *, writes: bool) -> AsyncEngine:
    """An engine with this product's settings.

    Args:
        url: `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`.
        writes: On SQLite, whether transactions take the write lock when they begin, so that
            they can never fail half-way for want of it.
    """
    if not url.startswith("sqlite"):
        return create_async_engine(
            url,
            pool_size=10,
            max_overflow=10,
            pool_pre_ping=True,
            json_serializer=dump_json,
            json_deserializer=load_json,
        )
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1 if writes else READERS,
        max_overflow=0,
        json_serializer=dump_json,
        json_deserializer=load_json,
    )
    prepare_sqlite(engine, begin="BEGIN IMMEDIATE" if writes else "BEGIN")
    return engine


def prepare_sqlite(engine: AsyncEngine, *, begin: str) -> None:
    """Durable and concurrent SQLite: WAL, FULL, foreign keys, and transactions of our own.

    The driver's own transactions begin only at the first change and would end a DDL half-way;
    so the driver is put into autocommit and BEGIN is said aloud.
    """

    def on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cast(Any, connection).isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
            f"busy_timeout = {BUSY_SECONDS * 1000}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)


class Database:
    """Units of work over SQLite (one writer, commits shared) or PostgreSQL (row locks).

    Args:
        url: `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; the tables must exist.
        cipher: Encrypts what identifies people.
        catalogue: Where stored attempts find their questionnaire.
    """

    def __init__(self, url: str, cipher: Cipher, catalogue: Catalogue) -> None:
        self.cipher = cipher
        self.catalogue = catalogue
        self.is_sqlite = url.startswith("sqlite")
        self.url = url
        self._writing = make_engine(url, writes=True)
        self._reading = make_engine(url, writes=False) if self.is_sqlite else self._writing
        self._queue: asyncio.Queue[tuple[Unit[Any], asyncio.Future[Any]]] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    async def write(self, unit: Unit[T]) -> T:
        """Runs a unit of work; returns what it returned once that is committed.

        Raises:
            Whatever the unit raised, or the database: then nothing of it is stored.
        """
        if not self.is_sqlite:
            return await self._write_postgres(unit)
        if self._writer is None or self._writer.done():
            loop = asyncio.get_running_loop()
            self._writer = loop.create_task(self._write_forever(), name="database writer")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((unit, future))
        return await future

    async def read(self, unit: Unit[T]) -> T:
        """Runs a unit that only reads, on a snapshot of what is committed."""
        async with self._reading.begin() as connection:
            return await unit(self._records(connection))

    async def close(self) -> None:
        """Finishes what was handed in and closes all connections."""
        if self._writer is not None:
            await self._queue.join()
            self._writer.cancel()
            await asyncio.gather(self._writer, return_exceptions=True)
        await self._writing.dispose()
        if self._reading is not self._writing:
            await self._reading.dispose()

    def _records(self, connection: AsyncConnection) -> Records:
        return Records(connection, self.cipher, self.catalogue)

    async def _write_postgres(self, unit: Unit[T]) -> T:
        for tries_left in reversed(range(POSTGRES_TRIES)):
            try:
                async with self._writing.begin() as connection:
                    return await unit(self._records(connection))
            except DBAPIError as error:
                if not tries_left or not _is_passing(error):
                    raise
        raise AssertionError("unreachable")

    async def _write_forever(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while len(batch) < BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._commit_together(batch)
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - each unit gets its own outcome next
                if len(batch) == 1:
                    _fail(batch[0][1], error)
                else:
                    await self._commit_apart(batch)
            finally:
                for _ in batch:
                    self._queue.task_done()

    async def _commit_together(self, batch: list[tuple[Unit[Any], asyncio.Future[Any]]]) -> None:
        """One transaction for all: either all of it is stored, or none."""
        async with self._writing.begin() as connection:
            records = self._records(connection)
            outcomes = [await unit(records) for unit, _ in batch]
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            if not future.done():
                future.set_result(outcome)

    async def _commit_apart(self, batch: list[tuple[Unit[Any], asyncio.Future[Any]]]) -> None:
        """After a failed batch: each unit alone, so that one fault harms nobody else."""
        for unit, future in batch:
            try:
                await self._commit_together([(unit, future)])
            except Exception as error:  # noqa: BLE001 - handed to whoever waits for this unit
                _fail(future, error)


class DatabaseProblemError(Exception):
    """The database can't be reached or opened."""


def _fail(future: asyncio.Future[Any], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)


def _is_passing(error: DBAPIError) -> bool:
    """Whether trying again can help: a deadlock, a serialisation failure, a lost connection."""
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    return state in {"40001", "40P01"} or error.connection_invalidated


def copy_sqlite(source: str, target: str) -> None:
    """A consistent copy of an SQLite file, also while it is written to.

    Args:
        source: Path of the database.
        target: Path of the copy.
    """
    with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
        live.backup(copy)
    live.close()
    copy.close()
