"""The bot's clock set to hours of days, and the round that reminds people then."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.reminders import remind_due
from domain.daytime import ZONES
from tests.support.scene import quiet
from tests.support.stage import Stage

MONDAY = datetime(2027, 3, 1, tzinfo=UTC)


def go_to(stage: Stage, language: str, day: int, hour: int, minute: int = 0) -> None:
    """Sets the bot's clock to an hour in the language's zone, so many days after a Monday."""
    zone = ZoneInfo(ZONES[language])
    there = (MONDAY + timedelta(days=day)).replace(hour=hour, minute=minute, tzinfo=zone)
    stage.clock.ahead += there - stage.clock()


async def remind(stage: Stage) -> int:
    """What the loop does at each round; returns how many were reminded."""
    app = stage.app
    reminded = await remind_due(app.database, app.speech.house, stage.clock())
    for person_id in reminded:
        app.courier.wake(person_id)
    await quiet(stage)
    return len(reminded)
