"""Text into boxes: what is too wide becomes smaller down to a floor, then breaks into lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from results.lettering import measure
from results.theme import SMALLEST, Weight

_STEP = 2
_BOND = "\N{NO-BREAK SPACE}"
_SHORT = 2


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
def fit_name(text: str, weight: Weight, size: int, width: float, lines: int = 2) -> Fitted:
    """A name: kept on one line as long as shrinking allows, broken only then, never cut.

    Args:
        text: What to fit.
        weight: Weight of the letters.
        size: Wished size in pixels; the floor is `theme.SMALLEST`.
        width: Width of the box in pixels.
        lines: How many lines the name should keep to; a word wider than the box is broken, and
            more lines are taken rather than letters lost.
    """
    for trial in _sizes(size):
        if measure(text, weight, trial) <= width:
            return Fitted((text,), trial, weight)
    return _wrapped_down(text, weight, size, width, lines)


@lru_cache(maxsize=1024)
def fit_prose(text: str, weight: Weight, size: int, width: float, lines: int) -> Fitted:
    """A sentence: broken into lines first, made smaller only where these are not enough.

    Args:
        text: What to fit; an empty text has no lines.
        weight: Weight of the letters.
        size: Wished size in pixels; the floor is `theme.SMALLEST`.
        width: Width of the box in pixels.
        lines: The most lines there may be; what is over at the floor ends in an ellipsis.
    """
    fitted = _wrapped_down(text, weight, size, width, lines)
    if len(fitted.lines) <= lines:
        return fitted
    kept = fitted.lines[:lines]
    last = kept[-1]
    while last and measure(f"{last}…", weight, fitted.size) > width:
        last = last[:-1]
    return Fitted((*kept[:-1], f"{last.rstrip(' ,.;:–—')}…"), fitted.size, weight)


def _sizes(size: int) -> Iterator[int]:
    yield from range(size, SMALLEST, -_STEP)
    yield min(size, SMALLEST)


def _wrapped_down(text: str, weight: Weight, size: int, width: float, lines: int) -> Fitted:
    for trial in _sizes(size):
        words = _words(text, weight, trial, width)
        wrapped = _balanced(words, weight, trial, width)
        if _widest(words, weight, trial) <= width and len(wrapped) <= lines:
            break
    return Fitted(tuple(line.replace(_BOND, " ") for line in wrapped), trial, weight)


def _words(text: str, weight: Weight, size: int, width: float) -> list[str]:
    """What a line may end after: a short word goes with the next one, as typesetters have it."""
    words: list[str] = []
    for word in text.split(" "):
        bonded = f"{words[-1]}{_BOND}{word}" if words else word
        if words and _ends_short(words[-1]) and measure(bonded, weight, size) <= width:
            words[-1] = bonded
        elif word:
            words.append(word)
    return words


def _ends_short(word: str) -> bool:
    last = word.rsplit(_BOND, 1)[-1]
    return last.isalpha() and len(last) <= _SHORT


def _widest(words: Sequence[str], weight: Weight, size: int) -> float:
    return max((measure(word, weight, size) for word in words), default=0.0)


def _balanced(words: Sequence[str], weight: Weight, size: int, width: float) -> tuple[str, ...]:
    """Lines of about equal width: as narrow as their number allows, so no word is left alone."""
    lines = _greedy(words, weight, size, width)
    while len(lines) > 1:
        narrower = _widest(lines, weight, size) - 1
        trial = _greedy(words, weight, size, narrower)
        if len(trial) > len(lines) or _widest(words, weight, size) > narrower:
            break
        lines = trial
    return lines


def _greedy(words: Sequence[str], weight: Weight, size: int, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        for part in _pieces(word, weight, size, width):
            longer = f"{lines[-1]} {part}" if lines else part
            if lines and measure(longer, weight, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return tuple(lines)


def _pieces(word: str, weight: Weight, size: int, width: float) -> Iterator[str]:
    """The word, broken by hyphens where it is wider than a whole line."""
    while measure(word, weight, size) > width and len(word) > 1:
        cut = len(word) - 1
        while cut > 1 and measure(f"{word[:cut]}-", weight, size) > width:
            cut -= 1
        yield f"{word[:cut]}-"
        word = word[cut:]
    yield word
