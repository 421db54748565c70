"""Logs: one JSON object a line, and never the token."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAPreviewPreviewPreviewPreviewPrev1"
SET_UP = f"""
import logging, structlog
from bot.logs import set_up_logs
set_up_logs("{{level}}")
TOKEN = "{TOKEN}"
log = structlog.get_logger()
"""


def logged(code: str, level: str = "DEBUG") -> list[dict[str, Any]]:
    """What a program of its own logs (here, other tests' settings would be in the way)."""
    program = SET_UP.format(level=level) + code
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""
    assert TOKEN not in done.stderr
    return [orjson.loads(line) for line in done.stderr.splitlines()]


WAYS = [
    "log.info(f'at /bot{TOKEN}/getMe')",
    "log.info('call', url=f'/bot{TOKEN}/getMe')",
    "log.info('call', details={'url': [TOKEN]})",
    "log.info('call', error=ValueError(TOKEN))",
    "log.info('call', **{TOKEN: 1})",
    "try: raise ValueError(TOKEN)\nexcept ValueError: log.exception('failed')",
    "log.error('failed', exc_info=ValueError(TOKEN))",
    "logging.getLogger('aiohttp').warning('at %s', TOKEN)",
    "logging.getLogger('aiogram').warning('at %r', {'token': TOKEN})",
    "logging.getLogger('asyncio').error('failed', exc_info=ValueError(TOKEN))",
]
"""Ways by which the token might get into a log."""


def test_the_token_is_struck_out() -> None:
    """Wherever it stands: in the words, in fields, deep inside, in tracebacks, from others."""
    lines = logged("\n".join(WAYS))
    assert len(WAYS) == len(lines)
    assert [line for line in lines if "[token]" not in str(line)] == []


def test_a_line() -> None:
    """Time, level, event and fields; words of any script stay readable."""
    (line,) = logged("log.warning('їжак', count=3)")
    assert (line["event"], line["level"], line["count"]) == ("їжак", "warning", 3)
    assert line["timestamp"].endswith("Z")


def test_levels_and_noise() -> None:
    """What is below the level stays out, and so does what talkative libraries say."""
    lines = logged(
        "log.debug('a'); log.info('b'); logging.getLogger('sqlalchemy.engine').info('c');"
        "logging.getLogger('aiogram.event').info('d'); logging.getLogger('x').info('e')",
        level="INFO",
    )
    assert [line["event"] for line in lines] == ["b", "e"]
