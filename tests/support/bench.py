"""An intake whose work a test decides, over a database that can be made to fail."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.intake import Intake, Raw
from storage.database import Database, T, Unit
from storage.models import set_aside
from tests.support.made import NOW, rows

PATIENCE = 0.05
ANNA, BORIS = 7, 8


class FaultyDatabase(Database):
    """A database that can be made to refuse or to hold up writing."""

    is_down = False
    held: asyncio.Event | None = None

    async def write(self, unit: Unit[T]) -> T:
        """As usual, unless there is trouble; only the first write is held up."""
        held, self.held = self.held, None
        if held is not None:
            await held.wait()
        if self.is_down:
            raise OSError("disk full")
        return await super().write(unit)

    async def read(self, unit: Unit[T]) -> T:
        """As usual, unless there is trouble."""
        if self.is_down:
            raise OSError("disk full")
        return await super().read(unit)


@dataclass
class Bench:
    """An intake whose work a test decides.

    Attributes:
        intake: What is tested.
        database: Where updates are set aside.
        doings: What an update's work does, by its number; nothing for others.
        begun: Numbers in the order in which work on them began.
        done: In which it ended well.
        told: Whom trouble was told about.
    """

    database: FaultyDatabase
    patience: float = PATIENCE
    doings: dict[int, Callable[[], Awaitable[None]]] = field(default_factory=dict)
    begun: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Another process."""
        self.intake = Intake(
            self._work,
            lambda update: self.told.append(update["update_id"]),
            self.database,
            lambda: NOW,
            self.patience,
        )

    async def _work(self, update: Raw) -> None:
        number = update["update_id"]
        self.begun.append(number)
        if number in self.doings:
            await self.doings[number]()
        self.done.append(number)

    def holds(self, number: int) -> asyncio.Event:
        """Makes an update's work wait for the event."""
        event = asyncio.Event()

        async def wait() -> None:
            await event.wait()

        self.doings[number] = wait
        return event

    def fails(self, number: int, times: int = 10**9) -> None:
        """Makes an update's work fail."""

        async def fail() -> None:
            if self.begun.count(number) <= times:
                raise RuntimeError("made up")

        self.doings[number] = fail

    async def accept(self, *numbers: int, who: int = ANNA) -> list[Any]:
        """What came of updates that arrived together."""
        return await asyncio.gather(
            *(self.intake.accept(by(who, number)) for number in numbers), return_exceptions=True
        )

    async def aside(self) -> dict[int, str]:
        """What is set aside: dead or alive."""
        found = await rows(self.database, set_aside)
        return {row["update_id"]: "dead" if row["is_dead"] else "alive" for row in found}

    async def idle(self) -> None:
        """Waits until nothing is under way."""
        await self.intake.close(5)


async def until(condition: Callable[[], bool]) -> None:
    """Waits for a condition."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.001)


def by(who: int, number: int) -> Raw:
    """A message of somebody."""
    return {"update_id": number, "message": {"from": {"id": who}, "text": "слово"}}
