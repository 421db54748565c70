"""Where the words of a PDF stand, as typst writes it: each run has a place of its own."""

import re
from dataclasses import dataclass, replace
from itertools import combinations

from results.canvas import Box
from tests.results import pdf

_TOKEN = re.compile(
    rb"(?P<save>\bq\b)|(?P<restore>\bQ\b)|1 0 0 -1 (?P<at>[-\d.]+ [-\d.]+) cm"
    rb"|(?P<points>[-\d. ]+) [mlc]\b|(?P<clip>\bW\b)|/(?P<font>f\d+) (?P<size>[\d.]+) Tf"
)
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_DESCENDANT = re.compile(rb"/DescendantFonts\[(\d+) 0 R")
_WIDTHS = re.compile(rb"/W\[([\d. ]+)\]")
_SHIFT = re.compile(rb"1 0 0 -1 ([-\d.]+) [-\d.]+ Tm")
_CLOSE = 0.15
_ASCENT, _DESCENT = 0.72, 0.16


@dataclass(frozen=True)
class Placed:
    """Words on a page.

    Attributes:
        page: Which, from 0.
        text: What they say.
        size: Of the letters in points.
        box: Where they are, from the page's top left corner.
        clip: What is seen of them, or None where nothing is hidden.
    """

    page: int
    text: str
    size: float
    box: Box
    clip: Box | None


def read(document: bytes) -> list[Placed]:
    """All words of a PDF, page by page, in their order."""
    objects = {int(number): body for number, body in pdf._OBJECT.findall(document)}
    heads = {number: body.split(b"stream", 1)[0] for number, body in objects.items()}

    def stream(head: bytes, name: bytes) -> bytes:
        return pdf._stream(objects[pdf._reference(head, name)])

    found: list[Placed] = []
    pages = [head for head in heads.values() if b"/Type/Page/" in head]
    for number, page in enumerate(pages):
        height = float(re.findall(rb"/MediaBox\[0 0 [\d.]+ ([\d.]+)\]", page)[0])
        resources = heads[pdf._reference(page, b"Resources")]
        fonts = {
            name: _Font(
                pdf._letters(stream(heads[int(own)], b"ToUnicode")),
                _widths(heads[_descendant(heads[int(own)])]),
            )
            for name, own in _FONT.findall(resources)
        }
        for text, size, box, clip in _runs(stream(page, b"Contents"), fonts):
            _join(
                found,
                Placed(number, text, size, _flipped(box, height), clip and _flipped(clip, height)),
            )
    return found


def _join(found: list[Placed], one: Placed) -> None:
    """Adds a run, to the end of the one before if it goes on there: so a word is set in parts."""
    before = found[-1] if found else None
    if before is None or (before.page, before.size, before.box.bottom, before.clip) != (
        one.page,
        one.size,
        one.box.bottom,
        one.clip,
    ):
        found.append(one)
    elif abs(one.box.left - before.box.right) < _CLOSE * one.size:
        box = replace(before.box, right=one.box.right)
        found[-1] = replace(before, text=before.text + one.text, box=box)
    else:
        found.append(one)


@dataclass(frozen=True)
class _Font:
    letters: dict[int, str]
    widths: dict[int, float]


def _runs(content: bytes, fonts: dict[bytes, _Font]) -> list[tuple[str, float, Box, Box | None]]:
    runs = []
    left = base = 0.0
    clip: Box | None = None
    saved: list[tuple[float, float, Box | None]] = []
    path: list[tuple[float, float]] = []
    at = 0
    while token := _TOKEN.search(content, at):
        at = token.end()
        if token["save"]:
            saved.append((left, base, clip))
            path = []
        elif token["restore"]:
            left, base, clip = saved.pop()
        elif token["at"]:
            left, base = map(float, token["at"].split())
        elif token["points"]:
            numbers = [float(one) for one in token["points"].split()]
            path += zip(numbers[::2], numbers[1::2], strict=True)
        elif token["clip"]:
            across, up = zip(*path, strict=True)
            clip = Box(min(across), min(up), max(across), max(up))
        else:
            font = fonts[token["font"]]
            begin = at
            shown, at = pdf._shown(content, begin)
            size = float(token["size"])
            codes = [int.from_bytes(shown[n : n + 2]) for n in range(0, len(shown), 2)]
            text = "".join(font.letters[code] for code in codes).rstrip()
            width = sum(font.widths[code] for code in codes[: len(text)])
            width = (width - _kerning(content, begin, at)) * size / 1000
            shift = _SHIFT.search(content, begin)
            x = left + (float(shift[1]) if shift else 0)
            box = Box(x, base - _DESCENT * size, x + width, base + _ASCENT * size)
            runs.append((text, size, box, clip))
    return runs


def _kerning(content: bytes, begin: int, end: int) -> float:
    """How much closer the letters stand than they are wide: the numbers between the strings."""
    between, at = b"", content.index(b"Tm", begin) + 2
    while at < end:
        if content[at : at + 1] == b"(":
            at = pdf._end(content, at) + 1
            between += b" "
        else:
            between += content[at : at + 1]
            at += 1
    return sum(map(float, re.findall(rb"-?[\d.]+", between)))


def _descendant(head: bytes) -> int:
    found = _DESCENDANT.search(head)
    assert found
    return int(found[1])


def _widths(head: bytes) -> dict[int, float]:
    """A font's widths, in thousandths of its size."""
    found = _WIDTHS.search(head)
    assert found
    numbers = found[1].split()
    return {
        code: float(width)
        for first, last, width in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
        for code in range(int(first), int(last) + 1)
    }


def _flipped(box: Box, height: float) -> Box:
    return Box(box.left, height - box.bottom, box.right, height - box.top)


def _core(one: Placed) -> Box:
    """Without the white around letters, which may lie over a neighbour's."""
    box, rim = one.box, 0.1 * one.size
    return Box(box.left + rim, box.top + rim, box.right - rim, box.bottom - rim)


def check(words: list[Placed], size: tuple[float, float], margin: float) -> None:
    """Everything within the margins, nothing hidden, nothing on top of something else."""
    for one in words:
        assert one.box.left >= margin - 1, one
        assert one.box.right <= size[0] - margin + 1, one
        assert one.box.top >= margin - 1, one
        assert one.box.bottom <= size[1] - margin + 1, one
        if one.clip is not None:
            assert one.clip.left <= one.box.left, one
            assert one.box.right <= one.clip.right, one
            assert one.clip.top <= one.box.top, one
            assert one.box.bottom <= one.clip.bottom, one
    pages = {one.page for one in words}
    collisions = [
        (one.text, other.text)
        for page in pages
        for one, other in combinations([own for own in words if own.page == page], 2)
        if _core(one).meets(_core(other))
    ]
    assert collisions == [], collisions[:3]
