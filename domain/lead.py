"""A contact that somebody leaves for the consultant, and what may stand for one."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.person import Finished

MAX_CONTACT: Final = 200
"""Characters of a contact in words: a name, a number, and when to call."""
MAX_NAME: Final = 64
MAX_PHONE: Final = 32
_PHONE: Final = re.compile(r"\+?[\d\s()./-]{5,31}")
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")
_NICK: Final = re.compile(r"@[A-Za-z]\w{3,31}", re.ASCII)
_WAY: Final = re.compile(r"@\w|\w\.\w")
"""Somewhere in what leads to somebody: a nick, an address or a link."""
_FEWEST_DIGITS: Final = 5
"""Of a number that can be called."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How somebody wants to be reached.

    Attributes:
        words: A phone number, an address, a nick or free words; one line.
        name: As on their contact card; empty where they wrote the contact themselves.
    """

    words: str
    name: str = ""

    @property
    def can_be_tapped(self) -> bool:
        """Whether it is a number, an address or a nick and nothing else."""
        kinds = (_PHONE, _MAIL, _NICK)
        return any(kind.fullmatch(self.words) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Lead:
    """A contact with the result it was left about.

    Attributes:
        id: Row number.
        person_id: Whose it is.
        contact: How to reach them.
        left_at: When they left it.
        finished: The result they want to talk about; None if it is gone.
    """

    id: int
    person_id: int
    contact: Contact
    left_at: datetime
    finished: Finished | None


def one_line(text: str) -> str:
    """Typed words as one line, without characters that can't be seen."""
    words = " ".join(text.split())
    return "".join(sign for sign in words if sign.isprintable()).strip()


def typed(line: str) -> Contact | None:
    """The contact in a line as `one_line` makes it; None where nobody could be reached by it.

    Args:
        line: At most MAX_CONTACT characters.
    """
    digits = sum(sign.isdecimal() for sign in line)
    return Contact(line) if digits >= _FEWEST_DIGITS or _WAY.search(line) else None


def carded(phone: str, first_name: str, last_name: str) -> Contact:
    """The contact of Telegram's contact card; its numbers may lack the plus sign."""
    number = one_line(phone)[:MAX_PHONE]
    name = one_line(f"{first_name} {last_name}")[:MAX_NAME]
    return Contact(f"+{number}" if number.isdigit() else number, name)
