"""How many messages and edits a chat takes: about one a second, short bursts allowed."""

import asyncio
from typing import Final

RATE: Final = 1.0
BURST: Final = 15


class Allowance:
    """A bucket of tokens for one chat.

    Telegram tolerates short bursts; beyond them it answers 429 and makes everybody wait longer
    than if the bot had waited by itself. Answers to buttons are free of this.

    Args:
        rate: Tokens that come back a second.
        burst: The most there can be.
    """

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float = RATE, burst: int = BURST) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._at = asyncio.get_running_loop().time()

    @property
    def is_full(self) -> bool:
        """Whether nothing of it is used up."""
        self._refill()
        return self._tokens >= self._burst

    async def take(self) -> None:
        """Waits for a token and takes it."""
        self._refill()
        while self._tokens < 1:
            await asyncio.sleep((1 - self._tokens) / self._rate)
            self._refill()
        self._tokens -= 1

    def _refill(self) -> None:
        now = asyncio.get_running_loop().time()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
