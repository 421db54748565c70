"""Telegram's HTML into text with entities."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from preview.errors import bad_request
from preview.urls import checked_url

Json = dict[str, Any]

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_VERBATIM = frozenset({"code", "pre"})  # nothing nests inside them
_INTERESTING = re.compile(r"[<&]")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"\s*([^\s=>]*)\s*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_LANGUAGE = "language-"
_LARGEST_ID = 2**63


@dataclass(slots=True)
class _Open:
    """A start tag that waits for its end."""

    tag: str
    start: int
    order: int
    attributes: dict[str, str] = field(default_factory=dict)
    language: tuple[str, int] = ("", 0)


def utf16_length(text: str) -> int:
    """The length as Telegram counts it: an emoji beyond the BMP makes two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Parser:
    """One pass over the source; positions in errors count bytes of UTF-8, as Telegram's do."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.found: list[tuple[int, int, int, Json]] = []
        self.order = 0

    def parse(self) -> tuple[str, list[Json]]:
        """Text and entities in Telegram's order: by start, the longer first."""
        source = self.source
        while (match := _INTERESTING.search(source, self.position)) is not None:
            self._text(source[self.position : match.start()])
            self.position = match.start()
            if match.group() == "&":
                self._character()
            elif source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        self._text(source[self.position :])
        if self.stack:
            raise self._error(
                f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"'
            )
        self.found.sort(key=lambda item: item[:3])
        return "".join(self.parts), [entity for *_, entity in self.found]

    def _text(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16_length(text)

    def _character(self) -> None:
        match = _CHARACTER.match(self.source, self.position)
        character = html.unescape(match.group()) if match else "&"
        self._text(character)
        self.position = match.end() if match else self.position + 1

    def _start_tag(self) -> None:
        begin = self.position
        match = _TAG_NAME.match(self.source, begin + 1)
        name = match.group().lower() if match else ""
        self.position = begin + 1 + len(name)
        if self.position >= len(self.source):
            raise self._error("Unclosed start tag", begin)
        if name not in _TYPES:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.order += 1
        self.stack.append(_Open(name, self.length, self.order, attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        source = self.source
        attributes: dict[str, str] = {}
        while True:
            match = _ATTRIBUTE_NAME.match(source, self.position)
            name = match.group(1) if match else ""
            self.position = match.end() if match else self.position
            following = source[self.position : self.position + 1]
            if not name and following == ">":
                self.position += 1
                return attributes
            if not following:
                raise self._error(f'Unclosed start tag "{tag}"', begin)
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            attributes[name.lower()] = self._value(tag, begin) if following == "=" else ""

    def _value(self, tag: str, begin: int) -> str:
        source = self.source
        self.position += 1
        while source[self.position : self.position + 1].isspace():
            self.position += 1
        quote = source[self.position : self.position + 1]
        if not quote:
            raise self._error(f'Unclosed start tag "{tag}"', begin)
        if quote in "\"'":
            end = source.find(quote, self.position + 1)
            if end < 0:
                raise self._error("Unclosed start tag", begin)
            value = source[self.position + 1 : end]
            self.position = end + 1
            return _CHARACTER.sub(lambda match: html.unescape(match.group()), value)
        match = _NAME_TOKEN.match(source, self.position)
        token = match.group() if match else ""
        start, self.position = self.position, self.position + len(token)
        following = source[self.position : self.position + 1]
        if not following.isspace() and following != ">":
            raise self._error("Unexpected end of name token", start)
        return token.lower()

    def _end_tag(self) -> None:
        begin = self.position
        if not self.stack:
            raise self._error("Unexpected end tag", begin)
        match = _TAG_NAME.match(self.source, begin + 2)
        name = match.group().lower() if match else ""
        end = begin + 2 + len(name)
        while self.source[end : end + 1].isspace():
            end += 1
        if self.source[end : end + 1] != ">":
            raise self._error("Unclosed end tag", begin)
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise self._error(
                "Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"'
            )
        self.position = end + 1
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.start
        kind = _TYPES[opened.tag]
        if not length or any(_TYPES[outer.tag] == kind for outer in self.stack):
            return
        outer = self.stack[-1].tag if self.stack else ""
        if outer == "pre" and opened.tag == "code" and opened.start == self.stack[-1].start:
            self._language_of_pre(opened, length)
            return
        if any(_TYPES[tag.tag] in _VERBATIM for tag in self.stack):
            return
        entity = self._detail(opened, {"offset": opened.start, "length": length, "type": kind})
        if entity is not None:
            self.found.append((opened.start, -length, opened.order, entity))

    def _language_of_pre(self, code: _Open, length: int) -> None:
        """Telegram knows the language of a block from <pre><code class="language-…">."""
        value = code.attributes.get("class", "")
        if value.startswith(_LANGUAGE):
            self.stack[-1].language = (value.removeprefix(_LANGUAGE), length)

    def _detail(self, opened: _Open, entity: Json) -> Json | None:
        kind, attributes = entity["type"], opened.attributes
        if kind == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif kind == "pre" and opened.language[1] == entity["length"]:
            entity["language"] = opened.language[0]
        elif kind == "custom_emoji":
            identifier = attributes.get("emoji-id", "")
            if not identifier.isdigit() or not 0 < int(identifier) < _LARGEST_ID:
                raise self._error("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = identifier
        elif kind == "text_link":
            return self._link(opened, entity)
        return entity

    def _link(self, opened: _Open, entity: Json) -> Json | None:
        address = opened.attributes.get("href") or self._text_from(opened.start)
        try:
            entity["url"] = checked_url(address)
        except ValueError:
            return None  # Telegram shows such a link as plain text
        return entity

    def _text_from(self, start: int) -> str:
        encoded = "".join(self.parts).encode("utf-16-le")
        return encoded[start * 2 :].decode("utf-16-le")

    def _error(self, reason: str, position: int = -1, rest: str = "") -> Exception:
        if position < 0:
            return bad_request(f"can't parse entities: {reason}")
        offset = len(self.source[:position].encode())
        return bad_request(f"can't parse entities: {reason} at byte offset {offset}{rest}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of a message written in Telegram's HTML.

    Raises:
        ApiError: broken markup, in Telegram's words.
    """
    if "<" not in source and "&" not in source:
        return source, []
    return _Parser(source).parse()


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without the outer white space Telegram drops, entities moved along."""
    text = text.replace("\r", "")
    cut = utf16_length(text) - utf16_length(text.lstrip())
    stripped = text.strip()
    if len(stripped) == len(text) or not entities:
        return stripped, entities
    end = utf16_length(stripped)
    kept: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        stop = min(end, entity["offset"] - cut + entity["length"])
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    return stripped, kept
