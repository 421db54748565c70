"""The world on the other side of the Bot API: people, chats, messages. No I/O."""

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from preview import rules
from preview.errors import ApiError, bad_request, forbidden
from preview.faults import Faults
from preview.files import Files
from preview.flood import FloodControl
from preview.markup import Json
from preview.photos import Darkroom
from preview.signals import Signals
from preview.updates import UpdateQueue

DEFAULT_TOKEN = "123456789:AAPreviewPreviewPreviewPreviewPrev1"  # noqa: S105 - made up
_REMEMBERED_CALLS = 2000
_REMEMBERED_ANSWERS = 200


@dataclass(slots=True)
class Bot:
    """The one bot of a world."""

    id: int
    username: str = "preview_bot"
    first_name: str = "Preview"
    commands: dict[str, list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def user(self) -> Json:
        """As a User in messages."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("", self.first_name),
            "username": self.username,
        }


@dataclass(slots=True)
class Person:
    """Somebody with Telegram."""

    user: Json
    started: bool = False
    blocked: bool = False


@dataclass(slots=True)
class Message:
    """A message as the bot sees it; the payload is replaced on edits, never changed."""

    payload: Json
    outgoing: bool
    reactions: list[Json] = field(default_factory=list)
    # Telegram never lets such a message be edited, and never shows the keyboard in it.
    has_reply_keyboard: bool = False


@dataclass(slots=True)
class Chat:
    """A conversation and what changed in it when."""

    id: int
    type: str
    profile: Json
    members: list[int] = field(default_factory=list)
    removed_bot: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    answers: list[Json] = field(default_factory=list)
    revision: int = 0
    last_message_id: int = 0
    pinned: int = 0
    profile_revision: int = 0  # when the bot's profile or commands changed last
    read: int = 0  # the newest message the person has seen
    action: str = ""
    action_until: float = 0.0
    reply_keyboard: Json | None = None

    def touch(self, message_id: int = 0) -> None:
        """Counts a change; the latest changes stay at the end."""
        self.revision += 1
        if message_id:
            self.changed.pop(message_id, None)
            self.changed[message_id] = self.revision


@dataclass(slots=True)
class Callback:
    """A tap that waits for its answer."""

    chat_id: int
    message_id: int
    asked: float
    answered: bool = False


@dataclass(slots=True)
class Webhook:
    """Where updates are sent, if anywhere."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass(slots=True)
class Settings:
    """What may be set for a test."""

    callback_window_s: float = rules.CALLBACK_WINDOW_S
    webhook_retry_s: float = 1.0
    admin_id: int = 0  # whom the page offers to add as an administrator; 0 for nobody


class World:
    """Everything there is, for one bot."""

    def __init__(
        self, token: str = DEFAULT_TOKEN, *, clock: Callable[[], float] = time.time
    ) -> None:
        bot_id, _, secret = token.partition(":")
        if not bot_id.isdigit() or not secret:
            raise ValueError("a token looks like 123456:ABC-DEF")
        self.token = token
        self.now = clock
        self.bot = Bot(int(bot_id))
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.updates = UpdateQueue()
        self.webhook = Webhook()
        self.settings = Settings()
        self.files = Files(self.bot.id)
        self.darkroom = Darkroom()
        self.flood = FloodControl()
        self.faults = Faults()
        self.signals = Signals()
        self.last_message_id = 0
        self.last_number = 0
        self.revision = 0
        self.calls: Counter[str] = Counter()
        self.recent_calls: deque[tuple[float, str, Json, int]] = deque(maxlen=_REMEMBERED_CALLS)
        self.updates.on_push = self._updates_pushed
        self.updates.on_confirm = self._updates_confirmed

    def _updates_pushed(self) -> None:
        self.signals.fire("updates")

    def _updates_confirmed(self) -> None:
        # Saved with the rest, or they would come again after a restart.
        self.revision += 1

    def number(self) -> int:
        """The next number nobody has had."""
        self.last_number += 1
        return self.last_number

    def changed(self, chat: Chat, message_id: int = 0) -> None:
        """Something changed in a chat: those who look at it see it."""
        self.revision += 1
        chat.touch(message_id)
        self.signals.fire(chat.id)

    def profile_changed(self) -> None:
        """The bot has another name or other commands: everybody with a chat sees it."""
        for chat in self.chats.values():
            self.changed(chat)
            chat.profile_revision = chat.revision
        self.revision += 1

    def chat(self, chat_id: object) -> Chat:
        """A chat by the identifier a bot gave.

        Raises:
            ApiError: in Telegram's words.
        """
        text = str(chat_id if chat_id is not None else "").strip()
        if not text:
            raise bad_request("chat_id is empty")
        if text.lstrip("-").isdigit():
            chat = self.chats.get(int(text))
        else:
            name = text.removeprefix("@")
            chat = next(
                (
                    chat
                    for chat in self.chats.values()
                    if chat.type != "private" and chat.profile.get("username") == name
                ),
                None,
            )
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, chat_id: object) -> Chat:
        """A chat the bot may write to.

        Raises:
            ApiError: in Telegram's words.
        """
        chat = self.chat(chat_id)
        if chat.type == "private":
            person = self.people[chat.id]
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif chat.removed_bot:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Private chats and groups share the bot's counter, the others have their own."""
        if chat.type in {"supergroup", "channel"}:
            chat.last_message_id += 1
            return chat.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def post(self, chat: Chat, sender: Json | None, content: Json, *, outgoing: bool) -> Message:
        """A new message in a chat."""
        payload: Json = {"message_id": self.next_message_id(chat)}
        if sender is not None and chat.type != "channel":
            payload["from"] = sender
        elif chat.type == "channel":
            payload["sender_chat"] = chat.profile
        payload["chat"] = chat.profile
        payload["date"] = int(self.now())
        payload.update(content)
        message = Message(payload, outgoing)
        chat.messages[payload["message_id"]] = message
        if outgoing:
            chat.action = ""
        self.changed(chat, payload["message_id"])
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Takes a message away."""
        chat.messages.pop(message_id, None)
        if chat.pinned == message_id:
            chat.pinned = 0
        self.changed(chat, message_id)

    def ask(self, chat: Chat, message_id: int) -> str:
        """A new callback query to be answered; gives its id."""
        now = self.now()
        for old in list(self.callbacks):
            if self.callbacks[old].asked > now - self.settings.callback_window_s:
                break  # they are in order of time
            del self.callbacks[old]
        identifier = str(self.bot.id * 10_000_000_000 + self.number())
        self.callbacks[identifier] = Callback(chat.id, message_id, now)
        return identifier

    def answer(self, identifier: str, answer: Json) -> None:
        """Answers a tap, once and in time.

        Raises:
            ApiError: in Telegram's words.
        """
        callback = self.callbacks.get(identifier)
        late = callback is not None and (
            self.now() - callback.asked > self.settings.callback_window_s
        )
        if callback is None or callback.answered or late:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        callback.answered = True
        chat = self.chats[callback.chat_id]
        self.changed(chat)
        chat.answers.append(
            answer
            | {
                "callback_query_id": identifier,
                "message_id": callback.message_id,
                "revision": chat.revision,
            }
        )
        del chat.answers[:-_REMEMBERED_ANSWERS]

    def remember_call(self, method: str, values: Json, error: ApiError | None) -> None:
        """Keeps the books for tests."""
        self.calls[method] += 1
        code = error.error_code if error is not None else 200
        self.recent_calls.append((self.now(), method, values, code))
