"""Writes an export to a file."""

import asyncio
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.questionnaire import Instrument
from storage.database import Database
from storage.export.codebook import machine_codebook
from storage.export.figures import Figures
from storage.export.outline import Outline
from storage.export.report import Material, Report
from storage.export.rows import Counted, Layout, spoken, write_csv, write_jsonl
from storage.export.sheets import Sheet, write_workbook
from storage.export.source import Reader, reading

FORMS: Final = {"report": "xlsx", "xlsx": "xlsx", "csv": "csv", "jsonl": "jsonl"}
"""What can be exported, and how such a file's name ends."""
_DEFAULT: Final = "map"
_WIDTHS: Final = (8, 20, 11, 18, 9, 10, 14, 12, 18, 11)


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
    *,
    instrument: str | None = None,
) -> Made:
    """Writes an export off the event loop.

    There is no choice of a period or of a single campaign: reports of overlapping groups could
    be subtracted from each other, and only predefined cuts are safe.

    Args:
        database: Where the attempts are.
        instruments: Current instruments by id.
        form: "report", "xlsx", "csv" or "jsonl".
        folder: Where the file goes, in a folder of its own.
        language: One of LANGUAGES, for headers and labels.
        now: For the file's name.
        instrument: Id of the instrument; the map, or else the first, where it is not said.

    Raises:
        KeyError: There is no such form or instrument.
    """
    default = _DEFAULT if _DEFAULT in instruments else next(iter(instruments))
    current = instruments[instrument or default]
    name = "report" if form == "report" else f"{current.id}-rows"
    file_name = f"{name}-{now.date().isoformat()}.{FORMS[form]}"
    return await asyncio.to_thread(_write, database, current, form, folder, file_name, language)


def _write(
    database: Database,
    current: Instrument,
    form: str,
    folder: Path,
    file_name: str,
    language: str,
) -> Made:
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix="export-", dir=folder))
    try:
        path = own / file_name
        with reading(database) as reader:
            outline = Outline(reader.versions(current))
            if form == "report":
                return Made(path, _write_report(reader, outline, path, language))
            return Made(path, _write_rows(reader, outline, form, path, language))
    except BaseException:
        # Half a file of people's answers must not be left lying about.
        shutil.rmtree(own, ignore_errors=True)
        raise


def _write_report(reader: Reader, outline: Outline, path: Path, language: str) -> int:
    instrument = outline.current.id
    figures = Figures()
    figures.gather(reader.attempts(instrument, finished_only=False), outline.versions)
    material = Material(
        outline=outline,
        figures=figures,
        campaigns=reader.campaigns(instrument),
        visits=reader.visits(),
        comments=reader.comments(instrument),
    )
    write_workbook(path, Report(material, language).sheets())
    return figures.finished.total()


def _write_rows(reader: Reader, outline: Outline, form: str, path: Path, language: str) -> int:
    layout = Layout(outline)
    attempts = reader.attempts(outline.current.id, finished_only=True)
    rows = Counted(layout.rows(attempts))
    if form == "jsonl":
        write_jsonl(path, layout, rows)
    elif form == "csv":
        write_csv(path, layout, rows, language)
    else:
        cells = ([spoken(cell) for cell in row] for row in rows)
        sheet = Sheet("rows", layout.headers, cells, _WIDTHS)
        write_workbook(path, [sheet, machine_codebook(outline)])
    return rows.count
