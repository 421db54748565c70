"""A question on a tile: its score, the interval, how often each answer was given, shares."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from results import columns, shares
from results.canvas import Box, Canvas
from results.facts_owner import Answered
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import INK, QUIET, SMALLEST, SURFACE, Weight

_ROUNDING = 24
_GAP = 24
_LEAST_COLUMNS = 5.2


@dataclass(frozen=True, slots=True)
class Style:
    """Measures of a tile, in pixels.

    Attributes:
        text: Size of figures and captions, the smallest letters there are.
        name: Wished size of the question.
        score: Wished size of the score.
        pad: From the tile's edge to what stands on it.
        beside: Width of the column to the left of the distribution.
        compact: Whether the shares stand to the right of the distribution and the question to
            its left, rather than below and above it.
        lines: The most lines of the question.
    """

    text: int = SMALLEST
    name: int = 28
    score: int = 72
    pad: int = 24
    beside: int = 256
    compact: bool = False
    lines: int = 2


ROOMY: Final = Style()
COMPACT: Final = Style(name=24, score=56, pad=16, beside=264, compact=True, lines=4)
TIGHT: Final = replace(COMPACT, pad=12, lines=3)
ALONE: Final = Style(text=28, name=40, score=128, pad=40, beside=300)
_SHARES_WIDTH = 236


@dataclass(frozen=True, slots=True)
class Panel:
    """A question, fitted to the width of its tile."""

    facts: Answered
    width: float
    style: Style
    name: Fitted
    score: Fitted
    interval: Fitted
    shares: shares.Shares

    @property
    def shown(self) -> bool:
        """Whether there are figures, rather than the reason why there are none."""
        return bool(self.facts.distribution)

    @property
    def least_height(self) -> float:
        """In pixels, with columns just high enough to be compared."""
        style = self.style
        if not self.shown:
            return 2 * style.pad + self.name.height + 8 + self.interval.height
        lowest = _LEAST_COLUMNS * style.text
        if style.compact:
            beside = self.name.height + self.score.height
            right = self.shares.height + 6 + self.interval.height
            return 2 * style.pad + max(beside, right, lowest)
        beside = self.score.height + self.interval.height
        below = 12 + self.shares.height
        return 2 * style.pad + self.name.height + 8 + max(beside, lowest) + below


def fit(facts: Answered, width: float, style: Style) -> Panel:
    """Fit a question to the width of its tile in pixels."""
    inner = width - 2 * style.pad
    shown = bool(facts.distribution)
    narrow = shown and style.compact
    beside = _SHARES_WIDTH if narrow else style.beside if shown else inner
    return Panel(
        facts,
        width,
        style,
        fit_prose(
            facts.name,
            Weight.BOLD,
            style.name,
            style.beside if narrow else inner,
            style.lines,
            style.text,
        ),
        fit_name(facts.score, Weight.EXTRABOLD, style.score, style.beside, 1, style.text),
        fit_prose(
            facts.interval,
            Weight.MEDIUM,
            style.text if shown else style.text + 2,
            beside,
            4,
            style.text,
        ),
        shares.fit(
            facts.groups, _SHARES_WIDTH if narrow else inner, style.text, stacked=style.compact
        ),
    )


def draw(canvas: Canvas, panel: Panel, left: float, top: float, height: float) -> None:
    """Draw a fitted question on a tile.

    Args:
        canvas: Where to.
        panel: The question.
        left: The tile's left edge in pixels.
        top: The tile's upper edge in pixels.
        height: Of the tile in pixels, at least `Panel.least_height`.
    """
    tile = Box(left, top, left + panel.width, top + height)
    canvas.tile(tile, SURFACE, _ROUNDING)
    pad = panel.style.pad
    inner = Box(tile.left + pad, tile.top + pad, tile.right - pad, tile.bottom - pad)
    draw_inner: Callable[[Canvas, Panel, Box], None] = _draw_reason
    if panel.shown:
        draw_inner = _draw_compact if panel.style.compact else _draw_roomy
    draw_inner(canvas, panel, inner)


def _draw_reason(canvas: Canvas, panel: Panel, inner: Box) -> None:
    middle = (inner.top + inner.bottom) / 2
    top = middle - (panel.name.height + 8 + panel.interval.height) / 2
    below = canvas.lines(inner.left, top, panel.name, INK) + 8
    canvas.lines(inner.left, below, panel.interval, QUIET)


def _draw_roomy(canvas: Canvas, panel: Panel, inner: Box) -> None:
    top = canvas.lines(inner.left, inner.top, panel.name, INK) + 8
    under = canvas.lines(inner.left, top, panel.score, INK)
    canvas.lines(inner.left, under, panel.interval, QUIET)
    floor = inner.bottom - panel.shares.height
    place = Box(inner.left + panel.style.beside + _GAP, top, inner.right, floor - 12)
    columns.draw(canvas, panel.facts, place, panel.style.text)
    shares.draw(canvas, panel.shares, inner.left, floor)


def _draw_compact(canvas: Canvas, panel: Panel, inner: Box) -> None:
    middle = (inner.top + inner.bottom) / 2
    top = middle - (panel.name.height + panel.score.height) / 2
    below = canvas.lines(inner.left, top, panel.name, INK)
    canvas.lines(inner.left, below, panel.score, INK)
    right = inner.right - _SHARES_WIDTH
    place = Box(inner.left + panel.style.beside + _GAP, inner.top, right - _GAP, inner.bottom)
    columns.draw(canvas, panel.facts, place, panel.style.text)
    top = middle - (panel.shares.height + 6 + panel.interval.height) / 2
    below = shares.draw(canvas, panel.shares, right, top) + 6
    canvas.lines(right, below, panel.interval, QUIET)
