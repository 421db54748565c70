"""Structured logs, without personal data and without the token."""

import logging
import re
import sys
from typing import Any, Final

import structlog

_TOKEN: Final = re.compile(r"\d{5,}:[A-Za-z0-9_-]{30,}")
QUIET: Final = ("aiogram.event", "aiohttp.access", "asyncio", "alembic", "sqlalchemy")


def _without_token(_logger: object, _name: str, line: Any) -> str:  # noqa: ANN401 - rendered
    """Strikes out anything in a finished line that looks like a bot's token."""
    return _TOKEN.sub("[token]", str(line))


def set_up_logs(level: str) -> None:
    """Logs as JSON lines on standard error; readable lines where that is a terminal.

    Args:
        level: DEBUG, INFO, WARNING or ERROR.
    """
    is_terminal = sys.stderr.isatty()
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer = (
        structlog.dev.ConsoleRenderer()
        if is_terminal
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*shared, renderer, _without_token],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                renderer,
                _without_token,
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
