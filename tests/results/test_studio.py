"""Drawing off the event loop: same pictures, no heavy imports, no orphans, no lost jobs."""

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
import pytest_asyncio

from results.board import BoardPainter
from results.canvas_page import CanvasDocumentPainter, CanvasPainter
from results.card import CardPainter
from results.checklist import ChecklistPainter
from results.code import CodePainter
from results.details import DetailsPainter
from results.facts import CardFacts, DetailFacts
from results.hall import HallPainter
from results.journey import JourneyDocumentPainter, JourneyPainter
from results.pair import PairPainter
from results.poster import PosterPainter
from results.studio import Studio
from tests.results import built, checklists, owner

_ROOT = Path(__file__).parents[2]
_SECONDS = 60.0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio() -> AsyncIterator[Studio]:
    """A warm studio of one process."""
    async with Studio() as open_studio:
        yield open_studio


def _worker_ids(studio: Studio) -> list[int]:
    """The studio's processes; only its pool knows them."""
    return list(studio._pool._processes or ())


def _run(script: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )


class TestDrawing:
    """Pictures and accidents in one studio."""

    @pytest.mark.asyncio(loop_scope="module")
    async def test_pictures_are_the_painters_own(
        self,
        studio: Studio,
        painter: CardPainter,
        details_painter: DetailsPainter,
        card_facts: CardFacts,
        detail_facts: DetailFacts,
    ) -> None:
        assert await studio.card(card_facts) == painter.paint(card_facts)
        assert await studio.details(detail_facts) == details_painter.paint(detail_facts)

    @pytest.mark.asyncio(loop_scope="module")
    async def test_rarer_pictures_are_their_painters_own(self, studio: Studio) -> None:
        board, pair = owner.board(owner.RU), owner.pair(owner.RU)
        code, poster = owner.code(owner.RU), owner.poster(owner.RU)
        listed = checklists.facts(checklists.RU, "+-?")
        assert await studio.checklist(listed) == ChecklistPainter().paint(listed)
        assert await studio.board(board) == BoardPainter().paint(board)
        assert await studio.hall(board) == HallPainter().paint(board)
        assert await studio.pair(pair) == PairPainter().paint(pair)
        assert await studio.code(code) == CodePainter().paint(code)
        assert await studio.poster(poster) == PosterPainter().paint(poster)

    @pytest.mark.asyncio(loop_scope="module")
    async def test_built_things_are_their_painters_own(self, studio: Studio) -> None:
        journey, canvas = built.journey(built.RU), built.canvas(built.RU)
        assert await studio.journey(journey) == JourneyPainter().paint(journey)
        assert await studio.canvas(canvas) == CanvasPainter().paint(canvas)
        documents = await studio.journey_document(journey), await studio.canvas_document(canvas)
        assert documents == (
            JourneyDocumentPainter().paint(journey),
            CanvasDocumentPainter().paint(canvas),
        )

    @pytest.mark.asyncio(loop_scope="module")
    async def test_only_what_is_drawn_is_imported(self) -> None:
        async with Studio() as fresh:
            names = await fresh._draw(eval, "sorted(__import__('sys').modules)")
        assert "results.card" in names
        assert not {"typst", "results.board", "results.details", "results.poster"} & set(names)

    @pytest.mark.asyncio(loop_scope="module")
    async def test_a_killed_worker_costs_nothing_but_time(
        self, studio: Studio, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        await studio.warm()
        before = _worker_ids(studio)
        jobs = [asyncio.ensure_future(studio.card(card_facts)) for _ in range(6)]
        await asyncio.sleep(0)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        expected = painter.paint(card_facts)
        assert await asyncio.gather(*jobs) == [expected] * 6
        assert not set(before) & set(_worker_ids(studio))
        assert await studio.card(card_facts) == expected

    @pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
    @pytest.mark.asyncio(loop_scope="module")
    async def test_a_worker_leaves_the_end_to_its_parent(
        self, studio: Studio, card_facts: CardFacts, name: signal.Signals
    ) -> None:
        """Ctrl+C reaches the whole group, and so does the SIGTERM of a service manager."""
        await studio.warm()
        before = _worker_ids(studio)
        for pid in before:
            os.kill(pid, name)
        await studio.card(card_facts)
        assert _worker_ids(studio) == before

    @pytest.mark.asyncio(loop_scope="module")
    async def test_facts_that_kill_are_given_up(
        self, studio: Studio, card_facts: CardFacts
    ) -> None:
        with pytest.raises(BrokenProcessPool):
            await studio._draw(os._exit, 3)
        assert await studio.card(card_facts)


class TestProcesses:
    """What processes import, and when they come and go."""

    @pytest.mark.asyncio(loop_scope="module")
    async def test_warm_starts_every_worker(self) -> None:
        async with Studio(workers=2) as studio:
            started = _worker_ids(studio)
            assert len(started) == 2
        for pid in started:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)

    def test_the_parent_imports_no_matplotlib(self) -> None:
        done = _run(
            """
            import sys
            import results.facts, results.studio
            heavy = {"matplotlib", "numpy", "PIL", "segno", "typst", "aiogram"} & set(sys.modules)
            sys.exit(f"imported: {heavy}" if heavy else 0)
            """
        )
        assert done.returncode == 0, done.stderr

    def test_workers_do_not_import_the_bot(self) -> None:
        done = _run(
            """
            import asyncio, sys
            import aiogram
            from results.studio import Studio

            async def main():
                async with Studio() as studio:
                    return await studio._draw(eval, "'aiogram' in __import__('sys').modules")

            sys.exit("aiogram in the worker" if asyncio.run(main()) else 0)
            """
        )
        assert done.returncode == 0, done.stderr

    def test_workers_leave_with_a_killed_parent(self) -> None:
        # A worker that stayed would hold the pipe of its output open, and the run would time out.
        done = _run(
            """
            import asyncio, os, signal
            from results.studio import Studio

            async def main():
                studio = Studio()
                await studio.warm()
                os.kill(os.getpid(), signal.SIGKILL)

            asyncio.run(main())
            """
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
