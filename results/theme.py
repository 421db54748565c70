"""Colours, letters and measures that all pictures share; lengths are pixels of the picture."""

from enum import StrEnum
from pathlib import Path
from typing import Final

import font_manrope

# Telegram scales photos to 1280 on the longer side: drawn so, it scales nothing.
WIDTH: Final = 1024
HEIGHT: Final = 1280
MARGIN: Final = 48

# Okabe and Ito's palette keeps its hues apart for colour-blind readers.
BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
DETRACTOR: Final = "#D55E00"
PASSIVE: Final = "#999999"
PROMOTER: Final = BLUE
DELIGHT: Final = "#009E73"
CURVE: Final = "#56B4E9"

# The same hues for words on a light ground.
DETRACTOR_WORDS: Final = "#A84800"
DELIGHT_WORDS: Final = "#00714F"
BROWN: Final = "#7A5200"

INK: Final = "#16232E"
QUIET: Final = "#586673"
PAPER: Final = "#FBF9F5"
SURFACE: Final = "#FFFFFF"
BAND: Final = "#F1EDE4"
LINE: Final = "#DDD7CB"
TRACK: Final = "#E9E4D9"
TINT: Final = "#E3EFF6"
ON_BLUE: Final = "#FFFFFF"
ON_BLUE_QUIET: Final = "#E6F3FB"
BLUE_DEEP: Final = "#005F96"
WARM: Final = "#FBEFD5"
HIGH: Final = "#F0F7F4"
LOW: Final = "#FCF2EB"

# Nothing smaller than this stays readable once a phone shows the picture 390 px wide.
SMALLEST: Final = 22


class Weight(StrEnum):
    """A cut of Manrope, by the name of its file."""

    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    EXTRABOLD = "ExtraBold"

    @property
    def path(self) -> Path:
        """Where the font file lies."""
        return Path(font_manrope.__file__).parent / "files" / f"Manrope-{self.value}.ttf"


def whole(score: float) -> str:
    """A score as it is written: a whole number, halves rounded up.

    Args:
        score: 0 to 100.
    """
    return str(int(score + 0.5))
