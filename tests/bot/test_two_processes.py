"""Two processes on one PostgreSQL: what waits is brought by one of them, once and in order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

import bot.lease
from bot.app import App, running
from bot.config import read_config
from domain.person import Delivery, Person
from handlers.parcels import packer
from handlers.parcels.parcel import Parcel, Words, Workshop
from handlers.views.view import View
from preview.client import People
from preview.client import Person as Chatter
from preview.server import serve
from preview.world import DEFAULT_TOKEN, World
from results.studio import Studio
from storage.database import Database
from storage.models import deliveries, people
from storage.records import Records
from tests.support.made import counts, rows, someone
from tests.support.stage import ADMIN, UNHURRIED

pytestmark = pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)

CROWD, EACH = 12, 8


@dataclass
class Hand:
    """A clock that a test moves."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Replicas:
    """Two bots over one database and one Telegram."""

    apps: list[App]
    clocks: list[Hand]
    people: People
    world: World

    async def join(self, number: int) -> Chatter:
        """Somebody known to the database."""
        chatter = await self.people.join(f"P{number}", language_code="en")
        await chatter.open()

        async def unit(records: Records) -> None:
            await records.people.create(someone(chatter.chat_id, language="en"), "")

        await self.database.write(unit)
        return chatter

    @property
    def database(self) -> Database:
        """Either's view of what both share."""
        return self.apps[0].database

    async def quiet(self) -> None:
        """Waits until neither is at anything."""
        async with asyncio.timeout(20):
            while any(len(app.courier._tasks) for app in self.apps):  # noqa: ASYNC110
                await asyncio.sleep(0.01)


@asynccontextmanager
async def _replicas(url: str, folder: Path, studio: Studio) -> AsyncIterator[Replicas]:
    world = World(DEFAULT_TOKEN)
    world.flood.turn_off()
    key, clocks = Fernet.generate_key().decode(), [Hand(), Hand()]
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(serve("127.0.0.1", 0, world))
        people = await stack.enter_async_context(People(server.base_url))
        apps = []
        for number, clock in enumerate(clocks):
            config = read_config(
                {
                    "TELEGRAM_API_URL": server.base_url,
                    "DATA_DIR": str(folder / f"data{number}"),
                    "DATA_KEY": key,
                    "DATABASE_URL": url,
                    "ADMIN_IDS": str(ADMIN),
                }
            )
            app = running(config, DEFAULT_TOKEN, studio, clock, UNHURRIED)
            apps.append(await stack.enter_async_context(app))
        yield Replicas(apps, clocks, people, world)


@pytest.fixture
async def replicas(
    migrated_url: str, tmp_path: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Replicas]:
    """Two bots that can deliver notes; a note says its number."""

    async def note(_shop: Workshop, delivery: Delivery, _person: Person) -> Parcel:
        return Words(View(str(delivery.payload["n"])))

    monkeypatch.setattr(packer, "MAKERS", {**packer.MAKERS, "note": note})
    async with _replicas(migrated_url, tmp_path, studio) as both:
        yield both


async def add_note(replicas: Replicas, person_id: int, number: int) -> None:
    """A note that waits for somebody."""
    now = datetime.now(UTC)
    await replicas.database.write(lambda r: r.deliveries.add(person_id, "note", now, n=number))


async def add_notes(replicas: Replicas, person_id: int, count: int) -> None:
    """Several, as several updates leave them."""
    for number in range(count):
        await add_note(replicas, person_id, number)


async def told(chatter: Chatter) -> list[str]:
    """What the bot has said to somebody, in order."""
    return [message.text for message in await chatter.messages() if message.outgoing]


async def held(replicas: Replicas) -> list[bool]:
    """Of what waits, what somebody holds."""
    found = await rows(replicas.database, deliveries)
    return [one["taken_until"] is not None for one in found]


async def test_each_once_and_in_order(replicas: Replicas) -> None:
    """Both are woken for everybody again and again, while more comes in."""
    chatters = [await replicas.join(number) for number in range(CROWD)]
    known = [row["id"] for row in await rows(replicas.database, people)]

    async def fill(person_id: int) -> None:
        for n in range(EACH):
            await add_note(replicas, person_id, n)
            for app in replicas.apps:
                app.courier.wake(person_id)

    await asyncio.gather(*(fill(person_id) for person_id in known))
    await asyncio.gather(*(app.courier.look_again() for app in replicas.apps for _ in range(3)))
    await replicas.quiet()
    assert await counts(replicas.database, deliveries) == {"deliveries": 0}
    expected = [str(n) for n in range(EACH)]
    assert [await told(chatter) for chatter in chatters] == [expected] * CROWD


async def test_what_comes_while_the_other_ends(
    replicas: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Woken in vain, as the other one still holds what is done: that one brings it at once."""
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    ending, woken = replicas.apps
    ends: list[int] = []

    async def take(records: Records, person_id: int, now: datetime) -> Delivery | None:
        found = await bot.lease.take_next(records, person_id, now)
        if found is None and not ends:
            ends.append(person_id)
            await add_note(replicas, person_id, 1)
            woken.courier.wake(person_id)
            async with asyncio.timeout(10):
                while len(woken.courier._tasks):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        return found

    monkeypatch.setattr("bot.courier.take_next", take)
    await add_note(replicas, row["id"], 0)
    ending.courier.wake(row["id"])
    await replicas.quiet()
    assert await told(chatter) == ["0", "1"]


async def test_what_a_dead_process_held(replicas: Replicas) -> None:
    """It waits for the lease to end, what is behind it too; then the other one brings all."""
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    await add_notes(replicas, row["id"], 3)
    dead, alive = replicas.apps
    # As SIGKILL leaves it: taken, and nobody to renew it or to give it back.
    held = await dead.database.write(
        lambda records: bot.lease.take_next(records, row["id"], datetime.now(UTC))
    )
    assert held is not None
    for ahead in (timedelta(), bot.lease.LEASE - timedelta(seconds=5)):
        replicas.clocks[1].ahead = ahead
        alive.courier.wake(row["id"])
        await alive.courier.look_again()
        await replicas.quiet()
        assert await told(chatter) == []
    replicas.clocks[1].ahead = bot.lease.LEASE + timedelta(seconds=1)
    await alive.courier.look_again()
    await replicas.quiet()
    assert await told(chatter) == ["0", "1", "2"]


async def test_a_lease_is_renewed_while_tries_go_on(
    replicas: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram is down for longer than a lease: the other one leaves it alone all the same."""
    monkeypatch.setattr(bot.lease, "RENEWED_AFTER", 0.02)
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    await add_notes(replicas, row["id"], 1)
    first, second = replicas.apps
    await replicas.people.control("fault", method="sendMessage", error_code=500, times=10_000)
    first.courier.wake(row["id"])
    for _ in range(5):
        for clock in replicas.clocks:
            clock.ahead += bot.lease.LEASE / 2
        await asyncio.sleep(0.2)
        await second.courier.look_again()
        assert len(second.courier._tasks) == 0, "somebody else took it"
    await replicas.people.control("clear_faults")
    await replicas.quiet()
    assert await told(chatter) == ["0"]


async def test_a_stopped_process_gives_back(replicas: Replicas) -> None:
    """SIGTERM in the middle of tries: the other one need not wait for the lease to end."""
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    await add_notes(replicas, row["id"], 2)
    stopped, other = replicas.apps
    await replicas.people.control("fault", method="sendMessage", error_code=500, times=10_000)
    stopped.courier.wake(row["id"])
    await asyncio.sleep(0.2)
    assert sorted(await held(replicas)) == [False, True]
    await stopped.courier.close(0)
    assert await held(replicas) == [False, False]
    await replicas.people.control("clear_faults")
    await other.courier.look_again()
    await replicas.quiet()
    assert await told(chatter) == ["0", "1"]


async def test_a_process_that_stood_still_lets_go(
    replicas: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lease was taken over meanwhile: it neither goes on nor takes the other's away."""
    monkeypatch.setattr(bot.lease, "RENEWED_AFTER", 0.02)
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    await add_notes(replicas, row["id"], 1)
    slow, quick = replicas.apps
    await replicas.people.control("fault", method="sendMessage", error_code=500, times=10_000)
    slow.courier.wake(row["id"])
    await asyncio.sleep(0.2)
    # Minutes passed for the world, none for it.
    later = datetime.now(UTC) + 3 * bot.lease.LEASE
    taken = await quick.database.write(
        lambda records: bot.lease.take_next(records, row["id"], later)
    )
    assert taken is not None
    await asyncio.sleep(0.3)
    await replicas.people.control("clear_faults")
    await replicas.quiet()
    (still,) = await rows(replicas.database, deliveries)
    assert still["taken_until"] == taken.taken_until
    assert await told(chatter) == []


async def test_a_young_screen_is_another_s(replicas: Replicas) -> None:
    """A screen is left to the process that stored it for a minute; then anybody shows it."""
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)

    async def due(records: Records) -> None:
        known = await records.people.by_id(row["id"])
        assert known is not None
        await records.people.save(replace(known.again(fresh=True), seen_at=datetime.now(UTC)))

    await replicas.database.write(due)
    for app in replicas.apps:
        await app.courier.look_again()
        await app.courier.resume()
    await replicas.quiet()
    assert await told(chatter) == []
    replicas.clocks[0].ahead = timedelta(seconds=61)
    await replicas.apps[0].courier.look_again()
    await replicas.quiet()
    assert len(await told(chatter)) == 1


async def test_a_screen_shown_by_another_is_not_shown_again(replicas: Replicas) -> None:
    """One waits for Telegram for long; the other has shown it meanwhile."""
    chatter = await replicas.join(1)
    (row,) = await rows(replicas.database, people)
    slow, quick = replicas.apps

    async def due(records: Records) -> Person:
        known = await records.people.by_id(row["id"])
        assert known is not None
        shown = replace(known.again(fresh=True), seen_at=datetime.now(UTC))
        await records.people.save(shown)
        return shown

    person = await replicas.database.write(due)
    await replicas.people.control("fault", method="sendMessage", error_code=500, times=1)
    slow.courier.show(person)
    async with asyncio.timeout(20):
        while replicas.world.faults.waiting:  # noqa: ASYNC110 - until the slow one has had it
            await asyncio.sleep(0.01)
    quick.courier.show(person)
    await replicas.quiet()
    assert len(await told(chatter)) == 1
