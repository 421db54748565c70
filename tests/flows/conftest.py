"""Starts of the bot that share what never changes: reading the content takes most of a start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from aiogram.client.session.aiohttp import AiohttpSession
from structlog.typing import EventDict

import bot.app
from content.library import Library, load_library
from tests.support.scene import words

FAULTS = {"critical", "error"}


async def close(session: AiohttpSession) -> None:
    """As aiogram closes it, without the quarter of a second it grants TLS."""
    if session._session is not None:
        await session._session.close()


@pytest.fixture(autouse=True)
def quick_start(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The product's own content is read once; an overlay is read as ever."""

    def read(overlay: Path | None = None) -> Library:
        return library if overlay is None else load_library(overlay)

    monkeypatch.setattr(bot.app, "load_library", read)
    monkeypatch.setattr(bot.app, "load_texts", words)
    monkeypatch.setattr(AiohttpSession, "close", close)


@pytest.fixture(autouse=True)
def said() -> Iterator[list[EventDict]]:
    """What the bot has logged; an error that no test has taken out fails it."""
    with structlog.testing.capture_logs() as entries:
        yield entries
    assert [entry for entry in entries if entry["log_level"] in FAULTS] == []
