"""Who came from where, and how far: links, passed-on copies, and everything else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Select, func, select

from domain.person import Campaign
from storage.campaigns import NO_SOURCE, SHARED, UNKNOWN_SOURCE
from storage.connection import Transaction
from storage.export.selection import kept, people_in
from storage.models import attempts, visits

NOBODY: Final = (0, 0)


@dataclass(frozen=True, slots=True)
class Flow:
    """How many got how far.

    Attributes:
        started: Came.
        consented: Agreed to the processing.
        begun: Attempts begun, trials apart.
        finished: Attempts finished, trials apart.
        first: The first day on which somebody came; None if nobody did.
        latest: The latest such day.
    """

    started: int = 0
    consented: int = 0
    begun: int = 0
    finished: int = 0
    first: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people a survey has reached; who answers twice is one of them.

    Attributes:
        arrived: Opened its link, its owner apart.
        begun: Began to answer.
        finished: Answered.
    """

    arrived: int = 0
    begun: int = 0
    finished: int = 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many came without a campaign of ours.

    Attributes:
        direct: Without any code.
        unknown: With a code that nobody has.
        cards: By a passed-on card of somebody who had no campaign.
    """

    direct: int = 0
    unknown: int = 0
    cards: int = 0


class Sources:
    """Figures by source.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def of_link(self, campaign: Campaign) -> Flow:
        """Those who came by a campaign's own link or code."""
        taken = _taken().where(attempts.c.campaign_id == campaign.id)
        return await self._flow(campaign.code, taken)

    async def of_copies(self, campaign: Campaign) -> Flow:
        """Those who came by a card that somebody of a campaign passed on."""
        source = SHARED + campaign.code
        taken = _taken().where(attempts.c.campaign_id.is_(None), attempts.c.source == source)
        return await self._flow(source, taken)

    async def taken(self, campaigns: Sequence[Campaign]) -> Mapping[int, tuple[int, int]]:
        """Attempts begun and finished, trials apart, by the campaign's row number."""
        query = (
            _taken()
            .add_columns(attempts.c.campaign_id)
            .where(attempts.c.campaign_id.in_([one.id for one in campaigns]))
            .group_by(attempts.c.campaign_id)
        )
        rows = await self._connection.execute(query)
        return {row.campaign_id: (int(row.begun), int(row.finished)) for row in rows}

    async def turnouts(self, surveys: Sequence[Campaign]) -> Mapping[int, Turnout]:
        """How many people surveys have reached, by the campaign's row number; all are there."""
        a, v = attempts.c, visits.c
        came = select(v.source, func.sum(v.started).label("started")).group_by(v.source)
        here = came.where(v.source.in_([one.code for one in surveys]))
        arrived = {row.source: int(row.started) for row in await self._connection.execute(here)}
        begun, finished = people_in()
        taken = (
            select(
                a.campaign_id,
                begun.label("begun"),
                finished.label("finished"),
            )
            .where(a.is_trial.is_(False), kept())
            .where(a.campaign_id.in_([one.id for one in surveys]))
            .group_by(a.campaign_id)
        )
        rows = await self._connection.execute(taken)
        found = {row.campaign_id: (int(row.begun), int(row.finished)) for row in rows}
        return {
            one.id: Turnout(arrived.get(one.code, 0), *found.get(one.id, NOBODY))
            for one in surveys
        }

    async def elsewhere(self) -> Elsewhere:
        """Those who came without a campaign of ours."""
        card = f"{SHARED}card"
        query = (
            select(visits.c.source, func.sum(visits.c.started).label("started"))
            .where(visits.c.source.in_([NO_SOURCE, UNKNOWN_SOURCE, card]))
            .group_by(visits.c.source)
        )
        came = {row.source: int(row.started) for row in await self._connection.execute(query)}
        return Elsewhere(came.get(NO_SOURCE, 0), came.get(UNKNOWN_SOURCE, 0), came.get(card, 0))

    async def _flow(self, source: str, taken: Select[int, int]) -> Flow:
        came = select(
            func.sum(visits.c.started).label("started"),
            func.sum(visits.c.consented).label("consented"),
            func.min(visits.c.day).label("first"),
            func.max(visits.c.day).label("latest"),
        ).where(visits.c.source == source)
        visited = (await self._connection.execute(came)).one()
        tried = (await self._connection.execute(taken)).one()
        return Flow(
            int(visited.started or 0),
            int(visited.consented or 0),
            int(tried.begun),
            int(tried.finished),
            _day(visited.first),
            _day(visited.latest),
        )


def _taken() -> Select[int, int]:
    """Attempts begun and finished, trials apart."""
    return select(
        func.count(attempts.c.id).label("begun"),
        func.count(attempts.c.finished_at).label("finished"),
    ).where(attempts.c.is_trial.is_(False), kept())


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
