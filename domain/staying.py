"""When people are reminded: rarely, kindly, and never of what is done."""

from datetime import datetime, timedelta
from typing import Final

from domain.attempt import Attempt
from domain.kinds import Mode, Scoring
from domain.person import Finished, Person

SILENT_FOR: Final = timedelta(hours=20)
"""Silence before a reminder. Sooner, people who break off for a meeting or for the night would
be pressed; with a day and a night between, those who stopped in an afternoon are reminded at the
same time of the next day or a little earlier, when they have time again."""
FORGOTTEN_AFTER: Final = timedelta(days=7)
"""Silence after which a reminder would come out of the blue: after an outage, none is sent."""
AGAIN_AFTER: Final = timedelta(days=90)
"""A quarter: changes in how a company works take about so long to be seen."""
WAITS_FOR: Final = AGAIN_AFTER
"""How long an unfinished attempt waits for its person: later, its answers and new ones would tell
of two different times."""
AGAIN_WITHIN: Final = timedelta(days=30)
"""How late the offer may come after an outage: it was asked for, but for a certain time."""


def may_be_reminded(person: Person, now: datetime) -> bool:
    """Whether a test that somebody left is one to remind them of.

    What only the database knows (a reminder sent before, a trial) is not asked here.
    """
    if not person.is_busy or person.consented_at is None or not person.takes_reminders:
        return False
    if person.campaign is not None and not person.campaign.takes_answers(now):
        return False
    return SILENT_FOR <= now - person.seen_at <= FORGOTTEN_AFTER


def can_be_repeated(attempt: Attempt) -> bool:
    """Whether it makes sense to measure again: only a full map shows a change."""
    return attempt.mode is Mode.FULL and attempt.instrument.scoring is Scoring.BLOCKS


def was_repeated(finished: Finished, everything: list[Finished]) -> bool:
    """Whether somebody has measured the same again, fully, after an attempt.

    Args:
        finished: The attempt.
        everything: All finished attempts of its person, the latest first.
    """
    later = everything[: [one.id for one in everything].index(finished.id)]
    return any(
        one.attempt.instrument.id == finished.attempt.instrument.id
        and can_be_repeated(one.attempt)
        for one in later
    )


def may_ask_again(finished: Finished, everything: list[Finished], retention_days: int) -> bool:
    """Whether somebody can ask to be reminded: a full map, their latest, of one still known then.

    Args:
        finished: The attempt under whose result they would ask.
        everything: All finished attempts of the person, the latest first.
        retention_days: After how many days without a visit people are forgotten.
    """
    return (
        can_be_repeated(finished.attempt)
        and retention_days > AGAIN_AFTER.days
        and not was_repeated(finished, everything)
    )


def may_be_offered(finished: Finished, everything: list[Finished], now: datetime) -> bool:
    """Whether to offer somebody to measure again: asked for, due, and not done meanwhile.

    Args:
        finished: The attempt after which they asked for it.
        everything: All finished attempts of the person, the latest first.
        now: The present moment.
    """
    if finished.again_at is None or was_repeated(finished, everything):
        return False
    return timedelta() <= now - finished.again_at <= AGAIN_WITHIN
