"""Starts of the bot that share what never changes: reading the content takes most of a start."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.app
from content.library import Library, load_library
from content.texts import Texts
from tests.support.scene import words


@pytest.fixture(autouse=True)
def shared_content(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The product's own content is read once; an overlay is read as ever."""

    def read(overlay: Path | None = None) -> Library:
        return library if overlay is None else load_library(overlay)

    def read_words() -> Texts:
        return words()

    monkeypatch.setattr(bot.app, "load_library", read)
    monkeypatch.setattr(bot.app, "load_texts", read_words)
    yield
