"""The details: an album with all blocks, highest first, and then every statement."""

from results import ranking, statements
from results.canvas import Box, Canvas, Written
from results.facts import DetailFacts
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import (
    BLUE,
    HEIGHT,
    INK,
    MARGIN,
    ON_BLUE,
    ON_BLUE_QUIET,
    QUIET,
    SMALLEST,
    WIDTH,
    Weight,
)

_RIGHT = WIDTH - MARGIN
_ACROSS = _RIGHT - MARGIN
_BAND = 96
_HEADING = _BAND + 16
_BODY = _HEADING + 44
_FOOT = HEIGHT - 52


class DetailsPainter:
    """Paints albums of details, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()
        self._canvas.clear()
        self._canvas.tile(Box(0, 0, WIDTH, _BAND), BLUE)
        self._background = self._canvas.keep()
        self._written: list[tuple[Written, ...]] = []

    @property
    def written(self) -> tuple[tuple[Written, ...], ...]:
        """The lines of text on each page of the last album, with their places."""
        return tuple(self._written)

    def paint(self, facts: DetailFacts) -> tuple[bytes, ...]:
        """The album as JPEGs of 1024 × 1280 pixels: the blocks first, then the statements.

        The same facts give the same bytes.
        """
        legend = _legend(facts)
        top = _BODY + legend.height + 16
        packed = statements.pages(facts.blocks, facts.missing, _FOOT - 8 - top)
        count = len(packed) + 1
        self._written = []
        self._begin(facts, f"1 / {count}")
        _draw_ranking(self._canvas, facts)
        album = [self._finish()]
        for number, page in enumerate(packed, start=2):
            self._begin(facts, f"{number} / {count}")
            _write_heading(self._canvas, facts.items_heading, _ACROSS)
            self._canvas.lines(MARGIN, _BODY, legend, QUIET)
            statements.draw(self._canvas, page, top, _FOOT - 8 - top)
            album.append(self._finish())
        return tuple(album)

    def _begin(self, facts: DetailFacts, mark: str) -> None:
        self._canvas.restore(self._background)
        _write_head(self._canvas, facts, mark)
        _write_foot(self._canvas, facts)

    def _finish(self) -> bytes:
        self._written.append(tuple(self._canvas.written))
        return self._canvas.jpeg()


def _legend(facts: DetailFacts) -> Fitted:
    steps = (f"{level} {label}" for level, label in enumerate(facts.legend, start=1))
    # Level and label stay together; a line breaks between the steps.
    joined = " · ".join(step.replace(" ", "\N{NO-BREAK SPACE}") for step in steps)
    return fit_prose(joined, Weight.MEDIUM, SMALLEST, _ACROSS, 2)


def _write_head(canvas: Canvas, facts: DetailFacts, mark: str) -> None:
    page = fit_name(mark, Weight.BOLD, 28, 160, 1)
    canvas.lines(_RIGHT, (_BAND - page.height) / 2, page, ON_BLUE, "right")
    beside = _ACROSS - page.width - 32
    title = fit_name(facts.title, Weight.EXTRABOLD, 32, beside, 1)
    below = canvas.lines(MARGIN, 12, title, ON_BLUE)
    canvas.lines(
        MARGIN, below, fit_prose(facts.subtitle, Weight.MEDIUM, 24, beside, 1), ON_BLUE_QUIET
    )


def _write_foot(canvas: Canvas, facts: DetailFacts) -> None:
    date = fit_name(facts.date, Weight.MEDIUM, SMALLEST, 320, 1)
    canvas.lines(_RIGHT, _FOOT + 12, date, QUIET, "right")
    brand = fit_name(facts.brand, Weight.MEDIUM, SMALLEST, _ACROSS - date.width - 32, 1)
    canvas.lines(MARGIN, _FOOT + 12, brand, QUIET)


def _write_heading(canvas: Canvas, text: str, width: float) -> None:
    canvas.lines(MARGIN, _HEADING, fit_name(text, Weight.BOLD, 32, width, 1), INK)


def _draw_ranking(canvas: Canvas, facts: DetailFacts) -> None:
    caption = fit_prose(facts.reference_caption, Weight.MEDIUM, 24, 400, 1)
    _write_heading(canvas, facts.blocks_heading, _ACROSS - caption.width - 64)
    if caption.lines:
        canvas.lines(_RIGHT, _HEADING + 6, caption, INK, "right")
        ranking.draw_tick(canvas, _RIGHT - caption.width - 20, _HEADING + 22)
    ranking.draw(canvas, facts.blocks, facts.missing, _BODY, _FOOT)
