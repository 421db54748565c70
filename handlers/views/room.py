"""Texts that people wrote, as much of them as one message holds."""

from collections.abc import Sequence
from typing import Final

ROOM: Final = 3200
"""Room for such texts among all else in a message, as Telegram counts: 4096 in all."""
_UNIT = 2


def fitted(texts: Sequence[str], room: int = ROOM) -> Sequence[str]:
    """Texts that share a room: the longest are cut, all to one length, the others stay whole.

    Args:
        texts: As they were written.
        room: For all of them together, in UTF-16 as Telegram counts.
    """
    left = room
    for n, length in enumerate(sorted(map(_length, texts))):
        share = left // (len(texts) - n)
        if length > share:
            return [_cut(text, share) for text in texts]
        left -= length
    return texts


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // _UNIT


def _cut(text: str, limit: int) -> str:
    if _length(text) <= limit:
        return text
    kept = text.encode("utf-16-le")[: (limit - 1) * _UNIT].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"
