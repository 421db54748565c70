"""QR codes as pixels."""

from functools import lru_cache
from typing import Literal

import numpy as np
import segno
from numpy.typing import NDArray

from results.canvas import Box, Canvas
from results.theme import SURFACE

# How much of a code may be torn or stained: "l" 7 %, "m" 15 %, "q" 25 %.
Correction = Literal["l", "m", "q"]
_QUIET_ZONE = 4


@lru_cache(maxsize=64)
def pixels(link: str, side: int, correction: Correction) -> NDArray[np.uint8]:
    """A QR code as RGBA pixels, whole pixels to a module, with its quiet zone of four modules.

    Args:
        link: What it says.
        side: The most pixels it may take; it is as large as whole modules allow.
        correction: The least correction; segno gives more where that takes no more modules.
    """
    code = segno.make(link, error=correction, micro=False)
    modules = np.array([list(row) for row in code.matrix_iter(border=_QUIET_ZONE)], dtype=np.uint8)
    scale = side // modules.shape[0]
    dark = np.kron(modules, np.ones((scale, scale), np.uint8))
    # Light modules are transparent: the tile below them, quiet zone included, is white.
    drawn = np.zeros((*dark.shape, 4), np.uint8)
    drawn[..., 3] = dark * 255
    drawn.setflags(write=False)
    return drawn


def place(link: str, tile: Box, correction: Correction) -> Box:
    """Where the code stands in the middle of a square tile, its quiet zone included."""
    side = pixels(link, int(tile.width), correction).shape[0]
    left = (tile.left + tile.right - side) // 2
    top = (tile.top + tile.bottom - side) // 2
    return Box(left, top, left + side, top + side)


def draw(
    canvas: Canvas, link: str, tile: Box, correction: Correction, rounding: float = 16
) -> None:
    """A white square tile with the code in its middle.

    Args:
        canvas: Where to.
        link: What the code says.
        tile: Its place, as wide as it is high.
        correction: The least correction.
        rounding: Radius of the tile's corners in pixels.
    """
    canvas.tile(tile, SURFACE, rounding)
    box = place(link, tile, correction)
    canvas.stamp(pixels(link, int(tile.width), correction), round(box.left), round(box.top))
