"""deleteMessage, deleteMessages."""

from preview import rules
from preview.errors import bad_request
from preview.methods.common import message_of
from preview.methods.registry import handles
from preview.params import Params
from preview.world import Chat, World


def _check_age(world: World, chat: Chat, message_id: int) -> None:
    date = chat.messages[message_id].payload["date"]
    if world.now() - date > rules.DELETABLE_FOR_S:
        raise bad_request("message can't be deleted for everyone")


@handles("deleteMessage", "chat_id", "message_id")
def delete_message(world: World, params: Params) -> bool:
    """Takes away a message, the bot's or, in a private chat, the person's."""
    chat, message_id = message_of(world, params, "message to delete")
    if not chat.messages[message_id].outgoing and chat.type != "private":
        raise bad_request("message can't be deleted")
    _check_age(world, chat, message_id)
    world.remove(chat, message_id)
    return True


@handles("deleteMessages", "chat_id", "message_ids")
def delete_messages(world: World, params: Params) -> bool:
    """Takes away several; those not found are skipped."""
    identifiers = params.json("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(identifiers, list):
        raise bad_request("expected an Array of message identifiers")
    if not identifiers:
        raise bad_request("message identifiers are not specified")
    if len(identifiers) > rules.DELETED_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat = world.writable_chat(params.text("chat_id"))
    found = [identifier for identifier in identifiers if identifier in chat.messages]
    for message_id in found:
        _check_age(world, chat, message_id)
    for message_id in found:
        world.remove(chat, message_id)
    return True
