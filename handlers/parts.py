"""Texts that clients send in parts: what is longer than a message comes as several."""

from datetime import timedelta
from typing import Final

from handlers.desk import Turn

PARTS: Final = timedelta(seconds=3)
"""Within which the next message may be the rest of the one before."""
LONG: Final = 3500
"""Characters of a message that may have a rest: clients cut at 4096 or before."""


def overlong(turn: Turn) -> int:
    """How much of a text was refused a moment ago, of which this may be the rest."""
    is_rest = turn.now - turn.person.seen_at < PARTS
    return int(turn.person.context.get("overlong", 0)) if is_rest else 0


def refused(text: str, length: int) -> dict[str, int]:
    """What a refusal leaves for the next message, as a part of `Person.context`.

    Args:
        text: What has just come.
        length: Its characters with those of the parts before it.
    """
    return {"overlong": length if len(text) >= LONG else 0}
