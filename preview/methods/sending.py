"""sendMessage and its kin."""

from preview.errors import bad_request
from preview.markup import Json
from preview.methods.common import (
    CAPTION_PARAMS,
    SEND_PARAMS,
    caption_of,
    document_of,
    message_of,
    photo_of,
    reference_in,
    send,
    text_of,
)
from preview.methods.registry import handles
from preview.params import Params
from preview.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_ACTION_LASTS_S = 5
# What belongs to one message only, not to its copy.
_NOT_COPIED = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "reply_to_message",
        "media_group_id",
        "effect_id",
        "has_protected_content",
        "forward_origin",
        "forward_from",
        "forward_date",
    }
)


@handles(
    "sendMessage",
    *SEND_PARAMS,
    "text",
    "parse_mode",
    "entities",
    "link_preview_options",
    "disable_web_page_preview",
)
def send_message(world: World, params: Params) -> Json:
    """A text."""
    return send(world, params, text_of(params))


@handles(
    "sendPhoto", *SEND_PARAMS, *CAPTION_PARAMS, "photo", "show_caption_above_media", "has_spoiler"
)
async def send_photo(world: World, params: Params) -> Json:
    """A photo."""
    caption = caption_of(params)
    world.writable_chat(params.text("chat_id"))  # refuse before the costly part
    content = await photo_of(world, params, reference_in(params, "photo"))
    return send(world, params, content | caption | media_flags(params))


@handles(
    "sendDocument", *SEND_PARAMS, *CAPTION_PARAMS, "document", "disable_content_type_detection"
)
def send_document(world: World, params: Params) -> Json:
    """A file, byte for byte."""
    caption = caption_of(params)
    world.writable_chat(params.text("chat_id"))
    return send(
        world, params, document_of(world, params, reference_in(params, "document")) | caption
    )


@handles("sendContact", *SEND_PARAMS, "phone_number", "first_name", "last_name", "vcard")
def send_contact(world: World, params: Params) -> Json:
    """Somebody's phone number."""
    contact: Json = {}
    for name in ("phone_number", "first_name"):
        if not params.given(name):
            raise bad_request(f'parameter "{name}" is required')
        contact[name] = params.text(name)
    for name in ("last_name", "vcard"):
        if params.given(name):
            contact[name] = params.text(name)
    return send(world, params, {"contact": contact})


def media_flags(params: Params) -> Json:
    """How a picture is shown."""
    flags: Json = {}
    if params.flag("show_caption_above_media"):
        flags["show_caption_above_media"] = True
    if params.flag("has_spoiler"):
        flags["has_media_spoiler"] = True
    return flags


@handles("sendChatAction", "chat_id", "action")
def send_chat_action(world: World, params: Params) -> bool:
    """Typing, uploading and so on."""
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.writable_chat(params.text("chat_id"))
    chat.action = action
    chat.action_until = world.now() + _ACTION_LASTS_S
    world.changed(chat)
    return True


@handles(
    "copyMessage",
    *SEND_PARAMS,
    *CAPTION_PARAMS,
    "from_chat_id",
    "message_id",
    "show_caption_above_media",
)
def copy_message(world: World, params: Params) -> Json:
    """The same content as a message of the bot's own."""
    source, message_id = message_of(world, params, "message to copy", "from_chat_id")
    original = source.messages[message_id].payload
    content = {key: value for key, value in original.items() if key not in _NOT_COPIED}
    if params.given("caption") and "text" not in content:
        for key in ("caption", "caption_entities"):
            content.pop(key, None)
        content |= caption_of(params)
    return {"message_id": send(world, params, content)["message_id"]}


@handles("forwardMessage", "chat_id", "from_chat_id", "message_id", "protect_content")
def forward_message(world: World, params: Params) -> Json:
    """A message of somebody, with their name."""
    source, message_id = message_of(world, params, "message to forward", "from_chat_id")
    original = source.messages[message_id].payload
    content = {key: value for key, value in original.items() if key not in _NOT_COPIED}
    sender = original.get("from")
    if sender is not None:
        content |= {
            "forward_origin": {
                "type": "user",
                "sender_user": sender,
                "date": original["date"],
            },
            "forward_from": sender,
            "forward_date": original["date"],
        }
    return send(world, params, content)
