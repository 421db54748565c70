"""Means from 0 to 100 for the projector: each name over its bar, in one or two columns."""

from collections.abc import Sequence
from typing import Final

from results import lollipops
from results.canvas import Box, Canvas
from results.facts import Axis
from results.fitting import fit_name, fit_prose
from results.hall_panels import SMALLEST
from results.lettering import measure
from results.theme import BLUE, INK, QUIET, Weight, whole

ONE_COLUMN: Final = 6
"""So many rows are large enough below each other; more of them stand in two columns."""
_LARGEST = 40
_MOST_PITCH = 120
_GAP = 24
# Of a row: the letters of its name; below them the bar.
_NAME_SHARE = 0.5
_HEADING = 30


def draw(
    canvas: Canvas, heading: str, axes: Sequence[Axis], missing: str, places: Sequence[Box]
) -> None:
    """Draw rows, as many in each place.

    Args:
        canvas: Where to.
        heading: What the numbers are; it stands over the first place.
        axes: The rows in their order.
        missing: What stands for a mean that there is not.
        places: One or two columns; all of them end at the same height.
    """
    words = fit_name(heading, Weight.BOLD, _HEADING, places[0].width, 1, SMALLEST)
    top = max(place.top for place in places)
    top = max(top, canvas.lines(places[0].left, places[0].top, words, INK) + 8)
    rows = -(-len(axes) // len(places))
    pitch = min((places[0].bottom - top) / rows, _MOST_PITCH)
    size = max(min(int(pitch * _NAME_SHARE), _LARGEST), SMALLEST)
    for number, axis in enumerate(axes):
        column, row = divmod(number, rows)
        place = places[column]
        upper = top + row * pitch
        _draw_row(canvas, axis, missing, Box(place.left, upper, place.right, upper + pitch), size)


def _draw_row(canvas: Canvas, axis: Axis, missing: str, place: Box, size: int) -> None:
    value_width = measure("100", Weight.EXTRABOLD, size) + _GAP
    name = fit_prose(axis.name, Weight.MEDIUM, size, place.width - value_width, 1, SMALLEST)
    below = canvas.lines(place.left, place.top, name, INK)
    middle = min(below + size * 0.3, place.bottom - 8)
    right = place.right - value_width
    if axis.score is None:
        lollipops.track(canvas, place.left, right, middle, None)
    else:
        lollipops.track(canvas, place.left, right, middle, axis.score, size * 0.25)
    canvas.text(
        place.right,
        middle + 2,
        missing if axis.score is None else axis.figure or whole(axis.score),
        weight=Weight.EXTRABOLD,
        size=size,
        colour=QUIET if axis.score is None else BLUE,
        align="right",
    )
