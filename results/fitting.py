"""Text into boxes: what is too wide becomes smaller down to a floor, then breaks into lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from results.lettering import measure, plain
from results.theme import SMALLEST, Weight

_STEP = 2
_BOND = "\N{NO-BREAK SPACE}"
_SHORT = 2
_CODE_PART = re.compile(r"[^-_.]+[-_.]*|[-_.]+")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text that fits.

    Attributes:
        lines: Top to bottom, without spaces at the ends.
        size: Size of the letters in pixels.
        weight: Their weight.
    """

    lines: tuple[str, ...]
    size: int
    weight: Weight

    @property
    def leading(self) -> int:
        """From baseline to baseline, in pixels."""
        return round(self.size * 1.25)

    @property
    def height(self) -> int:
        """From the top of the first line to the bottom of the last, in pixels."""
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        """Width of the widest line in pixels."""
        return max((measure(line, self.weight, self.size) for line in self.lines), default=0.0)


@lru_cache(maxsize=1024)
def fit_name(
    text: str,
    weight: Weight,
    size: int,
    width: float,
    lines: int = 2,
    smallest: int = SMALLEST,
) -> Fitted:
    """A name: kept on one line as long as shrinking allows, broken only then, never cut.

    Args:
        text: What to fit.
        weight: Weight of the letters.
        size: Wished size in pixels.
        width: Width of the box in pixels.
        lines: How many lines the name should keep to; a word wider than the box is broken, and
            more lines are taken rather than letters lost.
        smallest: Floor of the size in pixels.
    """
    text = plain(text)
    sizes = _sizes(size, smallest)
    for trial in sizes:
        if measure(text, weight, trial) <= width:
            return Fitted((text,), trial, weight)
    return _wrapped_down(text, weight, sizes, width, lines)


@lru_cache(maxsize=1024)
def fit_prose(
    text: str, weight: Weight, size: int, width: float, lines: int, smallest: int = SMALLEST
) -> Fitted:
    """A sentence: broken into lines first, made smaller only where these are not enough.

    Args:
        text: What to fit; an empty text has no lines.
        weight: Weight of the letters.
        size: Wished size in pixels.
        width: Width of the box in pixels.
        lines: The most lines there may be; what is over at the floor ends in an ellipsis.
        smallest: Floor of the size in pixels.
    """
    text = plain(text)
    fitted = _wrapped_down(text, weight, _sizes(size, smallest), width, lines)
    if len(fitted.lines) <= lines:
        return fitted
    words = _words(text, weight, fitted.size, width)
    filled = _filled(words, weight, fitted.size, width, " ")
    kept = [line.replace(_BOND, " ") for line in filled[:lines]]
    last = kept[-1]
    while last and measure(f"{last}…", weight, fitted.size) > width:
        last = last[:-1]
    return Fitted((*kept[:-1], f"{last.rstrip(' ,.;:–—')}…"), fitted.size, weight)


@lru_cache(maxsize=64)
def fit_code(code: str, weight: Weight, size: int, width: float, smallest: int) -> Fitted:
    """A code to be typed: on as few lines as its smallest size allows, with nothing added.

    It is broken after its own hyphens, underscores and points where these lie close enough; a
    hyphen put in at the end of a line would be typed along.

    Args:
        code: What to fit.
        weight: Weight of the letters.
        size: Wished size in pixels.
        width: Width of the box in pixels.
        smallest: Floor of the size in pixels.
    """
    code = plain(code)
    sizes = _sizes(size, smallest)
    parts: Sequence[str] = _CODE_PART.findall(code)
    if _widest(parts, weight, sizes[-1]) > width:
        parts = code
    count = len(_filled(parts, weight, sizes[-1], width, ""))
    whole = (trial for trial in sizes if _widest(parts, weight, trial) <= width)
    return next(
        Fitted(lines, trial, weight)
        for trial in whole
        if len(lines := _balanced(parts, weight, trial, width, "")) <= count
    )


def _sizes(size: int, smallest: int) -> Sequence[int]:
    return (*range(size, smallest, -_STEP), min(size, smallest))


def _wrapped_down(
    text: str, weight: Weight, sizes: Sequence[int], width: float, lines: int
) -> Fitted:
    for trial in sizes:
        words = _words(text, weight, trial, width)
        wrapped = _balanced(words, weight, trial, width)
        if _widest(words, weight, trial) <= width and len(wrapped) <= lines:
            break
    return Fitted(tuple(line.replace(_BOND, " ") for line in wrapped), trial, weight)


def _words(text: str, weight: Weight, size: int, width: float) -> list[str]:
    """What a line may end after.

    As typesetters have it, a short word goes with the next one, and no line begins with a dash.
    """
    words: list[str] = []
    for word in text.split(" "):
        bonded = f"{words[-1]}{_BOND}{word}" if words else word
        bound = words and (_ends_short(words[-1]) or not any(map(str.isalnum, word)))
        if bound and measure(bonded, weight, size) <= width:
            words[-1] = bonded
        elif word:
            words.append(word)
    return words


def _ends_short(word: str) -> bool:
    last = word.rsplit(_BOND, 1)[-1]
    return last.isalpha() and len(last) <= _SHORT


def _widest(words: Sequence[str], weight: Weight, size: int) -> float:
    return max((measure(word, weight, size) for word in words), default=0.0)


def _balanced(
    words: Sequence[str], weight: Weight, size: int, width: float, between: str = " "
) -> tuple[str, ...]:
    """Lines of about equal width: as narrow as their number allows, so no word is left alone."""
    lines = _filled(words, weight, size, width, between)
    while len(lines) > 1:
        narrower = _widest(lines, weight, size) - 1
        trial = _filled(words, weight, size, narrower, between)
        if len(trial) > len(lines) or _widest(words, weight, size) > narrower:
            break
        lines = trial
    return lines


def _filled(
    words: Sequence[str], weight: Weight, size: int, width: float, between: str
) -> tuple[str, ...]:
    """Lines that each take as many words as they can."""
    lines: list[str] = []
    for word in words:
        for part in _pieces(word, weight, size, width):
            longer = f"{lines[-1]}{between}{part}" if lines else part
            if lines and measure(longer, weight, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return tuple(lines)


def _pieces(word: str, weight: Weight, size: int, width: float) -> Iterator[str]:
    """The word, broken where it is wider than a whole line: after its own hyphens or by new ones.

    A code within a sentence is typed as it stands, so its own hyphens come first.
    """
    while measure(word, weight, size) > width and len(word) > 1:
        cut = len(word) - 1
        while cut > 1 and measure(f"{word[:cut]}-", weight, size) > width:
            cut -= 1
        own = max(word.rfind(mark, 0, cut) for mark in "-_") + 1
        yield word[:own] if own else f"{word[:cut]}-"
        word = word[own or cut :]
    yield word
