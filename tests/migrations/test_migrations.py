"""The way up and down, the tables against the models, and the copy made before."""

import asyncio
import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, inspect, make_url, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

import storage.migrate
from content.library import Library
from storage.cipher import Cipher
from storage.database import Database, DatabaseProblemError, make_engine
from storage.migrate import SCRIPTS, alembic_config, backup_sqlite, current_revision, migrate
from storage.models import metadata

NEXT = '''
"""A made-up next revision."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "next", "{newest}", None, None
def upgrade() -> None:
    op.add_column("facts", sa.Column("extra", sa.Text()))
    {more}
def downgrade() -> None:
    op.drop_column("facts", "extra")
'''
CAMPAIGN_OF_0001 = "INSERT INTO campaigns VALUES (1, 'ml7', 'Talk', 'map', NULL, true, false, 5)"
CAMPAIGN_OF_0002 = (
    "INSERT INTO campaigns VALUES (1, 'ml7', 'Talk', 'map', 'full', true, false, 5, 6, 7)"
)
PERSON_OF_0001 = """
INSERT INTO people (id, ident, chat, language, state, context, wanted, shown, fresh, is_reachable,
    created_at, seen_at)
VALUES (1, 'i', 'c', 'ru', 's', '{}', 0, 0, 0, true, 1, 2)
"""
ATTEMPT_OF_0003 = """
INSERT INTO attempts (id, key, person_id, campaign_id, instrument, version, mode, language,
    answers, is_trial, started_at, moved_at)
VALUES (:id, :key, :person, :campaign, :test, 'v', 'full', 'ru', '{}', :trial, 1, 1)
"""
MIGRATE = """
import asyncio, sys
from pathlib import Path
from storage.migrate import migrate
asyncio.run(migrate(sys.argv[1], Path(sys.argv[2])))
"""
REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(alembic_config()).walk_revisions()))
]
NEWEST = REVISIONS[-1]


async def run(url: str, work: Callable[[Connection], object]) -> object:
    """Runs it on a connection, in one transaction."""
    engine = make_engine(url, writes=True)
    try:
        return await _in_transaction(engine, work)
    finally:
        await engine.dispose()


async def _in_transaction(engine: AsyncEngine, work: Callable[[Connection], object]) -> object:
    async with engine.begin() as connection:
        return await connection.run_sync(work)


async def step(url: str, way: Callable[[Config, str], None], revision: str) -> None:
    """One move of Alembic's."""
    await run(url, lambda connection: way(alembic_config(connection), revision))


def tables(connection: Connection) -> set[str]:
    """What there is, Alembic's own table apart."""
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


async def test_the_stairway(database_url: str) -> None:
    """Each revision goes up, down and up again; nothing is left at the bottom."""
    for revision in REVISIONS:
        await step(database_url, command.upgrade, revision)
        await step(database_url, command.downgrade, "-1")
        await step(database_url, command.upgrade, revision)
    assert metadata.tables.keys() == await run(database_url, tables)
    await step(database_url, command.downgrade, "base")
    assert set() == await run(database_url, tables)


async def test_what_was_there_before_the_owner_s_side(database_url: str) -> None:
    """People and campaigns of the first release live on; nobody has refused reminders."""
    await step(database_url, command.upgrade, "0001")

    def fill(connection: Connection) -> None:
        connection.execute(text(CAMPAIGN_OF_0001))
        connection.execute(text(PERSON_OF_0001))

    await run(database_url, fill)
    await step(database_url, command.upgrade, "head")

    def look(connection: Connection) -> tuple[object, ...]:
        query = (
            "SELECT code, campaigns.created_at, opens_at, closes_at, ident, takes_reminders"
            " FROM campaigns, people"
        )
        return tuple(connection.execute(text(query)).one())

    assert await run(database_url, look) == ("ml7", 5, None, None, "i", True)


async def test_what_was_there_before_surveys(database_url: str) -> None:
    """Campaigns and all that refers to them live through the table's new making, both ways."""
    await step(database_url, command.upgrade, "0002")

    def fill(connection: Connection) -> None:
        connection.execute(text(CAMPAIGN_OF_0002))
        connection.execute(text(PERSON_OF_0001))
        connection.execute(text("UPDATE people SET campaign_id = 1"))

    def look(connection: Connection) -> tuple[object, ...]:
        query = (
            "SELECT code, title, mode, is_open, campaigns.created_at, opens_at, closes_at, ident"
            " FROM campaigns JOIN people ON people.campaign_id = campaigns.id"
        )
        return tuple(connection.execute(text(query)).one())

    await run(database_url, fill)
    before = await run(database_url, look)
    await step(database_url, command.upgrade, "0003")
    assert await run(database_url, look) == before
    await run(database_url, lambda c: c.execute(text("UPDATE campaigns SET owner_id = 1")))
    for forbidden in ("DELETE FROM campaigns", "UPDATE campaigns SET owner_id = 99"):
        with pytest.raises(IntegrityError):
            await run(database_url, lambda c, said=forbidden: c.execute(text(said)))  # type: ignore[misc]
    await step(database_url, command.downgrade, "0002")
    assert await run(database_url, look) == before
    await step(database_url, command.upgrade, "0003")

    def owner(connection: Connection) -> object:
        connection.execute(text("UPDATE campaigns SET owner_id = 1"))
        connection.execute(text("UPDATE people SET campaign_id = NULL"))
        connection.execute(text("DELETE FROM people"))
        return connection.execute(text("SELECT owner_id FROM campaigns")).scalar_one()

    assert await run(database_url, owner) is None


async def test_who_had_answered_twice_before(database_url: str) -> None:
    """Attempts of one person at one test in one campaign find the first; others stand alone."""
    await step(database_url, command.upgrade, "0003")
    taken = [
        ("map", 1, 1, False), ("map", 1, 1, False), ("map", 1, None, False), ("nps", 1, 1, False),
        ("map", 1, 1, True), ("map", 1, 1, False), ("map", 1, None, False),
        ("map", None, 1, False), ("map", None, 1, False),
    ]  # fmt: skip

    def fill(connection: Connection) -> None:
        connection.execute(text(PERSON_OF_0001))
        connection.execute(
            text(
                "INSERT INTO campaigns (id, code, title, instrument, is_open, is_anonymous,"
                " created_at) VALUES (1, 'ml7', 'Talk', 'map', true, false, 5)"
            )
        )
        connection.execute(text("INSERT INTO versions VALUES ('v', 'map', '1', '')"))
        for number, (instrument, person, campaign, is_trial) in enumerate(taken, start=1):
            row = {
                "id": number, "key": f"k{number}", "person": person, "campaign": campaign,
                "test": instrument, "trial": is_trial,
            }  # fmt: skip
            connection.execute(text(ATTEMPT_OF_0003), row)

    await run(database_url, fill)
    await step(database_url, command.upgrade, "0004")
    query = text("SELECT again_of FROM attempts ORDER BY id")
    found = await run(database_url, lambda c: list(c.execute(query).scalars()))
    assert found == [None, 1, None, None, None, 1, 3, None, None]


async def test_no_drift(migrated_url: str) -> None:
    """The migrations make exactly what the models say: Alembic finds nothing to add."""
    await run(migrated_url, lambda connection: command.check(alembic_config(connection)))


async def test_what_alembic_does_not_compare(migrated_url: str) -> None:
    """Constraints, their names and cascades, and indexes' conditions are those of the models."""

    def compare(connection: Connection) -> None:
        found, is_postgres = inspect(connection), connection.dialect.name == "postgresql"
        for name, table in metadata.tables.items():
            keys = {
                (key["name"], key["referred_table"], key["options"].get("ondelete"))
                for key in found.get_foreign_keys(name)
            }
            assert _foreign_keys(table) == keys
            # With AUTOINCREMENT, SQLite's own form of the key, it can't have a name.
            if is_postgres or not table.dialect_options["sqlite"]["autoincrement"]:
                assert table.primary_key.name == found.get_pk_constraint(name)["name"]
            unique = {one["name"] for one in found.get_unique_constraints(name)}
            assert {f"uq_{name}_{c.name}" for c in table.columns if c.unique} == unique
        pending = {one["name"]: one for one in found.get_indexes("people")}["ix_people_pending"]
        condition = pending["dialect_options"][f"{connection.dialect.name}_where"]
        assert str(condition).strip("()") == "shown < wanted"

    await run(migrated_url, compare)


def _foreign_keys(table: Table) -> set[tuple[str, str, str | None]]:
    return {
        (str(key.name), key.referred_table.name, key.ondelete)
        for key in table.foreign_key_constraints
    }


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
async def test_comments(migrated_url: str) -> None:
    """Whoever looks into the database reads there what each table is for."""

    def comments(connection: Connection) -> dict[str, str | None]:
        found = inspect(connection)
        return {name: found.get_table_comment(name)["text"] for name in metadata.tables}

    expected = {name: table.comment for name, table in metadata.tables.items()}
    assert expected == await run(migrated_url, comments)
    assert all(expected.values())


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_tables_of_sqlite(migrated_url: str) -> None:
    """Anonymous rows have no number that tells their order; other numbers are used once."""

    def made(connection: Connection) -> dict[str, str]:
        query = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        return {row.name: row.sql for row in connection.execute(query)}

    statements = await run(migrated_url, made)
    assert isinstance(statements, dict)
    without = {name for name, sql in statements.items() if "WITHOUT ROWID" in sql}
    assert {"participations", "anonymous_attempts", "anonymous_written"} == without
    once = {name for name, sql in statements.items() if "AUTOINCREMENT" in sql}
    assert {"people", "attempts", "deliveries", "leads"} == once


async def test_up_to_date_is_left_alone(migrated_url: str, tmp_path: Path) -> None:
    """A second start changes nothing and makes no copy."""
    assert await migrate(migrated_url, tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a made-up next revision behind those of the product."""

    def make(more: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        path = folder / "versions" / "made_up.py"
        path.write_text(NEXT.format(newest=NEWEST, more=more))
        monkeypatch.setattr(storage.migrate, "SCRIPTS", folder)

    return make


async def test_a_copy_before_the_change(
    migrated_url: str, tmp_path: Path, next_release: Callable[[str], None]
) -> None:
    """An SQLite file is copied as it was before it is changed; PostgreSQL has tools of its own."""
    await run(migrated_url, lambda c: c.execute(text("INSERT INTO facts VALUES ('a', 'b')")))
    next_release("")
    assert await migrate(migrated_url, tmp_path / "backups") == NEWEST
    assert await run(migrated_url, current_revision) == "next"
    copies = _files(tmp_path / "backups")
    if not migrated_url.startswith("sqlite"):
        assert copies == []
        return
    (copy,) = copies
    assert copy.name.endswith("-before-next.sqlite3")
    copied = sqlite3.connect(copy)
    assert copied.execute("SELECT * FROM facts").fetchall() == [("a", "b")]
    assert copied.execute("SELECT * FROM alembic_version").fetchall() == [(NEWEST,)]
    copied.close()


def _files(folder: Path) -> list[Path]:
    return list(folder.glob("*"))


async def test_a_migration_that_fails_half_way(
    migrated_url: str, tmp_path: Path, next_release: Callable[[str], None]
) -> None:
    """Leaves the tables exactly as they were, and is told as a problem of the database."""
    next_release('op.execute("SELECT * FROM nowhere")')
    with pytest.raises(DatabaseProblemError, match="nowhere"):
        await migrate(migrated_url, tmp_path / "backups")
    assert await run(migrated_url, current_revision) == NEWEST
    columns = await run(migrated_url, lambda c: inspect(c).get_columns("facts"))
    assert isinstance(columns, list)
    assert [column["name"] for column in columns] == ["name", "value"]


async def test_a_database_of_a_later_release(migrated_url: str, tmp_path: Path) -> None:
    """An older bot over a newer database says so instead of breaking it."""
    await run(
        migrated_url, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )
    with pytest.raises(DatabaseProblemError, match="9999"):
        await migrate(migrated_url, tmp_path / "backups")


async def test_no_database(tmp_path: Path) -> None:
    """A file that is no database, or a folder that is not there, is told with the cause."""
    path = tmp_path / "rubbish.sqlite3"
    path.write_bytes(b"no database at all" * 100)
    for bad in (path, tmp_path / "nowhere" / "bot.sqlite3"):
        with pytest.raises(DatabaseProblemError, match="can't be used"):
            await migrate(f"sqlite+aiosqlite:///{bad}", tmp_path)
    async with asyncio.timeout(5):  # the driver's threads end by themselves, a moment later
        while any("_connection_" in one.name for one in threading.enumerate()):  # noqa: ASYNC110
            await asyncio.sleep(0.001)


async def test_processes_that_start_together(
    database_url: str, tmp_path: Path, cipher: Cipher, library: Library
) -> None:
    """Several processes bring one empty database up to date without tripping over each other."""
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", MIGRATE, database_url, str(tmp_path), cwd=SCRIPTS.parent
        )
        for _ in range(3)
    ]
    assert await asyncio.gather(*(process.wait() for process in processes)) == [0, 0, 0]
    database = Database(database_url, cipher, library)
    await database.write(lambda records: records.facts.put("works", "yes"))
    await database.close()


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_a_copy_while_it_is_written_to(database: Database, tmp_path: Path) -> None:
    """A backup taken under way is whole and holds everything committed before it began."""

    async def put(number: int) -> None:
        await database.write(lambda records: records.facts.put(f"n{number}", "x" * 2000))

    await asyncio.gather(*(put(number) for number in range(50)))
    writing = asyncio.gather(*(put(number) for number in range(50, 250)))
    copy = await asyncio.to_thread(backup_sqlite, database.url, tmp_path / "backups", "now")
    await writing
    copied = sqlite3.connect(copy)
    assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    names = {row[0] for row in copied.execute("SELECT name FROM facts")}
    assert {f"n{number}" for number in range(50)} <= names
    copied.close()


@pytest.mark.parametrize("url", ["postgresql+asyncpg://u@h/d", "sqlite+aiosqlite:///nowhere/a"])
def test_only_files_can_be_copied(url: str, tmp_path: Path) -> None:
    """Anything else is refused with the reason."""
    with pytest.raises(ValueError, match="existing SQLite file"):
        backup_sqlite(url, tmp_path, "x")
    assert make_url(url).database
