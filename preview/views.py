"""What people see of the world, as JSON for the page and the Python client."""

from preview.markup import Json
from preview.methods.account import commands_for
from preview.world import Chat, Person, World

_COUNTED_UNREAD = 100


def bot_view(world: World, language: str = "") -> Json:
    """The bot's profile, as somebody with Telegram in that language sees it."""
    bot = world.bot
    code = language[:2]
    return {
        "id": bot.id,
        "username": bot.username,
        "name": bot.names.get(code) or bot.names.get("") or bot.first_name,
        "description": bot.descriptions.get(code) or bot.descriptions.get("", ""),
        "short_description": bot.short_descriptions.get(code)
        or bot.short_descriptions.get("", ""),
        "admin_id": world.settings.admin_id,
    }


def person_view(world: World, person: Person) -> Json:
    """One line of the list of people."""
    chat = world.chats[person.user["id"]]
    last = chat.messages[next(reversed(chat.messages))] if chat.messages else None
    return {
        "user": person.user,
        "chat_id": chat.id,
        "started": person.started,
        "blocked": person.blocked,
        "revision": chat.revision,
        "last": last.payload if last is not None else None,
        "last_outgoing": last.outgoing if last is not None else False,
        "unread": _unread(chat),
    }


def _unread(chat: Chat) -> int:
    """How many of the bot's messages the person has not seen, a hundred at most."""
    count = 0
    for message_id in reversed(chat.messages):
        if message_id <= chat.read or count == _COUNTED_UNREAD:
            break
        count += chat.messages[message_id].outgoing
    return count


def people_view(world: World) -> list[Json]:
    """All people, the latest to join last."""
    return [person_view(world, person) for person in world.people.values()]


def chats_view(world: World) -> list[Json]:
    """Groups and channels."""
    return [
        {"chat": chat.profile, "members": chat.members, "revision": chat.revision}
        for chat in world.chats.values()
        if chat.type != "private"
    ]


def chat_view(world: World, chat: Chat, since: int = 0) -> Json:
    """What changed in a chat since a revision; 0 for all of it."""
    changed: list[Json] = []
    deleted: list[int] = []
    for message_id in reversed(chat.changed):
        if chat.changed[message_id] <= since:
            break
        message = chat.messages.get(message_id)
        if message is None:
            deleted.append(message_id)
        else:
            changed.append(
                {
                    "message": message.payload,
                    "outgoing": message.outgoing,
                    "revision": chat.changed[message_id],
                    "reactions": message.reactions,
                }
            )
    answers = [answer for answer in chat.answers if answer["revision"] > since]
    person = world.people.get(chat.id)
    acting = chat.action if chat.action_until > world.now() else ""
    view: Json = {
        "revision": chat.revision,
        "messages": changed[::-1],
        "deleted": deleted,
        "answers": answers,
        "action": acting,
        "action_for_s": max(0.0, chat.action_until - world.now()) if acting else 0.0,
        "reply_keyboard": chat.reply_keyboard,
        "pinned": chat.pinned,
        "read": chat.read,
    }
    if person is not None:
        view["started"], view["blocked"] = person.started, person.blocked
        if not since or since < chat.profile_revision:
            language = person.user.get("language_code", "")
            view["commands"] = commands_for(world, chat.id, language)
            view["bot"] = bot_view(world, language)
    return view
