"""All that is kept about one person, for that person."""

from collections.abc import Mapping

from sqlalchemy import select

from domain.person import Person
from storage.attempts import Attempts
from storage.campaigns import Campaigns
from storage.connection import Transaction
from storage.leads import Leads
from storage.models import attempts, people


class Everything:
    """Gathers what `/mydata` hands out.

    Args:
        connection: An open transaction.
        attempts: Decrypts what was written.
        leads: Decrypts the contact.
    """

    def __init__(self, connection: Transaction, attempts: Attempts, leads: Leads) -> None:
        self._connection = connection
        self._attempts = attempts
        self._leads = leads

    async def of_person(self, person: Person) -> Mapping[str, object]:
        """Every stored field, in plain text, as JSON values and moments."""
        numbers = {"id", "person_id", "again_of"}
        hidden = {"ident", "chat", "wanted", "shown", "fresh", "id"}
        query = select(people).where(people.c.id == person.id)
        row = (await self._connection.execute(query)).mappings().one()
        own = {str(key): value for key, value in row.items() if key not in hidden}
        mine = select(attempts).where(attempts.c.person_id == person.id).order_by(attempts.c.id)
        taken = []
        for attempt in (await self._connection.execute(mine)).mappings():
            words = await self._attempts.words(attempt["id"])
            fields = {str(k): v for k, v in attempt.items() if k not in numbers}
            taken.append(fields | {"written": words})
        return {
            "telegram_id": person.chat_id,
            "person": own,
            "attempts": taken,
            "contact": await self._contact(person.id),
            "surveys": await self._surveys(person.id),
        }

    async def _surveys(self, person_id: int) -> list[Mapping[str, object]]:
        """The surveys they made."""
        return [
            {
                "code": one.code,
                "instrument": one.instrument,
                "company": one.company,
                "occasion": one.occasion,
                "is_open": one.is_open,
            }
            for one in await Campaigns(self._connection).owned(person_id)
        ]

    async def _contact(self, person_id: int) -> Mapping[str, object] | None:
        """The contact left for the consultant, if there is one."""
        lead = await self._leads.of_person(person_id)
        if lead is None:
            return None
        return {
            "contact": lead.contact.words,
            "name": lead.contact.name,
            "left_at": lead.left_at,
            "about": lead.finished.attempt.key if lead.finished else None,
            "consent_version": await self._leads.agreed(person_id),
        }
