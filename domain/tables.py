"""Tables that people send: from the bytes of a CSV file to the numbers of one column."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise, zip_longest
from typing import Final

from domain.errors import AnswerError, NoNumbersError, TableError, TableFault, TooManyError
from domain.headings import worth
from domain.kinds import Unit
from domain.layout import TITLES, TOP, Row, parted
from domain.listed import NAMED, Listed, Unread, told
from domain.numerals import LARGEST, LONGEST, decimal_marks, marks_of, read_number
from domain.questionnaire import MAX_NUMBERS
from domain.totals import LOOKED_AT, sums_up

Cell = str | float | None
Table = Sequence[Sequence[Cell]]
Columns = Sequence[Sequence[float | None]]

MAX_MEGABYTES: Final = 1
"""Largest file that is taken: ten thousand rows of a name and a number, with room to spare."""
MAX_BYTES: Final = MAX_MEGABYTES * 1_000_000
MAX_COLUMNS: Final = 100
ASIDE: Final = 100
"""So many rows more may be titles, headings and totals."""
MAX_ROWS: Final = 2 * MAX_NUMBERS
"""Empty rows among the others are passed over, but not without end."""
LETTERS: Final = 26
NUMBERING: Final = 3
"""From so many numbers on, each one more than the last, they are taken for row numbers."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LOSS: Final = re.compile(r"\(([^-−–()]+)\)|([^-−–()]+)[-−–]")
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
        TooManyError: More of them than MAX_NUMBERS, and what may stand above and below, have
            something in them.
    """
    taken: list[Sequence[Cell]] = []
    filled = 0
    for row in islice(rows, MAX_ROWS):
        taken.append(row[:MAX_COLUMNS])
        filled += _is_filled(row)
        if filled > MAX_NUMBERS + ASIDE:
            raise TooManyError(MAX_NUMBERS)
    return taken


def read_column(table: Table, language: str) -> Listed:
    """The column whose heading speaks of money, else the one with the most numbers.

    Of equals it is the last. Row numbers, and what tells who, where or when, are taken only if
    need be. A heading, wherever it stands, gives the column its name; what stands above it is
    passed over. Rows without a number are told, and so are those that sum up others.

    Args:
        table: The cells by rows.
        language: Of the person who sent it.

    Raises:
        NoNumbersError: No column has any.
        TooManyError: It has more than MAX_NUMBERS.
    """
    width = max((len(row) for row in table), default=0)
    columns = [_numbers([_at(row, n) for row in table], language) for n in range(width)]
    filled = [place for place, row in enumerate(table) if _is_filled(row)]
    top = [Row(place + 1, *_apart(table, columns, place)) for place in filled[:TOP]]
    headings, above = parted(top, _last(columns))
    below = filled[above:]
    totals = _totals(table, columns, below)
    places = [place for place in below if place not in totals]
    best = _best(columns, places, headings)
    values = _numbers([_at(table[place], best) for place in places], language)
    found = [value for value in values if value is not None]
    if len(found) > MAX_NUMBERS:
        raise TooManyError(MAX_NUMBERS)

    def named(place: int) -> Unread:
        return Unread(place + 1, "; ".join(filter(None, map(_shown, table[place])))[:NAMED])

    unread = [named(p) for p, value in zip(places, values, strict=True) if value is None]
    column = headings.get(best, "")[:NAMED] or _letter(best)
    return told(found, unread, [named(place) for place in sorted(totals)], column)


def _at(row: Sequence[Cell], n: int) -> Cell:
    return row[n] if n < len(row) else None


def _apart(table: Table, columns: Columns, place: int) -> tuple[dict[int, str], dict[int, float]]:
    """A row's words and its numbers, by column."""
    cells = range(len(table[place]))
    words = {n: text for n in cells if (text := _word(table, columns, place, n))}
    numbers = {n: found for n in cells if (found := columns[n][place]) is not None}
    return words, numbers


def _totals(table: Table, columns: Columns, places: Sequence[int]) -> set[int]:
    """The rows that sum up others; the number may stand alone in the row below its word."""
    found: set[int] = set()
    for place, following in zip_longest(places, places[1:]):
        if not sums_up(_words(table, columns, place)):
            continue
        found.add(place)
        has_number = any(column[place] is not None for column in columns)
        if following is not None and not has_number and not _words(table, columns, following):
            found.add(following)
    return found


def _words(table: Table, columns: Columns, place: int) -> list[str]:
    """A row's first words."""
    words = (_word(table, columns, place, n) for n in range(len(table[place])))
    return list(islice(filter(None, words), LOOKED_AT))


def _word(table: Table, columns: Columns, place: int, n: int) -> str:
    """A cell that is no number; empty where it is one."""
    return _shown(table[place][n]) if columns[n][place] is None else ""


def _last(columns: Columns) -> dict[int, int]:
    """In which row each column has its last number, from 1."""
    return {
        n: max(place for place, number in enumerate(column, start=1) if number is not None)
        for n, column in enumerate(columns)
        if any(number is not None for number in column)
    }


def _best(columns: Columns, places: Sequence[int], headings: Mapping[int, str]) -> int:
    """The column that is meant, as far as those rows tell.

    Raises:
        NoNumbersError: They have no number.
    """
    ranks: list[tuple[int, bool, int, int]] = []
    for n, column in enumerate(columns):
        numbers = [number for place in places if (number := column[place]) is not None]
        if numbers:
            said = worth(headings.get(n, ""))
            ranks.append((said, not _is_numbering(numbers), len(numbers), n))
    if not ranks:
        raise NoNumbersError
    return max(ranks)[-1]


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
    """What parts the cells: it stands in most lines; a comma may be part of a number instead.

    Titles need not have it, so the first lines tell only what a heading among them does.
    """
    top, lines = lines[:TITLES], lines[min(TITLES, len(lines) // 2) :]
    for mark in ("\t", ";"):
        if 2 * sum(mark in line for line in lines) >= len(lines):
            return mark
    with_comma = [line for line in lines if "," in line]
    if 2 * len(with_comma) < len(lines):
        return ""
    numbers = sum(_ONE_NUMBER.fullmatch(line) is not None for line in with_comma)
    has_heading = any(
        "," in line and not any(map(str.isdigit, line)) and any(map(str.isdigit, below))
        for line, below in pairwise(top)
    )
    return "" if 2 * numbers > len(with_comma) and not has_heading else ","


def _numbers(column: Sequence[Cell], language: str) -> list[float | None]:
    texts = (cell for cell in column if isinstance(cell, str))
    marks = marks_of(texts, decimal_marks(language))
    return [_number(cell, marks) for cell in column]


def _number(cell: Cell, marks: frozenset[str]) -> float | None:
    """A number as tables have it: a loss may stand in brackets, or before its minus."""
    if not isinstance(cell, str):
        return None if cell is None or abs(cell) > LARGEST else float(cell)
    loss = _LOSS.fullmatch(cell.strip()) if len(cell) <= LONGEST else None
    try:
        number = read_number(loss[1] or loss[2] if loss else cell, Unit.NUMBER, marks)
    except AnswerError:
        return None
    return -number if loss else number


def _is_numbering(numbers: Sequence[float]) -> bool:
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
