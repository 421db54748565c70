"""Reads attempts for exports: one snapshot, a stream, little memory, off the bot's event loop."""

import asyncio
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncResult

from domain.kinds import Mode
from domain.questionnaire import WRITTEN, Instrument, Value
from storage.campaigns import NO_SOURCE
from storage.database import Database, make_engine
from storage.export.selection import Selection, leads_to, people_apart, public, selected
from storage.models import attempts, campaigns, versions, visits, written

_PARTITION: Final = 1000
_NO_COMPANY: Final = "none"
"""The role of people who answer about a company that is not theirs."""


class Taken(NamedTuple):
    """One attempt as exports see it: nothing of it leads to a person.

    Attributes:
        campaign: The campaign's code, or NO_SOURCE.
        version: Version of the questionnaire.
        mode: A `Mode`.
        language: Language it was taken in.
        role: As the person said, or None.
        size: Likewise.
        industry: Likewise.
        answers: By question code; written words stand as WRITTEN.
        started_at: Its beginning.
        finished_at: Its end, or None.
        total: 0 to 100, or None.
        scores: By block code, None where a block does not count; None before the end.
        leads: Whether it is the one that speaks for its person in its campaign: finished before
            unfinished, full before express, the latest. Never with the role "none".
    """

    campaign: str
    version: str
    mode: str
    language: str
    role: str | None
    size: str | None
    industry: str | None
    answers: Mapping[str, Value]
    started_at: datetime
    finished_at: datetime | None
    total: float | None
    scores: Mapping[str, float | None] | None
    leads: bool

    @property
    def counts(self) -> bool:
        """Whether it counts in the figures of groups."""
        return self.leads and self.finished_at is not None


class Reader:
    """A synchronous view of one transaction.

    Args:
        runner: The worker thread's own event loop.
        connection: An open transaction.
        database: Whose cipher and catalogue to use.
    """

    def __init__(
        self, runner: asyncio.Runner, connection: AsyncConnection, database: Database
    ) -> None:
        self._runner = runner
        self._connection = connection
        self._database = database

    def versions(self, current: Instrument) -> list[Instrument]:
        """The current version, then the stored older ones."""
        query = (
            select(versions.c.version, versions.c.source)
            .where(versions.c.instrument == current.id, versions.c.version != current.version)
            .order_by(versions.c.version)
        )
        catalogue = self._database.catalogue
        return [current, *(catalogue.version(*row) for row in self.stream(query))]

    def attempts(self, instrument: str) -> Iterator[Taken]:
        """Attempts in the order they were begun; trials and anonymous campaigns left out."""
        return (Taken._make(row) for row in self.stream(_attempts(instrument)))

    def finished(
        self, instrument: str, selection: Selection, *, shuffled: bool
    ) -> Iterator[Taken]:
        """The finished ones of those attempts that were chosen.

        Args:
            instrument: Its id.
            selection: Which of them.
            shuffled: Whether in an order that tells nothing, another one each time.
        """
        query = _attempts(instrument).where(
            attempts.c.finished_at.is_not(None), *selected(selection)
        )
        if shuffled:
            query = query.order_by(None).order_by(func.random())
        return (Taken._make(row) for row in self.stream(query))

    def campaigns(self, instrument: str) -> dict[str, str]:
        """Titles by code of the campaigns that lead to an instrument, the oldest first."""
        query = (
            select(campaigns.c.code, campaigns.c.title)
            .where(campaigns.c.is_anonymous.is_(False), leads_to(instrument))
            .order_by(campaigns.c.id)
        )
        return dict(self.stream(query))

    def visits(self, instrument: str) -> dict[str, tuple[int, int]]:
        """How many started and consented, by the code of each of an instrument's own campaigns.

        Who came from elsewhere came for no test or for another one, whatever they took then.
        """
        query = (
            select(
                campaigns.c.code,
                func.coalesce(func.sum(visits.c.started), 0),
                func.coalesce(func.sum(visits.c.consented), 0),
            )
            .outerjoin_from(campaigns, visits, campaigns.c.code == visits.c.source)
            .where(campaigns.c.instrument == instrument, campaigns.c.is_anonymous.is_(False))
            .group_by(campaigns.c.code)
        )
        return {
            code: (int(started), int(consented)) for code, started, consented in self.stream(query)
        }

    def comments(self, instrument: str, among: Collection[str]) -> Iterator[tuple[str, str]]:
        """Question codes and what people wrote in the attempts that count.

        Args:
            instrument: Its id.
            among: Hashes of the versions whose words are meant to be read by others. What people
                wrote for themselves is not even decrypted.
        """
        query = (
            select(written.c.question, written.c.words, attempts.c.answers)
            .join_from(written, attempts, attempts.c.id == written.c.attempt_id)
            .outerjoin(campaigns, campaigns.c.id == attempts.c.campaign_id)
            .where(
                *public(instrument),
                attempts.c.finished_at.is_not(None),
                attempts.c.version.in_(among),
                _leads(instrument),
            )
        )
        for question, words, answers in self.stream(query):
            # Words of a question that is asked no more are kept, but are no answer.
            if answers.get(question) == WRITTEN:
                yield question, self._database.cipher.unseal(words)

    def stream(self, query: Select[Any]) -> Iterator[Any]:
        """The rows of a query, a part at a time."""
        result = self._runner.run(self._open(query))
        while partition := self._runner.run(result.fetchmany(_PARTITION)):
            yield from partition

    async def _open(self, query: Select[Any]) -> AsyncResult[Any]:
        result: AsyncResult[Any] = await self._connection.stream(query)
        return result


@contextmanager
def reading(database: Database) -> Iterator[Reader]:
    """A reader for this thread, on an engine of its own: engines belong to one event loop."""
    engine = make_engine(database.url, writes=False)
    with asyncio.Runner() as runner:
        try:
            connection = runner.run(_snapshot(engine))
            try:
                yield Reader(runner, connection, database)
            finally:
                runner.run(connection.close())
        finally:
            runner.run(engine.dispose())


async def _snapshot(engine: AsyncEngine) -> AsyncConnection:
    """A connection whose queries all see the same moment (on SQLite every transaction's do)."""
    connection = await engine.connect()
    if engine.dialect.name == "postgresql":
        await connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def _attempts(instrument: str) -> Select[Any]:
    a = attempts.c
    return (
        select(
            func.coalesce(campaigns.c.code, NO_SOURCE),
            *(a.version, a.mode, a.language, a.role, a.size, a.industry, a.answers),
            *(a.started_at, a.finished_at, a.total, a.scores),
            _leads(instrument),
        )
        .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
        .where(*public(instrument))
        .order_by(a.id)
    )


def _leads(instrument: str) -> ColumnElement[bool]:
    """Whether an attempt speaks for its person and campaign (see `Taken.leads`)."""
    a = attempts.c
    place = func.row_number().over(
        partition_by=(people_apart(), a.campaign_id),
        order_by=(
            a.finished_at.is_not(None).desc(),
            (a.mode == Mode.FULL).desc(),
            func.coalesce(a.finished_at, a.moved_at).desc(),
            a.id.desc(),
        ),
    )
    ranked = (
        select(a.id, place.label("place"))
        .where(
            a.instrument == instrument,
            a.is_trial.is_(False),
            func.coalesce(a.role, "") != _NO_COMPANY,
        )
        .subquery()
    )
    return a.id.in_(select(ranked.c.id).where(ranked.c.place == 1))
