"""A group's figures for the projector: large enough for the last row, with the way in beside."""

from collections.abc import Sequence
from dataclasses import replace

from results import counts, hall_means, hall_panels, radar
from results.canvas import Box, Canvas, Written
from results.facts_owner import BoardFacts, Count
from results.fitting import fit_name, fit_prose
from results.hall_panels import SMALLEST
from results.theme import BLUE, BLUE_DEEP, ON_BLUE, ON_BLUE_QUIET, PAPER, Weight

WIDTH = 1280
HEIGHT = 720
_MARGIN = 40
_GAP = 24
_SPLIT = 720
_CODE = 224
_MANY = 8
# On the board the reason is written out; here it would be wider than the radar.
_MISSING = "—"
_RINGS = range(160, 1300, 160)
_MAIN_SHARE = 0.62
_NARROW = radar.Style(value=40, name=28, smallest=SMALLEST, side=168, pole=240, radius=160)
_CROWDED = radar.Style(value=26, name=26, smallest=SMALLEST, side=226, pole=240, radius=88)
_WIDE = radar.Style(value=44, name=32, smallest=SMALLEST, side=340, pole=420, radius=260)


class HallPainter:
    """Paints pictures for the projector, one after the other; belongs to one thread.

    Attributes:
        code_box: Where the last QR code stands, its quiet zone included; None without one.
    """

    def __init__(self) -> None:
        self._canvas = Canvas(WIDTH, HEIGHT)
        self.code_box: Box | None = None

    @property
    def written(self) -> tuple[Written, ...]:
        """The lines of text on the last picture, with their places."""
        return tuple(self._canvas.written)

    def paint(self, facts: BoardFacts) -> bytes:
        """The figures as a JPEG of 1280 × 720 pixels; the same facts give the same bytes."""
        self._canvas.clear()
        self.code_box = None
        if facts.hidden or not (facts.blocks or facts.items or facts.questions):
            self._draw_hidden(facts)
        elif facts.has_radar or not (facts.blocks or facts.items):
            self._draw_figures(facts)
        else:
            self._draw_means(facts)
        return self._canvas.jpeg()

    def _draw_figures(self, facts: BoardFacts) -> None:
        beside = Box(_SPLIT + _GAP, _GAP, WIDTH - _GAP, HEIGHT - _GAP)
        both = bool(facts.blocks and facts.questions)
        split = _SPLIT if facts.link or both else WIDTH
        top = _draw_head(self._canvas, facts, split) + _GAP
        if facts.blocks:
            _draw_radar(self._canvas, facts, Box(0, top, split, HEIGHT - _GAP))
        else:
            place = Box(_MARGIN, top, split - _MARGIN, HEIGHT - _GAP)
            hall_panels.draw_questions(self._canvas, facts.questions, place)
        if facts.link:
            bottom = _GAP + _CODE if both else HEIGHT - _GAP
            self._draw_way_in(facts, replace(beside, bottom=bottom))
            beside = replace(beside, top=bottom + _GAP)
        if both:
            hall_panels.draw_questions(self._canvas, facts.questions, beside)

    def _draw_means(self, facts: BoardFacts) -> None:
        """The blocks as a list, or the statements where there are no blocks to tell.

        Many rows take the place below the code; then there is none for a question.
        """
        rows = facts.blocks or facts.items
        heading = facts.blocks_heading if facts.blocks else facts.items_heading
        many = len(rows) > hall_means.ONE_COLUMN
        both = many or bool(facts.questions)
        beside = Box(_SPLIT + _GAP, _GAP, WIDTH - _MARGIN, HEIGHT - _GAP)
        split = _SPLIT if facts.link or both else WIDTH
        top = _draw_head(self._canvas, facts, split) + _GAP
        if facts.link:
            bottom = _GAP + _CODE if both else HEIGHT - _GAP
            self._draw_way_in(facts, replace(beside, bottom=bottom))
            beside = replace(beside, top=bottom + _GAP)
        places = [Box(_MARGIN, top, split - _MARGIN, HEIGHT - _GAP), beside]
        shown = places if many else places[:1]
        hall_means.draw(self._canvas, heading, rows, _MISSING, shown)
        if facts.questions and not many:
            hall_panels.draw_questions(self._canvas, facts.questions[:1], beside)

    def _draw_hidden(self, facts: BoardFacts) -> None:
        """Before there are figures: how many are there, why to wait, and how to join."""
        split = _SPLIT if facts.link else WIDTH
        canvas = self._canvas
        canvas.tile(Box(-1, -1, WIDTH + 1, HEIGHT + 1), BLUE)
        for ring in _RINGS:
            canvas.ring((split, 0), ring, BLUE_DEEP, 3)
        if split < WIDTH:
            canvas.tile(Box(split, -1, WIDTH + 1, HEIGHT + 1), PAPER)
        width = split - 2 * _MARGIN
        title = fit_prose(facts.title, Weight.EXTRABOLD, 40, width, 3, SMALLEST)
        sentence = fit_prose(
            facts.hidden or facts.missing, Weight.SEMIBOLD, 36, width, 4, SMALLEST
        )
        top = canvas.lines(_MARGIN, 32, title, ON_BLUE)
        bottom = HEIGHT - 40 - sentence.height
        canvas.lines(_MARGIN, bottom, sentence, ON_BLUE)
        _draw_counts(canvas, facts.counts, Box(_MARGIN, top, split - _MARGIN, bottom))
        if facts.link:
            self._draw_way_in(facts, Box(split + _GAP, _GAP, WIDTH - _GAP, HEIGHT - _GAP))

    def _draw_way_in(self, facts: BoardFacts, place: Box) -> None:
        self.code_box = hall_panels.draw_way_in(
            self._canvas, facts.link, facts.link_caption, place
        )


def _draw_head(canvas: Canvas, facts: BoardFacts, split: float) -> float:
    """Title and counts; returns where they end."""
    width = split - 2 * _MARGIN
    # A list needs the lines that a longer title and a fourth count would take.
    lines, others = (3, facts.counts[:3]) if facts.has_radar else (2, facts.counts[:2])
    title = fit_prose(facts.title, Weight.EXTRABOLD, 40, width, lines, SMALLEST)
    # A long title says enough: lines are dear here.
    under = facts.subtitle if len(title.lines) == 1 else ""
    subtitle = fit_prose(under, Weight.MEDIUM, 28, width, 1, SMALLEST)
    shown = list(facts.counts)
    if facts.total:
        shown = [*others, Count(facts.total, facts.total_caption)]
    row = counts.fit(shown, width, 72, 26, SMALLEST)
    height = 20 + title.height + subtitle.height + 8 + row.height + 20
    canvas.tile(Box(-1, -1, split, height), BLUE)
    top = canvas.lines(_MARGIN, 20, title, ON_BLUE)
    top = canvas.lines(_MARGIN, top, subtitle, ON_BLUE_QUIET)
    counts.draw(canvas, row, _MARGIN, top + 8)
    return height


def _draw_radar(canvas: Canvas, facts: BoardFacts, place: Box) -> None:
    many = len(facts.blocks) > _MANY
    style = _WIDE if place.width == WIDTH else _CROWDED if many else _NARROW
    shown = radar.labels(facts.blocks, _MISSING, style)
    frame = radar.fit_frame(shown, place.top, place.bottom, place.width / 2)
    radar.draw_frame(canvas, frame)
    radar.draw(canvas, frame, facts.blocks, shown, reference=False)


def _draw_counts(canvas: Canvas, shown: Sequence[Count], place: Box) -> None:
    """The first count as large as there is room for, the others beside it."""
    if not shown:
        return
    first, *others = shown
    main_width = place.width * (_MAIN_SHARE if others else 1)
    value = fit_name(first.value, Weight.EXTRABOLD, 220, main_width - _GAP, 1, SMALLEST)
    label = fit_prose(first.label, Weight.BOLD, 40, main_width - _GAP, 2, SMALLEST)
    middle = (place.top + place.bottom) / 2
    top = middle - (value.height + label.height) / 2
    canvas.lines(place.left, canvas.lines(place.left, top, value, ON_BLUE), label, ON_BLUE)
    rows = [counts.fit([other], place.width - main_width, 56, 28, SMALLEST) for other in others]
    top = middle - sum(row.height + _GAP for row in rows) / 2 + _GAP / 2
    for row in rows:
        counts.draw(canvas, row, place.left + main_width, top)
        top += row.height + _GAP
