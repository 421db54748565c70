"""Updates: confirmed after their work is committed, people in order, nobody held up, none lost."""

import asyncio

import pytest

from bot.intake import TRIES, Intake, Raw, person_of
from tests.support.bench import ANNA, BORIS, PATIENCE, Bench, FaultyDatabase, by, until
from tests.support.made import NOW


@pytest.fixture
def bench(faulty: FaultyDatabase) -> Bench:
    """An intake with little patience."""
    return Bench(faulty)


async def test_confirmed_after_the_work(bench: Bench) -> None:
    """Accepting ends with the work, not before."""
    bench.intake = Intake(bench._work, lambda _: None, bench.database, lambda: NOW, 5)
    held = bench.holds(1)
    accepting = asyncio.ensure_future(bench.intake.accept(by(ANNA, 1)))
    await until(lambda: bool(bench.begun))
    assert not accepting.done()
    held.set()
    await accepting
    assert bench.done == [1]
    assert await bench.aside() == {}


async def test_one_persons_updates_come_in_order(faulty: FaultyDatabase) -> None:
    """Each person's in the order of arrival, however long each takes; people side by side."""
    bench = Bench(faulty, patience=5)
    numbers = list(range(60))
    for number in numbers:

        async def dawdle(turns: int = number * 7 % 5) -> None:
            for _ in range(turns):
                await asyncio.sleep(0)

        bench.doings[number] = dawdle
    await asyncio.gather(*(bench.accept(number, who=number % 6) for number in numbers))
    for who in range(6):
        own = [number for number in bench.done if number % 6 == who]
        assert sorted(own) == own
    assert bench.done != numbers, "nothing went side by side"


async def test_a_slow_one_is_set_aside_and_holds_nobody_up(bench: Bench) -> None:
    """After the patience it may be confirmed; once its work is done nothing is left of it."""
    held = bench.holds(1)
    outcomes = asyncio.ensure_future(bench.accept(1))
    await bench.accept(2, who=BORIS)
    assert bench.done == [2]
    assert await outcomes == [None]
    assert await bench.aside() == {1: "alive"}
    held.set()
    await bench.idle()
    assert bench.done == [2, 1]
    assert await bench.aside() == {}


async def test_what_comes_behind_a_slow_one_waits_its_turn(bench: Bench) -> None:
    """The same person's later updates are set aside behind it, not done before it."""
    held = bench.holds(1)
    assert await bench.accept(1, 2, 3) == [None, None, None]
    assert await bench.aside() == {1: "alive", 2: "alive", 3: "alive"}
    held.set()
    await bench.idle()
    assert bench.done == [1, 2, 3]
    assert await bench.aside() == {}


async def test_set_aside_ones_are_done_after_a_restart(bench: Bench) -> None:
    """In order, before what comes new, whole; and then nothing is left of them."""
    bench.holds(1)
    await bench.accept(1, 2)
    await bench.intake.close(0)  # the process ends, the work with it
    assert await bench.aside() == {1: "alive", 2: "alive"}
    bench.doings.clear()
    bench.restart()
    await bench.intake.resume()
    await bench.accept(3)
    await bench.idle()
    assert bench.done == [1, 2, 3]
    assert await bench.aside() == {}


async def test_a_passing_fault_is_tried_again(faulty: FaultyDatabase) -> None:
    """Two failures are nobody's trouble."""
    bench = Bench(faulty, patience=5)
    bench.fails(1, times=TRIES - 1)
    assert await bench.accept(1, 2) == [None, None]
    assert bench.begun == [1] * TRIES + [2]
    assert (bench.done, bench.told) == ([1, 2], [])
    assert await bench.aside() == {}


async def test_what_keeps_failing_is_given_up_and_told(faulty: FaultyDatabase) -> None:
    """Three tries, set aside as dead, the person told, and their next update goes on."""
    bench = Bench(faulty, patience=5)
    bench.fails(1)
    assert await bench.accept(1, 2) == [None, None]
    assert 3 == TRIES == bench.begun.count(1)
    assert (bench.done, bench.told) == ([2], [1])
    assert await bench.aside() == {1: "dead"}
    bench.restart()
    await bench.intake.resume()
    await bench.idle()
    assert bench.begun.count(1) == TRIES, "a dead one was tried again"


async def test_an_outage_is_nobodys_last_failure(faulty: FaultyDatabase) -> None:
    """The database comes back when a failing update is to be set aside: it is done after all."""
    bench = Bench(faulty, patience=5)

    async def work() -> None:
        if not await bench.aside():
            raise OSError("the database is away")

    bench.doings[1] = work
    assert await bench.accept(1, 2) == [None, None]
    assert (bench.done, bench.told) == ([1, 2], [])
    assert await bench.aside() == {}


async def test_a_slow_one_outlives_an_outage(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is confirmed already and nobody sends it again: the database is waited for."""
    monkeypatch.setattr("bot.intake.RETRY_SECONDS", 0.01)
    held = bench.holds(1)
    assert await bench.accept(1) == [None]

    async def work() -> None:
        await held.wait()
        if bench.database.is_down:
            raise OSError("disk full")

    bench.doings[1] = work
    await bench.intake.close(0)
    bench.restart()
    await bench.intake.resume()
    bench.database.is_down = True
    held.set()
    await asyncio.sleep(0.1)
    assert bench.done == []
    bench.database.is_down = False
    await bench.idle()
    assert bench.done == [1]
    assert await bench.aside() == {}


async def test_what_cannot_be_stored_is_not_confirmed(bench: Bench) -> None:
    """With the database down nothing is confirmed; sent again later, it is done."""
    bench.fails(1)
    bench.database.is_down = True
    (outcome,) = await bench.accept(1)
    assert isinstance(outcome, OSError)
    assert bench.told == []
    bench.database.is_down = False
    bench.doings.clear()
    assert await bench.accept(1) == [None]
    assert bench.done == [1]


async def test_a_slow_one_that_cannot_be_set_aside_is_not_confirmed(bench: Bench) -> None:
    """Confirming it would lose it with the process."""
    held = bench.holds(1)
    bench.database.is_down = True
    (outcome,) = await bench.accept(1)
    assert isinstance(outcome, OSError)
    held.set()
    await bench.idle()


async def test_the_same_update_twice_is_done_once(bench: Bench) -> None:
    """Telegram sends again what it has no answer for yet; all of it is confirmed together."""
    held = bench.holds(1)
    first = asyncio.ensure_future(bench.accept(1, 1))
    assert await bench.accept(1) == [None]
    held.set()
    assert await first == [None, None]
    await bench.idle()
    assert bench.begun == [1]
    assert await bench.aside() == {}


async def test_a_lane_goes_on_if_the_database_fails_behind_it(bench: Bench) -> None:
    """That a slow update is done can't be noted: the person's next one is worked on all the same.

    Else the person would be left alone until the next start.
    """
    held = bench.holds(1)
    await bench.accept(1)
    later = asyncio.ensure_future(bench.accept(2))
    await asyncio.sleep(0)
    bench.database.is_down = True
    held.set()
    assert await later == [None]
    bench.database.is_down = False
    assert await bench.accept(3) == [None]
    assert bench.done == [1, 2, 3]


async def test_a_late_note_does_not_bring_a_done_one_back(bench: Bench) -> None:
    """The work ends while "slow" is being stored: in the end nothing is set aside."""
    held = bench.holds(1)
    bench.database.held = storing = asyncio.Event()
    accepting = asyncio.ensure_future(bench.accept(1))
    await until(lambda: bench.database.held is None)  # the note is on its way
    held.set()
    await asyncio.sleep(0.01)
    storing.set()
    assert await accepting == [None]
    await bench.idle()
    assert await bench.aside() == {}


async def test_a_late_note_does_not_bring_a_dead_one_back(bench: Bench) -> None:
    """The patience ends while "dead" is being stored: it stays dead."""
    bench.fails(1)
    bench.database.held = storing = asyncio.Event()
    accepting = asyncio.ensure_future(bench.accept(1))
    await until(lambda: bench.database.held is None)
    await asyncio.sleep(2 * PATIENCE)
    storing.set()
    assert await accepting == [None]
    await bench.idle()
    assert (await bench.aside(), bench.told) == ({1: "dead"}, [1])


async def test_close_finishes_what_is_in_hand(faulty: FaultyDatabase) -> None:
    """Work under way and behind it is done before the end."""
    bench = Bench(faulty, patience=5)

    async def dawdle() -> None:
        await asyncio.sleep(0.01)

    bench.doings = {1: dawdle, 2: dawdle}
    accepting = asyncio.ensure_future(bench.accept(1, 2, 3))
    await until(lambda: bool(bench.begun))
    await bench.intake.close(5)
    assert bench.done == [1, 2, 3]
    assert await accepting == [None, None, None]


USER: Raw = {"id": 5}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"message": {"from": USER, "chat": {"id": -9}}}, 5),
        ({"callback_query": {"from": USER}}, 5),
        ({"my_chat_member": {"from": USER, "chat": {"id": 6}}}, 5),
        ({"message_reaction": {"user": USER, "chat": {"id": 6}}}, 5),
        ({"channel_post": {"chat": {"id": -6}}}, -6),
        ({"poll": {"id": "7"}}, 0),
        ({"unheard_of": [1]}, 0),
        ({}, 0),
    ],
)
def test_whose_update_it_is(event: Raw, expected: int) -> None:
    """By the person, else by the chat, else nobody's; unknown kinds do no harm."""
    assert expected == person_of({"update_id": 1, **event})
