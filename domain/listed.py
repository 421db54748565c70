"""Lists of numbers: as people paste them, and as they are kept."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from domain.errors import AnswerError, CountError, NoNumbersError, OutOfRangeError, TooManyError
from domain.formulas.quality import Rating
from domain.kinds import Listing, Unit
from domain.numerals import decimal_marks, marks_of, read_number
from domain.questionnaire import MAX_NUMBERS, Question

V = TypeVar("V", float, Rating)
Values = Sequence[float] | Sequence[Rating]
Rows = Sequence[tuple[int, str]]

UNREAD_KEPT: Final = 3
"""So many unread rows are named to the person."""
NAMED: Final = 40
"""Characters of an unread row that are enough to find it."""
WRAPPED: Final = 3
"""From so many numbers on, a row without a name is a piece of a list."""
PAIR: Final = 2

_CELLS: Final = re.compile(r"[;\t|]|,\s")
_TOKENS: Final = re.compile(r"[ \t;|:]+|,\s+")
_FIELDS: Final = re.compile(r"[\s;|:×*]+|,\s+")
_COMMAS: Final = re.compile(r"\d+(?:,\d+){2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DASHES: Final = frozenset("-−–—")
_FAILED: Final = "!"
_TOTAL: Final = re.compile(
    r"\W*(?:итого|всего|всього|разом|усього|сумма|сума|(?:grand )?total|sum)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A row in which no number was found: where it stands, from 1, and what it says."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What was found in a list or a table.

    Attributes:
        values: The numbers, or the ratings; names that stood beside them are dropped.
        unread: The first few rows without a number.
        unread_count: How many there are in all.
        column: The column that was taken, by its heading; empty for a list.
    """

    values: Values
    unread: Sequence[Unread] = ()
    unread_count: int = 0
    column: str = ""


def read_list(text: str, question: Question, language: str) -> Listed:
    """A list as people paste it.

    One number a row, the last one; names and numbers before it are dropped, and so is a row that
    sums up the others. A single row, and rows of three numbers or more without a name, are lists
    in themselves: numbers apart by spaces, semicolons, tabs, or commas with a space. A row of
    ratings holds a score and its weight, or the score alone; "-" does not apply, "!" has failed.

    Args:
        text: As pasted.
        question: Of kind NUMBERS.
        language: Of the person who wrote it.

    Raises:
        NoNumbersError: There is not a single number.
        TooManyError: There are more than MAX_NUMBERS.
        CountError: The question wants another number of numbers.
        OutOfRangeError: A number is outside the question's limits.
    """
    rows = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    marks = decimal_marks(language)
    if question.listing is Listing.RATINGS:
        apart = list(enumerate(rows[0][1].split(";"), 1)) if len(rows) == 1 else rows
        return fitted(sorted_out(apart, lambda _, row: [_rating(row, marks)]), question)
    marks = marks_of((token for _, row in rows for token in _TOKENS.split(row)), marks)
    if len(rows) == 1:
        apart = list(enumerate(_pieces(rows[0][1]), 1))
        return fitted(sorted_out(apart, lambda _, row: [_number(row, marks)]), question)
    return fitted(sorted_out(rows, lambda _, row: _of_row(row, marks)), question)


def sorted_out(rows: Rows, read: Callable[[int, str], Sequence[V]], column: str = "") -> Listed:
    """Values row by row, and the rows that have none; a heading above them is neither.

    Args:
        rows: Each with where it stands, from 1.
        read: The values of a row; raises AnswerError where it has none.
        column: From which column of a table they are.
    """
    values: list[V] = []
    unread: list[Unread] = []
    for place, (number, row) in enumerate(rows):
        try:
            if is_total(row):
                raise NoNumbersError
            values.extend(read(number, row))
        except AnswerError:
            is_heading = place == 0 and len(rows) > 1 and not any(sign.isdigit() for sign in row)
            if not is_heading:
                unread.append(Unread(number, row[:NAMED]))
    return Listed(values, tuple(unread[:UNREAD_KEPT]), len(unread), column)


def fitted(listed: Listed, question: Question) -> Listed:
    """A list as a question takes it.

    Raises:
        NoNumbersError: There is not a single number.
        TooManyError: There are more than MAX_NUMBERS.
        CountError: The question wants another number of numbers.
        OutOfRangeError: A number is outside the question's limits.
    """
    if not listed.values:
        raise NoNumbersError
    if len(listed.values) > MAX_NUMBERS:
        raise TooManyError(MAX_NUMBERS)
    if question.count is not None and len(listed.values) != question.count:
        raise CountError(len(listed.values), question.count)
    low, high = question.low, question.high
    for value in listed.values:
        if isinstance(value, Rating):
            continue
        if (low is not None and value < low) or (high is not None and value > high):
            raise OutOfRangeError(low, high)
    return listed


def is_total(text: str) -> bool:
    """Whether a row says that it sums up the others."""
    return _TOTAL.match(text) is not None


def dumped(values: Values) -> str:
    """Values as they are stored."""
    rows = [
        [one.score, one.weight, one.is_failed] if isinstance(one, Rating) else one
        for one in values
    ]
    return json.dumps(rows, separators=(",", ":"))


def loaded(words: str, listing: Listing) -> Values:
    """Values as `dumped` stored them."""
    rows = json.loads(words)
    return [Rating(*row) for row in rows] if listing is Listing.RATINGS else list(rows)


def _number(text: str, marks: frozenset[str]) -> float:
    return read_number(text, Unit.NUMBER, marks)


def _pieces(row: str) -> Iterable[str]:
    """The numbers of a list in one row; its spaces part them, unless something else does."""
    parts = [part for part in _CELLS.split(row) if part.strip()]
    if len(parts) > 1:
        return parts
    words = row.split(" ")
    pieces = (word.split(",") if _COMMAS.fullmatch(word) else [word] for word in words if word)
    return [piece for several in pieces for piece in several]


def _of_row(row: str, marks: frozenset[str]) -> Sequence[float]:
    """The number of one of several rows, or all where the row is a piece of a list.

    Raises:
        AnswerError: There is none.
    """
    cells = [cell.strip() for cell in _CELLS.split(row) if cell.strip()]
    read = [_read(cell, marks) for cell in cells]
    if len(cells) == 1 and read[0] is None:
        words = row.split()
        read = [_read(word, marks) for word in words]
        if None in read or len(words) < WRAPPED:
            return [_last(words, marks)]
    numbers = [number for number in read if number is not None]
    if len(numbers) == len(read) >= WRAPPED:
        return numbers
    return numbers[-1:] or [_last(cells[-1].split(), marks)]


def _last(words: Sequence[str], marks: frozenset[str]) -> float:
    """The number at the end of a row, its thousands apart or not; a dash before it is no minus.

    Raises:
        NoNumbersError: There is none.
    """
    for start in range(len(words)):
        if words[start] in _DASHES:
            continue
        number = _read(" ".join(words[start:]).rpartition(":")[2], marks)
        if number is not None:
            return number
    raise NoNumbersError


def _read(text: str, marks: frozenset[str]) -> float | None:
    try:
        return _number(text, marks)
    except AnswerError:
        return None


def _rating(row: str, marks: frozenset[str]) -> Rating:
    """A category's rating: score and weight, the latter 1 where it is not said.

    Raises:
        AnswerError: It is none.
    """
    fields = [field for field in _FIELDS.split(row.replace(_FAILED, f" {_FAILED} ")) if field]
    named = [place for place, field in enumerate(fields) if _LETTER.search(field)]
    fields = fields[named[-1] + 1 :] if named else fields
    if named and len(fields) > 1 and fields[0] in _DASHES:
        fields = fields[1:]
    is_failed = _FAILED in fields
    if is_failed:
        fields = [_FAILED, *[field for field in fields if field != _FAILED][-1:]]
    if not 1 <= len(fields) <= PAIR:
        raise NoNumbersError
    weight = _number(fields[1], marks) if len(fields) == PAIR else 1.0
    has_score = not is_failed and fields[0] not in _DASHES
    return Rating(_number(fields[0], marks) if has_score else None, weight, is_failed)
