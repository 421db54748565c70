"""Tables that people send are read apart from the bot, in processes that can be ended."""

import asyncio
import json
import os
import sys
from math import ceil
from pathlib import Path
from typing import Any, Final

import structlog

from domain.errors import AnswerError, NoNumbersError, TableError, TableFault, TooManyError
from domain.listed import Listed, Unread
from domain.questionnaire import MAX_NUMBERS
from handlers.table_child import NO_NUMBERS, TOO_MANY

SECONDS: Final = 10
"""How long a table may be read: ordinary ones take one or two."""
AT_ONCE: Final = 2
"""So many tables are read side by side; others wait for their turn."""
LEFT_OUT: Final = ("unread", "totals")
"""What of a list is rows, and so comes through as theirs."""

_ROOT: Final = Path(__file__).parent.parent
_PASSED_ON: Final = ("PATH", "SYSTEMROOT")
"""Of the environment: the bot's secrets are no business of a process that reads strange files."""

log = structlog.get_logger()


class TableReader:
    """Reads tables, each in a process of its own.

    Args:
        seconds: How long one may be read.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def read(self, content: bytes, language: str) -> Listed:
        """The numbers of a file, see `handlers.workbook.read_table`.

        Args:
            content: The file.
            language: Of the person who sent it.

        Raises:
            TableError: It is too large, no table, or broken; or reading it took too much time or
                memory.
            TooManyError: It has too many rows.
            NoNumbersError: It has no numbers.
        """
        async with self._turns:
            told = await self._told(content, language)
        if isinstance(told, str):
            raise _error(told)
        left_out = {name: tuple(Unread(**one) for one in told[name]) for name in LEFT_OUT}
        return Listed(**{**told, **left_out})

    async def _told(self, content: bytes, language: str) -> Any:  # noqa: ANN401 - JSON
        """What the process says; it has ended when this returns or raises.

        Raises:
            TableError: It said nothing, or did not in time.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "handlers.table_child", language, str(ceil(self._seconds))),
            cwd=_ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,  # it would quote the file
            start_new_session=True,  # Ctrl+C is the bot's to answer
        )
        try:
            async with asyncio.timeout(self._seconds):
                told, _ = await process.communicate(content)
        except TimeoutError as error:
            log.warning("a table took too long to read")
            raise TableError(TableFault.UNREADABLE) from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
        if process.returncode:
            log.warning("a table was too much to read", code=process.returncode)
            raise TableError(TableFault.UNREADABLE)
        return json.loads(told)


def _error(code: str) -> AnswerError:
    if code == TOO_MANY:
        return TooManyError(MAX_NUMBERS)
    return NoNumbersError() if code == NO_NUMBERS else TableError(TableFault(code))
