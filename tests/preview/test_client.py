"""What a person sees and does."""

import asyncio
import io

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from PIL import Image

from preview.client import NotOnScreenError, People, Person, RefusedError
from preview.screen import ChatMessage
from preview.server import Server


def keyboard(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Callback buttons by label and data."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
            for row in rows
        ]
    )


async def test_a_conversation(bot: Bot, anna: Person) -> None:
    """A message, a tap on its button by the start of the label, an answer."""
    sent = await bot.send_message(
        anna.id, "<b>Hi</b>", parse_mode="HTML", reply_markup=keyboard([("Yes", "y")])
    )
    seen = await anna.wait_for("Hi")
    assert (seen.id, seen.html, seen.sender) == (sent.message_id, "<b>Hi</b>", "bot")
    query = await anna.tap("Ye")
    updates = await bot.get_updates()
    tapped = updates[-1].callback_query
    assert tapped is not None
    assert (tapped.id, tapped.data) == (query, "y")
    await tapped.answer("OK", show_alert=True)
    answer = await anna.wait_answer(query)
    assert (answer.text, answer.show_alert) == ("OK", True)


async def test_a_missing_button_tells_what_is_there(bot: Bot, anna: Person) -> None:
    """The failure lists the buttons on the screen."""
    await bot.send_message(anna.id, "Choose", reply_markup=keyboard([("Left", "l")]))
    with pytest.raises(NotOnScreenError, match="Left → l"):
        await anna.tap("Right")
    with pytest.raises(NotOnScreenError, match="Left → l"):
        await anna.tap_data("r")


async def test_a_button_that_goes_under_the_finger(
    bot: Bot, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen changes between a look and the tap: no more than a screen that has moved on."""
    sent = await bot.send_message(anna.id, "Choose", reply_markup=keyboard([("Left", "l")]))
    seen = await anna.messages()

    async def behind() -> list[ChatMessage]:
        return seen

    monkeypatch.setattr(anna, "messages", behind)
    await bot.edit_message_text("Too late", chat_id=anna.id, message_id=sent.message_id)
    with pytest.raises(NotOnScreenError, match="has no button"):
        await anna.tap_data("l")


async def test_the_exact_label_wins_over_a_longer_one(bot: Bot, anna: Person) -> None:
    """`1` is not `10`."""
    await bot.send_message(anna.id, "Rate", reply_markup=keyboard([("10", "ten"), ("1", "one")]))
    await anna.tap("1")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "one"


async def test_an_old_button_can_be_tapped_when_the_screen_is_behind(
    bot: Bot, anna: Person
) -> None:
    """A client that lags sends taps on what is gone, an attentive one can't."""
    sent = await bot.send_message(anna.id, "Choose", reply_markup=keyboard([("Left", "l")]))
    await bot.edit_message_text("Chosen", chat_id=anna.id, message_id=sent.message_id)
    with pytest.raises(NotOnScreenError):
        await anna.tap_data("l")
    await anna.tap_old(sent.message_id, "l")
    await bot.delete_message(anna.id, sent.message_id)
    await anna.tap_old(sent.message_id, "l")
    first, second = (await bot.get_updates())[-2:]
    assert first.callback_query is not None
    assert first.callback_query.message is not None
    assert first.callback_query.message.date
    assert second.callback_query is not None
    assert second.callback_query.message is not None
    assert second.callback_query.message.date == 0  # inaccessible, as Telegram has it


async def test_waiting_ends_as_soon_as_the_message_comes(bot: Bot, anna: Person) -> None:
    """A long poll, no sleeping; older messages do not count."""
    await bot.send_message(anna.id, "Hello again")
    await anna.say("and?")
    waiting = asyncio.ensure_future(anna.wait_for("Hello", timeout_s=5))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    sent = await bot.send_message(anna.id, "Hello at last")
    assert (await waiting).id == sent.message_id
    assert (await anna.wait_for("again", anywhere=True)).text == "Hello again"


async def test_waiting_in_vain_shows_the_screen(bot: Bot, anna: Person) -> None:
    """The failure tells what came instead."""
    await bot.send_message(anna.id, "Something else")
    with pytest.raises(NotOnScreenError, match="Something else"):
        await anna.wait_for("Hello", timeout_s=0.05)


async def test_an_edit_counts_as_news(bot: Bot, anna: Person) -> None:
    """wait_for sees an edited message."""
    sent = await bot.send_message(anna.id, "Question 1")
    await anna.say("answer")
    await bot.edit_message_text("Question 2", chat_id=anna.id, message_id=sent.message_id)
    assert (await anna.wait_for("Question")).text == "Question 2"
    assert (await anna.wait_for("Question")).edited


async def test_deleted_messages_disappear(bot: Bot, anna: Person) -> None:
    """The screen forgets them."""
    sent = await bot.send_message(anna.id, "Soon gone")
    await anna.wait_for("Soon")
    await bot.delete_message(anna.id, sent.message_id)
    left = await anna.wait_until(lambda messages: len(messages) == 1)
    assert left[0].text == "/start"


async def test_files_both_ways(bot: Bot, anna: Person) -> None:
    """Documents come back byte for byte, photos as pictures."""
    await bot.send_document(anna.id, BufferedInputFile(b"a;b\n", "r.csv"), caption="Report")
    seen = await anna.wait_for("Report")
    assert (seen.document_name, await anna.download(seen)) == ("r.csv", b"a;b\n")
    await anna.send_document(b"%PDF", "cv.pdf", "mine")
    document = (await bot.get_updates())[-1].message
    assert document is not None
    assert document.document is not None
    assert document.document.file_name == "cv.pdf"
    content = await bot.download(document.document)
    assert content is not None
    assert content.read() == b"%PDF"
    buffer = io.BytesIO()
    Image.new("RGB", (200, 100), "red").save(buffer, "PNG")
    await anna.send_photo(buffer.getvalue(), "look")
    photo = (await bot.get_updates())[-1].message
    assert photo is not None
    assert photo.photo is not None
    assert (photo.photo[-1].width, photo.photo[-1].height) == (200, 100)


async def test_everything_a_person_can_send(bot: Bot, anna: Person) -> None:
    """Aiogram recognises each kind."""
    await anna.send_sticker()
    await anna.send_voice()
    await anna.send_contact("+70001112233")
    await anna.send_location(55.75, 37.62)
    said = await anna.say("first")
    await anna.edit(said.id, "second")
    updates = await bot.get_updates()
    kinds = [update.message.content_type for update in updates if update.message is not None]
    assert kinds == ["text", "sticker", "voice", "contact", "location", "text"]
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "second"
    contact = updates[3].message
    assert contact is not None
    assert contact.contact is not None
    assert contact.contact.user_id == anna.id


async def test_a_deep_link_brings_its_payload(bot: Bot, anna: Person) -> None:
    """As /start with the payload; Telegram allows 64 characters of A-Za-z0-9_-."""
    await anna.open("team_42")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.text == "/start team_42"
    assert message.entities is not None
    assert message.entities[0].type == "bot_command"
    for payload in ("x" * 65, "a b", "ы"):
        with pytest.raises(RefusedError, match="deep link"):
            await anna.open(payload)


async def test_the_same_user_id_is_the_same_person(people: People) -> None:
    """So that a page can come back to somebody."""
    first = await people.join("Anna", user_id=42)
    again = await people.join("Bob", user_id=42)
    assert first.user == again.user


async def test_the_reply_keyboard_is_seen(bot: Bot, anna: Person) -> None:
    """Shown until removed; never a part of the message the bot gets back."""
    row = [KeyboardButton(text="Share", request_contact=True), KeyboardButton(text="No")]
    sent = await bot.send_message(
        anna.id, "Phone?", reply_markup=ReplyKeyboardMarkup(keyboard=[row], resize_keyboard=True)
    )
    assert sent.reply_markup is None
    assert await anna.reply_keyboard() == [["Share", "No"]]
    await bot.send_message(anna.id, "Fine", reply_markup=ReplyKeyboardRemove())
    assert await anna.reply_keyboard() == []


async def test_the_newest_screen(bot: Bot, anna: Person) -> None:
    """The latest message with buttons, whatever followed it."""
    await bot.send_message(anna.id, "Old", reply_markup=keyboard([("A", "a")]))
    await bot.send_message(anna.id, "New", reply_markup=keyboard([("B", "b")]))
    await bot.send_message(anna.id, "By the way")
    assert (await anna.screen()).text == "New"


async def test_many_people_at_once(server: Server, people: People) -> None:
    """Each in a chat of their own."""
    crowd = await asyncio.gather(*(people.join(f"P{number}") for number in range(50)))
    await asyncio.gather(*(person.open() for person in crowd))
    assert len({person.chat_id for person in crowd}) == 50
    assert len(server.world.updates.pending) == 50


async def test_one_time_keyboards_go_when_they_are_used(bot: Bot, anna: Person) -> None:
    """Words of one's own leave them where they are."""
    number = KeyboardButton(text="My number", request_contact=True)
    for is_shared in (True, False):
        markup = ReplyKeyboardMarkup(
            keyboard=[[number], [KeyboardButton(text="Skip")]], one_time_keyboard=True
        )
        await bot.send_message(anna.id, "May we call?", reply_markup=markup)
        await anna.say("Why?")
        assert await anna.reply_keyboard() == [["My number"], ["Skip"]]
        await (anna.send_contact() if is_shared else anna.say("Skip"))
        assert await anna.reply_keyboard() == []


async def test_the_profile_in_a_person_s_language(
    bot: Bot, anna: Person, people: People, server: Server
) -> None:
    """Name and description as each of them sees the bot."""
    boris = await people.join("Boris", language_code="uk")
    await bot.set_my_name("Map")
    await bot.set_my_name("Карта", language_code="ru")
    await bot.set_my_description("About")
    await bot.set_my_description("Про бота", language_code="uk")
    seen = []
    for person in (anna, boris):
        async with aiohttp.request("GET", f"{server.base_url}/api/chats/{person.id}") as response:
            profile = (await response.json())["bot"]
        seen.append((profile["name"], profile["description"]))
    assert seen == [("Карта", "About"), ("Map", "Про бота")]
