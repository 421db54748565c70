"""Notes what Telegram has accepted: once it is sent, only the note is tried again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog

T = TypeVar("T")

WAIT: Final = 0.5
TRIES: Final = 120
"""Seconds between tries, and how many: a minute of them, as long as a lease."""

log = structlog.get_logger()


async def noted(
    note: Callable[[int], Awaitable[T]], is_wanted: Callable[[int], bool], **what: str
) -> T | None:
    """What the note says once it is stored.

    Args:
        note: Stores it; told how often that has failed so far.
        is_wanted: Whether to go on after so many failures.
        what: For the log.

    Returns:
        None too where it is not wanted any longer.
    """
    failures = 0
    while not failures or is_wanted(failures):
        try:
            return await note(failures)
        except Exception:
            if not failures:  # one line tells of an outage
                log.exception("what was sent is not noted yet", **what)
            failures += 1
            await asyncio.sleep(WAIT)
    return None
