"""Tables that people send: from the bytes of a CSV file to the numbers of one column."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import Final

from domain.errors import AnswerError, NoNumbersError, TableError, TableFault, TooManyError
from domain.headings import worth
from domain.kinds import Unit
from domain.listed import NAMED, Listed, sorted_out
from domain.numerals import LARGEST, decimal_marks, marks_of, read_number
from domain.questionnaire import MAX_NUMBERS

Cell = str | float | None
Table = Sequence[Sequence[Cell]]

MAX_MEGABYTES: Final = 1
"""Largest file that is taken: ten thousand rows of a name and a number, with room to spare."""
MAX_BYTES: Final = MAX_MEGABYTES * 1_000_000
MAX_COLUMNS: Final = 100
MAX_ROWS: Final = 2 * MAX_NUMBERS
"""Empty rows among the others are passed over, but not without end."""
LETTERS: Final = 26
NUMBERING: Final = 3
"""From so many numbers on, each one more than the last, they are taken for row numbers."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ONE_NUMBER: Final = re.compile(r"[^\d,]*(?:\d+,\d{1,2}|\d{1,3}(?:,\d{3})+(?:\.\d+)?)[^\d,]*")
"""A whole line that holds one number with a comma, such as 12,50 or 1,234,567.89."""


def read_csv(content: bytes) -> Table:
    """The cells of a CSV file: UTF-8, UTF-16 or Windows-1251, parted by tab, semicolon or comma.

    Raises:
        TableError: It is no text in any of these.
        TooManyError: See `limited`.
    """
    text = _decoded(content)
    if _CONTROLS.search(text):
        raise TableError(TableFault.UNREADABLE)
    delimiter = _delimiter([line for line in text.splitlines() if line.strip()])
    if not delimiter:
        return limited([line] for line in text.splitlines())
    try:
        return limited(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise TableError(TableFault.UNREADABLE) from error


def limited(rows: Iterable[Sequence[Cell]]) -> Table:
    """Rows as far as they may be read; empty ones stay, so that the others keep their numbers.

    Raises:
        TooManyError: More of them than MAX_NUMBERS and a heading have something in them.
    """
    taken: list[Sequence[Cell]] = []
    filled = 0
    for row in islice(rows, MAX_ROWS):
        taken.append(row[:MAX_COLUMNS])
        filled += _is_filled(row)
        if filled > MAX_NUMBERS + 1:
            raise TooManyError(MAX_NUMBERS)
    return taken


def read_column(table: Table, language: str) -> Listed:
    """The column whose heading speaks of money, else the one with the most numbers.

    Of equals it is the last. Row numbers, and what tells who, where or when, are taken only if
    need be. A heading gives the column its name. Rows without a number are told, and so is one
    that sums up the others.

    Args:
        table: The cells by rows.
        language: Of the person who sent it.

    Raises:
        NoNumbersError: No column has any.
        TooManyError: It has more than MAX_NUMBERS.
    """
    width = max((len(row) for row in table), default=0)
    columns = [
        _numbers([row[n] if n < len(row) else None for row in table], language)
        for n in range(width)
    ]
    counted = [(sum(one is not None for one in column), n) for n, column in enumerate(columns)]
    some = [(count, n) for count, n in counted if count]
    if not some:
        raise NoNumbersError
    filled = [(n, row) for n, row in enumerate(table, start=1) if _is_filled(row)]
    first, heading = filled[0]

    def rank(count: int, n: int) -> tuple[int, bool, int, int]:
        is_headed = columns[n][first - 1] is None and n < len(heading)
        said = worth(_shown(heading[n])) if is_headed else 0
        return said, not _is_numbering(columns[n]), count, n

    *_, best = max(rank(count, n) for count, n in some)
    has_heading = columns[best][first - 1] is None and best < len(heading)
    name = _shown(heading[best])[:NAMED] if has_heading else ""
    rows = [(n, "; ".join(filter(None, map(_shown, row)))) for n, row in filled]

    def read(number: int, _row: str) -> Sequence[float]:
        value = columns[best][number - 1]
        if value is None:
            raise NoNumbersError
        return [value]

    listed = sorted_out(rows[1:] if name else rows, read, name or _letter(best))
    if len(listed.values) > MAX_NUMBERS:
        raise TooManyError(MAX_NUMBERS)
    return listed


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: Sequence[str] = ("utf-16",)
    elif b"\0" in content:  # without its mark, but no other text has zeros
        is_big = content[::2].count(0) > content[1::2].count(0)
        encodings = ("utf-16-be" if is_big else "utf-16-le",)
    else:
        encodings = ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError(TableFault.UNREADABLE)


def _delimiter(lines: Sequence[str]) -> str:
    """What parts the cells: it stands in most lines; a comma may be part of a number instead."""
    for mark in ("\t", ";"):
        if 2 * sum(mark in line for line in lines) >= len(lines):
            return mark
    with_comma = [line for line in lines if "," in line]
    if 2 * len(with_comma) < len(lines):
        return ""
    numbers = sum(_ONE_NUMBER.fullmatch(line) is not None for line in with_comma)
    has_heading = bool(lines) and "," in lines[0] and not any(map(str.isdigit, lines[0]))
    return "" if 2 * numbers > len(with_comma) and not has_heading else ","


def _numbers(column: Sequence[Cell], language: str) -> list[float | None]:
    texts = (cell for cell in column if isinstance(cell, str))
    marks = marks_of(texts, decimal_marks(language))
    return [_number(cell, marks) for cell in column]


def _number(cell: Cell, marks: frozenset[str]) -> float | None:
    if not isinstance(cell, str):
        return None if cell is None or abs(cell) > LARGEST else float(cell)
    try:
        return read_number(cell, Unit.NUMBER, marks)
    except AnswerError:
        return None


def _is_numbering(column: Sequence[float | None]) -> bool:
    numbers = [number for number in column if number is not None]
    return len(numbers) >= NUMBERING and all(
        later - earlier == 1 for earlier, later in pairwise(numbers)
    )


def _is_filled(row: Sequence[Cell]) -> bool:
    return any(_shown(cell) for cell in row)


def _shown(cell: Cell) -> str:
    if cell is None or isinstance(cell, str):
        return " ".join((cell or "").split())
    return f"{cell:.12g}"


def _letter(place: int) -> str:
    """A column's letters as spreadsheets name it; 0 is the first."""
    first, last = divmod(place, LETTERS)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
