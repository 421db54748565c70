"""Tests of the bot's own machinery do not wait as long as Telegram makes one wait."""

import pytest

import bot.courier
import bot.polling

SOON = 0.02


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.courier, "FIRST_WAIT", SOON)
    monkeypatch.setattr(bot.polling, "FIRST_WAIT", SOON)
