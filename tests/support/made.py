"""Made-up people and attempts, stored the way the product stores them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, func, select

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.person import Person, Screen
from domain.questionnaire import Profile
from domain.scoring import score
from handlers.moves import new_key
from storage.database import Database
from storage.models import metadata
from storage.records import Records

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CHAT = 7_123_456_789


def someone(chat_id: int = CHAT, **fields: Any) -> Person:  # noqa: ANN401 - a person's fields
    """Somebody the database does not know yet."""
    person = Person(
        id=0,
        chat_id=chat_id,
        language="uk",
        state="Talk:welcome",
        context={},
        profile=Profile(),
        consented_at=None,
        campaign=None,
        screen=Screen(),
        notice=None,
        seen_at=NOW,
    )
    return replace(person, **fields)


async def stored(database: Database, chat_id: int = CHAT, **fields: Any) -> Person:  # noqa: ANN401
    """Somebody the database knows."""
    person = someone(chat_id, **fields)

    async def unit(records: Records) -> Person:
        created = await records.people.create(person, "")
        kept = replace(person, id=created.id)
        await records.people.save(kept)
        return kept

    return await database.write(unit)


def begun(library: Library, mode: Mode = Mode.EXPRESS) -> Attempt:
    """An attempt at its first question."""
    return Attempt(new_key(), library.instruments["map"], mode, Profile("employee")).started()


def answered(attempt: Attempt, label: str = "4") -> Attempt:
    """An attempt with every question answered: the label, or whatever is offered first."""
    while attempt.position is not None:
        tokens = attempt.question.tokens
        attempt = attempt.tapped(attempt.position, label if label in tokens else tokens[0])
    return attempt


async def in_attempt(
    database: Database, person: Person, attempt: Attempt, *, is_trial: bool = False
) -> Person:
    """The person in a new attempt."""

    async def unit(records: Records) -> Person:
        row = await records.attempts.create(person, attempt, NOW, is_trial=is_trial)
        there = replace(person, attempt=attempt, attempt_id=row, state="Talk:answering")
        await records.people.save(there)
        return there

    return await database.write(unit)


async def has_finished(
    database: Database,
    person: Person,
    attempt: Attempt,
    now: datetime = NOW,
    *,
    is_trial: bool = False,
) -> int:
    """Stores a finished attempt of a person; its row number."""

    async def unit(records: Records) -> int:
        row = await records.attempts.create(person, attempt, now, is_trial=is_trial)
        await records.attempts.finish(row, attempt, score(attempt), now)
        return row

    return await database.write(unit)


async def counts(database: Database, *tables: Table) -> dict[str, int]:
    """How many rows each table has; by default all of them, the empty ones left out."""

    async def unit(records: Records) -> dict[str, int]:
        found = {
            table.name: (
                await records.connection.execute(select(func.count()).select_from(table))
            ).scalar_one()
            for table in tables or metadata.sorted_tables
        }
        return {name: count for name, count in found.items() if tables or count}

    return await database.read(unit)


async def rows(database: Database, table: Table) -> Sequence[dict[str, Any]]:
    """All rows of a table."""

    async def unit(records: Records) -> Sequence[dict[str, Any]]:
        found = await records.connection.execute(select(table))
        return [dict(row) for row in found.mappings()]

    return await database.read(unit)
