"""What can be wrong with what a person did, told apart so that each gets its own kind answer."""


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
