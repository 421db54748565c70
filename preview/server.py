"""The HTTP server: the Bot API, the chat page and its JSON API."""

import asyncio
import contextlib
import inspect
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

import orjson
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from preview import state
from preview.api import WORLD, build_api
from preview.errors import ApiError
from preview.methods import find, method_name
from preview.params import Params, read_params
from preview.webhook import Deliverer
from preview.world import World

_LOG = logging.getLogger(__name__)

_PAGE = Path(__file__).parent / "page"
_KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
_LARGEST_BODY = 60 * 1024 * 1024
_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
_GOODBYE_S = 1.0
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


async def call(world: World, name: str, params: Params) -> Any:  # noqa: ANN401 - JSON
    """Calls a method of the Bot API, with what faults there are.

    Raises:
        ApiError: as Telegram refuses.
        ConnectionAbortedError: a fault drops the connection.
    """
    name = name.lower()
    fault = world.faults.take(name) if world.faults.waiting else None
    refusal: ApiError | None = None
    try:
        if fault is not None:
            await asyncio.sleep(fault.delay_s)
            if not fault.after:
                _fail(fault.error(), drop=fault.drop)
        method = find(name)
        method.check(params)
        result = method.handler(world, params)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.after:
            _fail(fault.error(), drop=fault.drop)
    except ApiError as error:
        refusal = error
        raise
    else:
        return result
    finally:
        world.remember_call(method_name(name), params.values, refusal)


def _fail(error: ApiError | None, *, drop: bool) -> None:
    if drop:
        raise ConnectionAbortedError
    if error is not None:
        raise error


async def handle_method(request: web.Request) -> web.StreamResponse:
    """One call of the Bot API."""
    world = request.app[WORLD]
    if request.match_info["token"] != world.token:
        return _refused(ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized"))
    try:
        params = await read_params(request)
        result = await call(world, request.match_info["method"], params)
    except ApiError as error:
        return _refused(error)
    except ConnectionAbortedError:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    except (LookupError, TypeError, ValueError, AttributeError):
        # JSON of a shape nobody thought of: the bot is told, the log tells where.
        _LOG.exception("call of %s", request.match_info["method"])
        return _refused(ApiError(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal Server Error"))
    body = b'{"ok":true,"result":' + orjson.dumps(result) + b"}"
    return web.Response(body=body, content_type="application/json")


def _refused(error: ApiError) -> web.Response:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after else None
    return web.Response(
        body=orjson.dumps(error.payload()),
        status=error.error_code,
        headers=headers,
        content_type="application/json",
    )


async def download(request: web.Request) -> web.Response:
    """A file for the bot."""
    world = request.app[WORLD]
    if request.match_info["token"] != world.token:
        return _refused(ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized"))
    file = world.files.by_path.get(request.match_info["path"])
    if file is None:
        return _refused(ApiError(HTTPStatus.NOT_FOUND, "Not Found"))
    return web.Response(body=file.content, content_type="application/octet-stream")


async def page(request: web.Request) -> web.Response:
    """The chat page and what it is made of."""
    name = request.match_info.get("name") or "index.html"
    try:
        # Whole, not as aiohttp's FileResponse: that leaves files open when a browser goes away.
        content = await asyncio.to_thread((_PAGE / name).read_bytes)
    except FileNotFoundError:
        raise web.HTTPNotFound from None
    headers = {"Cache-Control": "no-cache"}
    kind = _KINDS[name.rpartition(".")[2]]
    return web.Response(body=content, content_type=kind, charset="utf-8", headers=headers)


def _guard(hosts: frozenset[str]) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        """Other sites must not reach this server through somebody's browser."""
        host = request.host.rpartition(":")[0] if request.host[-1:] != "]" else request.host
        host = host or request.host
        origin = request.headers.get("Origin")
        own = (f"http://{request.host}", f"https://{request.host}")
        if host not in hosts or (origin is not None and origin not in own):
            return web.Response(status=HTTPStatus.FORBIDDEN, text="Forbidden")
        response = await handler(request)
        if not response.prepared:
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Content-Security-Policy"] = _POLICY
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return guard


def build_app(world: World, *, hosts: frozenset[str] = _HOSTS) -> web.Application:
    """The whole server for one world.

    Args:
        world: what it serves.
        hosts: names it may be called by.
    """
    app = web.Application(middlewares=[_guard(hosts)], client_max_size=_LARGEST_BODY)
    app[WORLD] = world
    app.add_routes(
        [
            web.route("*", "/bot{token:[^/]+}/{method}", handle_method),
            web.get("/file/bot{token:[^/]+}/{path:.+}", download),
            web.get("/", page),
            web.get("/{name:[a-z]+\\.(?:js|css|svg)}", page),
        ]
    )
    app.add_subapp("/api", build_api(world))
    app.cleanup_ctx.append(_webhooks)
    app.on_shutdown.append(_goodbye)
    return app


async def _webhooks(app: web.Application) -> AsyncIterator[None]:
    world = app[WORLD]

    async def called(name: str, params: Params) -> object:
        with contextlib.suppress(ApiError, ConnectionAbortedError):
            return await call(world, name, params)
        return None

    deliverer = Deliverer(world, called)
    await deliverer.start()
    yield
    await deliverer.close()


async def _goodbye(app: web.Application) -> None:
    """Lets those who wait go, so that nobody holds up the end."""
    world = app[WORLD]
    world.signals.close()
    world.updates.wake()


@dataclass(slots=True, frozen=True)
class Server:
    """A running server."""

    host: str
    port: int
    world: World

    @property
    def base_url(self) -> str:
        """For `TelegramAPIServer.from_base` and the Python client."""
        return f"http://{self.host}:{self.port}"


@asynccontextmanager
async def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    world: World | None = None,
    *,
    state_dir: Path | None = None,
    hosts: frozenset[str] = _HOSTS,
) -> AsyncGenerator[Server, None]:
    """Runs the server for as long as the block lasts.

    Args:
        host: the address to listen at.
        port: 0 for any free one; see `Server.port`.
        world: what to serve; a new one by default.
        state_dir: where the world is kept from one start to the next.
        hosts: names it may be called by.
    """
    world = world if world is not None else World()
    if state_dir is not None:
        await asyncio.to_thread(state.restore, world, state_dir)
    runner = web.AppRunner(
        build_app(world, hosts=hosts | {host}),
        access_log=None,
        shutdown_timeout=_GOODBYE_S,
        handler_cancellation=True,
    )
    await runner.setup()
    saver = state.Saver(world, state_dir) if state_dir is not None else None
    try:
        await web.TCPSite(runner, host, port).start()
        if saver is not None:
            saver.start()
        yield Server(host, runner.addresses[0][1], world)
    finally:
        await runner.cleanup()
        if saver is not None:
            await saver.close()
