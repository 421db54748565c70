"""Tests of the bot's own machinery do not wait as long as Telegram makes one wait."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import bot.courier
import bot.intake
import bot.polling
from content.library import Library
from storage.cipher import Cipher
from tests.support.bench import FaultyDatabase

SOON = 0.02


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.courier, "FIRST_WAIT", SOON)
    monkeypatch.setattr(bot.polling, "FIRST_WAIT", SOON)
    monkeypatch.setattr(bot.intake, "RETRY_SECONDS", 0.001)


@pytest.fixture
async def faulty(
    tmp_path: Path, migrated_sqlite: Path, cipher: Cipher, library: Library
) -> AsyncIterator[FaultyDatabase]:
    """Where updates are set aside."""
    shutil.copy(migrated_sqlite, tmp_path / "bot.sqlite3")
    database = FaultyDatabase(f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite3", cipher, library)
    yield database
    database.is_down = False
    await database.close()
