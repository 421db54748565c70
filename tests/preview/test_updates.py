"""getUpdates, as strict as Telegram's."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.types import Update

from preview.client import Person
from preview.server import Server
from preview.updates import UpdateQueue


def texts(updates: list[Update]) -> list[str | None]:
    """What the messages say."""
    return [update.message.text for update in updates if update.message is not None]


async def test_updates_stay_until_confirmed(bot: Bot, anna: Person) -> None:
    """By an offset beyond them."""
    await anna.say("1")
    await anna.say("2")
    first = await bot.get_updates()
    assert await bot.get_updates() == first
    assert texts(first) == ["/start", "1", "2"]
    assert texts(await bot.get_updates(offset=first[1].update_id)) == ["1", "2"]
    assert texts(await bot.get_updates(limit=1)) == ["1"]
    assert await bot.get_updates(offset=first[-1].update_id + 1) == []
    assert await bot.get_updates() == []


async def test_a_negative_offset_keeps_the_newest(bot: Bot, anna: Person) -> None:
    """And forgets the others."""
    await anna.say("1")
    await anna.say("2")
    assert texts(await bot.get_updates(offset=-1)) == ["2"]
    assert texts(await bot.get_updates()) == ["2"]


async def test_long_polling(bot: Bot, anna: Person) -> None:
    """The answer comes with the update."""
    await bot.get_updates(offset=-1)
    (last,) = await bot.get_updates()
    waiting = asyncio.ensure_future(bot.get_updates(offset=last.update_id + 1, timeout=10))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await anna.say("now")
    assert texts(await asyncio.wait_for(waiting, 1)) == ["now"]


async def test_one_reader_at_a_time(bot: Bot, anna: Person) -> None:
    """The second ends the first."""
    (start,) = await bot.get_updates()
    await bot.get_updates(offset=start.update_id + 1)
    first = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(bot.get_updates(timeout=10))
    with pytest.raises(TelegramConflictError) as caught:
        await asyncio.wait_for(first, 1)
    assert caught.value.message == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await anna.say("for the second")
    assert texts(await asyncio.wait_for(second, 1)) == ["for the second"]


async def test_a_reader_is_in_the_way_of_a_webhook(bot: Bot) -> None:
    """And the other way round."""
    waiting = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    await bot.set_webhook("https://bot.example.com/hook")
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await asyncio.wait_for(waiting, 1)
    with pytest.raises(TelegramConflictError) as caught:
        await bot.get_updates()
    assert caught.value.message == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )


async def test_only_wanted_kinds(bot: Bot, anna: Person) -> None:
    """The list is remembered from call to call; rare kinds have to be asked for."""
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.say("nobody listens")
    assert texts(await bot.get_updates()) == ["/start"]
    queue = UpdateQueue()
    assert queue.push("message_reaction", {}) is None
    assert queue.push("my_chat_member", {}) is not None
    queue.allowed = ["message_reaction"]
    assert queue.push("message_reaction", {}) is not None


async def test_an_update_comes_again(bot: Bot, anna: Person) -> None:
    """With the same identifier, whatever was confirmed."""
    (start,) = await bot.get_updates()
    await bot.get_updates(offset=start.update_id + 1)
    assert (await anna.control("redeliver"))["update_id"] == start.update_id
    assert await bot.get_updates(offset=start.update_id + 1) == [start]
    assert await bot.get_updates(offset=start.update_id + 1) == []


async def test_unknown_kinds(server: Server, bot: Bot, anna: Person) -> None:
    """Telegram adds new ones; aiogram lets them through."""
    await anna.control("update", kind="telepathy", payload={"thought": "hm"})
    newest = (await bot.get_updates())[-1]
    assert newest.update_id == server.world.updates.last_id
    assert newest.message is None
