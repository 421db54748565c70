"""How long exports take and how much memory, against the obvious way in the same run.

The obvious way is a plain openpyxl workbook of the same rows. Each measurement runs in a process
of its own, because a process's peak of memory never falls again.

Run from the repository's root: `python -m benchmarks.exports --attempts 10000`.
"""

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

import openpyxl
from cryptography.fernet import Fernet
from sqlalchemy import insert

from content.library import Library, load_library
from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.questionnaire import SKIPPED, Instrument, Profile, Value
from domain.scoring import block_score, total_of
from storage.cipher import Cipher
from storage.database import Database, make_engine
from storage.export.files import FORMS, write_export
from storage.export.outline import Outline
from storage.export.rows import Layout
from storage.export.selection import EVERYTHING
from storage.export.source import reading
from storage.models import attempts, campaigns, metadata, people, versions

_OBVIOUS: Final = "openpyxl"
_CAMPAIGNS: Final = 8
_BATCH: Final = 1000
_NOW: Final = datetime(2026, 11, 22, tzinfo=UTC)
_ROLES: Final = ("owner", "top_manager", "manager", "employee", "consultant", None, "none")
_EXPRESS_SHARE: Final = 0.2
_UNFINISHED_SHARE: Final = 0.1


def made_up(random: Random, number: int, instrument: Instrument) -> dict[str, Any]:
    """An attempt's columns; one in ten was not finished."""
    mode = Mode.EXPRESS if random.random() < _EXPRESS_SHARE else Mode.FULL
    profile = Profile(random.choice(_ROLES), "10_49", "retail")
    attempt = Attempt("", instrument, mode, profile)
    answers: dict[str, Value] = {}
    for ordinal in attempt.steps:
        question = instrument.questions[ordinal]
        token = random.choice(question.tokens) if question.kind is not Kind.TEXT else SKIPPED
        answers[question.code] = int(token) if token.isdigit() else token
    finished = random.random() > _UNFINISHED_SHARE
    if not finished:
        answers = dict(list(answers.items())[: random.randrange(len(answers))])
    attempt = Attempt("", instrument, mode, profile, answers)
    scores = {block.code: block_score(block, attempt).score for block in instrument.blocks}
    total = total_of(list(scores.values()))
    return {
        "key": f"{number:08}",
        "person_id": number // 2 + 1,
        "campaign_id": random.randrange(_CAMPAIGNS) + 1,
        "instrument": instrument.id,
        "version": instrument.version,
        "mode": mode,
        "language": random.choice(("ru", "uk", "en")),
        "role": profile.role,
        "size": profile.size,
        "industry": profile.industry,
        "answers": answers,
        "started_at": _NOW,
        "moved_at": _NOW,
        "finished_at": _NOW + timedelta(minutes=random.randrange(90)) if finished else None,
        "total": None if total is None or not finished else float(total),
        "scores": {code: None if score is None else float(score) for code, score in scores.items()}
        if finished
        else None,
    }


async def fill(url: str, library: Library, count: int) -> None:
    """A database with made-up attempts, two a person."""
    instrument = library.instruments["map"]
    random = Random(1)  # noqa: S311 - made-up answers
    engine = make_engine(url, writes=True)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        source = {
            "version": instrument.version,
            "instrument": instrument.id,
            "meaning": instrument.meaning,
            "source": library.source(instrument.version),
        }
        await connection.execute(insert(versions), [source])
        places = [
            {"code": f"event-{n}", "title": f"Event {n}", "instrument": "map", "created_at": _NOW}
            for n in range(_CAMPAIGNS)
        ]
        await connection.execute(insert(campaigns), places)
        for start in range(0, count, _BATCH):
            numbers = range(start, min(start + _BATCH, count))
            persons = sorted({number // 2 for number in numbers})
            fresh = [_person(n) for n in persons if n * 2 >= start]
            await connection.execute(insert(people), fresh)
            rows = [made_up(random, number, instrument) for number in numbers]
            await connection.execute(insert(attempts), rows)
    await engine.dispose()


def _person(number: int) -> dict[str, Any]:
    return {
        "id": number + 1,
        "ident": str(number),
        "chat": "",
        "language": "ru",
        "state": "menu",
        "context": {},
        "created_at": _NOW,
        "seen_at": _NOW,
    }


def obvious(database: Database, library: Library, path: Path) -> int:
    """The same rows, collected in a list and written by openpyxl as its tutorial does."""
    with reading(database) as reader:
        layout = Layout(Outline(reader.versions(library.instruments["map"])))
        rows = list(layout.rows(reader.finished("map", EVERYTHING, shuffled=False)))
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(layout.headers))
    for row in rows:
        sheet.append(row)
    book.save(path)
    return len(rows)


async def measure(url: str, form: str, folder: Path) -> dict[str, float]:
    """Seconds, rows and megabytes of one export, from content that is read already."""
    library = load_library()
    database = Database(url, Cipher(Fernet.generate_key().decode()), library)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    if form == _OBVIOUS:
        rows = await asyncio.to_thread(obvious, database, library, folder / "obvious.xlsx")
    else:
        made = await write_export(database, library.instruments, form, folder, "ru", _NOW)
        rows = made.rows
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    await database.close()
    return {"seconds": seconds, "rows": rows, "before": before / 1024, "peak": peak / 1024}


def in_own_process(url: str, form: str, folder: Path) -> dict[str, float]:
    """One measurement."""
    command = [sys.executable, "-m", "benchmarks.exports", "--measure", form, url, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(count: int, runs: int) -> None:
    """Prints the table; the forms take turns, so whatever else the machine does meets all."""
    forms = (_OBVIOUS, *FORMS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite+aiosqlite:///{folder}/bench.sqlite3"
        asyncio.run(fill(url, load_library(), count))
        found = {form: [in_own_process(url, form, folder)] for form in forms}
        for _ in range(runs - 1):
            for form in forms:
                found[form].append(in_own_process(url, form, folder))
    print(f"{count} attempts, median of {runs}, each in a process of its own")
    print("form          rows       s   rows/s  x openpyxl  peak MB  own MB")
    base = statistics.median(one["seconds"] for one in found[_OBVIOUS])
    for form, ones in found.items():
        seconds = statistics.median(one["seconds"] for one in ones)
        peak = statistics.median(one["peak"] for one in ones)
        own = statistics.median(one["peak"] - one["before"] for one in ones)
        rows = int(ones[0]["rows"])
        print(
            f"{form:<10}{rows:>8}{seconds:>8.2f}{rows / seconds:>9.0f}"
            f"{base / seconds:>12.1f}{peak:>9.0f}{own:>8.0f}"
        )


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--attempts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", nargs=3, metavar=("FORM", "URL", "FOLDER"))
    options = parser.parse_args()
    if options.measure:
        form, url, folder = options.measure
        print(json.dumps(asyncio.run(measure(url, form, Path(folder)))))
    else:
        compare(options.attempts, options.runs)


if __name__ == "__main__":
    main()
