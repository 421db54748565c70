"""Reads PDF files as typst writes them: pages, fonts and the text that a reader can select."""

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_FONT = re.compile(rb"/(f\d+) [\d.]+ Tf")
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True)
class Document:
    """What a PDF file holds.

    Attributes:
        pages: Width and height of each page in points.
        fonts: Names of the fonts in use.
        embedded: How many of them are in the file.
        sheets: The text of each page, as it was set.
        title: From its metadata.
        language: Of the whole document.
    """

    pages: tuple[tuple[float, float], ...]
    fonts: tuple[str, ...]
    embedded: int
    sheets: tuple[tuple[str, ...], ...]
    title: str
    language: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of all pages."""
        return tuple(line for sheet in self.sheets for line in sheet)


def read(document: bytes) -> Document:
    """Take a PDF file apart."""
    objects = {int(number): body for number, body in _OBJECT.findall(document)}
    heads = {number: body.split(b"stream", 1)[0] for number, body in objects.items()}
    pages = [head for head in heads.values() if b"/Type/Page/" in head]
    boxes = [re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", head) for head in pages]
    everything = b"".join(heads.values())
    title = re.search(rb"/Title<FEFF([0-9A-F]*)>/Author|/Title<FEFF([0-9A-F]*)>>>", everything)
    language = re.search(rb"/Lang\((\w+)\)", everything)
    return Document(
        tuple((float(width), float(height)) for box in boxes for width, height in box),
        tuple(name.decode() for name in re.findall(rb"/Type0/BaseFont/(\S+?)/", everything)),
        len(re.findall(rb"/FontFile[23]? \d+ 0 R", everything)),
        tuple(_sheet(page, objects, heads) for page in pages),
        bytes.fromhex((title[1] or title[2]).decode()).decode("utf-16-be") if title else "",
        language[1].decode() if language else "",
    )


def _sheet(page: bytes, objects: dict[int, bytes], heads: dict[int, bytes]) -> tuple[str, ...]:
    """The text of one page, read with the letters of its own fonts."""
    resources = heads[_reference(page, b"Resources")]
    letters = {
        name.decode(): _letters(_stream(objects[_reference(heads[int(number)], b"ToUnicode")]))
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    return _lines(_stream(objects[_reference(page, b"Contents")]), letters)


def _reference(head: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", head)
    assert found
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    if b"FlateDecode" not in body[: found.start()]:
        return found[1]
    # A checksum whose last byte is a line's end may be short of it.
    return zlib.decompressobj().decompress(found[1])


def _letters(cmap: bytes) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for code, letter in re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\n", cmap)
    }


def _lines(content: bytes, letters: dict[str, dict[int, str]]) -> tuple[str, ...]:
    lines: list[str] = []
    at = 0
    while font := _FONT.search(content, at):
        known = letters[font[1].decode()]
        codes, at = _shown(content, font.end())
        lines.append(
            "".join(
                known.get(int.from_bytes(codes[pair : pair + 2]), "\N{REPLACEMENT CHARACTER}")
                for pair in range(0, len(codes), 2)
            )
        )
    return tuple(lines)


def _shown(content: bytes, at: int) -> tuple[bytes, int]:
    """The strings up to the operator that shows them, and where it is."""
    shown = b""
    while content[at : at + 2] not in {b"TJ", b"Tj"}:
        if content[at : at + 1] == b"(":
            end = _end(content, at)
            shown += _ESCAPE.sub(_unescape, content[at + 1 : end])
            at = end
        at += 1
    return shown, at


def _end(content: bytes, at: int) -> int:
    """Where the string that begins at a bracket ends; brackets in pairs may stand in it."""
    depth = 0
    while True:
        match content[at : at + 1]:
            case b"\\":
                at += 1
            case b"(":
                depth += 1
            case b")":
                depth -= 1
                if not depth:
                    return at
        at += 1


def _unescape(found: "re.Match[bytes]") -> bytes:
    escaped = found[1]
    if escaped.isdigit():
        return bytes([int(escaped, 8)])
    return _NAMED.get(escaped, escaped)
