"""Who may be written to; groups and channels; blocking."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from preview.client import People, Person, RefusedError


async def test_a_bot_cannot_write_first(bot: Bot, people: People) -> None:
    """Not before the person has."""
    bob = await people.join("Bob")
    with pytest.raises(
        TelegramForbiddenError, match=r"Forbidden: bot can't initiate conversation with a user$"
    ):
        await bot.send_message(bob.id, "Hi")
    await bob.open()
    assert (await bot.send_message(bob.id, "Hi")).text == "Hi"


@pytest.mark.parametrize("chat_id", [0, 777, -1, "@nobody", "nonsense"])
async def test_unknown_chats(bot: Bot, chat_id: int | str) -> None:
    """Whatever the identifier."""
    with pytest.raises(TelegramBadRequest, match=r"Bad Request: chat (not found|_id is empty)$"):
        await bot.send_message(chat_id, "Hi")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.get_chat("@nobody")


async def test_blocking(bot: Bot, anna: Person) -> None:
    """The bot is told, and its messages are refused until it is taken back."""
    await anna.block()
    with pytest.raises(TelegramForbiddenError, match=r"Forbidden: bot was blocked by the user$"):
        await bot.send_message(anna.id, "Hi")
    with pytest.raises(RefusedError, match="has blocked the bot"):
        await anna.say("Hi")
    await anna.unblock()
    assert (await bot.send_message(anna.id, "Hi")).text == "Hi"
    updates = (await bot.get_updates())[-2:]
    changes = [
        (
            update.my_chat_member.old_chat_member.status,
            update.my_chat_member.new_chat_member.status,
        )
        for update in updates
        if update.my_chat_member is not None
    ]
    assert changes == [("member", "kicked"), ("kicked", "member")]


async def test_a_blocked_bot_is_taken_back_by_start(bot: Bot, anna: Person) -> None:
    """As the Restart button does."""
    await anna.block()
    await anna.open("back")
    kinds = [update.event_type for update in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_groups(bot: Bot, anna: Person, people: People) -> None:
    """The bot hears of being added and of what is said."""
    made = await people.control("group", title="Team", members=[anna.id])
    in_group = anna.at(made["chat_id"])
    await in_group.say("/start@preview_bot")
    added, message = (await bot.get_updates())[-2:]
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "member"
    assert message.message is not None
    assert (message.message.chat.type, message.message.message_id) == ("supergroup", 1)
    assert message.message.from_user is not None
    assert message.message.from_user.id == anna.id
    sent = await bot.send_message(made["chat_id"], "Hello all")
    assert (await in_group.wait_for("Hello")).id == sent.message_id


async def test_a_bot_thrown_out(bot: Bot, anna: Person, people: People) -> None:
    """It can't write there any more."""
    made = await people.control("group", title="Team", members=[anna.id])
    await anna.at(made["chat_id"])._act("remove_bot", {})  # no test but this one needs it
    with pytest.raises(
        TelegramForbiddenError, match=r"Forbidden: bot was kicked from the supergroup chat$"
    ):
        await bot.send_message(made["chat_id"], "Hi")


async def test_channels(bot: Bot, anna: Person, people: People) -> None:
    """Posts have no author."""
    made = await people.control("group", title="News", members=[anna.id], type="channel")
    in_channel = anna.at(made["chat_id"])
    said = await in_channel.say("first")
    await in_channel.edit(said.id, "second")
    added, post, edited = (await bot.get_updates())[-3:]
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "administrator"
    assert post.channel_post is not None
    assert (post.channel_post.from_user, post.channel_post.text) == (None, "first")
    assert edited.edited_channel_post is not None
    assert edited.edited_channel_post.text == "second"


async def test_a_chat_in_full(bot: Bot, anna: Person) -> None:
    """Aiogram's model accepts it."""
    full = await bot.get_chat(anna.id)
    assert (full.type, full.first_name) == ("private", "Anna")
    photos = await bot.get_user_profile_photos(anna.id)
    assert photos.total_count == 0
