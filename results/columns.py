"""How often each answer from 0 to 10 was given, as eleven columns with their counts."""

from collections.abc import Sequence
from dataclasses import replace

from results.canvas import Align, Box, Canvas
from results.lettering import measure
from results.theme import DETRACTOR, INK, PASSIVE, PROMOTER, QUIET, Weight

# Detractors 0 to 6, passives 7 and 8, promoters 9 and 10.
GROUPS = ((DETRACTOR, range(7)), (PASSIVE, range(7, 9)), (PROMOTER, range(9, 11)))
_ANSWERS = 11
_THICKNESS = 0.72
_STRIP = 8
_LEADING = 1.3
_LEAST = 3


def colour(answer: int) -> str:
    """The colour of an answer's group; answers are 0 to 10."""
    return next(shade for shade, answers in GROUPS if answer in answers)


def bars(counts: Sequence[int], place: Box, size: int) -> list[Box]:
    """The columns of a distribution in their place, 0 first; heights are as the counts.

    Args:
        counts: How many gave each answer, eleven numbers.
        place: Of the whole chart, figures included.
        size: Of the figures' letters in pixels.
    """
    pitch = place.width / _ANSWERS
    floor = place.bottom - size * _LEADING - _STRIP
    room = floor - place.top - size * _LEADING
    most = max(*counts, 1)
    return [
        Box(
            place.left + pitch * (answer + (1 - _THICKNESS) / 2),
            floor - (max(room * count / most, _LEAST) if count else 0),
            place.left + pitch * (answer + (1 + _THICKNESS) / 2),
            floor,
        )
        for answer, count in enumerate(counts)
    ]


def draw(canvas: Canvas, counts: Sequence[int], place: Box, size: int) -> None:
    """Draw a distribution.

    Below the columns a strip in the groups' colours ties each answer to its group. Where counts
    are too wide for their columns, whole per cents stand in their place, and "%" beside them.

    Args:
        canvas: Where to.
        counts: How many gave each answer, eleven numbers.
        place: Of the whole chart, figures included.
        size: Of the figures' letters in pixels.
    """
    figures = [str(count) for count in counts]
    if max(measure(figure, Weight.BOLD, size) for figure in figures) > place.width / _ANSWERS - 2:
        figures = [f"{100 * count / sum(counts):.0f}" for count in counts]
        unit = _write(canvas, place.left, place.bottom - size * 0.1, "%", size, align="left")
        place = replace(place, left=unit.right + 4)
    columns = bars(counts, place, size)
    _draw_strip(canvas, place, columns[0].bottom)
    for answer, (figure, column) in enumerate(zip(figures, columns, strict=True)):
        middle = (column.left + column.right) / 2
        if column.height:
            canvas.tile(column, colour(answer))
        bold = bool(counts[answer])
        _write(canvas, middle, column.top - size * 0.36, figure, size, bold=bold)
        _write(canvas, middle, place.bottom - size * 0.1, str(answer), size)


def _draw_strip(canvas: Canvas, place: Box, floor: float) -> None:
    pitch = place.width / _ANSWERS
    for shade, answers in GROUPS:
        left = place.left + pitch * answers[0] + 3
        right = place.left + pitch * (answers[-1] + 1) - 3
        canvas.tile(Box(left, floor + 3, right, floor + _STRIP), shade, 3)


def _write(
    canvas: Canvas,
    x: float,
    baseline: float,
    text: str,
    size: int,
    *,
    bold: bool = False,
    align: Align = "center",
) -> Box:
    return canvas.text(
        x,
        baseline,
        text,
        weight=Weight.BOLD if bold else Weight.MEDIUM,
        size=size,
        colour=INK if bold else QUIET,
        align=align,
    )
