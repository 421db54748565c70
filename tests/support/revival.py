"""One chat, several lives of the bot: it stops and starts again on the same data."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from bot.app import running
from bot.config import read_config
from bot.service import take_updates
from preview.client import People
from preview.server import serve as serve_preview
from preview.world import DEFAULT_TOKEN, World
from results.studio import Studio
from tests.support.stage import ADMIN, UNHURRIED, Stage, Ticking


@dataclass
class Theatre:
    """The local server and its people, who stay while the bot comes and goes.

    Attributes:
        folder: Holds the bot's data.
        studio: Draws.
        world: The server's inside.
        people: Who chats.
        base_url: The server's address.
        clock: The bot's clock.
    """

    folder: Path
    studio: Studio
    world: World
    people: People
    base_url: str
    clock: Ticking = field(default_factory=Ticking)
    _key: str = field(default_factory=lambda: Fernet.generate_key().decode())
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Future[Any] | None = None

    async def start(self, **settings: str) -> Stage:
        """The bot starts; settings as keywords in lower case."""
        environment = {
            "TELEGRAM_API_URL": self.base_url,
            "DATA_DIR": str(self.folder / "data"),
            "DATA_KEY": self._key,
            "ADMIN_IDS": str(ADMIN),
            **{name.upper(): value for name, value in settings.items()},
        }
        ready: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._stop = asyncio.Event()
        self._task = life = asyncio.ensure_future(self._live(environment, ready))
        await asyncio.wait({ready, life}, return_when=asyncio.FIRST_COMPLETED)
        if life.done():
            life.result()
        stage: Stage = ready.result()
        return stage

    async def stop(self) -> None:
        """The bot finishes what it has in hand and ends."""
        self._stop.set()
        if self._task is not None:
            await self._task
            self._task = None

    async def _live(self, environment: dict[str, str], ready: asyncio.Future[Any]) -> None:
        config, stop = read_config(environment), self._stop
        async with running(config, DEFAULT_TOKEN, self.studio, self.clock, UNHURRIED) as app:
            stage = Stage(self.world, self.people, config, self.clock, app, self.base_url)
            ready.set_result(stage)
            await take_updates(app, stop)


@asynccontextmanager
async def theatre_in(folder: Path, studio: Studio) -> AsyncIterator[Theatre]:
    """A theatre whose data lie in a folder; the bot has not started yet."""
    world = World(DEFAULT_TOKEN)
    world.flood.turn_off()
    async with serve_preview("127.0.0.1", 0, world) as server, People(server.base_url) as people:
        theatre = Theatre(folder, studio, world, people, server.base_url)
        try:
            yield theatre
        finally:
            await theatre.stop()
