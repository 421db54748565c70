"""The JSON API of the chat page and the Python client."""

import asyncio
import hashlib
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import web

from preview.control import ACTIONS
from preview.errors import ApiError, PersonError
from preview.markup import Json
from preview.params import Params, Upload, read_params
from preview.people import Actor, create_person
from preview.signals import ANY
from preview.views import bot_view, chat_view, chats_view, people_view, person_view
from preview.world import Message, World

WORLD = web.AppKey("world", World)

_LONGEST_WAIT_S = 55.0
_HEARTBEAT_S = 15.0
_RECONNECT_MS = 500


def answer(value: Any, status: int = 200) -> web.Response:  # noqa: ANN401 - JSON
    """JSON."""
    return web.Response(body=orjson.dumps(value), status=status, content_type="application/json")


async def _values(request: web.Request) -> Json:
    return (await read_params(request)).values


def _actor(request: web.Request, values: Json) -> Actor:
    user_id = int(request.match_info["user_id"])
    return Actor.of(request.app[WORLD], user_id, int(values.get("chat_id") or 0))


async def get_bot(request: web.Request) -> web.Response:
    """The bot's profile."""
    return answer(bot_view(request.app[WORLD]))


async def get_people(request: web.Request) -> web.Response:
    """Everybody, and the groups."""
    world = request.app[WORLD]
    return answer({"people": people_view(world), "chats": chats_view(world)})


async def post_people(request: web.Request) -> web.Response:
    """Somebody new; the same user_id gives the same person."""
    world, values = request.app[WORLD], await _values(request)
    person = create_person(
        world,
        str(values.get("first_name") or "Person"),
        last_name=str(values.get("last_name") or ""),
        username=str(values.get("username") or ""),
        language_code=str(values.get("language_code") or ""),
        user_id=int(values.get("user_id") or 0),
    )
    return answer(person_view(world, person))


async def get_chat(request: web.Request) -> web.Response:
    """A chat, or what changed in it; waits for a change when asked to."""
    world = request.app[WORLD]
    chat = world.chats.get(int(request.match_info["chat_id"]))
    if chat is None:
        raise PersonError("no such chat")
    since = int(request.query.get("since", "0"))
    timeout = min(float(request.query.get("timeout", "0")), _LONGEST_WAIT_S)
    if chat.revision <= since and timeout > 0:
        await world.signals.wait(chat.id, timeout)
    return answer(chat_view(world, chat, since))


async def post_action(request: web.Request) -> web.Response:
    """What a person does without a file."""
    values = await _values(request)
    actor = _actor(request, values)
    return _acted(actor, _act(actor, request.match_info["action"], values))


def _acted(actor: Actor, result: Json) -> web.Response:
    """The result with the revision of the chat: what the bot does next comes after it."""
    return answer(result | {"revision": actor.chat.revision})


def _act(actor: Actor, action: str, values: Json) -> Json:
    match action:
        case "tap":
            stale = bool(values.get("stale"))
            query = actor.tap(int(values["message_id"]), str(values["data"]), stale=stale)
            return {"callback_query_id": query}
        case "see":
            actor.see(int(values["message_id"]))
        case "block":
            actor.block()
        case "unblock":
            actor.unblock()
        case "remove_bot":
            actor.remove_bot()
        case _:
            return {"message": _written(actor, action, values).payload}
    return {}


def _written(actor: Actor, action: str, values: Json) -> Message:
    match action:
        case "open":
            return actor.open(str(values.get("payload", "")))
        case "say":
            return actor.say(str(values["text"]), int(values.get("reply_to") or 0))
        case "edit":
            return actor.edit(int(values["message_id"]), str(values["text"]))
        case "contact":
            own = values.get("own", True) is not False
            return actor.share_contact(str(values["phone_number"]), own=own)
        case "location":
            return actor.share_location(float(values["latitude"]), float(values["longitude"]))
        case unknown:
            raise PersonError(f"a person can't {unknown}")


async def post_file(request: web.Request) -> web.Response:
    """A photo, document, sticker or voice message from a person."""
    params: Params = await read_params(request)
    upload: Upload | None = params.files.get("file")
    if upload is None:
        raise PersonError("no file sent along")
    actor = _actor(request, params.values)
    message = await actor.send_file(
        request.match_info["kind"], upload, params.text("caption").strip()
    )
    return _acted(actor, {"message": message.payload})


async def get_file(request: web.Request) -> web.Response:
    """The content of a file."""
    file = request.app[WORLD].files.by_id.get(request.match_info["file_id"])
    if file is None:
        raise web.HTTPNotFound
    # Asked for again each time: after a fresh start an identifier may stand for another file.
    tag = hashlib.sha256(file.content).hexdigest()
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{tag}"'}
    if any(known.value == tag for known in request.if_none_match or ()):
        return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if not file.mime_type.startswith("image/") or "svg" in file.mime_type:
        # What people send must never run as a page of this origin.
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=file.content, content_type=file.mime_type, headers=headers)


async def post_control(request: web.Request) -> web.Response:
    """Faults, time and other powers over the world."""
    action = ACTIONS.get(request.match_info["action"])
    if action is None:
        raise PersonError("no such control")
    return answer(action(request.app[WORLD], await _values(request)))


async def get_events(request: web.Request) -> web.StreamResponse:
    """Server-sent events: something has changed, look."""
    world = request.app[WORLD]
    response = web.StreamResponse(headers={"Cache-Control": "no-store"})
    response.content_type = "text/event-stream"
    await response.prepare(request)
    await response.write(b"retry: %d\n\n" % _RECONNECT_MS)
    changed = asyncio.Event()
    world.signals.watch(ANY, changed.set)
    try:
        while not world.signals.closed:
            await response.write(b"data: %d\n\n" % world.revision)
            changed.clear()
            try:
                async with asyncio.timeout(_HEARTBEAT_S):
                    await changed.wait()
            except TimeoutError:
                continue
    except ConnectionResetError:
        pass
    finally:
        world.signals.forget(ANY, changed.set)
    return response


@web.middleware
async def person_errors(request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401 - aiohttp's own
    """What can't be done becomes 400 with the reason."""
    try:
        response: web.StreamResponse = await handler(request)
    except (PersonError, ApiError) as error:
        return answer({"error": str(error)}, 400)
    except (KeyError, ValueError, TypeError, LookupError) as error:
        return answer({"error": f"{type(error).__name__}: {error}"}, 400)
    return response


def build_api(world: World) -> web.Application:
    """The application under /api."""
    app = web.Application(middlewares=[person_errors], client_max_size=60 * 1024 * 1024)
    app[WORLD] = world
    app.add_routes(
        [
            web.get("/bot", get_bot),
            web.get("/people", get_people),
            web.post("/people", post_people),
            web.get("/chats/{chat_id:-?\\d+}", get_chat),
            web.post("/people/{user_id:\\d+}/files/{kind}", post_file),
            web.post("/people/{user_id:\\d+}/{action}", post_action),
            web.get("/files/{file_id}", get_file),
            web.post("/control/{action}", post_control),
            web.get("/events", get_events),
        ]
    )
    return app
