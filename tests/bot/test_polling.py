"""Polling: a batch is confirmed once its work is committed, and trouble is waited out."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramUnauthorizedError

from bot.polling import poll
from bot.session import LeanSession
from preview.control import add_fault
from preview.server import serve
from preview.world import DEFAULT_TOKEN, World
from tests.support.bench import ANNA, BORIS, Bench, FaultyDatabase, by, until

KINDS = ["message", "callback_query"]


class Line:
    """A bot that polls a local server, with work that a test decides.

    Args:
        world: The server's inside.
        url: Its address.
        bench: The intake.
    """

    def __init__(self, world: World, url: str, bench: Bench) -> None:
        self.world = world
        self.bench = bench
        self.stop = asyncio.Event()
        api = TelegramAPIServer.from_base(url)
        self.bot = Bot(DEFAULT_TOKEN, session=LeanSession(api=api))
        self._polling: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to poll."""
        self.stop.clear()
        self._polling = asyncio.ensure_future(poll(self.bot, self.bench.intake, KINDS, self.stop))

    async def end(self) -> None:
        """Asks to stop and waits for the end, which must not take long."""
        self.stop.set()
        if self._polling is not None:
            await asyncio.wait_for(self._polling, 5)

    def arrives(self, who: int = ANNA) -> int:
        """Something happens; its number."""
        update = self.world.updates.push("message", by(who, 0)["message"])
        assert update is not None
        return update.update_id

    @property
    def unconfirmed(self) -> list[int]:
        """Numbers of what Telegram keeps."""
        return [update.update_id for update in self.world.updates.pending]

    async def done(self, *numbers: int) -> None:
        """Waits until that is done and confirmed."""
        await until(lambda: set(numbers) <= set(self.bench.done))
        await until(lambda: not set(numbers) & set(self.unconfirmed))


@pytest.fixture
async def line(faulty: FaultyDatabase) -> AsyncIterator[Line]:
    """Polling that has not begun."""
    world = World(DEFAULT_TOKEN)
    async with serve("127.0.0.1", 0, world) as server:
        line = Line(world, server.base_url, Bench(faulty, patience=0.3))
        yield line
        await line.end()
        await line.bench.idle()
        await line.bot.session.close()


async def test_confirmed_after_the_work(line: Line) -> None:
    """Telegram keeps an update for as long as its work is not done."""
    number = line.arrives()
    held = line.bench.holds(number)
    line.start()
    await until(lambda: number in line.bench.begun)
    assert [number] == line.unconfirmed
    held.set()
    await line.done(number)


async def test_a_slow_one_is_set_aside_and_the_others_go_on(line: Line) -> None:
    """After the patience the next batch is taken, while the slow one is still at it."""
    slow = line.arrives()
    held = line.bench.holds(slow)
    line.start()
    await until(lambda: slow in line.bench.begun)
    later = line.arrives(BORIS)
    await line.done(later)
    assert slow not in line.bench.done
    assert {slow: "alive"} == await line.bench.aside()
    held.set()
    await line.done(slow)


async def test_a_failing_one_holds_nobody_up(line: Line) -> None:
    """It is set aside as dead, the person told, and everything confirmed."""
    bad, good, other = line.arrives(), line.arrives(), line.arrives(BORIS)
    line.bench.fails(bad)
    line.start()
    await line.done(good, other)
    assert ([bad], {bad: "dead"}) == (line.bench.told, await line.bench.aside())


async def test_what_could_not_be_committed_comes_again(line: Line) -> None:
    """With the database down nothing is confirmed behind the first failure; later it is done."""
    good, bad, behind = line.arrives(BORIS), line.arrives(), line.arrives(BORIS)
    line.bench.fails(bad)
    line.bench.database.is_down = True
    line.start()
    await until(lambda: line.bench.begun.count(bad) > 3)
    assert [bad, behind] == line.unconfirmed
    assert line.bench.told == []
    line.bench.database.is_down = False
    line.bench.doings.clear()
    await line.done(good, bad, behind)


async def test_a_stop_finishes_what_is_in_hand(line: Line) -> None:
    """What was taken is done and confirmed; what comes behind is left for the next process."""
    number = line.arrives()
    held = line.bench.holds(number)
    line.start()
    await until(lambda: number in line.bench.begun)
    line.stop.set()
    later = line.arrives(BORIS)
    held.set()
    await line.end()
    assert [number] == line.bench.done
    assert [later] == line.unconfirmed
    line.start()
    await line.done(later)
    assert [number, later] == line.bench.done


async def test_a_stop_ends_an_empty_wait_at_once(line: Line) -> None:
    """Nobody waits for the end of a long poll, and nothing is taken that is not worked on."""
    line.start()
    await until(lambda: line.world.updates._poll is not None)
    await line.end()
    later = line.arrives()
    assert [later] == line.unconfirmed


@pytest.mark.parametrize(
    "fault",
    [
        {"error_code": 500, "times": 2},
        {"error_code": 502, "times": 1},
        {"error_code": 409, "times": 2, "description": "Conflict: terminated by other getUpdates"},
        {"error_code": 429, "times": 1, "retry_after": 1},
        {"drop": True, "times": 2},
        {"drop": True, "after": True, "times": 1},
    ],
    ids=str,
)
async def test_trouble_is_waited_out(line: Line, fault: dict[str, Any]) -> None:
    """Errors, another reader and lost connections end; then updates are taken, each once."""
    add_fault(line.world, {"method": "getUpdates", **fault})
    numbers = [line.arrives(), line.arrives(BORIS)]
    line.start()
    await line.done(*numbers)
    assert sorted(numbers) == sorted(line.bench.done)


async def test_a_wrong_token_ends_it(line: Line) -> None:
    """There is nothing to wait for."""
    line.bot = Bot(f"{DEFAULT_TOKEN[:-3]}abc", session=line.bot.session)
    with pytest.raises(TelegramUnauthorizedError):
        await poll(line.bot, line.bench.intake, KINDS, line.stop)


async def test_a_hundred_at_once(line: Line) -> None:
    """More than one batch: all done, each once, each person's in order."""
    numbers = [line.arrives(who=10 + number % 7) for number in range(250)]
    line.start()
    await line.done(*numbers)
    assert numbers == sorted(line.bench.done)
    for who in range(7):
        own = numbers[who::7]
        assert own == [number for number in line.bench.done if number in set(own)]
