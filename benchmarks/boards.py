"""How a board's figures grow with a crowd: as ratios to only reading the same rows, in one run.

    python -m benchmarks.boards --attempts 6000 60000

Both read the finished attempts of one campaign from SQLite; the board also goes through them in
steps of five people. Seconds are the processor's, so that a busy machine tells the same; rounds
of both alternate, and medians are printed. What grows no faster than the crowd has the same
time an attempt in each line.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable

from cryptography.fernet import Fernet

from benchmarks.exports import fill
from content.library import Library, load_library
from storage.boards import read_board
from storage.cipher import Cipher
from storage.database import Database
from storage.export.source import reading
from storage.figures import finishes_of


def seconds(work: Callable[[], object]) -> float:
    """The processor's time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(url: str, library: Library, rounds: int) -> tuple[int, float, float]:
    """How many attempts count, and the medians of reading them and of the board."""
    instrument = library.instruments["map"]
    database = Database(url, Cipher(Fernet.generate_key().decode()), library)
    query = finishes_of(instrument.id, answers=True)

    def rows() -> int:
        with reading(database) as reader:
            return sum(1 for _ in reader.stream(query))

    def board() -> object:
        return asyncio.run(read_board(database, instrument, campaign=None))

    count, plain, whole = rows(), [], []
    for _ in range(rounds):
        plain.append(seconds(rows))
        whole.append(seconds(board))
    asyncio.run(database.close())
    return count, statistics.median(plain), statistics.median(whole)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--attempts", type=int, nargs="+", default=[6_000, 60_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    library = load_library()
    print("finished      s   µs/attempt   x reading alone")
    for count in options.attempts:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{folder}/bench.sqlite3"
            asyncio.run(fill(url, library, count))
            finished, plain, whole = measure(url, library, options.rounds)
        each = 1e6 * whole / finished
        print(f"{finished:>8}{whole:>7.2f}{each:>13.0f}{whole / plain:>18.2f}")


if __name__ == "__main__":
    main()
