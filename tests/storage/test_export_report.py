"""The report: every figure recomputed by hand from the rows, small groups hidden."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from functools import partial
from math import sqrt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from content.library import Library
from domain.questionnaire import SKIPPED, WRITTEN, Instrument, Profile
from storage.database import Database
from storage.records import Records
from tests.storage.export_world import (
    NOW,
    Table,
    World,
    answered,
    concealed,
    seeded,
    tenth,
    value_of,
)

HIDDEN = "hidden: fewer than 5, or could be worked out"
ROLES: Mapping[str | None, str] = {
    "owner": "Owner",
    "top_manager": "Senior executive",
    "manager": "Manager",
    "employee": "Employee",
    "consultant": "Consultant",
    None: "not given",
}
CUTS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "All": lambda _row: "All",
    "Campaign": lambda row: _campaign(row["campaign"]),
    "Role": lambda row: ROLES[row["role"]],
    "Language": lambda row: {"ru": "Russian", "uk": "Ukrainian", "en": "English"}[row["language"]],
}
VIEWS = {
    "own_nps": "Insiders’ view: would recommend the products and services",
    "own_enps": "Insiders’ view: would recommend the company as a workplace",
}
CAME = ("Came by the test’s campaigns", "Of these, consented")
MODES = {"full": "full", "express": "short"}


@pytest.fixture
def world(database: Database, library: Library, tmp_path: Path) -> World:
    """An empty world."""
    return World(database, library, tmp_path / "exports")


def _campaign(code: str | None) -> str:
    return f"Event {code} ({code})" if code else "no campaign"


async def _visit(records: Records, source: str, started: int, consented: int) -> None:
    await records.campaigns.count_visit(source, NOW, started=started, consented=consented)


def grouped(rows: Iterable[Mapping[str, Any]], cut: str) -> dict[str, Table]:
    """Rows by group, campaigns in the order they were made, other groups by code."""
    groups: defaultdict[str, Table] = defaultdict(list)
    key = {"Campaign": "campaign", "Role": "role", "Language": "language"}.get(cut, "mode")
    first: list[Any] = sorted(rows, key=lambda row: row[key] or "")
    if cut == "Campaign":
        first.sort(key=lambda row: row[key] is None)
    for row in first:
        groups[CUTS[cut](row)].append(dict(row))
    return dict(groups)


def block_score(row: Mapping[str, Any], instrument: Instrument, block: int) -> Fraction | None:
    """(mean - 1) / 4 * 100 of the levels, if at least half of the asked have one."""
    codes = [
        q.code
        for q in instrument.blocks[block].questions
        if row["mode"] == "full" or q.code in instrument.express
    ]
    levels = [level for code in codes if isinstance(level := value_of(row, code), int)]
    if not levels or len(levels) * 2 < len(codes):
        return None
    return (Fraction(sum(levels), len(levels)) - 1) * 25


def total(row: Mapping[str, Any], instrument: Instrument) -> Fraction | None:
    """The mean of six blocks or more."""
    scores = [block_score(row, instrument, block) for block in range(len(instrument.blocks))]
    known = [score for score in scores if score is not None]
    return sum(known, Fraction()) / len(known) if len(known) >= 6 else None


def mean(values: Sequence[Fraction]) -> float | None:
    """Rounded once."""
    return tenth(sum(values, Fraction()) / len(values)) if values else None


def block_rows(rows: Table, instrument: Instrument) -> Iterator[list[Any]]:
    """The sheet of blocks, row by row."""
    for mode, name in MODES.items():
        counted = [row for row in rows if row["counts"] and row["mode"] == mode]
        for cut in CUTS:
            groups = grouped(counted, cut)
            gone = concealed({group: len(own) for group, own in groups.items()})
            figures: list[dict[str, list[Fraction]]] = []
            for at in range(-1, len(instrument.blocks)):
                values = {
                    group: [
                        total(r, instrument) if at < 0 else block_score(r, instrument, at)
                        for r in own
                    ]
                    for group, own in groups.items()
                }
                figures.append({g: [v for v in own if v is not None] for g, own in values.items()})
            sizes = [{g: len(values) for g, values in figure.items()} for figure in figures]
            hidden_in = [concealed(own, gone) for own in sizes]
            # A total would tell the one block that is hidden for another group's sake.
            told = {g for at in range(1, len(sizes)) for g in hidden_in[at] if sizes[at][g] >= 5}
            hidden_in[0] = concealed(sizes[0], gone | told)
            for group, own in groups.items():
                cells = [
                    HIDDEN if group in secret else mean(figure[group])
                    for figure, secret in zip(figures, hidden_in, strict=True)
                ]
                yield [name, cut, group, HIDDEN if group in gone else len(own), *cells]


def loyalty(answers: Sequence[int]) -> list[Any]:
    """The parts of a score, after Rocks (2016)."""
    n = len(answers)
    up, down = sum(a >= 9 for a in answers), sum(a <= 6 for a in answers)
    p, d = (up + 0.75) / (n + 3), (down + 0.75) / (n + 3)
    reach = 1.959963984540054 * sqrt((p + d - (p - d) ** 2) / (n + 3))
    ends = [max(-100, 100 * (p - d - reach)), min(100, 100 * (p - d + reach))]
    score = tenth(Fraction(100 * (up - down), n))
    return [n, up, n - up - down, down, score, *map(tenth, ends), *map(answers.count, range(11))]


def likelihood_rows(rows: Table, code: str) -> Iterator[list[Any]]:
    """One question's rows in the sheet of likelihood, finished attempts only."""
    answered_rows = [row for row in rows if row["counts"] and value_of(row, code) is not None]
    for cut in CUTS:
        groups = grouped(answered_rows, cut)
        gone = concealed({group: len(own) for group, own in groups.items()})
        for group, own in groups.items():
            cells = loyalty([row[f"q_{code}"] for row in own])
            shown = [HIDDEN, *[None] * 17] if group in gone else cells
            yield [VIEWS[code], "finished", cut, group, *shown]


def cells_of(table: Table) -> list[list[Any]]:
    """A sheet without its headers."""
    return [list(row.values()) for row in table]


@pytest.mark.parametrize("seed", [11, 12])
async def test_every_figure_by_hand(world: World, seed: int) -> None:
    """Blocks and likelihood, recomputed from the answers in the JSON Lines rows."""
    await world.crowd(seed, count=150)
    rows, report = await world.lines(), await world.report()
    instrument = world.instrument
    titles = [block.title["en"] for block in instrument.blocks if block.title]
    assert list(report["Blocks"][0]) == ["Version", "Cut", "Group", "n", "Total", *titles]
    expected = list(block_rows(rows, instrument))
    assert cells_of(report["Blocks"]) == expected
    assert HIDDEN in {cell for row in expected for cell in row}
    finished = [row for row in report["Likelihood"] if row["Attempts"] == "finished"]
    by_hand = [row for code in VIEWS for row in likelihood_rows(rows, code)]
    assert cells_of(finished) == by_hand
    overall = {row["What about"]: row for row in finished if row["Cut"] == "All"}
    for row in report["Answers 0–10"]:
        for view in VIEWS.values():
            assert row[view] == overall[view][row["Answer"]]
    means_of = {row["Version"]: row for row in report["Blocks"] if row["Cut"] == "All"}
    for title, row in zip(titles, report["Block means"], strict=True):
        assert list(row.values()) == [title, means_of["full"][title], means_of["short"][title]]


async def test_summary_by_hand(world: World) -> None:
    """Who came, began and finished by campaign; means are those of the blocks' sheet."""
    await world.crowd(seed=13)
    for source, count in (("c0", 7), ("c1", 2), ("", 3), ("?", 4), ("elsewhere", 1)):
        for started, consented in ((count, 0), (0, count - 1)):
            await world.database.write(
                partial(_visit, source=source, started=started, consented=consented)
            )
    # Who came for another test and took this one all the same did not come for it.
    other = await replace(world, name="nps").campaign("other")
    await world.take(answered(seeded(1), world.instrument, stop=2), campaign=other, minutes=None)
    await world.database.write(partial(_visit, source="other", started=90, consented=80))
    report, stored = await world.report(), await world.stored()
    names = {**{number: f"c{number - 1}" for number in range(1, 6)}, 6: "other"}
    by_group = {row["Campaign"]: row for row in report["Summary"]}
    assert list(by_group) == ["All", *(_campaign(n) for n in names.values()), "no campaign"]
    for group, row in by_group.items():
        own = [
            kept for kept in stored if group in {"All", _campaign(names.get(kept["campaign_id"]))}
        ]
        finished = sum(kept["finished_at"] is not None for kept in own)
        assert row["Attempts begun"] == len(own)
        assert row["Finished"] == finished
        share = tenth(Fraction(100 * finished, len(own))) if own else None
        assert row["Finished, %"] == share
        for mode in MODES.values():
            blocks = [
                line
                for line in report["Blocks"]
                if (line["Version"], line["Group"]) == (mode, group) and line["Cut"] != "Role"
            ]
            shown = [blocks[0]["n"], blocks[0]["Total"]] if blocks else [0, None]
            assert [row[f"Counted: {mode}"], row[f"Mean total: {mode}"]] == shown
    for group, came in (
        ("All", [9, 7]),
        ("no campaign", [None, None]),
        (_campaign("other"), [None, None]),
        (_campaign("c0"), [7, 6]),
        (_campaign("c4"), [0, 0]),
    ):
        assert [by_group[group][key] for key in CAME] == came
    steps = {row["Step"]: row for row in report["Funnel"] if not row["Question"]}
    assert [steps[CAME[0]][key] for key in ("Asked", "Answered")] == [None, 9]
    assert [steps[CAME[1]][key] for key in ("Asked", "Answered")] == [9, 7]
    assert steps[CAME[0]][f"Answered: {_campaign('other')}"] is None


def passed(row: Mapping[str, Any], code: str, instrument: Instrument) -> tuple[bool, bool, bool]:
    """Whether a stored attempt is asked a question, has answered it, has skipped it."""
    question, answers = instrument.by_code[code], row["answers"]
    scored = instrument.section_of[code].scored
    asked = row["mode"] == "full" or not scored or code in instrument.express
    for condition in question.when:
        fact = answers.get(condition.reference, row.get(condition.reference))
        asked &= fact is not None and (condition.values is None or str(fact) in condition.values)
    answer = answers.get(code) if asked else None
    return asked, answer not in {None, SKIPPED}, answer == SKIPPED


async def test_funnel_by_hand(world: World) -> None:
    """Each question counts those it is put to, also among attempts that stopped."""
    await world.crowd(seed=14)
    report, stored = await world.report(), await world.stored()
    steps = {row["Step"]: row for row in report["Funnel"]}
    codes = [question.code for question in world.instrument.questions]
    assert list(steps) == [*CAME, "Attempts begun", *codes, "Finished"]
    assert steps["Attempts begun"]["Answered"] == len(stored)
    names = [*(_campaign(f"c{number}") for number in range(5)), "no campaign"]
    for code in codes:
        counts: dict[str, list[int]] = {name: [0, 0, 0] for name in names}
        for row in stored:
            place = names[row["campaign_id"] - 1 if row["campaign_id"] else -1]
            for at, is_so in enumerate(passed(row, code, world.instrument)):
                counts[place][at] += is_so
        asked, given, skipped = map(sum, zip(*counts.values(), strict=True))
        share = tenth(Fraction(100 * given, asked))
        assert list(steps[code].values())[2:6] == [asked, given, skipped, share]
        gone = concealed({name: own[0] for name, own in counts.items()})
        for name, own in counts.items():
            shown = [steps[code][f"{what}: {name}"] for what in ("Asked", "Answered")]
            assert shown == ([HIDDEN] * 2 if name in gone else own[:2])
    full = sum(row["mode"] == "full" for row in stored)
    assert steps["1.1"]["Asked"] == full < steps["1.2"]["Asked"] == len(stored)


async def test_unfinished_answers_stand_apart(world: World) -> None:
    """A person's unfinished attempt tells nothing once they have finished one."""
    begun = answered(seeded(15), world.instrument, stop=1)
    whole = answered(seeded(16), world.instrument)
    for number in range(6):
        person = await world.person()
        await world.take(replace(begun, answers={"own_nps": 9}), person, minutes=None)
        if number == 0:
            await world.take(replace(whole, answers={**whole.answers, "own_nps": 0}), person)
    sheet = (await world.report())["Likelihood"]
    overall = {
        row["Attempts"]: row
        for row in sheet
        if row["Cut"] == "All" and row["What about"] == VIEWS["own_nps"]
    }
    assert overall["finished"]["n"] == HIDDEN
    assert (overall["unfinished"]["n"], overall["unfinished"]["9"]) == (5, 5)


async def test_a_single_hidden_group_hides_the_next(world: World) -> None:
    """4, 6 and 9 people: the six go too, or the four could be worked out."""
    for code, count in (("small", 4), ("middle", 6), ("large", 9)):
        place = await world.campaign(code)
        for number in range(count):
            await world.take(answered(seeded(number), world.instrument), campaign=place)
    report = await world.report()
    rows = {row["Group"]: row for row in report["Blocks"] if row["Cut"] == "Campaign"}
    assert set(list(rows[_campaign("small")].values())[3:]) == {HIDDEN}
    assert set(list(rows[_campaign("middle")].values())[3:]) == {HIDDEN}
    assert rows[_campaign("large")]["n"] == 9
    assert {row["Campaign"]: row["Counted: full"] for row in report["Summary"]} == {
        "All": 19,
        _campaign("small"): HIDDEN,
        _campaign("middle"): HIDDEN,
        _campaign("large"): 9,
        "no campaign": 0,
    }


async def test_few_people_show_nothing(world: World) -> None:
    """Four people: no mean, no distribution, no n, not even in all."""
    for number in range(4):
        await world.take(answered(seeded(number), world.instrument))
    report = await world.report()
    for name in ("Blocks", "Likelihood"):
        cells = [cell for row in report[name] for cell in list(row.values())[3:]]
        assert not [cell for cell in cells if isinstance(cell, int | float)]
    for name in ("Answers 0–10", "Block means"):
        assert {cell for row in report[name] for cell in list(row.values())[1:]} == {None}
    (whole, *_) = report["Summary"]
    assert (whole["Finished"], whole["Mean total: full"]) == (4, HIDDEN)


@pytest.mark.parametrize("count", [9, 10])
async def test_comments_from_ten(world: World, count: int) -> None:
    """Nine tell nothing; ten are all told, without anything about who wrote them."""
    attempt = answered(seeded(17), world.instrument)
    words = [f"Слова №{number}: ґанок, ёлка" for number in range(count)]
    place = await world.campaign("talk")

    async def write(text: str, at: int = 0, **facts: Any) -> None:  # noqa: ANN401 - take's own
        taken = replace(attempt, answers={**attempt.answers, "own_nps_reason": WRITTEN})
        taken = replace(taken, profile=facts.pop("profile", attempt.profile))
        when = NOW + timedelta(hours=at)
        await world.take(taken, at=when, words={"own_nps_reason": text}, campaign=place, **facts)

    me = await world.person()
    await write("superseded", person=me)
    for number, text in enumerate(words):
        await write(text, at=number + 1, person=None if number else me)
    await write("trial", person=await world.person(is_trial=True))
    await write("without a company", profile=Profile("none"))
    await write("unfinished", minutes=None)
    # Words that were written before the question was passed by belong to no answer.
    skipped = replace(attempt, answers={**attempt.answers, "own_nps_reason": SKIPPED})
    await world.take(skipped, words={"own_nps_reason": "taken back"})
    sheet = (await world.report())["Comments"]
    question = world.instrument.by_code["own_nps_reason"].text["en"]
    assert {tuple(row) for row in sheet} == {("Question", "Comment")}
    told = [row["Comment"] for row in sheet if row["Question"] == question]
    needed = "Comments are shown once there are at least 10."
    assert sorted(told) == (sorted(words) if count == 10 else [needed])
    assert [row["Comment"] for row in sheet if row["Question"] != question] == [needed]


async def test_comments_are_shuffled(world: World) -> None:
    """Not in the order in which they were written."""
    attempt = answered(seeded(18), world.instrument)
    taken = replace(attempt, answers={**attempt.answers, "own_nps_reason": WRITTEN})
    words = [f"{number:02}" for number in range(25)]
    for text in words:
        await world.take(taken, words={"own_nps_reason": text})
    told = [row["Comment"] for row in (await world.report())["Comments"]][: len(words)]
    assert sorted(told) == words != told


async def test_three_languages_say_the_same(world: World) -> None:
    """The same numbers in the same places, and no word left in another language."""
    await world.crowd(seed=19, count=40)
    books = {language: await world.report(language) for language in ("ru", "uk", "en")}
    for sheets in zip(*(list(book.values()) for book in books.values()), strict=True):
        numbers = [
            [[c for c in row.values() if not isinstance(c, str)] for row in table]
            for table in sheets
        ]
        assert numbers[0] == numbers[1] == numbers[2]
    assert list(books["ru"]) == [
        *("Сводка", "Воронка", "Готовность рекомендовать", "Ответы 0–10", "Блоки"),
        *("Средние по блокам", "Комментарии", "Справочник кодов"),
    ]
    headers = {
        language: " ".join(map(" ".join, book_headers(books[language]))) for language in books
    }
    assert not set("ыэъёЫЭЪЁ") & set(headers["uk"])
    assert not set("іїєґІЇЄҐ") & set(headers["ru"])
    words = headers["en"].replace("Event", "")
    assert not [letter for letter in words if "а" <= letter.lower() <= "я"]


def book_headers(book: Mapping[str, Table]) -> list[list[str]]:
    """The headers of all sheets."""
    return [list(table[0]) for table in book.values()]


async def test_charts_are_native(world: World) -> None:
    """A funnel, a distribution and means as charts that Excel draws from the cells."""
    await world.crowd(seed=20, count=20)
    book = openpyxl.load_workbook((await world.export("report")).path)
    drawn = {sheet.title: len(sheet._charts) for sheet in book}  # openpyxl has no other way
    assert {name for name, count in drawn.items() if count} == {
        "Funnel",
        "Answers 0–10",
        "Block means",
    }
    for sheet in book:
        assert sheet.freeze_panes == "A2"
