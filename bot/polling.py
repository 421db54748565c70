"""Long polling that confirms updates only after their work is committed.

Like a consumer of a log: a batch is worked on, people side by side, and only then is its end
told to Telegram with the next request. An update that takes long is set aside by the intake, so
one person can't hold the others up for more than its patience.
"""

import asyncio
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates

from bot.intake import Intake, Raw
from bot.metrics import POLLED
from bot.session import session_of

LONG_POLL: Final = 25
"""Seconds that Telegram keeps an empty request open."""
BATCH: Final = 100
FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 15.0

log = structlog.get_logger()


async def poll(bot: Bot, intake: Intake, kinds: list[str], stop: asyncio.Event) -> None:
    """Takes updates until told to stop; what is in hand then is finished and confirmed.

    Args:
        bot: Speaks to Telegram.
        intake: Does the work.
        kinds: Which kinds of updates to ask for.
        stop: Set when no more are to be taken.

    Raises:
        TelegramUnauthorizedError: The token is wrong.
    """
    offset: int | None = None
    wait = FIRST_WAIT
    while not stop.is_set():
        try:
            updates = await _unless(stop, _get(bot, offset, kinds, LONG_POLL))
            wait = FIRST_WAIT
            POLLED.set_to_current_time()
        except TelegramUnauthorizedError:
            raise
        except TelegramRetryAfter as error:
            await _unless(stop, asyncio.sleep(error.retry_after))
            continue
        except (TelegramNetworkError, TelegramServerError, TelegramConflictError) as error:
            log.warning("no updates", error=type(error).__name__, wait=wait)
            await _unless(stop, asyncio.sleep(wait))
            wait = min(2 * wait, LONGEST_WAIT)
            continue
        offset = await _work(intake, updates or [], offset)
    if offset is not None:
        await _confirm(bot, offset, kinds)


async def _work(intake: Intake, updates: list[Raw], offset: int | None) -> int | None:
    """Works on a batch; returns the offset up to which all is committed."""
    outcomes = await asyncio.gather(
        *(intake.accept(update) for update in updates), return_exceptions=True
    )
    for update, outcome in zip(updates, outcomes, strict=True):
        if isinstance(outcome, BaseException):
            # Not even setting it aside worked: it stays with Telegram and comes again.
            log.error("not confirmed", update_id=update["update_id"], exc_info=outcome)
            await asyncio.sleep(FIRST_WAIT)
            return int(update["update_id"])
        offset = update["update_id"] + 1
    return offset


async def _confirm(bot: Bot, offset: int, kinds: list[str]) -> None:
    """Tells Telegram the last batch is done, without taking more."""
    try:
        await _get(bot, offset, kinds, 0, limit=1)
    except TelegramAPIError as error:
        log.warning("the last batch was not confirmed", error=type(error).__name__)


async def _get(
    bot: Bot, offset: int | None, kinds: list[str], seconds: int, limit: int = BATCH
) -> list[Raw]:
    """`getUpdates`, as plain JSON: each update is read only by the one that works on it."""
    fields = {"offset": offset, "timeout": seconds, "allowed_updates": kinds, "limit": limit}
    return list(await session_of(bot).call(bot, GetUpdates, fields, seconds + 10))


async def _unless(stop: asyncio.Event, work: Any) -> Any:  # noqa: ANN401 - any awaitable's value
    """The work's value; None if it was broken off by the stop."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        return None
    finally:
        for one in (task, stopping):
            one.cancel()
        await asyncio.gather(task, stopping, return_exceptions=True)
