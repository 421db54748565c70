"""Rows by attempt, without names."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import orjson

from domain.kinds import PRIVATE, Kind, Scoring
from domain.questionnaire import SKIPPED, WRITTEN, Instrument, Value
from storage.export.figures import rounded
from storage.export.outline import Outline
from storage.export.safe import neutral
from storage.export.source import Taken

Cell = str | int | float | bool | date | None

_DECIMALS: Final = 2
_FIXED: Final = (
    "number",
    "campaign",
    "instrument",
    "content_version",
    "mode",
    "language",
    "role",
    "size",
    "industry",
    "day",
    "minutes",
    "counts",
    "total",
)
_WHO: Final = frozenset({"language", "role", "size", "industry", "day", "minutes"})
"""What could tell colleagues whose row of a survey it is: people were promised totals only."""
_TYPED: Final = frozenset({Kind.TEXT, Kind.NUMBER, Kind.NUMBERS, Kind.JOURNEY})
"""What people enter themselves rather than choose."""
BLOCK_PREFIX: Final = "score_"
QUESTION_PREFIX: Final = "q_"
"""Keeps codes apart from the other columns; and Excel would read a bare 1.1 as a date."""


class Layout:
    """Which columns a file has, the same in all languages.

    Surveys have none that tell who somebody is or when they answered; no figure of a survey is
    made by these (docs/methods.md).

    Args:
        outline: The instrument across its versions.
    """

    def __init__(self, outline: Outline) -> None:
        self._instrument = outline.current.id
        self._blocks = tuple(outline.blocks)
        self._questions = tuple(outline.questions)
        self._versions = outline.versions
        is_survey = outline.current.scoring is Scoring.SURVEY
        self._fixed = [name for name in _FIXED if not (is_survey and name in _WHO)]
        self.headers = (
            *self._fixed,
            *(BLOCK_PREFIX + code for code in self._blocks),
            *(QUESTION_PREFIX + code for code in self._questions),
        )

    def rows(self, attempts: Iterable[Taken]) -> Iterator[list[Cell]]:
        """Finished attempts as cells, numbered anew: row numbers of the database stay there."""
        for number, taken in enumerate(attempts, start=1):
            yield self._row(number, taken)

    def _row(self, number: int, taken: Taken) -> list[Cell]:
        finished_at, scores = taken.finished_at, taken.scores or {}
        answers = told(taken.answers, self._versions[taken.version])
        if finished_at is None:
            raise ValueError("an attempt that is not finished has no row")
        fixed: dict[str, Cell] = {
            "number": number,
            "campaign": taken.campaign or None,
            "instrument": self._instrument,
            "content_version": taken.version,
            "mode": taken.mode,
            "language": taken.language,
            "role": taken.role,
            "size": taken.size,
            "industry": taken.industry,
            "day": finished_at.date(),
            "minutes": int((finished_at - taken.started_at).total_seconds() // 60),
            "counts": taken.counts,
            "total": _short(taken.total),
        }
        return [
            *(fixed[name] for name in self._fixed),
            *(_short(scores.get(code)) for code in self._blocks),
            *(answers.get(code) for code in self._questions),
        ]


def told(answers: Mapping[str, Value], instrument: Instrument) -> Mapping[str, Value]:
    """The answers as rows tell them: what is built or calculated is only said to be there."""
    if instrument.scoring not in PRIVATE:
        return answers
    typed = {question.code for question in instrument.questions if question.kind in _TYPED}
    return {
        code: WRITTEN if code in typed and answer != SKIPPED else answer
        for code, answer in answers.items()
    }


def _short(score: float | None) -> float | None:
    return None if score is None else rounded(score, _DECIMALS)


@dataclass
class Counted:
    """Passes rows on and counts them."""

    rows: Iterable[list[Cell]]
    count: int = 0

    def __iter__(self) -> Iterator[list[Cell]]:
        for row in self.rows:
            self.count += 1
            yield row


def write_jsonl(path: Path, layout: Layout, rows: Iterable[list[Cell]]) -> None:
    """Writes JSON Lines: native types, one object a row."""
    with path.open("wb") as file:
        for row in rows:
            record = dict(zip(layout.headers, row, strict=True))
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))


def write_csv(path: Path, layout: Layout, rows: Iterable[list[Cell]], language: str) -> None:
    """Writes rows of attempts as CSV."""
    write_table(path, layout.headers, rows, language)


def write_table(
    path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]], language: str
) -> None:
    """Writes CSV such as Excel opens right by a double click in that language's country."""
    delimiter, mark = (",", ".") if language == "en" else (";", ",")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(neutral(header) for header in headers)
        writer.writerows([_csv_cell(cell, mark) for cell in row] for row in rows)


def _csv_cell(cell: Cell, mark: str) -> Cell:
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, float):
        return str(cell).replace(".", mark)
    return spoken(cell) if isinstance(cell, bool) else cell


def spoken(cell: Cell) -> Cell:
    """A cell for a table: yes and no instead of Excel's own, translated words."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell
