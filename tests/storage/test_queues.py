"""Deliveries, pictures, updates, campaigns, facts: what is kept until its time is over."""

from datetime import timedelta

import pytest

from content.library import Library
from domain.person import Campaign
from storage.audit import Action
from storage.database import Database
from storage.models import audit, deliveries, handled_updates, set_aside
from tests.support.made import CHAT, NOW, begun, counts, in_attempt, rows, stored

UPDATE = '{"update_id": 5, "message": {"text": "Тайна", "from": {"id": 7123456789}}}'


async def test_deliveries_wait_in_order(database: Database) -> None:
    """What was handed in first goes first; failed tries are counted; accepted ones are gone."""
    person, other = await stored(database), await stored(database, CHAT + 1)
    await database.write(lambda r: r.deliveries.add(person.id, "done", NOW, key="k", message=5))
    await database.write(lambda r: r.deliveries.add(other.id, "card", NOW))
    await database.write(lambda r: r.deliveries.add(person.id, "card", NOW, key="k"))
    first, second = await database.read(lambda r: r.deliveries.of_person(person.id))
    assert (first.kind, first.payload, first.tries) == ("done", {"key": "k", "message": 5}, 0)
    assert {person.id, other.id} == set(await database.read(lambda r: r.deliveries.people()))
    await database.write(lambda r: r.deliveries.failed(second.id))
    await database.write(lambda r: r.deliveries.done(first.id))
    (left,) = await database.read(lambda r: r.deliveries.of_person(person.id))
    assert (second.id, 1) == (left.id, left.tries)


async def test_a_delivery_number_is_never_used_again(database: Database) -> None:
    """A late "done" of a delivery that is gone must not take somebody else's away."""
    person = await stored(database)
    await database.write(lambda r: r.deliveries.add(person.id, "card", NOW))
    (gone,) = await rows(database, deliveries)
    await database.write(lambda r: r.deliveries.done(gone["id"]))
    await database.write(lambda r: r.deliveries.add(person.id, "card", NOW))
    await database.write(lambda r: r.deliveries.done(gone["id"]))
    assert await counts(database, deliveries) == {"deliveries": 1}


async def test_names_of_pictures(database: Database, library: Library) -> None:
    """Telegram's names belong to what a picture shows; new ones take the place of old ones."""
    person = await in_attempt(database, await stored(database), begun(library))
    row = person.attempt_id
    assert row is not None
    for ids in (["old"], ["a", "b"]):
        await database.write(
            lambda r, ids=ids: r.deliveries.keep_file_ids(row, "digest", ids)  # type: ignore[misc]
        )
    assert await database.read(lambda r: r.deliveries.file_ids(row, "digest")) == ["a", "b"]
    assert await database.read(lambda r: r.deliveries.file_ids(row, "other")) == []


async def test_an_update_is_new_once(database: Database) -> None:
    """Its second delivery is recognised, also by another transaction."""
    assert await database.write(lambda r: r.updates.first_time(7, NOW))
    assert not await database.write(lambda r: r.updates.first_time(7, NOW))
    assert await database.write(lambda r: r.updates.first_time(8, NOW))


async def test_updates_set_aside(database: Database) -> None:
    """Live ones come back whole and in order; dead ones are counted and not tried again."""
    for number, is_dead in ((9, False), (5, False), (7, True)):
        await database.write(
            lambda r, n=number, d=is_dead: r.updates.put_aside(  # type: ignore[misc]
                n, UPDATE, "slow", NOW, is_dead=d
            )
        )
    expected = [(5, UPDATE), (9, UPDATE)]
    assert expected == await database.read(lambda r: r.updates.to_do())
    await database.write(lambda r: r.updates.put_aside(9, UPDATE, "x" * 500, NOW, is_dead=True))
    await database.write(lambda r: r.updates.drop(5))
    assert await database.read(lambda r: r.updates.to_do()) == []
    assert await database.read(lambda r: r.updates.dead_count()) == 2


async def test_an_update_set_aside_again_stands_once(database: Database) -> None:
    """First slow, then dead: the last word counts."""
    await database.write(lambda r: r.updates.put_aside(5, UPDATE, "slow", NOW, is_dead=False))
    await database.write(lambda r: r.updates.put_aside(5, UPDATE, "Error", NOW, is_dead=True))
    (row,) = await rows(database, set_aside)
    assert (row["is_dead"], row["reason"]) == (True, "Error")


async def test_the_log_of_exports_and_deletions(database: Database) -> None:
    """Who, when and what, without the id itself."""
    await database.write(
        lambda r: r.audit.log(CHAT, Action.EXPORT, NOW, {"format": "csv", "n": 3})
    )
    (row,) = await rows(database, audit)
    expected = (database.cipher.ident(CHAT), "export", NOW, {"format": "csv", "n": 3})
    assert expected == (row["actor"], row["action"], row["at"], row["details"])


async def test_campaigns(database: Database) -> None:
    """A code is taken once, in whatever case it is written; pausing is kept."""

    async def make(code: str) -> Campaign | None:
        return await database.write(lambda r: r.campaigns.create(code, "Hall", "map", None, NOW))

    made, other = await make("ML7-16"), await make("later")
    assert made is not None
    assert other is not None
    assert await make("ml7-16") is None
    assert made == await database.read(lambda r: r.campaigns.by_code("Ml7-16"))
    assert await database.read(lambda r: r.campaigns.by_code("ml7")) is None
    await database.write(lambda r: r.campaigns.open(made.id, is_open=False))
    found = await database.read(lambda r: r.campaigns.page(0, 100))
    assert [(one.code, one.is_open) for one in found] == [("later", True), ("ml7-16", False)]


async def test_visits_are_counted_by_source_and_day(database: Database) -> None:
    """Days and sources are added up apart, and give the overview together."""
    for source, days, started, consented in (
        ("hall", 0, 1, 0),
        ("hall", 0, 1, 1),
        ("hall", 1, 1, 0),
        ("?", 0, 1, 0),
    ):
        await database.write(
            lambda r, s=source, d=days, a=started, b=consented: (  # type: ignore[misc]
                r.campaigns.count_visit(s, NOW + timedelta(days=d), started=a, consented=b)
            )
        )
    assert await database.read(lambda r: r.figures.overview()) == (4, 1, 0, 0)


async def test_facts(database: Database) -> None:
    """A fact's later value takes the place of the earlier one."""
    assert await database.read(lambda r: r.facts.get("told")) is None
    for value in ("one", "two"):
        await database.write(lambda r, value=value: r.facts.put("told", value))  # type: ignore[misc]
    assert await database.read(lambda r: r.facts.get("told")) == "two"


@pytest.mark.parametrize("is_dead", [True, False])
async def test_old_updates_are_dropped(database: Database, *, is_dead: bool) -> None:
    """Handled and dead updates go after their time; those still to be done stay."""
    old, fresh = NOW - timedelta(days=3), NOW
    for number, when in ((1, old), (2, fresh)):
        await database.write(
            lambda r, n=number, w=when: r.updates.first_time(n, w)  # type: ignore[misc]
        )
        await database.write(
            lambda r, n=number, w=when: r.updates.put_aside(  # type: ignore[misc]
                n, UPDATE, "slow", w, is_dead=is_dead
            )
        )
    before = NOW - timedelta(days=2)
    assert await database.write(lambda r: r.housekeeping.drop_handled_updates(before)) == 1
    expected = {"handled_updates": 1, "set_aside": 1 if is_dead else 2}
    assert expected == await counts(database, handled_updates, set_aside)
