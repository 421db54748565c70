"""Tables are read in processes of their own, which end whatever the table."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from domain.errors import AnswerError, NoNumbersError, TableError, TableFault, TooManyError
from domain.listed import Unread
from domain.questionnaire import MAX_NUMBERS
from handlers.apart import AT_ONCE, TableReader

ROOT = Path(__file__).parents[2]
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SLOW = (b"1;" * 50 + b"\n") * 9_900
"""Takes a second or more."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[asyncio.subprocess.Process]:
    """The processes that were started."""
    processes: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def spy(*words: str, **options: Any) -> asyncio.subprocess.Process:  # noqa: ANN401
        assert set(options["env"]) <= {"PATH", "SYSTEMROOT"}
        processes.append(await start(*words, **options))
        return processes[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", spy)
    return processes


def with_part(name: str, part: bytes) -> bytes:
    """A workbook with another part in place of one."""
    made = Workbook()
    assert made.active is not None
    made.active.append(["Прибыль", 5])
    file, out = BytesIO(), BytesIO()
    made.save(file)
    with ZipFile(file) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
    return out.getvalue()


def _styles() -> bytes:
    part = b"<styleSheet %s><cellXfs>%s</cellXfs></styleSheet>" % (MAIN, b"<xf/>" * 2_000_000)
    return with_part("xl/styles.xml", part)


def _sheets() -> bytes:
    relations = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    sheets = b'<sheet name="s" sheetId="1" r:id="rId1"/>' * 400_000
    part = b"<workbook %s %s><sheets>%s</sheets></workbook>" % (MAIN, relations, sheets)
    return with_part("xl/workbook.xml", part)


async def test_tables_come_through(
    started: list[asyncio.subprocess.Process], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Numbers, rows without one, the column's name; each from its own process, in any folder."""
    monkeypatch.chdir(tmp_path)
    reader = TableReader()
    listed = await reader.read("имя;Прибуток\nЇжак;5,5\nнет\n«Ґ»;7\nУсього;12,5\n".encode(), "uk")
    assert (listed.values, listed.column) == ([5.5, 7], "Прибуток")
    assert (listed.unread, listed.unread_count) == ((Unread(3, "нет"),), 1)
    assert (listed.totals, listed.totals_count) == ((Unread(5, "Усього; 12,5"),), 1)
    assert (await reader.read(with_part("", b""), "ru")).values == [5]
    assert [process.returncode for process in started] == [0, 0]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"1\n" * (MAX_NUMBERS + 2), TooManyError), (b"a;b\n", NoNumbersError)],
    ids=["many", "none"],
)
async def test_refusals_come_through(content: bytes, kind: type[AnswerError]) -> None:
    """As they are told of a table that is read here."""
    with pytest.raises(kind):
        await TableReader().read(content, "ru")


@pytest.mark.parametrize("fault", TableFault)
async def test_faults_come_through(fault: TableFault) -> None:
    """Every one."""
    content = {
        TableFault.TOO_LARGE: b" " * 1_000_001,
        TableFault.OLD_FORMAT: b"\xd0\xcf\x11\xe0",
        TableFault.UNREADABLE: b"PK\x03\x04",
    }[fault]
    with pytest.raises(TableError) as caught:
        await TableReader().read(content, "ru")
    assert caught.value.fault is fault


@pytest.mark.parametrize("made", [_styles, _sheets])
async def test_what_is_made_to_take_all_memory(
    made: Callable[[], bytes], started: list[asyncio.subprocess.Process]
) -> None:
    """It gets so much and no more, and is told as a broken one."""
    content = made()
    assert len(content) < 100_000
    with pytest.raises(TableError) as caught:
        await TableReader().read(content, "ru")
    assert caught.value.fault is TableFault.UNREADABLE
    assert started[0].returncode is not None


async def test_what_takes_too_long(started: list[asyncio.subprocess.Process]) -> None:
    """Its process is ended, and the next table is read."""
    begun = time.monotonic()
    reader = TableReader(0.5)
    with pytest.raises(TableError) as caught:
        await reader.read(SLOW, "ru")
    assert caught.value.fault is TableFault.UNREADABLE
    assert started[0].returncode == -9
    assert time.monotonic() - begun < 5


async def test_who_stops_waiting(started: list[asyncio.subprocess.Process]) -> None:
    """So many are read side by side; at the bot's end none is left behind."""
    reader = TableReader()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(reader.read(SLOW, "ru")) for _ in range(AT_ONCE + 1)]
        await asyncio.sleep(0.3)
        assert len(started) == AT_ONCE
        for task in tasks:
            task.cancel()
    assert [process.returncode for process in started] == [-9] * AT_ONCE


def test_little_is_loaded() -> None:
    """The process starts without Telegram, storage or pictures."""
    heavy = "{'aiogram', 'sqlalchemy', 'matplotlib', 'pydantic', 'bot'}"
    script = f"import sys, handlers.table_child; print({heavy} & {{*sys.modules}})"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env={})
    assert done.stdout.strip() == "set()"
