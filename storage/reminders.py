"""Who is to be reminded of something, and what they want to be reminded of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update

from domain.staying import AGAIN_WITHIN, FORGOTTEN_AFTER, SILENT_FOR
from storage.connection import Transaction
from storage.models import attempts, campaigns, people


class Reminders:
    """Reminders of unfinished tests, and offers to measure again.

    `attempts.reminded_at` says when the latest of either was made for an attempt. It is set in
    the transaction that makes the delivery, under a condition that only one process can meet.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def unfinished(
        self, now: datetime, languages: Sequence[str], states: Sequence[str], limit: int
    ) -> list[int]:
        """Row numbers of people with a test they left, the longest silent first.

        Args:
            now: The present moment.
            languages: Languages whose people may be written to now.
            states: Places in which a reminder breaks into nothing.
            limit: At most so many.
        """
        takes_answers = or_(
            campaigns.c.id.is_(None),
            campaigns.c.is_open
            & or_(campaigns.c.opens_at.is_(None), campaigns.c.opens_at <= now)
            & or_(campaigns.c.closes_at.is_(None), campaigns.c.closes_at > now),
        )
        query = (
            select(people.c.id)
            .join(attempts, attempts.c.id == people.c.attempt_id)
            .outerjoin(campaigns, campaigns.c.id == attempts.c.campaign_id)
            .where(
                people.c.consented_at.is_not(None),
                attempts.c.finished_at.is_(None),  # what was built may be gone on with later
                people.c.is_reachable,
                people.c.takes_reminders,
                people.c.language.in_(languages),
                people.c.state.in_(states),
                people.c.seen_at.between(now - FORGOTTEN_AFTER, now - SILENT_FOR),
                *_never_reminded(),
                takes_answers,
            )
            .order_by(people.c.seen_at)
            .limit(limit)
        )
        return list((await self._connection.execute(query)).scalars())

    async def claim_unfinished(self, attempt_id: int, now: datetime) -> bool:
        """Notes that a reminder of an unfinished attempt is made; False where one was, ever."""
        claimed = await self._connection.execute(
            update(attempts)
            .where(attempts.c.id == attempt_id, *_never_reminded())
            .values(reminded_at=now)
        )
        return claimed.rowcount > 0

    async def due_again(
        self, now: datetime, languages: Sequence[str], limit: int
    ) -> list[tuple[int, str]]:
        """People (row numbers) who asked to be reminded now, with the attempt's key."""
        query = (
            select(people.c.id, attempts.c.key)
            .join(people, people.c.id == attempts.c.person_id)
            .where(
                people.c.consented_at.is_not(None),
                people.c.is_reachable,
                people.c.language.in_(languages),
                *_wished(now),
            )
            .order_by(attempts.c.again_at)
            .limit(limit)
        )
        return [(row.id, row.key) for row in await self._connection.execute(query)]

    async def claim_again(self, attempt_id: int, now: datetime) -> bool:
        """Notes that the offer is made that was asked for; False where it was already."""
        claimed = await self._connection.execute(
            update(attempts)
            .where(attempts.c.id == attempt_id, *_wished(now))
            .values(reminded_at=now)
        )
        return claimed.rowcount > 0

    async def wish(self, attempt_id: int, again_at: datetime | None) -> None:
        """Keeps when somebody wants to be reminded to measure again; None for not at all."""
        await self._connection.execute(
            update(attempts).where(attempts.c.id == attempt_id).values(again_at=again_at)
        )

    async def allow(self, person_id: int, *, is_allowed: bool) -> None:
        """Keeps whether somebody may be reminded of tests they left."""
        await self._connection.execute(
            update(people).where(people.c.id == person_id).values(takes_reminders=is_allowed)
        )


def _never_reminded() -> tuple[ColumnElement[bool], ...]:
    return (
        attempts.c.finished_at.is_(None),
        attempts.c.reminded_at.is_(None),
        attempts.c.is_trial.is_(False),
    )


def _wished(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Asked for, due, not long past, and not answered with an offer since."""
    return (
        attempts.c.again_at.between(now - AGAIN_WITHIN, now),
        or_(attempts.c.reminded_at.is_(None), attempts.c.reminded_at < attempts.c.again_at),
    )
