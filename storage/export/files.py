"""Writes an export to a file."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.kinds import Scoring
from domain.questionnaire import Instrument
from storage.database import Database
from storage.export.codebook import machine_codebook
from storage.export.figures import Figures
from storage.export.outline import Outline
from storage.export.report import Material, Report
from storage.export.rows import Counted, Layout, spoken, write_csv, write_jsonl
from storage.export.selection import EVERYTHING, Selection
from storage.export.sheets import Sheet, write_workbook
from storage.export.source import Reader, Taken, reading

FORMS: Final = {"report": "xlsx", "xlsx": "xlsx", "csv": "csv", "jsonl": "jsonl"}
"""What can be exported, and how such a file's name ends."""
_DEFAULT: Final = "map"
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]")
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
    selection: Selection = EVERYTHING,
) -> Made:
    """Writes an export off the event loop.

    The report takes no choice of a period or of a single campaign: reports of overlapping
    groups could be subtracted from each other, and only predefined cuts are safe. Rows show
    every person by themselves, so there is nothing more to work out by choosing among them.

    Args:
        database: Where the attempts are.
        instruments: Current instruments by id.
        form: "report", "xlsx", "csv" or "jsonl".
        folder: Where the file goes, in a folder of its own.
        language: One of LANGUAGES, for headers and labels.
        now: For the file's name.
        selection: Of which instrument, and for rows which of its finished attempts.

    Raises:
        KeyError: There is no such form or instrument.
        ValueError: A report of a part was asked for.
    """
    if form == "report" and selection.is_part:
        raise ValueError("a report is always of the whole instrument")
    current = instruments[selection.instrument or default_instrument(instruments)]
    file_name = f"{_name(current.id, form, selection, now)}.{FORMS[form]}"
    return await asyncio.to_thread(
        _write, database, current, form, selection, folder, file_name, language
    )


def default_instrument(instruments: Mapping[str, Instrument]) -> str:
    """The id of the instrument that is meant where none is said."""
    return _DEFAULT if _DEFAULT in instruments else next(iter(instruments))


def _name(instrument: str, form: str, selection: Selection, now: datetime) -> str:
    """What is inside, by the file's name: instrument, campaign, period, and the day it is of."""
    parts = [instrument, "report" if form == "report" else "rows"]
    if selection.campaign is not None:
        parts.append(_UNSAFE.sub("_", selection.campaign))
    if selection.since is not None:
        parts.append(f"from-{selection.since.isoformat()}")
    if selection.until is not None:
        parts.append(f"to-{selection.until.isoformat()}")
    return "-".join([*parts, now.date().isoformat()])


def _write(
    database: Database,
    current: Instrument,
    form: str,
    selection: Selection,
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
            is_survey = current.scoring is Scoring.SURVEY
            attempts = reader.finished(current.id, selection, shuffled=is_survey)
            return Made(path, _write_rows(attempts, outline, form, path, language))
    except BaseException:
        # Half a file of people's answers must not be left lying about.
        shutil.rmtree(own, ignore_errors=True)
        raise


def _write_report(reader: Reader, outline: Outline, path: Path, language: str) -> int:
    instrument = outline.current.id
    figures = Figures()
    figures.gather(reader.attempts(instrument), outline.versions)
    material = Material(
        outline=outline,
        figures=figures,
        campaigns=reader.campaigns(instrument),
        visits=reader.visits(instrument),
        comments=reader.comments(instrument, outline.commented),
    )
    write_workbook(path, Report(material, language).sheets())
    return figures.finished.total()


def _write_rows(
    attempts: Iterable[Taken], outline: Outline, form: str, path: Path, language: str
) -> int:
    layout = Layout(outline)
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
