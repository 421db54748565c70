"""The lean way to the Bot API: what goes out, and how every kind of answer is understood."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates, SendMessage
from aiohttp import web

from bot.session import LeanSession, session_of

TOKEN = "123456:made-up-made-up-made-up-made-up-made-up"
HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def telegram(answer: Answer) -> AsyncIterator[Bot]:
    """A bot whose Bot API server answers every call alike."""
    server = web.Application()
    server.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(server, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = TelegramAPIServer.from_base(f"http://127.0.0.1:{runner.addresses[0][1]}")
    bot = Bot(TOKEN, session=LeanSession(api=api), default=DefaultBotProperties(parse_mode="HTML"))
    try:
        yield bot
    finally:
        await bot.session.close()
        await runner.cleanup()


def says(status: int, body: bytes) -> Answer:
    """An answer with a body."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, body=body)

    return answer


def refusal(code: int, **parameters: int) -> bytes:
    """A refusal in Telegram's form."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": "made up"}
    return orjson.dumps(body | ({"parameters": parameters} if parameters else {}))


async def test_what_goes_out() -> None:
    """Plain JSON under the token's address; parameters that are not given stay out."""
    seen: list[tuple[str, str, Any]] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.path, request.content_type, orjson.loads(await request.read())))
        return web.Response(body=b'{"ok":true,"result":{"message_id":7}}')

    async with telegram(answer) as bot:
        fields = {"chat_id": 5, "text": "слово", "reply_markup": None}
        result = await session_of(bot).call(bot, SendMessage, fields)
    assert result == {"message_id": 7}
    body = {"chat_id": 5, "text": "слово"}
    assert seen == [(f"/bot{TOKEN}/sendMessage", "application/json", body)]


ANSWERS = [
    (400, refusal(400), TelegramBadRequest),
    (401, refusal(401), TelegramUnauthorizedError),
    (403, refusal(403), TelegramForbiddenError),
    (409, refusal(409), TelegramConflictError),
    (429, refusal(429, retry_after=3), TelegramRetryAfter),
    (500, refusal(500), TelegramServerError),
    (502, HTML, TelegramServerError),
    (504, b"", TelegramServerError),
    (200, b"", TelegramServerError),
    (200, HTML, TelegramServerError),
    (418, b"[1]", TelegramServerError),
]


@pytest.mark.parametrize(("status", "body", "expected"), ANSWERS, ids=str)
async def test_refusals(status: int, body: bytes, expected: type[TelegramAPIError]) -> None:
    """Each becomes aiogram's own error, on both ways to the server.

    Gateways in front of a Bot API server answer in HTML: that must count as a fault of the
    server, which is waited out, not as one that ends the bot.
    """
    async with telegram(says(status, body)) as bot:
        with pytest.raises(expected) as lean:
            await session_of(bot).call(bot, GetUpdates, {})
        with pytest.raises(expected):
            await bot.send_photo(5, "file-id")
    if isinstance(lean.value, TelegramRetryAfter):
        assert lean.value.retry_after == 3


async def test_rubbish() -> None:
    """Bytes that are no text at all are no reason to stop either."""
    async with telegram(says(503, b"\xff\xfe")) as bot:
        with pytest.raises(TelegramServerError):
            await session_of(bot).call(bot, GetUpdates, {})


async def test_the_line_is_cut() -> None:
    """A connection that ends without an answer is the network's fault."""

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with telegram(answer) as bot:
        with pytest.raises(TelegramNetworkError) as caught:
            await session_of(bot).call(bot, GetUpdates, {})
    assert TOKEN not in str(caught.value)


async def test_no_answer_in_time() -> None:
    """Nor is an answer waited for longer than told."""

    async def answer(_request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    async with telegram(answer) as bot:
        with pytest.raises(TelegramNetworkError, match="timeout"):
            await session_of(bot).call(bot, GetUpdates, {}, 0.05)


async def test_nobody_is_there() -> None:
    """A server that does not listen is the network's fault too, and the token is not told."""
    async with telegram(says(200, b"")) as bot:
        bot.session.api = TelegramAPIServer.from_base("http://127.0.0.1:1")
        with pytest.raises(TelegramNetworkError) as caught:
            await session_of(bot).call(bot, GetUpdates, {})
    assert TOKEN not in str(caught.value)


async def test_a_bot_with_another_session() -> None:
    """Is refused at once, not half-way through a call."""
    bot = Bot(TOKEN)
    with pytest.raises(TypeError, match="lean session"):
        session_of(bot)
    await bot.session.close()
