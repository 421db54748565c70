"""The shares of the parts that answers fall into, each after a swatch of its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from results import columns
from results.canvas import Box, Canvas
from results.fitting import Fitted, fit_name
from results.theme import INK, Weight

_SWATCH_GAP = 10
_BETWEEN = 20


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares, fitted.

    Attributes:
        texts: Of the parts, from the lowest answers to the highest.
        shades: Their colours.
        width: Of their place in pixels.
        stacked: Whether they stand below each other.
    """

    texts: Sequence[Fitted]
    shades: Sequence[str]
    width: float
    stacked: bool

    @property
    def height(self) -> int:
        """In pixels."""
        heights = [text.height for text in self.texts]
        return sum(heights) if self.stacked else max(heights, default=0)


def fit(groups: Sequence[str], width: float, size: int, *, stacked: bool = False) -> Shares:
    """Fit the shares' words.

    Args:
        groups: Of the parts, from the lowest answers to the highest; none where they are hidden.
        width: Of their place in pixels.
        size: Of the letters in pixels.
        stacked: Whether they stand below each other even where a row has room.
    """
    swatch = size + _SWATCH_GAP
    texts = [fit_name(group, Weight.SEMIBOLD, size, width - swatch, 2, size) for group in groups]
    needed = sum(text.width + swatch + _BETWEEN for text in texts) - _BETWEEN
    shades = columns.shades(groups) if groups else ()
    return Shares(texts, shades, width, stacked or needed > width)


def draw(canvas: Canvas, shares: Shares, left: float, top: float) -> float:
    """Write fitted shares and return where they end; a row is spread over its width."""
    advances = [text.size + _SWATCH_GAP + text.width for text in shares.texts]
    between = (shares.width - sum(advances)) / max(len(advances) - 1, 1)
    below = top + shares.height
    for shade, text, advance in zip(shares.shades, shares.texts, advances, strict=True):
        edge = top + (text.leading - text.size) / 2 + 1
        canvas.tile(Box(left, edge, left + text.size, edge + text.size), shade, 5)
        canvas.lines(left + text.size + _SWATCH_GAP, top, text, INK)
        if shares.stacked:
            top += text.height
        else:
            left += advance + between
    return below
