"""Updates by webhook: answered only after their work is committed."""

import asyncio
import hmac
from http import HTTPStatus
from typing import Final

import orjson
import structlog
from aiohttp import web

from bot.app import KINDS, App
from bot.health import add_health, listen
from bot.patience import patiently

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MAX_BODY: Final = 1024 * 1024
PATH: Final = "/telegram"

log = structlog.get_logger()


def build_webhook(app: App) -> web.Application:
    """The server that Telegram calls: updates, `/healthz` and `/metrics`."""
    if app.config.webhook_secret is None:
        raise ValueError("a webhook needs WEBHOOK_SECRET")
    secret = app.config.webhook_secret.get_secret_value().encode()

    async def take(request: web.Request) -> web.Response:
        # Bytes that are no text come as lone surrogates.
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, secret):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            update = orjson.loads(await request.read())
        except ValueError:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        try:
            await app.intake.accept(update)
        except Exception:
            log.exception("not confirmed", update_id=update["update_id"])
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response()

    server = web.Application(client_max_size=MAX_BODY)
    server.router.add_post(PATH, take)
    add_health(server, app.database)
    return server


async def serve_webhook(app: App, stop: asyncio.Event) -> None:
    """Takes updates by webhook until told to stop; requests in hand are finished."""
    config = app.config
    runner = web.AppRunner(build_webhook(app), access_log=None)
    await runner.setup()
    try:
        host, port = config.webhook_host, config.webhook_port
        await listen(runner, host, port, "WEBHOOK_HOST, WEBHOOK_PORT")
        secret = config.webhook_secret.get_secret_value() if config.webhook_secret else None
        await patiently(
            lambda: app.bot.set_webhook(
                f"{config.webhook_url}{PATH}", secret_token=secret, allowed_updates=list(KINDS)
            )
        )
        await stop.wait()
    finally:
        await runner.cleanup()
