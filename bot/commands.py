"""Tells Telegram the bot's commands and descriptions, in each language, when they changed."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

import orjson
import structlog
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.app import App
from domain.languages import LANGUAGES

COMMANDS: Final = (
    "start",
    "tests",
    "results",
    "code",
    "settings",
    "cancel",
    "privacy",
    "mydata",
    "delete",
    "help",
)
FACT: Final = "told_to_telegram"
WAY: Final = 2
"""Goes up when the same words are told in another way, so that they are told once more."""

log = structlog.get_logger()


async def tell_telegram(app: App) -> None:
    """Sets commands, description and short description, unless they stand there already."""
    digest = _digest(app)
    told = await app.database.read(lambda records: records.facts.get(FACT))
    if told == digest:
        return
    default = app.config.default_language
    codes = {language: None if language == default else language for language in LANGUAGES}
    for language, code in codes.items():
        await _tell(app, language, code)
    for chat_id in app.config.admin_ids | app.config.analyst_ids:
        # A chat that the person has not opened yet is refused; they find /admin in /help.
        with suppress(TelegramBadRequest, TelegramForbiddenError):
            await _tell_staff(app, chat_id, codes)
    await app.database.write(lambda records: records.facts.put(FACT, digest))
    log.info("commands and descriptions set")


async def _tell(app: App, language: str, code: str | None) -> None:
    """One language; the default one goes without a code, to everybody else."""
    line = app.speech.texts.line
    await app.bot.set_my_commands(
        _commands(app, language, COMMANDS), BotCommandScopeAllPrivateChats(), code
    )
    await app.bot.set_my_description(line(language, "bot-description"), code)
    await app.bot.set_my_short_description(line(language, "bot-short-description"), code)


async def _tell_staff(app: App, chat_id: int, codes: Mapping[str, str | None]) -> None:
    """The commands of somebody of the staff, in all languages: Telegram shows their client's."""
    scope = BotCommandScopeChat(chat_id=chat_id)
    for language, code in codes.items():
        commands = _commands(app, language, (*COMMANDS, "admin"))
        await app.bot.set_my_commands(commands, scope, code)


def _commands(app: App, language: str, names: Sequence[str]) -> list[BotCommand]:
    line = app.speech.texts.line
    return [BotCommand(command=n, description=line(language, f"command-{n}")) for n in names]


def _digest(app: App) -> str:
    line = app.speech.texts.line
    told = {
        language: [line(language, "bot-description"), line(language, "bot-short-description")]
        + [line(language, f"command-{name}") for name in (*COMMANDS, "admin")]
        for language in LANGUAGES
    }
    staff = sorted(app.config.admin_ids | app.config.analyst_ids)
    everything = [WAY, told, app.config.default_language, staff, app.speech.house.username]
    return hashlib.sha256(orjson.dumps(everything)).hexdigest()
