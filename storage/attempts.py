"""Attempts: answers and place in one row, words apart and encrypted."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, exists, func, insert, literal, null, select, update

from domain.attempt import Attempt
from domain.catalogue import Catalogue
from domain.kinds import LIGHT, Mode
from domain.person import Campaign, Finished, Person, Waiting
from domain.questionnaire import Instrument, Profile
from domain.scoring import Result
from domain.staying import WAITS_FOR
from storage.campaigns import to_campaign
from storage.cipher import Cipher
from storage.connection import Transaction
from storage.models import attempts, campaigns, people, pictures, versions, written

_SAVE: Final = (
    update(attempts)
    .where(attempts.c.id == bindparam("row"))
    .values(
        answers=bindparam("new_answers"),
        position=bindparam("new_position"),
        moved_at=bindparam("now"),
    )
)
_FINISHED: Final = (
    select(attempts, campaigns)
    .outerjoin(campaigns, campaigns.c.id == attempts.c.campaign_id)
    .where(attempts.c.finished_at.is_not(None))
    .order_by(attempts.c.finished_at.desc(), attempts.c.id.desc())
)
_LATER: Final = attempts.alias("later")
_HAS_WORDS: Final = exists().where(written.c.attempt_id == attempts.c.id).label("has_words")
_WAITING: Final = (
    select(attempts, campaigns, _HAS_WORDS)
    .outerjoin(campaigns, campaigns.c.id == attempts.c.campaign_id)
    .where(
        attempts.c.finished_at.is_(None),
        ~exists().where(
            _LATER.c.person_id == attempts.c.person_id,
            _LATER.c.id > attempts.c.id,
            _LATER.c.instrument == attempts.c.instrument,
            _LATER.c.campaign_id.is_not_distinct_from(attempts.c.campaign_id),
            _LATER.c.is_trial == attempts.c.is_trial,
        ),
    )
    .order_by(attempts.c.moved_at.desc(), attempts.c.id.desc())
)


class Attempts:
    """Attempts of people.

    Args:
        connection: An open transaction.
        cipher: Encrypts what people write.
        catalogue: Where an attempt finds its questionnaire.
    """

    def __init__(self, connection: Transaction, cipher: Cipher, catalogue: Catalogue) -> None:
        self._connection = connection
        self._cipher = cipher
        self._catalogue = catalogue

    async def instrument(self, version: str) -> Instrument:
        """The questionnaire at a stored version."""
        if self._catalogue.knows(version):
            return self._catalogue.known(version)
        query = select(versions.c.source).where(versions.c.version == version)
        return self._catalogue.version(
            version, (await self._connection.execute(query)).scalar_one()
        )

    async def of_row(self, row: Mapping[Any, Any]) -> Attempt:
        """The attempt in the columns of its table."""
        return Attempt(
            key=row[attempts.c.key],
            instrument=await self.instrument(row[attempts.c.version]),
            mode=Mode(row[attempts.c.mode]),
            profile=Profile(row[attempts.c.role], row[attempts.c.size], row[attempts.c.industry]),
            answers=row[attempts.c.answers],
            position=row[attempts.c.position],
        )

    async def create(
        self, person: Person, attempt: Attempt, now: datetime, *, is_trial: bool = False
    ) -> int:
        """Stores a new attempt, and its questionnaire at its first use.

        Args:
            person: Whose it is; it belongs to the campaign they came with.
            attempt: Its beginning.
            now: When.
            is_trial: Whether an admin tries the test out: then no figure counts it.

        Returns:
            The row number.
        """
        instrument = attempt.instrument
        campaign_id = person.campaign.id if person.campaign else None
        before = select(func.min(attempts.c.id)).where(
            attempts.c.person_id == person.id,
            attempts.c.campaign_id.is_not_distinct_from(campaign_id),
            attempts.c.instrument == instrument.id,
            attempts.c.is_trial.is_(is_trial),
        )
        known = select(versions.c.version).where(versions.c.version == instrument.version)
        if (await self._connection.execute(known)).scalar_one_or_none() is None:
            await self._connection.execute(
                insert(versions).values(
                    version=instrument.version,
                    instrument=instrument.id,
                    meaning=instrument.meaning,
                    source=self._catalogue.source(instrument.version),
                )
            )
        statement = insert(attempts).values(
            key=attempt.key,
            person_id=person.id,
            campaign_id=campaign_id,
            source=select(people.c.latest_source)
            .where(people.c.id == person.id)
            .scalar_subquery(),
            instrument=instrument.id,
            version=instrument.version,
            mode=attempt.mode,
            language=person.language,
            role=attempt.profile.role,
            size=attempt.profile.size,
            industry=attempt.profile.industry,
            answers=attempt.answers,
            position=attempt.position,
            is_trial=is_trial,
            started_at=now,
            moved_at=now,
            again_of=before.scalar_subquery(),
        )
        created = await self._connection.execute(statement.returning(attempts.c.id))
        return int(created.scalar_one())

    async def save(self, attempt_id: int, attempt: Attempt, now: datetime) -> None:
        """Stores answers and place."""
        await self._connection.execute(
            _SAVE,
            {
                "row": attempt_id,
                "new_answers": attempt.answers,
                "new_position": attempt.position,
                "now": now,
            },
        )

    async def finish(
        self, attempt_id: int, attempt: Attempt, result: Result, now: datetime
    ) -> None:
        """Stores the end of an attempt with its scores; figures of groups read those."""
        await self.save(attempt_id, attempt, now)
        await self._connection.execute(
            update(attempts)
            .where(attempts.c.id == attempt_id)
            .values(
                finished_at=now,
                answers=attempt.asked_answers,
                total=None if result.total is None else float(result.total),
                scores={
                    block.block.code: None if block.score is None else float(block.score)
                    for block in result.blocks
                },
            )
        )

    async def write_words(self, attempt_id: int, question: str, words: str) -> None:
        """Keeps what somebody wrote, in place of what they wrote there before."""
        await self.drop_words(attempt_id, question)
        sealed = self._cipher.seal(words)
        await self._connection.execute(
            insert(written).values(attempt_id=attempt_id, question=question, words=sealed)
        )

    async def copy_words(self, source: int, target: int, among: Collection[str]) -> None:
        """Keeps what was written in one attempt in another too.

        Args:
            source: Row number of the one where it was written.
            target: Row number of the other.
            among: Codes of the questions whose words are wanted.
        """
        found = select(literal(target), written.c.question, written.c.words).where(
            written.c.attempt_id == source, written.c.question.in_(among)
        )
        columns = ["attempt_id", "question", "words"]
        await self._connection.execute(insert(written).from_select(columns, found))

    async def drop_words(self, attempt_id: int, question: str) -> None:
        """Forgets what somebody wrote to a question."""
        await self._connection.execute(
            delete(written).where(
                written.c.attempt_id == attempt_id, written.c.question == question
            )
        )

    async def forget(self, person_id: int) -> None:
        """Deletes a person's attempts with all their words and pictures.

        Of finished ones that counted an empty place stays: that, of which test and campaign, in
        which order, and which belong together. Figures move by several people at a time
        (`storage.steps`). Without the place, those after it would move up, and whoever compares
        the figures before and after would learn what the next person answers.
        """
        a = attempts.c
        has_place = a.finished_at.is_not(None) & a.is_trial.is_(False)
        theirs = select(a.id).where(a.person_id == person_id).scalar_subquery()
        for table in (written, pictures):
            await self._connection.execute(delete(table).where(table.c.attempt_id.in_(theirs)))
        await self._connection.execute(
            delete(attempts).where(a.person_id == person_id, ~has_place)
        )
        await self._connection.execute(
            update(attempts)
            .where(a.person_id == person_id)
            .values(
                person_id=None,
                source=None,
                language="",
                role=None,
                size=None,
                industry=None,
                answers={},
                position=None,
                started_at=a.finished_at,
                moved_at=a.finished_at,
                total=None,
                scores=null(),
                reminded_at=None,
                again_at=None,
            )
        )

    async def take_words(self, attempt_id: int, question: str, source: str | None) -> None:
        """Lets what was written to one question be the answer to another.

        Args:
            attempt_id: Row number.
            question: Whose answer it becomes; what stood there is forgotten.
            source: Whose answer it was; None where nothing takes that place.
        """
        await self.drop_words(attempt_id, question)
        await self._connection.execute(
            update(written)
            .where(written.c.attempt_id == attempt_id, written.c.question == source)
            .values(question=question)
        )

    async def words(self, attempt_id: int, among: Collection[str] | None = None) -> dict[str, str]:
        """What somebody wrote in an attempt, by question.

        Args:
            attempt_id: Row number.
            among: Codes of the questions that are wanted; None for all.
        """
        query = select(written.c.question, written.c.words).where(
            written.c.attempt_id == attempt_id
        )
        if among is not None:
            query = query.where(written.c.question.in_(among))
        rows = await self._connection.execute(query)
        return {row.question: self._cipher.unseal(row.words) for row in rows}

    async def finished(self, person_id: int) -> list[Finished]:
        """A person's finished attempts, the latest first."""
        query = _FINISHED.where(attempts.c.person_id == person_id)
        rows = (await self._connection.execute(query)).all()
        return [await self._finished(row) for row in rows]

    async def counts_in(self, person_id: int, campaign_id: int) -> bool:
        """Whether a person has a finished attempt in a campaign that is no trial."""
        query = select(attempts.c.id).where(
            attempts.c.person_id == person_id,
            attempts.c.campaign_id == campaign_id,
            attempts.c.finished_at.is_not(None),
            attempts.c.is_trial.is_(False),
        )
        return (await self._connection.execute(query.limit(1))).first() is not None

    async def finished_by_key(self, person_id: int, key: str) -> Finished | None:
        """One finished attempt, if it is this person's own."""
        query = _FINISHED.where(attempts.c.person_id == person_id, attempts.c.key == key)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else await self._finished(row)

    async def finished_by_row(self, attempt_id: int) -> Finished | None:
        """One finished attempt by row number, whosever it is."""
        query = _FINISHED.where(attempts.c.id == attempt_id)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else await self._finished(row)

    async def waiting(self, person_id: int, now: datetime) -> list[Waiting]:
        """What a person has begun and can go on with, the latest first.

        That is, of each test in each campaign, the attempt begun last, if it has not come to its
        end and something is in it; the one they are in is among them. A tool waits for nobody,
        and nobody waits for what a removed survey would have been told.
        """
        query = _WAITING.where(
            attempts.c.person_id == person_id, attempts.c.moved_at >= now - WAITS_FOR
        )
        rows = (await self._connection.execute(query)).mappings().all()
        found = [
            Waiting(
                id=row[attempts.c.id],
                attempt=await self.of_row(row),
                campaign=to_campaign_columns(row),
                is_trial=row[attempts.c.is_trial],
            )
            for row in rows
            if row[attempts.c.answers] or row["has_words"]
        ]
        return [
            one
            for one in found
            if one.attempt.instrument.scoring not in LIGHT
            and not (one.campaign is not None and one.campaign.is_removed)
        ]

    async def _finished(self, row: Row[Any]) -> Finished:
        columns = row._mapping  # noqa: SLF001 - SQLAlchemy's documented way to a row's columns
        campaign = to_campaign_columns(columns)
        return Finished(
            id=columns[attempts.c.id],
            attempt=await self.of_row(columns),
            finished_at=columns[attempts.c.finished_at],
            campaign=campaign,
            again_at=columns[attempts.c.again_at],
            is_trial=columns[attempts.c.is_trial],
        )


def to_campaign_columns(columns: Mapping[Any, Any]) -> Campaign | None:
    """The campaign in the columns of a join, if there is one."""
    if columns[campaigns.c.id] is None:
        return None
    return to_campaign(columns)
