"""Telegram's limits, as one table, and the checks of texts and entities."""

from typing import Any

from preview.detect import with_detected
from preview.errors import bad_request, unknown_here
from preview.markup import Json, parse_html, trimmed, utf16_length

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
CALLBACK_ANSWER_LENGTH = 200
CALLBACK_DATA_BYTES = 64
COPY_TEXT_LENGTH = 256
INLINE_BUTTONS = 100
INLINE_BUTTONS_IN_ROW = 8
REPLY_BUTTONS = 300
REPLY_BUTTONS_IN_ROW = 12
PLACEHOLDER_LENGTH = 64
DEEP_LINK_LENGTH = 64
PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_SIDES_SUM = 10_000
PHOTO_RATIO = 20
PHOTO_SIZES = (90, 320, 800, 1280)
PHOTO_QUALITY = 82
ALBUM = range(2, 11)
DELETED_AT_ONCE = 100
UPDATES_AT_ONCE = 100
DELETABLE_FOR_S = 48 * 3600
CALLBACK_WINDOW_S = 30.0
COMMANDS = 100
COMMAND_DESCRIPTION_LENGTH = 256
NAME_LENGTH = 64
DESCRIPTION_LENGTH = 512
SHORT_DESCRIPTION_LENGTH = 120
SECRET_TOKEN_LENGTH = 256
WEBHOOK_CONNECTIONS = range(1, 101)

ENTITY_TYPES = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)
_REQUIRED_FIELD = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
}


def formatted(text: str, parse_mode: str, raw_entities: Any) -> tuple[str, list[Json]]:  # noqa: ANN401 - JSON
    """Text and entities from what the bot sent.

    Raises:
        ApiError: broken markup or entities, an unknown parse mode.
    """
    mode = parse_mode.lower()
    if mode == "html":
        text, entities = parse_html(text)
    elif mode in {"markdown", "markdownv2"}:
        raise unknown_here(f"parse_mode {parse_mode}")
    elif mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    else:
        entities = _checked_entities(text, raw_entities) if raw_entities else []
    text, entities = trimmed(text, entities)
    return text, with_detected(text, entities)


def _checked_entities(text: str, raw: Any) -> list[Json]:  # noqa: ANN401 - JSON
    if not isinstance(raw, list):
        raise bad_request("can't parse entities JSON object")
    length = utf16_length(text)
    entities = [_checked_entity(entity, length) for entity in raw]
    return sorted(entities, key=lambda item: (item["offset"], -item["length"]))


def _checked_entity(raw: Any, text_length: int) -> Json:  # noqa: ANN401 - JSON
    refusal = "can't parse MessageEntity: "
    if not isinstance(raw, dict):
        raise bad_request(f"{refusal}expected an Object")
    for name in ("offset", "length", "type"):
        if name not in raw:
            raise bad_request(f'{refusal}Can\'t find field "{name}"')
    kind, offset, length = raw["type"], raw["offset"], raw["length"]
    if kind not in ENTITY_TYPES:
        raise bad_request(f"{refusal}Unsupported type specified")
    needed = _REQUIRED_FIELD.get(kind)
    if needed is not None and needed not in raw:
        raise bad_request(f'{refusal}Can\'t find field "{needed}"')
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if length < 0:
        raise bad_request(f"receive an entity with incorrect length {length}")
    if offset > text_length:
        raise bad_request(
            f"entity begins after the end of the text at UTF-16 offset {offset}",
        )
    if offset + length > text_length:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + length}",
        )
    return {name: value for name, value in raw.items() if value is not None}


def message_text(text: str, parse_mode: str, raw_entities: Any) -> Json:  # noqa: ANN401 - JSON
    """The text part of a message.

    Raises:
        ApiError: empty, too long or broken.
    """
    if not text:
        raise bad_request("message text is empty")
    text, entities = formatted(text, parse_mode, raw_entities)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def message_caption(text: str, parse_mode: str, raw_entities: Any) -> Json:  # noqa: ANN401 - JSON
    """The caption part of a message: nothing when there's none.

    Raises:
        ApiError: too long or broken.
    """
    if not text:
        return {}
    text, entities = formatted(text, parse_mode, raw_entities)
    if utf16_length(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}
