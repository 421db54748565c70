"""The coloured head of a result: whose it is, one large figure, and a smaller one on a tile."""

from dataclasses import dataclass

from results.canvas import Box, Canvas
from results.fitting import fit_name, fit_prose
from results.theme import BLUE, BLUE_DEEP, MARGIN, ON_BLUE, ON_BLUE_QUIET, WIDTH, Weight

HEIGHT = 304
_RIGHT = WIDTH - MARGIN
_TILE_LEFT = 712
_TILE_PAD = 24
_BASELINE = 272
_GAP = 24


@dataclass(frozen=True, slots=True)
class Hero:
    """What a head says.

    Attributes:
        title: The instrument's name.
        subtitle: What kind of run it was.
        viewpoint: Whose view it is.
        figure: The large one, or a dash where there is none.
        meaning: What it amounts to: "Developing", "of 13"; empty without a figure.
        caption: A quiet line above the meaning; without a figure the reason, up to three lines.
        tile: The smaller figure; without it there is no tile.
        tile_caption: What it is, up to three lines.
    """

    title: str
    subtitle: str
    viewpoint: str
    figure: str
    meaning: str
    caption: str
    tile: str
    tile_caption: str


def draw_band(canvas: Canvas) -> None:
    """The head's ground, the same on each picture."""
    canvas.tile(Box(0, 0, WIDTH, HEIGHT), BLUE)


def draw(canvas: Canvas, hero: Hero) -> None:
    """Write the head onto its ground."""
    width = WIDTH - 2 * MARGIN
    title = fit_name(hero.title, Weight.EXTRABOLD, 44, width, 1)
    canvas.lines(MARGIN, 32, title, ON_BLUE)
    right = _TILE_LEFT - _GAP if hero.tile else _RIGHT
    subtitle = fit_prose(hero.subtitle, Weight.MEDIUM, 26, right - MARGIN, 1)
    below = canvas.lines(MARGIN, 92, subtitle, ON_BLUE_QUIET)
    viewpoint = fit_prose(hero.viewpoint, Weight.MEDIUM, 26, right - MARGIN, 1)
    canvas.lines(MARGIN, below, viewpoint, ON_BLUE_QUIET)
    _draw_figure(canvas, hero, right)
    if hero.tile:
        _draw_tile(canvas, hero)


def _draw_figure(canvas: Canvas, hero: Hero, right: float) -> None:
    number = canvas.text(
        MARGIN, _BASELINE, hero.figure, weight=Weight.EXTRABOLD, size=128, colour=ON_BLUE
    )
    left = number.right + _GAP
    if not hero.meaning:
        reason = fit_prose(hero.caption, Weight.MEDIUM, 28, right - left, 3)
        canvas.lines(left, 228 - reason.height / 2, reason, ON_BLUE)
        return
    meaning = fit_name(hero.meaning, Weight.BOLD, 44, right - left)
    caption = fit_name(hero.caption, Weight.MEDIUM, 28, right - left)
    top = _BASELINE - meaning.height + round(meaning.size * 0.28)
    canvas.lines(left, top, meaning, ON_BLUE)
    canvas.lines(left, top - caption.height, caption, ON_BLUE_QUIET)


def _draw_tile(canvas: Canvas, hero: Hero) -> None:
    width = _RIGHT - _TILE_LEFT - 2 * _TILE_PAD
    figure = fit_name(hero.tile, Weight.BOLD, 40, width, 1)
    caption = fit_prose(hero.tile_caption, Weight.MEDIUM, 24, width, 3)
    bottom = _BASELINE + 8
    top = bottom - figure.height - caption.height - 32
    canvas.tile(Box(_TILE_LEFT, top, _RIGHT, bottom), BLUE_DEEP, 24)
    below = canvas.lines(_TILE_LEFT + _TILE_PAD, top + 12, figure, ON_BLUE)
    canvas.lines(_TILE_LEFT + _TILE_PAD, below, caption, ON_BLUE_QUIET)
