"""The owner's overview of a group: counts, the 0–10 questions, the blocks' means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from results import bands, counts, likelihoods, lollipops, radar
from results.canvas import Box, Canvas, Written
from results.facts import Axis
from results.facts_owner import BoardFacts
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import (
    BLUE,
    BLUE_DEEP,
    INK,
    MARGIN,
    ON_BLUE,
    ON_BLUE_QUIET,
    SMALLEST,
    SURFACE,
    TINT,
    WIDTH,
    Weight,
    whole,
)

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_GAP = 16
_TOTAL_WIDTH = 268
_PAD = 24
_BETWEEN = 32
_RADAR = 360
_MOST_GROWTH = 560
_MOST_SPREAD = 64


class BoardPainter:
    """Paints overviews, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: BoardFacts) -> bytes:
        """The overview as a JPEG of 1024 × 1280 pixels; the same facts give the same bytes."""
        canvas = self._canvas
        canvas.clear()
        top = _draw_head(canvas, facts) + _GAP
        foot = bands.fit_foot(facts.note, facts.brand, facts.date, _ACROSS)
        bands.draw_foot(canvas, foot)
        bottom = canvas.height - foot.height - _GAP
        if facts.hidden or not (facts.likelihoods or facts.blocks):
            _draw_hidden(canvas, facts.hidden or facts.missing, top, bottom)
        else:
            _draw_figures(canvas, facts, top, bottom)
        return canvas.jpeg()


def _draw_head(canvas: Canvas, facts: BoardFacts) -> float:
    total = None if facts.hidden else facts.total
    title = bands.fit_title(facts.title, facts.subtitle, _ACROSS)
    width = _ACROSS - _TOTAL_WIDTH - _BETWEEN if total is not None else _ACROSS
    row = counts.fit(facts.counts, width, 72, 24, SMALLEST)
    top = title.bottom + 16
    bottom = top + row.height + 28
    canvas.tile(Box(-1, -1, WIDTH + 1, bottom), BLUE)
    bands.write_title(canvas, title)
    counts.draw(canvas, row, MARGIN, top)
    if total is not None:
        _draw_total(canvas, total, facts.total_caption, top, bottom - 20)
    return bottom


def _draw_total(canvas: Canvas, total: float, caption: str, top: float, bottom: float) -> None:
    left = _RIGHT - _TOTAL_WIDTH
    canvas.tile(Box(left, top, _RIGHT, bottom), BLUE_DEEP, 24)
    figure = fit_name(whole(total), Weight.EXTRABOLD, 64, 120, 1)
    canvas.lines(left + 20, (top + bottom - figure.height) / 2, figure, ON_BLUE)
    beside = left + 20 + figure.width + 12
    words = fit_prose(caption, Weight.MEDIUM, 24, _RIGHT - 12 - beside, 3)
    canvas.lines(beside, (top + bottom - words.height) / 2, words, ON_BLUE_QUIET)


def _draw_figures(canvas: Canvas, facts: BoardFacts, top: float, bottom: float) -> None:
    panels, blocks = _fit_figures(facts, bottom - top)
    taken = sum(panel.least_height + _GAP for panel in panels)
    spare = bottom - top - taken - (blocks.least_height if blocks else -_GAP)
    # Tiles with a distribution share what is left with the blocks; a sentence needs no more room.
    growing = sum(panel.shown for panel in panels)
    grown = min(spare * (0.4 if blocks else 1) / max(growing, 1), _MOST_GROWTH)
    for panel in panels:
        height = panel.least_height + (grown if panel.shown else 0)
        likelihoods.draw(canvas, panel, MARGIN, top, height)
        top += height + _GAP
    if blocks:
        _draw_blocks(canvas, blocks, top, bottom)


def _fit_figures(
    facts: BoardFacts, room: float
) -> "tuple[Sequence[likelihoods.Panel], _Blocks | None]":
    """Questions and blocks in the roomiest way that leaves room for both."""
    ways = _WAYS if facts.blocks else _WITHOUT_BLOCKS
    if not facts.blocks and len(facts.likelihoods) == 1:
        ways = ((likelihoods.ALONE, None),)
    for style, fit_blocks in ways:
        panels = [likelihoods.fit(question, _ACROSS, style) for question in facts.likelihoods]
        left = room - sum(panel.least_height + _GAP for panel in panels)
        blocks = fit_blocks(facts) if fit_blocks else None
        if left >= (blocks.least_height if blocks else -_GAP):
            break
    has_figure = len(facts.blocks) >= radar.FEWEST_AXES
    if blocks and has_figure and blocks.least_height + _RADAR <= left:
        blocks = replace(blocks, with_radar=True)
    return panels, blocks


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The blocks' means, fitted: rows in one or two columns, below a radar where there is room."""

    heading: Fitted
    axes: Sequence[Axis]
    missing: str
    charts: Sequence[lollipops.Chart]
    pad: int
    with_radar: bool = False

    @property
    def rows(self) -> int:
        return max(len(chart.axes) for chart in self.charts)

    @property
    def rows_height(self) -> float:
        return self.rows * max(chart.least_pitch for chart in self.charts)

    @property
    def least_height(self) -> float:
        radar_height = _RADAR if self.with_radar else 0
        return 2 * self.pad + self.heading.height + 8 + radar_height + self.rows_height


def _in_one(facts: BoardFacts) -> _Blocks:
    return _blocks(facts, (lollipops.fit(facts.blocks, facts.missing, _ACROSS - 2 * _PAD),), _PAD)


def _in_two(facts: BoardFacts) -> _Blocks:
    half = (len(facts.blocks) + 1) // 2
    width = (_ACROSS - 2 * _PAD - _BETWEEN) / 2
    charts = [
        lollipops.fit(part, facts.missing, width, 22, narrow=True)
        for part in (facts.blocks[:half], facts.blocks[half:])
    ]
    return _blocks(facts, charts, 16)


def _blocks(facts: BoardFacts, charts: Sequence[lollipops.Chart], pad: int) -> _Blocks:
    heading = fit_name(facts.blocks_heading, Weight.BOLD, 28, _ACROSS - 2 * _PAD, 1)
    return _Blocks(heading, facts.blocks, facts.missing, charts, pad)


_Way = tuple[likelihoods.Style, Callable[[BoardFacts], _Blocks] | None]
# From the roomiest to the one that holds three questions and ten blocks.
_WAYS: Sequence[_Way] = (
    (likelihoods.ROOMY, _in_one),
    (likelihoods.COMPACT, _in_one),
    (likelihoods.COMPACT, _in_two),
    (likelihoods.TIGHT, _in_two),
)
_WITHOUT_BLOCKS: Sequence[_Way] = (
    (likelihoods.ROOMY, None),
    (likelihoods.COMPACT, None),
    (likelihoods.TIGHT, None),
)


def _draw_blocks(canvas: Canvas, blocks: _Blocks, top: float, bottom: float) -> None:
    if not blocks.with_radar:
        bottom = min(bottom, top + blocks.least_height + blocks.rows * _MOST_SPREAD)
    canvas.tile(Box(MARGIN, top, _RIGHT, bottom), SURFACE, _PAD)
    left: float = MARGIN + _PAD
    below = canvas.lines(left, top + blocks.pad, blocks.heading, INK) + 8
    floor = bottom - blocks.pad
    if blocks.with_radar:
        upper = floor - blocks.rows_height
        shown = radar.labels(blocks.axes, blocks.missing)
        frame = radar.fit_frame(shown, below, upper - _PAD)
        radar.draw_frame(canvas, frame)
        radar.draw(canvas, frame, blocks.axes, shown, reference=False)
        below = upper
    pitch = (floor - below) / blocks.rows
    for chart in blocks.charts:
        lollipops.draw(canvas, chart, left, below, pitch)
        left += chart.width + _BETWEEN


def _draw_hidden(canvas: Canvas, sentence: str, top: float, bottom: float) -> None:
    """An empty map and the reason why: a place that is kept for the figures, not a void."""
    canvas.tile(Box(MARGIN, top, _RIGHT, bottom), SURFACE, _PAD)
    words = fit_prose(sentence, Weight.SEMIBOLD, 44, _ACROSS - 4 * _PAD, 5)
    radius = min((bottom - top - words.height) / 2 - 80, 240)
    above = top + (bottom - top - 2 * radius - 48 - words.height) / 2
    empty = radar.Frame(8, int(above + radius), int(radius))
    canvas.disc(empty.centre, radius + 32, TINT)
    radar.draw_frame(canvas, empty)
    canvas.lines(WIDTH / 2, above + 2 * radius + 64, words, INK, "center")
