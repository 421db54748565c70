"""`/healthz` and `/metrics` on a port of their own."""

import socket
from contextlib import closing
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.config import ConfigError
from bot.health import serving_health
from storage.database import Database
from tests.support.made import stored

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def _get(port: int, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"http://127.0.0.1:{port}{path}") as response,
    ):
        return response.status, await response.text()


def _value(metrics: str, name: str) -> float:
    return next(float(line.split()[1]) for line in metrics.splitlines() if line.startswith(name))


async def test_health_and_metrics(database: Database) -> None:
    """Healthy while the database answers; what waits for people is told as a number."""
    person = await stored(database)
    await database.write(lambda records: records.deliveries.add(person.id, "mydata", NOW))
    port = _free_port()
    async with serving_health(port, database):
        assert await _get(port, "/healthz") == (200, "ok")
        status, metrics = await _get(port, "/metrics")
        assert status == 200
        assert _value(metrics, "bot_waiting") == 1
        assert _value(metrics, "bot_dead_updates") == 0
        assert "bot_updates_total" in metrics
        assert str(person.chat_id) not in metrics


async def test_a_database_that_does_not_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unhealthy, so that whoever watches acts; the counters are told all the same."""

    async def fail(*_: object) -> None:
        raise OSError("made up")

    monkeypatch.setattr(Database, "read", fail)
    port = _free_port()
    async with serving_health(port, database):
        assert await _get(port, "/healthz") == (503, "database")
        status, metrics = await _get(port, "/metrics")
        assert (status, "bot_ready" in metrics) == (200, True)


async def test_without_a_port(database: Database) -> None:
    """Nothing listens where nothing was asked for."""
    async with serving_health(None, database):
        pass


async def test_a_port_that_is_taken(database: Database) -> None:
    """Told by the setting's name: the operator chooses another one."""
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ConfigError, match=r"METRICS_PORT: expected a free port .*in use"):
            async with serving_health(other.getsockname()[1], database):
                pass
