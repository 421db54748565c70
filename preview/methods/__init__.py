"""The methods of the Bot API this server knows."""

from preview.methods import account, albums, chats, deleting, editing, sending, updating
from preview.methods.registry import find, method_name

__all__ = [
    "account",
    "albums",
    "chats",
    "deleting",
    "editing",
    "find",
    "method_name",
    "sending",
    "updating",
]
