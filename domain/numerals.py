"""Numbers as people type them, in and out.

Nothing is guessed in silence: what can be read in two ways is read by a stated rule, and what was
understood is shown to the person, who can put it right.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from typing import Final

from domain.errors import (
    NotANumberError,
    NotWholeError,
    OutOfRangeError,
    PercentUnaskedError,
    ShareOrPercentError,
)
from domain.kinds import Unit

BOTH: Final = frozenset({",", "."})
LARGEST: Final = 10**15
"""Up to here every whole number has a float of its own."""
SPACE: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
MOST_DECIMALS: Final = 6
LONGEST: Final = 64
"""No number takes more characters, its thousands apart and a currency beside it."""

_GAPS: Final = r" \u00a0\u202f\u2009'’ʼ"
"""What stands between thousands besides comma and point."""
_SIGN: Final = r"[+\-−–]"
_MONEY: Final = (
    r"(?:us)?\$|[€£₴₽₸₺¥₾₼]|грн|гривен[ьо]?|гривн[аиію]|руб(?:л(?:ей|я|ь|и))?|р|тенге|тг|сум|лей|зл(?:отых)?"
    r"|долл(?:аров|ара)?|дол(?:арів|ари)?|євро|евро|uah|ru[br]|byn|br|kzt|usd|eur|gbp|pln|zł|chf|dollars?|euros?"
)
_PERCENT: Final = r"%|процент(?:а|ов|ы)?|відсот(?:ок|ка|ки|ків)|per\s?cent|pct"
_NUMBER: Final = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<money>(?:{_MONEY})\.?)?[{_GAPS}]*(?P<inner>{_SIGN})?"
    rf"(?P<digits>[0-9.,](?:[{_GAPS}]*[0-9.,])*)"
    rf"[{_GAPS}]*(?:(?P<percent>{_PERCENT})|(?P<after>(?:{_MONEY})\.?))?",
    re.IGNORECASE,
)
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of direction and of breaks: what is copied from pages and tables brings them along."""
_WHOLE: Final = re.compile(r"[0-9]+")
_SPACED: Final = re.compile(rf"[1-9][0-9]{{0,2}}(?:[{_GAPS}][0-9]{{3}})+")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS: Final = {
    mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in BOTH
}


def decimal_marks(language: str) -> frozenset[str]:
    """What stands before decimals where a language leaves a choice, as in 1,234.

    English writes thousands with a comma. Russian and Ukrainian write decimals with a comma, and
    in tables and on keyboards with a point as well.
    """
    return frozenset({"."}) if language == "en" else BOTH


def read_number(text: str, unit: Unit, marks: frozenset[str]) -> float:
    """A number as people type it.

    Taken are a decimal comma or point; spaces of any kind, apostrophes, commas or points between
    thousands; a minus of any length; a percent sign where per cents are asked; a currency's sign
    or name around a plain number. One comma or point before exactly three digits (1,234) makes a
    thousand where a whole number is asked or a currency stands, else it is as `marks` say.

    Args:
        text: As typed.
        unit: What is asked.
        marks: What may stand before decimals where that is in doubt: see `decimal_marks`.

    Returns:
        The number; of per cents, their number: 12.5 for "12,5 %".

    Raises:
        NotANumberError: It is none, or can't be told for sure.
        OutOfRangeError: It is beyond LARGEST.
        PercentUnaskedError: It is a per cent, and none was asked.
        NotWholeError: It has decimals, and a whole number was asked.
        ShareOrPercentError: It is between 0 and 1, without a sign, and a per cent was asked.
    """
    found = _parts(text)
    if found is None or (found["sign"] and found["inner"]) or (found["money"] and found["after"]):
        raise NotANumberError
    if (found["money"] or found["after"]) and unit is not Unit.NUMBER:
        raise NotANumberError
    # No money has thousandths: beside a currency, three digits are a thousand in any language.
    is_in_doubt = unit is not Unit.WHOLE and not found["money"] and not found["after"]
    plain = _plain(found["digits"], marks if is_in_doubt else frozenset())
    number = float(plain)
    if number > LARGEST:
        raise OutOfRangeError(-LARGEST, LARGEST)
    if found["percent"] and unit is not Unit.PERCENT:
        raise PercentUnaskedError
    if unit is Unit.WHOLE and number != floor(number):
        raise NotWholeError
    if unit is Unit.PERCENT and not found["percent"] and 0 < number < 1:
        raise ShareOrPercentError(number)
    is_negative = (found["sign"] or found["inner"] or "+") != "+"
    return -number if is_negative and number else number


def _parts(text: str) -> re.Match[str] | None:
    """Sign, money, digits and per cent; None for what is no number, or too long to be one."""
    stripped = _INVISIBLE.sub("", text).strip()
    return _NUMBER.fullmatch(stripped) if len(stripped) <= LONGEST else None


def _plain(digits: str, marks: frozenset[str]) -> str:
    """Digits with their separators, as Python writes numbers.

    Raises:
        NotANumberError: The separators stand where no number has them.
    """
    mark = _decimal_mark(digits, marks)
    body, _, decimals = digits.rpartition(mark) if mark else (digits, "", "")
    if mark and not (_WHOLE.fullmatch(decimals) or (body and not decimals)):
        raise NotANumberError
    is_grouped = _SPACED.fullmatch(body) or any(one.fullmatch(body) for one in _MARKS.values())
    if not (is_grouped or _WHOLE.fullmatch(body) or (mark and not body)):
        raise NotANumberError
    return f"{re.sub('[^0-9]', '', body) or '0'}.{decimals or '0'}"


def _decimal_mark(digits: str, marks: frozenset[str]) -> str:
    """Which of comma and point stands before decimals here; none where neither does."""
    present = [sign for sign in digits if sign in BOTH]
    if len(set(present)) > 1:
        return present[-1]
    if not present:
        return ""
    mark = present[0]
    if not _MARKS[mark].fullmatch(digits):
        return mark
    return mark if len(present) == 1 and mark in marks else ""


def marks_of(texts: Iterable[str], otherwise: frozenset[str]) -> frozenset[str]:
    """What stands before decimals in a whole column, as far as its clear cases tell.

    In a column with 12,50 the cell 1.234 is a thousand, whatever the language.

    Args:
        texts: Cells as they stand in the column.
        otherwise: What holds where no cell tells, or they contradict each other.
    """
    told: frozenset[str] = frozenset()
    for text in texts:
        found = _parts(text)
        if found is not None:
            told |= _told(found["digits"])
    return told if len(told) == 1 else otherwise


def _told(digits: str) -> frozenset[str]:
    """The decimal mark that a number makes clear by itself, as one or no item."""
    first, last = _decimal_mark(digits, frozenset()), _decimal_mark(digits, BOTH)
    if first == last != "":
        return frozenset({first})
    grouping = frozenset(sign for sign in digits if sign in BOTH)
    is_clear = first == last and len(grouping) == 1
    return BOTH - grouping if is_clear else frozenset()


def show_number(number: float, language: str, decimals: int = MOST_DECIMALS) -> str:
    """A number as a language writes it: thousands apart, halves away from zero.

    Args:
        number: Which.
        language: One of LANGUAGES.
        decimals: At most so many are shown; zeros at their end are left out.
    """
    if abs(number) > LARGEST:
        return _in_powers(number, language)
    # By its shortest digits: 0.285 is 0.29 to people, though the float lies a trifle below.
    return _written(Decimal(repr(number)), language, decimals)


def _written(number: Decimal, language: str, decimals: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    shown = f"{abs(rounded):,f}"
    if decimals:
        shown = shown.rstrip("0").rstrip(".")
    if language != "en":
        shown = shown.replace(",", SPACE).replace(".", ",")
    return MINUS + shown if rounded < 0 else shown


def _in_powers(number: float, language: str) -> str:
    """What has more digits than anybody counts, as 1,2 · 10²¹."""
    digits, _, power = f"{number:.1e}".partition("e")
    raised = str(int(power)).translate(_RAISED)
    return f"{show_number(float(digits), language)}{SPACE}·{SPACE}10{raised}"


def show_percents(per_cents: float, language: str, decimals: int = 1) -> str:
    """Per cents with their sign: 12.5 as 12,5 %."""
    return show_number(per_cents, language, decimals) + _percent_sign(language)


def show_percent(share: float, language: str, decimals: int = 1) -> str:
    """A share of 0 to 1, or beyond, as per cents.

    100 % is all and 0 % none: 9,999 of 10,000 are told with the decimals that tell it, up to
    MOST_DECIMALS.
    """
    if 100 * abs(share) > LARGEST:
        return show_percents(100 * share, language, decimals)
    # A hundred times a float may lie below the half that its digits are: 23 of 80 are 28.75 %.
    per_cents = 100 * Decimal(repr(share))
    told = _written(per_cents, language, decimals)
    while 0 < share < 1 and told in {"0", "100"} and decimals < MOST_DECIMALS:
        decimals += 1
        told = _written(per_cents, language, decimals)
    return told + _percent_sign(language)


def _percent_sign(language: str) -> str:
    return "%" if language == "en" else f"{SPACE}%"
