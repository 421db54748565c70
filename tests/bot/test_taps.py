"""Taps that come at the same moment, on both databases, at several replicas: one answer each.

The intake keeps one person's updates in order within a process. Here nothing does: the updates
meet in the database, as those of several replicas would.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.app import build_dispatcher, house_of
from bot.config import read_config
from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.person import Person
from domain.questionnaire import Value
from handlers.callbacks import Pick
from handlers.desk import Desk
from handlers.views.context import Speech
from preview.world import DEFAULT_TOKEN
from storage.database import Database
from storage.models import attempts, deliveries, written
from tests.support.made import CHAT, NOW, begun, counts, in_attempt, rows, stored
from tests.support.stage import Ticking


@dataclass
class Silent:
    """A courier that brings nothing, and notes what buttons were answered with."""

    toasts: list[str] = field(default_factory=list)
    shown: list[Person] = field(default_factory=list)

    def show(self, person: Person) -> None:
        """Somebody else's part."""
        self.shown.append(person)

    def wake(self, person_id: int) -> None:
        """Likewise."""

    def forget(self, person_id: int) -> None:
        """Likewise."""

    def answer(self, _query_id: str, toast: str) -> None:
        """Notes the toast."""
        self.toasts.append(toast)

    def tell(self, chat_id: int, text: str, edit: int | None = None) -> None:
        """Likewise."""


@dataclass
class Replicas:
    """Several dispatchers over one database, without an intake before them.

    Attributes:
        databases: One for each.
        courier: Theirs together.
        speech: Content and words.
    """

    databases: list[Database]
    courier: Silent
    speech: Speech
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.bot = Bot(DEFAULT_TOKEN)
        clock = Ticking()
        self.dispatchers = [
            build_dispatcher(Desk(database, self.courier, self.speech, clock))
            for database in self.databases
        ]

    async def feed(self, *updates: dict[str, Any]) -> None:
        """Updates at the same moment, each at the next replica."""
        await asyncio.gather(
            *(
                dispatcher.feed_update(
                    self.bot, Update.model_validate(update, context={"bot": self.bot})
                )
                for dispatcher, update in zip(
                    itertools.cycle(self.dispatchers), updates, strict=False
                )
            )
        )

    def event(self, **event: object) -> dict[str, Any]:
        """An update of Anna's."""
        return {"update_id": next(self.numbers), **event}

    def tap(self, key: str, ordinal: int, token: str) -> dict[str, Any]:
        """A tap on an answer."""
        number = next(self.numbers)
        query = {
            "id": str(number),
            "from": USER,
            "chat_instance": "1",
            "data": Pick(key=key, n=ordinal, v=token).pack(),
            "message": {"message_id": 5, "date": 1, "chat": HERE, "text": "?"},
        }
        return {"update_id": number, "callback_query": query}

    async def place(self) -> Attempt | None:
        """The attempt as it is stored; None outside one."""
        person = await self.databases[0].read(lambda records: records.people.find(CHAT))
        assert person is not None
        return person.attempt


USER = {"id": CHAT, "is_bot": False, "first_name": "Anna", "language_code": "en"}
HERE = {"id": CHAT, "type": "private"}


@pytest.fixture
async def replicas(database: Database, library: Library, texts: Texts) -> AsyncIterator[Replicas]:
    """Three replicas over PostgreSQL; SQLite belongs to one process."""
    count = 1 if database.url.startswith("sqlite") else 3
    databases = [database] + [
        Database(database.url, database.cipher, library) for _ in range(count - 1)
    ]
    speech = Speech(library, texts, house_of(read_config({}), "bot"))
    replicas = Replicas(databases, Silent(), speech)
    yield replicas
    await replicas.bot.session.close()
    for other in databases[1:]:
        await other.close()


async def started(replicas: Replicas, library: Library) -> Attempt:
    """Anna at the first question of an express test."""
    database = replicas.databases[0]
    attempt = begun(library)
    await in_attempt(database, await stored(database, language="en", consented_at=NOW), attempt)
    return attempt


async def test_one_answer_a_question(replicas: Replicas, library: Library) -> None:
    """Through a whole test: different buttons at once, old ones, redelivered ones.

    Each time exactly one answer is taken and stays as it is; all others are told so, or find
    their own answer stored; the end comes once, with one card.
    """
    await started(replicas, library)
    random = Random(7)  # noqa: S311 - no secret
    outdated = replicas.speech.texts.line("en", "toast-outdated")
    taken: dict[str, Value] = {}
    tapped: list[dict[str, Any]] = []
    while (attempt := await replicas.place()) is not None:
        ordinal = attempt.position
        assert ordinal is not None
        question = attempt.question
        tokens = random.sample(question.tokens, min(4, len(question.tokens)))
        taps = [replicas.tap(attempt.key, ordinal, token) for token in tokens]
        again = [*random.sample(tapped, min(2, len(tapped))), taps[0]]
        replicas.courier.toasts.clear()
        await replicas.feed(*random.sample(taps + again, len(taps + again)))
        after = await replicas.place()
        answers = (await rows(replicas.databases[0], attempts))[0]["answers"]
        assert taken == {code: answers[code] for code in taken}, "an answer was changed"
        assert set(answers) == {*taken, question.code}
        assert str(answers[question.code]) in tokens
        assert after is None or after.position != ordinal
        if after is not None:
            late = sum(token != str(answers[question.code]) for token in [*tokens, tokens[0]])
            assert late == replicas.courier.toasts.count(outdated)
        taken = answers
        tapped += [tap for tap, token in zip(taps, tokens, strict=True)
                   if token == str(answers[question.code])]  # fmt: skip
    (row,) = await rows(replicas.databases[0], attempts)
    assert row["finished_at"] is not None
    kinds = sorted(one["kind"] for one in await rows(replicas.databases[0], deliveries))
    assert [kind for kind in kinds if kind != "done"] == ["card", "twin"]


async def test_ten_taps_on_different_answers(replicas: Replicas, library: Library) -> None:
    """Of eleven thumbs on a 0–10 question one is taken, and ten are told that it is over."""
    attempt = await started(replicas, library)
    await replicas.feed(*(replicas.tap(attempt.key, 0, str(value)) for value in range(11)))
    outdated = replicas.speech.texts.line("en", "toast-outdated")
    assert replicas.courier.toasts.count(outdated) == 10
    after = await replicas.place()
    assert after is not None
    assert list(after.answers) == ["own_nps"]


async def test_the_same_tap_many_times(replicas: Replicas, library: Library) -> None:
    """A redelivered tap is nobody's mistake: nothing is said, nothing changes."""
    attempt = await started(replicas, library)
    tap = replicas.tap(attempt.key, 0, "9")
    await replicas.feed(*[tap] * 8)
    assert replicas.courier.toasts == [""] * 8
    after = await replicas.place()
    assert after is not None
    assert after.answers == {"own_nps": 9}


async def test_a_redelivered_text_is_taken_once(replicas: Replicas, library: Library) -> None:
    """A written answer that comes several times is stored once, and is not the next one's too."""
    database = replicas.databases[0]
    attempt = begun(library)
    while attempt.position is not None and not attempt.question.is_written:
        attempt = attempt.tapped(attempt.position, attempt.question.tokens[0])
    assert attempt.position is not None
    await in_attempt(database, await stored(database, language="en", consented_at=NOW), attempt)
    message = {"message_id": 9, "date": 1, "chat": HERE, "from": USER, "text": "слово"}
    await replicas.feed(*[replicas.event(message=message)] * 6)
    assert await counts(database, written) == {"written": 1}
    after = await replicas.place()
    assert after is not None
    assert attempt.position == after.position


async def test_a_start_that_comes_many_times(replicas: Replicas) -> None:
    """A newcomer's first message at several replicas makes one person and one visit."""
    message = {
        "message_id": 9, "date": 1, "chat": HERE, "from": USER, "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }  # fmt: skip
    await replicas.feed(*[replicas.event(message=message)] * 6)
    database = replicas.databases[0]
    assert (await counts(database))["people"] == 1
    assert (await database.read(lambda records: records.figures.overview()))[0] == 1
