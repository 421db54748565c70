"""The tiles of the projector's picture: the questions and the way in."""

from collections.abc import Sequence
from dataclasses import dataclass

from results import answered, columns, qr, shares
from results.canvas import Box, Canvas
from results.facts_owner import Answered
from results.fitting import Fitted, fit_prose
from results.theme import BLUE, INK, QUIET, SURFACE, Weight

# At 1280 pixels on a screen three metres wide, 26 pixels are six centimetres.
SMALLEST = 26
# Photographed from the last row: some correction pays here.
CORRECTION: qr.Correction = "m"
_ROUNDING = 24
_PAD = 20
_GAP = 20
_SCORE_WIDTH = 176
_BRIEFEST_SCORE = 140
_LEAST_COLUMNS = 4.4 * SMALLEST
_WIDE = 1000
_PAIR = 2
_ALONE = answered.Style(text=28, name=36, score=104, pad=28, beside=336)


def draw_questions(canvas: Canvas, asked: Sequence[Answered], place: Box) -> None:
    """Draw questions, as many of them with their distribution as there is room for.

    Args:
        canvas: Where to.
        asked: One to three.
        place: Their place, filled to its edges.
    """
    if place.width > _WIDE and len(asked) == 1:
        panel = answered.fit(asked[0], place.width, _ALONE)
        answered.draw(canvas, panel, place.left, place.top, place.height)
    elif place.width > _WIDE and len(asked) == _PAIR:
        width = (place.width - _GAP) / _PAIR
        for number, one in enumerate(asked):
            left = place.left + number * (width + _GAP)
            half = Box(left, place.top, left + width, place.bottom)
            _draw_stack(canvas, [one], half)
    else:
        _draw_stack(canvas, asked, place)


def draw_way_in(canvas: Canvas, link: str, caption: str, place: Box) -> Box:
    """Draw the QR code and what to do, beside each other or, in a high place, below each other.

    Args:
        canvas: Where to.
        link: What the code says.
        caption: What to do, and the code in letters.
        place: Of both.

    Returns:
        Where the code stands, its quiet zone included.
    """
    if place.height < place.width:
        side = place.height
        words = fit_prose(caption, Weight.SEMIBOLD, 30, place.width - side - _GAP, 8, SMALLEST)
        tile = Box(place.left, place.top, place.left + side, place.bottom)
        top = (place.top + place.bottom - words.height) / 2
        canvas.lines(tile.right + _GAP, top, words, INK)
    else:
        words = fit_prose(caption, Weight.SEMIBOLD, 34, place.width, 4, SMALLEST)
        side = min(place.width, place.height - words.height - _GAP)
        left = (place.left + place.right - side) / 2
        top = (place.top + place.bottom - side - _GAP - words.height) / 2
        tile = Box(left, top, left + side, top + side)
        middle = (place.left + place.right) / 2
        canvas.lines(middle, tile.bottom + _GAP, words, INK, "center")
    qr.draw(canvas, link, tile, CORRECTION, _ROUNDING)
    return qr.place(link, tile, CORRECTION)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question, fitted.

    Attributes:
        columns: What its distribution is drawn of; None in brief.
        name: What was asked.
        score: Empty where there is none.
        interval: Or the reason why there is no score; empty in the briefest way.
        shares: With a distribution.
        beside: Whether the score stands to the left of all, rather than below the name.
    """

    columns: Answered | None
    name: Fitted
    score: Fitted
    interval: Fitted
    shares: shares.Shares
    beside: bool

    @property
    def head(self) -> float:
        """Height of the score and what stands to its right, in pixels."""
        beside = self.shares.height if self.columns else self.interval.height
        return max(self.score.height, beside)

    @property
    def least_height(self) -> float:
        words = self.name.height + 4
        if self.columns:
            return 2 * _PAD + words + self.head + _LEAST_COLUMNS + 4 + self.interval.height
        if self.beside:
            return 2 * _PAD + max(words + self.interval.height, self.score.height)
        return 2 * _PAD + words + self.head


def _draw_stack(canvas: Canvas, asked: Sequence[Answered], place: Box) -> None:
    first, width = asked[0], place.width
    brief = [_in_brief(one, width) for one in asked]
    ways = [
        [_in_full(first, width), *brief[1:]],
        brief,
        [_briefest(one, width) for one in asked],
    ]
    for questions in ways if first.distribution else ways[1:]:
        taken = sum(question.least_height + _GAP for question in questions) - _GAP
        if taken <= place.height:
            break
    spare = place.height - taken
    has_columns = bool(questions[0].columns)
    top = place.top
    for number, question in enumerate(questions):
        # The columns take what is left; without any, all share it.
        share = float(number == 0) if has_columns else 1 / len(questions)
        bottom = top + question.least_height + spare * share
        canvas.tile(Box(place.left, top, place.right, bottom), SURFACE, _ROUNDING)
        inner = Box(place.left + _PAD, top + _PAD, place.right - _PAD, bottom - _PAD)
        if question.columns:
            _draw_full(canvas, question, question.columns, inner)
        elif question.beside:
            _draw_beside(canvas, question, inner)
        else:
            _draw_below(canvas, question, inner)
        top = bottom + _GAP


def _in_full(facts: Answered, width: float) -> _Question:
    inner = width - 2 * _PAD
    return _Question(
        facts,
        fit_prose(facts.name, Weight.BOLD, 32, inner, 2, SMALLEST),
        fit_prose(facts.score, Weight.EXTRABOLD, 80, _SCORE_WIDTH, 1, SMALLEST),
        fit_prose(facts.interval, Weight.MEDIUM, SMALLEST, inner, 2, SMALLEST),
        shares.fit(facts.groups, inner - _SCORE_WIDTH - 8, SMALLEST, stacked=True),
        beside=False,
    )


def _in_brief(facts: Answered, width: float) -> _Question:
    inner = width - 2 * _PAD
    wide = width > _WIDE
    right = inner - (_SCORE_WIDTH + _GAP if facts.score else 0)
    return _Question(
        None,
        fit_prose(facts.name, Weight.BOLD, 28, right if wide else inner, 2, SMALLEST),
        fit_prose(facts.score, Weight.EXTRABOLD, 64, _SCORE_WIDTH, 1, SMALLEST),
        fit_prose(facts.interval, Weight.MEDIUM, SMALLEST, right, 3, SMALLEST),
        shares.fit((), 0, SMALLEST),
        beside=wide,
    )


def _briefest(facts: Answered, width: float) -> _Question:
    inner = width - 2 * _PAD
    right = inner - (_BRIEFEST_SCORE + _GAP if facts.score else 0)
    return _Question(
        None,
        fit_prose(facts.name, Weight.BOLD, 28, right, 3 if facts.score else 1, SMALLEST),
        fit_prose(facts.score, Weight.EXTRABOLD, 56, _BRIEFEST_SCORE, 1, SMALLEST),
        fit_prose("" if facts.score else facts.interval, Weight.MEDIUM, 26, inner, 2, SMALLEST),
        shares.fit((), 0, SMALLEST),
        beside=True,
    )


def _draw_full(canvas: Canvas, question: _Question, drawn: Answered, inner: Box) -> None:
    top = canvas.lines(inner.left, inner.top, question.name, INK) + 4
    middle = top + question.head / 2
    canvas.lines(inner.left, middle - question.score.height / 2, question.score, BLUE)
    beside = inner.right - question.shares.width
    shares.draw(canvas, question.shares, beside, middle - question.shares.height / 2)
    floor = inner.bottom - question.interval.height
    place = Box(inner.left, top + question.head, inner.right, floor - 4)
    columns.draw(canvas, drawn, place, SMALLEST)
    canvas.lines(inner.left, floor, question.interval, QUIET)


def _draw_below(canvas: Canvas, question: _Question, inner: Box) -> None:
    """The name, and below it the score with the interval to its right."""
    top = (inner.top + inner.bottom - question.name.height - 4 - question.head) / 2
    middle = canvas.lines(inner.left, top, question.name, INK) + 4 + question.head / 2
    canvas.lines(inner.left, middle - question.score.height / 2, question.score, BLUE)
    left = inner.left + (_SCORE_WIDTH + _GAP if question.score.lines else 0)
    canvas.lines(left, middle - question.interval.height / 2, question.interval, QUIET)


def _draw_beside(canvas: Canvas, question: _Question, inner: Box) -> None:
    """The score, and to its right the name over the interval."""
    middle = (inner.top + inner.bottom) / 2
    canvas.lines(inner.left, middle - question.score.height / 2, question.score, BLUE)
    score = max(question.score.width, _BRIEFEST_SCORE) + _GAP if question.score.lines else 0
    top = middle - (question.name.height + question.interval.height) / 2
    below = canvas.lines(inner.left + score, top, question.name, INK)
    canvas.lines(inner.left + score, below, question.interval, QUIET)
