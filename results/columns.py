"""How often each answer was given, as columns with their counts: 0 to 10, 1 to 5, 1 to 7."""

from collections.abc import Sequence, Sized
from dataclasses import replace

from results.canvas import Align, Box, Canvas
from results.facts_owner import Answered
from results.lettering import measure
from results.theme import BLUE, DETRACTOR, INK, PASSIVE, PROMOTER, QUIET, Weight

_SHADES = {1: (BLUE,), 2: (PASSIVE, PROMOTER), 3: (DETRACTOR, PASSIVE, PROMOTER)}
_THICKNESS = 0.72
# Five answers would be slabs rather than columns.
_THICKEST = 64
_STRIP = 8
_LEADING = 1.3
_LEAST = 3


def shades(parts: Sized) -> Sequence[str]:
    """The colours of the parts that answers fall into, from the lowest answers to the highest.

    One part has one colour, two are the unfavourable and the favourable answers, three are
    detractors, passives and promoters.
    """
    return _SHADES[len(parts)]


def colours(parts: Sequence[int]) -> list[str]:
    """The colour of each answer, by the sizes of the parts."""
    return [shade for shade, size in zip(shades(parts), parts, strict=True) for _ in range(size)]


def bars(counts: Sequence[int], place: Box, size: int) -> list[Box]:
    """The columns of a distribution in their place, low to high; heights are as the counts.

    Args:
        counts: How many gave each answer.
        place: Of the whole chart, figures included.
        size: Of the figures' letters in pixels.
    """
    pitch = place.width / len(counts)
    half = min(pitch * _THICKNESS, _THICKEST) / 2
    floor = place.bottom - size * _LEADING - _STRIP
    room = floor - place.top - size * _LEADING
    most = max(*counts, 1)
    return [
        Box(
            place.left + pitch * (answer + 0.5) - half,
            floor - (max(room * count / most, _LEAST) if count else 0),
            place.left + pitch * (answer + 0.5) + half,
            floor,
        )
        for answer, count in enumerate(counts)
    ]


def draw(canvas: Canvas, answered: Answered, place: Box, size: int) -> None:
    """Draw a distribution.

    Below the columns a strip in the parts' colours ties each answer to its part. Where counts
    are too wide for their columns, whole per cents stand in their place, and "%" beside them.

    Args:
        canvas: Where to.
        answered: How many gave each answer, and the parts that these fall into.
        place: Of the whole chart, figures included.
        size: Of the figures' letters in pixels.
    """
    counts = answered.distribution
    figures = [str(count) for count in counts]
    pitch = place.width / len(counts)
    if max(measure(figure, Weight.BOLD, size) for figure in figures) > pitch - 2:
        figures = [f"{100 * count / sum(counts):.0f}" for count in counts]
        unit = _write(canvas, place.left, place.bottom - size * 0.1, "%", size, align="left")
        place = replace(place, left=unit.right + 4)
    columns = bars(counts, place, size)
    _draw_strip(canvas, answered.parts, place, columns[0].bottom)
    shown = zip(figures, columns, colours(answered.parts), strict=True)
    for number, (figure, column, shade) in enumerate(shown):
        middle = (column.left + column.right) / 2
        if column.height:
            canvas.tile(column, shade)
        bold = bool(counts[number])
        _write(canvas, middle, column.top - size * 0.36, figure, size, bold=bold)
        answer = str(answered.first + number)
        _write(canvas, middle, place.bottom - size * 0.1, answer, size)


def _draw_strip(canvas: Canvas, parts: Sequence[int], place: Box, floor: float) -> None:
    pitch = place.width / sum(parts)
    left = place.left
    for shade, part in zip(shades(parts), parts, strict=True):
        right = left + pitch * part
        canvas.tile(Box(left + 3, floor + 3, right - 3, floor + _STRIP), shade, 3)
        left = right


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
