"""The server's manners: ways to call it, ways it refuses, safety of the page."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError

import preview
from preview.client import Person
from preview.server import Server

Session = aiohttp.ClientSession
PAGE = Path(preview.__file__).parent / "page"
KINDS = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


@pytest.fixture
async def http(server: Server) -> AsyncIterator[Session]:
    """A session at the root of the server."""
    async with aiohttp.ClientSession(server.base_url) as session:
        yield session


async def test_all_ways_to_send_parameters(server: Server, http: Session, anna: Person) -> None:
    """Query string, form, JSON and multipart; any case of the method's name."""
    path = f"/bot{server.world.token}/sendmessage"
    values = {"chat_id": str(anna.id), "text": "a&b"}
    form = aiohttp.FormData(values)
    form.add_field("unused", b"x", filename="x.bin")
    answers = [
        await (await http.get(path, params=values)).json(),
        await (await http.post(path, data=values)).json(),
        await (await http.post(path, json={"chat_id": anna.id, "text": "a&b"})).json(),
        await (await http.post(path, data=form)).json(),
    ]
    assert [answer["result"]["text"] for answer in answers] == ["a&b"] * 4


async def test_json_bodies_hold_objects(server: Server, http: Session, anna: Person) -> None:
    """Not strings of JSON, and only valid ones."""
    path = f"/bot{server.world.token}/SENDMESSAGE"
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}
    body = {"chat_id": anna.id, "text": "a", "reply_markup": keyboard}
    answer = await (await http.post(path, json=body)).json()
    assert answer["result"]["reply_markup"] == keyboard
    headers = {"Content-Type": "application/json"}
    assert (await http.post(path, data=b"[", headers=headers)).status == 400


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/file/bot1:wrong/photos/file_1.jpg", 401, "Unauthorized"),
        ("/bot{token}/getCoffee", 404, "Not Found: method not found"),
        ("/file/bot{token}/photos/file_1.jpg", 404, "Not Found"),
        ("/bot{token}/sendDice", 501, "the local server does not know sendDice yet"),
        (
            "/bot{token}/sendPhoto?message_thread_id=1",
            501,
            "the local server does not know the parameter message_thread_id of sendPhoto yet",
        ),
    ],
)
async def test_refusals(
    server: Server, http: Session, path: str, code: int, description: str
) -> None:
    """Status and body agree."""
    response = await http.get(path.format(token=server.world.token))
    assert response.status == code
    assert await response.json() == {"ok": False, "error_code": code, "description": description}


async def test_methods_unknown_here_fail_in_aiogram_too(bot: Bot, anna: Person) -> None:
    """Loudly."""
    with pytest.raises(TelegramServerError, match="does not know sendDice yet"):
        await bot.send_dice(anna.id)


async def test_json_of_a_strange_shape(server: Server, http: Session, anna: Person) -> None:
    """Is answered as JSON too."""
    values = {"chat_id": str(anna.id), "message_id": "1", "reaction": "[1]"}
    path = f"/bot{server.world.token}/setMessageReaction"
    answer = await (await http.post(path, data=values)).json()
    assert (answer["ok"], answer["error_code"]) == (False, 500)


async def test_a_missing_chat(server: Server, http: Session) -> None:
    """As Telegram says it."""
    answer = await (await http.get(f"/bot{server.world.token}/sendMessage?text=a")).json()
    assert answer["description"] == "Bad Request: chat_id is empty"


async def test_the_page(http: Session) -> None:
    """With a strict policy; every file it names is there."""
    response = await http.get("/?person=1")
    html = await response.text()
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    for unsafe in (" onclick", " onload", "<style", " style=", "javascript:"):
        assert unsafe not in html
    for name, kind in KINDS.items():
        files = [path.name for path in PAGE.iterdir() if path.suffix == f".{name}"]
        assert files
        for file in files:
            response = await http.get(f"/{file}")
            assert (response.status, response.content_type) == (200, kind)
    for name in ("nothing.js", "..%2Fserver.py", "server.py"):
        assert (await http.get(f"/{name}")).status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8081"}, 200),
        ({"Host": "127.0.0.1"}, 200),
        ({"Host": "[::1]:8081"}, 200),
        ({"Host": "evil.example:8081"}, 403),
        ({"Host": "localhost.evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
    ],
)
async def test_only_this_machine_is_served(
    http: Session, headers: dict[str, str], status: int
) -> None:
    """Neither rebound names nor other sites."""
    for path in ("/", "/api/people"):
        assert (await http.get(path, headers=headers)).status == status


async def test_files_of_people_never_run(http: Session, anna: Person) -> None:
    """A page or a drawing sent as a document is only ever downloaded."""
    for name in ("evil.html", "evil.svg"):
        sent = await anna.send_document(b"<script>alert(1)</script>", name)
        response = await http.get(f"/api/files/{sent.document}")
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert (await http.get("/api/files/nothing")).status == 404


async def test_wrong_requests_of_the_page(http: Session) -> None:
    """They tell what is wrong."""
    for path, values in (
        ("/api/people/1/say", {"text": "x"}),
        ("/api/control/nothing", {}),
        ("/api/control/group", {}),
    ):
        response = await http.post(path, json=values)
        assert response.status == 400
        assert (await response.json())["error"]


async def test_events(http: Session, anna: Person) -> None:
    """The page hears of every change."""
    async with http.get("/api/events") as response:
        assert response.content_type == "text/event-stream"
        assert await response.content.readuntil(b"\n\n") == b"retry: 500\n\n"
        first = await response.content.readuntil(b"\n\n")
        await anna.say("hello")
        second = await response.content.readuntil(b"\n\n")
        assert int(second.split()[1]) > int(first.split()[1])


async def test_files_are_asked_for_anew(http: Session, anna: Person) -> None:
    """After a fresh start an identifier may stand for another file: no stale copy is shown."""
    sent = await anna.send_document(b"content", "a.txt")
    path = f"/api/files/{sent.document}"
    first = await http.get(path)
    assert "no-cache" in first.headers["Cache-Control"]
    known = {"If-None-Match": first.headers["ETag"]}
    assert (await http.get(path, headers=known)).status == 304
    other = {"If-None-Match": '"something else"'}
    assert await (await http.get(path, headers=other)).read() == b"content"
