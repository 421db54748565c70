"""What can be wrong with a step of somebody who builds a journey; nothing has changed then."""

from domain.errors import AnswerError, TooLongError


class GoneError(AnswerError):
    """There is no such element (any longer)."""


class EmptyError(AnswerError):
    """No words where a title or a note was expected."""


class LongTitleError(TooLongError):
    """A title over the limit.

    Attributes:
        title: All of it.
    """

    def __init__(self, title: str, limit: int) -> None:
        super().__init__(len(title), limit)
        self.title = title


class FullError(AnswerError):
    """More elements than a picture holds.

    Attributes:
        room: How many more it would hold.
        limit: The most it holds.
    """

    def __init__(self, room: int, limit: int) -> None:
        super().__init__(f"room for {room}, at most {limit}")
        self.room = room
        self.limit = limit


class LastStageError(AnswerError):
    """The only stage can't be removed."""


class EdgeError(AnswerError):
    """There is no place further up or down."""


class NothingToUndoError(AnswerError):
    """No step is left to be undone."""


class BrokenJourneyError(ValueError):
    """What is stored is no journey: a fault of ours, not of a person's."""
