"""What the heading of a column says about its numbers: in Russian, Ukrainian, English."""

import re
from typing import Final

HEADING: Final = 200
"""Characters of a heading that are read."""
IDENTITY: Final = -1
"""How much a column is worth that tells who, where or when."""


def _beginning(stems: str) -> re.Pattern[str]:
    """Words that begin so; an underscore parts words, too."""
    return re.compile(rf"(?<![^\W_])(?:{stems})", re.IGNORECASE)


_END: Final = r"(?![^\W_])"
_MONEY: Final = (
    _beginning(
        rf"сумм|сум(?:а|и|у|і){_END}|итого|всего|всього|усього|разом|стоимост|вартіст|вартост|оплат|"
        rf"оплач|платеж|платіж|поступлен|надходжен|amount|total|value|paid|payment|spen[dt]|billed|"
        rf"(?:руб|грн|uah|rub|usd|eur){_END}"
    ),
    _beginning(
        "выручк|виручк|виторг|доход|дохід|оборот|обіг|продаж|revenue|sales|income|turnover"
    ),
    _beginning("прибыл|прибут|марж|profit|margin|earning"),
)
"""The more of what a customer is worth, the later."""
_OTHERWISE: Final = re.compile(
    rf"%|(?<![^\W_])(?:шт|кол-во|количеств\w*|к-сть|кількіст\w*|кільк|qty|quantity|count|units|pcs)"
    rf"{_END}",
    re.IGNORECASE,
)
"""Shares and pieces are no money."""
_IDENTITY: Final = _beginning(
    r"(?:тел|телефон\w*|моб|мобильный|мобільний|phone\w*|mobile|tel|email|e-mail|id|ид|ід|номер\w*|"
    r"number|no|код\w*|codes?|инн|іпн|єдрпоу|едрпоу|огрн|кпп|артикул\w*|sku|inn|индекс\w*|індекс\w*|"
    r"index|zip|postcode|год[ау]?|рік|року|роки|years?|месяц\w*|місяць|month|дата|дати|даты|dates?|"
    rf"день|day|город|місто|city|town|адрес\w*|address){_END}|№"
)
_PEOPLE: Final = _beginning(
    r"клиент|клієнт|контрагент|покупател|покупец|покупці|заказчик|замовник|партн[её]р|наименовани|"
    r"найменуванн|назв(?:а|ание)|компани|компані|организаци|організаці|имя|ім.я|фио|піб|"
    rf"(?:customer|client|account|buyer|company|partner|name)s?{_END}"
)
"""Whose numbers they are."""
_ALONE: Final = re.compile(r"[^\W\d_]+")
_BESIDE: Final = re.compile(r"(?<=\w) (?:per|by|for|in|this|last) .*", re.IGNORECASE)
"""What follows the main words of an English heading, as in "profit per year"."""
_LATIN: Final = re.compile(r"[a-z]", re.IGNORECASE)


def is_known(heading: str) -> bool:
    """Whether a cell says what headings say: whose numbers a column has, of what, or of when."""
    text = heading[:HEADING]
    return worth(text) != 0 or any(words.search(text) for words in (_OTHERWISE, _PEOPLE))


def names_people(heading: str) -> bool:
    """Whether a cell is one word, and that for customers."""
    text = heading[:HEADING]
    return _ALONE.fullmatch(text) is not None and _PEOPLE.match(text) is not None


def worth(heading: str) -> int:
    """How likely numbers under a heading are what customers bring.

    Where it speaks of money and of identity, the main word decides: the last in English, as in
    "sales date", else the first, as in «дата продажи».

    Returns:
        3 for profit, 2 for revenue, 1 for an amount, 0 if it does not tell, else IDENTITY.
    """
    text = _BESIDE.sub("", heading[:HEADING])
    money = [rank for rank, words in enumerate(_MONEY, start=1) if words.search(text)]
    identity = list(_IDENTITY.finditer(text))
    if identity:
        rest = (text[: identity[0].start()], text[identity[-1].end() :])
        beside = rest[1] if _LATIN.match(identity[-1][0]) else rest[0]
        if not money or not any(map(str.isalpha, beside)):
            return IDENTITY
    return 0 if not money or _OTHERWISE.search(text) else money[-1]
