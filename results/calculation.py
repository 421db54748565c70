"""A calculated metric: the number, how it came about, what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from results import curve, gauge
from results.canvas import Box, Canvas, Written
from results.facts_calculation import CalculationFacts
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import (
    BAND,
    BLUE,
    HEIGHT,
    INK,
    MARGIN,
    ON_BLUE,
    ON_BLUE_QUIET,
    QUIET,
    SMALLEST,
    TINT,
    WIDTH,
    Weight,
)

_RIGHT: Final = WIDTH - MARGIN
_ACROSS: Final = _RIGHT - MARGIN
_HERO: Final = 276
_BASELINE: Final = 248
_GAP: Final = 24
_PAD: Final = 24
_FOOT: Final = 72
_BULLET: Final = 28
_LEAST: Final = 600
_SIZES: Final = (28, 26, 24, SMALLEST)
_MANY: Final = 99
_ROOMIEST_CURVE: Final = 560


@dataclass(frozen=True, slots=True)
class _Text:
    """All that is written below the chart, fitted in one size."""

    formula_heading: Fitted
    formula: Sequence[Fitted]
    meaning_heading: Fitted
    meaning: Fitted
    remarks: Sequence[Fitted]

    @property
    def tile(self) -> float:
        """Height of the formula's ground, in pixels."""
        formula = sum(line.height for line in self.formula)
        return 2 * _PAD - 8 + self.formula_heading.height + formula

    @property
    def height(self) -> float:
        """Of all of it with the gaps, in pixels."""
        said = self.meaning_heading.height + self.meaning.height + _GAP
        remarks = sum(one.height + 10 for one in self.remarks) + _GAP
        return self.tile + (said if self.meaning.lines else 0) + (remarks if self.remarks else 0)


class CalculationPainter:
    """Paints calculated metrics, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: CalculationFacts) -> bytes:
        """A JPEG 1024 pixels wide and as high as it needs, 600 to 1280.

        Where words are many, they become smaller first, then remarks are left out, from the last
        one: the words that come with the picture hold them all. The same facts give the same
        bytes.
        """
        chart = _least_chart(facts)
        text = _fitted(facts, HEIGHT - _HERO - chart - _FOOT - 2 * _GAP)
        spare = HEIGHT - _HERO - chart - _FOOT - 2 * _GAP - text.height
        if facts.curve is not None:
            chart += max(0, min(spare, _ROOMIEST_CURVE - chart))
        height = round(_HERO + chart + text.height + _FOOT + 2 * _GAP)
        canvas = self._canvas = Canvas(WIDTH, min(max(height, _LEAST), HEIGHT))
        canvas.clear()
        _draw_hero(canvas, facts)
        top = _HERO + _GAP
        if facts.curve is not None:
            curve.draw(canvas, facts.curve, Box(MARGIN, top, _RIGHT, top + chart - _GAP))
        elif facts.gauge is not None:
            gauge.draw(canvas, facts.gauge, MARGIN, top, _RIGHT)
        _write_text(canvas, text, top + chart)
        _draw_foot(canvas, facts)
        return canvas.jpeg()


def _least_chart(facts: CalculationFacts) -> float:
    if facts.curve is not None:
        return curve.LEAST_HEIGHT + _GAP
    return gauge.HEIGHT + _GAP if facts.gauge is not None else 0


def _fitted(facts: CalculationFacts, room: float) -> _Text:
    """In the largest letters that leave everything in its room."""
    for size in _SIZES:
        text = _in_size(facts, size, len(facts.remarks))
        if text.height <= room:
            return text
    count = len(facts.remarks)
    while text.height > room and count:
        count -= 1
        text = _in_size(facts, SMALLEST, count)
    return text


def _in_size(facts: CalculationFacts, size: int, remarks: int) -> _Text:
    def heading(words: str) -> Fitted:
        return fit_name(words, Weight.BOLD, size + 2, _ACROSS - 2 * _PAD, 1)

    def prose(words: str, width: float) -> Fitted:
        return fit_prose(words, Weight.MEDIUM, size, width, _MANY)

    return _Text(
        formula_heading=heading(facts.formula_heading),
        formula=[prose(line, _ACROSS - 2 * _PAD) for line in facts.formula],
        meaning_heading=heading(facts.meaning_heading),
        meaning=prose(facts.meaning, _ACROSS),
        remarks=[prose(one, _ACROSS - _BULLET) for one in facts.remarks[:remarks]],
    )


def _draw_hero(canvas: Canvas, facts: CalculationFacts) -> None:
    canvas.tile(Box(0, 0, WIDTH, _HERO), BLUE)
    title = fit_name(facts.title, Weight.EXTRABOLD, 44, _ACROSS, 1)
    canvas.lines(MARGIN, 28, title, ON_BLUE)
    subtitle = fit_prose(facts.subtitle, Weight.MEDIUM, 26, _ACROSS, 1)
    canvas.lines(MARGIN, 86, subtitle, ON_BLUE_QUIET)
    caption = fit_prose(facts.caption, Weight.SEMIBOLD, 36, 430, 2)
    room = _ACROSS - (caption.width + _GAP if caption.lines else 0)
    value = fit_name(facts.value, Weight.EXTRABOLD, 116, room, 1)
    box = canvas.text(
        MARGIN,
        _BASELINE,
        value.lines[0],
        weight=value.weight,
        size=value.size,
        colour=ON_BLUE,
    )
    lowest = _BASELINE - caption.height + round(caption.size * 0.28)
    canvas.lines(box.right + _GAP, lowest, caption, ON_BLUE)


def _write_text(canvas: Canvas, text: _Text, top: float) -> None:
    canvas.tile(Box(MARGIN, top, _RIGHT, top + text.tile), TINT, 20)
    below = canvas.lines(MARGIN + _PAD, top + _PAD - 8, text.formula_heading, QUIET)
    for line in text.formula:
        below = canvas.lines(MARGIN + _PAD, below, line, INK)
    top += text.tile + _GAP
    if text.meaning.lines:
        top = canvas.lines(MARGIN, top, text.meaning_heading, QUIET)
        top = canvas.lines(MARGIN, top, text.meaning, INK) + _GAP
    for remark in text.remarks:
        canvas.disc((MARGIN + 8, top + remark.leading * 0.54), 5, BLUE)
        top = canvas.lines(MARGIN + _BULLET, top, remark, INK) + 10


def _draw_foot(canvas: Canvas, facts: CalculationFacts) -> None:
    top = canvas.height - _FOOT
    canvas.tile(Box(0, top, WIDTH, canvas.height), BAND)
    date = fit_name(facts.date, Weight.MEDIUM, 24, 320, 1)
    middle = top + (_FOOT - date.height) / 2
    canvas.lines(_RIGHT, middle, date, QUIET, "right")
    brand = fit_name(facts.brand, Weight.BOLD, 26, _ACROSS - date.width - 32, 1)
    canvas.lines(MARGIN, top + (_FOOT - brand.height) / 2, brand, INK)
