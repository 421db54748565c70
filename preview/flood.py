"""Telegram's patience, as token buckets."""

import math
from dataclasses import dataclass, field

from preview.errors import flood

_ROUNDING = 1e-6  # sums of fractions of a token fall short of a whole one


@dataclass(slots=True)
class Bucket:
    """Holds up to `burst` tokens, filled at `rate` a second."""

    tokens: float
    updated: float


@dataclass(slots=True)
class Limiter:
    """A bucket per key; a rate of 0 turns it off."""

    rate: float
    burst: int
    buckets: dict[int, Bucket] = field(default_factory=dict)

    def delay(self, key: int, now: float) -> int:
        """Whole seconds to wait before the key may spend; 0 when it may now."""
        if self.rate <= 0:
            return 0
        bucket = self.buckets.get(key)
        if bucket is None:
            bucket = self.buckets[key] = Bucket(float(self.burst), now)
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.updated) * self.rate)
        bucket.updated = now
        return 0 if bucket.tokens > 1 - _ROUNDING else math.ceil((1 - bucket.tokens) / self.rate)

    def spend(self, key: int) -> None:
        """Takes one token."""
        if self.rate > 0:
            self.buckets[key].tokens -= 1


@dataclass(slots=True)
class FloodControl:
    """The limit per chat, on by default, and the overall one, off by default."""

    per_chat: Limiter = field(default_factory=lambda: Limiter(rate=1.0, burst=20))
    overall: Limiter = field(default_factory=lambda: Limiter(rate=0.0, burst=60))

    def charge(self, chat_id: int, now: float, *, new: bool) -> None:
        """Lets a message or an edit through.

        Raises:
            ApiError: 429 with the seconds to wait; nothing is spent then.
        """
        wait = self.per_chat.delay(chat_id, now)
        if new:
            wait = max(wait, self.overall.delay(0, now))
        if wait:
            raise flood(wait)
        self.per_chat.spend(chat_id)
        if new:
            self.overall.spend(0)

    def turn_off(self) -> None:
        """No limits at all, for benchmarks."""
        self.per_chat.rate = self.overall.rate = 0.0
