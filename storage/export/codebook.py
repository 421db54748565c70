"""What the codes of an export mean."""

from collections.abc import Iterator
from typing import Final

from domain.languages import LANGUAGES
from domain.questionnaire import LIKELIHOOD_MAX, NO, SKIPPED, UNSURE, WRITTEN, YES, Kind, Question
from storage.export.conventions import CONVENTIONS
from storage.export.outline import Outline
from storage.export.rows import QUESTION_PREFIX, Cell
from storage.export.sheets import Sheet
from storage.export.words import Say, label

_WIDTHS: Final = (20, 16, 14, 12, 50, 50, 50, 40)


def machine_codebook(outline: Outline) -> Sheet:
    """The codebook with headers that are the same in all languages."""
    texts = [f"text_{language}" for language in LANGUAGES]
    values = [f"values_{language}" for language in LANGUAGES]
    headers = ("column", "code", "block", "kind", *texts, *values)
    return Sheet("codebook", headers, list(_rows(outline)), _WIDTHS, wraps=True)


def codebook(outline: Outline, say: Say) -> Sheet:
    """The codebook with headers in words."""
    names = [say(f"language-{language}") for language in LANGUAGES]
    headers = (
        *(say(key) for key in ("column", "code", "block", "kind")),
        *(say("text-in", language=name) for name in names),
        *(say("values-in", language=name) for name in names),
    )
    return Sheet(say("codebook"), headers, list(_rows(outline)), _WIDTHS, wraps=True)


def _rows(outline: Outline) -> Iterator[list[Cell]]:
    for code, question in outline.questions.items():
        yield [
            QUESTION_PREFIX + code,
            code,
            outline.sections[code].code,
            question.kind.value,
            *(question.text[language] for language in LANGUAGES),
            *(_values(question, language) for language in LANGUAGES),
        ]
    for convention in CONVENTIONS:
        texts = [convention[language] for language in LANGUAGES]
        yield [None, None, None, None, *texts, None, None, None]


def _values(question: Question, language: str) -> str:
    pairs = _labels(question, language)
    if question.optional:
        pairs[SKIPPED] = label("value", SKIPPED, language)
    return "; ".join(f"{code} = {meaning}" for code, meaning in pairs.items())


def _labels(question: Question, language: str) -> dict[str, str]:
    match question.kind:
        case Kind.SCALE | Kind.CHOICE:
            options = (*question.options, *question.extras)
            return {option.code: option.label[language] for option in options}
        case Kind.YES_NO:
            codes: tuple[str, ...] = (YES, NO, UNSURE)
        case Kind.LIKELIHOOD:
            codes = ("0", str(LIKELIHOOD_MAX))
        case Kind.TEXT:
            codes = (WRITTEN,)
        case Kind.NUMBER:
            return {"…": label("value", "number", language)}
    return {code: label("value", code, language) for code in codes}
