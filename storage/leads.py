"""Contacts left for the consultant, and which messages of admins show them."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Final, cast

from sqlalchemy import Row, delete, func, insert, select, update

from domain.lead import Contact, Lead
from storage.attempts import Attempts
from storage.cipher import Cipher
from storage.connection import Transaction
from storage.deliveries import Deliveries
from storage.models import leads, people, told_leads
from storage.serialise import dump_json, load_json

SHOWING: Final = ("Talk:leads", "Talk:lead")
"""Places whose screens show contacts: they are drawn anew when one is withdrawn."""


class Leads:
    """Contacts, encrypted; one a person.

    Args:
        connection: An open transaction.
        cipher: Encrypts the contacts, finds the admins.
        attempts: Reads the results they were left about.
    """

    def __init__(self, connection: Transaction, cipher: Cipher, attempts: Attempts) -> None:
        self._connection = connection
        self._cipher = cipher
        self._attempts = attempts
        self._deliveries = Deliveries(connection)

    async def leave(
        self, person_id: int, attempt_id: int, contact: Contact, version: str, now: datetime
    ) -> int:
        """Keeps a contact in place of the person's earlier one, which must be withdrawn before.

        Args:
            person_id: Whose it is.
            attempt_id: The result it is about.
            contact: How to reach them.
            version: Which text they agreed to.
            now: When.

        Returns:
            The row number.
        """
        plain = dump_json({"words": contact.words, "name": contact.name})
        statement = insert(leads).values(
            person_id=person_id,
            attempt_id=attempt_id,
            contact=self._cipher.seal(plain),
            consent_version=version,
            created_at=now,
        )
        created = await self._connection.execute(statement.returning(leads.c.id))
        return int(created.scalar_one())

    async def of_person(self, person_id: int) -> Lead | None:
        """What a person has left, if anything."""
        query = select(leads).where(leads.c.person_id == person_id)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else await self._lead(row)

    async def by_id(self, lead_id: int) -> Lead | None:
        """A contact by row number; None if it was withdrawn."""
        query = select(leads).where(leads.c.id == lead_id)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else await self._lead(row)

    async def count(self) -> int:
        """How many there are."""
        query = select(func.count()).select_from(leads)
        return int((await self._connection.execute(query)).scalar_one())

    async def latest(self, *, skip: int = 0, most: int | None = None) -> list[Lead]:
        """Contacts, the newest first.

        Args:
            skip: How many of the newest to leave out.
            most: How many at most; None for all.
        """
        query = select(leads).order_by(leads.c.id.desc()).offset(skip).limit(most)
        rows = (await self._connection.execute(query)).all()
        return [await self._lead(row) for row in rows]

    async def agreed(self, person_id: int) -> str:
        """Which text of the consent somebody's contact was left under."""
        query = select(leads.c.consent_version).where(leads.c.person_id == person_id)
        return str((await self._connection.execute(query)).scalar_one())

    async def receivers(self, telegram_ids: Collection[int]) -> list[int]:
        """Row numbers of those among some who have a chat with the bot and can be written to."""
        idents = [self._cipher.ident(telegram_id) for telegram_id in telegram_ids]
        query = (
            select(people.c.id)
            .where(people.c.ident.in_(idents), people.c.is_reachable)
            .order_by(people.c.id)
        )
        return list((await self._connection.execute(query)).scalars())

    async def withdraw(self, person_id: int) -> list[int]:
        """Drops a person's contact; messages that show it will be emptied.

        Returns:
            Row numbers of the people for whom a delivery waits now.
        """
        query = select(leads.c.id, leads.c.created_at).where(leads.c.person_id == person_id)
        row = (await self._connection.execute(query)).one_or_none()
        if row is None:
            return []
        await self._connection.execute(delete(leads).where(leads.c.id == row.id))
        shown = select(told_leads).where(told_leads.c.lead_id == row.id)
        told = (await self._connection.execute(shown)).all()
        for one in told:
            await self._empty(one.person_id, one.message_id, row.created_at)
        await self._connection.execute(delete(told_leads).where(told_leads.c.lead_id == row.id))
        # Due from now on, so whoever looks at a list of contacts soon sees it without this one.
        await self._connection.execute(
            update(people).where(people.c.state.in_(SHOWING)).values(wanted=people.c.wanted + 1)
        )
        return [one.person_id for one in told]

    async def withdraw_unseen(self, before: datetime) -> None:
        """Drops the contacts of those who were last here before a moment."""
        query = (
            select(leads.c.person_id)
            .join(people, people.c.id == leads.c.person_id)
            .where(people.c.seen_at < before)
        )
        for person_id in (await self._connection.execute(query)).scalars().all():
            await self.withdraw(person_id)

    async def is_told(self, lead_id: int, receiver_id: int) -> bool:
        """Whether a message of this receiver shows the contact already."""
        query = select(told_leads.c.message_id).where(
            told_leads.c.lead_id == lead_id, told_leads.c.person_id == receiver_id
        )
        return (await self._connection.execute(query)).scalar_one_or_none() is not None

    async def told(self, lead: Lead, receiver_id: int, message_id: int) -> None:
        """Notes which message shows a contact; withdrawn meanwhile, it is to be emptied.

        The contact's row is locked, so that a withdrawal comes either before or after.
        """
        query = select(leads.c.id).where(leads.c.id == lead.id).with_for_update()
        if (await self._connection.execute(query)).scalar_one_or_none() is None:
            await self._empty(receiver_id, message_id, lead.left_at)
            return
        await self._connection.execute(
            insert(told_leads).values(
                lead_id=lead.id, person_id=receiver_id, message_id=message_id
            )
        )

    async def _empty(self, receiver_id: int, message_id: int, left_at: datetime) -> None:
        """Has a message emptied; its time is only the queue's, so no clock is handed down."""
        await self._deliveries.add(
            receiver_id,
            "lead_gone",
            datetime.now(UTC),
            message=message_id,
            left_at=left_at.isoformat(),
        )

    async def _lead(self, row: Row[Any]) -> Lead:
        plain = cast(dict[str, str], load_json(self._cipher.unseal(row.contact)))
        about = row.attempt_id
        return Lead(
            id=row.id,
            person_id=row.person_id,
            contact=Contact(plain["words"], plain["name"]),
            left_at=row.created_at,
            finished=None if about is None else await self._attempts.finished_by_row(about),
        )
