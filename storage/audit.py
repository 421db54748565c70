"""The log of what staff do, of deletions and refusals: who and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import func, insert, select, update

from storage.cipher import Cipher
from storage.connection import Transaction
from storage.models import audit

COMMAND_LINE: Final = 0
"""Stands for whoever uses the commands on the machine itself; no Telegram id is 0."""
NAMELESS: Final = -1
"""Stands for whoever has not agreed to anything about them being kept, a hash neither."""

FOLDED: Final = timedelta(hours=1)
"""How long a person's refusals are one entry."""


class Action(StrEnum):
    """What is logged."""

    REFUSED = "refused"
    DELETE = "delete"
    EXPORT = "export"
    CONTACT_WITHDRAWN = "contact_withdrawn"
    CAMPAIGN_CREATED = "campaign_created"
    CAMPAIGN_CLONED = "campaign_cloned"
    CAMPAIGN_OPENED = "campaign_opened"
    CAMPAIGN_PAUSED = "campaign_paused"
    CAMPAIGN_CHANGED = "campaign_changed"
    CAMPAIGN_REMOVED = "campaign_removed"


class Who(StrEnum):
    """Who did something, as far as it can be told."""

    STAFF = "staff"
    OPERATOR = "operator"
    SELF = "self"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log.

    Attributes:
        at: When.
        who: What kind of person it was.
        telegram_id: Who of the staff; None for everybody else.
        action: What was done.
        details: What of, for instance a format.
    """

    at: datetime
    who: Who
    telegram_id: int | None
    action: str
    details: Mapping[str, str | int]


class Audit:
    """The log of what staff do, of deletions and refusals.

    Args:
        connection: An open transaction.
        cipher: Makes keyed hashes of those who acted.
    """

    def __init__(self, connection: Transaction, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def log(
        self,
        actor_id: int | None,
        action: Action,
        now: datetime,
        details: Mapping[str, str | int] | None = None,
    ) -> None:
        """Logs who (as a keyed hash), when and what.

        Of those who delete their own data (`actor_id` None) nothing is kept that could name them.
        """
        actor = "" if actor_id is None else self._cipher.ident(actor_id)
        await self._connection.execute(
            insert(audit).values(at=now, actor=actor, action=action, details=details or {})
        )

    async def refused(self, actor_id: int, now: datetime) -> None:
        """Logs a refusal, once an hour for each person with how often it was.

        Otherwise a stranger who keeps trying would push everything else off the log.
        """
        actor = self._cipher.ident(actor_id)
        query = select(audit.c.id, audit.c.details).where(
            audit.c.actor == actor,
            audit.c.action == Action.REFUSED,
            audit.c.at > now - FOLDED,
        )
        before = (await self._connection.execute(query)).first()
        if before is None:
            await self.log(actor_id, Action.REFUSED, now)
            return
        times = int(before.details.get("times", 1)) + 1
        await self._connection.execute(
            update(audit).where(audit.c.id == before.id).values(details={"times": times})
        )

    async def unname(self, actor_id: int) -> None:
        """Lets entries of somebody who is about to go be nobody's; what was done stays."""
        await self._connection.execute(
            update(audit)
            .where(audit.c.actor == self._cipher.ident(actor_id))
            .values(actor=self._cipher.ident(NAMELESS))
        )

    async def count(self) -> int:
        """How many entries there are."""
        query = select(func.count()).select_from(audit)
        return int((await self._connection.execute(query)).scalar_one())

    async def latest(self, staff: Iterable[int], offset: int, limit: int) -> list[Entry]:
        """Some entries, the latest first.

        Args:
            staff: Telegram ids of those who may be named: hashes tell nobody else.
            offset: How many later entries are left out.
            limit: How many at most.
        """
        names = {self._cipher.ident(one): one for one in staff}
        operator = self._cipher.ident(COMMAND_LINE)
        query = select(audit).order_by(audit.c.id.desc()).offset(offset).limit(limit)
        entries = []
        for row in await self._connection.execute(query):
            who = Who.OTHER
            if row.actor == "":
                who = Who.SELF
            elif row.actor == operator:
                who = Who.OPERATOR
            elif row.actor in names:
                who = Who.STAFF
            entries.append(Entry(row.at, who, names.get(row.actor), row.action, row.details))
        return entries
