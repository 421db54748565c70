"""`/healthz` and `/metrics`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus

import structlog
from aiohttp import web
from prometheus_client import generate_latest

from bot.config import ConfigError
from bot.metrics import DEAD, WAITING
from storage.database import Database
from storage.records import Records

log = structlog.get_logger()


def add_health(server: web.Application, database: Database) -> None:
    """Adds both addresses: healthy means that the database answers."""

    async def health(_request: web.Request) -> web.Response:
        try:
            await database.read(lambda records: records.updates.dead_count())
        except Exception:
            log.exception("the database does not answer")
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, text="database")
        return web.Response(text="ok")

    async def metrics(_request: web.Request) -> web.Response:
        # Whoever scrapes wants to know most when the database is in trouble: then these stand.
        with suppress(Exception):
            dead, waiting = await database.read(_due)
            DEAD.set(dead)
            WAITING.set(waiting)
        return web.Response(body=generate_latest(), content_type="text/plain", charset="utf-8")

    server.router.add_get("/healthz", health)
    server.router.add_get("/metrics", metrics)


async def listen(runner: web.AppRunner, host: str, port: int, setting: str) -> None:
    """Takes requests at an address.

    Args:
        runner: What answers them.
        host: The address.
        port: Its port.
        setting: What to name where that can't be.

    Raises:
        ConfigError: The address is not this machine's, or something else listens there.
    """
    try:
        await web.TCPSite(runner, host, port).start()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "no such address"
        raise ConfigError(f"{setting}: expected a free port of this machine: {reason}") from error


async def _due(records: Records) -> tuple[int, int]:
    waiting = {*await records.deliveries.people(), *await records.people.pending()}
    return await records.updates.dead_count(), len(waiting)


@asynccontextmanager
async def serving_health(port: int | None, database: Database) -> AsyncIterator[None]:
    """Serves both on a port of their own, where one is set."""
    if port is None:
        yield
        return
    server = web.Application()
    add_health(server, database)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    try:
        await listen(runner, "0.0.0.0", port, "METRICS_PORT")  # noqa: S104 - scraped from outside
        yield
    finally:
        await runner.cleanup()
