"""The result card: one picture that tells a person where their company stands."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from results import foot, hero, lists, radar, verdict
from results.canvas import Canvas, Written
from results.facts import CardFacts
from results.fitting import fit_prose
from results.theme import BLUE, HEIGHT, INK, MARGIN, QUIET, WIDTH, Weight, whole

_RIGHT = WIDTH - MARGIN
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
        sentence = verdict.fit(facts.verdict)
        verdict_top = lists_top - (_GAP + verdict.height(sentence) if sentence.lines else 0)
        radar_top = hero.HEIGHT + _GAP + (_LEGEND if facts.reference_caption else 0)
        shown = radar.labels(facts.axes, facts.missing)
        frame = radar.fit_frame(shown, radar_top, verdict_top - _GAP)

        canvas = self._canvas
        canvas.restore(self._background(_Background(frame, foot_top)))
        hero.draw(canvas, _hero(facts))
        if facts.reference_caption:
            _write_legend(canvas, facts)
        radar.draw(canvas, frame, facts.axes, shown, reference=bool(facts.reference_caption))
        verdict.draw(canvas, sentence, verdict_top)
        lists.draw(canvas, columns, lists_top)
        foot.draw(canvas, facts, foot_top)
        return canvas.jpeg()

    def _background(self, wanted: _Background) -> NDArray[np.uint8]:
        kept = self._backgrounds.get(wanted)
        if kept is None:
            self._canvas.clear()
            hero.draw_band(self._canvas)
            radar.draw_frame(self._canvas, wanted.frame)
            foot.draw_band(self._canvas, wanted.foot)
            kept = self._backgrounds[wanted] = self._canvas.keep()
            if len(self._backgrounds) > _KEPT_BACKGROUNDS:
                self._backgrounds.popitem(last=False)
        self._backgrounds.move_to_end(wanted)
        return kept


def _hero(facts: CardFacts) -> hero.Hero:
    return hero.Hero(
        title=facts.title,
        subtitle=facts.subtitle,
        viewpoint=facts.viewpoint,
        figure="—" if facts.total is None else whole(facts.total),
        meaning=facts.level,
        caption=facts.total_caption,
        tile=facts.recommendation,
        tile_caption=facts.recommendation_caption,
    )


def _write_legend(canvas: Canvas, facts: CardFacts) -> None:
    """Own and reference outline side by side, each with a piece of its line."""
    top = hero.HEIGHT + _GAP - 4
    line = top + 16
    canvas.line([(MARGIN, line), (MARGIN + 40, line)], BLUE, 5)
    own = fit_prose(facts.own_caption, Weight.MEDIUM, 24, 280, 1)
    canvas.lines(MARGIN + 56, top, own, INK)
    left = MARGIN + 56 + own.width + 40
    canvas.line([(left, line), (left + 40, line)], QUIET, 3.5, dashes=(10, 7))
    reference = fit_prose(facts.reference_caption, Weight.MEDIUM, 24, _RIGHT - left - 56, 1)
    canvas.lines(left + 56, top, reference, INK)
