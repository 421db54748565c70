"""The radar: fixed axes from 0 to 100, the blocks in their own order, the first one at the top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Final

from results.canvas import Align, Box, Canvas, Point
from results.facts import Axis
from results.fitting import Fitted, fit_name
from results.lettering import measure
from results.theme import (
    BLUE,
    INK,
    LINE,
    QUIET,
    SMALLEST,
    SURFACE,
    WIDTH,
    Weight,
    whole,
)

FEWEST_AXES: Final = 3
"""Fewer make no figure."""
_RINGS = (25, 50, 75, 100)
_LABEL_GAP = 16
_VALUE_LEADING = 1.125
_VALUE_ASCENT = 0.875
_BETWEEN_LABELS = 8
# Closer, the value of one label would be read as part of the other.
_BESIDE_POLE = 40
_BESIDE_VALUE = 12
_STEP = 8
_SETTLING_ROUNDS = 4
_SMALLEST_RADIUS = 64
_DASHES = (10.0, 7.0)


@dataclass(frozen=True, slots=True)
class Style:
    """Measures of a radar, in pixels.

    Attributes:
        value: Size of the values' letters; 0 where no values are written.
        name: Size of the names' letters.
        smallest: Floor of the names' size.
        side: Width of the labels at the sides.
        pole: Width of the labels above and below.
        radius: The largest radius.
    """

    value: int = 32
    name: int = 26
    smallest: int = SMALLEST
    side: int = 240
    pole: int = 320
    radius: int = 208

    @property
    def value_leading(self) -> int:
        """Height of a value's line."""
        return round(self.value * _VALUE_LEADING)

    @property
    def value_ascent(self) -> int:
        """From the top of a value's line to its baseline."""
        return round(self.value * _VALUE_ASCENT)


CARD: Final = Style()


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a radar stands.

    Attributes:
        count: Number of axes, three or more.
        middle: Distance of its centre from the canvas's top in pixels.
        radius: Of the ring at 100, in pixels.
        across: Distance of its centre from the canvas's left edge in pixels.
    """

    count: int
    middle: int
    radius: int
    across: float = WIDTH / 2

    @property
    def centre(self) -> Point:
        """Its centre on the canvas."""
        return (self.across, self.middle)

    def direction(self, number: int) -> Point:
        """Unit vector of an axis, y downwards."""
        angle = 2 * pi * number / self.count
        return (sin(angle), -cos(angle))

    def point(self, number: int, score: float) -> Point:
        """A score on an axis, 0 to 100, as a point of the canvas."""
        right, down = self.direction(number)
        reach = self.radius * score / 100
        return (self.across + right * reach, self.middle + down * reach)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the end of an axis: value and name, or name and why there is no value."""

    value: str
    name: Fitted
    missing: Fitted | None
    style: Style

    @property
    def colour(self) -> str:
        """Of the name."""
        return QUIET if self.missing else INK

    @property
    def height(self) -> float:
        """In pixels, with the value above the name."""
        above = self.style.value_leading if self.value else 0
        return above + self.name.height + self._missing_height

    @property
    def pole_height(self) -> float:
        """In pixels, with the value beside the name, as above and below the radar."""
        return max(self.style.value_leading, self.name.height) + self._missing_height

    @property
    def _missing_height(self) -> float:
        return self.missing.height if self.missing else 0


def labels(axes: Sequence[Axis], missing: str, style: Style = CARD) -> tuple[Label, ...]:
    """The labels of the axes, fitted to the room at their places."""
    return tuple(
        _label(axis, missing, style.pole if _is_pole(number, len(axes)) else style.side, style)
        for number, axis in enumerate(axes)
    )


def fit_frame(
    shown: Sequence[Label], top: float, bottom: float, across: float = WIDTH / 2
) -> Frame:
    """The largest radar with these labels between two heights, on an 8-pixel grid.

    Args:
        shown: The labels.
        top: Upper edge of its room in pixels.
        bottom: Lower edge of its room in pixels.
        across: Its centre's distance from the canvas's left edge in pixels.
    """
    largest = shown[0].style.radius
    frame = Frame(len(shown), 0, largest, across)
    # How far labels reach beyond the disc depends a little on its radius: it settles quickly.
    for _ in range(_SETTLING_ROUNDS):
        above, below = _overhang(frame, shown, -1), _overhang(frame, shown, 1)
        radius = int((bottom - top - above - below) / 2 // _STEP * _STEP)
        frame = replace(frame, radius=min(max(radius, _SMALLEST_RADIUS), largest))
    slack = bottom - top - above - below - 2 * frame.radius
    middle = (top + above + frame.radius + slack / 2) // _STEP * _STEP
    return replace(frame, middle=int(middle))


def draw_frame(canvas: Canvas, frame: Frame) -> None:
    """The part that every radar of this place shares: disc, rings and axes."""
    canvas.disc(frame.centre, frame.radius, SURFACE)
    for ring in _RINGS:
        outer = ring == _RINGS[-1]
        canvas.ring(frame.centre, frame.radius * ring / 100, LINE, 2.5 if outer else 1.5)
    for number in range(frame.count):
        canvas.line([frame.centre, frame.point(number, 100)], LINE, 1.5)


def draw(
    canvas: Canvas, frame: Frame, axes: Sequence[Axis], shown: Sequence[Label], *, reference: bool
) -> None:
    """The part that differs: outlines, dots and labels.

    Args:
        canvas: Where the frame is already drawn.
        frame: Its place.
        axes: The blocks, as many as the frame has axes.
        shown: Their labels.
        reference: Whether the reference's outline is drawn.
    """
    own = [axis.score for axis in axes]
    _fill(canvas, frame, own)
    if reference:
        _outline(canvas, frame, [axis.reference for axis in axes], QUIET, 3.5, _DASHES)
    _outline(canvas, frame, own, BLUE, 5)
    for number, score in enumerate(own):
        if score is not None:
            canvas.disc(frame.point(number, score), 10, SURFACE)
            canvas.disc(frame.point(number, score), 7, BLUE)
    _write_labels(canvas, frame, shown)


def _overhang(frame: Frame, shown: Sequence[Label], side: int) -> float:
    """How far the labels reach beyond the disc's top (side −1) or bottom (side 1), in pixels."""
    reaches = [0.0]
    for number, label in enumerate(shown):
        height = label.pole_height if _is_pole(number, frame.count) else label.height
        down = frame.direction(number)[1] * side
        reaches.append(down * _LABEL_GAP + (down + 1) * height / 2 - (1 - down) * frame.radius)
    return max(reaches)


def _label(axis: Axis, missing: str, width: float, style: Style) -> Label:
    name = fit_name(axis.name, Weight.MEDIUM, style.name, width, smallest=style.smallest)
    if not style.value:
        return Label("", name, None, style)
    if axis.score is None:
        size = style.smallest
        return Label("", name, fit_name(missing, Weight.MEDIUM, size, width, 2, size), style)
    return Label(whole(axis.score), name, None, style)


def _is_pole(number: int, count: int) -> bool:
    return number == 0 or 2 * number == count


def _fill(canvas: Canvas, frame: Frame, scores: Sequence[float | None]) -> None:
    if None not in scores:
        canvas.area(_points(frame, scores), BLUE, 0.18)
        return
    for number, (score, after) in enumerate(_pairs(scores)):
        if score is not None and after is not None:
            corners = [
                frame.centre,
                frame.point(number, score),
                frame.point((number + 1) % frame.count, after),
            ]
            canvas.area(corners, BLUE, 0.18)


def _outline(
    canvas: Canvas,
    frame: Frame,
    scores: Sequence[float | None],
    colour: str,
    width: float,
    dashes: tuple[float, float] | None = None,
) -> None:
    """A line through neighbouring scores only: what is missing stays a gap."""
    if None not in scores:
        canvas.line(_points(frame, scores), colour, width, dashes=dashes, closed=True)
        return
    for number, (score, after) in enumerate(_pairs(scores)):
        if score is not None and after is not None:
            ends = [frame.point(number, score), frame.point((number + 1) % frame.count, after)]
            canvas.line(ends, colour, width, dashes=dashes)


def _points(frame: Frame, scores: Sequence[float | None]) -> list[Point]:
    return [frame.point(number, score) for number, score in enumerate(scores) if score is not None]


def _pairs(scores: Sequence[float | None]) -> list[tuple[float | None, float | None]]:
    return list(zip(scores, [*scores[1:], scores[0]], strict=True))


def _write_labels(canvas: Canvas, frame: Frame, shown: Sequence[Label]) -> None:
    poles = []
    right: list[tuple[int, Label]] = []
    left: list[tuple[int, Label]] = []
    for number, label in enumerate(shown):
        if _is_pole(number, frame.count):
            poles.append(_write_pole(canvas, frame, number, label))
        elif 2 * number < frame.count:
            right.append((number, label))
        else:
            left.append((number, label))
    _write_side(canvas, frame, right, poles)
    _write_side(canvas, frame, left[::-1], poles)


def _write_pole(canvas: Canvas, frame: Frame, number: int, label: Label) -> Box:
    """Above and below there is width but little height: the value stands beside the name."""
    top = (
        frame.middle - frame.radius - _LABEL_GAP - label.pole_height
        if number == 0
        else frame.middle + frame.radius + _LABEL_GAP
    )
    start = len(canvas.written)
    if label.value:
        # Value and name are centred together.
        style = label.style
        value_width = measure(label.value, Weight.EXTRABOLD, style.value)
        left = frame.across - (value_width + _BESIDE_VALUE + label.name.width) / 2
        _value(canvas, left, top, label, "left")
        beside = left + value_width + _BESIDE_VALUE
        canvas.lines(beside, top + 2, label.name, label.colour)
    else:
        below = canvas.lines(frame.across, top, label.name, label.colour, "center")
        if label.missing:
            canvas.lines(frame.across, below, label.missing, QUIET, "center")
    return _around([line.box for line in canvas.written[start:]])


def _write_side(
    canvas: Canvas, frame: Frame, side: Sequence[tuple[int, Label]], poles: Sequence[Box]
) -> None:
    """The labels of one side, top to bottom, moved apart where they would touch."""
    edge = 0.0
    for number, label in side:
        across, down = frame.direction(number)
        x, y = frame.point(number, 100)
        x += _LABEL_GAP * across
        y += _LABEL_GAP * down
        top = max(y + (down - 1) * label.height / 2, edge)
        edge = top + label.height + _BETWEEN_LABELS
        align: Align = "left" if across > 0 else "right"
        for pole in poles:
            if top < pole.bottom and pole.top < top + label.height:
                x = (
                    max(x, pole.right + _BESIDE_POLE)
                    if across > 0
                    else min(x, pole.left - _BESIDE_POLE)
                )
        _write_label(canvas, x, top, label, align)


def _write_label(canvas: Canvas, x: float, top: float, label: Label, align: Align) -> None:
    if label.value:
        _value(canvas, x, top, label, align)
        top += label.style.value_leading
    below = canvas.lines(x, top, label.name, label.colour, align)
    if label.missing:
        canvas.lines(x, below, label.missing, QUIET, align)


def _value(canvas: Canvas, x: float, top: float, label: Label, align: Align) -> None:
    canvas.text(
        x,
        top + label.style.value_ascent,
        label.value,
        weight=Weight.EXTRABOLD,
        size=label.style.value,
        colour=BLUE,
        align=align,
    )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
