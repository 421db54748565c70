"""Workbooks that people send, whole, broken and made to do harm."""

import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook

from domain.errors import NoNumbersError, TableError, TableFault, TooManyError
from domain.listed import Unread
from domain.questionnaire import MAX_NUMBERS
from domain.tables import MAX_BYTES
from handlers.table_child import MAX_MEMORY
from handlers.workbook import MAX_SHEETS, MAX_UNPACKED, read_table


def book(*sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of these sheets."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(list(row))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes, kind: int = ZIP_DEFLATED) -> bytes:
    """A workbook with another part in place of one, or beside them all."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", kind) as new:
        new.writestr(name, part)
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
    return file.getvalue()


def test_a_workbook() -> None:
    """Numbers, numbers as text, a formula without its value, a date, yes and no."""
    rows = [
        ("Клиент", "С", "Прибыль"),
        ("A", date(2026, 1, 1), 1200.5),
        ("B", True, "1 000"),
        (None, None, None),
        ("C", False, "=A1"),
        ("D", date(2026, 1, 2), -3),
    ]
    listed = read_table(book(rows), "ru")
    assert (listed.values, listed.column) == ([1200.5, 1000, -3], "Прибыль")
    assert list(listed.unread) == [Unread(5, "C; False")]


def test_the_first_sheet_with_numbers() -> None:
    """A cover sheet is passed over; other sheets are not mixed in."""
    assert read_table(book([("About",)], [("x",), (5,)], [(7,)]), "en").values == [5]
    with pytest.raises(NoNumbersError):
        read_table(book([("About",)], []), "en")
    cover = [[("About",)]]
    assert read_table(book(*cover * (MAX_SHEETS - 1), [(5,)]), "en").values == [5]
    with pytest.raises(NoNumbersError):
        read_table(book(*cover * MAX_SHEETS, [(5,)]), "en")


def test_as_many_rows_as_are_taken() -> None:
    """Ten thousand, and not one more."""
    rows = [("h",), *((n % 9,) for n in range(MAX_NUMBERS))]
    assert len(read_table(book(rows), "ru").values) == MAX_NUMBERS
    with pytest.raises(TooManyError):
        read_table(book([*rows, (1,)]), "ru")


def _bomb() -> bytes:
    """Twenty-one million spaces in a few kilobytes."""
    part = b"<sst>" + b" " * (MAX_UNPACKED + 1_000_000) + b"</sst>"
    return with_part(book([("x",), (5,)]), "xl/sharedStrings.xml", part)


def _liar() -> bytes:
    """A part that unpacks to another size than it declares."""
    content = book([("x",), (5,)])
    whole = with_part(content, "xl/worksheets/sheet1.xml", b"<x>" + b" " * 9999, ZIP_STORED)
    return whole.replace((9999 + 3).to_bytes(4, "little"), (40).to_bytes(4, "little"))


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
%s]><sst>&z;</sst>""" % b"\n".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10)
    for letter in range(ord("b"), ord("z") + 1)
)
"""Ten to the 25th letters, were anybody to write them out."""


def _broken(name: str, part: bytes) -> bytes:
    return with_part(book([(5,)]), name, part)


REFUSED: Mapping[str, tuple[Callable[[], bytes], TableFault]] = {
    "large": (lambda: b" " * (MAX_BYTES + 1), TableFault.TOO_LARGE),
    "bomb": (_bomb, TableFault.TOO_LARGE),
    "liar": (_liar, TableFault.UNREADABLE),
    "entities": (lambda: _broken("xl/workbook.xml", ENTITIES), TableFault.UNREADABLE),
    "no xml": (lambda: _broken("xl/workbook.xml", b"<workbook"), TableFault.UNREADABLE),
    "no types": (lambda: _broken("[Content_Types].xml", b""), TableFault.UNREADABLE),
    "cut": (lambda: book([(5,)])[:900], TableFault.UNREADABLE),
    "garbage": (lambda: b"PK\x03\x04" + bytes(range(256)), TableFault.UNREADABLE),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), TableFault.OLD_FORMAT),
}


@pytest.mark.parametrize(("made", "fault"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused(made: Callable[[], bytes], fault: TableFault) -> None:
    """By what it holds, and without taking the memory that it asks for."""
    content = made()
    tracemalloc.start()
    with pytest.raises(TableError) as caught:
        read_table(content, "ru")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.fault is fault
    assert most < MAX_MEMORY / 4


def test_a_sheet_that_goes_on_for_ever() -> None:
    """One cell in the last row of a sheet does not keep anybody waiting."""
    rows = b'<row r="1048576"><c r="A1048576"><v>5</v></c></row>'
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="A1:XFD1048576"/><sheetData>' + rows + b"</sheetData></worksheet>"
    )
    content = with_part(book([(5,)]), "xl/worksheets/sheet1.xml", sheet)
    started = time.process_time()
    with pytest.raises(NoNumbersError):
        read_table(content, "ru")
    assert time.process_time() - started < 3


def test_csv_by_any_name() -> None:
    """What is no workbook is read as text."""
    assert read_table(b"a;b\nx;5\n", "ru").column == "b"
