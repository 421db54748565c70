"""Boards, report and rows of every kind of instrument, each figure worked out from the rows."""

from dataclasses import replace
from fractions import Fraction

import pytest

from domain.kinds import Scoring
from storage.boards import read_board
from tests.storage.boards_by_hand import check_boards
from tests.storage.by_hand import HIDDEN, expected_answers, scores
from tests.storage.crowds import CROWD, crowd
from tests.storage.export_world import Table, World, tenth
from tests.storage.missing_by_hand import check_missing
from tests.support.shapes import (
    CALCULATION,
    CANVAS,
    CHECKLIST,
    EMPLOYEES,
    JOURNEY,
    LIST,
    NOTES,
    PROFILE,
    SHAPES,
    SURVEY,
)

ALWAYS = ["Summary", "Funnel"]
MISSING = "What’s missing"
LOYALTY = ["Likelihood", "Answers 0–10"]
SHEETS = {
    SURVEY.id: [*ALWAYS, *LOYALTY, "Answers", "Shares", "Comments", "Codebook"],
    EMPLOYEES.id: [*ALWAYS, *LOYALTY, "Answers", "Comments", "Codebook"],
    LIST.id: [*ALWAYS, MISSING, "Answers", "Shares", "Sections", "Codebook"],
    CHECKLIST.id: [
        *ALWAYS,
        MISSING,
        "Answers",
        "Shares",
        "Sections",
        "Section means",
        "Codebook",
    ],
    PROFILE.id: [*ALWAYS, "Answers", "Sections", "Section means", "Codebook"],
    JOURNEY.id: [*ALWAYS, "Codebook"],
    CANVAS.id: [*ALWAYS, "Codebook"],
    CALCULATION.id: [*ALWAYS, "Codebook"],
    NOTES.id: [*ALWAYS, "Comments", "Codebook"],
}


def check_sections(world: World, rows: Table, sheet: Table) -> None:
    """The overall means of totals and sections, and n."""
    of_all = [scores(world.instrument, row) for row in rows if row["counts"]]
    overall = list(sheet[0].values())
    assert overall[:3] == ["All", "All", len(of_all)]
    for place, shown in enumerate(overall[3:]):
        values = [one[place] for one in of_all]
        known = [value for value in values if value is not None]
        exact = tenth(sum(known, Fraction()) / len(known)) if known else None
        assert shown == (HIDDEN if 0 < len(known) < 5 else exact)


@pytest.mark.parametrize("count", [5, 9, CROWD])
async def test_every_figure_by_hand(world: World, count: int) -> None:
    """The sheets of answers and sections, and the rows, against the rows' own answers."""
    for shape in SHAPES if count < CROWD else SHAPES[:5]:
        own = replace(world, name=shape.id)
        await crowd(own, count)
        rows, report = await own.lines(), await own.report()
        assert len(rows) == count, shape.id
        assert list(report) == SHEETS[shape.id]
        sources = [f"Event {shape.id}-{n} ({shape.id}-{n})" for n in ("large", "middle", "small")]
        expected = expected_answers(shape, rows, [*sources, "no campaign"])
        if "Answers" in report:
            assert len(report["Answers"]) == len(expected)
            for told, wanted in zip(report["Answers"], expected, strict=True):
                for key, cell in wanted.items():
                    assert told.get(key) == cell, (shape.id, key)
                others = told.keys() - wanted.keys() - {"Question", "Favourable answer"}
                assert {told[key] for key in others} <= {None}
        for row in rows:
            exact = scores(shape, row)
            stored = [row["total"], *(row[f"score_{block.code}"] for block in shape.blocks)]
            assert stored == [None if v is None else round(float(v), 2) for v in exact]
        if shape.blocks:
            check_sections(own, rows, report["Sections"])
        if shape.scoring is Scoring.CHECKLIST:
            check_missing(shape, rows, report[MISSING])
        if count == CROWD:
            await check_boards(own)


async def test_nobody(world: World) -> None:
    """Empty reports of all shapes say so and don't fail."""
    for shape in SHAPES:
        own = replace(world, name=shape.id)
        report = await own.report("uk")
        assert len(report) == len(SHEETS[shape.id])
        board = await read_board(own.database, shape, campaign=None)
        assert (board.total, board.people) == (None, 0)
        assert set(board.items.values()) <= {None}


async def test_three_languages_say_the_same(world: World) -> None:
    """The same numbers in the same places, sheet by sheet."""
    for shape in (SURVEY, CHECKLIST, PROFILE, CALCULATION):
        own = replace(world, name=shape.id)
        await crowd(own, 9)
        books = [await own.report(language) for language in ("ru", "uk", "en")]
        numbers = [
            [
                [[cell for cell in row.values() if not isinstance(cell, str)] for row in table]
                for table in book.values()
            ]
            for book in books
        ]
        assert numbers[0] == numbers[1] == numbers[2]
