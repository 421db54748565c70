"""Updates whose work is done, and updates set aside."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.cipher import Cipher
from storage.connection import Transaction
from storage.models import handled_updates, set_aside
from storage.serialise import load_json


class Updates:
    """What became of updates.

    Args:
        connection: An open transaction.
        cipher: Updates hold what people wrote, so those set aside are encrypted.
    """

    def __init__(self, connection: Transaction, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def first_time(self, update_id: int, now: datetime) -> bool:
        """Whether this update's work has not been done before; notes that it is now.

        For work that is not harmless to do twice. Part of the same transaction as the work.
        """
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(handled_updates).values(update_id=update_id, handled_at=now)
        done = await self._connection.execute(statement.on_conflict_do_nothing())
        return done.rowcount > 0

    async def put_aside(
        self, update_id: int, words: str, reason: str, now: datetime, *, is_dead: bool
    ) -> None:
        """Keeps an update that will be confirmed to Telegram before its work is done.

        Args:
            update_id: Telegram's number.
            words: The update as JSON.
            reason: Why, without anything personal.
            now: When.
            is_dead: Whether it will not be tried again.
        """
        await self.drop(update_id)
        await self._connection.execute(
            insert(set_aside).values(
                update_id=update_id,
                words=self._cipher.seal(words),
                reason=reason[:200],
                is_dead=is_dead,
                set_aside_at=now,
            )
        )

    async def drop(self, update_id: int) -> None:
        """Its work is done after all."""
        await self._connection.execute(delete(set_aside).where(set_aside.c.update_id == update_id))

    async def forget(self, telegram_id: int) -> None:
        """Drops what was set aside of somebody who is gone; there are few, so each is read."""
        query = select(set_aside.c.update_id, set_aside.c.words)
        for row in (await self._connection.execute(query)).all():
            if _is_by(telegram_id, self._cipher.unseal(row.words)):
                await self.drop(row.update_id)

    async def to_do(self) -> list[tuple[int, str]]:
        """Updates set aside whose work is still to be done, oldest first, as JSON."""
        query = (
            select(set_aside.c.update_id, set_aside.c.words)
            .where(set_aside.c.is_dead.is_(False))
            .order_by(set_aside.c.update_id)
        )
        rows = await self._connection.execute(query)
        return [(row.update_id, self._cipher.unseal(row.words)) for row in rows]

    async def dead_count(self) -> int:
        """How many updates have been given up."""
        query = select(func.count()).where(set_aside.c.is_dead.is_(True))
        return int((await self._connection.execute(query)).scalar_one())


def _is_by(telegram_id: int, words: str) -> bool:
    """Whether an update (as JSON) is this person's."""
    update: Any = load_json(words)
    return any(
        isinstance(event, dict) and (event.get("from") or {}).get("id") == telegram_id
        for event in update.values()
    )
