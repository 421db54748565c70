"""Campaigns, and how many came from where."""

from collections.abc import Mapping
from datetime import datetime
from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.person import Campaign
from storage.connection import Transaction
from storage.models import attempts, campaigns, visits

UNKNOWN_SOURCE: Final = "?"
"""Stands for every payload that is no campaign's code: people can type anything there."""
NO_SOURCE: Final = ""
SHARED: Final = "s_"
"""Begins the payload of a passed-on card: a source of its own, not the event itself."""
MAX_CODE: Final = 62
"""A payload holds 64 characters, of which a passed-on card needs two for its own prefix."""
RESERVED: Final = frozenset({"card"})
"""After SHARED it stands for the passed-on cards of those who have no campaign."""
_MOST_NUMBERS: Final = 10_000
_ANSWERED: Final = exists().where(
    attempts.c.campaign_id == campaigns.c.id, attempts.c.is_trial.is_(False)
)
LISTED: Final = or_(
    campaigns.c.opens_at.is_(None),
    campaigns.c.closes_at.is_(None),
    campaigns.c.opens_at != campaigns.c.closes_at,
    _ANSWERED,
)
"""All but removed surveys (`Campaign.is_removed`) that nobody has begun to answer."""


class Campaigns:
    """Campaigns by code.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def by_code(self, code: str) -> Campaign | None:
        """The campaign of a deep link; upper and lower case are the same."""
        query = select(campaigns).where(campaigns.c.code == code.lower())
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return None if row is None else to_campaign(row)

    async def by_id(self, campaign_id: int) -> Campaign | None:
        """A campaign by row number."""
        query = select(campaigns).where(campaigns.c.id == campaign_id)
        row = (await self._connection.execute(query)).mappings().one_or_none()
        return None if row is None else to_campaign(row)

    async def page(self, offset: int, limit: int) -> list[Campaign]:
        """Some campaigns, the newest first; without removed surveys that nobody answered.

        Args:
            offset: How many newer ones are left out.
            limit: How many at most.
        """
        query = select(campaigns).where(LISTED).order_by(campaigns.c.id.desc())
        rows = await self._connection.execute(query.offset(offset).limit(limit))
        return [to_campaign(row) for row in rows.mappings()]

    async def count(self) -> int:
        """How many campaigns there are to go through by `page`."""
        query = select(func.count()).select_from(campaigns).where(LISTED)
        return int((await self._connection.execute(query)).scalar_one())

    async def free_code(self, wish: str) -> str:
        """A code that can be had: the wish itself, or the next number after it.

        "ml7-16" is followed by "ml7-16-2", and "ml7-16-2" by "ml7-16-3" if there is an "ml7-16"
        to which the number was added.
        """
        stem, _, number = wish.rpartition("-")
        if number.isdecimal() and await self.by_code(stem):
            wish = stem
        stem = wish[: MAX_CODE - len(f"-{_MOST_NUMBERS}")]
        begins_alike = campaigns.c.code.startswith(stem, autoescape=True)
        query = select(campaigns.c.code).where(begins_alike)
        taken = RESERVED | set((await self._connection.execute(query)).scalars())
        numbered = (f"{stem}-{n}" for n in range(2, _MOST_NUMBERS))
        return next(code for code in chain([wish], numbered) if code not in taken)

    async def create(
        self,
        code: str,
        title: str,
        instrument: str,
        mode: str | None,
        now: datetime,
        *,
        opens_at: datetime | None = None,
        closes_at: datetime | None = None,
    ) -> Campaign | None:
        """A new campaign, or None where the code is taken."""
        if await self.by_code(code):
            return None
        await self._connection.execute(
            insert(campaigns).values(
                code=code.lower(),
                title=title,
                instrument=instrument,
                mode=mode,
                opens_at=opens_at,
                closes_at=closes_at,
                created_at=now,
            )
        )
        return await self.by_code(code)

    async def ask_for(
        self, campaign_id: int, company: str, occasion: str | None, owner_id: int | None = None
    ) -> None:
        """Makes a campaign that of a survey.

        Args:
            campaign_id: Row number.
            company: Who asks.
            occasion: What about, if that was said.
            owner_id: Row number of the person whose survey it is; None for an admin's.
        """
        await self._connection.execute(
            update(campaigns)
            .where(campaigns.c.id == campaign_id)
            .values(company=company, occasion=occasion, owner_id=owner_id)
        )

    async def owned(self, person_id: int) -> list[Campaign]:
        """A person's own surveys, the newest first."""
        query = (
            select(campaigns)
            .where(campaigns.c.owner_id == person_id)
            .order_by(campaigns.c.id.desc())
        )
        return [to_campaign(row) for row in (await self._connection.execute(query)).mappings()]

    async def reword(self, campaign_id: int, company: str, occasion: str | None) -> None:
        """Lets a survey be asked in another name, or about something else.

        Its title follows, unless an admin has given it one of its own.

        Args:
            campaign_id: Row number.
            company: Who asks.
            occasion: What about, if that is said.
        """
        c = campaigns.c
        await self._connection.execute(
            update(campaigns)
            .where(c.id == campaign_id)
            .values(
                title=case((c.title == c.company, company), else_=c.title),
                company=company,
                occasion=occasion,
            )
        )

    async def remove(self, campaign_id: int, now: datetime) -> None:
        """Gives up one survey, as its owner asks.

        Its row stays: the link must still tell that it is over, and what others answered is
        theirs and keeps its place in the figures. So nothing can be worked out by removing it.

        Args:
            campaign_id: Row number.
            now: When it ends.
        """
        await self._give_up(campaigns.c.id == campaign_id, now)

    async def give_up(self, owners: Select[int], now: datetime) -> None:
        """Surveys whose owners are about to go are over and name nobody any longer.

        What others answered stays.

        Args:
            owners: Selects the row numbers of these people.
            now: When they end.
        """
        await self._give_up(campaigns.c.owner_id.in_(owners), now)

    async def _give_up(self, which: ColumnElement[bool], now: datetime) -> None:
        await self._connection.execute(
            update(campaigns)
            .where(which)
            .values(
                is_open=False,
                opens_at=now,
                closes_at=now,
                title=campaigns.c.code,
                company=None,
                occasion=None,
                owner_id=None,
            )
        )

    async def rename(self, campaign_id: int, title: str) -> None:
        """Gives a campaign another title."""
        await self._connection.execute(
            update(campaigns).where(campaigns.c.id == campaign_id).values(title=title)
        )

    async def reschedule(
        self, campaign_id: int, opens_at: datetime | None, closes_at: datetime | None
    ) -> None:
        """Gives a campaign other dates, or none."""
        await self._connection.execute(
            update(campaigns)
            .where(campaigns.c.id == campaign_id)
            .values(opens_at=opens_at, closes_at=closes_at)
        )

    async def open(self, campaign_id: int, *, is_open: bool) -> None:
        """Lets a campaign take answers, or pauses it."""
        await self._connection.execute(
            update(campaigns).where(campaigns.c.id == campaign_id).values(is_open=is_open)
        )

    async def count_visit(
        self, source: str, now: datetime, *, started: int = 0, consented: int = 0
    ) -> None:
        """Counts somebody who came, or agreed, without keeping who.

        Args:
            source: A campaign's code, bare or after SHARED, NO_SOURCE or UNKNOWN_SOURCE.
            now: Its day counts, in its own time zone.
            started: How many started.
            consented: How many consented.
        """
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        values = {"source": source, "day": now.date().isoformat()}
        statement = dialect.insert(visits).values(**values, started=started, consented=consented)
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["source", "day"],
                set_={
                    "started": visits.c.started + started,
                    "consented": visits.c.consented + consented,
                },
            )
        )


def to_campaign(columns: Mapping[Any, Any]) -> Campaign:
    """The campaign in the columns of its table, or of a join with it."""
    c = campaigns.c
    return Campaign(
        id=columns[c.id],
        code=columns[c.code],
        title=columns[c.title],
        instrument=columns[c.instrument],
        mode=columns[c.mode],
        is_open=columns[c.is_open],
        opens_at=columns[c.opens_at],
        closes_at=columns[c.closes_at],
        company=columns[c.company],
        occasion=columns[c.occasion],
        owner_id=columns[c.owner_id],
    )
