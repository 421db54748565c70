"""What is dropped when its time is over."""

from datetime import datetime

from sqlalchemy import delete, select, update

from storage.campaigns import Campaigns
from storage.connection import Transaction
from storage.leads import Leads
from storage.models import attempts, audit, handled_updates, people, pictures, set_aside, written


class Housekeeping:
    """Deletions by age.

    Args:
        connection: An open transaction.
        leads: Contacts, of which admins are told that they are gone.
    """

    def __init__(self, connection: Transaction, leads: Leads) -> None:
        self._connection = connection
        self._leads = leads

    async def drop_without_consent(self, before: datetime) -> int:
        """Forgets those who came before a moment and have never consented."""
        gone = await self._connection.execute(
            delete(people).where(people.c.consented_at.is_(None), people.c.seen_at < before)
        )
        return gone.rowcount

    async def drop_handled_updates(self, before: datetime) -> int:
        """Forgets updates so old that Telegram no longer sends them again."""
        gone = await self._connection.execute(
            delete(handled_updates).where(handled_updates.c.handled_at < before)
        )
        await self._connection.execute(
            delete(set_aside).where(set_aside.c.is_dead, set_aside.c.set_aside_at < before)
        )
        return gone.rowcount

    async def drop_audit(self, before: datetime) -> int:
        """Forgets who exported and deleted before a moment."""
        gone = await self._connection.execute(delete(audit).where(audit.c.at < before))
        return gone.rowcount

    async def cut_links(self, before: datetime, now: datetime) -> int:
        """After the retention: answers stay as figures, without words, pictures or a person.

        Args:
            before: Those go who were not seen since.
            now: When their surveys end.
        """
        await self._leads.withdraw_unseen(before)
        unseen = select(people.c.id).where(people.c.seen_at < before)
        await Campaigns(self._connection).give_up(unseen, now)
        old = unseen.scalar_subquery()
        theirs = select(attempts.c.id).where(attempts.c.person_id.in_(old)).scalar_subquery()
        for table in (written, pictures):
            await self._connection.execute(delete(table).where(table.c.attempt_id.in_(theirs)))
        await self._connection.execute(
            update(attempts).where(attempts.c.person_id.in_(old)).values(person_id=None)
        )
        gone = await self._connection.execute(delete(people).where(people.c.seen_at < before))
        return gone.rowcount
