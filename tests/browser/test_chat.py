"""A chat on the page: messages, edits, taps, texts, links."""

import json

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from playwright.async_api import Page, expect

from preview.client import Person
from preview.world import World
from tests.browser.conftest import next_tap

EVIL = '<img src=x onerror="document.title=1">'


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    """One row of callback buttons."""
    row = [InlineKeyboardButton(text=label, callback_data=label) for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def test_taps_end_with_a_toast_or_a_dialog(page: Page, bot: Bot, anna: Person) -> None:
    """The button shimmers until the answer; then the edit takes the keyboard away in place."""
    sent = await bot.send_message(
        anna.id, "<b>Question</b> 1", parse_mode="HTML", reply_markup=keyboard("Agree")
    )
    await expect(page.locator(".theirs b")).to_have_text("Question")
    for alert in (False, True):
        await page.get_by_role("button", name="Agree").click()
        await expect(page.locator("[aria-busy]")).to_have_count(1)
        query = await next_tap(bot)
        await query.answer("Noted", show_alert=alert)
        await expect(page.locator("[aria-busy]")).to_have_count(0)
        await expect(page.locator("#alert-text" if alert else ".toast")).to_have_text("Noted")
    await page.get_by_role("button", name="OK").click()
    await bot.edit_message_text("Question 2", chat_id=anna.id, message_id=sent.message_id)
    await expect(page.locator(".theirs .text")).to_contain_text("Question 2")
    await expect(page.locator(".theirs .edited")).to_have_text("edited")
    await expect(page.locator(".keyboard")).to_have_count(0)


async def test_messages_stand_in_their_order(page: Page, bot: Bot, anna: Person) -> None:
    """An older message that was edited last stays where it is, after a reload too."""
    first = await bot.send_message(anna.id, "one")
    await bot.send_message(anna.id, "two")
    await bot.edit_message_text("ONE", chat_id=anna.id, message_id=first.message_id)
    for _ in range(2):
        await expect(page.locator(".theirs .text")).to_contain_text(["ONE", "two"])
        await page.reload()


async def test_days_are_set_apart(page: Page, bot: Bot, anna: Person) -> None:
    """One label a day; it goes away with the last message of its day."""
    old = await bot.send_message(anna.id, "old")
    await anna.control("age_message", chat_id=anna.id, by_s=86_400)
    await bot.send_message(anna.id, "new")
    await expect(page.locator(".day")).to_have_text(["Yesterday", "Today"])
    order = await page.locator("#log > *").evaluate_all("all => all.map((one) => one.className)")
    assert order == ["day", "own", "theirs", "day", "theirs"]
    own = (await anna.messages())[0]
    await bot.delete_messages(anna.id, [old.message_id, own.id])
    await expect(page.locator(".day")).to_have_text(["Today"])


async def test_one_writes_and_enter_sends(page: Page, anna: Person) -> None:
    """Shift and Enter begin a line; the field grows; nobody's words become markup."""
    field = page.get_by_label("Message", exact=True)
    await expect(field).to_be_visible()
    before = await field.bounding_box()
    await field.fill(EVIL)
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("end")
    after = await field.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]
    await page.keyboard.press("Enter")
    await expect(page.locator("article.own").last).to_contain_text(EVIL)
    await expect(field).to_have_value("")
    assert (await anna.messages())[-1].text == f"{EVIL}\n\nend"
    assert await page.title() == "Anna · Preview"


async def test_commands_are_offered(page: Page, bot: Bot, anna: Person) -> None:
    """By the button and by typing a slash; arrow keys choose."""
    names = ("start", "results", "results_all")
    commands = [BotCommand(command=name, description=f"Does {name}") for name in names]
    await bot.set_my_commands(commands)
    await bot.set_my_name("Map")
    await expect(page.locator("#bot-name")).to_have_text("Map")
    await page.get_by_role("button", name="Commands").click()
    await expect(page.locator("#commands button")).to_have_count(3)
    await page.keyboard.press("Escape")
    await expect(page.locator("#commands")).to_be_hidden()
    await expect(page.locator("#text")).to_be_focused()
    await page.keyboard.type("/res")
    await expect(page.locator("#commands button")).to_have_count(2)
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.own").last).to_contain_text("/results")
    assert (await anna.messages())[-1].text == "/results"


async def test_texts_with_entities(page: Page, bot: Bot, anna: Person) -> None:
    """Code is copied by a tap, what is hidden opens, a quotation unfolds."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await bot.send_message(
        anna.id,
        "<code>ml7-16</code> <tg-spoiler>secret</tg-spoiler> "
        "<blockquote expandable>long\n\n\n\nquotation</blockquote>",
        parse_mode="HTML",
    )
    await page.locator("code").click()
    await expect(page.locator(".toast")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "ml7-16"
    hidden = page.get_by_role("button", name="Hidden text")
    await hidden.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".spoiler.open")).to_have_text("secret")
    await page.locator("blockquote.folded").click()
    await expect(page.locator("blockquote.folded")).to_have_count(0)


async def test_links(page: Page, bot: Bot, anna: Person) -> None:
    """Those of this bot open in the page itself; others leave it without a trace; text copies."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own = "https://t.me/preview_bot?start=ml7-16"
    buttons = [
        InlineKeyboardButton(text="Channel", url="https://example.com/channel"),
        InlineKeyboardButton(text="Code", copy_text=CopyTextButton(text="x" * 256)),
    ]
    await bot.send_message(
        anna.id,
        f"Go to {own}, or t.me/other_bot?start=a",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[buttons]),
    )
    await page.get_by_role("link", name="preview_bot").click()
    await expect(page.locator("article.own").last).to_contain_text("/start ml7-16")
    for name in ("Channel", "other_bot"):
        link = page.get_by_role("link", name=name)
        assert await link.get_attribute("target") == "_blank"
        assert await link.get_attribute("rel") == "noreferrer noopener"
    await page.get_by_role("button", name="Code").click()
    await expect(page.locator(".toast")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "x" * 256


async def test_what_evil_people_and_bots_send(
    page: Page, bot: Bot, world: World, anna: Person
) -> None:
    """Names, labels, captions and schemes that even a broken server lets through."""
    await bot.set_my_name(EVIL)
    world.people[anna.id].user["first_name"] = EVIL
    text = f"{EVIL} click"
    entities = [
        {"type": "text_link", "offset": len(EVIL) + 1, "length": 5, "url": "javascript:alert(1)"}
    ]
    rows = [[{"text": EVIL, "url": "javascript:alert(1)"}], [{"text": EVIL, "url": "data:x,y"}]]
    content = {
        "text": text, "entities": entities, "reply_markup": {"inline_keyboard": rows},
    }  # fmt: skip
    chat = world.chats[anna.id]
    world.post(chat, world.bot.user(), content, outgoing=True)
    await anna.send_document(b"x", f"{EVIL}.html", EVIL)
    await anna.send_contact(EVIL)
    await page.reload()
    await expect(page.locator("article.own").last).to_contain_text(EVIL)
    links = await page.locator("#log a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) <= {"http:", ":"}  # addresses, or nothing that leads anywhere
    assert await page.locator('img[src="x"]').count() == 0
    assert await page.title() == f"{EVIL} · {EVIL}"
    assert await page.locator("[onclick], [onerror], [onload], [style*=expression]").count() == 0


async def test_sharing_one_s_number(page: Page, bot: Bot, anna: Person) -> None:
    """Only after a confirmation; a one-time keyboard goes away, and comes at the bot's wish."""
    number = KeyboardButton(text="My number", request_contact=True)
    markup = ReplyKeyboardMarkup(
        keyboard=[[number], [KeyboardButton(text="Skip")]],
        one_time_keyboard=True,
        input_field_placeholder="Or write it",
    )
    await bot.send_message(anna.id, "May we call?", reply_markup=markup)
    await expect(page.get_by_placeholder("Or write it")).to_be_visible()
    await page.get_by_role("button", name="Quick replies").click()
    await expect(page.locator("#keyboard")).to_be_hidden()
    await page.get_by_role("button", name="Quick replies").click()
    await page.get_by_role("button", name="My number").click()
    await page.get_by_role("button", name="Cancel").click()
    assert len(await anna.messages()) == 2
    await page.get_by_role("button", name="My number").click()
    await page.get_by_label("Phone number", exact=True).fill("+380501234567")
    await page.get_by_role("button", name="Share").click()
    await expect(page.locator("article.own .contact")).to_contain_text("+380501234567")
    await expect(page.locator("#keyboard")).to_be_hidden()
    raw = (await anna.messages())[-1].raw
    assert raw["contact"] == {
        "phone_number": "+380501234567",
        "first_name": "Anna",
        "user_id": anna.id,
    }
    await bot.send_message(anna.id, "Again", reply_markup=markup)
    await expect(page.locator("#keyboard")).to_be_visible()
    await bot.send_message(anna.id, "Thanks", reply_markup=ReplyKeyboardRemove())
    await expect(page.locator("#keyboard")).to_be_hidden()


async def test_what_the_bot_is_doing(page: Page, bot: Bot, anna: Person) -> None:
    """In the header, until it is done."""
    status = page.locator("#status")
    await expect(status).to_have_text("bot")
    for action, words in (
        ("typing", "typing"),
        ("upload_photo", "sending a photo"),
        ("upload_document", "sending a file"),
    ):
        await bot.send_chat_action(anna.id, action)
        await expect(status).to_have_text(words)
    await bot.send_message(anna.id, "Done")
    await expect(status).to_have_text("bot")


async def test_what_came_above_stays_and_what_comes_below_is_counted(
    page: Page, bot: Bot, anna: Person
) -> None:
    """Somebody who reads further up is left there; a button leads down."""
    for number in range(12):
        await bot.send_message(anna.id, f"message {number}\n\n\n\n.")
    await expect(page.locator("article").last).to_contain_text("message 11")
    await expect(page.locator("#down")).to_be_hidden()
    await page.locator("#log").evaluate("(log) => { log.scrollTop = 0; }")
    down = page.get_by_role("button", name="To the newest message")
    await expect(down).to_be_visible()
    for number in range(2):
        await bot.send_message(anna.id, f"news {number}")
    await expect(down).to_have_text("2")
    assert await page.locator("#log").evaluate("(log) => log.scrollTop") == 0
    await down.click()
    await expect(down).to_be_hidden()
    await expect(page.locator("article").last).to_be_in_viewport()


async def test_news_is_read_out(page: Page, bot: Bot, anna: Person) -> None:
    """Messages and edits, once each; not the whole chat when it is opened."""
    await expect(page.locator("article.own")).to_have_count(1)
    await expect(page.locator("#news")).to_have_text("")
    sent = await bot.send_message(anna.id, "Hello")
    await expect(page.locator("#news")).to_have_text("Preview: Hello")
    await bot.edit_message_text("Changed", chat_id=anna.id, message_id=sent.message_id)
    await expect(page.locator("#news")).to_have_text("Preview: Changed")
    assert await page.locator("#log").get_attribute("aria-live") == "off"


async def test_two_windows_show_the_same(page: Page, bot: Bot, anna: Person) -> None:
    """Another window of the same browser, opened by the menu."""
    await page.get_by_label("More").click()
    async with page.expect_popup() as opened:
        await page.get_by_role("link", name="Open in a window of its own").click()
    other = await opened.value
    await bot.send_message(anna.id, json.dumps("both"))
    for window in (page, other):
        await expect(window.locator("article.theirs")).to_contain_text("both")
