"""The process that reads one table and ends: the file's bytes come in, JSON goes out.

Whoever makes a file to do harm harms only this process, which may take so much and no more. It
imports nothing of the bot but what reads tables, and starts in a tenth of a second.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Final

from domain.errors import NoNumbersError, TableError, TooManyError
from handlers.workbook import read_table

MAX_MEMORY: Final = 256_000_000
"""Bytes of address space; tables of ten thousand rows take less than a third of it."""
NO_NUMBERS: Final = "no_numbers"
TOO_MANY: Final = "too_many"


def main(language: str, seconds: int) -> None:
    """Reads a table from standard input and writes what it holds, or why it holds nothing.

    Args:
        language: Of the person who sent it.
        seconds: Of the processor's time that it may take.
    """
    _limit(seconds)
    # The workbook library would load it if it could: much memory, for nothing that is asked here.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        found = read_table(sys.stdin.buffer.read(), language)
    except TableError as error:
        told: object = error.fault
    except TooManyError:
        told = TOO_MANY
    except NoNumbersError:
        told = NO_NUMBERS
    else:
        told = asdict(found)
    json.dump(told, sys.stdout)


def _limit(seconds: int) -> None:
    """Takes memory and time away from this process, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
