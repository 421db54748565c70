"""What the workbook of every kind of instrument explains and draws."""

from dataclasses import replace

import openpyxl

from domain.kinds import PRIVATE
from tests.storage.crowds import crowd
from tests.storage.export_world import World
from tests.support.shapes import BY_NAME, CALCULATION, CHECKLIST, EMPLOYEES, LIST, SHAPES, SURVEY


async def test_codebook(world: World) -> None:
    """Ends of ratings, pages, and what stands for what is not told."""
    meanings: dict[str, str] = {}
    for shape in SHAPES:
        book = (await replace(world, name=shape.id).report())["Codebook"]
        column = "Values, English"
        meanings |= {row["Code"]: row[column] for row in book if row["Code"]}
        told = " ".join(row["Text, English"] for row in book if not row["Code"])
        assert ("NPS" in told or "share of answers 9–10" in told) is (shape in (SURVEY, EMPLOYEES))
        assert ("Wilson" in told) is (shape in (SURVEY, LIST, CHECKLIST))
        assert "Levels" not in told
        assert ("stays with them" in told) is (shape.scoring in PRIVATE)
    assert meanings["csat"] == "1 = worst csat; 5 = best csat"
    assert meanings["ces"] == "1 = worst ces; 7 = best ces; skipped = skipped"
    assert meanings["nps"] == "0 = not at all likely; 10 = extremely likely"
    assert meanings["wellbeing"] == "0 = the lowest rating; 10 = the highest rating"
    assert meanings["s0"] == "yes = yes; no = no; unsure = not sure"
    assert meanings["read"] == "read = read"
    for code, what in (("margin", "a number"), ("clients", "a list"), ("path", "a journey map")):
        assert meanings[code].startswith(f"written = {what}")


async def test_charts(world: World) -> None:
    """CSAT and CES, and each statement of a checklist, as native bars."""
    for shape, charts in (
        (SURVEY, {"Funnel", "Answers 0–10", "Shares"}),
        (CHECKLIST, {"Funnel", "Shares", "Section means"}),
        (CALCULATION, {"Funnel"}),
    ):
        own = replace(world, name=shape.id)
        await crowd(own, 9)
        book = openpyxl.load_workbook((await own.export("report")).path)
        drawn = {sheet.title: len(sheet._charts) for sheet in book}  # openpyxl has no other way
        assert {name for name, count in drawn.items() if count} == charts
    shares = (await replace(world, name=SURVEY.id).report())["Shares"]
    sheet = (await replace(world, name=SURVEY.id).report())["Answers"]
    overall = [row["Share, %"] for row in sheet if row["Cut"] == "All" and row["Share, %"]]
    assert [row["Share, %"] for row in shares] == overall
    assert BY_NAME[SURVEY.id].by_code["csat"].name["en"] == shares[0]["Question"]
