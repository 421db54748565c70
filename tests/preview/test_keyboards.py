"""Reply markup: what Telegram refuses, in its words."""

from typing import Any

import aiohttp
import pytest

from preview.client import Person
from preview.errors import ApiError
from preview.keyboards import checked_markup
from preview.server import Server

PARSE = "can't parse inline keyboard button: "
TEXT_BUTTON = f"{PARSE}Text buttons are unallowed in the inline keyboard"
WEB_APP = "inline keyboard button Web App URL"


def inline(*buttons: Any) -> Any:  # noqa: ANN401 - whatever a bot may send
    """One row of buttons, checked."""
    return checked_markup({"inline_keyboard": [list(buttons)]}, private=True)


def button(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a bot may send
    """A button with a label."""
    return {"text": "Go", **fields}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (button(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (button(callback_data="ж" * 33), "BUTTON_DATA_INVALID"),
        (
            button(callback_data=""),
            TEXT_BUTTON,
        ),
        (
            button(),
            TEXT_BUTTON,
        ),
        (
            button(url="https://example.com", callback_data="x"),
            f"{PARSE}exactly one action expected, got ['url', 'callback_data']",
        ),
        (
            {"callback_data": "x"},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": 1, "callback_data": "x"},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ("Go", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (button(url="no-url"), "inline keyboard button URL 'no-url' is invalid: Wrong HTTP URL"),
        (
            button(url="http://localhost:8080/x"),
            "inline keyboard button URL 'http://localhost:8080/x' is invalid: Wrong HTTP URL",
        ),
        (
            button(url="ftp://example.com"),
            "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
        ),
        (
            button(url="https://"),
            "inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (button(pay=True), "BUTTON_TYPE_INVALID"),
        (
            button(web_app={"url": "http://example.com"}),
            f"{WEB_APP} 'http://example.com' is invalid: Only HTTPS links are allowed",
        ),
        (
            button(callback_data="x", style="pink"),
            "can't parse inline keyboard button: invalid button style specified",
        ),
    ],
)
def test_broken_inline_buttons(wrong: object, words: str) -> None:
    """Each with the reason."""
    with pytest.raises(ApiError) as caught:
        inline(wrong)
    assert caught.value.description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    "right",
    [
        button(callback_data="x" * 64),
        button(callback_data="ж" * 32, style="success"),
        button(copy_text={"text": "x" * 256}),
        button(switch_inline_query=""),
        button(url="tg://user?id=1"),
        button(url="https://example.com/"),
        button(web_app={"url": "https://example.com/app"}),
    ],
)
def test_right_inline_buttons(right: dict[str, object]) -> None:
    """They come back as they are."""
    assert inline(right) == {"inline_keyboard": [[right]]}


def test_links_are_normalised() -> None:
    """As Telegram gives them back; absent fields stay away."""
    markup = inline(button(url="example.com", callback_data=None))
    assert markup == {"inline_keyboard": [[button(url="http://example.com/")]]}


@pytest.mark.parametrize("rows", [[8] * 12 + [4], [1] * 100])
def test_100_buttons_are_the_most(rows: list[int]) -> None:
    """Eight a row, a hundred at all."""
    go = button(callback_data="x")
    keyboard = [[go] * width for width in rows]
    assert checked_markup({"inline_keyboard": keyboard}, private=True) is not None
    for more in ([*keyboard, [go]], [[go] * 9]):
        with pytest.raises(ApiError, match="Bad Request: reply markup is too long"):
            checked_markup({"inline_keyboard": more}, private=True)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [{}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": "x"}, 'field "keyboard" must be of type Array'),
        (
            {"keyboard": [["a"]], "resize_keyboard": "yes"},
            'field "resize_keyboard" must be of type Boolean',
        ),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        (
            {"keyboard": [[1]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        (
            {"keyboard": [["a"]], "input_field_placeholder": "x" * 65},
            "REPLY_MARKUP_PLACEHOLDER_INVALID",
        ),
        ({"keyboard": [["a"] * 13]}, "reply markup is too long"),
    ],
)
def test_broken_markup(raw: object, words: str) -> None:
    """Of the wrong shape."""
    with pytest.raises(ApiError) as caught:
        checked_markup(raw, private=True)
    assert caught.value.description == f"Bad Request: {words}"


def test_contacts_are_asked_for_in_private_only() -> None:
    """Not in groups."""
    raw = {"keyboard": [[{"text": "Phone", "request_contact": True}]]}
    assert checked_markup(raw, private=True) == raw
    with pytest.raises(ApiError, match="phone number can be requested in private chats only"):
        checked_markup(raw, private=False)


def test_only_inline_keyboards_can_be_edited_in() -> None:
    """A reply keyboard belongs to a new message."""
    with pytest.raises(ApiError, match="Bad Request: inline keyboard expected"):
        checked_markup({"keyboard": [["a"]]}, private=True, inline_only=True)


@pytest.mark.parametrize("raw", [None, {}, {"inline_keyboard": []}, {"keyboard": [[]]}])
def test_no_markup(raw: object) -> None:
    """Nothing to show."""
    assert checked_markup(raw, private=True) is None


async def test_markup_which_is_no_json(server: Server, anna: Person) -> None:
    """As a form may send it."""
    url = f"{server.base_url}/bot{server.world.token}/sendMessage"
    values = {"chat_id": str(anna.id), "text": "x", "reply_markup": "{"}
    async with aiohttp.request("POST", url, data=values) as response:
        assert await response.json() == {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: can't parse reply keyboard markup JSON object",
        }
