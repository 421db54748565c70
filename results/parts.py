"""Yes, not sure and no side by side: their legend, and bars of as many parts."""

from collections.abc import Sequence

from results.canvas import Box, Canvas
from results.fitting import fit_name
from results.lettering import measure
from results.theme import BLUE, INK, ON_BLUE, ORANGE, PASSIVE, SMALLEST, Weight

_LEGEND = 24
LEGEND_HEIGHT = 30
"""Of a legend of one line, in pixels."""
_SWATCH = 22
_SWATCH_GAP = 10
_BETWEEN = 32
_ROUNDING = 8
_SEAM = 3
_NUMBER = 24
_SHADES = ((BLUE, ON_BLUE), (PASSIVE, INK), (ORANGE, INK))
"""Ground and letters of yes, not sure and no, in the order of the legend."""


def draw_legend(
    canvas: Canvas, legend: Sequence[str], left: float, top: float, width: float
) -> float:
    """Write the three answers, each after a swatch of its colour.

    Args:
        canvas: Where to.
        legend: What is written of yes, not sure and no.
        left: Left edge in pixels.
        top: Upper edge in pixels.
        width: Of the row in pixels.

    Returns:
        Its lower edge.
    """
    room = (width - _BETWEEN * (len(legend) - 1)) / len(legend) - _SWATCH - _SWATCH_GAP
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


def draw_bar(canvas: Canvas, counts: Sequence[int], place: Box) -> None:
    """Draw the parts, each as long as its share, with its number where that has room.

    Args:
        canvas: Where to.
        counts: Of yes, not sure and no; one at least is not 0.
        place: The bar's.
    """
    parts = [(n, *shades) for n, shades in zip(counts, _SHADES, strict=True) if n]
    width = place.width - _SEAM * (len(parts) - 1)
    left = place.left
    for count, shade, ink in parts:
        right = left + width * count / sum(counts)
        canvas.tile(Box(left, place.top, right, place.bottom), shade, _ROUNDING)
        room = right - left - 2
        # Of people there may be hundreds: a part of one in fifty is seen, and told in the words.
        if measure(str(count), Weight.BOLD, SMALLEST) <= room:
            number = fit_name(str(count), Weight.BOLD, _NUMBER, room, 1, SMALLEST)
            middle = (place.top + place.bottom - number.height) / 2
            canvas.lines((left + right) / 2, middle, number, ink, "center")
        left = right + _SEAM
