"""Figures of groups, from the scores that were written when attempts finished."""

from collections.abc import Mapping

from sqlalchemy import func, select

from domain.questionnaire import OUTSIDER
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
        """Block scores of a campaign's people: the latest finished attempt of each.

        Trials and people without a company (`none` of role) do not count.
        """
        a = attempts.c
        latest = (
            select(func.max(a.id))
            .where(
                a.campaign_id == campaign_id,
                a.instrument == instrument,
                a.mode == mode,
                a.finished_at.is_not(None),
                a.is_trial.is_(False),
                func.coalesce(a.role, "") != OUTSIDER,
            )
            .group_by(func.coalesce(a.person_id, -a.id))
        )
        query = select(a.scores).where(a.id.in_(latest.scalar_subquery()))
        return list((await self._connection.execute(query)).scalars())

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
