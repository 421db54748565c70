"""The editMessage methods and answers to taps."""

from preview import rules
from preview.errors import bad_request
from preview.markup import Json, utf16_length
from preview.methods.albums import media_content
from preview.methods.common import caption_of, is_private, markup_of, text_of
from preview.methods.registry import handles
from preview.params import Params
from preview.world import Chat, Message, World

_WHICH = ("chat_id", "message_id", "reply_markup")
_MEDIA = frozenset({"photo", "document", "video", "animation", "audio", "voice"})
_CONTENT = _MEDIA | {
    "text",
    "entities",
    "link_preview_options",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "reply_markup",
}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def _target(world: World, params: Params) -> tuple[Chat, Message]:
    if not params.given("message_id"):
        raise bad_request("message identifier is not specified")
    chat = world.writable_chat(params.text("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.outgoing or message.has_reply_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def _markup(params: Params) -> Json:
    markup = markup_of(params, private=is_private(params.text("chat_id")), inline_only=True)
    return {} if markup is None else {"reply_markup": markup}


def _apply(world: World, chat: Chat, message: Message, content: Json) -> Json:
    """Replaces the content; what is not in it, a keyboard too, goes away."""
    old = message.payload
    current = {key: value for key, value in old.items() if key in _CONTENT}
    if current == content:
        raise bad_request(_NOT_MODIFIED)
    world.flood.charge(chat.id, world.now(), new=False)
    kept = {key: value for key, value in old.items() if key not in _CONTENT}
    message.payload = kept | {"edit_date": int(world.now())} | content
    world.changed(chat, old["message_id"])
    return message.payload


@handles(
    "editMessageText",
    *_WHICH,
    "text",
    "parse_mode",
    "entities",
    "link_preview_options",
    "disable_web_page_preview",
)
def edit_message_text(world: World, params: Params) -> Json:
    """Another text."""
    content = text_of(params) | _markup(params)
    chat, message = _target(world, params)
    if "text" not in message.payload:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, chat, message, content)


@handles(
    "editMessageCaption",
    *_WHICH,
    "caption",
    "parse_mode",
    "caption_entities",
    "show_caption_above_media",
)
def edit_message_caption(world: World, params: Params) -> Json:
    """Another caption."""
    content = caption_of(params) | _markup(params)
    if params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    chat, message = _target(world, params)
    kept = {
        key: value
        for key, value in message.payload.items()
        if key in _MEDIA or key == "has_media_spoiler"
    }
    if not kept:
        raise bad_request("there is no caption in the message to edit")
    return _apply(world, chat, message, kept | content)


@handles("editMessageMedia", *_WHICH, "media")
async def edit_message_media(world: World, params: Params) -> Json:
    """Another picture or document; a text may become one."""
    markup = _markup(params)
    _, message = _target(world, params)
    if _MEDIA.isdisjoint(message.payload) and "text" not in message.payload:
        raise bad_request("message media can't be edited")
    media = params.json("media", "can't parse input media JSON object")
    content = await media_content(world, params, media)
    chat, message = _target(world, params)  # it may be gone by now
    changes_kind = ("photo" in message.payload) != ("photo" in content)
    if "media_group_id" in message.payload and changes_kind:
        raise bad_request("can't change media type in the album")
    return _apply(world, chat, message, content | markup)


@handles("editMessageReplyMarkup", *_WHICH)
def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Another keyboard, or none."""
    markup = _markup(params)
    chat, message = _target(world, params)
    content = {
        key: value
        for key, value in message.payload.items()
        if key in _CONTENT and key != "reply_markup"
    }
    return _apply(world, chat, message, content | markup)


@handles("answerCallbackQuery", "callback_query_id", "text", "show_alert", "url", "cache_time")
def answer_callback_query(world: World, params: Params) -> bool:
    """A toast or a dialog, or just the end of the waiting."""
    text = params.text("text")
    if utf16_length(text) > rules.CALLBACK_ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: Json = {"text": text, "show_alert": params.flag("show_alert")}
    if params.given("url"):
        answer["url"] = params.text("url")
    world.answer(params.text("callback_query_id"), answer)
    return True
