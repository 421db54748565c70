"""A profile: how each thing was rated between ends of its own, and where there is a note."""

from results import bands, tracks
from results.canvas import Box, Canvas, Written
from results.facts_profile import ProfileFacts
from results.fitting import fit_name, fit_prose
from results.theme import (
    BLUE,
    HEIGHT,
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
_TOP = 22
_MEAN_WIDTH = 264
_BETWEEN = 32
_UNDER_TITLE = 4
_GAP = 16
_LEGEND = 36


class ProfilePainter:
    """Paints profiles, one after the other; belongs to one thread."""

    def __init__(self) -> None:
        self._canvas = Canvas()
        self._written: list[tuple[Written, ...]] = []

    @property
    def written(self) -> tuple[tuple[Written, ...], ...]:
        """The lines of text on each picture of the last profile, with their places."""
        return tuple(self._written)

    def paint(self, facts: ProfileFacts) -> tuple[bytes, ...]:
        """The profile as JPEGs of 1024 × 1280 pixels: one, or more where one does not hold it.

        A dozen things with short ends fit on one; the same facts give the same bytes.
        """
        head = _Head(facts)
        has_notes = any(item.has_note for part in facts.sections for item in part.items)
        top = head.height + _GAP
        foot = bands.fit_foot("", facts.brand, facts.date, _ACROSS)
        bottom = HEIGHT - foot.height - (_LEGEND if has_notes else _GAP)
        packed = tracks.pages(facts.sections, facts.points, facts.missing, bottom - top) or [()]
        self._written = []
        album = []
        for number, page in enumerate(packed, start=1):
            self._canvas.clear()
            head.write(self._canvas)
            tracks.draw(self._canvas, page, top, bottom - top)
            if has_notes:
                _write_legend(self._canvas, facts.noted, HEIGHT - foot.height - _LEGEND / 2)
            mark = f"{facts.date} · {number} / {len(packed)}" if len(packed) > 1 else facts.date
            bands.draw_foot(self._canvas, bands.fit_foot("", facts.brand, mark, _ACROSS))
            album.append(self._canvas.jpeg())
            self._written.append(tuple(self._canvas.written))
        return tuple(album)


class _Head:
    """The blue band: the title, how to read it and whose view it is, beside the mean."""

    def __init__(self, facts: ProfileFacts) -> None:
        self.mean = fit_name(facts.mean, Weight.EXTRABOLD, 56, _MEAN_WIDTH, 1)
        self.caption = fit_prose(facts.mean_caption, Weight.MEDIUM, 24, _MEAN_WIDTH, 3)
        beside = _ACROSS - max(self.mean.width, self.caption.width) - _BETWEEN
        self.title = fit_name(facts.title, Weight.EXTRABOLD, 44, beside, 2, 34)
        self.lines = [
            fit_prose(text, Weight.MEDIUM, 26, beside, 2)
            for text in (facts.subtitle, facts.viewpoint)
        ]

    @property
    def height(self) -> float:
        """In pixels."""
        left = self.title.height + _UNDER_TITLE + sum(line.height for line in self.lines)
        return _TOP + max(left, self.mean.height + self.caption.height) + _TOP

    def write(self, canvas: Canvas) -> None:
        """Draw it onto an empty picture."""
        canvas.tile(Box(-1, -1, WIDTH + 1, self.height), BLUE)
        below = canvas.lines(MARGIN, _TOP, self.title, ON_BLUE) + _UNDER_TITLE
        for line in self.lines:
            below = canvas.lines(MARGIN, below, line, ON_BLUE_QUIET)
        below = canvas.lines(_RIGHT, _TOP, self.mean, ON_BLUE, "right")
        canvas.lines(_RIGHT, below, self.caption, ON_BLUE_QUIET, "right")


def _write_legend(canvas: Canvas, text: str, middle: float) -> None:
    legend = fit_prose(text, Weight.MEDIUM, SMALLEST, _ACROSS - 40, 1)
    tracks.draw_note(canvas, _RIGHT - legend.width - 34, middle)
    canvas.lines(_RIGHT, middle - legend.height / 2, legend, QUIET, "right")
