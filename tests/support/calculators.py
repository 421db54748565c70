"""Calculators as content describes them: a page each, its inputs, its formula."""

from collections.abc import Mapping
from functools import cache

from content.build import build_instrument
from content.tree import Faults, from_plain
from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.languages import LANGUAGES
from domain.listed import dumped, read_list
from domain.questionnaire import READ, Instrument

IDENTIFIER = "calc"
METRIC = "metric"
MEANING = "A good one is above the last one."
WITHOUT = "enps"
"""An entry that only explains."""

_WHOLE = {"kind": "number", "unit": "whole"}
_PERCENT = {"kind": "number", "unit": "percent"}
_PLAIN = {"kind": "number"}
_PERIOD = {"kind": "choice", "options": ["month", "quarter", "year"]}
_LIST = {"kind": "numbers"}
ENTRIES: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "nps": {"nps_pro": _WHOLE, "nps_pas": _WHOLE, "nps_det": _WHOLE},
    "csat": {"csat_sat": _WHOLE, "csat_all": _WHOLE},
    "ces": {"ces_counts": {**_LIST, "count": "7"}},
    "iqs": {"iqs_low": _PLAIN, "iqs_high": _PLAIN, "iqs_rows": {**_LIST, "format": "ratings"}},
    "clv": {"clv_m": _PLAIN, "clv_r": _PERCENT, "clv_i": _PERCENT},
    "crr": {"crr_s": _WHOLE, "crr_n": _WHOLE, "crr_e": _WHOLE, "crr_period": _PERIOD},
    "ccr": {"ccr_s": _WHOLE, "ccr_n": _WHOLE, "ccr_e": _WHOLE, "ccr_period": _PERIOD},
    "concentration": {"conc_values": {**_LIST, "file": "yes"}},
    WITHOUT: {},
}
"""By entry, what is asked."""


def said(text: str) -> dict[str, str]:
    """The same words in every language."""
    return dict.fromkeys(LANGUAGES, text)


def tree() -> dict[str, object]:
    """The instrument as it stands in YAML."""
    choice = {**_question(METRIC, {"kind": "choice", "options": list(ENTRIES)})}
    return {
        "id": IDENTIFIER,
        "meaning": "1",
        "scoring": "calculation",
        "group": "tools",
        "minutes": "2",
        "title": said("Metrics"),
        "about": said("Metrics and calculators."),
        "sections": [
            {"code": "which", "questions": [choice]},
            *(_section(code, inputs) for code, inputs in ENTRIES.items()),
        ],
    }


@cache
def calculators() -> Instrument:
    """The instrument."""
    faults = Faults()
    made = build_instrument(from_plain(tree(), "calculators"), "c" * 16, faults)
    faults.check()
    return made


def begun() -> Attempt:
    """An attempt at its first question."""
    return Attempt("key", calculators(), Mode.FULL).started()


def calculated(entry: str, *typed: str, language: str = "en") -> tuple[Attempt, dict[str, str]]:
    """A finished calculation, and what it keeps apart.

    Args:
        entry: One of ENTRIES.
        typed: What is typed or tapped, input by input.
        language: Of the person.
    """
    attempt = begun().tapped(0, entry)
    attempt = attempt.tapped(attempt.position or 0, READ)
    words: dict[str, str] = {}
    for text in typed:
        place, question = attempt.position or 0, attempt.question
        if question.kind is Kind.CHOICE:
            attempt = attempt.tapped(place, text)
            continue
        if question.kind is Kind.NUMBERS:
            words[question.code] = dumped(read_list(text, question, language).values)
            attempt = attempt.listed()
        else:
            attempt = attempt.wrote(text)
        attempt = attempt.went_on(place)
    return attempt, words


def _section(entry: str, inputs: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    page: dict[str, object] = {"kind": "page", "body": said(f"What {entry} is.")}
    if not inputs:
        page["end"] = "yes"
    fields = {"formula": entry, "meaning": said(MEANING)} if inputs else {}
    questions = {f"{entry}_page"[:16]: page, **inputs}
    return {
        "code": entry,
        "title": said(entry.upper()),
        "when": {METRIC: entry},
        **fields,
        "questions": [_question(code, fields) for code, fields in questions.items()],
    }


def _question(code: str, fields: Mapping[str, object]) -> dict[str, object]:
    made = {"code": code, "name": said(code), "text": said(f"{code}?"), **fields}
    options = fields.get("options")
    if isinstance(options, list):
        made["options"] = [{"code": one, "label": said(one)} for one in options]
    return made
