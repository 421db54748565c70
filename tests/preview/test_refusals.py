"""Calls of the wrong shape, each with Telegram's words, over plain HTTP."""

from typing import Any

import aiohttp
import pytest

from preview.client import Person
from preview.server import Server


async def call(server: Server, method: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """The server's whole answer."""
    url = f"{server.base_url}/bot{server.world.token}/{method}"
    async with aiohttp.request("POST", url, json=values) as response:
        answer: dict[str, Any] = await response.json()
        return answer


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        (
            "sendMessage",
            {"text": "a", "reply_parameters": []},
            "object expected as reply parameters",
        ),
        ("sendMessage", {"text": "a", "reply_parameters": {}}, 'can\'t find field "message_id"'),
        (
            "sendMessage",
            {"text": "a", "reply_parameters": "{"},
            "can't parse reply parameters JSON object",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_to_message_id": 99},
            "message to be replied not found",
        ),
        ("sendMessage", {"text": "a", "entities": {"a": 1}}, "can't parse entities JSON object"),
        (
            "sendMessage",
            {"text": "a", "entities": [{"type": "bold"}]},
            "can't parse MessageEntity: Can't find field \"offset\"",
        ),
        (
            "sendMessage",
            {"text": "a", "entities": [1]},
            "can't parse MessageEntity: expected an Object",
        ),
        (
            "sendMessage",
            {"text": "a", "link_preview_options": {"is_disabled": "yes"}},
            'field "is_disabled" must be of type Boolean',
        ),
        ("sendPhoto", {"photo": "attach://nothing"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendMediaGroup", {"media": {}}, "expected an Array of InputMedia"),
        ("sendMediaGroup", {"media": [1, 2]}, "can't parse InputMedia: expected an Object"),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo"}] * 2},
            "can't parse InputMedia: Can't find field \"media\"",
        ),
        ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
        ("setMyCommands", {"commands": [1]}, "can't parse BotCommand: expected an Object"),
        (
            "setMyCommands",
            {"commands": [{"command": "a"}]},
            "can't parse BotCommand: Can't find field \"description\"",
        ),
        ("getMyCommands", {"scope": [1]}, "BotCommandScope must be an Object"),
        (
            "getMyCommands",
            {"scope": {"type": "mars"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        ("setChatMenuButton", {"menu_button": [1]}, "MenuButton must be an Object"),
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, "MenuButton has unsupported type"),
        ("getFile", {}, "file_id not specified"),
        ("getUserProfilePhotos", {"user_id": 1}, "user not found"),
        ("deleteMessages", {"message_ids": 1}, "expected an Array of message identifiers"),
        ("setMessageReaction", {"message_id": 1, "reaction": [{}, {}]}, "REACTIONS_TOO_MANY"),
        (
            "setMessageReaction",
            {"message_id": 1, "reaction": [{"type": "emoji"}]},
            "REACTION_INVALID",
        ),
        ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
        ("setWebhook", {"url": "http://[::1"}, "invalid webhook URL specified"),
    ],
)
async def test_refusals(
    server: Server, anna: Person, method: str, values: dict[str, Any], words: str
) -> None:
    """400 and the reason."""
    answer = await call(server, method, chat_id=anna.id, **values)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}


@pytest.mark.parametrize(
    ("method", "values", "what"),
    [
        ("sendPhoto", {"photo": "https://example.com/a.png"}, "sending files by their address"),
        (
            "sendMessage",
            {"text": "a", "reply_parameters": {"message_id": 1, "quote": "a"}},
            "the reply parameter quote",
        ),
        (
            "editMessageMedia",
            {"message_id": 2, "media": {"type": "video", "media": "x"}},
            "media of the type video",
        ),
    ],
)
async def test_what_is_not_known_here(
    server: Server, anna: Person, method: str, values: dict[str, Any], what: str
) -> None:
    """Fails loudly instead of pretending."""
    await call(server, "sendMessage", chat_id=anna.id, text="a")
    answer = await call(server, method, chat_id=anna.id, **values)
    expected = f"the local server does not know {what} yet"
    assert (answer["error_code"], answer["description"]) == (501, expected)


async def test_a_person_s_message_in_a_group_stays(server: Server, anna: Person) -> None:
    """A bot that is no administrator can't delete it."""
    made = await anna.control("group", title="Team", members=[anna.id], type="group")
    said = await anna.at(made["chat_id"]).say("mine")
    answer = await call(server, "deleteMessage", chat_id=made["chat_id"], message_id=said.id)
    assert answer["description"] == "Bad Request: message can't be deleted"


async def test_flags_of_messages(server: Server, anna: Person) -> None:
    """They come back under the names Telegram gives them."""
    answer = await call(
        server,
        "sendMessage",
        chat_id=anna.id,
        text="https://example.com",
        protect_content=True,
        message_effect_id="5104841245755180586",
        disable_web_page_preview=True,
        disable_notification=True,
    )
    message = answer["result"]
    assert message["has_protected_content"] is True
    assert message["effect_id"] == "5104841245755180586"
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_the_webhook_is_turned_off_by_an_empty_address(server: Server) -> None:
    """As deleteWebhook does."""
    assert (await call(server, "setWebhook", url="https://example.com/x"))["ok"]
    assert (await call(server, "setWebhook", url=""))["ok"]
    assert (await call(server, "getWebhookInfo"))["result"]["url"] == ""
