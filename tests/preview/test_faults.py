"""Troubles on demand."""

import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from preview.client import Person, RefusedError
from preview.faults import Fault
from preview.world import World


async def test_the_next_calls_fail(bot: Bot, anna: Person, world: World) -> None:
    """As many as told, of one method only."""
    await anna.control("fault", method="sendMessage", times=2, error_code=502)
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(TelegramServerError, match="Bad Gateway"):
            await bot.send_message(anna.id, "a")
    await bot.send_message(anna.id, "a")
    world.faults.add(Fault("*", error_code=403, description="Forbidden: user is deactivated"))
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.get_me()


async def test_too_many_requests(bot: Bot, anna: Person) -> None:
    """With the seconds to wait."""
    await anna.control("fault", method="sendMessage", error_code=429, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(anna.id, "a")
    assert caught.value.retry_after == 7


async def test_a_dropped_connection(bot: Bot, anna: Person) -> None:
    """Before the work is done, or after it, when the bot can't know."""
    await anna.control("fault", method="sendMessage", drop=True)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "lost")
    await anna.control("fault", method="sendMessage", drop=True, after=True)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "arrived")
    texts = [message.text for message in await anna.messages()]
    assert texts == ["/start", "arrived"]


async def test_delays_and_skips(bot: Bot, anna: Person) -> None:
    """A slow answer, but not to the first call."""
    await anna.control("fault", method="getMe", delay_s=0.2, skip=1)
    started = time.monotonic()
    await bot.get_me()
    assert time.monotonic() - started < 0.15
    await bot.me()
    await bot.get_me()
    assert time.monotonic() - started >= 0.2


async def test_faults_are_cleared(bot: Bot, anna: Person) -> None:
    """At the end of a test."""
    await anna.control("fault", method="*", times=100, error_code=500)
    await anna.control("clear_faults")
    await bot.get_me()
    with pytest.raises(RefusedError, match="colour"):
        await anna.control("fault", method="*", colour="red")


async def test_the_books(bot: Bot, anna: Person) -> None:
    """What the bot has called is counted, failures too."""
    await bot.send_message(anna.id, "a")
    await anna.block()
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(anna.id, "b")
    calls = await anna.control("calls", method="sendMessage")
    assert calls["counts"] == {"sendMessage": 2}
    assert [(call["params"]["text"], call["code"]) for call in calls["latest"]] == [
        ("a", 200),
        ("b", 403),
    ]
