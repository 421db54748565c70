"""Editing, deleting, answering, copying: what Telegram refuses, in its words."""

from collections.abc import Awaitable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from preview.client import People, Person
from preview.clock import ManualClock
from preview.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
FILE = BufferedInputFile(b"x", "x.txt")


def keyboard(data: str) -> InlineKeyboardMarkup:
    """One button."""
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data=data)]]
    )


async def refuse(call: Awaitable[object], words: str) -> None:
    """The call fails with exactly these words."""
    with pytest.raises(TelegramBadRequest) as caught:
        await call
    assert caught.value.message == f"Bad Request: {words}"


async def test_the_same_again_is_no_edit(bot: Bot, anna: Person) -> None:
    """Text and keyboard both count."""
    sent = await bot.send_message(anna.id, "a", reply_markup=keyboard("x"))
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    await refuse(bot.edit_message_text("a", **where, reply_markup=keyboard("x")), NOT_MODIFIED)
    await refuse(bot.edit_message_reply_markup(**where, reply_markup=keyboard("x")), NOT_MODIFIED)
    edited = await bot.edit_message_text("a", **where, reply_markup=keyboard("y"))
    assert isinstance(edited, Message)
    assert edited.reply_markup is not None
    assert edited.reply_markup.inline_keyboard[0][0].callback_data == "y"
    assert edited.edit_date is not None
    bare = await bot.edit_message_text("a", **where)
    assert isinstance(bare, Message)
    assert bare.reply_markup is None
    await refuse(bot.edit_message_text("<b></b>a", **where, parse_mode="HTML"), NOT_MODIFIED)


async def test_what_cannot_be_edited(bot: Bot, anna: Person) -> None:
    """Nothing, somebody else's, one of another kind."""
    said = await anna.say("mine")
    sent = await bot.send_document(anna.id, FILE, caption="c")
    text = await bot.send_message(anna.id, "t")
    await refuse(
        bot.edit_message_text("a", chat_id=anna.id, message_id=999), "message to edit not found"
    )
    await refuse(
        bot.edit_message_text("a", chat_id=anna.id, message_id=said.id), "message can't be edited"
    )
    await refuse(
        bot.edit_message_text("a", chat_id=anna.id, message_id=sent.message_id),
        "there is no text in the message to edit",
    )
    await refuse(
        bot.edit_message_caption(chat_id=anna.id, message_id=text.message_id, caption="x"),
        "there is no caption in the message to edit",
    )
    await refuse(
        bot.edit_message_text("a", chat_id=anna.id), "message identifier is not specified"
    )
    deleted = await bot.send_message(anna.id, "gone")
    await deleted.delete()
    await refuse(
        bot.edit_message_text("a", chat_id=anna.id, message_id=deleted.message_id),
        "message to edit not found",
    )


async def test_captions_and_media(bot: Bot, anna: Person) -> None:
    """Another caption, another file, and a text that becomes a document."""
    sent = await bot.send_document(anna.id, FILE, caption="c", reply_markup=keyboard("x"))
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    captioned = await bot.edit_message_caption(**where, caption="d")
    assert isinstance(captioned, Message)
    assert (captioned.caption, captioned.reply_markup) == ("d", None)
    assert captioned.document == sent.document
    media = InputMediaDocument(media=BufferedInputFile(b"y", "y.txt"))
    replaced = await bot.edit_message_media(media, **where)
    assert isinstance(replaced, Message)
    assert replaced.document is not None
    assert (replaced.document.file_name, replaced.caption) == ("y.txt", None)
    again = InputMediaDocument(media=replaced.document.file_id)
    await refuse(bot.edit_message_media(again, **where), NOT_MODIFIED)
    text = await bot.send_message(anna.id, "t")
    became = await bot.edit_message_media(
        InputMediaDocument(media=replaced.document.file_id),
        chat_id=anna.id,
        message_id=text.message_id,
    )
    assert isinstance(became, Message)
    assert (became.text, became.content_type) == (None, "document")


async def test_deleting(bot: Bot, anna: Person, clock: ManualClock) -> None:
    """Both sides' messages in a private chat, but not after 48 hours."""
    said = await anna.say("mine")
    assert await bot.delete_message(anna.id, said.id)
    await refuse(bot.delete_message(anna.id, said.id), "message to delete not found")
    first = await bot.send_message(anna.id, "1")
    second = await bot.send_message(anna.id, "2")
    clock.advance(48 * 3600 + 1)
    await refuse(
        bot.delete_message(anna.id, first.message_id), "message can't be deleted for everyone"
    )
    await refuse(
        bot.delete_messages(anna.id, [second.message_id]), "message can't be deleted for everyone"
    )
    third = await bot.send_message(anna.id, "3")
    assert await bot.delete_messages(anna.id, [third.message_id, 12345])
    await refuse(bot.delete_messages(anna.id, []), "message identifiers are not specified")
    many = list(range(101))
    await refuse(bot.delete_messages(anna.id, many), "too many message identifiers specified")


async def test_a_message_made_old(bot: Bot, anna: Person) -> None:
    """By the control API, for tests without a clock of their own."""
    sent = await bot.send_message(anna.id, "a")
    await anna.control("age_message", chat_id=anna.id, message_id=sent.message_id)
    await refuse(
        bot.delete_message(anna.id, sent.message_id), "message can't be deleted for everyone"
    )


async def test_answers_come_once_and_in_time(
    bot: Bot, anna: Person, clock: ManualClock, world: World
) -> None:
    """Else the query is too old or unknown."""
    sent = await bot.send_message(anna.id, "a", reply_markup=keyboard("x"))
    query = await anna.tap("Go")
    await refuse(bot.answer_callback_query(query, text="x" * 201), "MESSAGE_TOO_LONG")
    assert await bot.answer_callback_query(query, text="x" * 200)
    await refuse(bot.answer_callback_query(query), TOO_OLD)
    await refuse(bot.answer_callback_query("1"), TOO_OLD)
    late = await anna.tap_data("x")
    clock.advance(world.settings.callback_window_s + 1)
    await refuse(bot.answer_callback_query(late), TOO_OLD)
    fresh = await anna.tap_old(sent.message_id, "x")
    await anna.control("expire_callback", callback_query_id=fresh)
    await refuse(bot.answer_callback_query(fresh), TOO_OLD)
    assert [answer.text for answer in await anna.answers()] == ["x" * 200]


async def test_replies(bot: Bot, anna: Person) -> None:
    """The original comes along; without one it's refused unless allowed."""
    said = await anna.say("question")
    reply = await bot.send_message(
        anna.id, "answer", reply_parameters=ReplyParameters(message_id=said.id)
    )
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "question"
    await refuse(
        bot.send_message(anna.id, "a", reply_parameters=ReplyParameters(message_id=999)),
        "message to be replied not found",
    )
    lenient = ReplyParameters(message_id=999, allow_sending_without_reply=True)
    assert (
        await bot.send_message(anna.id, "a", reply_parameters=lenient)
    ).reply_to_message is None


async def test_copies_and_forwards(bot: Bot, anna: Person) -> None:
    """A copy is the bot's own, a forward names the author."""
    said = await anna.say("words")
    copy = await bot.copy_message(anna.id, anna.id, said.id)
    copied = await anna.wait_for(lambda message: message.id == copy.message_id)
    assert (copied.text, copied.sender) == ("words", "bot")
    forwarded = await bot.forward_message(anna.id, anna.id, said.id)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"
    await refuse(bot.copy_message(anna.id, anna.id, 999), "message to copy not found")
    await refuse(bot.forward_message(anna.id, anna.id, 999), "message to forward not found")


async def test_pins_reactions_and_actions(bot: Bot, anna: Person) -> None:
    """Small things."""
    sent = await bot.send_message(anna.id, "a")
    assert await bot.pin_chat_message(anna.id, sent.message_id)
    full = await bot.get_chat(anna.id)
    assert full.pinned_message is not None
    assert full.pinned_message.message_id == sent.message_id
    assert await bot.unpin_chat_message(anna.id, message_id=sent.message_id)
    await refuse(bot.unpin_chat_message(anna.id), "message to unpin not found")
    thumb = ReactionTypeEmoji(emoji="👍")
    assert await bot.set_message_reaction(anna.id, sent.message_id, [thumb])
    (seen, *_) = [item for item in await anna.messages() if item.id == sent.message_id]
    assert seen.reactions == ({"type": "emoji", "emoji": "👍"},)
    assert await bot.send_chat_action(anna.id, "typing")
    await refuse(bot.send_chat_action(anna.id, "dancing"), "wrong parameter action in request")


async def test_message_ids_grow_over_all_private_chats(
    bot: Bot, anna: Person, people: People
) -> None:
    """Telegram numbers them per bot account."""
    bob = await people.join("Bob")
    started = await bob.open()
    first = await bot.send_message(anna.id, "a")
    second = await bot.send_message(bob.id, "b")
    assert [started.id + 1, started.id + 2] == [first.message_id, second.message_id]


async def test_contacts(bot: Bot, anna: Person) -> None:
    """Name and number are needed; nothing in one can be edited but its keyboard."""
    sent = await bot.send_contact(
        anna.id, "+380501234567", "Petro", last_name="P", vcard="v", reply_markup=keyboard("x")
    )
    assert sent.contact is not None
    assert (sent.contact.phone_number, sent.contact.first_name) == ("+380501234567", "Petro")
    assert (sent.contact.last_name, sent.contact.vcard) == ("P", "v")
    await refuse(bot.send_contact(1, "", "P"), 'parameter "phone_number" is required')
    await refuse(bot.send_contact(1, "1", ""), 'parameter "first_name" is required')
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    media = InputMediaDocument(media=FILE)
    await refuse(bot.edit_message_media(media, **where), "message media can't be edited")
    caption = bot.edit_message_caption(**where, caption="x")
    await refuse(caption, "there is no caption in the message to edit")
    await refuse(bot.edit_message_text("x", **where), "there is no text in the message to edit")
    edited = await bot.edit_message_reply_markup(**where)
    assert isinstance(edited, Message)
    assert (edited.contact, edited.reply_markup) == (sent.contact, None)


@pytest.mark.parametrize(
    "markup",
    [
        ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="a")]]),
        ReplyKeyboardRemove(),
        ForceReply(),
    ],
    ids=["keyboard", "remove", "force"],
)
async def test_messages_with_reply_keyboards_are_never_edited(
    bot: Bot, anna: Person, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
) -> None:
    """Telegram edits only those without a keyboard or with an inline one."""
    sent = await bot.send_message(anna.id, "a", reply_markup=markup)
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    await refuse(bot.edit_message_text("b", **where), "message can't be edited")
    await refuse(
        bot.edit_message_reply_markup(**where, reply_markup=keyboard("x")),
        "message can't be edited",
    )
    assert await bot.delete_message(**where)
