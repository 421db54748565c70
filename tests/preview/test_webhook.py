"""Updates by webhook: the bot's side is a small server here."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp import web

from preview.client import People, Person
from preview.world import World


@dataclass
class Hook:
    """What arrived, and how it is answered."""

    url: str = ""
    received: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    reply: dict[str, Any] | None = None
    held: asyncio.Event | None = None
    open: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        """One update."""
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.received.append(await request.json())
        self.open += 1
        self.arrived.set()
        if self.held is not None:
            await self.held.wait()
        self.open -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        if self.reply is not None:
            return web.json_response(self.reply, status=status)
        return web.Response(status=status)

    async def until(self, count: int) -> None:
        """Waits for so many deliveries."""
        async with asyncio.timeout(5):
            while len(self.received) < count:
                self.arrived.clear()
                await self.arrived.wait()

    def texts(self) -> list[str]:
        """What the messages said, as they came."""
        return [update["message"]["text"] for update in self.received]


@pytest.fixture
async def hook(world: World) -> AsyncGenerator[Hook, None]:
    """The bot's server."""
    world.settings.webhook_retry_s = 0.01
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def settled(bot: Bot) -> None:
    """Everything has been accepted."""
    async with asyncio.timeout(5):
        while (await bot.get_webhook_info()).pending_update_count:
            continue  # every question is a round trip, so the others get their turn


async def test_updates_are_posted_with_the_secret(bot: Bot, hook: Hook, anna: Person) -> None:
    """Those that wait already first."""
    await bot.set_webhook(hook.url, secret_token="s3cret_-")
    await anna.say("hello")
    await hook.until(2)
    assert hook.texts() == ["/start", "hello"]
    assert hook.secrets == ["s3cret_-"] * 2
    await settled(bot)
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.last_error_message) == (hook.url, 40, None)


async def test_failures_are_tried_again_in_order(bot: Bot, hook: Hook, anna: Person) -> None:
    """The next update of a chat waits for the one before."""
    hook.statuses = [500, 503]
    await bot.set_webhook(hook.url)
    await anna.say("second")
    await hook.until(4)
    assert hook.texts() == ["/start", "/start", "/start", "second"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_chats_do_not_wait_for_each_other(
    bot: Bot, hook: Hook, anna: Person, people: People
) -> None:
    """Up to max_connections at once, one at a time in a chat."""
    hook.held = asyncio.Event()
    await bot.set_webhook(hook.url, max_connections=2)
    bob, eve = await people.join("Bob"), await people.join("Eve")
    await anna.say("more")
    await bob.open()
    await eve.open()
    await hook.until(2)
    await asyncio.sleep(0.05)
    assert hook.open == 2
    assert {update["message"]["from"]["first_name"] for update in hook.received} == {"Anna", "Bob"}
    hook.held.set()
    await hook.until(4)
    assert sorted(hook.texts()) == ["/start", "/start", "/start", "more"]


async def test_a_method_in_the_answer(bot: Bot, hook: Hook, anna: Person) -> None:
    """Called as if by HTTP."""
    hook.reply = {"method": "sendMessage", "chat_id": anna.id, "text": "at once"}
    await bot.set_webhook(hook.url)
    await anna.wait_for("at once", anywhere=True)


async def test_an_update_is_delivered_twice(bot: Bot, hook: Hook, anna: Person) -> None:
    """As after a lost answer."""
    await bot.set_webhook(hook.url)
    await hook.until(1)
    await settled(bot)
    await anna.control("redeliver")
    await hook.until(2)
    assert hook.received[0] == hook.received[1]


async def test_after_the_webhook_come_updates_again(bot: Bot, hook: Hook, anna: Person) -> None:
    """What was not accepted is still there, unless dropped."""
    hook.statuses = [500] * 1000
    await bot.set_webhook(hook.url)
    await hook.until(2)
    await bot.delete_webhook()
    (kept,) = await bot.get_updates()
    assert kept.message is not None
    await anna.say("more")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("nonsense", "", "invalid webhook URL specified"),
        ("ftp://example.com", "", "invalid webhook URL specified"),
        (
            "http://example.com/x",
            "",
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "https://example.com:1234/x",
            "",
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://example.com/x", "x" * 257, "secret token is too long"),
        ("https://example.com/x", "a b", "secret token contains unallowed characters"),
    ],
)
async def test_refused_webhooks(bot: Bot, url: str, secret: str, words: str) -> None:
    """In Telegram's words."""
    with pytest.raises(TelegramBadRequest) as caught:
        await bot.set_webhook(url, secret_token=secret)
    assert caught.value.message == f"Bad Request: {words}"
