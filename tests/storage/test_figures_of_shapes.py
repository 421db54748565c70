"""Boards, report and rows of every kind of instrument, each figure worked out from the rows."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import sqrt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from content.library import Library
from domain.kinds import PRIVATE, Kind, Measure, Scoring
from domain.person import Campaign
from domain.questionnaire import SKIPPED, WRITTEN, Instrument, Question, Value
from storage.boards import Board, read_board
from storage.cipher import Cipher
from storage.database import Database
from tests.storage.export_world import (
    NOW,
    Table,
    World,
    answered,
    concealed,
    read_workbook,
    seeded,
    tenth,
)
from tests.support.shapes import (
    BY_NAME,
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
    library_of_shapes,
)

HIDDEN = "hidden: fewer than 5, or could be worked out"
CROWD = 60
Z = 1.959963984540054
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


@pytest.fixture
async def world(migrated_url: str, cipher: Cipher, tmp_path: Path) -> AsyncIterator[World]:
    """An empty database that knows all shapes."""
    library = library_of_shapes()
    database = Database(migrated_url, cipher, library)
    yield World(database, library, tmp_path / "exports")
    await database.close()


async def crowd(world: World, count: int) -> None:
    """So many who finish, one after another, in campaigns of all sizes; a trial; a half."""
    random = seeded(count + len(world.name))
    names = ("large", "middle", "small")
    rows = {name: await world.campaign(f"{world.name}-{name}") for name in names}
    places: list[int | None] = [None] * count
    if count == CROWD:
        places[:-7] = [rows["large"]] * 39 + [rows["middle"]] * 11 + [rows["small"]] * 3
    elif count > 5:
        places[:] = [rows["large"]] * 5 + [rows["small"]] * (count - 5)
    random.shuffle(places)
    for number, place in enumerate(places):
        attempt = answered(random, world.instrument)
        await world.take(attempt, campaign=place, at=NOW + timedelta(minutes=number))
    await world.take(answered(random, world.instrument), await world.person(is_trial=True))
    await world.take(answered(random, world.instrument, stop=1), minutes=None)


def number_of(question: Question, value: Value | None) -> int | None:
    """An answer as a number: yes is one; None where there is none."""
    if value is None or value == SKIPPED:
        return None
    if question.kind is Kind.YES_NO:
        return int(value == "yes")
    return value if isinstance(value, int) else None


def wilson(count: int, n: int) -> list[float]:
    """Both x that solve (p - x)² = z² x (1 - x) / n, in per cent."""
    p, s = count / n, Z**2 / n
    a, b, c = 1 + s, -(2 * p + s), p**2
    root = sqrt(max(b**2 - 4 * a * c, 0))
    return [tenth(100 * (-b - root) / (2 * a)), tenth(100 * (-b + root) / (2 * a))]


def cells(question: Question, values: Sequence[Value]) -> dict[str, Any]:
    """What the sheet of answers says of some answers to a question."""
    n, label = len(values), {"yes": "yes", "no": "no", "unsure": "not sure"}
    told: dict[str, Any] = {"n": n, "Share, %": None, "95%: from": None, "95%: to": None}
    told["Mean"] = None
    least = 1 if question.kind is Kind.YES_NO else question.favourable
    numbers = [number_of(question, value) for value in values]
    if least is not None:
        reached = sum(number is not None and number >= least for number in numbers)
        told["Share, %"] = tenth(Fraction(100 * reached, n))
        told["95%: from"], told["95%: to"] = wilson(reached, n)
    if question.kind in {Kind.RATING, Kind.LIKELIHOOD}:
        levels = [int(value) for value in values]
        told["Mean"] = round(tenth(Fraction(10 * sum(levels), n)) / 10, 2)
    known = [str(token) for token in question.tokens if token != SKIPPED]
    counts = Counter(str(value) for value in values)
    return told | {label.get(code, code): counts[code] for code in known}


def expected_answers(instrument: Instrument, rows: Table, sources: Sequence[str]) -> Table:
    """The sheet of answers, row by row, without its columns of other questions."""
    found = []
    for question in instrument.questions:
        is_counted = question.kind in {Kind.YES_NO, Kind.CHOICE, Kind.RATING}
        if not is_counted and question.measure is not Measure.MEAN:
            continue
        for cut in ("All", "Campaign"):
            groups: defaultdict[str, list[Value]] = defaultdict(list)
            for row in rows:
                value = row[f"q_{question.code}"]
                if row["counts"] and value not in {None, SKIPPED}:
                    groups[_group(row) if cut == "Campaign" else "All"].append(value)
            gone = concealed({name: len(values) for name, values in groups.items()})
            for name in ("All", *sources):
                if name in groups:
                    own = {"n": HIDDEN} if name in gone else cells(question, groups[name])
                    found.append({"Code": question.code, "Cut": cut, "Group": name, **own})
    return found


def _group(row: Mapping[str, Any]) -> str:
    code = row["campaign"]
    return f"Event {code} ({code})" if code else "no campaign"


def scores(instrument: Instrument, row: Mapping[str, Any]) -> tuple[Fraction | None, ...]:
    """Total and sections of one row, from its answers; a statement passed by is no plus."""
    sections: list[Fraction | None] = []
    every: list[Fraction] = []
    for block in instrument.blocks:
        values = [(q, row[f"q_{q.code}"]) for q in block.questions]
        shares = [
            Fraction(value == "yes")
            if q.kind is Kind.YES_NO
            else Fraction(value - 1, q.points - 1)
            for q, value in values
        ]
        sections.append(100 * sum(shares, Fraction()) / len(shares))
        every += shares
    total = 100 * sum(every, Fraction()) / len(every) if every else None
    return total, *sections


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
            await check_boards(own, rows)


def parted(values: Sequence[Value | None]) -> list[Fraction]:
    """The shares of yes, no, and all the rest, in per cent."""
    yes, no = values.count("yes"), values.count("no")
    return [Fraction(100 * part, len(values)) for part in (yes, no, len(values) - yes - no)]


def own_shares(row: Mapping[str, Any], codes: Sequence[str]) -> list[Fraction]:
    """One person's."""
    return parted([row[f"q_{code}"] for code in codes])


def mean_of_shares(rows: Table, codes: Sequence[str]) -> list[Fraction]:
    """Of several people."""
    every = [own_shares(row, codes) for row in rows]
    return [sum(part, Fraction()) / len(rows) for part in zip(*every, strict=True)]


def expected_missing(shape: Instrument, groups: Mapping[str, Table]) -> dict[Any, Any]:
    """By group and code: n and the shares, or None where they are hidden."""
    secret = concealed({name: len(own) for name, own in groups.items()})
    found: dict[Any, Any] = {}
    gone: dict[str, set[str]] = {}
    for block in shape.blocks:
        for question in block.questions:
            code = question.code
            values = {
                name: [row[f"q_{code}"] for row in own if row[f"q_{code}"] != SKIPPED]
                for name, own in groups.items()
            }
            gone[code] = concealed({name: len(own) for name, own in values.items()}, secret)
            for name, own in values.items():
                shares = [len(own), *map(tenth, parted(own))] if own else [0, None, None, None]
                found[name, code] = None if name in gone[code] else shares
    for block in shape.blocks:
        darker = set().union(*(gone[question.code] for question in block.questions))
        gone[block.code] = concealed({n: len(own) for n, own in groups.items()}, secret | darker)
    darker = set().union(*(gone[block.code] for block in shape.blocks))
    gone[""] = concealed({n: len(own) for n, own in groups.items()}, secret | darker)
    for name, own in groups.items():
        for code, questions in [
            ("", [q for block in shape.blocks for q in block.questions]),
            *((block.code, block.questions) for block in shape.blocks),
        ]:
            means = mean_of_shares(own, [question.code for question in questions])
            found[name, code] = None if name in gone[code] else [len(own), *map(tenth, means)]
    return {key: cell for key, cell in found.items() if key[0] not in secret or key[1] == ""}


def check_missing(shape: Instrument, rows: Table, sheet: Table) -> None:
    """Every share from the rows' own answers; the items most often missing first."""
    counted = [row for row in rows if row["counts"]]
    by_campaign: defaultdict[str, Table] = defaultdict(list)
    for row in counted:
        by_campaign[_group(row)].append(row)
    for cut, groups in (("All", {"All": counted}), ("Campaign", by_campaign)):
        expected = expected_missing(shape, groups)
        if len(shape.blocks) == 1:
            expected = {key: cell for key, cell in expected.items() if key[1] != "only"}
        own = [row for row in sheet if row["Cut"] == cut]
        told = {
            (row["Group"], row["Code"] or ""): None
            if row["n"] == HIDDEN
            else [row["n"], *(row[f"“{part}”, %"] for part in ("Yes", "No", "Not sure"))]
            for row in own
        }
        assert told == expected
        for name in groups:
            items = [r for r in own if r["Group"] == name and r["About"] == "item"]
            shown = [r["“No”, %"] for r in items if r["n"] != HIDDEN]
            assert shown == sorted(shown, reverse=True)
            assert [r["n"] == HIDDEN for r in items] == sorted(r["n"] == HIDDEN for r in items)


async def campaign_of(own: World, code: str) -> Campaign | None:
    """A campaign by its code."""
    return await own.database.read(lambda records: records.campaigns.by_code(code))


async def check_boards(own: World, rows: Table) -> None:
    """Of a campaign: the figures of the first fives; hidden below; of all: the sum of people."""
    shape = own.instrument
    for place, standing in (("large", 35), ("middle", 10), ("small", 0)):
        campaign = await campaign_of(own, f"{shape.id}-{place}")
        board = await read_board(own.database, shape, campaign=campaign)
        theirs = [row for row in rows if row["campaign"] == f"{shape.id}-{place}"]
        assert (board.present, board.people) == (len(theirs), standing)
        check_board(shape, board, theirs[:standing])
    everybody = await read_board(own.database, shape, campaign=None)
    assert everybody.people == 35 + 10 + 5


def check_board(shape: Instrument, board: Board, rows: Table) -> None:
    """Against these rows; what somebody skipped has steps of its own and is left out here."""
    assert list(board.answers) == [question.code for question in shape.measured]
    whole = [scores(shape, row) for row in rows]
    if rows and shape.blocks:
        assert board.total == close([one[0] for one in whole])
    for question in shape.questions:
        values = [number_of(question, row[f"q_{question.code}"]) for row in rows]
        numbers = [value for value in values if value is not None]
        if question.code in board.answers:
            check_answers(question, board, numbers, is_whole=len(numbers) == len(rows))
        elif question.code in board.items and not rows:
            assert board.items[question.code] is None
        elif question.code in board.items and len(numbers) == len(rows):
            lowest = 0 if question.kind is Kind.YES_NO else 1
            shares = [Fraction(100 * (n - lowest), question.span) for n in numbers]
            assert board.items[question.code] == close(shares)
    check_splits(shape, board, rows)


def check_splits(shape: Instrument, board: Board, rows: Table) -> None:
    """Yes, no and not sure of a checklist, in all, by section and by item."""
    if shape.scoring is not Scoring.CHECKLIST:
        assert board.splits is None
        return
    assert board.splits is not None
    every = [question.code for block in shape.blocks for question in block.questions]
    parts = [(every, board.splits.whole)]
    parts += [
        ([question.code for question in block.questions], board.splits.sections[block.code])
        for block in shape.blocks
    ]
    parts += [
        ([code], board.splits.items[code])
        for code in every
        if SKIPPED not in {row[f"q_{code}"] for row in rows}
    ]
    for codes, split in parts:
        if not rows:
            assert split is None
        else:
            assert split is not None
            shares = [float(share) for share in mean_of_shares(rows, codes)]
            assert [split.yes, split.no, split.unsure] == pytest.approx(shares)


def check_answers(
    question: Question, board: Board, numbers: Sequence[int], *, is_whole: bool
) -> None:
    """One measured question."""
    found = board.answers[question.code]
    if not numbers:
        assert (found.distribution, found.nps, found.share, found.mean) == (None,) * 4
    elif is_whole:
        assert found.distribution == Counter(numbers)
        assert (found.nps is None) is (question.measure is not Measure.NPS)
        assert (found.share is None) is (question.measure is not Measure.SHARE)
        if found.share is not None and question.favourable is not None:
            reached = sum(number >= question.favourable for number in numbers)
            assert found.share.favourable == reached
            assert [tenth(found.share.low), tenth(found.share.high)] == wilson(
                reached, len(numbers)
            )
        if found.mean is not None:
            assert found.mean == close([Fraction(number) for number in numbers])


def close(values: Sequence[Fraction | None]) -> object:
    """The exact mean, compared as closely as anybody could see."""
    known = [value for value in values if value is not None]
    return pytest.approx(float(sum(known, Fraction()) / len(known)), abs=1e-6)


async def test_nobody(world: World) -> None:
    """Empty reports of all shapes say so and don't fail."""
    for shape in SHAPES:
        own = replace(world, name=shape.id)
        report = await own.report("uk")
        assert len(report) == len(SHEETS[shape.id])
        board = await read_board(own.database, shape, campaign=None)
        assert (board.total, board.people) == (None, 0)
        assert set(board.items.values()) <= {None}


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
