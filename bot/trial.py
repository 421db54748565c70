"""The bot with a local chat: everything but Telegram, on this machine only."""

import asyncio
import socket
from typing import Final

from bot.app import open_content, open_database
from bot.config import Config
from bot.service import serve, stop_on_signals
from content.library import Library
from domain.kinds import Mode
from handlers.desk import utc_now
from handlers.moves import DEFAULT_TEST
from preview.server import serve as serve_preview
from preview.world import DEFAULT_TOKEN, World

HOST: Final = "127.0.0.1"
CAMPAIGN: Final = "demo"
TITLE: Final = "Demo Conference"
ADMIN: Final = 1000


async def try_out(config: Config, port: int) -> None:
    """Starts the local server, its chat page and the bot; prints where to go.

    Args:
        config: The settings; without ADMIN_IDS, the page's own admin is one.
        port: Of the chat page; another free one is taken where it is in use.
    """
    stop = asyncio.Event()
    stop_on_signals(stop)
    # Apart from real data: what is tried here must never count there.
    folder = config.data_dir.with_name(f"{config.data_dir.name}-preview")
    world, chats = World(DEFAULT_TOKEN), folder / "chats"
    library, _texts = open_content(config)
    world.bot.first_name = library.instruments[DEFAULT_TEST].title[config.default_language]
    world.settings.admin_id = min(config.admin_ids, default=ADMIN)
    async with serve_preview(HOST, _free(port), world, state_dir=chats) as server:
        local = config.model_copy(
            update={
                "data_dir": folder,
                "database_url": "",
                "metrics_port": None,
                "telegram_api_url": server.base_url,
                "webhook_url": None,
                "admin_ids": config.admin_ids or frozenset({ADMIN}),
            }
        )
        await _make_campaign(local, library)
        print(_greeting(server.base_url), flush=True)  # noqa: T201 - what the command is for
        await serve(local, DEFAULT_TOKEN, stop)


def _free(port: int) -> int:
    """The port, or 0 (any free one) where something else listens on it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return 0
    return port


async def _make_campaign(config: Config, library: Library) -> None:
    database = await open_database(config, library)
    try:
        await database.write(
            lambda records: records.campaigns.create(
                CAMPAIGN, TITLE, DEFAULT_TEST, Mode.EXPRESS, utc_now()
            )
        )
    finally:
        await database.close()


def _greeting(base: str) -> str:
    return (
        f"The chat page:  {base}/\n"
        f"A deep link:    {base}/?start={CAMPAIGN}\n"
        f"As an admin:    {base}/?person={ADMIN}&start=\n"
        "Nothing leaves this machine. Stop with Ctrl+C."
    )
