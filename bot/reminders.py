"""Reminds people: of a test they left, once; and to measure again, where they asked for it.

Several processes may do this at once. A reminder is claimed in the transaction that makes its
delivery, under a condition that only one of them can meet.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import structlog

from bot.app import App
from domain.daytime import is_daytime, zone_of
from domain.languages import LANGUAGES
from domain.staying import may_be_offered, may_be_reminded
from handlers.desk import utc_now
from handlers.states import RESTING
from handlers.views.context import House
from storage.database import Database, Unit
from storage.records import Records

EVERY_SECONDS: Final = 300
MOST: Final = 500
"""Reminders of each kind made at once; the others have their turn at the next round."""
APART_SECONDS: Final = 0.05
"""Telegram takes about 30 messages a second in all, and answers come first."""

log = structlog.get_logger()


async def remind(app: App) -> None:
    """Runs until cancelled; harmless in several processes at once."""
    while True:
        try:
            reminded = await remind_due(app.database, app.speech.house, utc_now())
            for person_id in reminded:
                app.courier.wake(person_id)
                await asyncio.sleep(APART_SECONDS)
            if reminded:
                log.info("reminded", people=len(reminded))
        except Exception:
            log.exception("reminding failed")
        await asyncio.sleep(EVERY_SECONDS)


async def remind_due(database: Database, house: House, now: datetime) -> list[int]:
    """Makes the reminders and offers that are due at a moment.

    Args:
        database: Where people and attempts stand.
        house: The operator's settings: who is an admin, and the time zone.
        now: The moment.

    Returns:
        Row numbers of the people for whom a delivery waits now.
    """
    languages = [one for one in LANGUAGES if is_daytime(now, zone_of(one, house.time_zone))]
    if not languages:
        return []
    reminded = await _remind_of_tests(database, house, languages, now)
    return reminded + await _offer_again(database, languages, now)


async def _remind_of_tests(
    database: Database, house: House, languages: Sequence[str], now: datetime
) -> list[int]:
    left = await database.read(
        lambda records: records.reminders.unfinished(now, languages, sorted(RESTING), MOST)
    )
    return [one for one in left if await database.write(_reminder(one, house, now))]


def _reminder(person_id: int, house: House, now: datetime) -> Unit[bool]:
    """Makes a reminder, unless the person has come back, gone on or declined meanwhile."""

    async def unit(records: Records) -> bool:
        person = await records.people.by_id(person_id)
        if person is None or person.attempt is None or person.attempt_id is None:
            return False
        is_wanted = person.state in RESTING and may_be_reminded(person, now)
        if house.is_admin(person.chat_id) or not is_wanted:
            return False
        if not await records.reminders.claim_unfinished(person.attempt_id, now):
            return False
        await records.deliveries.add(person_id, "reminder", now, key=person.attempt.key)
        return True

    return unit


async def _offer_again(database: Database, languages: Sequence[str], now: datetime) -> list[int]:
    due = await database.read(lambda records: records.reminders.due_again(now, languages, MOST))
    return [one for one, key in due if await database.write(_offer(one, key, now))]


def _offer(person_id: int, key: str, now: datetime) -> Unit[bool]:
    """Makes an offer, unless the person has measured again or changed their mind meanwhile."""

    async def unit(records: Records) -> bool:
        if await records.people.by_id(person_id) is None:
            return False
        everything = await records.attempts.finished(person_id)
        finished = next((one for one in everything if one.attempt.key == key), None)
        if finished is None or not await records.reminders.claim_again(finished.id, now):
            return False
        if not may_be_offered(finished, everything, now):
            return False
        await records.deliveries.add(person_id, "again", now, key=key)
        return True

    return unit
