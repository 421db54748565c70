"""The start waits for Telegram, but not for ever."""

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe

from bot import patience
from bot.patience import patiently


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "WAITS", (0, 0))


def _unreachable() -> TelegramNetworkError:
    return TelegramNetworkError(method=GetMe(), message="no route")


async def test_it_comes_in_the_end() -> None:
    """Two failures, then the answer."""
    failures = [_unreachable(), _unreachable()]

    async def call() -> str:
        if failures:
            raise failures.pop()
        return "me"

    assert await patiently(call) == "me"


async def test_it_never_comes() -> None:
    """After all the waits the error is the operator's to see."""
    calls = []

    async def call() -> None:
        calls.append(1)
        raise _unreachable()

    with pytest.raises(TelegramNetworkError):
        await patiently(call)
    assert len(calls) == 3
