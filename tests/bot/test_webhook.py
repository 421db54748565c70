"""Updates by webhook: who may send them, and that 200 means committed."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.app import App
from bot.config import read_config
from bot.webhook import MAX_BODY, PATH, SECRET_HEADER, build_webhook
from storage.records import Records
from tests.support.bench import ANNA, Bench, FaultyDatabase, by, until
from tests.support.chat import Chat
from tests.support.made import counts
from tests.support.stage import Stage, StartStage

SECRET = "a-secret-of-some-length"
Client = TestClient[Any, Any]


def app_of(bench: Bench, **settings: str) -> App:
    """As much of the bot as a webhook needs."""
    config = read_config({"WEBHOOK_SECRET": SECRET, **settings})
    nothing: Any = None
    return App(config, nothing, bench.database, nothing, bench.intake, nothing, nothing)


@pytest.fixture
def bench(faulty: FaultyDatabase) -> Bench:
    """An intake whose work a test decides."""
    return Bench(faulty, patience=0.3)


@pytest.fixture
async def client(bench: Bench) -> AsyncIterator[Client]:
    """Somebody who calls the webhook."""
    async with TestClient(TestServer(build_webhook(app_of(bench)))) as client:
        yield client
    await bench.idle()


async def post(client: Client, body: Any, secret: str | None = SECRET) -> int:  # noqa: ANN401
    """The status of a call."""
    headers = {} if secret is None else {SECRET_HEADER: secret}
    sent = {"data": body} if isinstance(body, bytes) else {"json": body}
    async with client.post(PATH, headers=headers, **sent) as response:
        return response.status


async def test_the_answer_comes_after_the_work(client: Client, bench: Bench) -> None:
    """Telegram has no answer for as long as the work is not done."""
    held = bench.holds(1)
    posting = asyncio.ensure_future(post(client, by(ANNA, 1)))
    await until(lambda: bool(bench.begun))
    assert not posting.done()
    held.set()
    assert await posting == 200
    assert bench.done == [1]


async def test_a_slow_one_is_answered_once_it_is_set_aside(client: Client, bench: Bench) -> None:
    """Telegram does not wait longer than the patience."""
    held = bench.holds(1)
    assert await post(client, by(ANNA, 1)) == 200
    assert await bench.aside() == {1: "alive"}
    held.set()


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), "їжак"])
async def test_a_wrong_secret(client: Client, bench: Bench, secret: str | None) -> None:
    """Is refused before anything of the body is looked at."""
    assert await post(client, by(ANNA, 1), secret) == 403
    assert await post(client, b"rubbish", secret) == 403
    assert bench.begun == []


async def test_a_secret_that_is_no_text(client: Client) -> None:
    """Bytes that are no UTF-8 are a wrong secret, not a fault of the server."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n"
    writer.write(head.encode() + SECRET_HEADER.encode() + b": \xff\xfe\r\n\r\n")
    status = (await reader.read()).split(b" ")[1]
    writer.close()
    await writer.wait_closed()
    assert status in {b"400", b"403"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"[]", b"5", b"null", b"{}", b'{"update_id": "x"}',
             b'{"update_id": null}', b'{"update_id": "7"}', b'{"update_id": 1.5}']
)  # fmt: skip
async def test_a_broken_body(client: Client, bench: Bench, body: bytes) -> None:
    """400: it will not get better by being sent again."""
    assert await post(client, body) == 400
    assert bench.begun == []


async def test_a_huge_body(client: Client) -> None:
    """No update is that long."""
    body = io.BytesIO(b" " * (MAX_BODY + 1))
    async with client.post(PATH, headers={SECRET_HEADER: SECRET}, data=body) as response:
        assert response.status == 413


async def test_what_could_not_be_committed_is_sent_again(client: Client, bench: Bench) -> None:
    """503: Telegram keeps it and sends it again; then it is done."""
    bench.fails(1)
    bench.database.is_down = True
    assert await post(client, by(ANNA, 1)) == 503
    bench.database.is_down = False
    bench.doings.clear()
    assert await post(client, by(ANNA, 1)) == 200
    assert bench.done == [1]


async def test_health(client: Client, bench: Bench) -> None:
    """Healthy as long as the database answers."""
    async with client.get("/healthz") as response:
        assert response.status == 200
    bench.database.is_down = True
    async with client.get("/healthz") as response:
        assert response.status == 503
    async with client.get("/metrics") as response:
        assert "bot_updates" in await response.text()


def test_no_secret_no_webhook(faulty: FaultyDatabase) -> None:
    """Without a secret anybody could send updates."""
    app = app_of(Bench(faulty))
    config = app.config.model_copy(update={"webhook_secret": None})
    with pytest.raises(ValueError, match="WEBHOOK_SECRET"):
        build_webhook(replace(app, config=config))


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
async def hooked(start_stage: StartStage) -> Stage:
    """The whole bot, with a webhook."""
    port = free_port()
    return await start_stage(
        webhook_url=f"http://127.0.0.1:{port}", webhook_port=str(port), webhook_secret=SECRET
    )


async def test_a_whole_test_by_webhook(hooked: Stage) -> None:
    """From the link to the card; strangers without the secret are refused."""
    person = await hooked.people.join("Anna", language_code="uk")
    await until(lambda: bool(hooked.world.webhook.url))
    chat = Chat(person, "uk")
    await chat.begin(await hooked.campaign())
    await chat.answer_all()
    await person.wait_for(lambda message: bool(message.photo), anywhere=True)
    url = f"{hooked.config.webhook_url}{PATH}"
    async with ClientSession() as session, session.post(url, json=by(ANNA, 1)) as response:
        assert response.status == 403


async def test_an_update_that_makes_no_sense(hooked: Stage) -> None:
    """One that is no update of Telegram's is given up, and holds nobody up."""
    await until(lambda: bool(hooked.world.webhook.url))
    url = f"{hooked.config.webhook_url}{PATH}"
    async with ClientSession(headers={SECRET_HEADER: SECRET}) as session:
        for update in (
            {"update_id": 1, "message": {"from": {"id": 5}}},
            {"update_id": 2, "message": "text"},
            {"update_id": 3, "something_new": {"from": {"id": 5}}},
            {"update_id": 4},
        ):
            async with session.post(url, json=update) as response:
                assert response.status == 200

    async def dead(records: Records) -> int:
        return await records.updates.dead_count()

    assert await hooked.app.database.read(dead) == 2
    assert "people" not in await counts(hooked.app.database)
