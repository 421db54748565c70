"""What units of work run on."""

from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from sqlalchemy import CursorResult, Dialect, Executable
from sqlalchemy.engine import Connection

T = TypeVar("T")
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Transaction(Protocol):
    """An open transaction, as `AsyncConnection` has it."""

    @property
    def dialect(self) -> Dialect:
        """The database's kind."""
        ...

    async def execute(
        self, statement: Executable, parameters: Parameters = None
    ) -> CursorResult[Any]:
        """Runs a statement; its rows are at hand when this returns."""
        ...


class InlineTransaction:
    """A transaction on the thread that runs the unit: nothing in it ever waits.

    The usual asynchronous driver hops to a thread and back for each cursor, statement and fetch:
    measured, a dozen hops an answer and most of its time. Here the whole batch makes one hop.

    Args:
        connection: An open transaction of the synchronous driver.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """The database's kind."""
        return self._connection.dialect

    async def execute(
        self, statement: Executable, parameters: Parameters = None
    ) -> CursorResult[Any]:
        """Runs a statement at once."""
        return self._connection.execute(statement, parameters)


def run_inline(unit: Coroutine[Any, Any, T]) -> T:
    """The value of a coroutine that only works on an InlineTransaction.

    Raises:
        RuntimeError: It waited for something else, which a unit of work must not do.
    """
    try:
        unit.send(None)
    except StopIteration as finished:
        value: T = finished.value
        return value
    unit.close()
    raise RuntimeError("a unit of work waited for something other than its transaction")
