"""Telegram's patience."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from preview.client import People, Person
from preview.clock import ManualClock
from preview.errors import ApiError
from preview.flood import FloodControl, Limiter
from preview.world import World


async def test_twenty_at_once_then_one_a_second(
    bot: Bot, anna: Person, clock: ManualClock, people: People
) -> None:
    """Messages and edits of one chat share the limit; other chats have their own."""
    sent = [await bot.send_message(anna.id, str(number)) for number in range(19)]
    await bot.edit_message_text("x", chat_id=anna.id, message_id=sent[0].message_id)
    with pytest.raises(TelegramRetryAfter, match="Too Many Requests: retry after 1") as caught:
        await bot.send_message(anna.id, "one more")
    assert caught.value.retry_after == 1
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("y", chat_id=anna.id, message_id=sent[0].message_id)
    await bot.send_chat_action(anna.id, "typing")
    bob = await people.join("Bob")
    await bob.open()
    await bot.send_message(bob.id, "Hi")
    clock.advance(1)
    await bot.send_message(anna.id, "one more")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(anna.id, "and more")


async def test_a_refused_edit_costs_nothing(bot: Bot, anna: Person, world: World) -> None:
    """Only what goes through is counted."""
    before = world.flood.per_chat.buckets.copy()
    with pytest.raises(Exception, match="message text is empty"):
        await bot.send_message(anna.id, "")
    assert world.flood.per_chat.buckets == before


async def test_no_limits_for_benchmarks(bot: Bot, anna: Person, world: World) -> None:
    """When turned off."""
    world.flood.turn_off()
    for number in range(30):
        await bot.send_message(anna.id, str(number))


async def test_limits_by_the_control_api(bot: Bot, anna: Person) -> None:
    """They may be set from another process."""
    settings = await anna.control("settings", per_chat={"rate": 0.1, "burst": 1})
    assert settings["per_chat"] == {"rate": 0.1, "burst": 1}
    await bot.send_message(anna.id, "a")
    with pytest.raises(TelegramRetryAfter, match="retry after 10"):
        await bot.send_message(anna.id, "b")


def test_the_overall_limit_counts_new_messages_only() -> None:
    """Thirty a second to whomever; edits are free of it."""
    control = FloodControl(overall=Limiter(rate=30, burst=60))
    for chat_id in range(60):
        control.charge(chat_id, 0.0, new=True)
    control.charge(1, 0.0, new=False)
    with pytest.raises(ApiError) as caught:
        control.charge(1000, 0.0, new=True)
    assert caught.value.payload() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    control.charge(1000, 1.0, new=True)


def test_the_overall_limit_is_off_by_default() -> None:
    """It would be in the way of most tests."""
    control = FloodControl()
    for chat_id in range(1000):
        control.charge(chat_id, 0.0, new=True)
