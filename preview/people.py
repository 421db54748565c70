"""What people do: write, tap, send files, block the bot."""

import io
from dataclasses import dataclass

from aiogram.types import ChatMemberAdministrator
from PIL import Image

from preview import rules
from preview.detect import with_detected
from preview.errors import PersonError
from preview.markup import Json, utf16_length
from preview.params import Upload
from preview.world import Chat, Message, Person, World

_FIRST_ID = 5_000_000_000
_GROUP_IDS = {"group": -4_000_000_000, "supergroup": -1_002_000_000_000}
_CHANNEL_IDS = -1_003_000_000_000
_GONE = {"date": 0}


def create_person(
    world: World,
    first_name: str,
    *,
    last_name: str = "",
    username: str = "",
    language_code: str = "",
    user_id: int = 0,
) -> Person:
    """Somebody new, or the one who has that id already."""
    if user_id in world.people:
        return world.people[user_id]
    identifier = user_id or _FIRST_ID + world.number()
    named: Json = {"first_name": first_name}
    if last_name:
        named["last_name"] = last_name
    if username:
        named["username"] = username
    user: Json = {"id": identifier, "is_bot": False, **named}
    if language_code:
        user["language_code"] = language_code
    person = world.people[identifier] = Person(user)
    profile = {"id": identifier, **named, "type": "private"}
    world.chats[identifier] = Chat(identifier, "private", profile, [identifier])
    world.changed(world.chats[identifier])
    return person


def create_group(world: World, title: str, members: list[int], kind: str = "supergroup") -> Chat:
    """A group or a channel with the bot in it; the bot hears of being added."""
    base = _GROUP_IDS.get(kind, _CHANNEL_IDS)
    identifier = base - world.number()
    profile: Json = {"id": identifier, "title": title, "type": kind}
    chat = world.chats[identifier] = Chat(identifier, kind, profile, list(members))
    status = "administrator" if kind == "channel" else "member"
    actor = world.people[members[0]].user if members else world.bot.user()
    _membership(world, chat, actor, "left", status)
    world.changed(chat)
    return chat


def _membership(world: World, chat: Chat, actor: Json, old: str, new: str) -> None:
    world.updates.push(
        "my_chat_member",
        {
            "chat": chat.profile,
            "from": actor,
            "date": int(world.now()),
            "old_chat_member": _member(world, old),
            "new_chat_member": _member(world, new),
        },
    )


def _member(world: World, status: str) -> Json:
    member: Json = {"user": world.bot.user(), "status": status}
    if status == "kicked":
        member["until_date"] = 0
    elif status == "administrator":
        fields = ChatMemberAdministrator.model_fields.items()
        rights = [
            name for name, field in fields if field.is_required() and name.startswith("can_")
        ]
        member |= dict.fromkeys(rights, True)
        member |= {"can_be_edited": False, "is_anonymous": False, "can_post_messages": True}
    return member


@dataclass(slots=True, frozen=True)
class Actor:
    """A person in a chat; the private chat with the bot unless said otherwise."""

    world: World
    person: Person
    chat: Chat

    @classmethod
    def of(cls, world: World, user_id: int, chat_id: int = 0) -> "Actor":
        """Finds both.

        Raises:
            PersonError: there is no such person or chat.
        """
        person = world.people.get(user_id)
        chat = world.chats.get(chat_id or user_id)
        if person is None or chat is None:
            raise PersonError(f"no person {user_id} in a chat {chat_id or user_id}")
        return cls(world, person, chat)

    def open(self, payload: str = "") -> Message:
        """Presses Start, by a deep link with the payload; a blocked bot is unblocked."""
        if utf16_length(payload) > rules.DEEP_LINK_LENGTH:
            raise PersonError(f"a deep link holds {rules.DEEP_LINK_LENGTH} characters at most")
        if not all(
            character.isascii() and (character.isalnum() or character in "_-")
            for character in payload
        ):
            raise PersonError("a deep link holds A-Z, a-z, 0-9, _ and - only")
        self.unblock()
        return self.say(f"/start {payload}" if payload else "/start")

    def say(self, text: str, reply_to: int = 0) -> Message:
        """Writes a text; too long a one is refused, a client would have cut it in parts."""
        text = text.strip()
        if not text:
            raise PersonError("nothing to say")
        if utf16_length(text) > rules.TEXT_LENGTH:
            raise PersonError("message is too long")
        entities = with_detected(text, [])
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        if reply_to:
            content["reply_to_message"] = self._message(reply_to).payload
        return self.post(content)

    def post(self, content: Json) -> Message:
        """Sends anything; the bot gets an update."""
        if self.person.blocked and self.chat.type == "private":
            raise PersonError("the person has blocked the bot")
        if self.chat.type == "private":
            self.person.started = True
        message = self.world.post(self.chat, self.person.user, content, outgoing=False)
        self.chat.read = message.payload["message_id"]
        keyboard = self.chat.reply_keyboard
        if keyboard is not None and keyboard.get("one_time_keyboard") and _uses(keyboard, content):
            self.chat.reply_keyboard = None
        kind = "channel_post" if self.chat.type == "channel" else "message"
        self.world.updates.push(kind, message.payload)
        return message

    def edit(self, message_id: int, text: str) -> Message:
        """Edits an own message."""
        message = self._message(message_id)
        if message.outgoing or "text" not in message.payload:
            raise PersonError("only an own text can be edited")
        entities = with_detected(text, [])
        payload = message.payload | {"text": text, "edit_date": int(self.world.now())}
        payload.pop("entities", None)
        message.payload = payload | ({"entities": entities} if entities else {})
        self.world.changed(self.chat, message_id)
        channel = self.chat.type == "channel"
        kind = "edited_channel_post" if channel else "edited_message"
        self.world.updates.push(kind, message.payload)
        return message

    def tap(self, message_id: int, data: str, *, stale: bool = False) -> str:
        """Taps an inline button; gives the id of the callback query.

        Args:
            message_id: the message with the button.
            data: the button's callback data.
            stale: the person's screen is behind, so neither the button nor even the message
                need be there any more.
        """
        message = self.chat.messages.get(message_id)
        if not stale and (message is None or not _has_button(message.payload, data)):
            raise PersonError(f"message {message_id} has no button {data!r}")
        query: Json = {
            "id": self.world.ask(self.chat, message_id),
            "from": self.person.user,
            "message": message.payload
            if message is not None
            else {"chat": self.chat.profile, "message_id": message_id, **_GONE},
            "chat_instance": str(abs(self.chat.id) * 1_000_003 + self.world.bot.id),
            "data": data,
        }
        self.world.updates.push("callback_query", query)
        return str(query["id"])

    async def send_file(self, kind: str, upload: Upload, caption: str = "") -> Message:
        """Sends a photo, document, sticker or voice message."""
        content = await self._file(kind, upload)
        if caption:
            content["caption"] = caption
        return self.post(content)

    async def _file(self, kind: str, upload: Upload) -> Json:
        files = self.world.files
        if kind == "photo":
            sizes = await self.world.darkroom.develop(upload.content)
            return {"photo": files.add_photo(sizes)}
        file = files.add(kind, upload.name, upload.content, upload.mime_type)
        identity: Json = {
            "file_id": file.file_id,
            "file_unique_id": file.file_unique_id,
            "file_size": len(file.content),
        }
        if kind == "document":
            return {"document": file.document()}
        if kind == "voice":
            return {"voice": {**identity, "duration": 1, "mime_type": "audio/ogg"}}
        if kind == "sticker":
            width, height = _sides(upload.content)
            flags = {"is_animated": False, "is_video": False, "type": "regular", "emoji": "🙂"}
            return {"sticker": {**identity, "width": width, "height": height, **flags}}
        raise PersonError(f"can't send a {kind}")

    def share_contact(self, phone_number: str, *, own: bool = True) -> Message:
        """Shares a phone number, one's own as the button of a reply keyboard does."""
        user = self.person.user
        contact: Json = {"phone_number": phone_number, "first_name": user["first_name"]}
        if own and user.get("last_name"):
            contact["last_name"] = user["last_name"]
        if own:
            contact["user_id"] = user["id"]
        return self.post({"contact": contact})

    def share_location(self, latitude: float, longitude: float) -> Message:
        """Shares a place."""
        return self.post({"location": {"latitude": latitude, "longitude": longitude}})

    def see(self, message_id: int) -> None:
        """Has looked at the chat down to a message; the bot never hears of it."""
        if message_id > self.chat.read:
            self.chat.read = message_id
            self.world.changed(self.chat)

    def block(self) -> None:
        """Blocks the bot in the private chat."""
        if not self.person.blocked:
            self.person.blocked = True
            _membership(self.world, self.chat, self.person.user, "member", "kicked")
            self.world.changed(self.chat)

    def unblock(self) -> None:
        """Takes the bot back."""
        if self.person.blocked:
            self.person.blocked = False
            _membership(self.world, self.chat, self.person.user, "kicked", "member")
            self.world.changed(self.chat)

    def remove_bot(self) -> None:
        """Throws the bot out of a group."""
        self.chat.removed_bot = True
        _membership(self.world, self.chat, self.person.user, "member", "kicked")

    def _message(self, message_id: int) -> Message:
        message = self.chat.messages.get(message_id)
        if message is None:
            raise PersonError(f"no message {message_id} in this chat")
        return message


def _uses(keyboard: Json, content: Json) -> bool:
    """Whether a message is what a button of the reply keyboard sends."""
    buttons = [button for row in keyboard["keyboard"] for button in row]
    if "contact" in content:
        return any(button.get("request_contact") for button in buttons)
    if "location" in content:
        return any(button.get("request_location") for button in buttons)
    return any(button["text"].strip() == content.get("text") for button in buttons)


def _has_button(payload: Json, data: str) -> bool:
    rows = payload.get("reply_markup", {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)


def _sides(content: bytes) -> tuple[int, int]:
    try:
        return Image.open(io.BytesIO(content)).size
    except OSError:
        return (512, 512)
