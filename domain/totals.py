"""Rows that sum up the others: told by their words, in Russian, Ukrainian, English."""

import re
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 200
"""Characters of a cell that are looked at."""
LOOKED_AT: Final = 3
"""So many cells of a row may say it: names and groups stand at its left."""

_WORDS: Final = r"(?:итог(?:о|и)?|всего|всього|усього|разом|підсум(?:ок|ки))(?![^\W_])"
"""No customer's name begins with these."""
_NAMES: Final = r"(?:сумм[аы]|сума|sum|(?:sub-?)?totals?)(?![^\W_])"
"""These some names begin with: what follows decides."""
_KINDS: Final = (
    r"(?:(?:общ(?:ий|ая|ее|ие)|промежуточн\w{2,3}|загальн(?:ий|а|е|і)|проміжн(?:ий|а|е|і)|grand"
    r"|overall)\s+)?"
)
_OF_WHAT: Final = (
    r"\W*\Z|\W*\d|\s*[:;,(=|\t$€£₴₽—–-]|\s+(?:по|за|на|у|в|з|із|без|с|со|до|для|всех|всім|усіх|for|of"
    r"|in|per|by|due|incl\w*|excl\w*|sales|revenue|profit|income|amount|customers|clients)(?![^\W_])"
)
_BEGINS: Final = re.compile(rf"\W*{_KINDS}(?:{_WORDS}|{_NAMES}(?={_OF_WHAT}))", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s(?:итого?|підсумок|(?:sub-?)?total)\W*\Z", re.IGNORECASE)
"""As spreadsheets write below each group, after its name."""
_WHOLE: Final = re.compile(rf"\W*{_KINDS}(?:{_WORDS}|{_NAMES})\W*", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether a row of a list says that it sums up the others."""
    return _BEGINS.match(text) is not None


def sums_up(words: Sequence[str]) -> bool:
    """Whether a row of a table says that it sums up others.

    Args:
        words: Its cells that are no numbers and not empty, from the left.
    """
    texts = [text[:LONGEST] for text in words[:LOOKED_AT]]
    if not texts:
        return False
    is_said = is_total(texts[0]) or _ENDS.search(texts[0]) is not None
    return is_said or any(_WHOLE.fullmatch(text) for text in texts[1:])
