"""Campaigns a page at a time, codes that are free, and figures by source, on both databases."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from content.library import Library
from domain.person import Campaign
from storage.campaigns import MAX_CODE
from storage.database import Database
from storage.records import Records
from storage.sources import Elsewhere, Flow
from tests.support.made import CHAT, NOW, answered, begun, has_finished, in_attempt, stored


async def made(database: Database, code: str, **fields: datetime) -> Campaign:
    """A new campaign."""
    campaign = await database.write(
        lambda r: r.campaigns.create(code, f"Event {code}", "map", None, NOW, **fields)
    )
    if campaign is None:
        raise LookupError(f"{code} is taken")
    return campaign


async def test_pages(database: Database) -> None:
    """The newest first, none twice, nothing beyond the last."""
    for number in range(5):
        await made(database, f"c{number}")

    async def unit(records: Records) -> tuple[int, list[list[str]]]:
        pages = [await records.campaigns.page(offset, 2) for offset in (0, 2, 4, 6)]
        return await records.campaigns.count(), [[one.code for one in page] for page in pages]

    assert await database.read(unit) == (5, [["c4", "c3"], ["c2", "c1"], ["c0"], []])


@pytest.mark.parametrize(
    ("taken", "wish", "expected"),
    [
        ([], "ml7-16", "ml7-16"),
        (["ml7-16"], "ml7-16", "ml7-16-2"),
        (["ml7-16", "ml7-16-2"], "ml7-16", "ml7-16-3"),
        (["ml7-16", "ml7-16-2"], "ml7-16-2", "ml7-16-3"),
        (["ml7-16", "ml7-16-3"], "ml7-16-3", "ml7-16-2"),
        (["ml7-16-2"], "ml7-16-2", "ml7-16-2-2"),
        (["event-1", "event"], "event-1", "event-2"),
        (["a_b", "axb-2"], "a_b", "a_b-2"),
        (["c" * MAX_CODE], "c" * MAX_CODE, "c" * (MAX_CODE - 6) + "-2"),
        (["-"], "-", "--2"),
        ([], "card", "card-2"),
    ],
)
async def test_free_codes(database: Database, taken: list[str], wish: str, expected: str) -> None:
    """The wish, or the next number; `_` in a code is no wildcard."""
    for code in taken:
        await made(database, code)
    found = await database.read(lambda records: records.campaigns.free_code(wish))
    assert found == expected
    assert len(found) <= MAX_CODE


async def test_changes(database: Database) -> None:
    """Title and dates come back as they were put in; no dates take both away."""
    zone = ZoneInfo("Europe/Kyiv")
    opens_at, closes_at = datetime(2026, 5, 16, tzinfo=zone), datetime(2026, 5, 19, tzinfo=zone)
    campaign = await made(database, "c", opens_at=opens_at, closes_at=closes_at)
    other = await made(database, "other")
    assert (campaign.opens_at, campaign.closes_at) == (opens_at, closes_at)

    async def unit(records: Records) -> None:
        await records.campaigns.rename(campaign.id, "Інша назва")
        await records.campaigns.reschedule(campaign.id, None, None)

    await database.write(unit)
    found = await database.read(lambda records: records.campaigns.by_id(campaign.id))
    assert found == replace(campaign, title="Інша назва", opens_at=None, closes_at=None)
    assert await database.read(lambda records: records.campaigns.by_id(other.id)) == other


async def test_flows(database: Database, library: Library) -> None:
    """The link itself, passed-on cards, and everything else are kept apart; no trials."""
    here, elsewhere = await made(database, "here"), await made(database, "elsewhere")
    day = timedelta(days=1)

    async def visits(records: Records) -> None:
        count = records.campaigns.count_visit
        await count("here", NOW, started=3, consented=2)
        await count("here", NOW + 2 * day, started=1)
        await count("s_here", NOW + day, started=2, consented=2)
        await count("elsewhere", NOW, started=9)
        for source, started in (("", 5), ("?", 4), ("s_card", 1), ("s_elsewhere", 7)):
            await count(source, NOW, started=started)

    await database.write(visits)
    link = replace(await stored(database, CHAT), campaign=here)
    await has_finished(database, link, answered(begun(library)))
    await has_finished(database, link, answered(begun(library)), is_trial=True)
    await in_attempt(database, link, begun(library))
    for number, source in enumerate(("s_here", "s_here", "s_elsewhere", ""), start=1):
        copy = await stored(database, CHAT + number)
        person_id = copy.id

        async def came(records: Records, person_id: int = person_id, source: str = source) -> None:
            await records.people.came_from(person_id, source, first=True)

        await database.write(came)
        await in_attempt(database, copy, begun(library))
    await has_finished(database, copy, answered(begun(library)))

    async def read(records: Records) -> tuple[Flow, Flow, Elsewhere]:
        sources = records.sources
        flows = await sources.of_link(here), await sources.of_copies(here)
        return *flows, await sources.elsewhere()

    today = NOW.date()
    own, copies, others = await database.read(read)
    assert own == Flow(4, 2, 2, 1, today, today + 2 * day)
    assert copies == Flow(2, 2, 2, 0, today + day, today + day)
    assert others == Elsewhere(direct=5, unknown=4, cards=1)
    taken = await database.read(lambda records: records.sources.taken([here, elsewhere]))
    assert taken == {here.id: (2, 1)}


async def test_nobody(database: Database) -> None:
    """No visits, no attempts: zeros and no days."""
    campaign = await made(database, "c")
    assert await database.read(lambda r: r.sources.of_link(campaign)) == Flow()
    assert await database.read(lambda r: r.sources.elsewhere()) == Elsewhere()
    assert await database.read(lambda r: r.sources.taken([campaign])) == {}
    assert await database.read(lambda r: r.sources.taken([])) == {}


async def test_days_are_those_of_the_moment_s_zone(database: Database) -> None:
    """22:30 UTC is tomorrow in Kyiv."""
    campaign = await made(database, "c")
    moment = datetime(2026, 5, 16, 22, 30, tzinfo=ZoneInfo("UTC")).astimezone(
        ZoneInfo("Europe/Kyiv")
    )
    await database.write(lambda r: r.campaigns.count_visit("c", moment, started=1))
    flow = await database.read(lambda r: r.sources.of_link(campaign))
    assert flow.first == flow.latest == date(2026, 5, 17)
