"""The chat page in a real browser, where there is one."""

import io
import shutil
from collections.abc import AsyncGenerator

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from PIL import Image
from playwright.async_api import Page, async_playwright, expect

from preview.client import Person
from preview.server import Server
from preview.world import World

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
EVIL = '<img src=x onerror="document.title=1">'

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


@pytest.fixture
async def page(server: Server) -> AsyncGenerator[Page, None]:
    """A page at phone width; any complaint of the browser fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        page = await browser.new_page(
            viewport={"width": 390, "height": 844}, locale="en-GB", base_url=server.base_url
        )
        page.set_default_timeout(5000)
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        await browser.close()
    assert complaints == []


async def test_a_conversation_on_the_page(page: Page, bot: Bot, anna: Person) -> None:
    """Deep link, taps, toasts and dialogs, edits in place, writing."""
    await page.goto(f"/?person={anna.id}&start=team_7")
    await expect(page.locator("article.own").last).to_contain_text("/start team_7")
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Agree", callback_data="y")]]
    )
    sent = await bot.send_message(
        anna.id, "<b>Question</b> 1", parse_mode="HTML", reply_markup=keyboard
    )
    await expect(page.locator(".theirs b")).to_have_text("Question")
    for alert in (False, True):
        await page.get_by_role("button", name="Agree").click()
        await expect(page.locator("[aria-busy]")).to_have_count(1)
        query = (await bot.get_updates(offset=-1))[0].callback_query
        assert query is not None
        await query.answer("Noted", show_alert=alert)
        await expect(page.locator("[aria-busy]")).to_have_count(0)
        await expect(page.locator("#alert-text" if alert else ".toast")).to_have_text("Noted")
    await page.get_by_role("button", name="OK").click()
    await bot.edit_message_text("Question 2", chat_id=anna.id, message_id=sent.message_id)
    await expect(page.locator(".theirs .text")).to_contain_text("Question 2")
    await expect(page.locator(".keyboard")).to_have_count(0)
    await page.get_by_label("Message", exact=True).fill(EVIL)
    await page.keyboard.press("Enter")
    await expect(page.locator("article.own").last).to_contain_text(EVIL)
    assert await page.title() == "Preview"


async def test_files_and_the_reply_keyboard(page: Page, bot: Bot, anna: Person) -> None:
    """Pictures open large, documents download, a contact is shared."""
    await page.goto(f"/?person={anna.id}")
    buffer = io.BytesIO()
    Image.new("RGB", (300, 200), "green").save(buffer, "PNG")
    await bot.send_photo(anna.id, BufferedInputFile(buffer.getvalue(), "a.png"), caption="Map")
    await page.get_by_role("button", name="Photo: Open").click()
    await expect(page.locator("#viewer img")).to_be_visible()
    await page.keyboard.press("Escape")
    row = [KeyboardButton(text="My number", request_contact=True)]
    await bot.send_document(
        anna.id,
        BufferedInputFile(b"1;2", "table.csv"),
        reply_markup=ReplyKeyboardMarkup(keyboard=[row]),
    )
    async with page.expect_download() as download:
        await page.get_by_role("link", name="table.csv").click()
    assert (await download.value).suggested_filename == "table.csv"
    await page.get_by_role("button", name="My number").click()
    await expect(page.locator("article.own").last).to_contain_text("Anna +7")


async def test_people_come_and_block(page: Page, world: World) -> None:
    """Somebody new, as an administrator; blocking and coming back."""
    world.settings.admin_id = 42
    await page.goto("/")
    await page.get_by_role("button", name="Add a person").click()
    await page.get_by_label("Name").fill("Olga")
    await page.get_by_label("Administrator").check()
    await page.get_by_role("button", name="Create").click()
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator("article.own")).to_contain_text("/start")
    assert world.people[42].user["first_name"] == "Olga"
    await page.locator("summary").click()
    await page.get_by_role("button", name="Block the bot").click()
    await expect(page.get_by_role("button", name="Restart")).to_be_visible()
    assert world.people[42].blocked
    await page.get_by_role("button", name="Back").click()
    await expect(page.get_by_role("button", name="Olga")).to_be_visible()


async def test_the_theme_is_switched(page: Page) -> None:
    """And kept."""
    await page.goto("/")
    await page.get_by_role("button", name="Dark or light").click()
    chosen = await page.locator("html").get_attribute("data-theme")
    assert chosen == "dark"
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
