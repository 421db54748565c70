"""What a screen is made of, before it becomes a Telegram message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import Go, Stay, StayDo, To

BAR_CELLS: Final = 10
HALF_ROW: Final = 17
"""Letters that a button of half a row shows on a phone; clients cut longer ones off."""
PlainButton = Mapping[str, str | Mapping[str, str]]
"""A button as Telegram's JSON."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its words, and what it carries, where it leads, or what it copies."""

    label: str
    data: CallbackData | None = None
    url: str | None = None
    copy: str | None = None

    @property
    def plain(self) -> PlainButton:
        """As Telegram's JSON."""
        if self.data is not None:
            return {"text": self.label, "callback_data": self.data.pack()}
        if self.copy is not None:
            return {"text": self.label, "copy_text": {"text": self.copy}}
        return {"text": self.label, "url": self.url or ""}


@dataclass(frozen=True, slots=True)
class Key:
    """A key in the keyboard's place: it writes its words, or shares one's own contact card."""

    label: str
    shares_contact: bool = False

    @property
    def plain(self) -> Mapping[str, str | bool]:
        """As Telegram's JSON."""
        asked = {"request_contact": True} if self.shares_contact else {}
        return {"text": self.label, **asked}


@dataclass(frozen=True, slots=True)
class View:
    """A message's HTML and its buttons by rows.

    Attributes:
        text: The HTML.
        rows: The buttons under it.
        keys: Instead of buttons, keys in the keyboard's place, one a row. Telegram sets them
            with a new message only; its place stands in states.WITH_KEYS, so that they go again.
    """

    text: str
    rows: Sequence[Sequence[Button]] = ()
    keys: Sequence[Key] = ()

    @property
    def keyboard(self) -> Mapping[str, object] | None:
        """Buttons or keys as Telegram's plain JSON; None without any.

        Plain, because building and serialising aiogram's models of a dozen buttons was the
        dearest part of a screen.
        """
        if self.keys:
            keys = [[key.plain] for key in self.keys]
            return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}
        rows = [[button.plain for button in row] for row in self.rows if row]
        return {"inline_keyboard": rows} if rows else None


def esc(text: str) -> str:
    """Text that may hold anything, safe inside HTML."""
    return escape(text, quote=False)


def paragraphs(*parts: str) -> str:
    """Paragraphs with an empty line between; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def cut(text: str, limit: int) -> str:
    """Text with no more characters than its place holds; an ellipsis shows that some are gone."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def bar(done: int, count: int, cells: int = BAR_CELLS) -> str:
    """Progress as so many cells; full only when all is done."""
    filled = cells * done // count if count else 0
    return "▰" * filled + "▱" * (cells - filled)


def share_of(part: int, whole: int) -> int:
    """A share in whole per cent, halves up; 100 only for all, and 0 only for none."""
    share = (200 * part + whole) // (2 * whole)
    return min(max(share, 1), 99) if 0 < part < whole else share


def paired(buttons: Sequence[Button]) -> list[list[Button]]:
    """Two buttons a row where both are short enough for half of a phone's width, else one."""
    rows: list[list[Button]] = []
    for button in buttons:
        fits = len(button.label) <= HALF_ROW
        if rows and fits and len(rows[-1]) == 1 and len(rows[-1][0].label) <= HALF_ROW:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def go(label: str, to: To, arg: str = "") -> Button:
    """A button of a menu."""
    return Button(label, Go(to=to, arg=arg))


def stay(label: str, do: StayDo, arg: str = "") -> Button:
    """A button about staying in touch."""
    return Button(label, Stay(do=do, arg=arg))
