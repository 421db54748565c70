"""What runs in a drawing process; the parent imports this module for its names only.

matplotlib is imported where the process starts, so that it costs the parent neither time nor
memory.
"""

import os
import signal
import time
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING

from results.facts import Axis, CardFacts, DetailFacts, Finding, Findings

if TYPE_CHECKING:
    from results.card import CardPainter
    from results.details import DetailsPainter

_MOMENT = 0.02
_painters: "tuple[CardPainter, DetailsPainter] | None" = None


def start() -> None:
    """Prepare a fresh process: leave with the parent, make the painters, draw one card."""
    # Ctrl+C reaches the whole group; the parent ends its workers in its own order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    _ready()[0].paint(_made_up())


def process_id(_: None) -> int:
    """Which process this is; busy for a moment, so that the next one asked is another one."""
    time.sleep(_MOMENT)
    return os.getpid()


def card(facts: CardFacts) -> bytes:
    """The result card, by this process's own painter."""
    return _ready()[0].paint(facts)


def details(facts: DetailFacts) -> tuple[bytes, ...]:
    """The album of details, by this process's own painter."""
    return _ready()[1].paint(facts)


def _ready() -> "tuple[CardPainter, DetailsPainter]":
    global _painters  # noqa: PLW0603 - one pair for the life of a process
    if _painters is None:
        from results.card import CardPainter  # noqa: PLC0415 - see the module's docstring
        from results.details import DetailsPainter  # noqa: PLC0415

        _painters = (CardPainter(), DetailsPainter())
    return _painters


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
