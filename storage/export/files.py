"""Writes an export to a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.questionnaire import Instrument
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Made:
    """A finished export: where it lies and how many attempts it holds."""

    path: Path
    rows: int


async def write_export(
    database: Database,
    instruments: Mapping[str, Instrument],
    form: str,
    folder: Path,
    language: str,
    now: datetime,
) -> Made:
    """Writes an export off the event loop.

    Args:
        database: Where the attempts are.
        instruments: Current instruments by id.
        form: "report", "xlsx", "csv" or "jsonl".
        folder: Where the file goes.
        language: One of LANGUAGES, for headers and labels.
        now: For the file's name.
    """
    raise NotImplementedError
