"""`python -m bot export` with its choices; what can't be is said with what is expected."""

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from cryptography.fernet import Fernet

from bot.__main__ import main
from content.library import Library
from domain.kinds import Mode
from storage.cipher import Cipher
from storage.database import Database
from tests.support.made import NOW, answered, begun, has_finished, stored


@pytest.fixture
async def folder(
    tmp_path: Path, migrated_sqlite: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Where the command runs: a database with one result of a campaign, and one without."""
    key, data = Fernet.generate_key().decode(), tmp_path / "data"
    data.mkdir()
    path = data / "bot.sqlite3"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite+aiosqlite:///{path}", Cipher(key), library)
    where = await database.write(
        lambda r: r.campaigns.create("ml7-16", "Event", "map", Mode.EXPRESS, NOW)
    )
    for number in (1, 2):
        person = await stored(database, number)
        came = replace(person, campaign=where if number == 1 else None)
        await has_finished(database, came, answered(begun(library)))
    await database.close()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(data))
    monkeypatch.setenv("DATA_KEY", key)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *options: str) -> None:
    """The command with these options."""
    monkeypatch.setattr(sys, "argv", ["bot", "export", *options])
    main()


def audit(folder: Path) -> list[dict[str, str]]:
    """What the log says of exports."""
    with closing(sqlite3.connect(folder / "data" / "bot.sqlite3")) as connection:
        found = connection.execute("SELECT details FROM audit").fetchall()
    return [orjson.loads(details) for (details,) in found]


def test_rows_of_a_campaign_and_some_days(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One row; its file says what is inside, and so does the log."""
    day = NOW.date().isoformat()
    run(monkeypatch, "jsonl", "--campaign", "ML7-16", "--since", day, "--until", day)
    (path,) = folder.glob("*.jsonl")
    assert path.name.startswith(f"map-rows-ml7-16-from-{day}-to-{day}-")
    (row,) = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    assert row["campaign"] == "ml7-16"
    assert "(1 attempts)" in capsys.readouterr().out
    assert audit(folder) == [
        {
            "kind": "rows", "format": "jsonl", "instrument": "map", "campaign": "ml7-16",
            "since": day, "until": day,
        }
    ]  # fmt: skip


WRONG = {
    ("csv", "--campaign", "nothing"): "--campaign: expected .*ml7-16",
    ("csv", "--since", "22.11.2026"): "--since: expected a day such as 2026-05-16",
    ("csv", "--until", "soon"): "--until: expected a day",
    ("csv", "--since", "2026-02-02", "--until", "2026-02-01"): "--until: expected the same day",
    ("csv", "--until", "2001-01-01"): "nothing to export",
    ("csv", "--instrument", "other"): "--instrument: expected one of ",
    ("csv", "--to", "/dev/null"): "--to: expected a folder to write to: File exists",
    ("csv", "--to", "/dev/null/x"): "--to: expected a folder to write to: Not a directory",
    ("report", "--campaign", "ml7-16"): "the report is always of everything",
    ("report", "--since", "2026-01-01"): "the report is always of everything",
}


@pytest.mark.parametrize("options", WRONG, ids=" ".join)
def test_what_can_t_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """Told in a sentence; nothing is written, nothing logged."""
    with pytest.raises(SystemExit, match=f"(?s){WRONG[options]}"):
        run(monkeypatch, *options)
    assert [p for p in folder.iterdir() if p.is_file()] == []
    assert audit(folder) == []


def test_days_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first day there is to the last one."""
    run(monkeypatch, "csv", "--since", "0001-01-01", "--until", "9999-12-31")
    (path,) = [path for path in folder.iterdir() if path.is_file()]
    assert path.name.startswith("map-rows-from-0001-01-01-to-9999-12-31")


@pytest.mark.parametrize(
    ("command", "name"), [("migrate", "file"), ("migrate", "file/below"), ("export", "file")]
)
def test_no_folder_for_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    """The setting is named, whichever command finds it."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / name))
    monkeypatch.setattr(sys, "argv", ["bot", command, *(["csv"] if command == "export" else [])])
    with pytest.raises(SystemExit, match="DATA_DIR: expected a folder to write to"):
        main()


@pytest.mark.parametrize("port", ["65536", "99999999", "-1", "x", "٨٠"])
def test_no_port(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    """The chat page's port is checked before anything starts."""
    monkeypatch.setattr(sys, "argv", ["bot", "preview", f"--port={port}"])
    with pytest.raises(SystemExit):
        main()
    assert "expected a port, 1 to 65535, or 0 for a free one" in capsys.readouterr().err
