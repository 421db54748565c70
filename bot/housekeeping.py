"""What is done regularly: taking up what is due, dropping what has had its time."""

import asyncio
from datetime import timedelta
from typing import Final

import structlog

from bot.app import App
from handlers.desk import utc_now
from storage.records import Records

EVERY_SECONDS: Final = 3600
WITHOUT_CONSENT: Final = timedelta(days=1)
HANDLED: Final = timedelta(days=2)
"""Telegram keeps an update for a day; after two it can't come again."""

LOOK_AGAIN_SECONDS: Final = 60

log = structlog.get_logger()


async def look_again(app: App) -> None:
    """Takes up, once a minute, what is due and what nobody is at: after a longer outage."""
    while True:
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
        try:
            await app.courier.look_again()
        except Exception:
            log.exception("what is due could not be read")


async def keep_house(app: App) -> None:
    """Runs until cancelled; harmless in several processes at once."""
    retention = timedelta(days=app.config.retention_days)

    async def unit(records: Records) -> dict[str, int]:
        now, keeping = utc_now(), records.housekeeping
        return {
            "without_consent": await keeping.drop_without_consent(now - WITHOUT_CONSENT),
            "handled": await keeping.drop_handled_updates(now - HANDLED),
            "cut": await keeping.cut_links(now - retention, now),
            "audit": await keeping.drop_audit(now - retention),
        }

    while True:
        try:
            dropped = await app.database.write(unit)
            log.info("kept house", **dropped)
        except Exception:
            log.exception("housekeeping failed")
        await asyncio.sleep(EVERY_SECONDS)
