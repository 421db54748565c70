"""Writes contacts to a file: the one export that names people."""

import asyncio
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.export.rows import Cell, write_table
from storage.export.sheets import Sheet, write_workbook

_WIDTHS: Final = (30, 20, 12, 30, 30, 12, 11, 18, 40, 40)


async def write_contacts(
    folder: Path,
    form: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    language: str,
    now: datetime,
) -> Path:
    """Writes the contacts off the event loop.

    Args:
        folder: Where the file goes, in a folder of its own.
        form: "xlsx" or "csv".
        headers: Each only once.
        rows: A cell for each header.
        language: Decides how Excel expects a CSV file.
        now: For the file's name.

    Returns:
        Where it lies.
    """
    name = f"contacts-{now.date().isoformat()}.{form}"
    return await asyncio.to_thread(_write, folder, name, headers, rows, language)


def _write(
    folder: Path,
    name: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    language: str,
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix="export-", dir=folder))
    try:
        path = own / name
        if path.suffix == ".csv":
            write_table(path, headers, rows, language)
        else:
            write_workbook(path, [Sheet("contacts", headers, rows, _WIDTHS)])
    except BaseException:
        # Half a file of people's contacts must not be left lying about.
        shutil.rmtree(own, ignore_errors=True)
        raise
    return path
