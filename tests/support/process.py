"""The bot as a process of its own, to be started, stopped and killed."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping
from pathlib import Path

from aiohttp import ClientError, ClientSession

ROOT = Path(__file__).parent.parent.parent
PATIENCE_S = 60.0


class BotProcess:
    """`python -m bot run` with settings of its own.

    Args:
        settings: Environment variables.
        folder: Where it runs and logs.
        health_port: Its METRICS_PORT, to see when it is ready.
    """

    def __init__(self, settings: Mapping[str, str], folder: Path, health_port: int) -> None:
        self._settings = {**settings, "METRICS_PORT": str(health_port)}
        self._folder = folder
        self._health = f"http://127.0.0.1:{health_port}/metrics"
        self._process: Process | None = None

    @property
    def log(self) -> str:
        """Everything it has logged so far."""
        return (self._folder / "bot.log").read_text(encoding="utf-8")

    async def start(self) -> None:
        """Starts it and waits until it takes updates."""
        path = self._folder / "bot.log"
        with path.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self._folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **self._settings},
                stdout=log,
                stderr=log,
            )
        async with asyncio.timeout(PATIENCE_S):
            while not await self._is_ready():
                if self._process.returncode is not None:
                    raise AssertionError(self.log)
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        """SIGKILL: no time to finish anything."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, with_signal: signal.Signals) -> int:
        if self._process is None:
            return 0
        if self._process.returncode is None:
            self._process.send_signal(with_signal)
        async with asyncio.timeout(PATIENCE_S):
            return await self._process.wait()

    async def _is_ready(self) -> bool:
        try:
            async with ClientSession() as session, session.get(self._health) as response:
                return "bot_ready 1.0" in await response.text()
        except ClientError:
            return False
