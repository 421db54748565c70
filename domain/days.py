"""Days as people write them, and the moments at which they begin and end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

FARTHEST: Final = timedelta(days=5 * 366)
"""How far ahead dates are taken: beyond that they are slips of the finger."""
SUNDAY: Final = 7

_FULL: Final = r"(?P<{0}_iso>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})"
_SHORT: Final = r"(?P<{0}_day>[0-9]{{1,2}}){1}"
_MONTH: Final = r"[./](?P<{0}_month>[0-9]{{1,2}})(?:[./](?P<{0}_year>[0-9]{{4}}|[0-9]{{2}}))?"
_LAST: Final = f"(?:{_FULL}|{_SHORT})".format("last", _MONTH.format("last"))
_FIRST: Final = f"(?:{_FULL}|{_SHORT})".format("first", f"(?:{_MONTH.format('first')})?")
_DAYS: Final = re.compile(rf"(?:{_FIRST}\s*[-‐‑‒–—−]\s*)?{_LAST}")


class DaysFault(StrEnum):
    """What is wrong with days as they were written."""

    UNCLEAR = "unclear"
    NO_SUCH_DAY = "none"
    REVERSED = "reversed"
    PAST = "past"
    FAR = "far"


class DaysError(Exception):
    """Days that can't be taken.

    Attributes:
        fault: Why.
    """

    def __init__(self, fault: DaysFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included."""

    first: date
    last: date

    def moments(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """When the first day begins, and when the last one is over: the midnight after it."""
        after = self.last + timedelta(days=1)
        return datetime.combine(self.first, time(), zone), datetime.combine(after, time(), zone)


def read_days(text: str, today: date) -> Days:
    """Days as somebody wrote them.

    Args:
        text: "16.05–18.05", "16–18.05.2026", "2026-05-16 – 2026-05-18", or one day. Before the
            month stands the day, in all three languages. Without a year, the next such days are
            meant: those under way or still to come.
        today: The present day where the days are meant.

    Raises:
        DaysError: They can't be read, there is no such day, the first comes after the last, or
            they are over or too far away.
    """
    found = _DAYS.fullmatch(text.strip())
    if found is None:
        raise DaysError(DaysFault.UNCLEAR)
    parts = found.groupdict()
    fault = DaysFault.NO_SUCH_DAY
    for year in (today.year, today.year + 1):
        try:
            days = _in_year(parts, year)
        except ValueError:
            continue
        if days.last >= today:
            return _checked(days, today)
        fault = DaysFault.PAST
    raise DaysError(fault)


def _in_year(parts: Mapping[str, str | None], year: int) -> Days:
    """The days, in a year unless one is written; ValueError where there is no such day."""
    written = parts["last_year"] or parts["first_year"]
    last = _day(parts, "last", date(_year(written) if written else year, 1, 1))
    if parts["first_iso"] is None and parts["first_day"] is None:
        return Days(last, last)
    return Days(_day(parts, "first", last), last)


def _day(parts: Mapping[str, str | None], which: str, like: date) -> date:
    """One of the days; month and year are those of `like` where they are not written."""
    iso, day = parts[f"{which}_iso"], parts[f"{which}_day"]
    month, year = parts[f"{which}_month"], parts[f"{which}_year"]
    if iso is not None:
        return date(*map(int, iso.split("-")))
    return date(
        _year(year) if year else like.year, int(month) if month else like.month, int(day or 0)
    )


def _year(digits: str) -> int:
    """A year of four digits, or of two in this century."""
    return int(digits) if len(digits) == len("2026") else 2000 + int(digits)


def _checked(days: Days, today: date) -> Days:
    if days.first > days.last:
        raise DaysError(DaysFault.REVERSED)
    if days.last - today > FARTHEST:
        raise DaysError(DaysFault.FAR)
    return days


def only_today(today: date) -> Days:
    """Nothing but the present day."""
    return Days(today, today)


def this_week(today: date) -> Days:
    """From the present day to the Sunday of its week."""
    return Days(today, today + timedelta(days=SUNDAY - today.isoweekday()))


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day to which a moment belongs."""
    return moment.astimezone(zone).date()


def last_day(closes_at: datetime, zone: ZoneInfo) -> date:
    """The last day of something that is over at a moment: at midnight, that is the day before."""
    return day_of(closes_at - timedelta(milliseconds=1), zone)
