"""`python -m preview.speed`: how many calls a second the server answers on one core."""

import asyncio
import multiprocessing
import os
import sys
import time
from multiprocessing.connection import Connection

import aiohttp
import orjson

from preview.client import People
from preview.server import serve
from preview.world import World

_PEOPLE = 50
_CALLS_EACH = 100
_ROUNDS = 3
_BUTTONS = 5


def _server(pipe: Connection) -> None:
    """In a process of its own; tells its address, then its CPU time whenever asked."""

    async def run() -> None:
        world = World()
        world.flood.turn_off()
        async with serve(world=world) as server:
            pipe.send(server.base_url)
            while await asyncio.to_thread(pipe.recv):
                spent = os.times()
                pipe.send(spent.user + spent.system)

    asyncio.run(run())


def _ask(pipe: Connection) -> float:
    pipe.send(True)  # noqa: FBT003 - go on
    return float(pipe.recv())


async def measure(base_url: str, pipe: Connection) -> None:
    """Questions with keyboards to many people at once, as aiogram would send them."""
    row = [[{"text": f"Answer {i}", "callback_data": f"a:{i}"}] for i in range(_BUTTONS)]
    keyboard = orjson.dumps({"inline_keyboard": row}).decode()
    url = f"{base_url}/bot{World().token}/sendMessage"

    async def questions(session: aiohttp.ClientSession, chat_id: int) -> None:
        text = "<b>Question</b> " + "x" * 300
        values = {
            "chat_id": str(chat_id),
            "text": text,
            "parse_mode": "HTML",
            "reply_markup": keyboard,
        }
        for _ in range(_CALLS_EACH):
            async with session.post(url, data=values) as response:
                response.raise_for_status()

    async with People(base_url) as people, aiohttp.ClientSession() as session:
        crowd = [await people.join(f"P{number}") for number in range(_PEOPLE)]
        for person in crowd:
            await person.open()
        for _ in range(_ROUNDS):
            cpu, started = _ask(pipe), time.perf_counter()
            await asyncio.gather(*(questions(session, person.id) for person in crowd))
            wall, cpu = time.perf_counter() - started, _ask(pipe) - cpu
            calls = _PEOPLE * _CALLS_EACH
            sys.stdout.write(
                f"{calls / wall:.0f} calls/s, {calls / cpu:.0f} per second of the server's CPU\n"
            )


def main() -> None:
    """Starts the server and loads it."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_server, args=(there,))
    process.start()
    asyncio.run(measure(here.recv(), here))
    here.send(False)  # noqa: FBT003 - enough
    process.join()


if __name__ == "__main__":
    main()
