"""The owner's overview of a group: counts, questions on rows of numbers, means."""

from collections.abc import Sequence

from results import answered, bands, breakdown, counts, means, radar
from results.canvas import Box, Canvas, Written
from results.facts_owner import BoardFacts, Breakdown
from results.fitting import fit_name, fit_prose
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
    TRACK,
    WIDTH,
    Weight,
)

_ACROSS = WIDTH - 2 * MARGIN
_RIGHT = WIDTH - MARGIN
_GAP = 16
_TOTAL_WIDTH = 268
_SHARE_WIDTH = 328
_PAD = 24
_BETWEEN = 32
_GHOSTS = (0.34, 0.5, 0.44, 0.72, 1, 0.86, 0.58)
_MOST_GROWTH = 560


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
        bottom = canvas.height - foot.height - _GAP
        if _loses_items(facts, bottom - top):
            note = f"{facts.note} {facts.items_left}"
            foot = bands.fit_foot(note, facts.brand, facts.date, _ACROSS)
            bottom = canvas.height - foot.height - _GAP
        bands.draw_foot(canvas, foot)
        if facts.breakdown is not None:
            _draw_breakdown(canvas, facts, facts.breakdown, top, bottom)
        elif facts.hidden or not (facts.questions or facts.blocks or facts.items):
            _draw_hidden(canvas, facts, top, bottom)
        else:
            _draw_figures(canvas, facts, top, bottom)
        return canvas.jpeg()


def _draw_head(canvas: Canvas, facts: BoardFacts) -> float:
    total = "" if facts.hidden else facts.total
    title = bands.fit_title(facts.title, facts.subtitle, _ACROSS)
    # "64 %" and what it is a share of are wider than a score.
    tile = _TOTAL_WIDTH if facts.has_radar else _SHARE_WIDTH
    width = _ACROSS - tile - _BETWEEN if total else _ACROSS
    row = counts.fit(facts.counts, width, 72, 24, SMALLEST)
    top = title.bottom + 16
    bottom = top + row.height + 28
    canvas.tile(Box(-1, -1, WIDTH + 1, bottom), BLUE)
    bands.write_title(canvas, title)
    counts.draw(canvas, row, MARGIN, top)
    if total:
        place = Box(_RIGHT - tile, top, _RIGHT, bottom - 20)
        _draw_total(canvas, total, facts.total_caption, place)
    return bottom


def _draw_total(canvas: Canvas, total: str, caption: str, place: Box) -> None:
    canvas.tile(place, BLUE_DEEP, 24)
    figure = fit_name(total, Weight.EXTRABOLD, 64, 120, 1)
    middle = (place.top + place.bottom) / 2
    canvas.lines(place.left + 20, middle - figure.height / 2, figure, ON_BLUE)
    beside = place.left + 20 + figure.width + 12
    words = fit_prose(caption, Weight.MEDIUM, 24, _RIGHT - 12 - beside, 3)
    canvas.lines(beside, middle - words.height / 2, words, ON_BLUE_QUIET)


def _draw_figures(canvas: Canvas, facts: BoardFacts, top: float, bottom: float) -> None:
    panels, lists = _fit_figures(facts, bottom - top)
    taken = sum(panel.least_height + _GAP for panel in panels)
    listed = sum(one.least_height + _GAP for one in lists)
    spare = bottom - top - taken - listed + _GAP
    # Tiles with a distribution share what is left with the lists; a sentence needs no more room.
    growing = sum(panel.shown for panel in panels)
    grown = min(spare * (0.4 if lists else 1) / max(growing, 1), _MOST_GROWTH)
    for panel in panels:
        height = panel.least_height + (grown if panel.shown else 0)
        answered.draw(canvas, panel, MARGIN, top, height)
        top += height + _GAP
    left = bottom - top - listed + _GAP
    rows = sum(one.rows for one in lists)
    for one in lists:
        height = min(one.least_height + left * one.rows / rows, one.most_height)
        means.draw(canvas, one, top, top + height)
        top += height + _GAP


def _draw_breakdown(
    canvas: Canvas, facts: BoardFacts, told: Breakdown, top: float, bottom: float
) -> None:
    """Questions in the roomiest style that leaves room for all lists, and these below."""
    for style in (answered.ROOMY, answered.COMPACT, answered.TIGHT):
        panels = [answered.fit(question, _ACROSS, style) for question in facts.questions]
        taken = sum(panel.least_height + _GAP for panel in panels)
        tile = breakdown.fit(told, bottom - top - taken)
        if tile.is_whole:
            break
    for panel in panels:
        answered.draw(canvas, panel, MARGIN, top, panel.least_height)
        top += panel.least_height + _GAP
    breakdown.draw(canvas, tile, top, bottom)


def _fit_figures(
    facts: BoardFacts, room: float
) -> tuple[Sequence[answered.Panel], Sequence[means.Panel]]:
    """Questions and lists in the roomiest way that leaves room for both.

    Single statements, the second list, give way where there is none.
    """
    listed = _listed(facts)
    if len(facts.questions) == 1 and not listed:
        return [answered.fit(facts.questions[0], _ACROSS, answered.ALONE)], ()
    for count in range(len(listed), 0, -1) or (0,):
        for style, fit_list in _WAYS if count else _WITHOUT_LISTS:
            panels = [answered.fit(question, _ACROSS, style) for question in facts.questions]
            lists = [fit_list(one) for one in listed[:count]]
            left = room - sum(panel.least_height + _GAP for panel in panels)
            if left >= sum(one.least_height + _GAP for one in lists) - _GAP:
                return panels, [one.with_radar(left) for one in lists]
    return panels, lists


def _loses_items(facts: BoardFacts, room: float) -> bool:
    """Whether the list of single statements has no room."""
    if not (facts.items and facts.items_left) or facts.hidden or facts.breakdown is not None:
        return False
    return len(_fit_figures(facts, room)[1]) < len(_listed(facts))


def _listed(facts: BoardFacts) -> Sequence[means.Listed]:
    blocks = means.Listed(facts.blocks_heading, facts.blocks, facts.missing, facts.has_radar)
    items = means.Listed(facts.items_heading, facts.items, facts.missing, is_wordy=True)
    return [one for one in (blocks, items) if one.axes]


_LARGE, _IN_ONE, _IN_TWO = means.WAYS
# From the roomiest to the one that holds three questions and ten blocks.
_WAYS: Sequence[tuple[answered.Style, means.Fit]] = (
    (answered.ROOMY, _LARGE),
    (answered.ROOMY, _IN_ONE),
    (answered.COMPACT, _IN_ONE),
    (answered.COMPACT, _IN_TWO),
    (answered.TIGHT, _IN_TWO),
)
_WITHOUT_LISTS = ((answered.ROOMY, _LARGE), (answered.COMPACT, _LARGE), (answered.TIGHT, _LARGE))


def _draw_hidden(canvas: Canvas, facts: BoardFacts, top: float, bottom: float) -> None:
    """An empty figure and the reason why: a place that is kept for the figures, not a void."""
    canvas.tile(Box(MARGIN, top, _RIGHT, bottom), SURFACE, _PAD)
    sentence = facts.hidden or facts.missing
    words = fit_prose(sentence, Weight.SEMIBOLD, 44, _ACROSS - 4 * _PAD, 5)
    radius = min((bottom - top - words.height) / 2 - 80, 240)
    above = top + (bottom - top - 2 * radius - 48 - words.height) / 2
    empty = radar.Frame(8, int(above + radius), int(radius))
    canvas.disc(empty.centre, radius + 32, TINT)
    if facts.has_radar:
        radar.draw_frame(canvas, empty)
    else:
        _draw_ghosts(canvas, above + radius, radius)
    canvas.lines(WIDTH / 2, above + 2 * radius + 64, words, INK, "center")


def _draw_ghosts(canvas: Canvas, middle: float, radius: float) -> None:
    """Columns without figures, on the disc."""
    side = 1.3 * radius
    pitch, floor = side / len(_GHOSTS), middle + side / 2
    for number, height in enumerate(_GHOSTS):
        left = (WIDTH - side) / 2 + pitch * number
        canvas.tile(Box(left + 6, floor - side * height, left + pitch - 6, floor), TRACK, 8)
