"""Figures of groups, from the scores that were written when attempts finished."""

from collections.abc import Mapping

from sqlalchemy import func, select

from domain.questionnaire import OUTSIDER, Mode
from storage.connection import Transaction
from storage.models import attempts, visits


class Figures:
    """Means and counts of groups.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def group_scores(
        self, campaign_id: int, instrument: str, mode: str
    ) -> list[Mapping[str, float | None]]:
        """Block scores of those of a campaign's people who count in figures of this mode.

        Of each person the latest finished attempt counts, a full one before a short one.
        Trials and people without a company do not count.
        """
        a = attempts.c
        query = (
            select(a.id, a.person_id, a.mode, a.scores)
            .where(
                a.campaign_id == campaign_id,
                a.instrument == instrument,
                a.finished_at.is_not(None),
                a.is_trial.is_(False),
                func.coalesce(a.role, "") != OUTSIDER,
            )
            .order_by(a.finished_at, a.id)
        )
        counted: dict[tuple[str, int], tuple[str, Mapping[str, float | None]]] = {}
        for row in await self._connection.execute(query):
            who = ("person", row.person_id) if row.person_id else ("attempt", row.id)
            before = counted.get(who)
            if before is None or row.mode == Mode.FULL or before[0] != Mode.FULL:
                counted[who] = (row.mode, row.scores)
        return [scores for of_mode, scores in counted.values() if of_mode == mode]

    async def overview(self) -> tuple[int, int, int, int]:
        """How many started, consented, began an attempt and finished one, trials apart."""
        came = select(
            func.sum(visits.c.started).label("started"),
            func.sum(visits.c.consented).label("consented"),
        )
        tried = select(
            func.count(attempts.c.id).label("begun"),
            func.count(attempts.c.finished_at).label("finished"),
        ).where(attempts.c.is_trial.is_(False))
        visited = (await self._connection.execute(came)).mappings().one()
        taken = (await self._connection.execute(tried)).mappings().one()
        return (
            int(visited["started"] or 0),
            int(visited["consented"] or 0),
            int(taken["begun"]),
            int(taken["finished"]),
        )
