"""Calls at the start that wait for Telegram to be reachable."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

T = TypeVar("T")

WAITS: Final = (0.5, 1, 2, 4, 8, 15, 30)
"""Seconds between tries, a minute in all; then whoever runs the service should know."""

log = structlog.get_logger()


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """The call's value, tried again while Telegram can't be reached.

    Raises:
        TelegramNetworkError: It could not be reached for a minute.
        TelegramServerError: It could not answer for a minute.
        TelegramRetryAfter: It told us to wait for a minute.
    """
    for wait in WAITS:
        try:
            return await call()
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter) as error:
            log.warning("Telegram is not there yet", error=type(error).__name__, wait=wait)
            await asyncio.sleep(wait)
    return await call()
