"""What the commands do."""

import asyncio
import sys
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog
import uvloop
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.app import make_data_dir, open_content, open_database
from bot.config import TELEGRAM, Config, ConfigError
from bot.logs import set_up_logs
from bot.service import serve, stop_on_signals
from bot.trial import try_out
from content.tree import ContentError
from handlers.desk import utc_now
from storage.audit import COMMAND_LINE, Action
from storage.cipher import KeyProblemError
from storage.database import Database, DatabaseProblemError
from storage.export.files import default_instrument, write_export
from storage.export.selection import Selection
from storage.migrate import backup_sqlite, migrate

log = structlog.get_logger()


def run(config: Config) -> None:
    """Serves Telegram.

    Raises:
        ConfigError: There is no token.
    """
    token = config.bot_token
    if token is None:
        raise ConfigError(
            "BOT_TOKEN: expected the token that BotFather gave. Without one, try the bot in a "
            "local chat: python -m bot preview"
        )

    async def main() -> None:
        stop = asyncio.Event()
        stop_on_signals(stop)
        await serve(config, token.get_secret_value(), stop)

    set_up_logs(config.log_level)
    _go(main())


def preview(config: Config, port: int) -> None:
    """The bot and a local chat in one process.

    Raises:
        ConfigError: The settings name another Bot API server.
    """
    if config.telegram_api_url != TELEGRAM:
        raise ConfigError("TELEGRAM_API_URL: not used by the preview, it has a server of its own")
    set_up_logs("WARNING")
    _go(try_out(config, port))


def upgrade(config: Config) -> None:
    """Brings the database up to date."""

    async def main() -> None:
        make_data_dir(config)
        before = await migrate(config.database, config.backups)
        print("The database is up to date." if before is None else f"Upgraded from {before}.")  # noqa: T201 - a command's answer

    _go(main())


def check_content(config: Config) -> None:
    """Says whether all content can be used."""

    async def main() -> None:
        library, texts = open_content(config)
        for instrument in library.instruments.values():
            count = len(instrument.questions)
            print(f"{instrument.id}: {count} questions, version {instrument.version}")  # noqa: T201
        print(f"interface: {len(texts.keys)} lines in each language")  # noqa: T201

    _go(main())


def export(config: Config, form: str, folder: Path, language: str, selection: Selection) -> None:
    """Writes results to a file and says where.

    Args:
        config: The settings.
        form: "report", "xlsx", "csv" or "jsonl".
        folder: Where the file goes, into a folder of its own.
        language: Of headers and labels.
        selection: Of which instrument (the map if not said), and for rows which of its attempts.

    Raises:
        ConfigError: There is nothing like that to export; the message says what is expected.
    """

    async def main() -> None:
        library, _ = open_content(config)
        known = library.instruments
        if selection.instrument is not None and selection.instrument not in known:
            raise ConfigError(f"--instrument: expected one of {', '.join(known)}")
        wanted = replace(selection, instrument=selection.instrument or default_instrument(known))
        database = await open_database(config, library)
        now = utc_now()
        try:
            await _check(database, wanted)
            made = await write_export(database, known, form, folder, language, now, wanted)
            path = _placed(made.path, folder)
            details = {
                "kind": "report" if form == "report" else "rows",
                "format": form,
                **wanted.facts,
            }
            await database.write(
                lambda records: records.audit.log(COMMAND_LINE, Action.EXPORT, now, details)
            )
        except OSError as error:
            raise ConfigError(f"--to: expected a folder to write to: {error.strerror}") from error
        finally:
            await database.close()
        print(f"{path} ({made.rows} attempts)")  # noqa: T201

    _go(main())


async def _check(database: Database, selection: Selection) -> None:
    """Refuses a campaign that there is not, and a choice that leaves nothing."""
    test, code = selection.instrument or "", selection.campaign
    codes = [one.code for one in await database.read(lambda r: r.selections.campaigns(test))]
    if code is not None and code not in codes:
        raise ConfigError(
            "--campaign: expected the code of a campaign of this instrument that is not "
            f"anonymous: {', '.join(codes) or 'there is none yet'}"
        )
    if selection.is_part and not await database.read(lambda r: r.selections.count(selection)):
        raise ConfigError("There is nothing to export: expected a campaign or days with results")


def _placed(made: Path, folder: Path) -> Path:
    """The file in the folder asked for, beside what stands there already."""
    target = folder / made.name
    number = 2
    while target.exists():
        target = folder / f"{made.stem}-{number}{made.suffix}"
        number += 1
    made.rename(target)
    made.parent.rmdir()
    return target


def backup(config: Config) -> None:
    """Copies the SQLite database and says where the copy lies."""

    async def main() -> None:
        try:
            copy = await asyncio.to_thread(
                backup_sqlite, config.database, config.backups, "backup"
            )
        except ValueError as error:
            raise ConfigError(f"DATABASE_URL: {error}; use pg_dump for PostgreSQL") from error
        print(copy)  # noqa: T201

    _go(main())


def _go(work: Coroutine[Any, Any, None]) -> None:
    """Runs a command; what the operator can put right is told without a traceback."""
    try:
        uvloop.run(work)
    except ContentError as error:
        sys.exit(f"The content can't be used.\n{error}")
    except KeyProblemError as error:
        sys.exit(f"DATA_KEY: {error}")
    except DatabaseProblemError as error:
        sys.exit(f"DATABASE_URL: {error}")
    except (TelegramNetworkError, TelegramServerError) as error:
        sys.exit(f"Telegram can't be reached (TELEGRAM_API_URL): {error.message}")
    except TelegramUnauthorizedError:
        sys.exit("BOT_TOKEN: Telegram does not know this token; expected the one BotFather gave")
