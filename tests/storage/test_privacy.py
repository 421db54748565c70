"""Nothing personal can be read from the outside; who goes leaves nothing behind."""

from dataclasses import replace
from datetime import timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import make_url, select

from content.library import Library
from domain.kinds import Mode
from domain.person import Person, Screen
from domain.questionnaire import Profile
from storage.audit import Action
from storage.database import Database, copy_sqlite
from storage.models import attempts, metadata, people, pictures, written
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

NAME = "Гапка Небайдужа"
WORDS = "Начальник Пантелеймон грубит покупателям"


async def busy(database: Database, library: Library, chat_id: int = CHAT) -> Person:
    """Somebody of whom every table holds something."""
    person = await stored(
        database, chat_id, consented_at=NOW, screen=Screen(message_id=4, wanted=3, shown=2)
    )
    finished = await has_finished(database, person, answered(begun(library)))
    person = await in_attempt(database, person, begun(library, Mode.FULL))
    row = person.attempt_id
    assert row is not None

    async def unit(records: Records) -> None:
        await records.attempts.write_words(row, "own_nps_reason", WORDS)
        await records.attempts.write_words(finished, "own_nps_reason", WORDS)
        await records.deliveries.add(person.id, "card", NOW, key="k", language="uk")
        await records.deliveries.keep_file_ids(finished, "digest", ["AgACAg"])
        await records.campaigns.count_visit("", NOW, started=1, consented=1)
        await records.updates.first_time(chat_id % 1000, NOW)
        update = {"message": {"from": {"id": chat_id, "first_name": NAME}, "text": WORDS}}
        words = orjson.dumps(update).decode()
        await records.updates.put_aside(chat_id % 1000, words, "slow", NOW, is_dead=False)
        await records.audit.log(chat_id, Action.EXPORT, NOW, {"format": "csv"})
        await records.facts.put("proof", records.cipher.seal("proof"))

    await database.write(unit)
    return person


def secrets_of(chat_id: int) -> list[bytes]:
    """What must not be found, in the encodings a database might use."""
    texts = [str(chat_id), NAME, "Пантелеймон", WORDS]
    return [text.encode(code) for text in texts for code in ("utf-8", "utf-16-le")] + [
        orjson.dumps(WORDS)[1:-1],
        WORDS.encode("unicode_escape"),
        chat_id.to_bytes(8, "big"),
        chat_id.to_bytes(6, "big"),
    ]


def raw_files(folder: Path) -> bytes:
    """The bytes of all databases in a folder, their logs included."""
    return b"".join(file.read_bytes() for file in folder.glob("*.sqlite3*"))


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_the_file_tells_nothing(
    database: Database, library: Library, tmp_path: Path
) -> None:
    """Neither the database file nor its log nor a copy holds an id, a name or a written word."""
    await busy(database, library)
    path = Path(make_url(database.url).database or "")
    copy_sqlite(str(path), str(tmp_path / "copy.sqlite3"))
    raw = raw_files(tmp_path)
    assert b"own_nps" in raw, "the file was not looked at"
    assert [secret for secret in secrets_of(CHAT) if secret in raw] == []


async def test_no_field_tells_anything(database: Database, library: Library) -> None:
    """The same for every field of every table, on both databases."""
    await busy(database, library)
    fields = [
        str(row).encode()
        for table in metadata.sorted_tables
        for row in await rows(database, table)
    ]
    assert [secret for secret in secrets_of(CHAT) for field in fields if secret in field] == []


async def test_who_deletes_their_data_leaves_nothing(database: Database, library: Library) -> None:
    """Answers, words, deliveries, pictures: all gone; somebody else's all there.

    Of the finished attempt its place stays, and nothing that tells of anybody.
    """
    other = await busy(database, library, CHAT + 1)
    before = await counts(database)
    person = await busy(database, library)
    await database.write(lambda records: records.people.delete(person.id, NOW))
    # What tells of no person stays: how many came, which updates were seen, who exported.
    personal = {"people", "written", "deliveries", "pictures"}
    after = await counts(database)
    assert {name: before[name] for name in personal} == {name: after[name] for name in personal}
    assert {other.id} == {row["id"] for row in await rows(database, people)}
    left = [row for row in await rows(database, attempts) if row["person_id"] != other.id]
    assert [row["finished_at"] == row["started_at"] for row in left] == [True]
    told = ("person_id", "role", "size", "industry", "source", "position", "total", "scores")
    assert {row[name] for row in left for name in told} == {None}
    assert [(row["answers"], row["language"]) for row in left] == [({}, "")]
    assert await database.read(lambda records: records.people.find(CHAT)) is None


async def test_what_was_set_aside_goes_with_the_person(
    database: Database, library: Library
) -> None:
    """An update that failed holds the person's words: it must not outlive their deletion."""
    await busy(database, library, CHAT + 1)
    person = await busy(database, library)
    await database.write(lambda records: records.people.delete(person.id, NOW))
    ((left, _),) = await database.read(lambda records: records.updates.to_do())
    assert left == (CHAT + 1) % 1000


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_deleted_bytes_are_overwritten(
    database: Database, library: Library, tmp_path: Path
) -> None:
    """After a deletion not even the hash or the encrypted words are left in the file."""
    person = await busy(database, library)
    ident = database.cipher.ident(CHAT).encode()
    (sealed, _) = [row["words"].encode() for row in await rows(database, written)]
    await database.write(lambda records: records.people.delete(person.id, NOW))
    await database.close()  # the log is written back and removed
    raw = raw_files(tmp_path)
    assert sealed not in raw
    # The log of exports keeps who exported, by design; the person's own row is gone.
    assert raw.count(ident) <= 1


async def test_retention_cuts_the_link(database: Database, library: Library) -> None:
    """After the retention answers stay as figures: without a person, words or pictures."""
    old = await busy(database, library)
    fresh = await busy(database, library, CHAT + 1)
    await database.write(lambda r: r.people.save(replace(old, seen_at=NOW - timedelta(days=400))))
    limit = NOW - timedelta(days=365)
    assert await database.write(lambda r: r.housekeeping.cut_links(limit, NOW)) == 1
    assert {fresh.id} == {row["id"] for row in await rows(database, people)}
    owners = [
        row["person_id"] for row in sorted(await rows(database, attempts), key=itemgetter("id"))
    ]
    assert [None, None, fresh.id, fresh.id] == owners
    expected = {"written": 2, "pictures": 1, "deliveries": 1}
    assert expected == await counts(database, written, pictures, metadata.tables["deliveries"])
    begun_and_finished = await database.read(lambda r: r.figures.overview())
    assert begun_and_finished[2:] == (4, 2)


async def test_who_never_consented_is_forgotten_after_a_day(database: Database) -> None:
    """Only those without consent, only after their time."""
    long_ago = NOW - timedelta(days=2)
    await stored(database, CHAT, seen_at=long_ago)
    kept = [
        await stored(database, CHAT + 1, seen_at=long_ago, consented_at=long_ago),
        await stored(database, CHAT + 2, seen_at=NOW),
    ]
    limit = NOW - timedelta(days=1)
    assert await database.write(lambda r: r.housekeeping.drop_without_consent(limit)) == 1
    assert {one.id for one in kept} == {row["id"] for row in await rows(database, people)}


async def test_everything_about_a_person(database: Database, library: Library) -> None:
    """What `/mydata` hands out: all their answers and words, in plain text, nobody else's."""
    await busy(database, library, CHAT + 1)
    person = await busy(database, library)
    await database.write(
        lambda r: r.people.save(replace(person, profile=Profile("owner", "2_9", "retail")))
    )
    everything: Any = await database.read(lambda r: r.everything.of_person(person))
    plain = orjson.loads(orjson.dumps(everything, default=str))
    assert plain["telegram_id"] == CHAT
    assert tuple(plain["person"][name] for name in ("role", "size", "industry")) == (
        "owner",
        "2_9",
        "retail",
    )
    assert plain["attempts"][0]["written"] == {"own_nps_reason": WORDS}

    async def keys(records: Records) -> list[str]:
        query = select(attempts.c.key).where(attempts.c.person_id == person.id)
        return list((await records.connection.execute(query)).scalars())

    assert sorted(await database.read(keys)) == sorted(one["key"] for one in plain["attempts"])
    assert not {"ident", "chat"} & plain["person"].keys()
