"""Words as masks: each is shaped and drawn once by FreeType and then kept.

Titles, block names and figures come back on nearly every card, and shaping them costs more than
all else on it. Masks are read-only, so painters may share them.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from numpy.typing import NDArray

from results.theme import Weight

_SUBPIXELS = 64
# A point is a pixel at this resolution, so sizes are pixels everywhere.
DPI = 72


@dataclass(frozen=True, slots=True)
class Mask:
    """A line of text as coverage.

    Attributes:
        coverage: Rows from the top, 0 to 255.
        ascent: How many of the rows lie above the baseline.
    """

    coverage: NDArray[np.uint8]
    ascent: int


def _shaped(text: str, weight: Weight, size: float) -> FT2Font:
    font = get_font(str(weight.path))
    font.clear()
    font.set_size(size, DPI)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return font


@lru_cache(maxsize=4096)
def measure(text: str, weight: Weight, size: float) -> float:
    """Width of a line of text in pixels."""
    return _shaped(text, weight, size).get_width_height()[0] / _SUBPIXELS


@lru_cache(maxsize=2048)
def mask(text: str, weight: Weight, size: float) -> Mask:
    """A line of text, drawn."""
    font = _shaped(text, weight, size)
    font.draw_glyphs_to_bitmap()
    coverage = font.get_image()
    coverage.setflags(write=False)
    # FreeType's box is exact; its bitmap begins at the whole pixel above it.
    ascent = (font.get_width_height()[1] - font.get_descent()) // _SUBPIXELS + 1
    return Mask(coverage, ascent)
