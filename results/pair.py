"""Two series over the same blocks: a change since last time, or a person against their hall."""

from results import bands, dumbbells, radar
from results.canvas import Box, Canvas, Written
from results.facts import Axis
from results.facts_owner import PairFacts
from results.fitting import fit_name, fit_prose
from results.theme import (
    BLUE,
    INK,
    MARGIN,
    ON_BLUE,
    ON_BLUE_QUIET,
    QUIET,
    SURFACE,
    WIDTH,
    Weight,
)

_RIGHT = WIDTH - MARGIN
_ACROSS = _RIGHT - MARGIN
_GAP = 16
_PAD = 24
_SAMPLE = 56
_BESIDE = _SAMPLE + 16
_BETWEEN = 40
_LEGEND = 36
# Values stand in the rows below: here names are enough, and the outlines get their room.
_RADAR = radar.Style(value=0, name=26, side=260, pole=520, radius=224)
_LEAST_RADAR = 340
_WIDEST_PITCH = 76


class PairPainter:
    """Paints comparisons, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: PairFacts) -> bytes:
        """The comparison as a JPEG of 1024 × 1280 pixels; the same facts give the same bytes."""
        canvas = self._canvas
        canvas.clear()
        top = _draw_head(canvas, facts) + _GAP
        foot = bands.fit_foot(facts.note, facts.brand, facts.date, _ACROSS, 24)
        bands.draw_foot(canvas, foot)
        bottom = canvas.height - foot.height - _GAP
        chart = dumbbells.fit(facts.pairs, facts.missing, MARGIN + _PAD, _RIGHT - _PAD)
        rows = min(
            max(chart.least_height, bottom - top - _LEGEND - _LEAST_RADAR - _GAP - 2 * _PAD),
            len(facts.pairs) * _WIDEST_PITCH,
        )
        tile = Box(MARGIN, bottom - rows - 2 * _PAD, _RIGHT, bottom)
        _draw_legend(canvas, facts, top)
        _draw_radar(canvas, facts, top + _LEGEND + 8, tile.top - _GAP)
        canvas.tile(tile, SURFACE, _PAD)
        dumbbells.draw(canvas, chart, tile.top + _PAD, tile.bottom - _PAD)
        return canvas.jpeg()


def _draw_head(canvas: Canvas, facts: PairFacts) -> float:
    title = bands.fit_title(facts.title, facts.subtitle, _ACROSS)
    headline = fit_name(facts.headline, Weight.EXTRABOLD, 96, _ACROSS * 0.6, 1)
    beside = MARGIN + headline.width + 28 if facts.headline else MARGIN
    caption = fit_prose(facts.headline_caption, Weight.MEDIUM, 26, _RIGHT - beside, 4)
    height = max(headline.height if facts.headline else 0, caption.height)
    top = title.bottom + 8
    bottom = top + height + (20 if height else 24)
    canvas.tile(Box(-1, -1, WIDTH + 1, bottom), BLUE)
    bands.write_title(canvas, title)
    canvas.lines(MARGIN, top + (height - headline.height) / 2, headline, ON_BLUE)
    canvas.lines(beside, top + (height - caption.height) / 2, caption, ON_BLUE_QUIET)
    return bottom


def _draw_legend(canvas: Canvas, facts: PairFacts, top: float) -> None:
    """Both series side by side, each with a piece of its outline and its mark."""
    middle = top + _LEGEND / 2
    room = _ACROSS - 2 * _BESIDE - _BETWEEN
    after = fit_prose(facts.after_caption, Weight.BOLD, 26, room / 2, 1)
    before = fit_prose(facts.before_caption, Weight.MEDIUM, 26, room - after.width, 1)
    left: float = MARGIN
    canvas.line([(left, middle), (left + _SAMPLE, middle)], QUIET, 3.5, dashes=(10, 7))
    dumbbells.draw_ring(canvas, (left + _SAMPLE / 2, middle))
    canvas.lines(left + _BESIDE, middle - before.height / 2, before, INK)
    left += _BESIDE + before.width + _BETWEEN
    canvas.line([(left, middle), (left + _SAMPLE, middle)], BLUE, 5)
    dumbbells.draw_dot(canvas, (left + _SAMPLE / 2, middle))
    canvas.lines(left + _BESIDE, middle - after.height / 2, after, INK)


def _draw_radar(canvas: Canvas, facts: PairFacts, top: float, bottom: float) -> None:
    axes = [Axis(pair.name, pair.after, pair.before) for pair in facts.pairs]
    shown = radar.labels(axes, facts.missing, _RADAR)
    frame = radar.fit_frame(shown, top, bottom)
    radar.draw_frame(canvas, frame)
    radar.draw(canvas, frame, axes, shown, reference=True)
