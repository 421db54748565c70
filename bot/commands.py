"""Tells Telegram the bot's commands and descriptions, in each language, when they changed."""

import hashlib
from asyncio import sleep
from collections.abc import Iterable, Mapping, Sequence
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
STAFF_FACT: Final = "told_to_telegram_for_staff"
FIRST_PAUSE: Final = 15.0
LONGEST_PAUSE: Final = 3600.0
"""Seconds until staff without a chat with the bot are tried again, twice as long each time."""
WAY: Final = 2
"""Goes up when the same words are told in another way, so that they are told once more."""

log = structlog.get_logger()


async def tell_telegram(app: App) -> None:
    """Sets commands, description and short description, unless they stand there already.

    Staff have a list of their own. Telegram refuses it while they have no chat with the bot, as
    when its owner starts it for the first time; it is tried again until all of them have one.
    """
    default = app.config.default_language
    codes = {language: None if language == default else language for language in LANGUAGES}
    digest = _digest(app)
    if await app.database.read(lambda records: records.facts.get(FACT)) != digest:
        for language, code in codes.items():
            await _tell(app, language, code)
        await app.database.write(lambda records: records.facts.put(FACT, digest))
        log.info("commands and descriptions set")
    staff = app.config.admin_ids | app.config.analyst_ids
    everybody = _digest(app, staff)
    if await app.database.read(lambda records: records.facts.get(STAFF_FACT)) == everybody:
        return
    waiting, pause = set(staff), FIRST_PAUSE
    while waiting := {one for one in waiting if not await _tell_staff(app, one, codes)}:
        await sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
    await app.database.write(lambda records: records.facts.put(STAFF_FACT, everybody))


async def _tell(app: App, language: str, code: str | None) -> None:
    """One language; the default one goes without a code, to everybody else."""
    line = app.speech.texts.line
    await app.bot.set_my_commands(
        _commands(app, language, COMMANDS), BotCommandScopeAllPrivateChats(), code
    )
    await app.bot.set_my_description(line(language, "bot-description"), code)
    await app.bot.set_my_short_description(line(language, "bot-short-description"), code)


async def _tell_staff(app: App, chat_id: int, codes: Mapping[str, str | None]) -> bool:
    """The commands of somebody of the staff, in all languages: Telegram shows their client's.

    Returns:
        Whether there is a chat with them.
    """
    scope = BotCommandScopeChat(chat_id=chat_id)
    try:
        for language, code in codes.items():
            commands = _commands(app, language, (*COMMANDS, "admin"))
            await app.bot.set_my_commands(commands, scope, code)
    except (TelegramBadRequest, TelegramForbiddenError):
        return False
    return True


def _commands(app: App, language: str, names: Sequence[str]) -> list[BotCommand]:
    line = app.speech.texts.line
    return [BotCommand(command=n, description=line(language, f"command-{n}")) for n in names]


def _digest(app: App, staff: Iterable[int] = ()) -> str:
    line = app.speech.texts.line
    told = {
        language: [line(language, "bot-description"), line(language, "bot-short-description")]
        + [line(language, f"command-{name}") for name in (*COMMANDS, "admin")]
        for language in LANGUAGES
    }
    default, username = app.config.default_language, app.speech.house.username
    everything = [WAY, told, default, sorted(staff), username]
    return hashlib.sha256(orjson.dumps(everything)).hexdigest()
