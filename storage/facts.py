"""Single facts about the database or what was told to Telegram."""

from sqlalchemy import delete, insert, select

from storage.connection import Transaction
from storage.models import facts


class Facts:
    """Values by name.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def get(self, name: str) -> str | None:
        """A fact, or None if there is none of that name."""
        query = select(facts.c.value).where(facts.c.name == name)
        found: str | None = (await self._connection.execute(query)).scalar_one_or_none()
        return found

    async def put(self, name: str, value: str) -> None:
        """Keeps a fact in place of the one before."""
        await self._connection.execute(delete(facts).where(facts.c.name == name))
        await self._connection.execute(insert(facts).values(name=name, value=value))
