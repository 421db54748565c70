"""All blocks from highest to lowest: the exact reading that a radar does not give."""

from collections.abc import Sequence

from results import lollipops
from results.canvas import Box, Canvas
from results.facts import DetailBlock
from results.fitting import fit_name, fit_prose
from results.theme import BLUE, INK, MARGIN, QUIET, SMALLEST, WIDTH, Weight, whole

_RIGHT = WIDTH - MARGIN
_SCALE = (0, 25, 50, 75, 100)
_SCALE_HEIGHT = 48
_ROOMIEST = 128
_DOT = 13


def ranked(blocks: Sequence[DetailBlock]) -> list[DetailBlock]:
    """Highest score first, ties in their own order, those without a score last."""
    return sorted(
        blocks,
        key=lambda block: (block.axis.score is None, -(block.axis.score or 0)),
    )


def draw(
    canvas: Canvas, blocks: Sequence[DetailBlock], missing: str, top: float, bottom: float
) -> None:
    """Draw the lollipops.

    Args:
        canvas: Where to.
        blocks: In any order.
        missing: What is written where a block has no score.
        top: Upper edge of the chart in pixels.
        bottom: Its lower edge, the scale included.
    """
    pitch = min((bottom - top - _SCALE_HEIGHT) / len(blocks), _ROOMIEST)
    floor = top + pitch * len(blocks)
    for mark in _SCALE:
        x = _place(mark)
        canvas.text(
            x,
            floor + 32,
            str(mark),
            weight=Weight.MEDIUM,
            size=SMALLEST,
            colour=QUIET,
            align="left" if mark == 0 else "right" if mark == _SCALE[-1] else "center",
        )
    for number, block in enumerate(ranked(blocks)):
        _draw_row(canvas, block, missing, top + number * pitch, pitch)


def draw_tick(canvas: Canvas, x: float, y: float) -> None:
    """The reference's mark, also for its legend; `x` and `y` are its centre."""
    canvas.tile(Box(x - 3, y - 17, x + 3, y + 17), INK, 3)


def _place(score: float) -> float:
    return MARGIN + (_RIGHT - MARGIN) * score / 100


def _draw_row(canvas: Canvas, block: DetailBlock, missing: str, top: float, pitch: float) -> None:
    score = block.axis.score
    upper = top + (pitch - 76) / 2
    if score is None:
        note = fit_prose(missing, Weight.MEDIUM, 24, 320, 1)
        canvas.lines(_RIGHT, upper + 2, note, QUIET, "right")
        beside, colour = note.width + 24, QUIET
    else:
        beside, colour = 96.0, INK
        canvas.text(
            _RIGHT,
            upper + 29,
            whole(score),
            weight=Weight.EXTRABOLD,
            size=32,
            colour=BLUE,
            align="right",
        )
    name = fit_name(block.title, Weight.SEMIBOLD, 28, _RIGHT - MARGIN - beside, 1)
    canvas.lines(MARGIN, upper, name, colour)
    lollipops.track(canvas, MARGIN, _RIGHT, upper + 58, score, _DOT)
    if block.axis.reference is not None:
        draw_tick(canvas, _place(block.axis.reference), upper + 58)
