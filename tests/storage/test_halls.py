"""Live pictures on both databases: one a person, each refresh done once."""

import asyncio
from datetime import timedelta

from domain.person import Campaign
from storage.database import Database
from storage.halls import Hall
from tests.support.made import CHAT, NOW, stored

LATER = NOW + timedelta(seconds=30)


async def campaign(database: Database) -> Campaign:
    """Somewhere to look at."""
    made = await database.write(lambda r: r.campaigns.create("hall", "Hall", "map", None, NOW))
    assert made is not None
    return made


async def opened(database: Database, number: int = 0, message_id: int = 5) -> Hall:
    """A picture of somebody new, due at once."""
    person = await stored(database, CHAT + number)
    found = await database.read(lambda r: r.campaigns.by_code("hall"))
    row = found.id if found else (await campaign(database)).id
    hall = Hall(person.id, row, message_id, "en", "digest", NOW + timedelta(hours=12))
    await database.write(lambda r: r.halls.open(hall, NOW))
    return hall


async def test_claimed_once(database: Database) -> None:
    """Many processes at the same moment: each picture goes to one of them."""
    halls = {await opened(database, number) for number in range(3)}
    claims = await asyncio.gather(
        *(database.write(lambda r: r.halls.claim(NOW, LATER)) for _ in range(8))
    )
    claimed = [hall for claim in claims for hall in claim]
    assert (len(claimed), set(claimed)) == (3, halls)
    assert await database.read(lambda r: r.halls.next_at()) == LATER
    assert await database.write(lambda r: r.halls.claim(LATER, LATER)) != []


async def test_nothing_before_its_time(database: Database) -> None:
    """Nor where there is none."""
    assert await database.read(lambda r: r.halls.next_at()) is None
    await opened(database)
    before = NOW - timedelta(milliseconds=1)
    assert await database.write(lambda r: r.halls.claim(before, LATER)) == []


async def test_one_a_person(database: Database) -> None:
    """The newest; what is noted about an earlier one changes nothing."""
    first = await opened(database)
    second = Hall(first.person_id, first.campaign_id, 6, "uk", "other", first.ends_at)
    await database.write(lambda r: r.halls.open(second, NOW))
    assert await database.read(lambda r: r.halls.message_of(first.person_id)) == 6
    assert not await database.write(lambda r: r.halls.shows(first, "late", LATER))
    await database.write(lambda r: r.halls.close(first.person_id, first.message_id))
    assert await database.write(lambda r: r.halls.claim(NOW, LATER)) == [second]
    assert await database.write(lambda r: r.halls.shows(second, "new", NOW))
    (now,) = await database.write(lambda r: r.halls.claim(NOW, LATER))
    assert now.digest == "new"
    await database.write(lambda r: r.halls.close(first.person_id))
    assert await database.read(lambda r: r.halls.message_of(first.person_id)) is None


async def test_it_goes_with_the_person(database: Database) -> None:
    """Who deletes everything has no picture either."""
    hall = await opened(database)
    await database.write(lambda r: r.people.delete(hall.person_id, NOW))
    assert await database.read(lambda r: r.halls.next_at()) is None
