"""Whose words and numbers are told, and which answers count, across versions too."""

from dataclasses import replace
from pathlib import Path

from content.library import Library
from domain.kinds import PRIVATE, Kind, Scoring
from domain.questionnaire import WRITTEN
from storage.boards import read_board
from storage.cipher import Cipher
from storage.database import Database
from tests.storage.export_world import World, answered, read_workbook, seeded
from tests.support.shapes import CALCULATION, CANVAS, EMPLOYEES, NOTES, SHAPES, SURVEY


def all_text(path: Path) -> str:
    """Every cell of a workbook."""
    return repr(read_workbook(path))


async def test_what_people_build_or_calculate_stays_theirs(world: World) -> None:
    """Neither as comments nor in rows, whoever asks: the words and numbers are nowhere."""
    for shape in SHAPES:
        own, words = replace(world, name=shape.id), f"Тайна {shape.id}"
        typed = {
            question.code: words
            for question in shape.questions
            if question.kind in {Kind.TEXT, Kind.NUMBERS, Kind.JOURNEY, Kind.RATING}
        }
        said = {q.code: WRITTEN for q in shape.questions if q.kind is Kind.TEXT}
        for number in range(12):
            made = answered(seeded(number), shape)
            await own.take(replace(made, answers={**made.answers, **said}), words=typed)
        report = all_text((await own.export("report")).path)
        rows = await own.export("jsonl")
        told = report + rows.path.read_text("utf-8")
        is_told = shape in (SURVEY, EMPLOYEES, NOTES)
        assert (words in told) is is_told, shape.id
        assert (words in report) is is_told, shape.id
        if shape.scoring in PRIVATE:
            assert "90125" not in told
    shown = await replace(world, name=CALCULATION.id).lines()
    assert {row["q_margin"] for row in shown} == {WRITTEN, None}
    assert {row["q_clients"] for row in shown} == {WRITTEN, None}
    assert {row["q_read"] for row in shown} == {"read", None}
    assert {row["q_what"] for row in shown} == {"clv", "crr"}


async def test_words_of_a_version_that_was_private(
    migrated_url: str, cipher: Cipher, tmp_path: Path
) -> None:
    """A builder that became a survey does not tell what people wrote in the builder."""
    older = replace(CANVAS, version="o" * 16)
    current = replace(CANVAS, version="c" * 16, scoring=Scoring.SURVEY)
    library = Library(
        {current.id: current},
        {older.version: "{}", current.version: "{}"},
        (),
        _older={older.version: older},
    )
    database = Database(migrated_url, cipher, library)
    world = World(database, library, tmp_path, CANVAS.id)
    for version in (older, current):
        for number in range(12):
            words = {"w0": f"{version.version[0]}{number:02}"}
            await world.take(answered(seeded(number), version), words=words)
    comments = {row["Comment"] for row in (await world.report())["Comments"]}
    await database.close()
    assert {f"c{number:02}" for number in range(12)} <= comments
    assert not {comment for comment in comments if comment.startswith("o")}


async def test_answers_that_are_offered_no_more(
    migrated_url: str, cipher: Cipher, tmp_path: Path
) -> None:
    """An old option keeps its column; a rating beyond the scale of today counts nowhere."""
    (asked, *others) = SURVEY.sections
    narrow = [
        replace(q, points=4, favourable=3)
        if q.code == "csat"
        else replace(q, options=q.options[1:])
        if q.code == "channel"
        else q
        for q in asked.questions
    ]
    current = replace(
        SURVEY, version="c" * 16, sections=(replace(asked, questions=narrow), *others)
    )
    library = Library(
        {current.id: current},
        {SURVEY.version: "{}", current.version: "{}"},
        (),
        _older={SURVEY.version: SURVEY},
    )
    database = Database(migrated_url, cipher, library)
    world = World(database, library, tmp_path, SURVEY.id)
    for number in range(8):
        made = answered(seeded(number), SURVEY)
        changed = {**made.answers, "csat": 5 if number == 7 else 4, "channel": "shop"}
        await world.take(replace(made, answers=changed))
    sheet = (await world.report())["Answers"]
    board = await read_board(database, current, campaign=None)
    await database.close()
    of_all = {row["Code"]: row for row in sheet if row["Cut"] == "All"}
    assert (of_all["csat"]["n"], of_all["csat"]["4"], of_all["csat"]["Share, %"]) == (7, 7, 100)
    assert (of_all["channel"]["n"], of_all["channel"]["shop"]) == (8, 8)
    assert board.answers["csat"].distribution == {4: 5}
