"""Made-up attempts for the tests of exports, and what came out, read back."""

import csv
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import orjson
from sqlalchemy import insert, select

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.person import Person, Screen
from domain.questionnaire import SKIPPED, WRITTEN, Instrument, Profile, Value
from domain.scoring import score
from storage.database import Database
from storage.export.files import Made, write_export
from storage.export.selection import Selection
from storage.models import attempts, campaigns
from storage.records import Records

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ROLES = ("owner", "top_manager", "manager", "employee", "consultant", None)
TELEGRAM_ID = 7_000_000_001
WROTE = "90125"
"""What is typed where words or a number are asked for."""
WORDS = "Тайные слова: їжак, ёлка, ґанок"

Table = list[dict[str, Any]]


def seeded(seed: int) -> Random:
    """Chance that is the same in every run."""
    return Random(seed)  # noqa: S311 - no secret


def answered(
    random: Random,
    instrument: Instrument,
    mode: Mode = Mode.FULL,
    profile: Profile | None = None,
    stop: int | None = None,
) -> Attempt:
    """An attempt that went the domain's own way, up to the end or to a number of answers."""
    profile = profile or Profile("employee", "10_49", "retail")
    attempt = Attempt("", instrument, mode, profile).started()
    for _ in itertools.count() if stop is None else range(stop):
        ordinal = attempt.position
        if ordinal is None:
            break
        question = attempt.question
        if question.kind in {Kind.JOURNEY, Kind.NUMBERS}:
            built = {**attempt.answers, question.code: WRITTEN}
            attempt = replace(attempt, answers=built).onwards(after=ordinal)
        elif question.is_written and (not question.optional or random.random() < 0.5):
            attempt = attempt.wrote(WROTE).went_on(ordinal)
        elif question.is_written:
            attempt = attempt.tapped(ordinal, SKIPPED)
        else:
            attempt = attempt.tapped(ordinal, random.choice(question.tokens))
    return attempt


@dataclass
class World:
    """A database to fill and to export.

    Attributes:
        database: Migrated and empty.
        library: The product's content.
        folder: For exports.
        name: Whose attempts these are: an instrument's id.
        triers: Row numbers of people whose attempts are trials.
    """

    database: Database
    library: Library
    folder: Path
    name: str = "map"
    triers: set[int] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def instrument(self) -> Instrument:
        """The one that is taken and exported."""
        return self.library.instruments[self.name]

    async def campaign(self, code: str, title: str = "", *, is_anonymous: bool = False) -> int:
        """A campaign's row number; any code goes, to see what exports make of it."""

        async def unit(records: Records) -> int:
            statement = insert(campaigns).values(
                code=code,
                title=title or f"Event {code}",
                instrument=self.name,
                mode=None,
                is_anonymous=is_anonymous,
                created_at=NOW,
            )
            made = await records.connection.execute(statement.returning(campaigns.c.id))
            return int(made.scalar_one())

        return await self.database.write(unit)

    async def person(self, *, is_trial: bool = False, language: str = "ru") -> Person:
        """Somebody new; with `is_trial`, one whose attempts are an admin's."""
        person = Person(
            id=0,
            chat_id=TELEGRAM_ID + next(self._numbers),
            language=language,
            state="menu",
            context={},
            profile=Profile(),
            consented_at=NOW,
            campaign=None,
            screen=Screen(),
            notice=None,
            seen_at=NOW,
        )
        made = await self.database.write(lambda records: records.people.create(person, ""))
        if is_trial:
            self.triers.add(made.id)
        return made

    async def take(
        self,
        attempt: Attempt,
        person: Person | None = None,
        campaign: int | None = None,
        *,
        at: datetime = NOW,
        minutes: float | None = 7.9,
        words: Mapping[str, str] | None = None,
    ) -> int:
        """Stores an attempt as the bot does; `minutes` is None for one that is not finished."""
        who = person or await self.person()
        keyed = replace(attempt, key=f"k{next(self._numbers):07}")

        async def unit(records: Records) -> int:
            home = None if campaign is None else await records.campaigns.by_id(campaign)
            come = replace(who, campaign=home)
            row = await records.attempts.create(come, keyed, at, is_trial=who.id in self.triers)
            for question, text in (words or {}).items():
                await records.attempts.write_words(row, question, text)
            if minutes is not None:
                end = at + timedelta(minutes=minutes)
                await records.attempts.finish(row, keyed, score(keyed), end)
            return row

        return await self.database.write(unit)

    async def crowd(self, seed: int, count: int = 110) -> None:
        """Many people, some in tiny campaigns, some twice, some who stopped on their way."""
        random = seeded(seed)
        places = [None, *[await self.campaign(f"c{number}") for number in range(5)]]
        people: list[Person] = []
        for number in range(count):
            if number % 5 or not people:
                people.append(await self.person(language=random.choice(["ru", "ru", "uk", "en"])))
            person = random.choice(people[-3:])
            role = random.choice((*ROLES, "employee", "employee", "none"))
            stop = random.choice([None, None, None, None, random.randrange(45)])
            await self.take(
                answered(
                    random,
                    self.instrument,
                    random.choice(list(Mode)),
                    Profile(role, random.choice(["1", "2_9", None]), "retail"),
                    stop,
                ),
                person,
                random.choices(places, [30, 40, 30, 20, 4, 2])[0],
                at=NOW + timedelta(minutes=number * 10),
                minutes=None if stop is not None else random.uniform(1, 90),
            )

    async def export(self, form: str, language: str = "en") -> Made:
        """An export as the bot makes it."""
        chosen = Selection(self.name)
        return await write_export(
            self.database, self.library.instruments, form, self.folder, language, NOW, chosen
        )

    async def lines(self) -> Table:
        """The rows of the JSON Lines export."""
        made = await self.export("jsonl")
        return [orjson.loads(line) for line in made.path.read_bytes().splitlines()]

    async def report(self, language: str = "en") -> dict[str, Table]:
        """The report's sheets."""
        return read_workbook((await self.export("report", language)).path)

    async def stored(self) -> Table:
        """What the database itself holds of attempts."""

        async def unit(records: Records) -> Table:
            query = select(attempts).order_by(attempts.c.id)
            return [dict(row) for row in (await records.connection.execute(query)).mappings()]

        return await self.database.read(unit)


def read_workbook(path: Path) -> dict[str, Table]:
    """Every sheet as rows by header."""
    book = openpyxl.load_workbook(path)
    sheets: dict[str, Table] = {}
    for sheet in book:
        headers, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(map(str, headers), row, strict=True)) for row in rows]
    return sheets


def read_csv(path: Path, delimiter: str) -> Table:
    """A CSV as rows by header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def value_of(row: Mapping[str, Any], code: str) -> Value | None:
    """An answer in a row of JSON Lines."""
    found: Value | None = row[f"q_{code}"]
    return found


def tenth(exact: Fraction | float) -> float:
    """One decimal, halves up; below 0, halves down."""
    return _rounded(exact, 10)


def hundredth(exact: Fraction | float) -> float:
    """Two decimals likewise."""
    return _rounded(exact, 100)


def _rounded(exact: Fraction | float, scale: int) -> float:
    size = floor(abs(Fraction(exact)) * scale + Fraction(1, 2)) / scale
    return -size if exact < 0 and size else size


def concealed(sizes: Mapping[str, int], also: Iterable[str] = ()) -> set[str]:
    """The rule of docs/methods.md once more, from its words."""
    ascending = sorted((name for name in sizes if sizes[name]), key=lambda name: sizes[name])
    gone = {name for name in ascending if sizes[name] < 5}
    for extra in (set[str](), set(also)):
        gone |= extra
        for name in ascending:
            known = [sizes[other] for other in gone if sizes[other]]
            if name not in gone and known and (len(known) == 1 or sum(known) < 5):
                gone.add(name)
    return gone
