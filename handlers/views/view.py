"""What a screen is made of, before it becomes a Telegram message."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callbacks import Go, To

BAR_CELLS: Final = 10


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its words, and what it carries or where it leads."""

    label: str
    data: CallbackData | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A message's HTML and its buttons by rows."""

    text: str
    rows: Sequence[Sequence[Button]] = ()

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them; None without any."""
        rows = [
            [
                InlineKeyboardButton(text=b.label, callback_data=b.data.pack())
                if b.data
                else InlineKeyboardButton(text=b.label, url=b.url)
                for b in row
            ]
            for row in self.rows
            if row
        ]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def esc(text: str) -> str:
    """Text that may hold anything, safe inside HTML."""
    return escape(text, quote=False)


def paragraphs(*parts: str) -> str:
    """Paragraphs with an empty line between; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def bar(done: int, count: int) -> str:
    """Progress as ten cells; full only when all is done."""
    cells = BAR_CELLS * done // count if count else 0
    return "▰" * cells + "▱" * (BAR_CELLS - cells)


def go(label: str, to: To, arg: str = "") -> Button:
    """A button of a menu."""
    return Button(label, Go(to=to, arg=arg))
