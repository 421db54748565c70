"""A real browser, shared by the tests of a worker: each test has a window of its own."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery
from playwright.async_api import Browser, Page, async_playwright, expect

import bot.app as bot_app
from content.library import Library
from preview.client import People, Person
from preview.server import Server, serve
from preview.world import World
from results.studio import Studio
from tests.support.scene import words
from tests.support.stage import UNHURRIED, Stage, run_stage

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE_MS = 10_000
PHONE = {"width": 390, "height": 844}
# What the browser says when the server is away: one test is about that, others end with it.
SERVER_AWAY = ("net::ERR_", "Failed to fetch")

OpenPage = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all of them: a browser belongs to the loop that started it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(
                pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
            )


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium of the system's packages."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser) -> AsyncGenerator[OpenPage, None]:
    """Opens windows, a phone's by default; any complaint of the browser fails the test."""
    complaints: list[str] = []
    contexts = []

    async def open_page(base_url: str, path: str = "/", **options: Any) -> Page:  # noqa: ANN401 - Playwright's own
        options = {"viewport": PHONE, "locale": "en-GB", **options}
        context = await browser.new_context(base_url=base_url, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        page.on("console", lambda message: heard(message.type, message.text))
        page.on("pageerror", lambda error: heard("error", str(error)))
        await page.goto(path)
        return page

    def heard(kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(sign in text for sign in SERVER_AWAY):
            complaints.append(text)

    expect.set_options(timeout=PATIENCE_MS)
    yield open_page
    for context in contexts:
        await context.close()
    assert complaints == []


@pytest.fixture
def world() -> World:
    """A world without limits: no test here is about them."""
    world = World()
    world.flood.turn_off()
    return world


@pytest_asyncio.fixture(loop_scope="session")
async def server(world: World) -> AsyncGenerator[Server, None]:
    """The server of that world."""
    async with serve(world=world) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def bot(server: Server) -> AsyncGenerator[Bot, None]:
    """A bot that says what a test tells it to."""
    http = AiohttpSession(api=TelegramAPIServer.from_base(server.base_url))
    yield Bot(server.world.token, session=http)
    await close(http)


@pytest_asyncio.fixture(loop_scope="session")
async def people(server: Server) -> AsyncGenerator[People, None]:
    """Those who can join."""
    async with People(server.base_url) as people:
        yield people


@pytest_asyncio.fixture(loop_scope="session")
async def anna(people: People) -> Person:
    """A person who has pressed Start."""
    anna = await people.join("Anna", language_code="en")
    await anna.open()
    return anna


@pytest_asyncio.fixture(loop_scope="session")
async def page(open_page: OpenPage, server: Server, anna: Person) -> Page:
    """Her chat on a phone."""
    return await open_page(server.base_url, f"/?person={anna.id}")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(
    tmp_path: Path, studio: Studio, library: Library, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[Stage, None]:
    """The real bot; what never changes is read once."""
    monkeypatch.setattr(bot_app, "load_library", lambda _overlay=None: library)
    monkeypatch.setattr(bot_app, "load_texts", words)
    monkeypatch.setattr(AiohttpSession, "close", close)
    ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
    stop = asyncio.Event()
    task = asyncio.ensure_future(run_stage(ready, stop, tmp_path, studio, {}, UNHURRIED))
    both: list[asyncio.Future[Any]] = [ready, task]
    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        task.result()
    yield ready.result()
    stop.set()
    await task


async def next_tap(bot: Bot) -> CallbackQuery:
    """The next button that is pressed: when a click returns, its request is still on its way."""
    offset = 0
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while True:
            updates = await bot.get_updates(offset=offset, limit=1, timeout=PATIENCE_MS // 1000)
            for update in updates:
                offset = update.update_id + 1
                if update.callback_query is not None:
                    await bot.get_updates(offset=offset)  # confirms it
                    return update.callback_query


async def close(session: AiohttpSession) -> None:
    """As aiogram closes it, without the quarter of a second it grants TLS."""
    if session._session is not None:
        await session._session.close()
