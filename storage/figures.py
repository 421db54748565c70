"""Figures of groups, from the scores that were written when attempts finished."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select

from domain.kinds import Mode
from domain.questionnaire import OUTSIDER
from storage.campaigns import NO_SOURCE
from storage.connection import Transaction
from storage.export.selection import kept, people_apart
from storage.models import attempts, campaigns, versions, visits
from storage.steps import Figure, Finish, Steps


class Figures:
    """Means and counts of groups.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def group(
        self, campaign_id: int, instrument: str, meaning: str, mode: Mode
    ) -> Mapping[Figure, Mapping[int, float]]:
        """What a campaign's people are compared with: the values each figure stands on.

        It grows in steps (`storage.steps`). Trials and people without a company do not count.

        Args:
            campaign_id: Whose people.
            instrument: Its id.
            meaning: Attempts at versions that mean something else are left out.
            mode: Short and full attempts are never mixed.
        """
        query = (
            finishes_of(instrument, answers=False)
            .join(versions, versions.c.version == attempts.c.version)
            .where(attempts.c.campaign_id == campaign_id, versions.c.meaning == meaning)
        )
        rows = (await self._connection.execute(query)).all()
        # A hall of thousands takes a moment to go through: others' taps must not wait for it.
        return await asyncio.to_thread(_standing, mode, rows)

    async def overview(self) -> tuple[int, int, int, int]:
        """How many started, consented, began an attempt and finished one, trials apart."""
        came = select(
            func.sum(visits.c.started).label("started"),
            func.sum(visits.c.consented).label("consented"),
        )
        tried = select(
            func.count(attempts.c.id).label("begun"),
            func.count(attempts.c.finished_at).label("finished"),
        ).where(attempts.c.is_trial.is_(False), kept())
        visited = (await self._connection.execute(came)).mappings().one()
        taken = (await self._connection.execute(tried)).mappings().one()
        return (
            int(visited["started"] or 0),
            int(visited["consented"] or 0),
            int(taken["begun"]),
            int(taken["finished"]),
        )


def _standing(mode: Mode, rows: Sequence[Row[Any]]) -> Mapping[Figure, Mapping[int, float]]:
    steps = Steps(mode)
    for row in rows:
        steps.add(Finish(*tuple(row)))
    return steps.standing()


def finishes_of(instrument: str, *, answers: bool) -> Select[Any]:
    """The finished attempts that may count, in the order of their ends, as `Finish` has them.

    Trials and people without a company are left out.

    Args:
        instrument: Its id.
        answers: Whether the answers are wanted too: they are most of what is read.
    """
    a = attempts.c
    return (
        select(
            people_apart(),
            func.coalesce(campaigns.c.code, NO_SOURCE),
            *(a.mode, a.finished_at, a.total, a.scores),
            *([a.answers] if answers else []),
        )
        .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
        .where(
            a.instrument == instrument,
            a.finished_at.is_not(None),
            a.is_trial.is_(False),
            func.coalesce(a.role, "") != OUTSIDER,
        )
        .order_by(a.finished_at, a.id)
    )
