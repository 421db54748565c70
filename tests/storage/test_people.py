"""People and their places, seen by a transaction of its own after each change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from content.library import Library
from domain.person import Campaign, Notice, Person, Screen
from domain.questionnaire import Profile
from storage.database import Database
from storage.records import Records
from tests.support.made import CHAT, NOW, begun, counts, in_attempt, someone, stored


async def there(database: Database, person_id: int) -> Person:
    """The person as another transaction sees them."""
    found = await database.read(lambda records: records.people.by_id(person_id))
    assert found is not None
    return found


async def test_a_whole_place_comes_back(database: Database, library: Library) -> None:
    """Every field of somebody's place survives: it is all the conversation knows."""

    async def unit(records: Records) -> Campaign | None:
        return await records.campaigns.create("ML7", "Форум «Їжак»", "map", "full", NOW)

    campaign = await database.write(unit)
    person = await stored(
        database,
        state="Talk:answering",
        context={"test": "map", "levels": 3, "flag": True},
        profile=Profile("owner", "2_9", "retail"),
        consented_at=NOW + timedelta(milliseconds=7),
        campaign=campaign,
        screen=Screen(message_id=2**40, wanted=9, shown=8, fresh=7),
        notice=Notice("notice-too-long", {"length": 5000, "limit": 4000}),
        seen_at=NOW + timedelta(seconds=1),
    )
    person = await in_attempt(database, person, begun(library))
    assert person == await there(database, person.id)
    assert person == await database.read(lambda records: records.people.find(CHAT))


async def test_who_is_unknown(database: Database) -> None:
    """Nobody is found who is not there, neither by id nor by row nor by state."""
    assert await database.read(lambda records: records.people.find(CHAT)) is None
    assert await database.read(lambda records: records.people.by_id(1)) is None
    assert await database.read(lambda records: records.people.state(CHAT)) is None


async def test_two_people_are_kept_apart(database: Database) -> None:
    """Neighbouring ids are different people; saving one leaves the other alone."""
    anna, boris = await stored(database), await stored(database, CHAT + 1, language="en")
    await database.write(lambda records: records.people.save(anna.at("Talk:home")))
    assert await database.read(lambda records: records.people.state(CHAT)) == "Talk:home"
    assert boris == await there(database, boris.id)


async def test_a_row_number_is_never_used_again(database: Database) -> None:
    """What is under way for somebody who is gone must not meet somebody new by their number."""
    gone = await stored(database)
    await database.write(lambda records: records.people.delete(gone.id, NOW))
    new = await stored(database, CHAT + 1)
    assert gone.id != new.id


async def test_sources(database: Database) -> None:
    """The latest one is what consents are counted under."""
    person = await stored(database)
    for source, first in (("a", True), ("b", False), ("c", False)):
        await database.write(
            lambda r, source=source, first=first: r.people.came_from(  # type: ignore[misc]
                person.id, source, first=first
            )
        )
    assert await database.read(lambda records: records.people.latest_source(person.id)) == "c"


@pytest.mark.parametrize(
    ("wanted", "shown", "noted", "expected"),
    [
        (5, 2, 4, (4, 77)),
        (5, 2, 5, (5, 77)),
        (5, 5, 4, (5, 11)),
        (5, 5, 5, (5, 11)),
    ],
)
async def test_what_was_shown_is_noted_once(
    database: Database, wanted: int, shown: int, noted: int, expected: tuple[int, int]
) -> None:
    """A late note of an earlier revision never takes the place of a later one."""
    screen = Screen(message_id=11, wanted=wanted, shown=shown)
    person = await stored(database, screen=screen, notice=Notice("notice-tap", {}))
    await database.write(lambda records: records.people.shown(person.id, noted, 77, NOW))
    after = (await there(database, person.id)).screen
    assert expected == (after.shown, after.message_id)
    assert wanted == after.wanted


async def test_who_waits_for_a_screen(database: Database) -> None:
    """Only those are taken up at the start whose screen has not been shown."""
    due = await stored(database, CHAT, screen=Screen(wanted=2, shown=1))
    await stored(database, CHAT + 1, screen=Screen(wanted=2, shown=2))
    assert [due.id] == await database.read(lambda records: records.people.pending())


async def test_who_blocked_the_bot_waits_for_nothing(database: Database) -> None:
    """After a 403 neither a screen nor a delivery is due; others keep theirs."""
    screen = Screen(wanted=2, shown=1)
    anna = await stored(database, CHAT, screen=screen)
    boris = await stored(database, CHAT + 1, screen=screen)
    for person in (anna, boris):
        await database.write(
            lambda r, person=person: r.deliveries.add(person.id, "twin", NOW)  # type: ignore[misc]
        )
    await database.write(lambda records: records.people.unreachable(anna.id))
    assert [boris.id] == await database.read(lambda records: records.people.pending())
    assert [boris.id] == await database.read(lambda records: records.deliveries.people())


async def test_a_failed_unit_leaves_the_place_as_it_was(
    database: Database, library: Library
) -> None:
    """Person and attempt change together or not at all."""
    person = await in_attempt(database, await stored(database), begun(library))
    assert person.attempt is not None
    later = person.attempt.tapped(0, "9")

    async def unit(records: Records) -> None:
        assert person.attempt_id is not None
        await records.attempts.save(person.attempt_id, later, NOW)
        await records.people.save(replace(person, state="Talk:home"))
        await records.people.create(someone(), "")  # the id is taken

    with pytest.raises(Exception, match=r"(?i)unique"):
        await database.write(unit)
    assert person == await there(database, person.id)
    assert await counts(database) == {"people": 1, "attempts": 1, "versions": 1}
