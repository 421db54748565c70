"""Tables that people send: what kind of file it is, and the cells of an XLSX workbook."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from domain.errors import AnswerError, TableError, TableFault
from domain.listed import Listed
from domain.tables import MAX_BYTES, MAX_COLUMNS, Cell, Table, limited, read_column, read_csv

MAX_UNPACKED: Final = 20_000_000
"""Most bytes that a workbook may unpack to: tables of ten thousand rows take a quarter of it."""
MAX_SHEETS: Final = 10
"""Numbers are looked for in so many sheets."""

_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def read_table(content: bytes, language: str) -> Listed:
    """The numbers of a file; its name is not asked, as anybody can rename one.

    Args:
        content: The file.
        language: Of the person who sent it.

    Raises:
        TableError: It is too large, no table, or broken.
        TooManyError: It has too many rows.
        NoNumbersError: It has no numbers.
    """
    if len(content) > MAX_BYTES:
        raise TableError(TableFault.TOO_LARGE)
    if content.startswith(_OLD_EXCEL):
        raise TableError(TableFault.OLD_FORMAT)
    table = _workbook(content) if content.startswith(_ZIP) else read_csv(content)
    return read_column(table, language)


def _workbook(content: bytes) -> Table:
    """The cells of a workbook, see `_first_numbers`."""
    try:
        if _unpacked(content) <= MAX_UNPACKED:
            return _first_numbers(content)
    except AnswerError:
        raise
    except Exception as error:
        # The library raises whatever a broken or a made-up file leads it to.
        raise TableError(TableFault.UNREADABLE) from error
    raise TableError(TableFault.TOO_LARGE)


def _unpacked(content: bytes) -> int:
    """What all parts unpack to, as they declare; one that lies fails its checksum later."""
    with ZipFile(BytesIO(content)) as archive:
        return sum(part.file_size for part in archive.infolist())


def _first_numbers(content: bytes) -> Table:
    """The cells of the first sheet that has any numbers; of the last looked at where none has."""
    # Only who sends a workbook pays for it: it takes a tenth of a second.
    from openpyxl import load_workbook  # noqa: PLC0415

    table: Table = ()
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets[:MAX_SHEETS]:
        sheet.reset_dimensions()  # what a file says of its own size need not be so
        table = limited(_cells(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)))
        if any(isinstance(cell, int | float) for row in table for cell in row):
            break
    return table


def _cells(rows: Iterable[Sequence[object]]) -> Iterator[list[Cell]]:
    """Rows without the empty cells at their ends: the library fills all up to one width."""
    for row in rows:
        width = len(row)
        while width and row[width - 1] is None:
            width -= 1
        yield [_cell(value) for value in row[:width]]


def _cell(value: object) -> Cell:
    """A number or a text; yes and no, which Python counts as numbers, and dates are texts."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return str(value)
