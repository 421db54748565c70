"""What sending and editing share."""

from functools import lru_cache
from typing import Any

from preview import rules
from preview.errors import ApiError, bad_request, unknown_here
from preview.files import StoredFile
from preview.keyboards import checked_markup
from preview.markup import Json
from preview.params import Params, Upload
from preview.world import Chat, Message, World

SEND_PARAMS = (
    "chat_id",
    "protect_content",
    "message_effect_id",
    "reply_parameters",
    "reply_markup",
    "allow_sending_without_reply",
    "reply_to_message_id",
)
CAPTION_PARAMS = ("caption", "parse_mode", "caption_entities")
_TOO_LARGE = 413


def markup_of(params: Params, *, private: bool, inline_only: bool = False) -> Json | None:
    """The reply markup of a call."""
    raw = params.values.get("reply_markup")
    if isinstance(raw, str):
        return _parsed_markup(raw, private, inline_only)
    return checked_markup(raw, private=private, inline_only=inline_only)


@lru_cache(maxsize=1024)
def _parsed_markup(raw: str, private: bool, inline_only: bool) -> Json | None:  # noqa: FBT001 - a key
    """Bots send the same keyboards over and over; a kept one is never changed."""
    params = Params({"reply_markup": raw})
    value = params.json("reply_markup", "can't parse reply keyboard markup JSON object")
    return checked_markup(value, private=private, inline_only=inline_only)


def text_of(params: Params) -> Json:
    """The text of a call with its entities and link preview."""
    raw_entities = params.json("entities", "can't parse entities JSON object")
    content = rules.message_text(params.text("text"), params.text("parse_mode"), raw_entities)
    preview = params.json("link_preview_options", "can't parse link preview options JSON object")
    if preview is None and params.flag("disable_web_page_preview"):
        preview = {"is_disabled": True}
    if preview:
        kept = {name: value for name, value in preview.items() if value is not None}
        for name, value in kept.items():
            if name != "url" and not isinstance(value, bool):
                raise bad_request(f'field "{name}" must be of type Boolean')
        content["link_preview_options"] = kept
    return content


def caption_of(params: Params) -> Json:
    """The caption of a call with its entities."""
    raw_entities = params.json("caption_entities", "can't parse entities JSON object")
    return rules.message_caption(params.text("caption"), params.text("parse_mode"), raw_entities)


def is_private(chat_id: str) -> bool:
    """Whether the identifier is that of a person."""
    return not chat_id.strip().startswith(("-", "@"))


def reply_of(chat: Chat, params: Params) -> Json:
    """The message replied to, as a part of the new one."""
    raw = params.json("reply_parameters", "can't parse reply parameters JSON object")
    lenient = params.flag("allow_sending_without_reply")
    if raw is not None:
        if not isinstance(raw, dict):
            raise bad_request("object expected as reply parameters")
        for name in ("chat_id", "quote"):
            if raw.get(name) not in {None, chat.id}:
                raise unknown_here(f"the reply parameter {name}")
        message_id = raw.get("message_id")
        if message_id is None:
            raise bad_request('can\'t find field "message_id"')
        lenient = lenient or bool(raw.get("allow_sending_without_reply"))
    else:
        message_id = params.integer("reply_to_message_id")
    if not message_id:
        return {}
    message = chat.messages.get(int(message_id))
    if message is None:
        if lenient:
            return {}
        raise bad_request("message to be replied not found")
    original = {key: value for key, value in message.payload.items() if key != "reply_to_message"}
    return {"reply_to_message": original}


def send(world: World, params: Params, content: Json) -> Json:
    """Sends a composed message: chat, reply, markup, flood control, in Telegram's order."""
    chat_id = params.text("chat_id")
    markup = markup_of(params, private=is_private(chat_id))
    chat = world.writable_chat(chat_id)
    reply = reply_of(chat, params)
    world.flood.charge(chat.id, world.now(), new=True)
    return deliver(world, chat, params, reply | content, markup).payload


def deliver(
    world: World, chat: Chat, params: Params, content: Json, markup: Json | None
) -> Message:
    """Puts a checked message into the chat."""
    if params.flag("protect_content"):
        content = content | {"has_protected_content": True}
    if params.given("message_effect_id"):
        content = content | {"effect_id": params.text("message_effect_id")}
    if markup is not None and "inline_keyboard" in markup:
        content = content | {"reply_markup": markup}
    elif markup is not None:
        chat.reply_keyboard = markup if "keyboard" in markup else None
    message = world.post(chat, world.bot.user(), content, outgoing=True)
    message.has_reply_keyboard = markup is not None and "inline_keyboard" not in markup
    return message


def upload_or_id(params: Params, reference: Any) -> Upload | str:  # noqa: ANN401 - JSON
    """The file sent along, or the identifier of one known to the server.

    Raises:
        ApiError: an address, or an attachment that is not there.
    """
    if not isinstance(reference, str) or not reference:
        raise bad_request("file must be non-empty")
    if reference.startswith(("http://", "https://")):
        raise unknown_here("sending files by their address")
    if not reference.startswith("attach://"):
        return reference
    upload = params.files.get(reference.removeprefix("attach://"))
    if upload is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if len(upload.content) > rules.DOCUMENT_BYTES:
        raise ApiError(_TOO_LARGE, "Request Entity Too Large")
    return upload


def reference_in(params: Params, name: str) -> str:
    """The reference to a file in a parameter, wherever the file itself is."""
    if name in params.files:
        return f"attach://{name}"
    reference = params.text(name)
    if not reference:
        raise bad_request(f"there is no {name} in the request")
    return reference


async def photo_of(world: World, params: Params, reference: Any) -> Json:  # noqa: ANN401 - JSON
    """The photo part of a message."""
    source = upload_or_id(params, reference)
    if isinstance(source, str):
        return {"photo": world.files.photo(source)}
    return {"photo": world.files.add_photo(await world.darkroom.develop(source.content))}


def document_of(world: World, params: Params, reference: Any) -> Json:  # noqa: ANN401 - JSON
    """The document part of a message."""
    source = upload_or_id(params, reference)
    file: StoredFile
    if isinstance(source, str):
        file = world.files.get(source, "document")
    elif source.content:
        file = world.files.add("document", source.name, source.content, source.mime_type)
    else:
        raise bad_request("file must be non-empty")
    return {"document": file.document()}


def message_of(world: World, params: Params, what: str, name: str = "chat_id") -> tuple[Chat, int]:
    """The chat and the identifier of a message in it.

    Raises:
        ApiError: no such chat or message.
    """
    chat = world.writable_chat(params.text(name))
    message_id = params.integer("message_id")
    if message_id not in chat.messages:
        raise bad_request(f"{what} not found")
    return chat, message_id
