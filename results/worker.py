"""What runs in a drawing process; the parent imports this module for its names only.

Painters are imported where they are first needed, so that the parent never pays for matplotlib or
typst and a process pays only for what it draws.
"""

import os
import signal
import time
from enum import StrEnum
from multiprocessing import parent_process
from pkgutil import resolve_name
from threading import Thread
from typing import Any, Final

from results.facts import Axis, CardFacts, Finding, Findings

_MOMENT = 0.02


class Painter(StrEnum):
    """The painters, by where they are; each has a method `paint` that takes its facts."""

    CARD = "results.card:CardPainter"
    DETAILS = "results.details:DetailsPainter"
    CHECKLIST = "results.checklist:ChecklistPainter"
    BOARD = "results.board:BoardPainter"
    HALL = "results.hall:HallPainter"
    PAIR = "results.pair:PairPainter"
    CALCULATION = "results.calculation:CalculationPainter"
    CODE = "results.code:CodePainter"
    POSTER = "results.poster:PosterPainter"
    PROFILE = "results.profile:ProfilePainter"
    WORKSHEET = "results.worksheet:WorksheetPainter"
    JOURNEY = "results.journey:JourneyPainter"
    JOURNEY_DOCUMENT = "results.journey:JourneyDocumentPainter"
    CANVAS = "results.canvas_page:CanvasPainter"
    CANVAS_DOCUMENT = "results.canvas_page:CanvasDocumentPainter"


# Any: what a painter takes and gives is written once, in the methods of `Studio`.
_made: Final[dict[Painter, Any]] = {}


def start() -> None:
    """Prepare a fresh process: leave with the parent, draw one card."""
    # Ctrl+C reaches the whole group, a service manager's SIGTERM all processes of the service; the
    # parent ends its workers in its own order, after what is still being drawn.
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    picture(Painter.CARD, _made_up())


def process_id() -> int:
    """Which process this is; busy for a moment, so that the next one asked is another one."""
    time.sleep(_MOMENT)
    return os.getpid()


def picture(painter: Painter, facts: object) -> bytes:
    """One picture or document by this process's own painter, which its first picture makes."""
    drawn: bytes = _ready(painter).paint(facts)
    return drawn


def album(painter: Painter, facts: object) -> tuple[bytes, ...]:
    """Several pictures in order, otherwise as `picture`."""
    drawn: tuple[bytes, ...] = _ready(painter).paint(facts)
    return drawn


def _ready(painter: Painter) -> Any:  # noqa: ANN401 - see `_made`
    if painter not in _made:
        _made[painter] = resolve_name(painter)()
    return _made[painter]


def _leave_with_parent() -> None:
    """A killed parent closes nothing in order; its end of the pipe closes all the same."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _made_up() -> CardFacts:
    nothing = Findings("·", (Finding("·", 50),), "", "")
    return CardFacts(
        title="АБВабв",
        subtitle="ABCabc",
        viewpoint="·",
        total=50,
        total_caption="·",
        level="·",
        verdict="",
        axes=tuple(Axis("·", 50) for _ in range(8)),
        missing="·",
        reference_caption="",
        own_caption="",
        recommendation="",
        recommendation_caption="",
        left=nothing,
        right=nothing,
        date="·",
        brand="·",
        link="https://t.me/",
        link_caption="·",
    )
