"""Runs the bot until it is told to stop."""

import asyncio
import signal

import structlog

from bot.app import KINDS, App, running
from bot.commands import tell_telegram
from bot.config import Config
from bot.health import serving_health
from bot.housekeeping import keep_house, look_again
from bot.metrics import READY
from bot.patience import patiently
from bot.polling import poll
from bot.reminders import remind
from bot.tasks import Tasks
from bot.webhook import serve_webhook
from results.studio import Studio

log = structlog.get_logger()


async def serve(config: Config, token: str, stop: asyncio.Event) -> None:
    """Serves Telegram until `stop` is set; what is in hand then is finished.

    Args:
        config: The settings.
        token: The bot's token.
        stop: Set by SIGTERM or SIGINT, or by whoever embeds the bot.
    """
    async with (
        Studio() as studio,
        running(config, token, studio) as app,
        serving_health(config.metrics_port, app.database),
    ):
        tasks = Tasks()
        tasks.start(tell_telegram(app), "commands")
        tasks.start(keep_house(app), "housekeeping")
        tasks.start(look_again(app), "looking again")
        tasks.start(app.projector.run(), "live pictures")
        tasks.start(remind(app), "reminders")
        READY.set(1)
        try:
            await take_updates(app, stop)
        finally:
            READY.set(0)
            log.info("stopping")
            await tasks.finish(0)


async def take_updates(app: App, stop: asyncio.Event) -> None:
    """By webhook where one is set, else by polling, until told to stop."""
    if app.config.webhook_url:
        await serve_webhook(app, stop)
        return
    await patiently(app.bot.delete_webhook)
    await poll(app.bot, app.intake, list(KINDS), stop)


def stop_on_signals(stop: asyncio.Event) -> None:
    """SIGTERM and SIGINT ask to stop."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
