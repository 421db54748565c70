"""`python -m preview`, as a program."""

import asyncio
import re
import sys
from pathlib import Path

import aiohttp

from preview.client import People
from preview.server import serve
from preview.world import World

ROOT = Path(__file__).parents[2]
TOKEN = "42:secret"
PATIENCE_S = 30.0


async def test_the_server_by_itself(tmp_path: Path) -> None:
    """It tells where it is, and answers there; SIGKILL a moment after a change loses nothing."""
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "preview", "--port", "0", "--token", TOKEN, "--state-dir", str(tmp_path)),
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    assert program.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE_S):
            line = (await program.stderr.readline()).decode()
        address = re.search(r"http://\S+", line)
        assert address is not None, line
        async with aiohttp.request("GET", f"{address.group()}/bot{TOKEN}/getMe") as response:
            assert (await response.json())["result"]["id"] == 42
        async with People(address.group()) as people:
            anna = await people.join("Anna")
            await anna.open("ml7-16")
            await anna.send_document(b"content", "last.txt")
        saved = tmp_path / "world.json"
        async with asyncio.timeout(PATIENCE_S):
            while not saved.exists() or "last.txt" not in saved.read_text():  # noqa: ASYNC110 - no event tells of it
                await asyncio.sleep(0.01)
    finally:
        program.kill()
        await program.wait()
    async with (
        serve(world=World(TOKEN), state_dir=tmp_path) as server,
        People(server.base_url) as people,
    ):
        again = await people.join("Nobody", user_id=anna.id)
        first, document = await again.messages()
        assert first.text == "/start ml7-16"
        assert await again.download(document) == b"content"
        assert len(server.world.updates.batch(10)) == 2
