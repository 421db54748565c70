"""Several people on one page: the list, newcomers, deep links, languages."""

import pytest
from aiogram import Bot
from playwright.async_api import Page, expect

from preview.client import People, Person
from preview.server import Server
from preview.world import World
from tests.browser.conftest import OpenPage

DESK = {"width": 1280, "height": 800}
LINKS = (
    "ml7-16",
    "https://t.me/preview_bot?start=ml7-16",
    "t.me/Preview_Bot?start=ml7-16",
    "tg://resolve?domain=preview_bot&start=ml7-16",
    "?start=ml7-16",
)
NO_LINKS = ("https://t.me/other_bot?start=a", "https://example.com/?start=a", "a b", "я", "x" * 65)


async def test_a_newcomer_who_is_the_admin(
    open_page: OpenPage, server: Server, world: World
) -> None:
    """Added by the dialog; blocks the bot, takes it back; stands in the list with a mark."""
    world.settings.admin_id = 42
    page = await open_page(server.base_url)
    await expect(page.locator("#nobody")).to_contain_text("Add somebody")
    await page.locator("#invite").click()
    await page.get_by_label("Name", exact=True).fill("Olga")
    await page.locator("[name=language_code]").select_option("uk")
    await page.get_by_label("Administrator").check()
    await page.get_by_role("button", name="Create").click()
    # The page speaks her language from now on.
    await page.get_by_role("button", name="Почати", exact=True).click()
    await expect(page.locator("article.own")).to_contain_text("/start")
    assert world.people[42].user["first_name"] == "Olga"
    assert world.people[42].user["language_code"] == "uk"
    await page.get_by_label("Ще", exact=True).click()
    await page.get_by_role("button", name="Заблокувати бота").click()
    await expect(page.get_by_role("button", name="Перезапустити")).to_be_visible()
    assert world.people[42].blocked
    await page.get_by_role("button", name="Назад").click()
    line = page.get_by_role("button", name="Olga")
    await expect(line).to_be_focused()
    await expect(line.locator(".chip")).to_have_text("адмін")


async def test_unread_messages_are_counted(
    open_page: OpenPage, server: Server, bot: Bot, anna: Person, people: People
) -> None:
    """Until their chat is opened; the count outlives the window."""
    boris = await people.join("Boris", language_code="en")
    await boris.open()
    page = await open_page(server.base_url, f"/?person={anna.id}", viewport=DESK)
    line = page.get_by_role("button", name="Boris")
    await expect(line.locator(".last")).to_have_text("You: /start")
    for number in range(3):
        await bot.send_message(boris.id, f"news {number}")
    await expect(line.locator(".badge")).to_have_text("3 unread")
    await page.reload()
    await expect(line.locator(".badge")).to_have_text("3 unread")
    await expect(line.locator(".last")).to_have_text("news 2")
    await line.click()
    await expect(page.locator("article.theirs")).to_have_count(3)
    await expect(page.locator("#list .badge")).to_have_count(0)
    await page.get_by_role("button", name="Anna").click()
    await expect(page.locator("article")).to_have_count(1)
    await expect(page.locator("#list .badge")).to_have_count(0)


async def test_each_chat_is_found_as_it_was_left(
    open_page: OpenPage, server: Server, bot: Bot, anna: Person, people: People
) -> None:
    """What was begun to be written, and the place somebody has read to."""
    await people.join("Boris", language_code="en")
    for number in range(12):
        await bot.send_message(anna.id, f"message {number}\n\n\n\n\n.")
    page = await open_page(server.base_url, f"/?person={anna.id}", viewport=DESK)
    await expect(page.locator("article").last).to_contain_text("message 11")
    await page.get_by_label("Message", exact=True).fill("half a")
    await page.locator("#log").evaluate("(log) => { log.scrollTop = 100; }")
    await expect(page.locator("#down")).to_be_visible()
    await page.get_by_role("button", name="Boris").click()
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Anna").click()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("half a")
    assert await page.locator("#log").evaluate("(log) => log.scrollTop") == 100


async def test_a_deep_link_for_somebody_new(
    open_page: OpenPage, server: Server, world: World
) -> None:
    """A whole link, as it is copied anywhere, or only its code."""
    page = await open_page(server.base_url)
    for number, link in enumerate(LINKS, start=1):
        await page.get_by_label("Open a deep link as somebody new").fill(link)
        await page.keyboard.press("Enter")
        await expect(page.locator("article.own")).to_contain_text("/start ml7-16")
        assert [*world.people.values()][-1].user["first_name"] == f"Guest {number}"
        await page.get_by_role("button", name="Back").click()


async def test_what_is_no_deep_link_of_this_bot(page: Page, anna: Person) -> None:
    """The field says so, nothing is sent."""
    await page.get_by_label("More").click()
    field = page.get_by_label("Open a deep link as this person")
    for link in NO_LINKS:
        await field.fill(link)
        await page.keyboard.press("Enter")
        assert await field.evaluate("(field) => field.validationMessage"), link
    await field.fill("right")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.own").last).to_contain_text("/start right")
    assert [message.text for message in await anna.messages()] == ["/start", "/start right"]


@pytest.mark.parametrize(
    ("locale", "spoken", "words"), [("uk-UA", "uk", "Налаштування"), ("de", "en", "Settings")]
)
async def test_the_page_speaks_the_browser_s_language(
    open_page: OpenPage, server: Server, locale: str, spoken: str, words: str
) -> None:
    """One of three, English for all others; the choice of another one is kept."""
    page = await open_page(server.base_url, locale=locale)
    await expect(page.locator("html")).to_have_attribute("lang", spoken)
    await page.get_by_label(words).click()
    await page.locator("#language").select_option("ru")
    await expect(page.locator("#invite")).to_have_text("Добавить человека")
    await page.reload()
    await expect(page.locator("#invite")).to_have_text("Добавить человека")


async def test_all_words_are_there_in_all_languages(page: Page) -> None:
    """No button and no label without its words."""
    for code in ("ru", "uk", "en"):
        await page.evaluate(f"localStorage.setItem('language', '{code}')")
        await page.reload()
        await expect(page.locator("html")).to_have_attribute("lang", code)
        missing = await page.locator("[data-text], [data-label]").evaluate_all(
            """(all) => all.map((one) => one.dataset.text
                ? one.textContent
                : (one.querySelector("input") ?? one).getAttribute("aria-label"))
                .filter((words) => !words || words === "undefined")"""
        )
        assert missing == []


async def test_the_theme_is_switched(page: Page) -> None:
    """And kept; by itself it follows the system."""
    ground = "getComputedStyle(document.querySelector('main > header')).backgroundColor"
    light = await page.evaluate(ground)
    await page.emulate_media(color_scheme="dark")
    dark = await page.evaluate(ground)
    assert light != dark
    await page.get_by_role("button", name="Back").click()
    await page.locator("#settings summary").click()
    await page.locator("#theme").select_option("light")
    await page.reload()
    assert await page.evaluate(ground) == light
