"""A hall of people who open the bot at once and answer the short version, over HTTP.

    python -m benchmarks.hall --people 200

The bot runs as a process of its own against the local Bot API server, with a real SQLite file
and `synchronous=FULL`. Printed: how long a tap takes until its screen has changed, and how long
the card takes after the last answer.
"""

import argparse
import asyncio
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uvloop
from cryptography.fernet import Fernet

from preview.client import People, Person
from preview.screen import ChatMessage
from preview.server import serve
from preview.world import DEFAULT_TOKEN, World

THINKING_S = (0.5, 1.5)
"""People read before they tap; also, a tap within 0.4 s of a new question is not taken."""
PATIENCE_S = 60.0


class Guest:
    """Somebody in the hall.

    Attributes:
        taps: Seconds from each tap to its screen.
        card: Seconds from the last answer to the result's words.
    """

    def __init__(self, person: Person) -> None:
        self.person = person
        self.taps: list[float] = []
        self.card = 0.0

    async def visit(self) -> None:
        """From the link to the result."""
        await self.person.open("")
        screen = await self.person.wait_for(lambda m: bool(m.rows), PATIENCE_S)
        while True:
            await asyncio.sleep(THINKING_S[0] + secrets.randbelow(1000) / 1000)
            started = time.perf_counter()
            await self.person.tap_data(choice(screen))
            screen = await self.person.wait_for(lambda m: bool(m.rows), PATIENCE_S)
            seconds = time.perf_counter() - started
            if any(b.data.startswith("g1:details") for b in screen.buttons):
                self.card = seconds
                return
            self.taps.append(seconds)


def choice(screen: ChatMessage) -> str:
    """What to tap: past what is optional, else the middle answer."""
    datas = [button.data for button in screen.buttons]
    optional = [d for d in datas if d.startswith(("g1:skip", "g1:mode")) or ":skipped" in d]
    answers = [d for d in datas if d.startswith("a1:")]
    return (optional or answers[len(answers) // 3 :] or datas)[0]


def start_bot(base_url: str, folder: Path) -> subprocess.Popen[bytes]:
    """The bot as a process."""
    settings = {
        "BOT_TOKEN": DEFAULT_TOKEN,
        "TELEGRAM_API_URL": base_url,
        "DATA_DIR": str(folder / "data"),
        "DATA_KEY": Fernet.generate_key().decode(),
        "LOG_LEVEL": "WARNING",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=folder, env={**os.environ, **settings}
    )


async def measure(count: int, folder: Path) -> None:
    """Measures and prints."""
    world = World(DEFAULT_TOKEN)
    async with serve("127.0.0.1", 0, world) as server, People(server.base_url) as people:
        bot = await asyncio.to_thread(start_bot, server.base_url, folder)
        try:
            guests = [Guest(await people.join(f"P{n}", language_code="ru")) for n in range(count)]
            await guests[0].person.open("")
            await guests[0].person.wait_for(lambda m: bool(m.rows), PATIENCE_S)
            started = time.perf_counter()
            outcomes = await asyncio.gather(*(g.visit() for g in guests), return_exceptions=True)
            seconds = time.perf_counter() - started
        finally:
            bot.terminate()
            await asyncio.to_thread(bot.wait)
    report(guests, seconds, [o for o in outcomes if isinstance(o, BaseException)])


def report(guests: list[Guest], seconds: float, failed: list[BaseException]) -> None:
    """Prints medians and high percentiles."""
    taps = sorted(1000 * tap for guest in guests for tap in guest.taps)
    cards = sorted(1000 * guest.card for guest in guests if guest.card)
    high = int(0.99 * (len(taps) - 1))
    print(
        f"{len(guests)} people, {len(taps)} taps in {seconds:.0f} s, "
        f"{len(taps) / seconds:.0f}/s, {len(failed)} failed\n"
        f"tap to screen: median {statistics.median(taps):.0f} ms, 99th percentile "
        f"{taps[high]:.0f} ms\n"
        f"last tap to the result's words: median {statistics.median(cards):.0f} ms, "
        f"longest {cards[-1]:.0f} ms"
    )
    for error in failed[:3]:
        print(type(error).__name__, str(error)[:300])


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        uvloop.run(measure(options.people, Path(folder)))


if __name__ == "__main__":
    main()
