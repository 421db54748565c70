"""What waits for its person: unfinished, the last of its kind, theirs, and not too old."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.person import Person
from domain.scoring import score
from domain.staying import WAITS_FOR
from storage.database import Database
from tests.support.made import CHAT, NOW, answered, begun, in_attempt, stored

MOMENT = timedelta(milliseconds=1)
Before = Callable[[Database, Library, Person], Awaitable[Person]]


def midway(library: Library) -> Attempt:
    """Two answers into the map."""
    return begun(library).tapped(0, "0").tapped(1, "10")


async def _nothing(_database: Database, _library: Library, person: Person) -> Person:
    return person


async def _trial(database: Database, library: Library, person: Person) -> Person:
    return await in_attempt(database, person, midway(library), is_trial=True)


async def _elsewhere(database: Database, library: Library, person: Person) -> Person:
    made = await database.write(
        lambda records: records.campaigns.create("hall", "Hall", "map", None, NOW)
    )
    return await in_attempt(database, replace(person, campaign=made), midway(library))


async def _over(database: Database, library: Library, person: Person) -> Person:
    return await in_attempt(database, person, begun(library))


async def _finished(database: Database, library: Library, person: Person) -> Person:
    end = answered(begun(library))
    there = await in_attempt(database, person, end)
    row = there.attempt_id or 0
    await database.write(lambda records: records.attempts.finish(row, end, score(end), NOW))
    return there


async def _tool(database: Database, library: Library, person: Person) -> Person:
    tool = replace(begun(library), instrument=library.instruments["metrics"])
    return await in_attempt(database, person, replace(tool, answers={"metric": "crr"}))


async def _strangers(database: Database, library: Library, person: Person) -> Person:
    await in_attempt(database, await stored(database, CHAT + 1), midway(library))
    return person


@pytest.mark.parametrize(
    ("after", "count", "is_first"),
    [
        (_nothing, 1, True),
        (_trial, 2, True),
        (_elsewhere, 2, True),
        (_over, 0, False),
        (_finished, 0, False),
        (_tool, 1, True),
        (_strangers, 1, True),
    ],
)
async def test_what_waits(
    database: Database, library: Library, after: Before, count: int, *, is_first: bool
) -> None:
    """Two answers, and what the person did then; trials and campaigns stand apart."""
    person = await in_attempt(database, await stored(database), midway(library))
    first = person.attempt_id
    await after(database, library, person)
    found = await database.read(lambda records: records.attempts.waiting(person.id, NOW))
    assert len(found) == count
    assert (first in [one.id for one in found]) is is_first
    assert all(one.attempt.answers == midway(library).answers for one in found)


async def test_words_alone_and_time(database: Database, library: Library) -> None:
    """What is only built so far waits too; nothing waits longer than answers mean something."""
    person = await in_attempt(database, await stored(database), begun(library))
    row = person.attempt_id or 0

    async def count(later: timedelta) -> int:
        return len(
            await database.read(lambda records: records.attempts.waiting(person.id, NOW + later))
        )

    assert await count(MOMENT) == 0
    await database.write(lambda records: records.attempts.write_words(row, "own", "words"))
    assert await count(MOMENT) == 1
    assert (await count(WAITS_FOR), await count(WAITS_FOR + MOMENT)) == (1, 0)


async def test_a_removed_survey(database: Database, library: Library) -> None:
    """Nobody is led back to what nobody waits for any longer."""
    survey = library.instruments["nps"]
    made = await database.write(
        lambda records: records.campaigns.create("nps-1", "Hall", "nps", None, NOW)
    )
    assert made is not None
    attempt = replace(begun(library), instrument=survey, answers={survey.questions[0].code: 9})
    invited = replace(await stored(database), campaign=made)
    person = await in_attempt(database, invited, attempt)
    for count in (1, 0):
        found = await database.read(lambda records: records.attempts.waiting(person.id, NOW))
        assert len(found) == count
        await database.write(lambda records: records.campaigns.remove(made.id, NOW))
