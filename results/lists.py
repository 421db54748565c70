"""Strengths and growth zones side by side, each with its score and a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from results.canvas import Box, Canvas
from results.facts import Findings
from results.fitting import Fitted, fit_name, fit_prose
from results.theme import BLUE, INK, MARGIN, ORANGE, QUIET, TRACK, WIDTH, Weight, whole

_BETWEEN = 40
_BELOW_HEADING = 12
_SCORE_WIDTH = 64
_BAR = 8
_ROW_GAP = 14
_RIGHT = WIDTH - MARGIN


@dataclass(frozen=True, slots=True)
class _Row:
    name: Fitted
    score: float

    @property
    def height(self) -> float:
        return self.name.height + 4 + _BAR + _ROW_GAP


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    colour: str
    heading: Fitted
    rows: Sequence[_Row]
    more: Fitted
    empty: Fitted

    @property
    def height(self) -> float:
        rows = sum(row.height for row in self.rows) - (_ROW_GAP if self.rows else 0)
        return self.heading.height + _BELOW_HEADING + rows + self.empty.height


@dataclass(frozen=True, slots=True)
class Columns:
    """Both lists, fitted; the first is left out where it has neither heading nor items."""

    columns: Sequence[_Column]

    @property
    def height(self) -> float:
        """Of the taller one, in pixels."""
        return max(column.height for column in self.columns)


def arrange(left: Findings, right: Findings) -> Columns:
    """Fit the lists: two columns, or the right one over the whole width without a left one."""
    if not left.heading and not left.items:
        return Columns((_column(right, MARGIN, _RIGHT, ORANGE),))
    middle = WIDTH / 2
    return Columns(
        (
            _column(left, MARGIN, middle - _BETWEEN / 2, BLUE),
            _column(right, middle + _BETWEEN / 2, _RIGHT, ORANGE),
        )
    )


def draw(canvas: Canvas, columns: Columns, top: float) -> None:
    """Draw fitted lists below `top`."""
    for column in columns.columns:
        _draw_column(canvas, column, top)


def _column(findings: Findings, left: float, right: float, colour: str) -> _Column:
    width = right - left
    rows = [
        _Row(fit_name(item.name, Weight.MEDIUM, 26, width - _SCORE_WIDTH), item.score)
        for item in findings.items
    ]
    more = fit_prose(findings.more if rows else "", Weight.MEDIUM, 24, width / 2, 1)
    return _Column(
        left,
        right,
        colour,
        fit_name(findings.heading, Weight.BOLD, 30, width - 48 - more.width, 1),
        rows,
        more,
        fit_prose("" if rows else findings.empty, Weight.MEDIUM, 26, width, 4),
    )


def _draw_column(canvas: Canvas, column: _Column, top: float) -> None:
    canvas.tile(Box(column.left, top + 8, column.left + 16, top + 24 + 4), column.colour, 5)
    canvas.lines(column.left + 32, top, column.heading, INK)
    canvas.lines(column.right, top + 6, column.more, QUIET, "right")
    top += column.heading.height + _BELOW_HEADING
    for row in column.rows:
        _draw_row(canvas, column, row, top)
        top += row.height
    canvas.lines(column.left, top, column.empty, QUIET)


def _draw_row(canvas: Canvas, column: _Column, row: _Row, top: float) -> None:
    bar = canvas.lines(column.left, top, row.name, INK) + 4
    canvas.text(
        column.right,
        top + row.name.height - row.name.leading + 25,
        whole(row.score),
        weight=Weight.BOLD,
        size=28,
        colour=INK,
        align="right",
    )
    canvas.tile(Box(column.left, bar, column.right, bar + _BAR), TRACK, _BAR / 2)
    reach = (column.right - column.left) * row.score / 100
    if reach >= _BAR:
        canvas.tile(
            Box(column.left, bar, column.left + reach, bar + _BAR), column.colour, _BAR / 2
        )
