"""Units of work on both databases: what is stored, when it is told, who is harmed by faults."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.engine import Connection

from content.library import Library
from storage.cipher import Cipher
from storage.database import Database, Unit
from storage.migrate import migrate
from storage.records import Records
from storage.writer import BATCH
from tests.support.made import NOW

MANY = 3 * BATCH + 7


class MadeUpError(Exception):
    """What a faulty unit raises."""


@pytest.fixture
async def sqlite(tmp_path: Path, cipher: Cipher, library: Library) -> Database:
    """A migrated SQLite database; the test closes it."""
    url = f"sqlite+aiosqlite:///{tmp_path}/writer.sqlite3"
    await migrate(url, tmp_path / "backups")
    return Database(url, cipher, library)


def keep(name: str, *, fails: bool = False) -> Unit[str]:
    """A unit that keeps a fact; a faulty one raises after it has written."""

    async def unit(records: Records) -> str:
        await records.facts.put(name, name)
        if fails:
            raise MadeUpError(name)
        return name

    return unit


def writing_engine(database: Database) -> Engine:
    """The writer's own engine: the only place where a COMMIT can be made to fail."""
    assert database._writer is not None
    return database._writer._engine


async def kept(database: Database, name: str) -> str | None:
    """The fact as another transaction sees it."""
    return await database.read(lambda records: records.facts.get(name))


async def test_all_of_many_are_stored(database: Database) -> None:
    """Units handed in at once, more than a batch holds, are all stored, each with its result."""
    names = [f"n{number}" for number in range(MANY)]
    assert names == await asyncio.gather(*(database.write(keep(name)) for name in names))
    found = await asyncio.gather(*(kept(database, name) for name in names))
    assert names == found


async def test_a_failing_unit_harms_nobody_else(database: Database) -> None:
    """Of units committed together those that raise leave nothing, all the others stay."""
    outcomes = await asyncio.gather(
        *(database.write(keep(f"n{number}", fails=number % 5 == 0)) for number in range(40)),
        return_exceptions=True,
    )
    for number, outcome in enumerate(outcomes):
        fails = number % 5 == 0
        assert isinstance(outcome, MadeUpError) is fails
        assert (await kept(database, f"n{number}")) == (None if fails else f"n{number}")


async def test_a_statement_that_fails_harms_nobody_else(database: Database) -> None:
    """A unit that breaks a constraint breaks the transaction; its batch is stored all the same."""

    async def twice(records: Records) -> None:
        await records.connection.execute(text("INSERT INTO facts VALUES ('same', '1')"))
        await records.connection.execute(text("INSERT INTO facts VALUES ('same', '2')"))

    async def nonsense(records: Records) -> None:
        await records.connection.execute(text("SELECT nothing FROM nowhere"))

    outcomes = await asyncio.gather(
        database.write(keep("before")),
        database.write(twice),
        database.write(nonsense),
        database.write(keep("behind")),
        return_exceptions=True,
    )
    assert [isinstance(one, Exception) for one in outcomes] == [False, True, True, False]
    assert [await kept(database, name) for name in ("before", "same", "behind")] == [
        "before",
        None,
        "behind",
    ]


async def test_writers_that_count_up_together_lose_nothing(database: Database) -> None:
    """Two hundred visits of one source counted at once are two hundred in the end."""
    await asyncio.gather(
        *(
            database.write(lambda r: r.campaigns.count_visit("", NOW, started=1))
            for _ in range(200)
        )
    )
    overview = await database.read(lambda records: records.figures.overview())
    assert overview[0] == 200


async def test_the_result_is_told_after_the_commit(database: Database) -> None:
    """Whoever gets a unit's result can read what it stored, on another connection."""

    async def one(name: str) -> bool:
        await database.write(keep(name))
        return await kept(database, name) == name

    assert all(await asyncio.gather(*(one(f"n{number}") for number in range(30))))


async def test_nothing_is_told_before_the_commit(sqlite: Database) -> None:
    """While COMMIT is under way nobody has a result; another connection sees nothing yet."""
    told: list[str] = []
    seen: list[tuple[list[str], int]] = []

    def look(connection: Connection) -> None:
        count = connection.exec_driver_sql("SELECT count(*) FROM facts").scalar_one()
        seen.append((list(told), count))

    async def one(name: str) -> None:
        told.append(await sqlite.write(keep(name)))

    event.listen(writing_engine(sqlite), "commit", look)
    await asyncio.gather(*(one(f"n{number}") for number in range(10)))
    assert seen[0][0] == []
    assert seen[0][1] > 1, "the writer did not commit together"
    assert len(told) == 10
    await sqlite.close()


async def test_a_failed_commit_is_tried_again_unit_by_unit(sqlite: Database) -> None:
    """A COMMIT that fails once costs nobody their unit, and nothing is stored twice."""
    commits: list[None] = []

    def fail_first(_connection: Connection) -> None:
        commits.append(None)
        if len(commits) == 1:
            raise OSError("disk full")

    event.listen(writing_engine(sqlite), "commit", fail_first)
    names = [f"n{number}" for number in range(8)]
    assert names == await asyncio.gather(*(sqlite.write(keep(name)) for name in names))
    assert 1 + len(names) == len(commits)
    assert names == [await kept(sqlite, name) for name in names]
    await sqlite.close()


async def test_a_commit_that_keeps_failing_is_told_and_stores_nothing(sqlite: Database) -> None:
    """Nobody is told of success while the disk is full; once it is not, writing goes on."""
    is_full = True

    def fail(_connection: Connection) -> None:
        if is_full:
            raise OSError("disk full")

    event.listen(writing_engine(sqlite), "commit", fail)
    units = [sqlite.write(keep(f"n{number}")) for number in range(5)]
    outcomes = await asyncio.gather(*units, return_exceptions=True)
    assert [OSError] * 5 == [type(outcome) for outcome in outcomes]
    assert await kept(sqlite, "n0") is None
    is_full = False
    assert await sqlite.write(keep("after")) == "after"
    assert await kept(sqlite, "after") == "after"
    await sqlite.close()


async def test_who_stops_waiting_harms_nobody(sqlite: Database) -> None:
    """A caller that is cancelled neither stops the writer nor takes its batch along."""
    first = asyncio.ensure_future(sqlite.write(keep("first")))
    left = asyncio.ensure_future(sqlite.write(keep("left")))
    last = asyncio.ensure_future(sqlite.write(keep("last")))
    await asyncio.sleep(0)
    left.cancel()
    assert [*await asyncio.gather(first, last)] == ["first", "last"]
    assert await sqlite.write(keep("later")) == "later"
    await sqlite.close()


async def test_close_finishes_what_was_handed_in(sqlite: Database) -> None:
    """Units that wait when the database is closed are stored and told, not dropped."""
    names = [f"n{number}" for number in range(MANY)]
    tasks = [asyncio.ensure_future(sqlite.write(keep(name))) for name in names]
    await asyncio.sleep(0)
    await sqlite.close()
    assert all(task.done() for task in tasks)
    assert names == [task.result() for task in tasks]
    again = Database(sqlite.url, sqlite.cipher, sqlite.catalogue)
    assert names == [await kept(again, name) for name in names]
    await again.close()


async def test_a_write_after_the_end_is_refused(sqlite: Database) -> None:
    """Whoever writes too late is told; nobody waits for ever for a thread that is gone."""
    await sqlite.write(keep("in time"))
    await sqlite.close()
    with pytest.raises(RuntimeError, match="closed"):
        await asyncio.wait_for(sqlite.write(keep("late")), 1)


async def test_a_unit_that_waits_for_something_else_is_refused(sqlite: Database) -> None:
    """A unit must not hold the one writer up; it is refused and stores nothing."""

    async def idle(records: Records) -> None:
        await records.facts.put("idle", "")
        await asyncio.sleep(0)

    waiting, other = await asyncio.gather(
        sqlite.write(idle), sqlite.write(keep("other")), return_exceptions=True
    )
    assert isinstance(waiting, RuntimeError)
    assert other == "other"
    assert [await kept(sqlite, name) for name in ("idle", "other")] == [None, "other"]
    await sqlite.close()


async def test_a_long_read_sees_one_moment_and_holds_nobody_up(sqlite: Database) -> None:
    """A reader keeps its snapshot while others write, and writers do not wait for it."""

    async def look(records: Records) -> tuple[str | None, str | None]:
        before = await records.facts.get("new")
        await sqlite.write(keep("new"))
        return before, await records.facts.get("new")

    assert await sqlite.read(look) == (None, None)
    assert await kept(sqlite, "new") == "new"
    await sqlite.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ],
)
async def test_sqlite_is_durable(sqlite: Database, pragma: str, value: object) -> None:
    """Both connections are set for durability; deleted bytes are overwritten."""

    async def ask(records: Records) -> object:
        found = await records.connection.execute(text(f"PRAGMA {pragma}"))
        return found.scalar_one()

    assert value == await sqlite.write(ask)
    assert value == await sqlite.read(ask)
    await sqlite.close()
