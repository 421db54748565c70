"""Who is forgotten leaves an empty place: nobody after them moves up into figures or comments."""

from collections.abc import Collection
from datetime import timedelta

import pytest

from content.library import Library
from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from storage.boards import read_board
from storage.comments import read_comments
from storage.database import Database
from storage.export.selection import Selection
from storage.records import Records
from tests.support.made import NOW
from tests.support.surveyed import survey, surveyed

TEN = 10


async def _comments(database: Database, nps: Instrument, hall: Campaign) -> Collection[str]:
    read = await read_comments(database, nps, hall)
    return [words for those in read for words in those.words]


async def test_the_next_one_stays_hidden(database: Database, library: Library) -> None:
    """One deletion and one more answer: neither words nor figures of the latter are told."""
    nps = library.instruments["nps"]
    hall = await survey(database)
    people = [
        await surveyed(database, nps, hall, {"reason": f"w{n}"}, now=NOW + timedelta(minutes=n))
        for n in range(TEN + 5)
    ]
    before = set(await _comments(database, nps, hall))
    assert len(before) == TEN + 5
    await database.write(lambda records: records.people.delete(people[3].id, NOW))
    later = NOW + timedelta(hours=1)
    await surveyed(database, nps, hall, {"reason": "the next one"}, now=later)
    assert set(await _comments(database, nps, hall)) == before - {"w3"}
    board = await read_board(database, nps, campaign=hall)
    assert (board.people, board.present) == (TEN + 4, TEN + 5)


async def test_nothing_but_the_place_is_left(database: Database, library: Library) -> None:
    """No answer, no words, no person; and no count or row knows of it."""
    nps = library.instruments["nps"]
    hall = await survey(database)
    one = await surveyed(database, nps, hall, {"reason": "mine"}, now=NOW)
    await database.write(lambda records: records.people.delete(one.id, NOW))
    board = await read_board(database, nps, campaign=hall)
    assert (board.begun, board.finished, board.present) == (0, 0, 0)
    chosen = Selection(instrument="nps")
    assert await database.read(lambda records: records.selections.count(chosen)) == 0


@pytest.mark.parametrize("way", ["delete", "retention"])
async def test_who_answered_twice_is_one_person_afterwards_too(
    database: Database, library: Library, way: str
) -> None:
    """Two answers of one person are no two people once nobody knows whose they were."""
    nps = library.instruments["nps"]
    hall = await survey(database)
    people: list[Person] = []
    for minute, who in enumerate((0, 1, 2, 0, 3, 4, 5, 6, 7, 8)):
        again = people[who] if who < len(people) else None
        now = NOW + timedelta(minutes=minute)
        one = await surveyed(database, nps, hall, {}, now=now, person=again)
        people += [] if again else [one]
    before = await read_board(database, nps, campaign=hall)
    assert (before.people, before.present) == (5, 9)

    async def go(records: Records) -> None:
        if way == "delete":
            await records.people.delete(people[0].id, NOW)
        else:
            await records.housekeeping.cut_links(NOW + timedelta(days=1), NOW)

    await database.write(go)
    after = await read_board(database, nps, campaign=hall)
    # Without the first of five, the four others' figures are too few to be told.
    assert (after.people, after.present) == ((0, 8) if way == "delete" else (5, 9))
