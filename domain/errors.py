"""What can be wrong with what a person did, told apart so that each gets its own kind answer."""

from enum import StrEnum


class AnswerError(Exception):
    """An answer was not taken; nothing has changed."""


class OutdatedError(AnswerError):
    """It was meant for another question than the one the person stands at."""


class UnknownValueError(AnswerError):
    """The question offers no such answer (a forged or damaged button)."""


class TooLongError(AnswerError):
    """A written answer over the limit.

    Attributes:
        length: Its length in characters.
        limit: The most that is taken.
    """

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} characters, at most {limit}")
        self.length = length
        self.limit = limit


class NotANumberError(AnswerError):
    """A number was asked for and something else was written."""


class OutOfRangeError(AnswerError):
    """A number outside the question's limits.

    Attributes:
        low: Smallest allowed number, or None.
        high: Largest allowed number, or None.
    """

    def __init__(self, low: float | None, high: float | None) -> None:
        super().__init__(f"expected {low} to {high}")
        self.low = low
        self.high = high


class NotWholeError(AnswerError):
    """A whole number was asked for and one with decimals was written."""


class PercentUnaskedError(AnswerError):
    """A per cent was written where something else is asked."""


class ShareOrPercentError(AnswerError):
    """A per cent was asked for and a number below 1 was written: of a hundred, or of 1?

    Attributes:
        number: As it was written.
    """

    def __init__(self, number: float) -> None:
        super().__init__(f"{number} per cent, or {number} of 1")
        self.number = number


class CountError(AnswerError):
    """A list has another number of numbers than is asked.

    Attributes:
        found: How many it has.
        wanted: How many it must have.
    """

    def __init__(self, found: int, wanted: int) -> None:
        super().__init__(f"{found} numbers, not {wanted}")
        self.found = found
        self.wanted = wanted


class TooManyError(AnswerError):
    """A list or a table is longer than is taken.

    Attributes:
        limit: The most that is taken.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit}")
        self.limit = limit


class NoNumbersError(AnswerError):
    """A list or a table without a single number."""


class TableFault(StrEnum):
    """Why a file is not taken as a table."""

    TOO_LARGE = "too_large"
    OLD_FORMAT = "old_format"
    UNREADABLE = "unreadable"


class TableError(AnswerError):
    """A file that is not taken as a table.

    Attributes:
        fault: Why.
    """

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault)
        self.fault = fault
