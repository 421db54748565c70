"""Live pictures for projectors: who looks at which, and what it shows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from storage.connection import Transaction
from storage.models import halls


@dataclass(frozen=True, slots=True)
class Hall:
    """One live picture; a person has one at most.

    Attributes:
        person_id: Row number of who opened it.
        campaign_id: Row number of the campaign it is about.
        message_id: The message that shows it.
        language: Of its words.
        digest: A hash of everything it shows.
        ends_at: When it stops by itself.
    """

    person_id: int
    campaign_id: int
    message_id: int
    language: str
    digest: str
    ends_at: datetime


class Halls:
    """Live pictures.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def open(self, hall: Hall, next_at: datetime) -> None:
        """Keeps a picture that Telegram has accepted, in place of the person's one before."""
        await self.close(hall.person_id)
        await self._connection.execute(
            insert(halls).values(
                person_id=hall.person_id,
                campaign_id=hall.campaign_id,
                message_id=hall.message_id,
                language=hall.language,
                digest=hall.digest,
                next_at=next_at,
                ends_at=hall.ends_at,
            )
        )

    async def message_of(self, person_id: int) -> int | None:
        """The message that shows a person's picture, if they have one."""
        query = select(halls.c.message_id).where(halls.c.person_id == person_id)
        found: int | None = (await self._connection.execute(query)).scalar_one_or_none()
        return found

    async def next_at(self) -> datetime | None:
        """When the next picture is to be looked at; None without any."""
        found: datetime | None = (
            await self._connection.execute(select(func.min(halls.c.next_at)))
        ).scalar_one()
        return found

    async def claim(self, now: datetime, until: datetime) -> list[Hall]:
        """Pictures whose time has come; no other process gets them before `until`."""
        claimed = (
            update(halls)
            .where(halls.c.next_at <= now)
            .values(next_at=until)
            .returning(
                halls.c.person_id,
                halls.c.campaign_id,
                halls.c.message_id,
                halls.c.language,
                halls.c.digest,
                halls.c.ends_at,
            )
        )
        return [Hall(*tuple(row)) for row in await self._connection.execute(claimed)]

    async def shows(self, hall: Hall, digest: str, next_at: datetime) -> bool:
        """Notes what a picture shows, and when to look again; False where it was ended."""
        noted = await self._connection.execute(
            update(halls)
            .where(halls.c.person_id == hall.person_id, halls.c.message_id == hall.message_id)
            .values(digest=digest, next_at=next_at)
        )
        return noted.rowcount > 0

    async def close(self, person_id: int, message_id: int | None = None) -> None:
        """Ends a person's picture; with a message, only if that one shows it."""
        statement = delete(halls).where(halls.c.person_id == person_id)
        if message_id is not None:
            statement = statement.where(halls.c.message_id == message_id)
        await self._connection.execute(statement)
