"""Fields that many things in content have, each read and checked by itself."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import inf, isfinite
from typing import Final, TypeVar

from content.tree import Faults, Form, Node
from domain.languages import LANGUAGES, Text
from domain.questionnaire import Option

E = TypeVar("E", bound=StrEnum)

CODE: Final = re.compile(r"[a-z0-9][a-z0-9_.]*")
MAX_CODE: Final = 16
MAX_OPTION_CODE: Final = 24
"""Longest codes; with them a button's data stays under Telegram's 64 bytes."""

LIMITS: Final[Mapping[str, int]] = {
    "title": 60,
    "axis": 16,
    "name": 28,
    "label": 60,
    "brief": 100,
    "about": 600,
    "text": 300,
    "hint": 300,
    "level": 200,
    "step": 300,
    "strength": 160,
    "zone": 160,
    "cheer": 120,
    "body": 1500,
    "meaning": 600,
    "touchpoint": 40,
    "advice": 400,
}
"""Most characters of each kind of text. Together they keep every screen under Telegram's 4096
and every picture legible; tests hold the sum against the real screens."""


def build_text(node: Node | None, limit: str, faults: Faults) -> Text:
    """A wording in all languages, none missing, none longer than its limit."""
    if node is None:
        return dict.fromkeys(LANGUAGES, "")
    wording: dict[str, str] = {}
    with Form(node, f"“{limit}”", faults) as form:
        for language in LANGUAGES:
            wording[language] = text = form.word(language)
            if len(text) > LIMITS[limit]:
                line = form.node(language)
                faults.add(
                    line.mark if line else form.mark,
                    f"“{limit}” has {len(text)} characters in {language}, "
                    f"at most {LIMITS[limit]} fit",
                )
    return wording


def build_code(form: Form, name: str = "code", longest: int = MAX_CODE) -> str:
    """A stable identifier."""
    code = form.word(name)
    if code and (len(code) > longest or not CODE.fullmatch(code)):
        form.faults.add(
            form.mark,
            f"“{code}” is no code: use a-z, 0-9, “_” and “.”, at most {longest} characters",
        )
    return code


def build_options(nodes: Sequence[Node], what: str, faults: Faults) -> tuple[Option, ...]:
    """Labels with codes, no code twice."""
    options: list[Option] = []
    for node in nodes:
        with Form(node, what, faults) as form:
            code = build_code(form, longest=MAX_OPTION_CODE)
            label = build_text(form.node("label"), "label", faults)
            brief = optional_text(form, "brief")
        if any(option.code == code for option in options):
            faults.add(node.mark, f"{what} “{code}” stands here twice")
        options.append(Option(code, label, brief))
    return tuple(options)


def optional_text(form: Form, name: str) -> Text | None:
    """A wording that need not be there."""
    node = form.node(name, required=False)
    return None if node is None else build_text(node, name, form.faults)


def flag(form: Form, name: str) -> bool:
    """Yes or no; no where it is not said."""
    word = form.word(name, "no")
    if word not in {"yes", "no"}:
        form.faults.add(form.mark, f"“{name}” must be yes or no")
    return word == "yes"


def whole(form: Form, name: str, low: int, high: int) -> int | None:
    """A whole number that need not be there."""
    word = form.word(name, "")
    if not word:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", word) or not low <= int(word) <= high:
        form.faults.add(form.mark, f"“{name}” must be a whole number from {low} to {high}")
        return None
    return int(word)


def number(form: Form, name: str) -> float | None:
    """A number that need not be there."""
    word = form.word(name, "")
    try:
        number = float(word) if word else None
    except ValueError:
        number = inf
    if number is not None and not isfinite(number):
        form.faults.add(form.mark, f"“{name}” must be a number")
        return None
    return number


def one_of(form: Form, kinds: type[E], name: str, default: E | None = None) -> E:
    """One of a few words; without a default it is required."""
    word = form.word(name, default)
    try:
        return kinds(word)
    except ValueError:
        if word:
            known = ", ".join(kinds)
            form.faults.add(form.mark, f"{name} “{word}” is not known; there are: {known}")
        return next(iter(kinds))
