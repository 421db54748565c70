"""getChat, getFile, pins, reactions."""

from preview import rules
from preview.errors import bad_request
from preview.markup import Json
from preview.methods.common import message_of
from preview.methods.registry import handles
from preview.params import Params
from preview.world import World

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


@handles("getChat", "chat_id")
def get_chat(world: World, params: Params) -> Json:
    """All about a chat."""
    chat = world.chat(params.text("chat_id"))
    full = chat.profile | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, True),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned].payload
    return full


@handles("getFile", "file_id")
def get_file(world: World, params: Params) -> Json:
    """Where to download a file."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.files.by_id.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > rules.DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


@handles("getUserProfilePhotos", "user_id", "offset", "limit")
def get_user_profile_photos(world: World, params: Params) -> Json:
    """Nobody here has any."""
    if params.integer("user_id") not in world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@handles("pinChatMessage", "chat_id", "message_id")
def pin_chat_message(world: World, params: Params) -> bool:
    """Pins a message; the chat shows a note of it."""
    chat, message_id = message_of(world, params, "message to pin")
    chat.pinned = message_id
    pinned = chat.messages[message_id].payload
    world.post(chat, world.bot.user(), {"pinned_message": pinned}, outgoing=True)
    return True


@handles("unpinChatMessage", "chat_id", "message_id")
def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpins the pinned message."""
    chat = world.writable_chat(params.text("chat_id"))
    if not chat.pinned or params.integer("message_id", chat.pinned) != chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned = 0
    world.changed(chat)
    return True


@handles("setMessageReaction", "chat_id", "message_id", "reaction", "is_big")
def set_message_reaction(world: World, params: Params) -> bool:
    """An emoji under a message; bots may set one."""
    reactions = params.json("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(not item.get("emoji") for item in reactions if item.get("type") == "emoji"):
        raise bad_request("REACTION_INVALID")
    chat, message_id = message_of(world, params, "message to react")
    chat.messages[message_id].reactions = reactions
    world.changed(chat, message_id)
    return True
