"""Commands. Imports stand inside them: each loads only what it needs (workers load none)."""

import argparse
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from dotenv import dotenv_values

from bot.config import Config, ConfigError, read_config

PREVIEW_PORT = 8081
LAST_PORT = 65535


def main() -> None:
    """Reads the command line and the settings, and runs a command."""
    options = _parser().parse_args()
    environment = {k: v for k, v in dotenv_values(".env").items() if v is not None}
    try:
        config = read_config({**environment, **os.environ})
        run: Callable[[Config, argparse.Namespace], None] = options.command
        run(config, options)
    except ConfigError as error:
        sys.exit(f"A setting can't be used.\n{error}")
    except KeyboardInterrupt:
        sys.exit(130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="The quiz bot.")
    commands = parser.add_subparsers(required=True, metavar="command")

    run = commands.add_parser("run", help="serve Telegram (needs BOT_TOKEN)")
    run.set_defaults(command=_run)

    preview = commands.add_parser("preview", help="try the bot in a local chat, no token needed")
    preview.add_argument("--port", type=_port, default=PREVIEW_PORT, help="of the chat page")
    preview.set_defaults(command=_preview)

    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(command=_migrate)

    check = commands.add_parser("check-content", help="check all instruments and wording")
    check.set_defaults(command=_check_content)

    export = commands.add_parser("export", help="write results to a file")
    export.add_argument(
        "form",
        choices=("report", "xlsx", "csv", "jsonl"),
        help="report: aggregates; the others: one row an attempt, without names",
    )
    export.add_argument("--to", type=Path, default=Path(), help="folder for the file")
    export.add_argument("--language", choices=("ru", "uk", "en"), help="of labels")
    export.add_argument("--instrument", help="id of the test; the map if not said")
    export.add_argument("--campaign", help="rows of one campaign only: its code")
    export.add_argument("--since", help="rows finished on this day (UTC) or later: YYYY-MM-DD")
    export.add_argument("--until", help="rows finished on this day (UTC) or earlier")
    export.set_defaults(command=_export)

    backup = commands.add_parser("backup", help="copy the SQLite database, also while it runs")
    backup.set_defaults(command=_backup)
    return parser


def _port(text: str) -> int:
    """A port as it was written."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"expected a port, 1 to {LAST_PORT}, or 0 for a free one")
    return int(text)


def _run(config: Config, _options: argparse.Namespace) -> None:
    from bot import actions

    actions.run(config)


def _preview(config: Config, options: argparse.Namespace) -> None:
    from bot import actions

    actions.preview(config, options.port)


def _migrate(config: Config, _options: argparse.Namespace) -> None:
    from bot import actions

    actions.upgrade(config)


def _check_content(config: Config, _options: argparse.Namespace) -> None:
    from bot import actions

    actions.check_content(config)


def _export(config: Config, options: argparse.Namespace) -> None:
    from bot import actions
    from storage.export.selection import Selection

    selection = Selection(
        instrument=options.instrument,
        campaign=options.campaign.lower() if options.campaign else None,
        since=_day("--since", options.since),
        until=_day("--until", options.until),
    )
    if options.form == "report" and selection.is_part:
        raise ConfigError(
            "--campaign, --since, --until: expected with rows (xlsx, csv, jsonl); the report is "
            "always of everything, because reports of overlapping groups could be subtracted"
        )
    if selection.since and selection.until and selection.since > selection.until:
        raise ConfigError("--until: expected the same day as --since or a later one")
    language = options.language or config.default_language
    actions.export(config, options.form, options.to, language, selection)


def _day(option: str, text: str | None) -> date | None:
    """A day as it was written, if it was."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{option}: expected a day such as 2026-05-16") from error


def _backup(config: Config, _options: argparse.Namespace) -> None:
    from bot import actions

    actions.backup(config)


if __name__ == "__main__":
    main()
