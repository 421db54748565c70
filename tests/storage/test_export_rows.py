"""Exports by attempt: every answer, once, in its place, and nothing that leads to a person."""

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, update

from content.library import Library
from domain.kinds import Kind, Mode
from domain.questionnaire import Instrument, Profile, Section, Value
from storage.database import Database
from storage.export import files, source
from storage.export.files import write_export
from storage.export.safe import neutral
from storage.export.selection import Selection
from storage.models import attempts, versions
from storage.records import Records
from tests.storage.export_world import (
    NOW,
    TELEGRAM_ID,
    WORDS,
    World,
    answered,
    hundredth,
    read_csv,
    read_workbook,
    seeded,
)

FORMS = ("report", "xlsx", "csv", "jsonl")
FIXED = (
    *("number", "campaign", "instrument", "content_version", "mode", "language", "role", "size"),
    *("industry", "day", "minutes", "counts", "total"),
)


@pytest.fixture
def world(database: Database, library: Library, tmp_path: Path) -> World:
    """An empty world."""
    return World(database, library, tmp_path / "exports")


def headers_of(instrument: Instrument) -> list[str]:
    """The columns of a file of rows."""
    return [
        *FIXED,
        *(f"score_{block.code}" for block in instrument.blocks),
        *(f"q_{question.code}" for question in instrument.questions),
    ]


async def test_rows_are_what_the_database_holds(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each finished attempt is one row, in the order of the table, with every answer."""
    monkeypatch.setattr(source, "_PARTITION", 7)
    await world.crowd(seed=1, count=60)
    rows = await world.lines()
    stored = [row for row in await world.stored() if row["finished_at"] is not None]
    assert len(rows) == len(stored) > 30
    for number, (row, kept) in enumerate(zip(rows, stored, strict=True), start=1):
        assert list(row) == headers_of(world.instrument)
        assert row["number"] == number
        for name in ("mode", "language", "role", "size", "industry"):
            assert row[name] == kept[name]
        assert row["content_version"] == world.instrument.version
        assert row["day"] == kept["finished_at"].date().isoformat()
        took: timedelta = kept["finished_at"] - kept["started_at"]
        assert row["minutes"] == int(took.total_seconds() // 60)
        answers = {name[2:]: value for name, value in row.items() if name.startswith("q_")}
        assert {code: v for code, v in answers.items() if v is not None} == kept["answers"]
        assert row["total"] == (None if kept["total"] is None else hundredth(kept["total"]))
        for block in world.instrument.blocks:
            exact = kept["scores"][block.code]
            assert row[f"score_{block.code}"] == (None if exact is None else hundredth(exact))


async def test_rows_of_a_survey_tell_nobody(world: World) -> None:
    """No language, day or duration, and an order that says nothing: all answers all the same."""
    world.name = "enps"
    place = await world.campaign("team")
    question = next(q for q in world.instrument.questions if q.kind is Kind.LIKELIHOOD)
    given_answers = [number % 11 for number in range(40)]
    for number, answer in enumerate(given_answers):
        attempt = answered(seeded(number), world.instrument)
        attempt = replace(attempt, answers={**attempt.answers, question.code: answer})
        person = await world.person(language="ru" if number else "uk")
        await world.take(attempt, person, place, at=NOW + timedelta(minutes=number))
    rows = await world.lines()
    assert [row["number"] for row in rows] == list(range(1, 41))
    told = [row[f"q_{question.code}"] for row in rows]
    assert sorted(told) == sorted(given_answers)
    assert told != given_answers
    fixed = [name for name in rows[0] if not name.startswith(("q_", "score_"))]
    assert fixed == [
        "number",
        "campaign",
        "instrument",
        "content_version",
        "mode",
        "counts",
        "total",
    ]
    sheets = read_workbook((await world.export("xlsx")).path)
    assert list(sheets["rows"][0]) == list(rows[0])


@pytest.mark.parametrize(("language", "delimiter", "mark"), [("ru", ";", ","), ("en", ",", ".")])
async def test_csv_says_the_same_as_json_lines(
    world: World, language: str, delimiter: str, mark: str
) -> None:
    """Cell by cell, with the byte-order mark and the decimal mark of the language."""
    await world.crowd(seed=2, count=25)
    made = await world.export("csv", language)
    assert made.path.read_bytes().startswith(b"\xef\xbb\xbfnumber" + delimiter.encode())

    def told(value: Value | bool | None) -> str:  # noqa: FBT001 - any cell
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return str(value).replace(".", mark)
        return "" if value is None else str(value)

    lines = await world.lines()
    assert made.rows == len(lines)
    expected = [{name: told(value) for name, value in line.items()} for line in lines]
    assert read_csv(made.path, delimiter) == expected
    assert mark in {char for row in expected for char in row["total"]}


async def test_xlsx_says_the_same_as_json_lines(world: World) -> None:
    """Cell by cell; numbers are numbers, days are days, and a codebook goes with it."""
    await world.crowd(seed=3, count=25)
    made = await world.export("xlsx", "uk")
    sheets = read_workbook(made.path)
    assert list(sheets) == ["rows", "codebook"]

    def told(name: str, value: Value | bool | None) -> object:  # noqa: FBT001 - any cell
        if name == "day":
            return datetime.combine(date.fromisoformat(str(value)), datetime.min.time())
        if isinstance(value, bool):
            return "yes" if value else "no"
        return value

    expected = [{n: told(n, v) for n, v in line.items()} for line in await world.lines()]
    assert sheets["rows"] == expected
    sheet = openpyxl.load_workbook(made.path)["rows"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    columns = {row["column"] for row in sheets["codebook"]} - {None}
    assert columns == {f"q_{question.code}" for question in world.instrument.questions}


async def test_codebook_tells_what_values_mean(world: World) -> None:
    """Codes with their labels in three languages."""
    sheets = read_workbook((await world.export("xlsx")).path)
    by_code = {row["code"]: row for row in sheets["codebook"]}
    scale = by_code["1.1"]
    question = world.instrument.by_code["1.1"]
    for language in ("ru", "uk", "en"):
        assert scale[f"text_{language}"] == question.text[language]
        for option in (*question.options, *question.extras):
            assert f"{option.code} = {option.label[language]}" in scale[f"values_{language}"]
    assert scale["block"] == world.instrument.section_of["1.1"].code
    assert "skipped = пропустили" in by_code["own_nps_reason"]["values_ru"]
    assert by_code["own_nps"]["kind"] == "likelihood"


@pytest.mark.parametrize("form", FORMS)
async def test_nobody_has_answered_yet(world: World, form: str) -> None:
    """An empty export is a file with headers, not a fault."""
    made = await world.export(form)
    assert made.rows == 0
    headers = headers_of(world.instrument)
    if form == "csv":
        assert made.path.read_bytes().decode("utf-8-sig") == ",".join(headers) + "\r\n"
    if form == "xlsx":
        (row,) = openpyxl.load_workbook(made.path)["rows"].iter_rows(values_only=True)
        assert list(row) == headers


async def test_unfinished_trials_and_anonymous_attempts_have_no_row(world: World) -> None:
    """Finished anonymous attempts wait among the others until they are moved: not exported."""
    random = seeded(4)
    whole = answered(random, world.instrument)
    hidden_place = await world.campaign("quiet", is_anonymous=True)
    await world.take(whole, minutes=None)
    await world.take(whole, await world.person(is_trial=True))
    await world.take(whole, campaign=hidden_place)
    await world.take(whole, campaign=await world.campaign("loud"))
    assert [row["campaign"] for row in await world.lines()] == ["loud"]


CASES: Mapping[str, tuple[list[dict[str, Any]], list[bool]]] = {
    "the latest one": ([{}, {"day": 1}], [False, True]),
    "finished later though begun earlier": ([{"minutes": 9000.0}, {"day": 1}], [True, False]),
    "a full one supersedes": ([{}, {"mode": "express", "day": 1}], [True, False]),
    "a full one after express": ([{"mode": "express"}, {"day": 1}], [False, True]),
    "campaigns apart": ([{"campaign": "a"}, {"campaign": "b"}, {}], [True, True, True]),
    "unfinished is nothing": ([{}, {"minutes": None, "day": 1}], [True]),
    "without a company": ([{}, {"role": "none", "day": 1}], [True, False]),
    "trials": ([{}, {"trial": True}], [True]),
    "other people": ([{}, {"other": True}], [True, True]),
}


@pytest.mark.parametrize("case", CASES)
async def test_which_attempts_count(world: World, case: str) -> None:
    """One a person and campaign: the latest finished, a full one before express ones."""
    taken, expected = CASES[case]
    me = await world.person()
    places = {code: await world.campaign(code) for code in ("a", "b")}
    for facts in taken:
        attempt = answered(
            seeded(5),
            world.instrument,
            Mode(facts.get("mode", "full")),
            Profile(facts.get("role", "owner")),
        )
        other = "other" in facts or "trial" in facts
        await world.take(
            attempt,
            await world.person(is_trial="trial" in facts) if other else me,
            places.get(facts.get("campaign", "")),
            at=NOW + timedelta(days=facts.get("day", 0)),
            minutes=facts.get("minutes", 5.0),
        )
    assert [row["counts"] for row in await world.lines()] == expected


async def test_attempts_without_a_person_still_count_once(world: World) -> None:
    """After the retention nobody knows whose they were, but that they were one person's."""
    me = await world.person()
    for _ in range(3):
        await world.take(answered(seeded(6), world.instrument), me)

    async def cut(records: Records) -> None:
        await records.connection.execute(update(attempts).values(person_id=None))

    await world.database.write(cut)
    assert [row["counts"] for row in await world.lines()] == [False, False, True]


def _with_extra(instrument: Instrument) -> Instrument:
    """An older version: one statement more in the first block, and a block that is gone."""
    extra = replace(instrument.by_code["1.1"], code="1.0_old")
    gone = replace(instrument.by_code["1.2"], code="9.1")

    def older(section: Section) -> Section:
        if section.code != instrument.blocks[0].code:
            return section
        return replace(section, questions=(extra, *section.questions))

    sections = (*map(older, instrument.sections), Section("gone", (gone,), scored=True))
    return replace(instrument, version="0123456789abcdef", sections=sections)


async def test_older_versions_add_their_columns_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Questions only an older stored version has come after the current ones."""
    older = _with_extra(world.instrument)
    catalogue = world.database.catalogue
    monkeypatch.setattr(catalogue, "knows", lambda _version: True)
    monkeypatch.setattr(catalogue, "known", lambda _version: older)
    monkeypatch.setattr(catalogue, "version", lambda *_args: older)

    async def keep(records: Records) -> None:
        await records.connection.execute(
            insert(versions).values(
                version=older.version, instrument="map", meaning="1", source="{}"
            )
        )

    await world.database.write(keep)
    random = seeded(7)
    old, new = answered(random, older), answered(random, world.instrument)
    await world.take(old)
    await world.take(new)
    first, second = await world.lines()
    current = headers_of(world.instrument)
    at = len(FIXED) + len(world.instrument.blocks)
    assert list(first) == [*current[:at], "score_gone", *current[at:], "q_1.0_old", "q_9.1"]
    assert first["q_1.0_old"] == old.answers["1.0_old"]
    assert first["q_9.1"] == old.answers["9.1"]
    assert second["q_9.1"] is None
    assert first["content_version"] == older.version
    steps = {row["Step"]: row for row in (await world.report())["Funnel"]}
    assert steps["1.1"]["Asked"] == "hidden: fewer than 5, or could be worked out"
    assert list(steps)[-3:] == ["1.0_old", "9.1", "Finished"]


DANGEROUS = ('=HYPERLINK("//x","y")', "+1", "-1", "@sum", " =1", "＝1", "\t=1", "\r=1")


@pytest.mark.parametrize("text", DANGEROUS)
async def test_no_cell_becomes_a_formula(world: World, text: str) -> None:
    """A campaign's code and title, or a profile's code, may be anything."""
    place = await world.campaign(text, title=text)
    profile = Profile(text, text, text)
    for _ in range(5):
        await world.take(answered(seeded(8), world.instrument, profile=profile), campaign=place)
    for form in ("xlsx", "report"):
        book = openpyxl.load_workbook((await world.export(form)).path)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        texts = [cell.value for cell in cells if cell.data_type == "s"]
        assert any(text.strip() in str(found) for found in texts)
    rows = read_csv((await world.export("csv", "ru")).path, ";")
    assert rows[0]["campaign"] == rows[0]["role"] == rows[0]["size"] == f"'{text}"
    assert (await world.lines())[0]["campaign"] == text


@given(st.text(max_size=5), st.sampled_from(["", " ", "\u00a0 ", "\ufeff"]))
def test_neutral_text(text: str, blanks: str) -> None:
    """Whatever begins a formula gets an apostrophe; all else is left alone."""
    for sign in "=+-@＝＋－＠":
        assert neutral(blanks + sign + text) == f"'{blanks}{sign}{text}"
    assert neutral(f"я{text}") == f"я{text}"
    assert neutral(text) in {text, f"'{text}"}


async def test_nothing_personal_in_any_export(world: World) -> None:
    """No Telegram id, no hash of it, no key, no row number of the person, no words by row."""
    words = {"own_nps_reason": WORDS}
    person = await world.person()
    attempt = answered(seeded(9), world.instrument)
    answers = {**attempt.answers, "own_nps_reason": "written"}
    await world.take(replace(attempt, answers=answers), person, words=words)
    (kept,) = await world.stored()
    secrets = [str(person.chat_id), world.database.cipher.ident(person.chat_id), kept["key"]]
    assert person.chat_id >= TELEGRAM_ID
    for form in FORMS:
        made = await world.export(form, "ru")
        content = made.path.read_bytes()
        if made.path.suffix == ".xlsx":
            with zipfile.ZipFile(made.path) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        for secret in (*secrets, WORDS):
            assert secret.encode() not in content, (form, secret)
    assert (await world.lines())[0]["q_own_nps_reason"] == "written"


async def test_names_of_files(world: World) -> None:
    """Named by kind and day, in a folder of their own each time."""
    names = {form: (await world.export(form)).path for form in FORMS}
    assert {form: path.name for form, path in names.items()} == {
        "report": "map-report-2026-11-22.xlsx",
        "xlsx": "map-rows-2026-11-22.xlsx",
        "csv": "map-rows-2026-11-22.csv",
        "jsonl": "map-rows-2026-11-22.jsonl",
    }
    again = (await world.export("csv")).path
    assert again != names["csv"]
    assert again.parent.parent == world.folder


@pytest.mark.parametrize(("form", "instrument"), [("pdf", None), ("csv", "nothing")])
async def test_what_is_not_there_is_refused(
    world: World, form: str, instrument: str | None
) -> None:
    """A form or an instrument that does not exist."""
    instruments = world.library.instruments
    with pytest.raises(KeyError):
        await write_export(
            world.database, instruments, form, world.folder, "en", NOW, Selection(instrument)
        )


async def test_half_a_file_is_not_left_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in the middle takes what was written with it, and the connection is given back."""
    for _ in range(3):
        await world.take(answered(seeded(10), world.instrument))

    class Full(Exception):  # noqa: N818 - a made-up fault
        pass

    def breaks(path: Path, _layout: object, rows: Any) -> None:  # noqa: ANN401 - any rows
        path.write_text(str(next(iter(rows))))
        raise Full

    monkeypatch.setattr(files, "write_jsonl", breaks)
    with pytest.raises(Full):
        await world.export("jsonl")
    assert list(world.folder.iterdir()) == []
