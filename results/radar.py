"""The radar: fixed axes from 0 to 100, the blocks in their own order, the first one at the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

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

_RINGS = (25, 50, 75, 100)
_LABEL_GAP = 16
_LABEL_WIDTH = 240
_POLE_WIDTH = 320
_VALUE_SIZE = 32
_NAME_SIZE = 26
_VALUE_LEADING = 36
_BETWEEN_LABELS = 8
_STEP = 8
_SETTLING_ROUNDS = 4
_SMALLEST_RADIUS = 64
_LARGEST_RADIUS = 208
_DASHES = (10.0, 7.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a radar stands.

    Attributes:
        count: Number of axes, three or more.
        middle: Distance of its centre from the canvas's top in pixels.
        radius: Of the ring at 100, in pixels.
    """

    count: int
    middle: int
    radius: int

    @property
    def centre(self) -> Point:
        """Its centre on the canvas."""
        return (WIDTH / 2, self.middle)

    def direction(self, number: int) -> Point:
        """Unit vector of an axis, y downwards."""
        angle = 2 * pi * number / self.count
        return (sin(angle), -cos(angle))

    def point(self, number: int, score: float) -> Point:
        """A score on an axis, 0 to 100, as a point of the canvas."""
        right, down = self.direction(number)
        reach = self.radius * score / 100
        return (WIDTH / 2 + right * reach, self.middle + down * reach)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the end of an axis: value and name, or name and why there is no value."""

    value: str
    name: Fitted
    missing: Fitted | None

    @property
    def height(self) -> float:
        """In pixels, with the value above the name."""
        return (_VALUE_LEADING if self.value else 0) + self.name.height + self._missing_height

    @property
    def pole_height(self) -> float:
        """In pixels, with the value beside the name, as above and below the radar."""
        return max(_VALUE_LEADING, self.name.height) + self._missing_height

    @property
    def _missing_height(self) -> float:
        return self.missing.height if self.missing else 0


def labels(axes: Sequence[Axis], missing: str) -> tuple[Label, ...]:
    """The labels of the axes, fitted to the room at their places."""
    return tuple(
        _label(axis, missing, _POLE_WIDTH if _is_pole(number, len(axes)) else _LABEL_WIDTH)
        for number, axis in enumerate(axes)
    )


def fit_frame(shown: Sequence[Label], top: float, bottom: float) -> Frame:
    """The largest radar with these labels between two heights, on an 8-pixel grid."""
    frame = Frame(len(shown), 0, _LARGEST_RADIUS)
    # How far labels reach beyond the disc depends a little on its radius: it settles quickly.
    for _ in range(_SETTLING_ROUNDS):
        above, below = _overhang(frame, shown, -1), _overhang(frame, shown, 1)
        radius = int((bottom - top - above - below) / 2 // _STEP * _STEP)
        frame = Frame(frame.count, 0, min(max(radius, _SMALLEST_RADIUS), _LARGEST_RADIUS))
    slack = bottom - top - above - below - 2 * frame.radius
    middle = (top + above + frame.radius + slack / 2) // _STEP * _STEP
    return Frame(frame.count, int(middle), frame.radius)


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


def _label(axis: Axis, missing: str, width: float) -> Label:
    name = fit_name(axis.name, Weight.MEDIUM, _NAME_SIZE, width)
    if axis.score is None:
        return Label("", name, fit_name(missing, Weight.MEDIUM, SMALLEST, width))
    return Label(whole(axis.score), name, None)


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
    baseline = top + 28
    if label.value:
        # Value and name are centred together.
        gap = 12
        value_width = measure(label.value, Weight.EXTRABOLD, _VALUE_SIZE)
        left = WIDTH / 2 - (value_width + gap + label.name.width) / 2
        _value(canvas, left, baseline, label.value, "left")
        _name(canvas, left + value_width + gap, top + 2, label.name, INK, "left")
    else:
        below = canvas.lines(WIDTH / 2, top, label.name, QUIET, "center")
        if label.missing:
            canvas.lines(WIDTH / 2, below, label.missing, QUIET, "center")
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
                    max(x, pole.right + _LABEL_GAP)
                    if across > 0
                    else min(x, pole.left - _LABEL_GAP)
                )
        _write_label(canvas, x, top, label, align)


def _write_label(canvas: Canvas, x: float, top: float, label: Label, align: Align) -> None:
    if label.value:
        _value(canvas, x, top + 28, label.value, align)
        top += _VALUE_LEADING
    below = _name(canvas, x, top, label.name, INK if label.value else QUIET, align)
    if label.missing:
        canvas.lines(x, below, label.missing, QUIET, align)


def _value(canvas: Canvas, x: float, baseline: float, value: str, align: Align) -> None:
    canvas.text(
        x,
        baseline,
        value,
        weight=Weight.EXTRABOLD,
        size=_VALUE_SIZE,
        colour=BLUE,
        align=align,
    )


def _name(canvas: Canvas, x: float, top: float, name: Fitted, colour: str, align: Align) -> float:
    return canvas.lines(x, top, name, colour, align)


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
