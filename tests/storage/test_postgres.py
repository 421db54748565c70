"""What only PostgreSQL does: several writers at once, row locks, deadlocks, lost connections."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from content.library import Library
from storage.database import POSTGRES_TRIES, Database
from storage.keycheck import check_key
from storage.models import attempts, people, versions
from storage.records import Records
from tests.support.made import CHAT, NOW, begun, counts, in_attempt, rows, someone, stored

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)


@pytest.fixture
async def replicas(database: Database) -> AsyncIterator[list[Database]]:
    """Four processes' views of the same database."""
    others = [Database(database.url, database.cipher, database.catalogue) for _ in range(3)]
    yield [database, *others]
    for other in others:
        await other.close()


async def test_what_one_replica_stored_the_next_one_builds_on(
    replicas: list[Database], library: Library
) -> None:
    """Twelve answers of one person taken by four replicas at once are all there afterwards.

    A row lock alone does not do: whoever waited for it must read the attempt anew, not as it
    was before the wait.
    """
    person = await in_attempt(replicas[0], await stored(replicas[0]), begun(library))

    async def answer(number: int) -> None:
        async def unit(records: Records) -> None:
            found = await records.people.find(CHAT)
            assert found is not None
            assert found.attempt is not None
            assert found.attempt_id is not None
            answers = {**found.attempt.answers, f"q{number}": number}
            later = replace(found.attempt, answers=answers)
            await records.attempts.save(found.attempt_id, later, NOW)
            await records.people.save(found.again())

        await replicas[number % len(replicas)].write(unit)

    await asyncio.gather(*(answer(number) for number in range(12)))
    after = await replicas[0].read(lambda records: records.people.by_id(person.id))
    assert after is not None
    assert after.attempt is not None
    assert after.screen.wanted == 12
    assert {f"q{number}": number for number in range(12)} == after.attempt.answers


async def test_an_attempt_begun_meanwhile_is_seen(
    replicas: list[Database], library: Library
) -> None:
    """Who waits for a person sees the attempt that the other transaction has begun."""
    await stored(replicas[0])
    attempt = begun(library)
    locked = asyncio.Event()

    async def begin(records: Records) -> None:
        found = await records.people.find(CHAT)
        assert found is not None
        locked.set()
        await _until_somebody_waits(records)
        row = await records.attempts.create(found, attempt, NOW)
        await records.people.save(replace(found, attempt_id=row))

    first = asyncio.ensure_future(replicas[0].write(begin))
    await locked.wait()
    seen = await replicas[1].write(lambda records: records.people.find(CHAT))
    await first
    assert seen is not None
    assert seen.attempt is not None
    assert attempt.key == seen.attempt.key


async def _until_somebody_waits(records: Records) -> None:
    query = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(5):
        while not (await records.connection.execute(query)).scalar_one():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def test_a_newcomer_whom_two_replicas_meet_is_one_person(replicas: list[Database]) -> None:
    """The first update of somebody, delivered to several replicas at once, makes one row."""

    async def meet(records: Records) -> int:
        found = await records.people.find(CHAT)
        return (found or await records.people.create(someone(), "")).id

    found = await asyncio.gather(*(database.write(meet) for database in replicas))
    assert len(set(found)) == 1
    assert await counts(replicas[0], people) == {"people": 1}


async def test_a_version_that_many_begin_at_once_is_stored_once(
    replicas: list[Database], library: Library
) -> None:
    """A new questionnaire's first users, at the same moment, all get their attempt."""
    many = [await stored(replicas[0], CHAT + number) for number in range(8)]
    await asyncio.gather(
        *(
            in_attempt(replicas[number % 4], person, begun(library))
            for number, person in enumerate(many)
        )
    )
    expected = {"attempts": 8, "versions": 1}
    assert expected == await counts(replicas[0], attempts, versions)


async def test_replicas_that_start_together_agree_on_the_key(replicas: list[Database]) -> None:
    """A new database, opened by several replicas at once, gets one proof of the key."""
    await asyncio.gather(*(check_key(database) for database in replicas))
    await asyncio.gather(*(check_key(database) for database in replicas))


async def test_a_deadlock_is_tried_again(replicas: list[Database]) -> None:
    """Two units that wait for each other: the one PostgreSQL breaks off runs again."""
    first, second = await stored(replicas[0], CHAT), await stored(replicas[0], CHAT + 1)
    met = asyncio.Barrier(2)
    runs: list[str] = []

    async def both(database: Database, name: str, *order: int) -> None:
        async def unit(records: Records) -> None:
            runs.append(name)
            found = await records.people.by_id(order[0])
            if len(runs) <= 2:
                await met.wait()
            other = await records.people.by_id(order[1])
            assert found is not None
            assert other is not None
            await records.people.save(found.again())
            await records.people.save(other.again())

        await database.write(unit)

    await asyncio.gather(
        both(replicas[0], "a", first.id, second.id), both(replicas[1], "b", second.id, first.id)
    )
    assert len(runs) == 3
    assert [row["wanted"] for row in await rows(replicas[0], people)] == [2, 2]


async def test_a_lost_connection_is_tried_again(database: Database) -> None:
    """A connection that the server ends in the middle of a unit costs nothing but a retry."""
    runs: list[int] = []

    async def unit(records: Records) -> None:
        runs.append(len(runs))
        await records.facts.put("lost", "no")
        if len(runs) == 1:
            own = (await records.connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
            await database.read(lambda r: _end(r, own))
            await records.facts.get("lost")

    await database.write(unit)
    assert runs == [0, 1]
    assert await database.read(lambda records: records.facts.get("lost")) == "no"


async def _end(records: Records, pid: int) -> None:
    await records.connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})


async def test_what_keeps_failing_is_told(database: Database) -> None:
    """A unit that fails the same way each time is not tried for ever, another one not at all."""
    runs: list[str] = []

    async def unit(records: Records, state: str) -> None:
        runs.append(state)
        raising = f"DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = '{state}'; END $$"
        await records.connection.execute(text(raising))

    for state, tries in (("40001", POSTGRES_TRIES), ("23505", POSTGRES_TRIES), ("22012", 1)):
        with pytest.raises(DBAPIError):
            await database.write(lambda records, state=state: unit(records, state))  # type: ignore[misc]
        assert tries == runs.count(state)
