"""The result card: one picture that tells a person where their company stands."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from results import foot, lists, radar
from results.canvas import Box, Canvas, Written
from results.facts import CardFacts
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import (
    BLUE,
    BLUE_DEEP,
    HEIGHT,
    INK,
    MARGIN,
    ON_BLUE,
    ON_BLUE_QUIET,
    QUIET,
    TINT,
    WIDTH,
    Weight,
    whole,
)

_HERO = 304
_RIGHT = WIDTH - MARGIN
_TILE_LEFT = 712
_TILE_PAD = 24
_BASELINE = 272
_LEGEND = 32
_GAP = 24
_KEPT_BACKGROUNDS = 8


@dataclass(frozen=True, slots=True)
class _Background:
    """What decides the pixels that do not change from card to card."""

    frame: radar.Frame
    foot: float


class CardPainter:
    """Paints result cards, one after the other; belongs to one thread.

    What does not change (the coloured head, the radar's grid, the foot's band) is drawn once for
    each arrangement and kept as pixels.
    """

    def __init__(self) -> None:
        self._canvas = Canvas()
        self._backgrounds: OrderedDict[_Background, NDArray[np.uint8]] = OrderedDict()

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last card, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: CardFacts) -> bytes:
        """The card as a JPEG of 1024 × 1280 pixels; the same facts give the same bytes."""
        foot_top = HEIGHT - foot.height(facts)
        columns = lists.arrange(facts.left, facts.right)
        lists_top = foot_top - _GAP - columns.height
        verdict = fit_prose(facts.verdict, Weight.SEMIBOLD, 28, WIDTH - 2 * MARGIN - 64, 2)
        verdict_top = lists_top - (_GAP + verdict.height + 24 if verdict.lines else 0)
        radar_top = _HERO + _GAP + (_LEGEND if facts.reference_caption else 0)
        shown = radar.labels(facts.axes, facts.missing)
        frame = radar.fit_frame(shown, radar_top, verdict_top - _GAP)

        canvas = self._canvas
        canvas.restore(self._background(_Background(frame, foot_top)))
        _write_head(canvas, facts)
        if facts.reference_caption:
            _write_legend(canvas, facts)
        radar.draw(canvas, frame, facts.axes, shown, reference=bool(facts.reference_caption))
        if verdict.lines:
            _write_verdict(canvas, verdict, verdict_top)
        lists.draw(canvas, columns, lists_top)
        foot.draw(canvas, facts, foot_top)
        return canvas.jpeg()

    def _background(self, wanted: _Background) -> NDArray[np.uint8]:
        kept = self._backgrounds.get(wanted)
        if kept is None:
            self._canvas.clear()
            self._canvas.tile(Box(0, 0, WIDTH, _HERO), BLUE)
            radar.draw_frame(self._canvas, wanted.frame)
            foot.draw_band(self._canvas, wanted.foot)
            kept = self._backgrounds[wanted] = self._canvas.keep()
            if len(self._backgrounds) > _KEPT_BACKGROUNDS:
                self._backgrounds.popitem(last=False)
        self._backgrounds.move_to_end(wanted)
        return kept


def _write_head(canvas: Canvas, facts: CardFacts) -> None:
    width = WIDTH - 2 * MARGIN
    title = fit_name(facts.title, Weight.EXTRABOLD, 44, width, 1)
    canvas.lines(MARGIN, 32, title, ON_BLUE)
    beside = _TILE_LEFT - _GAP - MARGIN if facts.recommendation else width
    below = canvas.lines(
        MARGIN, 92, fit_prose(facts.subtitle, Weight.MEDIUM, 26, beside, 1), ON_BLUE_QUIET
    )
    viewpoint = fit_prose(facts.viewpoint, Weight.MEDIUM, 26, beside, 1)
    canvas.lines(MARGIN, below, viewpoint, ON_BLUE_QUIET)
    right = _TILE_LEFT - _GAP if facts.recommendation else _RIGHT
    _write_total(canvas, facts, right)
    if facts.recommendation:
        _write_recommendation(canvas, facts)


def _write_total(canvas: Canvas, facts: CardFacts, right: float) -> None:
    figure = "—" if facts.total is None else whole(facts.total)
    number = canvas.text(
        MARGIN, _BASELINE, figure, weight=Weight.EXTRABOLD, size=128, colour=ON_BLUE
    )
    left = number.right + _GAP
    if facts.total is None:
        reason = fit_prose(facts.total_caption, Weight.MEDIUM, 28, right - left, 3)
        canvas.lines(left, 228 - reason.height / 2, reason, ON_BLUE)
        return
    level = fit_name(facts.level, Weight.BOLD, 44, right - left)
    caption = fit_name(facts.total_caption, Weight.MEDIUM, 28, right - left)
    top = _BASELINE - level.height + round(level.size * 0.28)
    canvas.lines(left, top, level, ON_BLUE)
    canvas.lines(left, top - caption.height, caption, ON_BLUE_QUIET)


def _write_recommendation(canvas: Canvas, facts: CardFacts) -> None:
    width = _RIGHT - _TILE_LEFT - 2 * _TILE_PAD
    figure = fit_name(facts.recommendation, Weight.BOLD, 40, width, 1)
    caption = fit_prose(facts.recommendation_caption, Weight.MEDIUM, 24, width, 3)
    bottom = _BASELINE + 8
    top = bottom - figure.height - caption.height - 32
    canvas.tile(Box(_TILE_LEFT, top, _RIGHT, bottom), BLUE_DEEP, 24)
    below = canvas.lines(_TILE_LEFT + _TILE_PAD, top + 12, figure, ON_BLUE)
    canvas.lines(_TILE_LEFT + _TILE_PAD, below, caption, ON_BLUE_QUIET)


def _write_legend(canvas: Canvas, facts: CardFacts) -> None:
    """Own and reference outline side by side, each with a piece of its line."""
    top = _HERO + _GAP - 4
    line = top + 16
    canvas.line([(MARGIN, line), (MARGIN + 40, line)], BLUE, 5)
    own = fit_prose(facts.own_caption, Weight.MEDIUM, 24, 280, 1)
    canvas.lines(MARGIN + 56, top, own, INK)
    left = MARGIN + 56 + own.width + 40
    canvas.line([(left, line), (left + 40, line)], QUIET, 3.5, dashes=(10, 7))
    reference = fit_prose(facts.reference_caption, Weight.MEDIUM, 24, _RIGHT - left - 56, 1)
    canvas.lines(left + 56, top, reference, INK)


def _write_verdict(canvas: Canvas, verdict: Fitted, top: float) -> None:
    canvas.tile(Box(MARGIN, top, _RIGHT, top + verdict.height + 24), TINT, 20)
    canvas.lines(MARGIN + 32, top + 12, verdict, INK)
