"""Titles, companies and days as people say them, for new campaigns and for those there are."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from domain.days import Days, DaysError, day_of, only_today, read_days, this_week
from domain.person import Notice
from handlers.desk import Turn, notice

MAX_TITLE: Final = 120
MAX_COMPANY: Final = 80
MAX_OCCASION: Final = 120

Choice = Callable[[date], Days | None]
CHOICES: Final[Mapping[str, Choice]] = {
    "none": lambda _: None,
    "today": only_today,
    "week": this_week,
}
"""What the buttons of the days stand for, given the present day."""


def today(turn: Turn) -> date:
    """The present day where the operator is."""
    return day_of(turn.now, turn.speech.house.zone)


def typed_days(turn: Turn, text: str) -> Days | Notice:
    """Days as somebody wrote them, or what to say about them."""
    try:
        return read_days(text, today(turn))
    except DaysError as error:
        return notice(f"days-{error.fault}")


def typed_title(text: str) -> str | Notice:
    """A title as somebody wrote it, its white space tidied, or what to say about it."""
    title = _tidy(text)
    if len(title) > MAX_TITLE:
        return notice("notice-campaign-title", count=len(title), limit=MAX_TITLE)
    return title


def typed_line(text: str, limit: int) -> str | Notice:
    """Who asks in a survey, or what about: tidied likewise, or what to say about it."""
    line = _tidy(text)
    if len(line) > limit:
        return notice("notice-survey-long", count=len(line), limit=limit)
    return line


def _tidy(text: str) -> str:
    return " ".join(text.split())
