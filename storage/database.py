"""The one way in and out of the database.

A unit of work is a coroutine function over `Records`. It may run more than once (a failed batch
is retried unit by unit), so it must not do anything but read and write records. What it returns
is handed out only after COMMIT.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry, StaticPool

from domain.catalogue import Catalogue
from storage.cipher import Cipher
from storage.connection import Transaction
from storage.records import Records
from storage.serialise import dump_json, load_json
from storage.writer import Writer

T = TypeVar("T")
Unit = Callable[[Records], Awaitable[T]]

BUSY_SECONDS: Final = 10
READERS: Final = 4
POSTGRES_TRIES: Final = 5
_COMMON: Final[dict[str, Any]] = {
    "json_serializer": dump_json,
    "json_deserializer": load_json,
    # Errors are logged; what people answered must not be.
    "hide_parameters": True,
}


def make_engine(url: str, *, writes: bool) -> AsyncEngine:
    """An engine with this product's settings.

    Args:
        url: `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`.
        writes: On SQLite, whether transactions take the write lock when they begin, so that
            they can never fail half-way for want of it.
    """
    if not url.startswith("sqlite"):
        return create_async_engine(
            url, pool_size=10, max_overflow=10, pool_pre_ping=True, **_COMMON
        )
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1 if writes else READERS,
        max_overflow=0,
        **_COMMON,
    )
    prepare_sqlite(engine.sync_engine, begin="BEGIN IMMEDIATE" if writes else "BEGIN")
    return engine


def make_writing_engine(url: str) -> Engine:
    """The synchronous engine of SQLite's one writer, used on its thread only."""
    address = make_url(url).set(drivername="sqlite")
    engine = create_engine(
        address, poolclass=StaticPool, connect_args={"check_same_thread": False}, **_COMMON
    )
    prepare_sqlite(engine, begin="BEGIN IMMEDIATE")
    return engine


def prepare_sqlite(engine: Engine, *, begin: str) -> None:
    """Durable and concurrent SQLite: WAL, FULL, foreign keys, and transactions of our own.

    The driver's own transactions begin only at the first change and would end a DDL half-way;
    so the driver is put into autocommit and BEGIN is said aloud.
    """

    def on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cast(Any, connection).isolation_level = None
        cursor = connection.cursor()
        try:
            for pragma in (
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "secure_delete = ON",
                f"busy_timeout = {BUSY_SECONDS * 1000}",
            ):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except Exception:
            connection.close()  # no pool has it yet, so nobody else would
            raise

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


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
        self.url = url
        self._engine = make_engine(url, writes=False)
        self._writer = Writer(make_writing_engine(url)) if url.startswith("sqlite") else None

    @property
    def is_shared(self) -> bool:
        """Whether other processes may work on it too; a file of SQLite belongs to one."""
        return self._writer is None

    async def write(self, unit: Unit[T]) -> T:
        """Runs a unit of work; returns what it returned once that is committed.

        Raises:
            Exception: Whatever the unit raised, or the database: nothing of it is stored.
        """
        if self._writer is None:
            return await self._write_at_once(unit)
        return await self._writer.write(lambda transaction: unit(self._records(transaction)))

    async def read(self, unit: Unit[T]) -> T:
        """Runs a unit that only reads, on a snapshot of what is committed."""
        async with self._engine.begin() as connection:
            return await unit(self._records(connection))

    async def close(self) -> None:
        """Finishes what was handed in and closes all connections."""
        if self._writer is not None:
            await self._writer.close()
        await self._engine.dispose()

    def _records(self, transaction: Transaction) -> Records:
        return Records(transaction, self.cipher, self.catalogue)

    async def _write_at_once(self, unit: Unit[T]) -> T:
        """PostgreSQL: a transaction a unit, tried again where that can help."""
        for tries_left in reversed(range(POSTGRES_TRIES)):
            try:
                async with self._engine.begin() as connection:
                    return await unit(self._records(connection))
            except DBAPIError as error:
                if not tries_left or not _is_passing(error):
                    raise
        raise AssertionError("unreachable")


class DatabaseProblemError(Exception):
    """The database can't be reached or opened."""


def _is_passing(error: DBAPIError) -> bool:
    """Whether trying again can help: a deadlock, a serialisation failure, a lost connection.

    Or somebody else stored the same new row first: the next try finds it.
    """
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    return state in {"40001", "40P01", "23505"} or error.connection_invalidated


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
