"""Numbers in a row that spaces part, where a space may part thousands as well."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

CREDIBLE: Final = 3
"""So many groups, millions, are taken for one number where nothing but their length says so."""

_CERTAIN: Final = re.compile(r"(?<![0-9.,])[0-9]{1,3} 0[0-9]{2}(?![0-9])")
_UNPARTED: Final = re.compile(r"(?<![0-9.,])[1-9][0-9]{3}")
_THREE: Final = re.compile(r"[0-9]{3}")
_FIRST: Final = re.compile(r"[^0-9.,]*[1-9][0-9]{0,2}")
_NEXT: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]+)?[^0-9.,]*")


class Spaces(Enum):
    """What spaces between digits do in a list, as far as it tells."""

    THOUSANDS = auto()
    NUMBERS = auto()
    UNTOLD = auto()


def spaces_of(text: str) -> Spaces:
    """What a list tells for sure: nobody writes a number as 000, or both 4000 and 3 500."""
    if _CERTAIN.search(text):
        return Spaces.THOUSANDS
    return Spaces.NUMBERS if _UNPARTED.search(text) else Spaces.UNTOLD


def grouped(words: Sequence[str], spaces: Spaces) -> Sequence[str]:
    """The numbers of a row: groups of three digits are joined to what stands before them.

    "1 000 2 000" are two numbers. Where the list does not tell, 5 10 900 might be three numbers
    as well: then groups are joined only if all numbers of the row get as many of them, and none
    if all words have three digits.

    Args:
        words: The row, parted by spaces.
        spaces: See `spaces_of`.
    """
    is_plain = spaces is Spaces.NUMBERS or all(_THREE.fullmatch(word) for word in words)
    if is_plain and spaces is not Spaces.THOUSANDS:
        return words
    numbers: list[list[str]] = []
    is_open = False
    for word in words:
        if is_open and _NEXT.fullmatch(word):
            numbers[-1].append(word)
            is_open = _THREE.fullmatch(word) is not None
        else:
            numbers.append([word])
            is_open = _FIRST.fullmatch(word) is not None
    lengths = {len(number) for number in numbers}
    is_alike = len(lengths) == 1 and max(lengths) <= CREDIBLE
    is_joined = spaces is Spaces.THOUSANDS or is_alike
    return [" ".join(number) for number in numbers] if is_joined else words
