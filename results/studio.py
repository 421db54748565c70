"""Draws off the event loop, in processes of their own: one painter, one process."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar, TypeVarTuple

from results import worker
from results.facts import CardFacts, DetailFacts
from results.facts_built import CanvasFacts, JourneyFacts
from results.facts_calculation import CalculationFacts
from results.facts_checklist import ChecklistFacts
from results.facts_owner import BoardFacts, CodeFacts, PairFacts, PosterFacts
from results.facts_profile import ProfileFacts, WorksheetFacts
from results.worker import Painter

_Arguments = TypeVarTuple("_Arguments")
_Drawn = TypeVar("_Drawn")


class Studio:
    """Worker processes that draw pictures and documents; belongs to one event loop.

    Each method that draws raises `BrokenProcessPool` if a process died over its facts twice.
    Processes start with `warm` or the first picture, leave with `close` or with the parent, and
    never import the bot. Importing this module does not import matplotlib.
    """

    def __init__(self, workers: int = 1) -> None:
        """Prepare, without starting anything yet.

        Args:
            workers: How many pictures are drawn at the same time, one or more.
        """
        self._workers = workers
        self._pool = self._new_pool()

    async def __aenter__(self) -> Self:
        await self.warm()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def warm(self) -> None:
        """Start all processes and wait until each has drawn a made-up card.

        A fresh process needs about a second for its imports, fonts and first card. Other painters
        are made with their first picture: that one takes a few dozen milliseconds longer.
        """
        started: set[int] = set()
        while len(started) < self._workers:
            started.update(
                await asyncio.gather(
                    *(self._draw(worker.process_id) for _ in range(self._workers))
                )
            )

    async def card(self, facts: CardFacts) -> bytes:
        """The result card: a JPEG of 1024 × 1280 pixels."""
        return await self._draw(worker.picture, Painter.CARD, facts)

    async def details(self, facts: DetailFacts) -> tuple[bytes, ...]:
        """The album of details: JPEGs of 1024 × 1280 pixels, the blocks first."""
        return await self._draw(worker.album, Painter.DETAILS, facts)

    async def checklist(self, facts: ChecklistFacts) -> bytes:
        """The picture of a checklist: a JPEG of 1024 × 1280 pixels."""
        return await self._draw(worker.picture, Painter.CHECKLIST, facts)

    async def board(self, facts: BoardFacts) -> bytes:
        """The owner's overview of a group: a JPEG of 1024 × 1280 pixels."""
        return await self._draw(worker.picture, Painter.BOARD, facts)

    async def hall(self, facts: BoardFacts) -> bytes:
        """A group's figures for the projector: a JPEG of 1280 × 720 pixels."""
        return await self._draw(worker.picture, Painter.HALL, facts)

    async def pair(self, facts: PairFacts) -> bytes:
        """Two series over the same blocks: a JPEG of 1024 × 1280 pixels."""
        return await self._draw(worker.picture, Painter.PAIR, facts)

    async def calculation(self, facts: CalculationFacts) -> bytes:
        """A calculated metric: a JPEG 1024 pixels wide and as high as it needs, up to 1280."""
        return await self._draw(worker.picture, Painter.CALCULATION, facts)

    async def code(self, facts: CodeFacts) -> bytes:
        """A QR code with its code in letters: a JPEG of 1024 × 1280 pixels."""
        return await self._draw(worker.picture, Painter.CODE, facts)

    async def poster(self, facts: PosterFacts) -> bytes:
        """A poster to be printed: a PDF of one page A4."""
        return await self._draw(worker.picture, Painter.POSTER, facts)

    async def profile(self, facts: ProfileFacts) -> tuple[bytes, ...]:
        """A profile of ratings: JPEGs of 1024 × 1280 pixels, one unless it is very long."""
        return await self._draw(worker.album, Painter.PROFILE, facts)

    async def worksheet(self, facts: WorksheetFacts) -> bytes:
        """A profile to be printed and worked on: a PDF of some pages A4."""
        return await self._draw(worker.picture, Painter.WORKSHEET, facts)

    async def journey(self, facts: JourneyFacts) -> tuple[bytes, ...]:
        """A journey: JPEGs 1024 pixels wide and up to 1280 high, one unless it is long."""
        return await self._draw(worker.album, Painter.JOURNEY, facts)

    async def journey_document(self, facts: JourneyFacts) -> bytes:
        """The same as a PDF of pages A4, landscape."""
        return await self._draw(worker.picture, Painter.JOURNEY_DOCUMENT, facts)

    async def canvas(self, facts: CanvasFacts) -> tuple[bytes, ...]:
        """A strategy: JPEGs 1024 pixels wide and up to 1280 high, one unless it is long."""
        return await self._draw(worker.album, Painter.CANVAS, facts)

    async def canvas_document(self, facts: CanvasFacts) -> bytes:
        """The same as a PDF of one page A4, landscape."""
        return await self._draw(worker.picture, Painter.CANVAS_DOCUMENT, facts)

    async def close(self) -> None:
        """Drop what has not begun, finish what has, end the processes."""
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)

    async def _draw(
        self, draw: Callable[[*_Arguments], _Drawn], *arguments: *_Arguments
    ) -> _Drawn:
        pool = self._pool
        try:
            return await self._submit(pool, draw, *arguments)
        except BrokenProcessPool:
            # A killed process (out of memory, by hand) takes the whole pool and all its jobs
            # along. Of all the jobs that notice, the first one sets up the next pool.
            if self._pool is pool:
                self._pool = self._new_pool()
                pool.shutdown(wait=False)
            return await self._submit(self._pool, draw, *arguments)

    @staticmethod
    async def _submit(
        pool: ProcessPoolExecutor,
        draw: Callable[[*_Arguments], _Drawn],
        *arguments: *_Arguments,
    ) -> _Drawn:
        return await asyncio.get_running_loop().run_in_executor(pool, draw, *arguments)

    def _new_pool(self) -> ProcessPoolExecutor:
        # Forked, a process would share the parent's threads' locks, sockets and memory.
        return ProcessPoolExecutor(
            self._workers, mp_context=get_context("spawn"), initializer=worker.start
        )
