"""Where a result lies between the least and the greatest that it can be, with its interval."""

from typing import Final

from results.canvas import Align, Box, Canvas
from results.facts_calculation import Gauge
from results.theme import BLUE, INK, QUIET, SMALLEST, TRACK, Weight

HEIGHT: Final = 84
_TRACK: Final = 12
_BAND: Final = 28
_DOT: Final = 20
_MIDDLE: Final = 24
_LABELS: Final = 76


def draw(canvas: Canvas, gauge: Gauge, left: float, top: float, right: float) -> None:
    """Draw a gauge: its track, the interval as a band upon it, the result as a dot.

    Args:
        canvas: Where to.
        gauge: What.
        left: Where the least lies, in pixels.
        top: Upper edge in pixels; it is `HEIGHT` high.
        right: Where the greatest lies, in pixels.
    """
    y = top + _MIDDLE

    def place(share: float) -> float:
        return left + (right - left) * share

    canvas.tile(Box(left, y - _TRACK / 2, right, y + _TRACK / 2), TRACK, _TRACK / 2)
    if gauge.interval is not None:
        low, high = (place(end) for end in gauge.interval)
        # In black and white, too, it is told from the track: by its height.
        upper, lower, high = y - _BAND / 2, y + _BAND / 2, max(high, low + 2)
        corners = [(low, upper), (high, upper), (high, lower), (low, lower)]
        canvas.area(corners, BLUE, 0.3)
    x = min(max(place(gauge.place), left + _DOT), right - _DOT)
    canvas.disc((x, y), _DOT, BLUE)
    canvas.ring((x, y), _DOT, INK, 2)
    ends: tuple[tuple[float, str, Align], ...] = (
        (left, gauge.least, "left"),
        (right, gauge.greatest, "right"),
    )
    for edge, label, align in ends:
        canvas.text(
            edge,
            top + _LABELS,
            label,
            weight=Weight.MEDIUM,
            size=SMALLEST,
            colour=QUIET,
            align=align,
        )
