"""A server, a bot and people for the tests of the local Bot API server."""

from collections.abc import AsyncGenerator, AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from preview.client import People, Person
from preview.clock import ManualClock
from preview.server import Server, serve
from preview.world import World


@pytest.fixture
def clock() -> ManualClock:
    """The world's time."""
    return ManualClock()


@pytest.fixture
def world(clock: ManualClock) -> World:
    """A world without people."""
    return World(clock=clock)


@pytest.fixture
async def server(world: World) -> AsyncGenerator[Server, None]:
    """The server of that world."""
    async with serve(world=world) as running:
        yield running


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Bot]:
    """Aiogram's own bot."""
    api = TelegramAPIServer.from_base(server.base_url)
    http = AiohttpSession(api=api)
    yield Bot(server.world.token, session=http)
    # Not bot.session.close(): it sleeps for a quarter of a second for TLS that is not there.
    session = await http.create_session()
    await session.close()


@pytest.fixture
async def people(server: Server) -> AsyncIterator[People]:
    """Those who can join."""
    async with People(server.base_url) as people:
        yield people


@pytest.fixture
async def anna(people: People) -> Person:
    """A person who has pressed Start."""
    anna = await people.join("Anna", language_code="ru")
    await anna.open()
    return anna
