"""The picture of a checklist: how much is there, section by section, and what is not."""

from collections.abc import Sequence

from results import foot, hero, points, verdict
from results.canvas import Box, Canvas, Written
from results.facts_checklist import Bar, ChecklistFacts
from results.fitting import Fitted, fit_name
from results.theme import (
    BLUE,
    HEIGHT,
    INK,
    MARGIN,
    ON_BLUE,
    ORANGE,
    PASSIVE,
    SMALLEST,
    WIDTH,
    Weight,
)

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_GAP = 24
_LEGEND = 24
_SWATCH = 22
_SWATCH_GAP = 10
_BETWEEN = 32
_ALONE = 56
_BAR = 36
_PITCH = 48
_WIDE_PITCH = 60
_FEW = 4
_NAME_WIDTH = 240
_BESIDE = 20
_ROUNDING = 8
_SEAM = 3
_NUMBER = 24
_SHADES = ((BLUE, ON_BLUE), (PASSIVE, INK), (ORANGE, INK))
"""Ground and letters of yes, not sure and no, in the order of the legend."""


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
        top = _draw_legend(canvas, facts.legend, hero.HEIGHT + _GAP) + 12
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


def _draw_legend(canvas: Canvas, legend: Sequence[str], top: float) -> float:
    """The three answers with their counts, each after a swatch of its colour."""
    room = (_ACROSS - _BETWEEN * (len(legend) - 1)) / len(legend) - _SWATCH - _SWATCH_GAP
    left: float = MARGIN
    bottom = top
    for words, (shade, _) in zip(legend, _SHADES, strict=True):
        fitted = fit_name(words, Weight.SEMIBOLD, _LEGEND, room)
        middle = top + fitted.leading / 2
        canvas.tile(
            Box(left, middle - _SWATCH / 2, left + _SWATCH, middle + _SWATCH / 2), shade, 5
        )
        canvas.lines(left + _SWATCH + _SWATCH_GAP, top, fitted, INK)
        left += _SWATCH + _SWATCH_GAP + fitted.width + _BETWEEN
        bottom = max(bottom, top + fitted.height)
    return bottom


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
    """Yes, not sure and no side by side, each as long as its share, with its count on it."""
    counts = (bar.yes, bar.unsure, bar.no)
    parts = [(n, *shades) for n, shades in zip(counts, _SHADES, strict=True) if n]
    width = place.width - _SEAM * (len(parts) - 1)
    left = place.left
    for count, shade, ink in parts:
        right = left + width * count / sum(counts)
        canvas.tile(Box(left, place.top, right, place.bottom), shade, _ROUNDING)
        number = fit_name(str(count), Weight.BOLD, _NUMBER, right - left - 2, 1, SMALLEST)
        middle = (place.top + place.bottom - number.height) / 2
        canvas.lines((left + right) / 2, middle, number, ink, "center")
        left = right + _SEAM
