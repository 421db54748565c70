"""What makers of screens work with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.person import Person
from handlers.desk import Clock
from handlers.views.context import Speech
from handlers.views.view import View
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Place:
    """What makers of screens work with.

    Attributes:
        database: Where what a screen shows besides the person is read.
        speech: Content and words.
        clock: Tells the present moment.
    """

    database: Database
    speech: Speech
    clock: Clock


Maker = Callable[[Place, Person], Awaitable[View]]
