"""Colours that stay readable on their grounds."""

import pytest
from matplotlib.colors import to_rgb

from results import theme


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2 defines it."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in to_rgb(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class TestTheme:
    """Text on its grounds, and the fonts."""

    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            (theme.INK, theme.PAPER),
            (theme.INK, theme.TINT),
            (theme.INK, theme.BAND),
            (theme.QUIET, theme.PAPER),
            (theme.QUIET, theme.BAND),
            (theme.BLUE, theme.PAPER),
            (theme.ON_BLUE, theme.BLUE),
            (theme.ON_BLUE_QUIET, theme.BLUE),
            (theme.ON_BLUE_QUIET, theme.BLUE_DEEP),
        ],
    )
    def test_text_has_the_contrast_of_wcag_aa(self, text: str, ground: str) -> None:
        darker, lighter = sorted((_luminance(text), _luminance(ground)))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5

    @pytest.mark.parametrize("weight", theme.Weight)
    def test_every_cut_of_the_font_is_there(self, weight: theme.Weight) -> None:
        assert weight.path.is_file()
