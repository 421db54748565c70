"""Puts the parts together; tests build the very same bot."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.allowance import RATE
from bot.config import Config, ConfigError
from bot.courier import Courier
from bot.hall import Projector
from bot.intake import Intake, Raw, person_of
from bot.middlewares import Visits
from bot.patience import patiently
from bot.post import Post
from bot.session import LeanSession
from content.library import Library, load_library
from content.texts import Texts, load_texts
from domain.languages import match_language
from handlers.desk import Clock, Desk, utc_now
from handlers.parcels.packer import Packer
from handlers.parcels.parcel import Workshop
from handlers.routers import build_routers
from handlers.screens.screens import Screens
from handlers.views.context import House, Speech
from results.studio import Studio
from storage.cipher import Cipher, load_key
from storage.database import Database
from storage.keycheck import check_key
from storage.migrate import migrate

SHUTDOWN_SECONDS: Final = 10.0
KINDS: Final = ("message", "callback_query", "my_chat_member")
"""The kinds of updates that are asked for; all others do no harm should they come."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class App:
    """The running parts."""

    config: Config
    bot: Bot
    database: Database
    courier: Courier
    intake: Intake
    speech: Speech
    projector: Projector


def build_dispatcher(desk: Desk) -> Dispatcher:
    """The dispatcher with all flows, apart from anything that runs."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(Visits(desk))
    dispatcher.include_routers(*build_routers())
    return dispatcher


def build_bot(config: Config, token: str) -> Bot:
    """A bot that speaks to the Bot API server of the settings."""
    session = LeanSession(api=TelegramAPIServer.from_base(config.telegram_api_url))
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


def house_of(config: Config, username: str) -> House:
    """The settings that people see."""
    return House(
        username=username,
        operator=config.operator_name,
        policy_url=config.policy_url,
        channel_url=config.channel_url,
        contact_url=config.contact_url,
        brand=config.brand_name,
        retention_days=config.retention_days,
        admins=config.admin_ids,
        analysts=config.analyst_ids,
        default_language=config.default_language,
        time_zone=config.time_zone,
    )


def open_content(config: Config) -> tuple[Library, Texts]:
    """All content, checked; raises ContentError."""
    return load_library(config.content_dir), load_texts()


def make_data_dir(config: Config) -> None:
    """The folder for data, made if missing.

    Raises:
        ConfigError: It can't be.
    """
    try:
        config.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"DATA_DIR: expected a folder to write to: {error.strerror}") from error


async def open_database(config: Config, library: Library) -> Database:
    """The database, its tables up to date and its key proven right."""
    make_data_dir(config)
    await migrate(config.database, config.backups)
    setting = config.data_key.get_secret_value() if config.data_key else None
    cipher = Cipher(load_key(setting, config.key_file))
    database = Database(config.database, cipher, library)
    await check_key(database)
    return database


@asynccontextmanager
async def running(
    config: Config, token: str, studio: Studio, clock: Clock = utc_now, rate: float = RATE
) -> AsyncIterator[App]:
    """Everything but the way updates come in; closed in order at the end.

    Args:
        config: The settings.
        token: The bot's token.
        studio: Draws pictures; stays open.
        clock: Tells the present moment.
        rate: Messages and edits a chat takes a second.
    """
    library, texts = open_content(config)
    database = await open_database(config, library)
    bot = build_bot(config, token)
    try:
        me = await patiently(bot.get_me)
        speech = Speech(library, texts, house_of(config, me.username or "bot"))
        scratch = config.data_dir / "scratch"
        # Exports that a crash left behind hold people's answers.
        await asyncio.to_thread(shutil.rmtree, scratch, ignore_errors=True)
        workshop = Workshop(database, speech, studio, scratch, clock)
        packer = Packer(workshop)
        screens = Screens(database, speech, clock)
        courier = Courier(bot, database, screens, packer, clock, rate=rate)
        intake = _intake(Desk(database, courier, speech, clock), bot)
        await courier.resume()
        await intake.resume()
        log.info("ready", bot=me.username)
        try:
            projector = Projector(Post(bot), workshop)
            yield App(config, bot, database, courier, intake, speech, projector)
        finally:
            await intake.close(SHUTDOWN_SECONDS)
            await courier.close(SHUTDOWN_SECONDS)
    finally:
        await bot.session.close()
        await database.close()


def _intake(desk: Desk, bot: Bot) -> Intake:
    dispatcher = build_dispatcher(desk)

    async def work(raw: Raw) -> None:
        update = _read(raw, bot)
        if _is_known(update):
            await dispatcher.feed_update(bot, update)

    def trouble(raw: Raw) -> None:
        query, person = raw.get("callback_query"), person_of(raw)
        if query:
            desk.courier.answer(str(query["id"]), "")
        if person > 0:
            language = match_language(_client_language(raw), desk.speech.house.default_language)
            desk.courier.tell(person, desk.speech.texts.line(language, "notice-trouble"))

    return Intake(work, trouble, desk.database, desk.clock)


def _read(raw: Raw, bot: Bot) -> Update:
    """The update; a fault names the field and never what stood there: that may be personal."""
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False, include_context=False)
        places = [f"{'.'.join(map(str, f['loc']))}: {f['type']}" for f in faults]
        raise ValueError(f"an update of an unknown shape: {'; '.join(places)}") from None


def _client_language(raw: Raw) -> str | None:
    for event in raw.values():
        if isinstance(event, dict) and isinstance(event.get("from"), dict):
            code: str | None = event["from"].get("language_code")
            return code
    return None


def _is_known(update: Update) -> bool:
    """Whether this release knows the kind of update; newer kinds are let be."""
    try:
        return bool(update.event_type)
    except UpdateTypeLookupError:
        return False
