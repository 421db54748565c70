"""The three languages, equal in rank."""

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = ("ru", "uk", "en")

Text = Mapping[str, str]
"""One wording in every language of LANGUAGES."""


def match_language(code: str | None, default: str) -> str:
    """The language to speak to a client that reports `code`.

    Args:
        code: IETF tag as Telegram sends it ("uk", "en-GB"), or None.
        default: One of LANGUAGES, for clients that report nothing or a language we lack.

    Returns:
        One of LANGUAGES.
    """
    primary = (code or "").lower().partition("-")[0]
    return primary if primary in LANGUAGES else default
