"""A row of counts: each number large, what it counts below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from results.canvas import Canvas
from results.facts_owner import Count
from results.fitting import Fitted, fit_name
from results.lettering import measure, plain
from results.theme import ON_BLUE, ON_BLUE_QUIET, Weight

_BETWEEN = 28
_WIDEST_BETWEEN = 112
_STEP = 4


@dataclass(frozen=True, slots=True)
class Row:
    """Counts, fitted.

    Attributes:
        values: The numbers, all of one size.
        labels: What they count.
        lefts: Where each begins, in pixels from the row's left edge.
    """

    values: Sequence[Fitted]
    labels: Sequence[Fitted]
    lefts: Sequence[float]

    @property
    def value_height(self) -> int:
        """Of the numbers' line in pixels."""
        return max((value.height for value in self.values), default=0)

    @property
    def height(self) -> int:
        """In pixels."""
        return self.value_height + max((label.height for label in self.labels), default=0)


def fit(counts: Sequence[Count], width: float, size: int, label: int, least: int) -> Row:
    """Fit counts to a width; each takes what its words need.

    Args:
        counts: One or more; none give a row without height.
        width: Of the row in pixels.
        size: Wished size of the numbers in pixels.
        label: Wished size of the labels in pixels.
        least: Floor of both sizes in pixels.
    """
    gaps = _BETWEEN * (len(counts) - 1)
    shapes = [[_narrowest(count.label, label, lines) for count in counts] for lines in (1, 2)]
    for trial in (*range(size, least, -_STEP), least):
        values = [
            fit_name(count.value, Weight.EXTRABOLD, trial, width, 1, trial) for count in counts
        ]
        for labels in shapes:
            widths = [
                max(value.width, words.width) for value, words in zip(values, labels, strict=True)
            ]
            if sum(widths) + gaps <= width:
                return Row(values, labels, _spread(widths, width))
    # Words this long share the width evenly, on as many lines as they need.
    room = (width - gaps) / max(len(counts), 1)
    return Row(
        [fit_name(count.value, Weight.EXTRABOLD, size, room, 1, least) for count in counts],
        [fit_name(count.label, Weight.MEDIUM, label, room, 2, least) for count in counts],
        _spread([room] * len(counts), width),
    )


def draw(canvas: Canvas, row: Row, left: float, top: float) -> None:
    """Write fitted counts onto blue."""
    for value, label, offset in zip(row.values, row.labels, row.lefts, strict=True):
        canvas.lines(left + offset, top, value, ON_BLUE)
        canvas.lines(left + offset, top + row.value_height, label, ON_BLUE_QUIET)


def _narrowest(text: str, size: int, lines: int) -> Fitted:
    """On the given number of lines, with as little width as they take."""
    words = plain(text)
    widest = max(measure(word, Weight.MEDIUM, size) for word in words.split(" "))
    width = max(widest, measure(words, Weight.MEDIUM, size) / lines)
    while True:
        fitted = fit_name(words, Weight.MEDIUM, size, width, lines, size)
        if len(fitted.lines) <= lines:
            return fitted
        width += size


def _spread(widths: Sequence[float], room: float) -> list[float]:
    """Left edges with equal gaps between, as far as these look like a row."""
    gap = (room - sum(widths)) / max(len(widths) - 1, 1)
    gap = min(gap, _WIDEST_BETWEEN)
    return [sum(widths[:number]) + gap * number for number in range(len(widths))]
