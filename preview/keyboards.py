"""Reply markup: what Telegram lets through and how it gives it back."""

from collections.abc import Callable
from typing import Any

from preview import rules
from preview.errors import bad_request
from preview.markup import Json, utf16_length
from preview.urls import checked_url

_ACTIONS = (
    "url",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_MAY_BE_EMPTY = frozenset({"switch_inline_query", "switch_inline_query_current_chat"})
_STYLES = frozenset({"danger", "success", "primary"})
_REQUESTS = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_FLAGS = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective")


def checked_markup(raw: Any, *, private: bool, inline_only: bool = False) -> Json | None:  # noqa: ANN401 - JSON
    """The reply markup as Telegram keeps it; None when there's none.

    Raises:
        ApiError: in Telegram's words.
    """
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    for name in (*_FLAGS, "force_reply", "remove_keyboard"):
        if not isinstance(raw.get(name, False), bool | None):
            raise bad_request(f'field "{name}" must be of type Boolean')
    if raw.get("inline_keyboard") is not None:
        return _inline(raw["inline_keyboard"])
    markup = _other(raw, private=private)
    if markup is not None and inline_only:
        raise bad_request("inline keyboard expected")
    return markup


def _other(raw: Json, *, private: bool) -> Json | None:
    placeholder = raw.get("input_field_placeholder") or ""
    if utf16_length(placeholder) > rules.PLACEHOLDER_LENGTH:
        raise bad_request("REPLY_MARKUP_PLACEHOLDER_INVALID")
    extra: Json = {name: True for name in _FLAGS if raw.get(name)}
    if placeholder:
        extra["input_field_placeholder"] = placeholder
    if raw.get("keyboard") is not None:
        keyboard = _rows(
            raw["keyboard"], "keyboard", lambda button: _reply_button(button, private=private)
        )
        _limit(keyboard, rules.REPLY_BUTTONS, rules.REPLY_BUTTONS_IN_ROW)
        return {"keyboard": keyboard, **extra} if keyboard else None
    if raw.get("remove_keyboard"):
        return {"remove_keyboard": True}
    return {"force_reply": True, **extra} if raw.get("force_reply") else None


def _inline(raw: Any) -> Json | None:  # noqa: ANN401 - JSON
    keyboard = _rows(raw, "inline_keyboard", _inline_button)
    _limit(keyboard, rules.INLINE_BUTTONS, rules.INLINE_BUTTONS_IN_ROW)
    return {"inline_keyboard": keyboard} if keyboard else None


def _rows(raw: Any, name: str, button: Callable[[Any], Json]) -> list[list[Json]]:  # noqa: ANN401 - JSON
    if not isinstance(raw, list):
        raise bad_request(f'field "{name}" must be of type Array')
    kind = "InlineKeyboardMarkup" if name == "inline_keyboard" else "ReplyKeyboardMarkup"
    rows: list[list[Json]] = []
    for row in raw:
        if not isinstance(row, list):
            raise bad_request(f'field "{name}" of the {kind} must be an Array of Arrays')
        if row:
            rows.append([button(item) for item in row])
    return rows


def _limit(rows: list[list[Json]], total: int, in_row: int) -> None:
    # Telegram's clients squeeze wider rows beyond recognition; here they are refused outright.
    if sum(map(len, rows)) > total or any(len(row) > in_row for row in rows):
        raise bad_request("reply markup is too long")


def _text_of(button: Json, kind: str) -> str:
    text = button.get("text")
    if text is None:
        raise bad_request(f"can't parse {kind} button: Can't find field \"text\"")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {kind} button: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"{kind} button text must be non-empty")
    if button.get("style") not in {None, *_STYLES}:
        raise bad_request(f"can't parse {kind} button: invalid button style specified")
    return text


def _inline_button(button: Any) -> Json:  # noqa: ANN401 - JSON
    kind = "inline keyboard"
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {kind} button: InlineKeyboardButton must be an Object")
    _text_of(button, kind)
    given = [
        name
        for name in _ACTIONS
        if (value := button.get(name)) is not None and (value != "" or name in _MAY_BE_EMPTY)
    ]
    if not given:
        raise bad_request(
            f"can't parse {kind} button: Text buttons are unallowed in the inline keyboard"
        )
    if len(given) > 1:
        # Telegram silently takes the first one; a bot that relies on that is broken.
        raise bad_request(f"can't parse {kind} button: exactly one action expected, got {given}")
    _check_action(given[0], button)
    kept = {name: value for name, value in button.items() if value is not None}
    if given[0] == "url":
        kept["url"] = _button_url(button["url"], f"{kind} button URL")
    return kept


def _check_action(name: str, button: Json) -> None:
    value = button[name]
    if name == "callback_data":
        if not isinstance(value, str) or len(value.encode()) > rules.CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif name == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not text or utf16_length(text) > rules.COPY_TEXT_LENGTH:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif name == "web_app":
        _web_app_url(value, "inline keyboard button Web App URL")
    elif name in {"pay", "callback_game"}:
        raise bad_request("BUTTON_TYPE_INVALID")


def _button_url(url: str, what: str) -> str:
    try:
        return checked_url(url)
    except ValueError as error:
        raise bad_request(f"{what} '{url}' is invalid: {error}") from None


def _web_app_url(value: Any, what: str) -> None:  # noqa: ANN401 - JSON
    url = value.get("url", "") if isinstance(value, dict) else ""
    if not url.startswith("https://"):
        raise bad_request(f"{what} '{url}' is invalid: Only HTTPS links are allowed")
    _button_url(url, what)


def _reply_button(button: Any, *, private: bool) -> Json:  # noqa: ANN401 - JSON
    kind = "keyboard"
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request(
            f"can't parse {kind} button: KeyboardButton must be a String or an Object"
        )
    _text_of(button, kind)
    for name, refusal in _REQUESTS.items():
        if button.get(name) and not private:
            raise bad_request(refusal)
    if button.get("web_app"):
        _web_app_url(button["web_app"], "keyboard button Web App URL")
    return {name: value for name, value in button.items() if value is not None}
