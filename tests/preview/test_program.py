"""`python -m preview`, as a program."""

import asyncio
import re
import sys
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[2]


async def test_the_server_by_itself() -> None:
    """It tells where it is, and answers there."""
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "preview", "--port", "0", "--token", "42:secret"),
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    assert program.stderr is not None
    try:
        async with asyncio.timeout(30):
            line = (await program.stderr.readline()).decode()
        address = re.search(r"http://\S+", line)
        assert address is not None, line
        async with aiohttp.request("GET", f"{address.group()}/bot42:secret/getMe") as response:
            assert (await response.json())["result"]["id"] == 42
    finally:
        program.terminate()
        await program.wait()
