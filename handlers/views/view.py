"""What a screen is made of, before it becomes a Telegram message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import Go, To

BAR_CELLS: Final = 10
HALF_ROW: Final = 17
"""Letters that a button of half a row shows on a phone; clients cut longer ones off."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its words, and what it carries or where it leads."""

    label: str
    data: CallbackData | None = None
    url: str | None = None

    @property
    def plain(self) -> Mapping[str, str]:
        """As Telegram's JSON."""
        if self.data is not None:
            return {"text": self.label, "callback_data": self.data.pack()}
        return {"text": self.label, "url": self.url or ""}


@dataclass(frozen=True, slots=True)
class View:
    """A message's HTML and its buttons by rows."""

    text: str
    rows: Sequence[Sequence[Button]] = ()

    @property
    def keyboard(self) -> Mapping[str, Sequence[Sequence[Mapping[str, str]]]] | None:
        """The buttons as Telegram's plain JSON; None without any.

        Plain, because building and serialising aiogram's models of a dozen buttons was the
        dearest part of a screen.
        """
        rows = [[button.plain for button in row] for row in self.rows if row]
        return {"inline_keyboard": rows} if rows else None


def esc(text: str) -> str:
    """Text that may hold anything, safe inside HTML."""
    return escape(text, quote=False)


def digits(number: float) -> str:
    """A number as people write it: all of its digits, no exponent, no zeros at the end."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def paragraphs(*parts: str) -> str:
    """Paragraphs with an empty line between; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def bar(done: int, count: int) -> str:
    """Progress as ten cells; full only when all is done."""
    cells = BAR_CELLS * done // count if count else 0
    return "▰" * cells + "▱" * (BAR_CELLS - cells)


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
