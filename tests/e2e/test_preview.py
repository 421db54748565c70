"""`make run` without a token: the bot with its local chat, as a newcomer starts it."""

import asyncio
import re
import sys
from asyncio.subprocess import Process
from pathlib import Path

import aiohttp

from preview.client import People

ROOT = Path(__file__).parent.parent.parent
START_S = 60


async def _start(folder: Path) -> tuple[Process, str]:
    """The process, and the address it prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "preview", "--port", "0"),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "DATA_DIR": str(folder / "data"), "PATH": "/usr/bin:/bin"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async with asyncio.timeout(START_S):
        line = (await process.stdout.readline()).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found is not None, line
    return process, found[0]


async def test_a_newcomer_tries_it(tmp_path: Path) -> None:
    """The page, the deep link as a guest, the owner's side as the admin; real data stays away."""
    process, base = await _start(tmp_path)
    try:
        async with aiohttp.ClientSession() as client, client.get(f"{base}/?start=demo") as page:
            assert page.status == 200
            assert "<!doctype html>" in await page.text()
        async with People(base) as people:
            anna = await people.join("Anna", language_code="uk", user_id=77)
            await anna.open("demo")
            welcome = await anna.wait_for("Demo Conference")
            consent = welcome.rows[0][0]
            await anna.tap(consent.text)
            await anna.wait_for(lambda message: bool(message.rows))
            admin = await people.join("Olga", language_code="en", user_id=1000)
            await admin.open()
            await admin.tap((await admin.wait_for(lambda m: bool(m.rows))).rows[0][0].text)
            await admin.wait_for(lambda m: "I agree" not in m.text and bool(m.rows))
            await admin.say("/admin")
            await admin.wait_for("For the organiser")
    finally:
        process.terminate()
        await process.wait()
    assert (tmp_path / "data-preview").exists()
    assert not (tmp_path / "data").exists()
