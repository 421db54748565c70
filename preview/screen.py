"""What a person sees of a chat."""

from dataclasses import dataclass, field

from preview.markup import Json
from preview.render import to_html

_SHOWN_TEXT = 200


@dataclass(slots=True, frozen=True)
class Button:
    """A button under a message."""

    text: str
    data: str = ""
    url: str = ""
    copy_text: str = ""


@dataclass(slots=True, frozen=True)
class Answer:
    """The answer to a tap: a toast, a dialog or nothing but its end."""

    callback_query_id: str
    text: str
    show_alert: bool
    message_id: int
    url: str = ""


@dataclass(slots=True, frozen=True)
class ChatMessage:
    """A message as a person sees it; `raw` is the bot's view of the same."""

    id: int
    outgoing: bool
    revision: int
    raw: Json
    reactions: tuple[Json, ...] = ()

    @property
    def sender(self) -> str:
        """Who wrote it: `bot` or `person`."""
        return "bot" if self.outgoing else "person"

    @property
    def text(self) -> str:
        """The text; empty for a picture."""
        return str(self.raw.get("text", ""))

    @property
    def caption(self) -> str:
        """The text under a picture or document."""
        return str(self.raw.get("caption", ""))

    @property
    def html(self) -> str:
        """Text or caption in Telegram's HTML."""
        if "text" in self.raw:
            return to_html(self.raw["text"], self.raw.get("entities", []))
        return to_html(self.caption, self.raw.get("caption_entities", []))

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard."""
        markup = self.raw.get("reply_markup", {})
        return [[button_of(item) for item in row] for row in markup.get("inline_keyboard", [])]

    @property
    def buttons(self) -> list[Button]:
        """All inline buttons in a line."""
        return [button for row in self.rows for button in row]

    @property
    def photo(self) -> str:
        """The file_id of the picture at its largest; empty without one."""
        sizes = self.raw.get("photo") or [{"file_id": ""}]
        return str(sizes[-1]["file_id"])

    @property
    def document(self) -> str:
        """The file_id of the document; empty without one."""
        return str(self.raw.get("document", {}).get("file_id", ""))

    @property
    def document_name(self) -> str:
        """The name of the document; empty without one."""
        return str(self.raw.get("document", {}).get("file_name", ""))

    @property
    def edited(self) -> bool:
        """Whether it has been edited."""
        return "edit_date" in self.raw

    def describe(self) -> str:
        """A few lines for the message of a failed test."""
        kind = "[photo] " if self.photo else "[document] " if self.document else ""
        words = (self.text or self.caption)[:_SHOWN_TEXT]
        rows = "".join(
            "\n    " + " ".join(f"[{button.text} → {button.data or button.url}]" for button in row)
            for row in self.rows
        )
        return f"  #{self.id} {self.sender}: {kind}{words}{rows}"


def button_of(item: Json) -> Button:
    """An InlineKeyboardButton as a person sees it."""
    return Button(
        item["text"],
        item.get("callback_data", ""),
        item.get("url", ""),
        (item.get("copy_text") or {}).get("text", ""),
    )


@dataclass(slots=True)
class Screen:
    """What a person knows of a chat so far."""

    revision: int = 0
    mark: int = 0
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    action: str = ""
    reply_keyboard: Json | None = None
    commands: list[Json] = field(default_factory=list)

    def take(self, view: Json) -> None:
        """Brings the screen up to date."""
        self.revision = view["revision"]
        for item in view["messages"]:
            message = ChatMessage(
                item["message"]["message_id"],
                item["outgoing"],
                item["revision"],
                item["message"],
                tuple(item["reactions"]),
            )
            self.messages[message.id] = message
        for message_id in view["deleted"]:
            self.messages.pop(message_id, None)
        for item in view["answers"]:
            self.answers.append(
                Answer(
                    item["callback_query_id"],
                    item["text"],
                    item["show_alert"],
                    item["message_id"],
                    item.get("url", ""),
                )
            )
        self.action = view["action"]
        self.reply_keyboard = view["reply_keyboard"]
        self.commands = view.get("commands", self.commands)
