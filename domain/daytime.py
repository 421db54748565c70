"""Where the operator's clock stands: days begin there, and dates are meant there."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONES: Final[Mapping[str, str]] = {
    "ru": "Europe/Moscow",
    "uk": "Europe/Kyiv",
    "en": "Europe/London",
}
"""Where people of a language are thought to be, for operators who have set no time zone."""
NEUTRAL: Final = "UTC"
"""Where the operator is thought to be without a setting: language tells nobody's country."""
MORNING: Final = 10
EVENING: Final = 20
"""Hours between which people may be reminded; the first counts, the second does not."""
SUNDAY: Final = 7


def house_zone(setting: str | None) -> ZoneInfo:
    """Where the operator's days begin and end, and on whose clock staff are told times.

    Args:
        setting: As for `zone_of`.
    """
    return ZoneInfo(setting or NEUTRAL)


def clock(at: datetime) -> str:
    """A time of day with its distance from UTC: "14:05 (UTC+3)"; short enough for a picture.

    Args:
        at: On the clock that is meant.
    """
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    apart = f"{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else ""
    return f"{at:%H:%M} (UTC{apart})"


def zone_of(language: str, setting: str | None) -> ZoneInfo:
    """On whose clock it is day or night for somebody who may be reminded.

    Args:
        language: One of LANGUAGES; decides where nothing is set.
        setting: IANA name ("Europe/Kyiv") from the settings, checked there; None if not set.
    """
    return ZoneInfo(setting or ZONES[language])


def is_daytime(now: datetime, zone: ZoneInfo) -> bool:
    """Whether nobody minds a message that they did not ask for just then.

    From 10:00 to 20:00 on the clock of the zone, from Monday to Saturday.

    Args:
        now: The moment, with a time zone of its own.
        zone: Where the person is thought to be.
    """
    there = now.astimezone(zone)
    return MORNING <= there.hour < EVENING and there.isoweekday() != SUNDAY
