"""One person's chat with the bot, step by step: act, wait until all is quiet, look."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from content.texts import Texts, load_texts
from domain.attempt import Attempt
from domain.person import Person as Known
from preview.client import Person
from preview.markup import Json
from preview.screen import ChatMessage
from tests.support.stage import Stage

QUIET_S = 8.0
QUESTION_PREFIXES = ("a1:", "b1:", "s1:", "v1:")
_PAUSE_S = 0.002


@cache
def words() -> Texts:
    """The product's own wording, read once."""
    return load_texts()


async def quiet(stage: Stage) -> None:
    """Waits until the bot asks for news, all else is confirmed and nothing is under way.

    Raises:
        TimeoutError: Something never ends.
    """
    await until(lambda: not _is_busy(stage))


async def until(condition: Callable[[], bool]) -> None:
    """Waits for a condition that no event tells of.

    Raises:
        TimeoutError: It does not come.
    """
    async with asyncio.timeout(QUIET_S):
        while not condition():  # noqa: ASYNC110 - as the docstring says
            await asyncio.sleep(_PAUSE_S)


def _is_busy(stage: Stage) -> bool:
    updates, app = stage.world.updates, stage.app
    is_asking = updates._poll is not None and not updates._poll.done()
    is_at_work = len(app.intake._tasks) or len(app.courier._tasks)
    return bool(updates.pending or updates.replayed or not is_asking or is_at_work)


@dataclass
class Scene:
    """A person who chats; each move ends when the bot has nothing left to do.

    Attributes:
        stage: The bot and the server.
        person: Who chats.
        language: Of the words they look for.
        taps: The callback queries of this person, in order.
    """

    stage: Stage
    person: Person
    language: str = "ru"
    taps: list[str] = field(default_factory=list)

    def word(self, key: str, /, **args: str | float) -> str:
        """A line of the interface."""
        return words().line(self.language, key, **args)

    # -- what they do

    async def open(self, payload: str = "") -> ChatMessage:
        """Follows a deep link."""
        await self.person.open(payload)
        return await self.screen()

    async def say(self, text: str) -> ChatMessage:
        """Writes a text."""
        await self.person.say(text)
        return await self.screen()

    async def tap(self, label: str) -> ChatMessage:
        """Taps a button by its label."""
        query = await self.person.tap(label)
        if query:
            self.taps.append(query)
        return await self.screen()

    async def press(self, key: str, /, **args: str | int) -> ChatMessage:
        """Taps a button by the key of its words."""
        return await self.tap(self.word(key, **args))

    async def forge(self, data: str, message_id: int = 0) -> ChatMessage:
        """A tap with data that need not be on the screen, by default under the newest message."""
        if not message_id:
            message_id = (await self.bot())[-1].id
        self.taps.append(await self.person.tap_old(message_id, data))
        return await self.screen()

    async def feed(self, **update: Any) -> None:  # noqa: ANN401 - JSON
        """An update that the server would not send by itself, as Telegram might."""
        update["update_id"] = 10_000_000_000 + self.stage.world.number()
        await self.stage.app.intake.accept(update)
        await quiet(self.stage)

    # -- what they see

    async def screen(self) -> ChatMessage:
        """The newest message of the bot, once all is quiet."""
        await quiet(self.stage)
        return (await self.bot())[-1]

    async def bot(self) -> list[ChatMessage]:
        """All that the bot has left in the chat."""
        await quiet(self.stage)
        return [message for message in await self.person.messages() if message.outgoing]

    async def live(self) -> list[ChatMessage]:
        """The messages whose buttons belong to a question."""
        return [
            message
            for message in await self.bot()
            if any(button.data.startswith(QUESTION_PREFIXES) for button in message.buttons)
        ]

    async def toast(self) -> str:
        """What the latest tap was answered with."""
        answers = {one.callback_query_id: one.text for one in await self.person.answers()}
        return answers[self.taps[-1]]

    # -- what the bot knows of them

    async def known(self) -> Known:
        """This person as stored.

        Raises:
            LookupError: There is nobody like that.
        """
        await quiet(self.stage)
        found = await self.stage.app.database.read(lambda r: r.people.find(self.person.id))
        if found is None:
            raise LookupError("nobody is known by that id")
        return found

    async def state(self) -> str:
        """Where they stand, without the group's name."""
        return (await self.known()).state.partition(":")[2]

    async def attempt(self) -> Attempt:
        """The attempt they are in.

        Raises:
            LookupError: There is none.
        """
        attempt = (await self.known()).attempt
        if attempt is None:
            raise LookupError("no attempt is under way")
        return attempt

    async def standing(self) -> tuple[str, dict[str, Any]]:
        """The question's code they stand at, and all answers."""
        attempt = await self.attempt()
        return attempt.question.code, dict(attempt.answers)

    # -- ways through

    async def agree(self, payload: str = "") -> ChatMessage:
        """From the link past the consent."""
        await self.open(payload)
        return await self.press("button-consent")

    async def begin(self, payload: str) -> ChatMessage:
        """From the link to the first question, without the profile."""
        await self.agree(payload)
        return await self.press("button-skip-all")

    async def answer(self, label: str = "4") -> ChatMessage:
        """Answers the question on the screen; skips it where it has no such button."""
        await quiet(self.stage)
        labels = {button.text for button in (await self.person.screen()).buttons}
        return await self.tap(label if label in labels else self.word("button-skip"))

    async def answer_until(self, code: str, label: str = "4") -> ChatMessage:
        """Answers until a certain question is on the screen."""
        while (await self.standing())[0] != code:
            await self.answer(label)
        return await self.screen()

    async def leap(self, code: str, value: int = 4) -> ChatMessage:
        """As if everything before a question had been answered, with that level."""
        known, attempt = await self.known(), await self.attempt()
        before = attempt.instrument.questions
        ordinal = next(n for n, question in enumerate(before) if question.code == code)
        answers = {before[n].code: value for n in attempt.steps if n < ordinal}
        later = replace(attempt, answers={**answers, **attempt.answers}, position=ordinal)
        row, now = known.attempt_id or 0, self.stage.clock()
        await self.stage.app.database.write(lambda r: r.attempts.save(row, later, now))
        return await self.open()

    async def answer_all(self, label: str = "4") -> ChatMessage:
        """Answers to the end."""
        while (await self.known()).attempt is not None:
            await self.answer(label)
        return await self.screen()


async def scene(stage: Stage, language: str = "ru", user_id: int | None = None) -> Scene:
    """Somebody new on the stage."""
    person = await stage.people.join("Anna", language_code=language, user_id=user_id)
    return Scene(stage, person, language)


def rows(stage: Stage, table: str) -> list[dict[str, Any]]:
    """Everything in a table, read from the file as anybody with a copy of it could."""
    with closing(sqlite3.connect(stage.config.data_dir / "bot.sqlite3")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 - a test's own words


def refusals(stage: Stage) -> int:
    """How often something was refused; the log holds one line an hour for each person."""
    details = [
        json.loads(row["details"]) for row in rows(stage, "audit") if row["action"] == "refused"
    ]
    return sum(int(one.get("times", 1)) for one in details)


def message(scene: Scene, **content: Any) -> Json:  # noqa: ANN401 - JSON
    """A message as Telegram sends it, of this person in their private chat."""
    return {
        "message_id": 900_000,
        "date": 1_800_000_000,
        "from": scene.person.user,
        "chat": {"id": scene.person.chat_id, "type": "private", "first_name": "Anna"},
        **content,
    }
