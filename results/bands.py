"""The bands that frame a picture: a blue one with its title, a quiet one with its note."""

from dataclasses import dataclass

from results.canvas import Box, Canvas
from results.fitting import Fitted, fit_prose
from results.theme import BAND, INK, MARGIN, ON_BLUE, ON_BLUE_QUIET, QUIET, SMALLEST, Weight

_TOP = 32
_PAD = 20
_BETWEEN = 32


@dataclass(frozen=True, slots=True)
class Title:
    """A title of at most two lines and what stands below it, fitted."""

    title: Fitted
    subtitle: Fitted

    @property
    def bottom(self) -> float:
        """Where it ends, in pixels from the top of the picture."""
        return _TOP + self.title.height + 4 + self.subtitle.height


@dataclass(frozen=True, slots=True)
class Foot:
    """A note over brand and date, fitted."""

    note: Fitted
    brand: Fitted
    date: Fitted

    @property
    def height(self) -> float:
        """Of the band, in pixels; 0 where there is nothing to say."""
        signed = max(self.brand.height, self.date.height)
        if not signed and not self.note.lines:
            return 0
        between = 4 if signed and self.note.lines else 0
        return self.note.height + between + signed + 2 * _PAD


def fit_title(title: str, subtitle: str, width: float, size: int = 44, least: int = 24) -> Title:
    """Fit a head's words.

    Args:
        title: A person's words or the instrument's name, up to some 120 letters.
        subtitle: One line; what does not fit ends in an ellipsis.
        width: Of their place, in pixels.
        size: Wished size of the title in pixels.
        least: Wished size of the subtitle in pixels, and floor of both.
    """
    return Title(
        fit_prose(title, Weight.EXTRABOLD, size, width, 2, least),
        fit_prose(subtitle, Weight.MEDIUM, least + 2, width, 1, least),
    )


def write_title(canvas: Canvas, fitted: Title) -> float:
    """Write a fitted title onto blue and return where it ends."""
    below = canvas.lines(MARGIN, _TOP, fitted.title, ON_BLUE) + 4
    return canvas.lines(MARGIN, below, fitted.subtitle, ON_BLUE_QUIET)


def fit_foot(note: str, brand: str, date: str, width: float, size: int = SMALLEST) -> Foot:
    """Fit a foot's words.

    Args:
        note: At most two lines; may be empty.
        brand: May be empty.
        date: May be empty.
        width: Of their place, in pixels.
        size: Of the letters, in pixels.
    """
    dated = fit_prose(date, Weight.MEDIUM, size, width / 2, 1, size)
    return Foot(
        fit_prose(note, Weight.MEDIUM, size, width, 2, size),
        fit_prose(brand, Weight.BOLD, size + 2, width - dated.width - _BETWEEN, 1, size),
        dated,
    )


def draw_foot(canvas: Canvas, foot: Foot) -> None:
    """Draw a fitted foot at the lower edge of the picture."""
    top = canvas.height - foot.height
    canvas.tile(Box(-1, top, canvas.width + 1, canvas.height + 1), BAND)
    below = canvas.lines(MARGIN, top + _PAD, foot.note, QUIET) + (4 if foot.note.lines else 0)
    canvas.lines(MARGIN, below, foot.brand, INK)
    lower = max(foot.brand.leading - foot.date.leading, 0) if foot.brand.lines else 0
    canvas.lines(canvas.width - MARGIN, below + lower, foot.date, QUIET, "right")
