"""People's words made ready for typst: what belongs together, and where a word may be broken.

Words go in as data, so none of them is ever read as typst's markup.
"""

import re

from results.lettering import plain

_SOFT = "\N{SOFT HYPHEN}"
_ANYWHERE = "\N{ZERO WIDTH SPACE}"
_SHORT = 2
_GROUP = 3
_LONG = 8
"""Letters of a word that the narrowest column may have to break."""
_PIECE = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*[\W_]*|[\W_]+")
_VOWEL = re.compile(r"[аеёиоуыэюяєіїaeiouy]", re.IGNORECASE)
_SIGN = "ьъ’'й"
_FEW = 2
_MOST_LINES = 12

Unit = list[list[str]]
"""Words that belong on one line, each as it is and, if it is long, as it may be broken."""


def paragraphs(text: str) -> list[list[Unit]]:
    """A text as a person wrote it, by its own lines; where these are very many, as one."""
    lines = [line for line in map(plain, text.splitlines()) if line]
    if len(lines) > _MOST_LINES:
        lines = [" ".join(lines)]
    return [units(line) for line in lines]


def units(line: str) -> list[Unit]:
    """A line's words in units that typesetters keep together.

    A short word or number goes with the next one, and no line begins with a dash. A unit that is
    wider than its column is taken apart again.
    """
    found: list[Unit] = []
    for word in plain(line).split(" "):
        entry = [word, breakable(word)] if len(word) > _LONG else [word]
        before = found[-1][-1][0] if found else ""
        if before and (_leads(before) or not any(map(str.isalnum, word))):
            found[-1].append(entry)
        elif word:
            found.append([entry])
    return found


def _leads(word: str) -> bool:
    """Whether a word belongs to the next one: it is short, or begins a number of thousands."""
    return word.isalnum() and len(word) <= (_GROUP if word.isdigit() else _SHORT)


def breakable(word: str) -> str:
    """A word with marks where it may be broken: between syllables, else anywhere.

    A rule of thumb that serves all three languages: a syllable has a vowel, a consonant before
    a vowel begins it, and no sign or single letter is left alone. What are no letters, such as
    addresses, are broken without a hyphen.
    """
    return _ANYWHERE.join(
        (_SOFT if _VOWEL.search(piece) else _ANYWHERE).join(_syllables(piece))
        for piece in _PIECE.findall(word)
    )


def _syllables(piece: str) -> list[str]:
    parts = [""]
    for at, letter in enumerate(piece):
        if min(len(parts[-1]), len(piece) - at) >= _FEW and _may_begin(piece, at, parts[-1]):
            parts.append("")
        parts[-1] += letter
    return parts


def _may_begin(piece: str, at: int, part: str) -> bool:
    """Whether a syllable may begin at a letter; what no rule knows may be broken anywhere."""
    if len(part) > _LONG or not _VOWEL.search(piece):
        return True
    letter, following = piece[at], piece[at + 1 : at + 2]
    begins = letter not in _SIGN and not _VOWEL.match(letter) and bool(_VOWEL.match(following))
    return begins and bool(_VOWEL.search(part))
