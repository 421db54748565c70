"""Storing an answer durably, as a ratio to dispatching the same tap to an idle handler.

    python -m benchmarks.answers --people 200 --rounds 12

Both sides read and dispatch the same raw updates through aiogram, 32 at a time; the bot's side
also decides, stores the answer with `synchronous=FULL` (or on PostgreSQL) and returns after
COMMIT. Rounds of both alternate in one run; medians are printed.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import uvloop
from aiogram import Bot, Dispatcher, Router
from aiogram.types import CallbackQuery, Update
from cryptography.fernet import Fernet

from bot.app import build_dispatcher, house_of
from bot.config import read_config
from bot.intake import Raw
from content.library import Library, load_library
from content.texts import load_texts
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.person import Person, Screen
from domain.questionnaire import Profile
from handlers.callbacks import Pick
from handlers.desk import Desk
from handlers.moves import new_key
from handlers.states import Talk, name
from handlers.views.context import Speech
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate
from storage.records import Records

AT_ONCE = 32
FIRST_ID = 10_000
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TOKEN = "1:" + "a" * 35


class SilentCourier:
    """Brings nothing to nobody: what is measured ends at the commit."""

    def show(self, person: Person) -> None:
        """Does nothing."""

    def wake(self, person_id: int) -> None:
        """Does nothing."""

    def forget(self, person_id: int) -> None:
        """Does nothing."""

    def answer(self, query_id: str, toast: str) -> None:
        """Does nothing."""

    def tell(self, chat_id: int, text: str, edit: int | None = None) -> None:
        """Does nothing."""


async def nothing(_query: CallbackQuery, callback_data: Pick) -> None:
    """The handler to compare with: routed by the same callback data."""


def idle_dispatcher() -> Dispatcher:
    """Aiogram with one handler that does nothing."""
    router = Router()
    router.callback_query.register(nothing, Pick.filter())
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(router)
    return dispatcher


async def settle_people(database: Database, library: Library, count: int) -> list[str]:
    """People who stand at the first question of a full map; returns their attempts' keys."""
    instrument = library.instruments["map"]
    keys = [new_key() for _ in range(count)]

    async def unit(records: Records) -> None:
        for number, key in enumerate(keys):
            newcomer = Person(
                0, FIRST_ID + number, "ru", name(Talk.answering), {}, Profile(), NOW, None,
                Screen(), None, NOW,
            )  # fmt: skip
            person = await records.people.create(newcomer, "")
            attempt = Attempt(key, instrument, Mode.FULL).started()
            row = await records.attempts.create(person, attempt, NOW)
            settled = Person(
                person.id, person.chat_id, "ru", name(Talk.answering), {}, Profile(), NOW, None,
                Screen(), None, NOW, row,
            )  # fmt: skip
            await records.people.save(settled)

    await database.write(unit)
    return keys


def taps(keys: Sequence[str], ordinal: int, value: str) -> list[Raw]:
    """One tap of everybody on the same question."""
    updates: list[Raw] = []
    for number, key in enumerate(keys):
        user = {"id": FIRST_ID + number, "is_bot": False, "first_name": "A"}
        message = {
            "message_id": 1,
            "date": 0,
            "chat": {"id": user["id"], "type": "private"},
            "text": "?",
        }
        query = {
            "id": "1",
            "from": user,
            "chat_instance": "1",
            "message": message,
            "data": Pick(key=key, n=ordinal, v=value).pack(),
        }
        updates.append({"update_id": ordinal * len(keys) + number, "callback_query": query})
    return updates


async def rate(bot: Bot, dispatcher: Dispatcher, updates: Sequence[Raw]) -> float:
    """Updates a second, AT_ONCE at a time."""
    waiting = iter(updates)

    async def worker() -> None:
        for raw in waiting:
            update = Update.model_validate(raw, context={"bot": bot})
            await dispatcher.feed_update(bot, update)

    started = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return len(updates) / (time.perf_counter() - started)


async def measure(url: str, folder: Path, people: int, rounds: int) -> None:
    """Measures and prints."""
    await migrate(url, folder / "backups")
    library = load_library()
    database = Database(url, Cipher(Fernet.generate_key().decode()), library)
    speech = Speech(library, load_texts(), house_of(read_config({}), "bot"))
    bot = Bot(TOKEN)
    own = build_dispatcher(Desk(database, SilentCourier(), speech))
    idle = idle_dispatcher()
    keys = await settle_people(database, library, people)
    idle_rates, own_rates = [], []
    for ordinal in (0, *range(2, rounds + 1)):
        updates = taps(keys, ordinal, "4")
        idle_rates.append(await rate(bot, idle, updates))
        own_rates.append(await rate(bot, own, updates))
    await database.close()
    ratios = [a / b for a, b in zip(own_rates, idle_rates, strict=True)]
    kind = url.partition("+")[0]
    print(
        f"{kind}: {statistics.median(own_rates):.0f} answers/s against "
        f"{statistics.median(idle_rates):.0f} idle updates/s, ratio "
        f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), "
        f"n = {len(ratios)} rounds of {people}"
    )


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--url", help="default: an SQLite file made for the run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite+aiosqlite:///{folder}/bench.sqlite3"
        uvloop.run(measure(url, Path(folder), options.people, options.rounds))


if __name__ == "__main__":
    main()
