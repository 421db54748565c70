"""Who is to be reminded, and that two processes remind once."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.lease import LEASE, take_next
from bot.reminders import remind_due
from content.library import Library
from content.texts import Texts
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.person import Person
from domain.scoring import score
from domain.staying import AGAIN_AFTER, AGAIN_WITHIN, FORGOTTEN_AFTER, SILENT_FOR
from handlers.states import RESTING, Talk, name
from handlers.views.context import House
from storage.database import Database
from storage.models import attempts, deliveries
from storage.records import Records
from tests.support.made import (
    CHAT,
    NOW,
    answered,
    begun,
    counts,
    has_finished,
    in_attempt,
    rows,
    stored,
)
from tests.support.screens import ADMIN, speech

MOMENT = timedelta(milliseconds=1)
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
"""A Tuesday, in the daytime everywhere."""


@pytest.fixture
def house(library: Library, texts: Texts) -> House:
    """An operator who keeps people for long enough."""
    return replace(speech(library, texts).house, retention_days=365)


async def left(
    database: Database,
    library: Library,
    number: int = 0,
    *,
    is_trial: bool = False,
    **fields: Any,  # noqa: ANN401 - a person's fields
) -> Person:
    """Somebody who left a test a day before noon."""
    usual = {"consented_at": NOW, "seen_at": NOON - timedelta(days=1)}
    person = await stored(database, CHAT + number, **(usual | fields))
    there = await in_attempt(database, person, begun(library), is_trial=is_trial)
    kept = replace(there, state=fields.get("state", there.state))
    await database.write(lambda records: records.people.save(kept))
    return kept


async def unfinished(database: Database, limit: int = 10) -> list[int]:
    """Who is to be reminded at noon."""
    return await database.read(
        lambda records: records.reminders.unfinished(NOON, LANGUAGES, sorted(RESTING), limit)
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"seen_at": NOON - SILENT_FOR}, True),
        ({"seen_at": NOON - SILENT_FOR + MOMENT}, False),
        ({"seen_at": NOON - FORGOTTEN_AFTER}, True),
        ({"seen_at": NOON - FORGOTTEN_AFTER - MOMENT}, False),
        ({"consented_at": None}, False),
        ({"is_trial": True}, False),
        ({"state": name(Talk.paused)}, True),
        ({"state": name(Talk.deleting)}, False),
    ],
    ids=str,
)
async def test_who_is_reminded(
    database: Database, library: Library, fields: dict[str, Any], *, expected: bool
) -> None:
    """The database finds those whom the rule means."""
    person = await left(database, library, **fields)
    assert await unfinished(database) == ([person.id] if expected else [])


async def test_who_declined_blocked_or_was_reminded(database: Database, library: Library) -> None:
    """None of them, nor those whose campaign takes no answers any longer."""
    declined, blocked, reminded, closed, wanted = [
        await left(database, library, number) for number in range(5)
    ]
    campaign = await database.write(lambda r: r.campaigns.create("hall", "Hall", "map", None, NOW))
    assert campaign is not None

    async def unit(records: Records) -> None:
        await records.reminders.allow(declined.id, is_allowed=False)
        await records.people.unreachable(blocked.id)
        assert reminded.attempt_id is not None
        assert await records.reminders.claim_unfinished(reminded.attempt_id, NOON)
        there = replace(closed, campaign=campaign)
        row = await records.attempts.create(there, begun(library), NOW)
        await records.people.save(replace(there, attempt_id=row))
        await records.campaigns.open(campaign.id, is_open=False)

    await database.write(unit)
    assert await unfinished(database) == [wanted.id]


async def test_what_was_drawn_is_left_alone(database: Database, library: Library) -> None:
    """Whoever went back into a finished result has it already: there is nothing to remind of."""
    person = await left(database, library)
    row, done = person.attempt_id or 0, answered(begun(library))
    await database.write(lambda r: r.attempts.finish(row, done, score(done), NOW))
    assert await unfinished(database) == []


async def test_the_longest_silent_first(database: Database, library: Library) -> None:
    """As many as there is room for."""
    late, early, middle = [
        await left(database, library, n, seen_at=NOON - timedelta(hours=hours))
        for n, hours in enumerate((21, 40, 30))
    ]
    assert await unfinished(database, 2) == [early.id, middle.id]
    assert late.id in await unfinished(database)


async def test_two_processes_remind_once(
    database: Database, library: Library, house: House
) -> None:
    """Both look at the same moment: each person has one delivery, whoever made it."""
    people = [await left(database, library, number) for number in range(6)]
    other = Database(database.url, database.cipher, database.catalogue)
    try:
        made = await asyncio.gather(
            *(remind_due(one, house, NOON) for one in (database, other) for _ in range(3))
        )
    finally:
        await other.close()
    assert sorted(one for part in made for one in part) == [person.id for person in people]
    assert await counts(database, deliveries) == {"deliveries": len(people)}
    assert await remind_due(database, house, NOON + timedelta(days=1)) == []


async def test_nobody_at_night(database: Database, library: Library, house: House) -> None:
    """Nothing is even claimed then: it comes in the morning."""
    await left(database, library)
    assert await remind_due(database, house, NOON.replace(hour=2)) == []
    assert (await rows(database, attempts))[0]["reminded_at"] is None
    assert len(await remind_due(database, house, NOON)) == 1


async def test_an_admin_of_today(database: Database, library: Library, house: House) -> None:
    """Somebody who has become an admin since the test was begun."""
    await left(database, library, ADMIN - CHAT)
    assert await remind_due(database, house, NOON) == []


@pytest.mark.parametrize(
    ("late", "expected"),
    [(-MOMENT, False), (timedelta(), True), (AGAIN_WITHIN, True), (AGAIN_WITHIN + MOMENT, False)],
    ids=str,
)
async def test_offers_are_due(
    database: Database, library: Library, house: House, late: timedelta, *, expected: bool
) -> None:
    """From the day they asked for, and not for ever; once."""
    person = await stored(database, consented_at=NOW, seen_at=NOW)
    row = await has_finished(database, person, answered(begun(library, Mode.FULL)))
    await database.write(lambda r: r.reminders.wish(row, NOON - late))
    assert len(await remind_due(database, house, NOON)) == (1 if expected else 0)
    assert await remind_due(database, house, NOON) == []


async def test_a_new_wish_brings_a_new_offer(
    database: Database, library: Library, house: House
) -> None:
    """Once for each time they ask; a wish taken back brings none."""
    person = await stored(database, consented_at=NOW, seen_at=NOW)
    row = await has_finished(database, person, answered(begun(library, Mode.FULL)))
    for round_ in range(2):
        due = NOON + round_ * timedelta(days=91)
        await database.write(lambda r, due=due: r.reminders.wish(row, due))  # type: ignore[misc]
        assert len(await remind_due(database, house, due)) == 1
        assert await remind_due(database, house, due + timedelta(days=1)) == []
    await database.write(lambda r: r.reminders.wish(row, None))
    assert await remind_due(database, house, NOON + 2 * AGAIN_AFTER) == []


async def test_saving_a_person_keeps_their_choice(database: Database, library: Library) -> None:
    """Whatever else is stored about them, by whomever has read them before."""
    person = await left(database, library)
    await database.write(lambda r: r.reminders.allow(person.id, is_allowed=False))
    await database.write(lambda r: r.people.save(person.again()))
    after = await database.read(lambda r: r.people.by_id(person.id))
    assert after is not None
    assert not after.takes_reminders


# -- who delivers


async def test_taken_by_one_in_order(database: Database) -> None:
    """Only the first can be taken, by one; the next once that is done."""
    person = await stored(database)
    for kind in ("done", "card"):
        await database.write(lambda r, kind=kind: r.deliveries.add(person.id, kind, NOW))  # type: ignore[misc]
    first = await database.write(lambda r: take_next(r, person.id, NOW))
    assert first is not None
    assert first.kind == "done"
    assert await database.write(lambda r: take_next(r, person.id, NOW)) is None
    assert await database.read(lambda r: r.deliveries.people(NOW)) == [person.id]
    await database.write(lambda r: r.deliveries.done(first.id))
    second = await database.write(lambda r: take_next(r, person.id, NOW))
    assert second is not None
    assert second.kind == "card"
    assert await database.read(lambda r: r.deliveries.people(NOW)) == []
    assert await database.read(lambda r: r.deliveries.people()) == [person.id]


async def test_a_lease_ends(database: Database) -> None:
    """Then another may have it; whoever held it before can neither renew nor give it back."""
    person = await stored(database)
    await database.write(lambda r: r.deliveries.add(person.id, "card", NOW))
    first = await database.write(lambda r: take_next(r, person.id, NOW))
    assert first is not None
    assert await database.write(lambda r: take_next(r, person.id, NOW + LEASE)) is None
    later = NOW + LEASE + MOMENT
    second = await database.write(lambda r: take_next(r, person.id, later))
    assert second is not None
    assert not await database.write(lambda r: r.deliveries.hold(first, later + LEASE))
    await database.write(lambda r: r.deliveries.give_back(first))
    (row,) = await rows(database, deliveries)
    assert row["taken_until"] == second.taken_until
    assert await database.write(lambda r: r.deliveries.hold(second, later + 2 * LEASE))
    await database.write(lambda r: r.deliveries.give_back_all())
    assert await database.write(lambda r: take_next(r, person.id, NOW)) is not None
