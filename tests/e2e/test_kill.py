"""The plug is pulled in the middle of a busy hour: nothing is lost, nothing counted twice."""

import asyncio
import socket
import sqlite3
from pathlib import Path

import orjson
from cryptography.fernet import Fernet

from content.library import Library
from domain.kinds import Mode
from preview.client import People
from preview.server import serve
from preview.world import DEFAULT_TOKEN, World
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate
from tests.support.process import BotProcess
from tests.support.robot import Robot
from tests.support.stage import Ticking

PEOPLE = 40
KILLS = 3
BETWEEN_KILLS_S = 2.5


async def test_sigkill_in_a_busy_hour(tmp_path: Path, library: Library) -> None:
    """Killed three times while forty answer: each answer once, each card there, all go on."""
    world = World(DEFAULT_TOKEN)
    world.flood.turn_off()
    key = Fernet.generate_key().decode()
    url = f"sqlite+aiosqlite:///{tmp_path}/data/bot.sqlite3"
    await _make_campaign(url, key, library, tmp_path)
    async with serve("127.0.0.1", 0, world) as server, People(server.base_url) as people:
        settings = {
            "BOT_TOKEN": DEFAULT_TOKEN,
            "TELEGRAM_API_URL": server.base_url,
            "DATA_DIR": str(tmp_path / "data"),
            "DATA_KEY": key,
        }
        bot = BotProcess(settings, tmp_path, _free_port())
        await bot.start()
        robots = [
            Robot(await people.join(f"P{number}", language_code="uk"), number)
            for number in range(PEOPLE)
        ]
        busy = asyncio.gather(*(robot.go_through("hall") for robot in robots))
        for _ in range(KILLS):
            await asyncio.sleep(BETWEEN_KILLS_S)
            await bot.kill()
            await bot.start()
        await asyncio.wait_for(busy, 90)
        for robot in robots:
            await robot.person.wait_for(lambda m: bool(m.photo), anywhere=True)
        assert await bot.stop() == 0
        assert DEFAULT_TOKEN not in bot.log

    stored = _stored(tmp_path / "data" / "bot.sqlite3")
    codes = dict(enumerate(q.code for q in library.instruments["map"].questions))
    assert len(stored) == PEOPLE
    for robot in robots:
        assert len(robot.chosen) == 1
        attempt = next(iter(robot.chosen))
        assert robot.expected(attempt, codes) == stored[attempt]
    assert _left_to_deliver(tmp_path / "data" / "bot.sqlite3") == 0


async def _make_campaign(url: str, key: str, library: Library, folder: Path) -> None:
    (folder / "data").mkdir()
    await migrate(url, folder / "backups")
    database = Database(url, Cipher(key), library)
    await database.write(
        lambda records: records.campaigns.create(
            "hall", "The hall", "map", Mode.EXPRESS, Ticking()()
        )
    )
    await database.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _stored(path: Path) -> dict[str, dict[str, int | str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT key, answers FROM attempts WHERE finished_at IS NOT NULL"
    ).fetchall()
    connection.close()
    return {key: orjson.loads(answers) for key, answers in rows}


def _left_to_deliver(path: Path) -> int:
    connection = sqlite3.connect(path)
    left: int = connection.execute("SELECT count(*) FROM deliveries").fetchone()[0]
    connection.close()
    return left
