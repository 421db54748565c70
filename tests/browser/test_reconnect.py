"""The server goes and comes back while the page is open."""

from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from playwright.async_api import expect

from preview.client import People, Person
from preview.server import Server, serve
from preview.world import World
from tests.browser.conftest import OpenPage, close


async def _tell(server: Server, anna: Person, *texts: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.base_url))
    bot = Bot(server.world.token, session=session)
    for text in texts:
        await bot.send_message(anna.id, text)
    await close(session)


async def test_the_page_comes_back_by_itself(open_page: OpenPage, tmp_path: Path) -> None:
    """Quietly, with what came meanwhile and nothing twice; what was being written stays."""
    async with serve(state_dir=tmp_path) as server, People(server.base_url) as people:
        anna = await people.join("Anna", language_code="en")
        await anna.open()
        await _tell(server, anna, "before")
        page = await open_page(server.base_url, f"/?person={anna.id}")
        await expect(page.locator("article")).to_have_count(2)
        before = await page.locator("article").last.element_handle()
    await expect(page.locator("#connecting")).to_be_visible()
    await page.get_by_label("Message", exact=True).fill("later")
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast")).to_have_text("The server does not answer")
    await expect(page.locator("#text")).to_have_value("later")
    async with serve(port=server.port, state_dir=tmp_path) as again:
        await _tell(again, anna, "meanwhile")
        await expect(page.locator("#connecting")).to_be_hidden()
        await expect(page.locator("article .text")).to_contain_text(
            ["/start", "before", "meanwhile"]
        )
        assert before is not None
        assert await before.evaluate("(article) => article.isConnected")  # not even drawn anew
        await page.keyboard.press("Enter")
        await expect(page.locator("article.own").last).to_contain_text("later")
        await _tell(again, anna, "after")
        await expect(page.locator("article")).to_have_count(5)


async def test_a_server_that_knows_nobody_any_more(open_page: OpenPage) -> None:
    """A page of another time shows the list, not a chat that is gone."""
    async with serve(world=World()) as server, People(server.base_url) as people:
        anna = await people.join("Anna", language_code="en")
        page = await open_page(server.base_url, f"/?person={anna.id}")
        await expect(page.locator("#start")).to_be_visible()
    await expect(page.locator("#connecting")).to_be_visible()
    async with serve(port=server.port, world=World()):
        await expect(page.locator("#nobody")).to_be_visible()
        await expect(page.locator("#chat")).to_be_hidden()
