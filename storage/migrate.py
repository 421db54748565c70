"""Brings the tables up to date, after a backup of an SQLite file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError

from storage.database import DatabaseProblemError, copy_sqlite, make_engine

SCRIPTS: Final = Path(__file__).parent.parent / "migrations"


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, backups: Path, revision: str = "head") -> str | None:
    """Upgrades the database.

    Args:
        url: As for the database.
        backups: Where a copy of an SQLite file goes before it is changed.
        revision: Where to.

    Returns:
        The revision before, or None for a new database or one that was up to date.

    Raises:
        DatabaseProblemError: It can't be reached or opened, or a later release wrote it.
    """
    engine = make_engine(url, writes=True)
    try:
        async with engine.begin() as connection:
            before = await connection.run_sync(current_revision)
        head = ScriptDirectory.from_config(alembic_config()).get_current_head()
        if before == head and revision == "head":
            return None
        if before is not None and engine.dialect.name == "sqlite":
            backup_sqlite(url, backups, f"before-{head}")
        async with engine.begin() as connection:
            await connection.run_sync(lambda c: command.upgrade(alembic_config(c), revision))
    except (DBAPIError, OSError, CommandError) as error:
        cause = getattr(error, "orig", error)
        raise DatabaseProblemError(f"the database can't be used: {cause}") from error
    else:
        return before
    finally:
        await engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The revision the tables are at; None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def backup_sqlite(url: str, backups: Path, label: str) -> Path:
    """A consistent copy of an SQLite database, also while the bot runs.

    Args:
        url: The database's address.
        backups: The folder for copies; made if missing.
        label: Goes into the file's name after the time.

    Returns:
        The copy's path.

    Raises:
        ValueError: The database is not an SQLite file.
    """
    source = make_url(url).database
    if not url.startswith("sqlite") or not source or not Path(source).exists():
        raise ValueError("only an existing SQLite file can be copied")
    backups.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = backups / f"{now}-{label}.sqlite3"
    copy_sqlite(source, str(target))
    return target
