"""Screens held against Telegram's limits, and the people and operators who stretch them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.config import read_config
from content.library import Library
from content.texts import Texts
from domain.attempt import Attempt
from domain.languages import LANGUAGES
from domain.person import Campaign, Finished, Person, Screen
from domain.questionnaire import Profile
from handlers.views.context import House, Speech
from handlers.views.view import View
from preview import rules
from preview.keyboards import checked_markup
from preview.markup import parse_html, trimmed, utf16_length

KEY = "aB3_-9zZ"
"""An attempt's key as they are made: eight characters."""
NOW = datetime(2026, 9, 30, 12, tzinfo=UTC)
NASTY = "<b>&amp;</i> “«'\"😀"
"""What people type: markup, entities, quotes, and what counts double in UTF-16."""
NOTICE_ROOM = 500
"""Room for the line that may stand above any screen."""
ADMIN = 7
POLICY = read_config({"POLICY_URL": "http://a\"b.org/?c='d'&e=<f>"}).policy_url
"""A link that the settings take, with a quote that must not end the attribute it stands in."""


def house(*, stretched: bool = False) -> House:
    """What an operator sets: nothing, or as much as the settings take."""
    return House(
        username="b" * 32 if stretched else "bot",
        operator=(NASTY * 12)[:120] if stretched else "",
        policy_url=POLICY if stretched else None,
        channel_url="https://t.me/channel" if stretched else None,
        contact_url="tg://resolve?domain=someone" if stretched else None,
        brand="Б" * 40 if stretched else "",
        retention_days=3650 if stretched else 1,
        admins=frozenset({ADMIN}),
        analysts=frozenset({8}),
        default_language="ru",
    )


def speech(library: Library, texts: Texts, *, stretched: bool = False) -> Speech:
    """Everything a view needs besides the person."""
    return Speech(library, texts, house(stretched=stretched))


def campaign(number: int = 1, mode: str | None = "express", *, is_open: bool = True) -> Campaign:
    """A campaign whose code and title are as long as can be entered, the title all emoji."""
    code = f"{number:02}".ljust(62, "x")
    return Campaign(number, code, "😀" * 120, "map", mode, is_open=is_open)


def person(
    language: str,
    attempt: Attempt | None = None,
    where: Campaign | None = None,
    chat_id: int = 2**52,
    profile: Profile | None = None,
) -> Person:
    """Somebody who looks at a screen."""
    return Person(
        id=1,
        chat_id=chat_id,
        language=language,
        state="Talk:home",
        context={},
        profile=profile or Profile(),
        consented_at=NOW,
        campaign=where,
        screen=Screen(),
        notice=None,
        seen_at=NOW,
        attempt_id=None if attempt is None else 1,
        attempt=attempt,
    )


def finished(attempt: Attempt, where: Campaign | None = None) -> Finished:
    """A finished attempt."""
    return Finished(1, attempt, NOW, where)


@dataclass(frozen=True)
class Checked:
    """What Telegram makes of a screen.

    Attributes:
        text: What people read, the markup taken off.
        labels: The buttons' words, row by row.
        data: What the buttons carry.
    """

    text: str
    labels: list[list[str]]
    data: list[str]


def check(view: View, room: int = NOTICE_ROOM, limit: int = rules.TEXT_LENGTH) -> Checked:
    """A screen as Telegram takes it; fails where it would be refused.

    Args:
        view: The screen.
        room: How much must be left free for a notice above it.
        limit: The most that the message holds.
    """
    text, entities = trimmed(*parse_html(view.text))
    assert text
    assert utf16_length(text) <= limit - room, f"{utf16_length(text)} of {limit}:\n{text}"
    assert len(entities) <= 100, "Telegram drops what is beyond"
    markup = checked_markup(view.keyboard, private=True)
    rows = markup["inline_keyboard"] if markup else []
    data = [b["callback_data"] for row in rows for b in row if "callback_data" in b]
    assert len(set(data)) == len(data), f"two buttons do the same: {data}"
    return Checked(text, [[button["text"] for button in row] for row in rows], data)


def check_html(text: str, limit: int = rules.TEXT_LENGTH, room: int = 0) -> str:
    """A message without buttons, as Telegram takes it."""
    return check(View(text), room, limit).text


ALL_LANGUAGES = LANGUAGES
