"""Words as masks: each is shaped and drawn once by FreeType and then kept.

Titles, block names and figures come back on nearly every card, and shaping them costs more than
all else on it. Masks are read-only, so painters may share them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

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


# Characters that people's keyboards and language data write and Manrope has under another code.
_STAND_INS = str.maketrans(
    {
        "\N{MODIFIER LETTER APOSTROPHE}": "’",
        "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
        "\N{THIN SPACE}": "\N{NO-BREAK SPACE}",
    }
)

# Letters that Manrope lacks, by those that stand nearest: a name with one of them gone is another
# name. Kazakh, Kyrgyz, Uzbek and Tajik companies have them.
_NEAREST = str.maketrans("ҚқҒғҢңӘәҰұҲҳҶҷӢӣӮӯ", "КкГгНнАаУуХхЧчИиУу")

# All white space but the kinds that hold words together.
_BREAKS = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text on one line without what the letters cannot write, such as emoji.

    A picture shows no boxes in their place; the chat that brings the picture shows them all.
    """
    known = get_font(str(Weight.MEDIUM.path)).get_charmap()
    composed = normalize("NFC", _BREAKS.sub(" ", text)).translate(_STAND_INS)
    letters = (
        letter if ord(letter) in known else letter.translate(_NEAREST) for letter in composed
    )
    written = "".join(letter for letter in letters if ord(letter) in known)
    return " ".join(word for word in written.split(" ") if word)


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
