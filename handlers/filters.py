"""Filters as async classes: aiogram sends plain functions and `F` through a thread each time."""

from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated, Message


class Typed(Filter):
    """Words that are no command."""

    async def __call__(self, message: Message) -> bool:
        """Whether the message is text and does not begin like a command."""
        return message.text is not None and not message.text.startswith("/")


class CardShared(Filter):
    """Telegram's contact card."""

    async def __call__(self, message: Message) -> bool:
        """Whether the message is a contact card, one's own or somebody else's."""
        return message.contact is not None


class FileSent(Filter):
    """A file."""

    async def __call__(self, message: Message) -> bool:
        """Whether the message is a file of any kind; pictures and voices are none."""
        return message.document is not None


class CommandLike(Filter):
    """Anything that begins like a command."""

    async def __call__(self, message: Message) -> bool:
        """Whether the message's text begins with a slash."""
        return (message.text or "").startswith("/")


class NotPrivate(Filter):
    """A group, a supergroup or a channel."""

    async def __call__(self, event: Message | ChatMemberUpdated) -> bool:
        """Whether the chat is not one with a single person."""
        return event.chat.type != "private"
