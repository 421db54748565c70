"""sendMediaGroup, in its simple form."""

from typing import Any

from preview import rules
from preview.errors import bad_request, unknown_here
from preview.markup import Json
from preview.methods.common import deliver, document_of, photo_of, reply_of
from preview.methods.registry import handles
from preview.params import Params
from preview.world import World


async def media_content(world: World, params: Params, media: Any) -> Json:  # noqa: ANN401 - JSON
    """The content of a message from an InputMedia.

    Raises:
        ApiError: in Telegram's words.
    """
    refusal = "can't parse InputMedia: "
    if not isinstance(media, dict):
        raise bad_request(f"{refusal}expected an Object")
    for name in ("type", "media"):
        if not media.get(name):
            raise bad_request(f'{refusal}Can\'t find field "{name}"')
    if media.get("thumbnail"):
        raise unknown_here("the thumbnail of an InputMedia")
    caption = rules.message_caption(
        media.get("caption") or "", media.get("parse_mode") or "", media.get("caption_entities")
    )
    if media["type"] == "photo":
        content = await photo_of(world, params, media["media"])
        if media.get("has_spoiler"):
            content["has_media_spoiler"] = True
        if media.get("show_caption_above_media"):
            content["show_caption_above_media"] = True
    elif media["type"] == "document":
        content = document_of(world, params, media["media"])
    else:
        raise unknown_here(f"media of the type {media['type']}")
    return content | caption


@handles(
    "sendMediaGroup",
    "chat_id",
    "media",
    "protect_content",
    "message_effect_id",
    "reply_parameters",
    "allow_sending_without_reply",
    "reply_to_message_id",
)
async def send_media_group(world: World, params: Params) -> list[Json]:
    """Several photos or several documents at once."""
    items = params.json("media", "can't parse media JSON object")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > rules.ALBUM[-1]:
        raise bad_request("too many messages to send as an album")
    if len(items) < rules.ALBUM[0]:
        # Telegram sends a single one as no album at all; its documentation asks for two.
        raise bad_request("group send failed: an album holds 2-10 items")
    if len({item.get("type") for item in items if isinstance(item, dict)}) > 1:
        raise bad_request("Document can't be mixed with other media types")
    chat = world.writable_chat(params.text("chat_id"))
    reply = reply_of(chat, params)
    contents = [await media_content(world, params, item) for item in items]
    for _ in items:
        world.flood.charge(chat.id, world.now(), new=True)
    album = {"media_group_id": str(world.number())}
    return [
        deliver(world, chat, params, reply | album | content, None).payload for content in contents
    ]
