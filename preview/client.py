"""People for tests and benchmarks: they use the bot through the server's JSON API."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

from preview.markup import Json
from preview.people_api import Api, RefusedError
from preview.screen import Answer, Button, ChatMessage, Screen

Predicate = Callable[[ChatMessage], bool]

PATIENCE_S = 10.0
_POLL_S = 25.0
_SHOWN_MESSAGES = 3
_GONE = "has no button"
"""What the server says of a tap on a button that is not there."""

__all__ = [
    "Answer",
    "Button",
    "ChatMessage",
    "NotOnScreenError",
    "People",
    "Person",
    "RefusedError",
]


class NotOnScreenError(AssertionError):
    """What a person looked for is not there; the message tells what is."""


class Person:
    """Somebody who uses the bot, in a chat: the private one unless `at` another."""

    def __init__(self, api: Api, user: Json, chat_id: int) -> None:
        self._api = api
        self.user = user
        self.id = int(user["id"])
        self.chat_id = chat_id
        self._screen = Screen()

    @classmethod
    async def create(
        cls,
        base_url: str,
        *,
        first_name: str = "Anna",
        language_code: str = "ru",
        user_id: int | None = None,
        username: str = "",
        last_name: str = "",
        session: aiohttp.ClientSession | None = None,
    ) -> "Person":
        """A person; the one who has the user_id already, if there is.

        Args:
            base_url: the server's.
            first_name: as Telegram shows it.
            language_code: of their Telegram.
            user_id: any by default.
            username: without @.
            last_name: as Telegram shows it.
            session: one to share; without it the person has to be closed.
        """
        api = Api(base_url, session)
        values = {
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
            "user_id": user_id or 0,
        }
        try:
            view = await api.post("/people", values)
        except BaseException:
            await api.close()
            raise
        return cls(api, view["user"], view["chat_id"])

    def at(self, chat_id: int) -> "Person":
        """The same person in a group."""
        return Person(self._api, self.user, chat_id)

    async def close(self) -> None:
        """Lets the connection go."""
        await self._api.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    # -- what they do

    async def open(self, payload: str = "") -> ChatMessage:
        """Presses Start, with the payload of a deep link."""
        return self._own(await self._act("open", {"payload": payload}))

    async def say(self, text: str, *, reply_to: int = 0) -> ChatMessage:
        """Writes a text."""
        return self._own(await self._act("say", {"text": text, "reply_to": reply_to}))

    async def edit(self, message_id: int, text: str) -> ChatMessage:
        """Edits an own text."""
        return self._own(await self._act("edit", {"message_id": message_id, "text": text}))

    async def tap(self, label: str) -> str:
        """Taps the button with that label, or whose label begins so, on the newest message.

        Returns:
            The id of the callback query; empty for a button that is none (a link, a copy).

        Raises:
            NotOnScreenError: there's no such button.
        """
        message, button = await self._find(
            lambda button: button.text == label, lambda button: button.text.startswith(label)
        )
        if message is None or button is None:
            raise NotOnScreenError(f"no button {label!r}\n{self.describe()}")
        return await self._tap(message.id, button.data) if button.data else ""

    async def tap_data(self, data: str) -> str:
        """Taps the button with that callback data on the newest message that has it.

        Raises:
            NotOnScreenError: there's no such button.
        """
        message, button = await self._find(lambda button: button.data == data)
        if message is None or button is None:
            raise NotOnScreenError(f"no button with data {data!r}\n{self.describe()}")
        return await self._tap(message.id, button.data)

    async def tap_old(self, message_id: int, data: str) -> str:
        """Taps a button which may be gone, as on a screen that is behind."""
        return await self._tap(message_id, data, stale=True)

    async def send_photo(self, content: bytes, caption: str = "") -> ChatMessage:
        """Sends a picture."""
        return await self._send("photo", "photo.jpg", content, caption)

    async def send_document(
        self, content: bytes, name: str = "file.bin", caption: str = ""
    ) -> ChatMessage:
        """Sends a file."""
        return await self._send("document", name, content, caption)

    async def send_sticker(self, content: bytes = b"RIFF") -> ChatMessage:
        """Sends a sticker."""
        return await self._send("sticker", "sticker.webp", content)

    async def send_voice(self, content: bytes = b"OggS") -> ChatMessage:
        """Sends a voice message."""
        return await self._send("voice", "voice.ogg", content)

    async def send_contact(
        self, phone_number: str = "+70000000000", *, own: bool = True
    ) -> ChatMessage:
        """Shares a phone number, one's own or somebody else's."""
        values = {"phone_number": phone_number, "own": own}
        return self._own(await self._act("contact", values))

    async def send_location(self, latitude: float = 0.0, longitude: float = 0.0) -> ChatMessage:
        """Shares a place."""
        values = {"latitude": latitude, "longitude": longitude}
        return self._own(await self._act("location", values))

    async def block(self) -> None:
        """Blocks the bot."""
        await self._act("block", {})

    async def unblock(self) -> None:
        """Takes the bot back."""
        await self._act("unblock", {})

    async def download(self, file: str | ChatMessage) -> bytes:
        """The picture or document of a message, or a file by its id."""
        file_id = file if isinstance(file, str) else file.photo or file.document
        return await self._api.file(file_id)

    async def control(self, action: str, **values: Any) -> Json:  # noqa: ANN401 - JSON
        """Powers over the server: faults, time, settings; see the README."""
        return await self._api.post(f"/control/{action}", values)

    # -- what they see

    async def messages(self) -> list[ChatMessage]:
        """The whole chat, the oldest first."""
        await self._look()
        return self._sorted()

    async def screen(self) -> ChatMessage:
        """The newest message of the bot with an inline keyboard.

        Raises:
            NotOnScreenError: there's none.
        """
        for message in reversed(await self.messages()):
            if message.outgoing and message.rows:
                return message
        raise NotOnScreenError(f"no message with buttons\n{self.describe()}")

    async def answers(self) -> list[Answer]:
        """All answers to taps so far."""
        await self._look()
        return list(self._screen.answers)

    async def reply_keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard; empty when there's none."""
        await self._look()
        rows = (self._screen.reply_keyboard or {}).get("keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    async def commands(self) -> list[str]:
        """The commands of the menu as this person sees them."""
        view = await self._api.get(f"/chats/{self.chat_id}")
        return [item["command"] for item in view.get("commands", [])]

    async def wait_for(
        self, wanted: str | Predicate, timeout_s: float = PATIENCE_S, *, anywhere: bool = False
    ) -> ChatMessage:
        """Waits for a message of the bot, sent or edited since this person's last action.

        Args:
            wanted: a part of its text or caption, or a test of the message.
            timeout_s: how long to wait.
            anywhere: whether older messages count too.

        Raises:
            NotOnScreenError: it did not come; the error tells what is there.
        """
        fits = wanted if callable(wanted) else _contains(wanted)
        since = -1 if anywhere else self._screen.mark
        found: list[ChatMessage] = []

        def seen() -> bool:
            found[:] = [
                message
                for message in self._sorted()
                if message.outgoing and message.revision > since and fits(message)
            ]
            return bool(found)

        what = f"a message with {wanted!r}" if isinstance(wanted, str) else "such a message"
        await self._until(seen, timeout_s, what)
        return found[-1]

    async def wait_answer(
        self, callback_query_id: str = "", timeout_s: float = PATIENCE_S
    ) -> Answer:
        """Waits for the answer to a tap, by default to any tap not answered before.

        Raises:
            NotOnScreenError: it did not come.
        """
        known = 0 if callback_query_id else len(self._screen.answers)
        found: list[Answer] = []

        def seen() -> bool:
            found[:] = [
                answer
                for answer in self._screen.answers[known:]
                if callback_query_id in {"", answer.callback_query_id}
            ]
            return bool(found)

        await self._until(seen, timeout_s, "an answer to a tap")
        return found[0]

    async def wait_until(
        self, condition: Callable[[list[ChatMessage]], bool], timeout_s: float = PATIENCE_S
    ) -> list[ChatMessage]:
        """Waits until the chat as a whole is as wanted.

        Raises:
            NotOnScreenError: it did not become so.
        """
        await self._until(lambda: condition(self._sorted()), timeout_s, "such a chat")
        return self._sorted()

    def describe(self) -> str:
        """What is on the screen, for the message of a failed test."""
        shown = [message.describe() for message in self._sorted()[-_SHOWN_MESSAGES:]]
        return "on the screen:\n" + "\n".join(shown or ["  (nothing)"])

    # -- how

    async def _until(self, seen: Callable[[], bool], timeout_s: float, what: str) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_s
        await self._look()
        while not seen():
            left = deadline - loop.time()
            if left <= 0:
                raise NotOnScreenError(f"waited {timeout_s} s for {what}\n{self.describe()}")
            await self._look(min(left, _POLL_S))

    async def _look(self, timeout_s: float = 0.0) -> None:
        screen = self._screen
        query = {"since": screen.revision, "timeout": timeout_s}
        view = await self._api.get(f"/chats/{self.chat_id}", **query)
        if view["revision"] > screen.revision:
            screen.take(view)

    def _sorted(self) -> list[ChatMessage]:
        messages = self._screen.messages
        return [messages[message_id] for message_id in sorted(messages)]

    async def _find(
        self, *tests: Callable[[Button], bool]
    ) -> tuple[ChatMessage | None, Button | None]:
        for message in reversed(await self.messages()):
            for test in tests:
                for button in message.buttons:
                    if test(button):
                        return message, button
        return None, None

    async def _tap(self, message_id: int, data: str, *, stale: bool = False) -> str:
        values = {"message_id": message_id, "data": data, "stale": stale}
        try:
            view = await self._act("tap", values)
        except RefusedError as error:
            if _GONE in str(error):  # the bot changed the screen under the finger
                raise NotOnScreenError(str(error)) from error
            raise
        return str(view["callback_query_id"])

    async def _act(self, action: str, values: Json) -> Json:
        values["chat_id"] = self.chat_id
        view = await self._api.post(f"/people/{self.id}/{action}", values)
        self._screen.mark = view["revision"]
        return view

    async def _send(self, kind: str, name: str, content: bytes, caption: str = "") -> ChatMessage:
        form = aiohttp.FormData()
        form.add_field("chat_id", str(self.chat_id))
        form.add_field("caption", caption)
        form.add_field("file", content, filename=name, content_type="application/octet-stream")
        view = await self._api.post(f"/people/{self.id}/files/{kind}", form)
        self._screen.mark = view["revision"]
        return self._own(view)

    def _own(self, view: Json) -> ChatMessage:
        message = view["message"]
        return ChatMessage(message["message_id"], outgoing=False, revision=view["revision"],
                           raw=message)  # fmt: skip


def _contains(fragment: str) -> Predicate:
    return lambda message: fragment in (message.text or message.caption)


class People:
    """Many people over one HTTP session."""

    def __init__(self, base_url: str) -> None:
        self._api = Api(base_url, None)

    async def join(self, first_name: str = "Anna", **profile: Any) -> Person:  # noqa: ANN401 - as of Person.create
        """One more person; the arguments are those of `Person.create`."""
        return await Person.create(
            self._api.base_url, first_name=first_name, session=self._api.session, **profile
        )

    async def control(self, action: str, **values: Any) -> Json:  # noqa: ANN401 - JSON
        """Powers over the server: faults, time, settings; see the README."""
        return await self._api.post(f"/control/{action}", values)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._api.close()
