"""The bot on a stage: the local server, people who chat, a clock to move."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from cryptography.fernet import Fernet

from bot.app import App, running
from bot.config import Config, read_config
from bot.service import take_updates
from preview.client import People
from preview.server import serve as serve_preview
from preview.world import DEFAULT_TOKEN, World
from results.studio import Studio

ADMIN = 1000
ANALYST = 1001
UNHURRIED = 1000.0
"""Messages a second: no test waits for Telegram's limits unless it is about them."""


@dataclass
class Ticking:
    """A clock that leaps a second at each look, so that no tap of a test is hasty.

    Attributes:
        ahead: Added to the present moment; tests move it.
    """

    ahead: timedelta = timedelta()
    _ticks: Iterator[int] = field(default_factory=itertools.count)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead + timedelta(seconds=next(self._ticks))


@dataclass
class Stage:
    """The bot, the local server, and people who chat.

    Attributes:
        world: The server's inside: faults, limits, chats.
        people: Make people with `await stage.people.join("Anna", language_code="ru")`.
        config: The bot's settings.
        clock: The bot's clock.
        app: The bot's parts.
        base_url: The server's address.
    """

    world: World
    people: People
    config: Config
    clock: Ticking
    app: App
    base_url: str

    async def campaign(
        self, code: str = "ml7-16", mode: str | None = "express", instrument: str = "map"
    ) -> str:
        """A campaign's code."""
        now = self.clock()
        await self.app.database.write(
            lambda records: records.campaigns.create(code, f"Event {code}", instrument, mode, now)
        )
        return code


class StartStage(Protocol):
    """Starts the bot; settings as keywords in lower case."""

    def __call__(self, rate: float = ..., **settings: str) -> Awaitable[Stage]:
        """With `rate=1.0` the bot and the server keep to Telegram's limits."""
        ...


async def run_stage(
    ready: asyncio.Future[Stage],
    stop: asyncio.Event,
    folder: Path,
    studio: Studio,
    settings: dict[str, str],
    rate: float,
) -> None:
    """Runs the bot until `stop` is set; `ready` gets the stage."""
    async with _stage(folder, studio, settings, rate) as stage:
        ready.set_result(stage)
        await take_updates(stage.app, stop)


@asynccontextmanager
async def _stage(
    folder: Path, studio: Studio, settings: dict[str, str], rate: float
) -> AsyncIterator[Stage]:
    world = World(DEFAULT_TOKEN)
    clock = Ticking()
    if rate == UNHURRIED:
        world.flood.turn_off()
    async with serve_preview("127.0.0.1", 0, world) as server, People(server.base_url) as people:
        environment = {
            "TELEGRAM_API_URL": server.base_url,
            "DATA_DIR": str(folder / "data"),
            "DATA_KEY": Fernet.generate_key().decode(),
            "ADMIN_IDS": str(ADMIN),
            "ANALYST_IDS": str(ANALYST),
            **{name.upper(): value for name, value in settings.items()},
        }
        config = read_config(environment)
        async with running(config, DEFAULT_TOKEN, studio, clock, rate) as app:
            yield Stage(world, people, config, clock, app, server.base_url)
