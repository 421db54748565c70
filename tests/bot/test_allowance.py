"""How many messages a chat takes: short bursts at once, then no faster than the rate."""

import asyncio

from bot.allowance import Allowance

RATE = 100.0


async def timed(allowance: Allowance, count: int) -> float:
    """Seconds that taking so many takes, all asked for at once."""
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.gather(*(allowance.take() for _ in range(count)))
    return loop.time() - before


async def test_a_burst_is_free_and_what_is_beyond_waits() -> None:
    """Who asks for more than there is waits as long as it takes to come back."""
    allowance = Allowance(RATE, burst=5)
    assert allowance.is_full
    assert await timed(allowance, 5) < 1 / RATE
    assert not allowance.is_full
    assert await timed(allowance, 4) >= 3 / RATE


async def test_it_fills_up_again_but_not_beyond() -> None:
    """After a pause there is a burst again, never two."""
    allowance = Allowance(RATE, burst=3)
    await timed(allowance, 3)
    async with asyncio.timeout(2):
        while not allowance.is_full:  # noqa: ASYNC110 - it fills with time, no event tells
            await asyncio.sleep(0.001)
    await asyncio.sleep(3 / RATE)
    assert await timed(allowance, 5) >= 1 / RATE
