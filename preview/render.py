"""Text with entities back into Telegram's HTML, for tests to look at."""

import html
from collections.abc import Iterator

from preview.markup import Json

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def to_html(text: str, entities: list[Json]) -> str:
    """The text as HTML; what Telegram finds by itself (links, commands) stays plain."""
    encoded = text.encode("utf-16-le")
    marks: dict[int, tuple[list[str], list[str]]] = {}
    for entity in entities:  # by start, the longer first: they nest
        tags = tuple(_tags(entity))
        if tags:
            start, end = entity["offset"], entity["offset"] + entity["length"]
            marks.setdefault(start, ([], []))[0].append(tags[0])
            marks.setdefault(end, ([], []))[1].insert(0, tags[1])
    parts: list[str] = []
    position = 0
    for mark in sorted(marks):
        parts.append(_escaped(encoded[position * 2 : mark * 2]))
        parts += marks[mark][1] + marks[mark][0]
        position = mark
    parts.append(_escaped(encoded[position * 2 :]))
    return "".join(parts)


def _escaped(encoded: bytes) -> str:
    return html.escape(encoded.decode("utf-16-le"), quote=False)


def _tags(entity: Json) -> Iterator[str]:
    kind = entity["type"]
    if kind == "text_link":
        yield from (f'<a href="{html.escape(entity["url"])}">', "</a>")
    elif kind == "custom_emoji":
        yield from (f'<tg-emoji emoji-id="{entity["custom_emoji_id"]}">', "</tg-emoji>")
    elif kind == "expandable_blockquote":
        yield from ("<blockquote expandable>", "</blockquote>")
    elif kind == "pre" and entity.get("language"):
        yield from (f'<pre><code class="language-{entity["language"]}">', "</code></pre>")
    elif kind in _TAGS:
        yield from (f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>")
