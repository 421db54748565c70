"""A sentence on a whole result, on a tile of its own."""

from results.canvas import Box, Canvas
from results.fitting import Fitted, fit_prose
from results.theme import INK, MARGIN, TINT, WIDTH, Weight

_PAD = 32
_ABOVE = 12


def fit(text: str) -> Fitted:
    """Fit a sentence; without one nothing is drawn."""
    return fit_prose(text, Weight.SEMIBOLD, 28, WIDTH - 2 * (MARGIN + _PAD), 2)


def height(fitted: Fitted) -> int:
    """Of the tile in pixels; 0 without a sentence."""
    return fitted.height + 2 * _ABOVE if fitted.lines else 0


def draw(canvas: Canvas, fitted: Fitted, top: float) -> None:
    """Draw the tile of a fitted sentence, if there is one."""
    if fitted.lines:
        canvas.tile(Box(MARGIN, top, WIDTH - MARGIN, top + height(fitted)), TINT, 20)
        canvas.lines(MARGIN + _PAD, top + _ABOVE, fitted, INK)
