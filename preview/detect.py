"""The entities Telegram finds in a text by itself: links, commands, mentions, hashtags."""

import re

from preview.markup import Json, utf16_length

_FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\"'.,:;!?)\]}»]"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|ru|org|net|me|io|dev|app|info)\b(?!@)"
    r"(?:/(?:[^\s<>\"]*[^\s<>\"'.,:;!?)\]}»])?)?)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?<![\w/<>])(?P<bot_command>/\w{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@\w{4,32})\b"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d_]\w*)",
    re.IGNORECASE,
)
_HINT = re.compile(r"[/@#.]")
_OPAQUE = frozenset({"code", "pre", "text_link"})


def with_detected(text: str, entities: list[Json]) -> list[Json]:
    """The given entities and those found in the text, in Telegram's order."""
    if _HINT.search(text) is None:
        return entities
    opaque = [
        range(item["offset"], item["offset"] + item["length"])
        for item in entities
        if item["type"] in _OPAQUE
    ]
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        if match.lastgroup is None or any(offset in taken for taken in opaque):
            continue
        length = utf16_length(match.group())
        found.append({"offset": offset, "length": length, "type": match.lastgroup})
    if not found:
        return entities
    return sorted(entities + found, key=lambda item: (item["offset"], -item["length"]))
