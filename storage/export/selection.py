"""Which attempts rows are made of."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from sqlalchemy import ColumnElement, Function, case, func, select

from storage.models import attempts, campaigns

LATEST: Final = time(23, 59, 59, 999_000)
"""The end of a day: moments are kept in milliseconds."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice among finished attempts; None leaves everything in.

    Attributes:
        instrument: Its id; None stands for the map, or else the first there is.
        campaign: A campaign's code.
        since: The first day on which they were finished, in UTC like the rows' own days.
        until: The last such day.
    """

    instrument: str | None = None
    campaign: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_part(self) -> bool:
        """Whether some of the instrument's attempts are left out."""
        return any(part is not None for part in (self.campaign, self.since, self.until))

    @property
    def facts(self) -> Mapping[str, str]:
        """What is chosen, as JSON values; what is not is left out."""
        return {name: str(value) for name, value in asdict(self).items() if value is not None}

    @classmethod
    def of(cls, facts: Mapping[str, str | int]) -> "Selection":
        """The choice behind such facts, among others that are none of it."""
        since, until = facts.get("since"), facts.get("until")
        instrument, campaign = facts.get("instrument"), facts.get("campaign")
        return cls(
            instrument=None if instrument is None else str(instrument),
            campaign=None if campaign is None else str(campaign),
            since=None if since is None else date.fromisoformat(str(since)),
            until=None if until is None else date.fromisoformat(str(until)),
        )


EVERYTHING = Selection()


def placed(instrument: str) -> tuple[ColumnElement[bool], ...]:
    """What may have a place in figures, those included of which nothing but that is left."""
    a = attempts.c
    return (
        a.instrument == instrument,
        a.is_trial.is_(False),
        campaigns.c.is_anonymous.is_not(True),
    )


def public(instrument: str) -> tuple[ColumnElement[bool], ...]:
    """What may be exported. Finished anonymous attempts wait here until they are moved."""
    return (*placed(instrument), kept())


def kept() -> ColumnElement[bool]:
    """Whether there is more of an attempt than its place: see `Attempts.forget`."""
    return attempts.c.finished_at.is_(None) | attempts.c.scores.is_not(None)


def people_apart() -> ColumnElement[int]:
    """A number that attempts of one person at a test in a campaign share, and no others do.

    It is the row number of the first of them, so it tells nothing about the person, and is the
    same after the retention and in the places of who was forgotten: they are no two people then.
    """
    return func.coalesce(attempts.c.again_of, attempts.c.id)


def people_in() -> tuple[Function[int], Function[int]]:
    """How many people began and how many finished, however often each of them did."""
    done = case((attempts.c.finished_at.is_not(None), people_apart()))
    return func.count(people_apart().distinct()), func.count(done.distinct())


def selected(selection: Selection) -> tuple[ColumnElement[bool], ...]:
    """Which of an instrument's attempts: conditions on them, joined with their campaigns."""
    a, found = attempts.c, []
    if selection.campaign is not None:
        found.append(campaigns.c.code == selection.campaign)
    if selection.since is not None:
        found.append(a.finished_at >= datetime.combine(selection.since, time(), UTC))
    if selection.until is not None:
        found.append(a.finished_at <= datetime.combine(selection.until, LATEST, UTC))
    return tuple(found)


def leads_to(instrument: str) -> ColumnElement[bool]:
    """Whether a campaign leads to an instrument, or has attempts of it all the same."""
    taken = select(attempts.c.campaign_id).where(
        attempts.c.instrument == instrument, attempts.c.is_trial.is_(False)
    )
    return (campaigns.c.instrument == instrument) | campaigns.c.id.in_(taken)
