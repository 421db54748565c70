"""Where a table begins: what stands above its rows, its heading last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.headings import is_known, names_people
from domain.totals import sums_up

TITLES: Final = 20
"""Rows above a heading that are passed over: what the table is, for which days, by whom."""
SURE: Final = 2
"""So many known words make a heading of a row that has numbers above it, as titles may."""
SPANNED: Final = 3
"""So many rows more a heading may have."""
TOP: Final = TITLES + 1 + SPANNED + 2
"""So many rows tell where a table begins."""
YEARS: Final = range(1990, 2101)
COUNTED: Final = 3
"""From so many columns on, a row of 1, 2, 3 below the heading numbers them, as forms have it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty.

    Attributes:
        number: Where it stands, from 1.
        words: Its cells that are no numbers, by column.
        numbers: Those that are.
    """

    number: int
    words: Mapping[int, str]
    numbers: Mapping[int, float]

    @property
    def is_total(self) -> bool:
        """Whether it says that it sums up others; so may a heading, which has no numbers."""
        return sums_up(list(self.words.values()))


def parted(rows: Sequence[Row], last: Mapping[int, int]) -> tuple[Mapping[int, str], int]:
    """A table's heading, and how many rows are none of the table's own: titles and the heading.

    The heading is looked for in the first rows. It is the one with the most words that headings
    have, over columns with numbers below; where none has any, the first with words there.

    Args:
        rows: The first TOP of those that are not empty.
        last: In which row each column has its last number.

    Returns:
        What the heading says by column, and how many rows to pass over. Without a heading these
        are titles: words that stand alone in their row, above rows with more.
    """
    place = _heading(rows, last)
    if place is None:
        return {}, _titles(rows)
    heading, start, most = rows[place], place + 1, place + 1 + SPANNED
    said = {**{n: f"{number:.12g}" for n, number in heading.numbers.items()}, **heading.words}
    name = min(said)
    while start < min(most, len(rows)) and _goes_on(rows[start], name):
        for n, words in rows[start].words.items():
            said[n] = f"{said[n]} {words}" if n in said else words
        start += 1
    return said, start + _counts_columns(rows[start : start + 2])


def _heading(rows: Sequence[Row], last: Mapping[int, int]) -> int | None:
    """Where the heading is among the rows, if there is one."""
    found: list[tuple[tuple[bool, int, int, int], int]] = []
    is_below = False
    for place, row in enumerate(rows[: TITLES + 1]):
        over = [words for n, words in row.words.items() if last.get(n, 0) > row.number]
        if _names_years(row):
            found.append(((True, len(row.words), 0, place), place))
        elif over and not row.numbers:
            has_known = any(map(is_known, over))
            known = sum(map(is_known, row.words.values()))
            if not is_below or (has_known and known >= SURE):
                # The nearest to the rows; without a word to go by, the highest.
                nearness = place if has_known else -place
                found.append(((has_known, known, len(over), nearness), place))
        has_values = not all(number in YEARS for number in row.numbers.values())
        is_below = is_below or (has_values and not row.is_total)
    return max(found)[1] if found else None


def _names_years(row: Row) -> bool:
    """Whether years are the headings, beside the word for customers."""
    years = row.numbers.values()
    return (
        bool(years)
        and all(year in YEARS for year in years)
        and any(map(names_people, row.words.values()))
    )


def _titles(rows: Sequence[Row]) -> int:
    """How many rows of words alone stand above one with more in it."""
    for place, row in enumerate(rows[: TITLES + 1]):
        if len(row.words) + len(row.numbers) > 1:
            return place
        if row.numbers:
            break
    return 0


def _goes_on(row: Row, name: int) -> bool:
    """Whether a row says more of the columns, below a heading whose first cell spans it."""
    is_beside = not row.numbers and min(row.words) > name
    return is_beside and not row.is_total


def _counts_columns(rows: Sequence[Row]) -> bool:
    """Whether the first of two rows only numbers the columns; the second has words there."""
    if len(rows) < 2 or rows[0].words:  # noqa: PLR2004 - a row and the next
        return False
    numbers = [rows[0].numbers[n] for n in sorted(rows[0].numbers)]
    is_counted = len(numbers) >= COUNTED and numbers == [*range(1, len(numbers) + 1)]
    return is_counted and any(n in rows[1].words for n in rows[0].numbers)
