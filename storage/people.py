"""People and their places in the conversation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from domain.person import Notice, Person, Screen
from domain.questionnaire import Profile
from storage.attempts import Attempts, to_campaign_columns
from storage.campaigns import Campaigns
from storage.cipher import Cipher
from storage.connection import Transaction
from storage.leads import Leads
from storage.models import attempts, campaigns, deliveries, people
from storage.updates import Updates

_PLACE: Final = (
    select(people, attempts, campaigns)
    .outerjoin(attempts, attempts.c.id == people.c.attempt_id)
    .outerjoin(campaigns, campaigns.c.id == people.c.campaign_id)
)
_BY_IDENT: Final = _PLACE.where(people.c.ident == bindparam("ident"))
_BY_ID: Final = _PLACE.where(people.c.id == bindparam("id"))
_LOCK: Final = select(people.c.id).with_for_update()
_LOCK_BY_IDENT: Final = _LOCK.where(people.c.ident == bindparam("ident"))
_LOCK_BY_ID: Final = _LOCK.where(people.c.id == bindparam("id"))
_SAVE: Final = (
    update(people)
    .where(people.c.id == bindparam("row"))
    .values(
        {
            column: bindparam(f"new_{column}")
            for column in (
                "language", "state", "context", "notice", "role", "size", "industry",
                "consented_at", "campaign_id", "attempt_id", "message_id", "wanted", "shown",
                "fresh",
                "seen_at",
            )
        }
        | {"is_reachable": True}  # they have just written
    )
)  # fmt: skip


class People:
    """People by their Telegram id, of which only a keyed hash is kept.

    Args:
        connection: An open transaction.
        cipher: Makes the hash, encrypts the chat.
        attempts: Reads the attempt somebody is in.
    """

    def __init__(self, connection: Transaction, cipher: Cipher, attempts: Attempts) -> None:
        self._connection = connection
        self._cipher = cipher
        self._attempts = attempts

    async def find(self, telegram_id: int) -> Person | None:
        """A person with their place, locked for this transaction; None if unknown."""
        ident = {"ident": self._cipher.ident(telegram_id)}
        await self._lock(_LOCK_BY_IDENT, ident)
        return await self._one(_BY_IDENT, ident, telegram_id)

    async def by_id(self, person_id: int) -> Person | None:
        """A person by row number, locked for this transaction; None if they are gone."""
        await self._lock(_LOCK_BY_ID, {"id": person_id})
        return await self._one(_BY_ID, {"id": person_id}, None)

    async def create(self, person: Person, source: str) -> Person:
        """Stores somebody new.

        Args:
            person: With any number as id.
            source: Where they came from.

        Returns:
            The person with their row number.
        """
        statement = insert(people).values(
            ident=self._cipher.ident(person.chat_id),
            chat=self._cipher.seal(str(person.chat_id)),
            language=person.language,
            state=person.state,
            context=person.context,
            first_source=source,
            latest_source=source,
            created_at=person.seen_at,
            seen_at=person.seen_at,
        )
        await self._connection.execute(statement)
        created = await self.find(person.chat_id)
        if created is None:  # pragma: no cover - it was written a line above
            raise LookupError("a person just stored is not there")
        return created

    async def save(self, person: Person) -> None:
        """Stores a person's place, profile and language."""
        await self._connection.execute(
            _SAVE,
            {
                "row": person.id,
                "new_language": person.language,
                "new_state": person.state,
                "new_context": person.context,
                "new_notice": _from_notice(person.notice),
                "new_role": person.profile.role,
                "new_size": person.profile.size,
                "new_industry": person.profile.industry,
                "new_consented_at": person.consented_at,
                "new_campaign_id": person.campaign.id if person.campaign else None,
                "new_attempt_id": person.attempt_id,
                "new_message_id": person.screen.message_id,
                "new_wanted": person.screen.wanted,
                "new_shown": person.screen.shown,
                "new_fresh": person.screen.fresh,
                "new_seen_at": person.seen_at,
            },
        )

    async def came_from(self, person_id: int, source: str, *, first: bool) -> None:
        """Keeps the latest source; the first one only of somebody new."""
        values = {"latest_source": source} | ({"first_source": source} if first else {})
        await self._update(person_id, **values)

    async def state(self, telegram_id: int) -> str | None:
        """Where somebody stands; None if unknown."""
        query = select(people.c.state).where(people.c.ident == self._cipher.ident(telegram_id))
        found: str | None = (await self._connection.execute(query)).scalar_one_or_none()
        return found

    async def consented(self, person_id: int, version: str) -> None:
        """Keeps which text of the consent was agreed to."""
        await self._update(person_id, consent_version=version)

    async def shown(
        self, person_id: int, revision: int, message_id: int | None, now: datetime
    ) -> None:
        """Notes that Telegram has accepted a person's screen up to a revision.

        Where the person has left that message behind meanwhile (a result ended it), a later
        revision stands as shown already, and nothing changes.
        """
        await self._connection.execute(
            update(people)
            .where(people.c.id == person_id, people.c.shown < revision)
            .values(shown=revision, shown_at=now, message_id=message_id, notice=None)
        )

    async def unreachable(self, person_id: int) -> None:
        """Marks somebody who blocked the bot: nothing waits for them any longer."""
        await self._update(person_id, is_reachable=False, shown=people.c.wanted)
        await self._connection.execute(
            delete(deliveries).where(deliveries.c.person_id == person_id)
        )

    async def reachable(self, person_id: int) -> None:
        """Marks that somebody can be written to (again)."""
        await self._update(person_id, is_reachable=True)

    async def pending(self, before: datetime | None = None) -> list[int]:
        """Row numbers of people whose screen has not been shown; with `before`, for so long."""
        query = select(people.c.id).where(people.c.shown < people.c.wanted)
        if before is not None:
            query = query.where(people.c.seen_at < before)
        return list((await self._connection.execute(query)).scalars())

    async def latest_source(self, person_id: int) -> str:
        """Where somebody came from last."""
        query = select(people.c.latest_source).where(people.c.id == person_id)
        return (await self._connection.execute(query)).scalar_one() or ""

    async def seen(self, person_id: int, now: datetime) -> None:
        """Keeps that somebody was here, though nothing else has changed."""
        await self._update(person_id, seen_at=now)

    async def delete(self, person_id: int, now: datetime) -> list[int]:
        """Forgets a person: place, attempts, answers, words, and what waits for or of them.

        Their surveys end and name nobody any longer; what others answered there stays.

        Args:
            person_id: Row number.
            now: When.

        Returns:
            Row numbers of admins for whom a delivery waits: a contact they were told is gone.
        """
        receivers = await Leads(self._connection, self._cipher, self._attempts).withdraw(person_id)
        chat = select(people.c.chat).where(people.c.id == person_id)
        if sealed := (await self._connection.execute(chat)).scalar_one_or_none():
            updates = Updates(self._connection, self._cipher)
            await updates.forget(int(self._cipher.unseal(sealed)))
        own = select(people.c.id).where(people.c.id == person_id)
        await Campaigns(self._connection).give_up(own, now)
        await self._attempts.forget(person_id)
        await self._connection.execute(delete(people).where(people.c.id == person_id))
        return [receiver for receiver in receivers if receiver != person_id]

    async def _update(self, person_id: int, **values: Any) -> None:  # noqa: ANN401 - column values
        await self._connection.execute(
            update(people).where(people.c.id == person_id).values(**values)
        )

    async def _lock(self, query: Select[Any], values: Mapping[str, Any]) -> None:
        """Locks a person's row where there are several writers, before their place is read.

        A statement of its own: one that joins and locks at once would, after waiting, see the
        person as they are now, but their attempt as it was before the wait.
        """
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(query, values)

    async def _one(
        self,
        query: Select[Any],
        values: Mapping[str, Any],
        telegram_id: int | None,
    ) -> Person | None:
        row = (await self._connection.execute(query, values)).mappings().one_or_none()
        return None if row is None else await self._person(row, telegram_id)

    async def _person(self, row: RowMapping, telegram_id: int | None) -> Person:
        p = people.c
        in_attempt = row[attempts.c.id] is not None
        return Person(
            id=row[p.id],
            # In a private chat the chat's number is the person's: no need to decrypt it.
            chat_id=telegram_id or int(self._cipher.unseal(row[p.chat])),
            language=row[p.language],
            state=row[p.state],
            context=row[p.context],
            profile=Profile(row[p.role], row[p.size], row[p.industry]),
            consented_at=row[p.consented_at],
            campaign=to_campaign_columns(row),
            screen=Screen(
                message_id=row[p.message_id],
                wanted=row[p.wanted],
                shown=row[p.shown],
                fresh=row[p.fresh],
                shown_at=row[p.shown_at],
            ),
            notice=_to_notice(row[p.notice]),
            seen_at=row[p.seen_at],
            attempt_id=row[attempts.c.id],
            attempt=await self._attempts.of_row(row) if in_attempt else None,
            takes_reminders=row[p.takes_reminders],
        )


def _from_notice(notice: Notice | None) -> dict[str, Any] | None:
    return None if notice is None else {"key": notice.key, "args": notice.args}


def _to_notice(value: dict[str, Any] | None) -> Notice | None:
    return None if value is None else Notice(value["key"], value["args"])
