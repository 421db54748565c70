"""The picture of a checklist: how much is there, section by section, and what is not."""

from collections.abc import Sequence

from results import foot, hero, parts, points, verdict
from results.canvas import Box, Canvas, Written
from results.facts_checklist import Bar, ChecklistFacts
from results.fitting import Fitted, fit_name
from results.theme import (
    BLUE,
    HEIGHT,
    INK,
    MARGIN,
    ORANGE,
    PASSIVE,
    WIDTH,
    Weight,
)

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_GAP = 24
_ALONE = 56
_BAR = 36
_PITCH = 48
_WIDE_PITCH = 60
_FEW = 4
_NAME_WIDTH = 240
_BESIDE = 20


class ChecklistPainter:
    """Paints checklists, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: ChecklistFacts) -> bytes:
        """The picture as a JPEG of 1024 × 1280 pixels; the same facts give the same bytes."""
        canvas = self._canvas
        canvas.clear()
        hero.draw_band(canvas)
        hero.draw(canvas, _hero(facts))
        top = parts.draw_legend(canvas, facts.legend, MARGIN, hero.HEIGHT + _GAP, _ACROSS) + 12
        top = _draw_bars(canvas, facts.bars, top) + _GAP
        sentence = verdict.fit(facts.verdict)
        verdict.draw(canvas, sentence, top)
        top += verdict.height(sentence) + _GAP if sentence.lines else 0
        foot_top = HEIGHT - foot.height(facts)
        missing = points.Group(facts.missing, ORANGE)
        unsure = points.Group(facts.unsure, PASSIVE)
        there = points.Group(facts.there, BLUE)
        listed = points.fit((missing, unsure), there, foot_top - _GAP - top)
        points.draw(canvas, listed, top)
        foot.draw_band(canvas, foot_top)
        foot.draw(canvas, facts, foot_top)
        return canvas.jpeg()


def _hero(facts: ChecklistFacts) -> hero.Hero:
    return hero.Hero(
        title=facts.title,
        subtitle=facts.subtitle,
        viewpoint=facts.viewpoint,
        figure=facts.figure,
        meaning=facts.figure_caption,
        caption=facts.figure_meaning,
        tile=facts.share,
        tile_caption=facts.share_caption,
    )


def _draw_bars(canvas: Canvas, bars: Sequence[Bar], top: float) -> float:
    """A row for each section; a single one needs no name and no score beside it."""
    if len(bars) == 1:
        _draw_bar(canvas, bars[0], Box(MARGIN, top, _RIGHT, top + _ALONE))
        return top + _ALONE
    names = [fit_name(bar.name, Weight.MEDIUM, 26, _NAME_WIDTH) for bar in bars]
    scores = [fit_name(bar.score, Weight.BOLD, 26, _NAME_WIDTH / 2, 1) for bar in bars]
    left = MARGIN + _widest(names) + _BESIDE
    right = _RIGHT - _widest(scores) - _BESIDE
    pitch = _WIDE_PITCH if len(bars) <= _FEW else _PITCH
    for bar, name, score in zip(bars, names, scores, strict=True):
        height = max(pitch, name.height + 8)
        middle = top + height / 2
        canvas.lines(MARGIN, middle - name.height / 2, name, INK)
        _draw_bar(canvas, bar, Box(left, middle - _BAR / 2, right, middle + _BAR / 2))
        canvas.lines(_RIGHT, middle - score.height / 2, score, INK, "right")
        top += height
    return top


def _widest(fitted: Sequence[Fitted]) -> float:
    return max((one.width for one in fitted), default=0)


def _draw_bar(canvas: Canvas, bar: Bar, place: Box) -> None:
    parts.draw_bar(canvas, (bar.yes, bar.unsure, bar.no), place)
