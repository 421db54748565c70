"""Attempts: answers, words, ends, and what a person can have of them again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from domain.kinds import Mode
from domain.questionnaire import SKIPPED, WRITTEN
from domain.scoring import score
from storage.database import Database
from storage.models import attempts, versions, written
from storage.records import Records
from storage.serialise import dump_json, load_json
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

WORDS = "Тайна: <b>ґанок</b> 😀 =1+1"


async def test_answers_and_place_come_back(database: Database, library: Library) -> None:
    """Numbers stay numbers and words stay words; the place is where it was."""
    person = await in_attempt(database, await stored(database), begun(library))
    assert person.attempt is not None
    assert person.attempt_id is not None
    later = person.attempt.tapped(0, "0").tapped(1, "10")
    odd = replace(later, answers={**later.answers, "x": SKIPPED, "y": WRITTEN, "z": 2.5})
    row = person.attempt_id
    await database.write(lambda records: records.attempts.save(row, odd, NOW))
    after = await database.read(lambda records: records.people.find(CHAT))
    assert after is not None
    assert odd == after.attempt


@given(st.dictionaries(st.text(max_size=16), st.text() | st.integers(-(2**53), 2**53)))
def test_json_of_the_database(value: dict[str, str | int]) -> None:
    """Whatever an answer map or a payload holds comes back as it was."""
    assert value == load_json(dump_json(value))


async def test_a_version_is_stored_once_and_whole(database: Database, library: Library) -> None:
    """Two attempts share one stored questionnaire, from which it can be made again."""
    for number in range(2):
        await in_attempt(database, await stored(database, CHAT + number), begun(library))
    (version,) = await rows(database, versions)
    instrument = library.instruments["map"]
    assert instrument == library.version(version["version"], version["source"])
    assert await counts(database, attempts) == {"attempts": 2}


async def test_words_take_the_place_of_earlier_ones(database: Database, library: Library) -> None:
    """A second text to a question replaces the first; dropped ones are gone."""
    person = await in_attempt(database, await stored(database), begun(library))
    row = person.attempt_id
    assert row is not None
    for question, words in (("a", "раз"), ("a", WORDS), ("b", "два")):
        await database.write(
            lambda r, q=question, w=words: r.attempts.write_words(row, q, w)  # type: ignore[misc]
        )
    expected = {"a": WORDS, "b": "два"}
    assert expected == await database.read(lambda records: records.attempts.words(row))
    await database.write(lambda records: records.attempts.drop_words(row, "a"))
    assert await database.read(lambda records: records.attempts.words(row)) == {"b": "два"}
    assert await counts(database, written) == {"written": 1}


async def test_the_end_of_an_attempt(database: Database, library: Library) -> None:
    """Scores are written with the end; answers to questions no longer asked do not count."""
    person = await stored(database)
    whole = answered(begun(library))
    stray = replace(whole, answers={**whole.answers, "8.4": 1})
    key = whole.key
    await has_finished(database, person, stray)
    finished = await database.read(lambda r: r.attempts.finished_by_key(person.id, key))
    assert finished is not None
    assert whole == finished.attempt
    assert finished.finished_at == NOW
    (row,) = await rows(database, attempts)
    result = score(whole)
    assert result.total is not None
    assert float(result.total) == row["total"]
    assert {block.block.code for block in result.blocks} == set(row["scores"])
    assert row["position"] is None


async def test_nobody_gets_what_is_not_theirs(database: Database, library: Library) -> None:
    """An attempt's key opens it for its person only, and only once it is finished."""
    anna, boris = await stored(database), await stored(database, CHAT + 1)
    whole, open_one = answered(begun(library)), begun(library)
    await has_finished(database, anna, whole)
    await in_attempt(database, anna, open_one)

    async def seen(person_id: int, key: str) -> bool:
        found = await database.read(lambda r: r.attempts.finished_by_key(person_id, key))
        return found is not None

    assert [
        await seen(anna.id, whole.key),
        await seen(boris.id, whole.key),
        await seen(anna.id, open_one.key),
    ] == [True, False, False]
    assert await database.read(lambda records: records.attempts.finished(boris.id)) == []


async def test_finished_ones_come_the_latest_first(database: Database, library: Library) -> None:
    """By the time of their end, not by the row."""
    person = await stored(database)
    made = [answered(begun(library)) for _ in range(3)]
    for attempt, days in zip(made, (1, 3, 2), strict=True):
        await has_finished(database, person, attempt, NOW + timedelta(days=days))
    found = await database.read(lambda records: records.attempts.finished(person.id))
    assert [made[1].key, made[2].key, made[0].key] == [one.attempt.key for one in found]


async def test_a_key_is_unique(database: Database, library: Library) -> None:
    """Two attempts never share the key that buttons carry."""
    person, attempt = await stored(database), begun(library)
    await in_attempt(database, person, attempt)
    with pytest.raises(Exception, match=r"(?i)unique"):
        await in_attempt(database, person, replace(attempt, mode=Mode.FULL))


async def test_an_error_does_not_tell_what_was_answered(
    database: Database, library: Library
) -> None:
    """Errors are logged: they must not carry answers, words or ids."""
    person, attempt = await stored(database), begun(library).tapped(0, "9")
    await in_attempt(database, person, attempt)

    async def unit(records: Records) -> None:
        await records.attempts.create(person, attempt, NOW)

    with pytest.raises(Exception, match=r"(?i)unique") as caught:
        await database.write(unit)
    assert "own_nps" not in str(caught.value)
