"""Rows of a campaign and of some days: what all rows hold of them, no more and no less."""

from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest

from content.library import Library
from domain.person import Campaign
from storage.database import Database
from storage.export.files import write_export
from storage.export.selection import EVERYTHING, Selection
from tests.storage.export_world import NOW, Table, World, answered, read_csv, seeded

FIRST, LAST = date(2026, 11, 22), date(2026, 11, 23)
SELECTIONS = (
    Selection("map"),
    Selection("map", campaign="c0"),
    Selection("map", campaign="c4"),
    Selection("map", since=LAST),
    Selection("map", until=FIRST),
    Selection("map", since=FIRST, until=FIRST),
    Selection("map", campaign="c1", since=LAST),
    Selection("map", campaign="c2", until=FIRST),
    Selection("map", since=LAST + timedelta(days=9)),
    Selection("map", campaign="nothing"),
    Selection("map", campaign="secret"),
)


@pytest.fixture
async def world(database: Database, library: Library, tmp_path: Path) -> World:
    """A crowd over two days, with an anonymous campaign among the others."""
    world = World(database, library, tmp_path / "exports")
    await world.crowd(seed=11, count=110)
    secret = await world.campaign("secret", is_anonymous=True)
    await world.take(answered(seeded(1), world.instrument), campaign=secret)
    return world


async def _lines(world: World, selection: Selection) -> Table:
    made = await write_export(
        world.database, world.library.instruments, "jsonl", world.folder, "en", NOW, selection
    )
    lines = [orjson.loads(line) for line in made.path.read_bytes().splitlines()]
    assert made.rows == len(lines)
    return lines


async def _announced(world: World, selection: Selection) -> int:
    return await world.database.read(lambda records: records.selections.count(selection))


async def _campaign(world: World, row: int) -> Campaign | None:
    return await world.database.read(lambda records: records.selections.campaign(row))


def _by_hand(everything: Table, selection: Selection) -> Table:
    """All rows, gone through one by one; only their numbers begin anew."""
    found: Table = []
    for row in everything:
        day = date.fromisoformat(row["day"])
        is_theirs = selection.campaign in {None, row["campaign"]}
        is_late = selection.since is not None and day < selection.since
        is_early = selection.until is not None and day > selection.until
        if is_theirs and not is_late and not is_early:
            found.append(row | {"number": len(found) + 1})
    return found


async def test_rows_chosen_are_rows_filtered(world: World) -> None:
    """Each choice, and how many rows are announced before it is confirmed."""
    everything = await _lines(world, EVERYTHING)
    assert {row["day"] for row in everything} == {FIRST.isoformat(), LAST.isoformat()}
    sizes = []
    for selection in SELECTIONS:
        lines = await _lines(world, selection)
        assert lines == _by_hand(everything, selection)
        assert await _announced(world, selection) == len(lines)
        sizes.append(len(lines))
    assert sizes[0] == len(everything)
    assert sizes[-3:] == [0, 0, 0]
    assert sum(map(bool, sizes)) >= 7


async def test_csv_is_chosen_likewise(world: World) -> None:
    """The choice does not hang on the format."""
    chosen = Selection("map", campaign="c0", since=FIRST)
    made = await write_export(
        world.database, world.library.instruments, "csv", world.folder, "en", NOW, chosen
    )
    assert len(read_csv(made.path, ",")) == made.rows == len(await _lines(world, chosen))
    assert made.path.name == "map-rows-c0-from-2026-11-22-2026-11-22.csv"


async def test_names_say_what_is_inside(world: World) -> None:
    """The campaign and the days; a code can't lead out of the folder."""
    for selection, name in (
        (Selection(until=LAST), "map-rows-to-2026-11-23-2026-11-22.csv"),
        (Selection(campaign="../x y"), "map-rows-___x_y-2026-11-22.csv"),
    ):
        made = await write_export(
            world.database, world.library.instruments, "csv", world.folder, "en", NOW, selection
        )
        assert made.path.name == name
        assert made.path.parent.parent == world.folder


@pytest.mark.parametrize("part", [Selection(campaign="c0"), Selection(since=FIRST)])
async def test_a_report_is_never_of_a_part(world: World, part: Selection) -> None:
    """Reports of overlapping groups could be subtracted from each other."""
    with pytest.raises(ValueError, match="whole"):
        await write_export(
            world.database, world.library.instruments, "report", world.folder, "en", NOW, part
        )


async def test_campaigns_to_choose_from(world: World) -> None:
    """The newest first, without the anonymous one, which can't be had by its number either."""
    found = await world.database.read(lambda r: r.selections.campaigns("map"))
    assert [one.code for one in found] == ["c4", "c3", "c2", "c1", "c0"]
    assert await world.database.read(lambda r: r.selections.campaigns("other")) == []
    for row in (found[0].id + 1, 10**17):
        assert await _campaign(world, row) is None
    assert await _campaign(world, found[0].id) == found[0]


@pytest.mark.parametrize(
    "selection", [Selection(), Selection("map", "c", FIRST, LAST), Selection("map", until=LAST)]
)
def test_a_choice_as_facts(selection: Selection) -> None:
    """And back, among facts that are none of it."""
    facts: dict[str, str | int] = {**selection.facts, "format": "csv", "tries": 3}
    assert Selection.of(facts) == selection
