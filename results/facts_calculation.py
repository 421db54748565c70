"""What the picture of a calculated metric says, already in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """Where a result lies between the least and the greatest that it can be.

    Attributes:
        place: 0 (the least) to 1 (the greatest).
        interval: Ends of the 95 % interval likewise; None where there is none.
        least: The least, written.
        greatest: The greatest, written.
    """

    place: float
    interval: tuple[float, float] | None
    least: str
    greatest: str


@dataclass(frozen=True, slots=True)
class Curve:
    """How profit adds up over customers, the best first.

    Attributes:
        points: Shares of customers and of profit, 0 to 1 both, from (0, 0) to (1, 1); the latter
            goes beyond 1 where some bring losses.
        mark: The point that is read off.
        mark_label: What it says.
        peak: The highest point, where the curve goes beyond 1; None elsewhere.
        peak_label: Its share of profit, written.
        across: What the axis of customers is called.
        up: What the axis of profit is called.
        equality: What the straight line means.
        customers: Marks on the axis of customers, 0 to 1, each with its words.
        profit: Marks on the axis of profit, from 0 to above the highest point, likewise.
    """

    points: Sequence[tuple[float, float]]
    mark: tuple[float, float]
    mark_label: str
    peak: tuple[float, float] | None
    peak_label: str
    across: str
    up: str
    equality: str
    customers: Sequence[tuple[float, str]]
    profit: Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class CalculationFacts:
    """All that the picture says.

    Attributes:
        title: The metric, at most 60 characters.
        subtitle: The instrument.
        value: The result, written.
        caption: What stands beside it: its interval, or what it is a share of; may be empty.
        gauge: Where it lies among all that it can be; None where it has no limits.
        curve: How profit adds up; None for other metrics.
        formula_heading: "How it is calculated".
        formula: The formula, and in another line that with the person's own numbers.
        meaning_heading: "What it says".
        meaning: Up to 600 characters; may be empty.
        remarks: What else is worth saying; up to four.
        date: Already formatted.
        brand: The brand's name, or empty.
    """

    title: str
    subtitle: str
    value: str
    caption: str
    gauge: Gauge | None
    curve: Curve | None
    formula_heading: str
    formula: Sequence[str]
    meaning_heading: str
    meaning: str
    remarks: Sequence[str]
    date: str
    brand: str
