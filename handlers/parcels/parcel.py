"""What a delivery turns into before it becomes Telegram's, and what makers work with."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from domain.person import Delivery, Person
from handlers.desk import Clock
from handlers.views.context import Speech
from handlers.views.view import Button, View
from results.facts import CardFacts, DetailFacts
from results.facts_built import CanvasFacts, JourneyFacts
from results.facts_calculation import CalculationFacts
from results.facts_checklist import ChecklistFacts
from results.facts_owner import BoardFacts, CodeFacts, PairFacts, PosterFacts
from results.facts_profile import ProfileFacts, WorksheetFacts
from storage.database import Database
from storage.records import Records


class Studio(Protocol):
    """Draws pictures off the event loop."""

    async def card(self, facts: CardFacts) -> bytes:
        """The result card."""
        ...

    async def details(self, facts: DetailFacts) -> tuple[bytes, ...]:
        """The pages of the details."""
        ...

    async def checklist(self, facts: ChecklistFacts) -> bytes:
        """The picture of a checklist."""
        ...

    async def board(self, facts: BoardFacts) -> bytes:
        """The owner's overview."""
        ...

    async def hall(self, facts: BoardFacts) -> bytes:
        """The picture for the projector."""
        ...

    async def pair(self, facts: PairFacts) -> bytes:
        """Two series over the same blocks."""
        ...

    async def calculation(self, facts: CalculationFacts) -> bytes:
        """A calculated metric."""
        ...

    async def code(self, facts: CodeFacts) -> bytes:
        """A QR code with its letters."""
        ...

    async def poster(self, facts: PosterFacts) -> bytes:
        """A poster as a PDF."""
        ...

    async def profile(self, facts: ProfileFacts) -> tuple[bytes, ...]:
        """The pictures of a profile."""
        ...

    async def worksheet(self, facts: WorksheetFacts) -> bytes:
        """A profile to work on, as a PDF."""
        ...

    async def journey(self, facts: JourneyFacts) -> tuple[bytes, ...]:
        """The pictures of a journey."""
        ...

    async def journey_document(self, facts: JourneyFacts) -> bytes:
        """The same as a PDF."""
        ...

    async def canvas(self, facts: CanvasFacts) -> tuple[bytes, ...]:
        """The pictures of a strategy."""
        ...

    async def canvas_document(self, facts: CanvasFacts) -> bytes:
        """The same as a PDF."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A message of its own; with `edit`, in place of that message's text.

    Attributes:
        view: What it says.
        edit: The message it takes the place of.
        otherwise: What to send where that message can't be edited any longer; None sends nothing.
        keep: Stores the message's number once Telegram has accepted it.
    """

    view: View
    edit: int | None = None
    otherwise: View | None = None
    keep: Callable[[Records, int], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class KeysOff:
    """Takes away the keys in the keyboard's place.

    Telegram does so only with a message, which is deleted at once.

    Attributes:
        text: What that message says for its moment.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """One picture or an album.

    Attributes:
        draw: Makes them, unless Telegram has them already.
        caption: HTML under the first.
        digest: A hash of everything they show.
        attempt_id: Under whose attempt to keep Telegram's names of them; None keeps none.
        file_ids: Telegram's names of them; empty if it has none.
        rows: Buttons under it; an album can't have any.
        keep: Stores the number of its message once Telegram has accepted it.
    """

    draw: Callable[[], Awaitable[Sequence[bytes]]]
    caption: str
    digest: str
    attempt_id: int | None = None
    file_ids: Sequence[str] = ()
    rows: Sequence[Sequence[Button]] = ()
    keep: Callable[[Records, int], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture that keeps standing, without its buttons and with another caption.

    Attributes:
        message_id: Which.
        caption: HTML under it from now on.
    """

    message_id: int
    caption: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to send.

    Attributes:
        name: As the person gets it.
        caption: HTML under it.
        content: Its bytes, or where they lie; such a file is removed once sent.
    """

    name: str
    caption: str
    content: bytes | Path


Parcel = Words | KeysOff | Pictures | Bare | File


@dataclass(frozen=True, slots=True)
class Workshop:
    """What makers work with.

    Attributes:
        database: Where everything is read.
        speech: Content and words.
        studio: Draws pictures.
        scratch: A folder for files on their way.
        clock: Tells the present moment.
    """

    database: Database
    speech: Speech
    studio: Studio
    scratch: Path
    clock: Clock


Maker = Callable[[Workshop, Delivery, Person], Awaitable[Parcel | None]]
"""Makes a parcel; None where there is nothing to tell any longer."""
