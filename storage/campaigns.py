"""Campaigns, and how many came from where."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.person import Campaign
from storage.connection import Transaction
from storage.models import campaigns, visits

UNKNOWN_SOURCE: Final = "?"
"""Stands for every payload that is no campaign's code: people can type anything there."""
NO_SOURCE: Final = ""


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

    async def all(self) -> list[Campaign]:
        """All campaigns, the newest first."""
        query = select(campaigns).order_by(campaigns.c.id.desc())
        rows = (await self._connection.execute(query)).mappings()
        return [to_campaign(row) for row in rows]

    async def create(
        self, code: str, title: str, instrument: str, mode: str | None, now: datetime
    ) -> Campaign | None:
        """A new campaign, or None where the code is taken."""
        if await self.by_code(code):
            return None
        await self._connection.execute(
            insert(campaigns).values(
                code=code.lower(), title=title, instrument=instrument, mode=mode, created_at=now
            )
        )
        return await self.by_code(code)

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
            source: A campaign's code, NO_SOURCE or UNKNOWN_SOURCE.
            now: The day counts.
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
    )
