"""What the codes of an export mean."""

from collections.abc import Iterator, Mapping
from typing import Final

from domain.kinds import Kind, Measure
from domain.languages import LANGUAGES
from domain.questionnaire import NO, READ, SKIPPED, UNSURE, WRITTEN, YES, Question
from storage.export.conventions import conventions
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
            *(_values(question, language, outline) for language in LANGUAGES),
        ]
    for convention in conventions(outline):
        texts = [convention[language] for language in LANGUAGES]
        yield [None, None, None, None, *texts, None, None, None]


def _values(question: Question, language: str, outline: Outline) -> str:
    pairs = _labels(question, language, outline)
    if question.optional:
        pairs[SKIPPED] = label("value", SKIPPED, language)
    return "; ".join(f"{code} = {meaning}" for code, meaning in pairs.items())


def _labels(question: Question, language: str, outline: Outline) -> dict[str, str]:
    match question.kind:
        case Kind.SCALE:
            options = (*question.options, *question.extras)
            return {option.code: option.label[language] for option in options}
        case Kind.CHOICE:
            offered = outline.options[question.code].items()
            return {code: text[language] for code, text in offered}
        case Kind.RATING | Kind.LIKELIHOOD:
            return _ends(question, language)
        case Kind.NUMBER if not outline.is_private:
            return {"…": label("value", "number", language)}
        case _:
            meanings = _CODES[question.kind]
            return {code: label("value", word, language) for code, word in meanings.items()}


def _ends(question: Question, language: str) -> dict[str, str]:
    """What the lowest and the highest answer mean."""
    low, high = question.grades[0], question.grades[-1]
    if question.ends is not None:
        words = [end[language] for end in question.ends]
    elif question.measure is Measure.NPS:
        words = [label("value", str(end), language) for end in (low, high)]
    else:
        words = [label("value", end, language) for end in ("lowest", "highest")]
    return {str(low): words[0], str(high): words[1]}


_CODES: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.YES_NO: {code: code for code in (YES, NO, UNSURE)},
    Kind.TEXT: {WRITTEN: WRITTEN},
    Kind.NUMBER: {WRITTEN: "own-number"},
    Kind.NUMBERS: {WRITTEN: "own-numbers"},
    Kind.JOURNEY: {WRITTEN: "own-journey"},
    Kind.PAGE: {READ: READ},
}
"""Which word explains a code, for the kinds whose answers are always the same."""
