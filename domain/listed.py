"""Lists of numbers: as people paste them, and as they are kept."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from domain.errors import AnswerError, CountError, NoNumbersError, OutOfRangeError, TooManyError
from domain.formulas.quality import Rating
from domain.grouping import Spaces, grouped, spaces_of
from domain.kinds import Listing, Unit
from domain.numerals import decimal_marks, marks_of, read_number
from domain.questionnaire import MAX_NUMBERS, Question
from domain.totals import is_total

V = TypeVar("V", float, Rating)
Values = Sequence[float] | Sequence[Rating]
Rows = Sequence[tuple[int, str]]

UNREAD_KEPT: Final = 3
"""So many unread rows are named to the person."""
NAMED: Final = 40
"""Characters of an unread row that are enough to find it."""
PAIR: Final = 2
RUNNING: Final = 3
"""From so many rows on, numbers before a space that run from 1 are taken for row numbers."""
LAST_WORDS: Final = 8
"""No number takes more words: the largest has six groups of digits, a sign and a currency."""

_CELLS: Final = re.compile(r"[;\t|]|,\s")
_TOKENS: Final = re.compile(r"[ \t;|:]+|,\s+")
_FIELDS: Final = re.compile(r"[\s;|:×*]+|,\s+")
_COMMAS: Final = re.compile(r"\d+(?:,\d+){2,}")
_NUMBERED: Final = re.compile(r"[0-9]{1,5}[.)]\s+")
_LEAD: Final = re.compile(r"\A[0-9]+[\s;|,]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DASHES: Final = frozenset("-−–—")
_FAILED: Final = "!"


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
        totals: The first few rows that sum up others, and so are left out.
        totals_count: How many there are in all.
    """

    values: Values
    unread: Sequence[Unread] = ()
    unread_count: int = 0
    column: str = ""
    totals: Sequence[Unread] = ()
    totals_count: int = 0


def read_list(text: str, question: Question, language: str) -> Listed:
    """A list as people paste it.

    A row of nothing but numbers gives them all: apart by spaces, semicolons, tabs, or commas with
    a space; only where two a row are numbered from 1 on, the first is left out. A row with a name
    gives its last number, unless another stands right before it. A row that sums up the others is
    dropped. A row of ratings holds a score and its weight, or the score alone; "-" does not
    apply, "!" has failed.

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
    spaces = spaces_of(text)
    if len(rows) == 1:
        apart = list(enumerate(_pieces(rows[0][1], spaces), 1))
        return fitted(sorted_out(apart, lambda _, row: [_number(row, marks)]), question)
    are_numbered = _are_numbered([row for _, row in rows])

    def read(_: int, row: str) -> Sequence[float]:
        if are_numbered and not _LETTER.search(row):
            row = _LEAD.sub("", row)
        return _of_row(_cells(row), marks, spaces)

    return fitted(sorted_out(rows, read), question)


def sorted_out(rows: Rows, read: Callable[[int, str], Sequence[V]]) -> Listed:
    """Values row by row, and the rows that have none; a heading above them is neither.

    Args:
        rows: Each with where it stands, from 1.
        read: The values of a row; raises AnswerError where it has none.
    """
    values: list[V] = []
    unread: list[Unread] = []
    totals: list[Unread] = []
    is_announced = False
    for place, (number, row) in enumerate(rows):
        # The number may stand alone in the row below its word.
        sums_up = is_total(row) or (is_announced and _LETTER.search(row) is None)
        is_announced = place > 0 and is_total(row) and not any(map(str.isdigit, row))
        try:
            if sums_up:
                raise NoNumbersError
            values.extend(read(number, row))
        except AnswerError:
            is_heading = place == 0 and len(rows) > 1 and not any(map(str.isdigit, row))
            if not is_heading:
                (totals if sums_up else unread).append(Unread(number, row[:NAMED]))
    return told(values, unread, totals)


def told(
    values: Sequence[V], unread: Sequence[Unread], totals: Sequence[Unread], column: str = ""
) -> Listed:
    """What was found, with the first few of the rows that were left out."""
    return Listed(
        values,
        tuple(unread[:UNREAD_KEPT]),
        len(unread),
        column,
        tuple(totals[:UNREAD_KEPT]),
        len(totals),
    )


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


def _cells(row: str) -> Sequence[str]:
    """The parts of a row between semicolons and the like; the number it is listed by is none."""
    numbered = _NUMBERED.match(row)
    row = row[numbered.end() :] if numbered else row
    return [cell.strip(" ") for cell in _CELLS.split(row) if cell.strip()]


def _are_numbered(rows: Sequence[str]) -> bool:
    """Whether rows of two numbers, and nothing else, start with 1, 2, 3 and so on."""
    several = [_cells(row) for row in rows if not _LETTER.search(row)]
    is_spaced = all(len(cells) == 1 for cells in several)
    pairs = [cells[0].split(" ") for cells in several] if is_spaced else several
    return len(pairs) >= (RUNNING if is_spaced else PAIR) and all(
        len(pair) == PAIR and pair[0] == str(number) for number, pair in enumerate(pairs, 1)
    )


def _pieces(row: str, spaces: Spaces) -> Sequence[str]:
    """The numbers of a list, or of a cell: its spaces part them, unless something else does."""
    cells = [cell.strip(" ") for cell in _CELLS.split(row) if cell.strip()]
    several = (grouped([word for word in cell.split(" ") if word], spaces) for cell in cells)
    apart = (
        word.split(",") if _COMMAS.fullmatch(word) else [word]
        for words in several
        for word in words
    )
    return [piece for pieces in apart for piece in pieces]


def _of_row(cells: Sequence[str], marks: frozenset[str], spaces: Spaces) -> Sequence[float]:
    """All numbers of a row that has nothing else, or the one beside a name.

    Raises:
        AnswerError: There is none, or which is meant can't be told.
    """
    read = [_all(cell, marks, spaces) for cell in cells]
    numbers = [number for several in read for number in several]
    if all(read):
        return numbers
    places = [place for place, several in enumerate(read) if several]
    if not places:
        return [_last(cells[-1].split(), marks)] if cells else []
    last = places[-1]
    if len(read[last]) > 1 or (last and read[last - 1]):
        raise NoNumbersError
    return read[last]


def _all(cell: str, marks: frozenset[str], spaces: Spaces) -> Sequence[float]:
    """The numbers of a cell; none if it holds anything else."""
    whole = _read(cell, marks) if " " not in cell else None
    if whole is not None:
        return [whole]
    read = [_read(piece, marks) for piece in _pieces(cell, spaces)]
    numbers = [number for number in read if number is not None]
    return numbers if len(numbers) == len(read) else []


def _last(words: Sequence[str], marks: frozenset[str]) -> float:
    """The number at the end of a row, its thousands apart or not; a dash before it is no minus.

    Raises:
        NoNumbersError: There is none, or another right before it.
    """
    for start in range(max(0, len(words) - LAST_WORDS), len(words)):
        if words[start] in _DASHES:
            continue
        number = _read(" ".join(words[start:]).rpartition(":")[2], marks)
        if number is not None:
            before = words[max(0, start - PAIR) : start]
            if any(_read(" ".join(before[n:]), marks) is not None for n in range(len(before))):
                break
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
