"""How the map is worded: marks, letters and words of each language, statement by statement."""

import re
from collections.abc import Iterator, Mapping

import pytest

from content.fields import LIMITS
from content.library import Library, load_library
from domain.kinds import Kind
from domain.languages import LANGUAGES, Text
from domain.questionnaire import Question

QUOTES = {"ru": "«»„“", "uk": "«»„“", "en": "“”‘’"}
FOREIGN = {"ru": "[ґєії]|[a-z]+'[a-z]", "uk": "[ёъыэ]", "en": "[а-яёґєії]"}
EXTENT = {
    "ru": r"\b(регулярн|систематич|активн|постоянно\b)",
    "uk": r"\b(регулярн|систематичн|активн|постійно\b)",
    "en": r"\b(regular(ly)?|systematic(ally)?|active(ly)?|constantly)\b",
}
"""Words of extent: the scale carries it, a statement has none of its own."""
WITHOUT_YO = (
    r"\b(еще|ее|нее|свое|твое|мое|чье|трех|четырех|учет\w*|отчет\w*|счет\w*|расчет\w*|подсчет\w*|"
    r"идет|ведет|дает|берет|придет|найдет|вернет|пройдет|начнет|живет|ждет|растет|поймет|уйдет|"
    r"вперед|легк(ий|ая|ое|ие)|четк\w*|тяжел\w*|надежн\w*|определенн\w*|приобрет\w*н\w*|прием\w*|"
    r"объем\w*|подъем\w*|партнер\w*|актер\w*|черн\w+|зелен\w+|дешев(ый|ая|ое|ые)|веселы\w*)\b"
)
"""Common words that are only right with ё."""
WITHOUT_APOSTROPHE = r"(?:\b|[аеєиіїоуюя])(?!бюджет|бюро)[бпвмф][яюєї]"
"""A labial before я, ю, є, ї needs an apostrophe at a word's beginning and after a vowel."""


def texts() -> Iterator[tuple[str, Text | None]]:
    """Everything that people read in the instruments, advice and profile, with its place."""
    library = load_library()
    for instrument in library.instruments.values():
        yield f"{instrument.id} title", instrument.title
        yield f"{instrument.id} about", instrument.about
        for section in instrument.sections:
            for name in ("title", "axis", "strength", "zone", "cheer"):
                yield f"{instrument.id}/{section.code} {name}", getattr(section, name)
        for question in instrument.questions:
            for place, text in texts_of(question):
                yield f"{instrument.id}/{place}", text
    for advice in library.advice:
        yield f"advice/{advice.code} title", advice.title
        yield f"advice/{advice.code} text", advice.text
    for asked in library.profile:
        yield f"{asked.code} text", asked.text
        for option in asked.options:
            yield f"{asked.code} option {option.code}", option.label


def texts_of(question: Question) -> Iterator[tuple[str, Text | None]]:
    """Everything that people read in one question; a page's text is its heading."""
    heading = "heading" if question.kind is Kind.PAGE else "text"
    yield f"{question.code} {heading}", question.text
    for name in ("name", "hint", "step"):
        yield f"{question.code} {name}", getattr(question, name)
    for level, text in question.levels.items():
        yield f"{question.code} level {level}", text
    for number, variant in enumerate(question.variants):
        yield f"{question.code} variant {number}", variant.text
    for end, text in zip(("low", "high"), question.ends or (), strict=False):
        yield f"{question.code} end {end}", text
    for option in (*question.options, *question.extras):
        yield f"{question.code} option {option.code}", option.label


def taken() -> Iterator[str]:
    """The places of what calculators ask: two that take the same number ask for it alike."""
    for instrument in load_library().instruments.values():
        for section in instrument.sections:
            if section.formula:
                yield from (f"{instrument.id}/{q.code} text" for q in section.questions)


ALL = {place: text for place, text in texts() if text}
TAKEN = frozenset(taken())
SENTENCES = {
    place: text
    for place, text in ALL.items()
    if place.split()[1] in {"text", "hint", "step", "level", "strength", "zone", "cheer", "about"}
}


def found(language: str, pattern: str, among: Mapping[str, Text] = ALL) -> dict[str, str]:
    """The texts of one language that hold the pattern, by place."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return {p: text[language] for p, text in among.items() if compiled.search(text[language])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks(language: str) -> None:
    """The curly apostrophe and the language's own quotes, in pairs; nothing straight, no gaps."""
    assert len(ALL) > 400, "the walk has gone blind"
    own = QUOTES[language] + ("’" if language == "uk" else "")
    foreign = "".join(set("«»„“”‘’") - set(own))
    assert found(language, "[\"'`´\t\n]") == {}
    assert found(language, f"[{foreign}]") == {}
    assert found(language, r" {2}|^ | $| [,.;:!?»”]|[«“] |\.\.\.| - |--") == {}
    outer = "“”" if language == "en" else "«»"
    texts = [text[language] for text in ALL.values()]
    assert [text for text in texts if text.count(outer[0]) != text.count(outer[1])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters(language: str) -> None:
    """No letter of another alphabet has slipped in, and none stands for a look-alike."""
    assert found(language, FOREIGN[language]) == {}
    assert found(language, r"[a-z][а-яёґєії]|[а-яёґєії][a-z]") == {}


def test_yo() -> None:
    """Ё is written wherever it is spoken; half of them would look like mistakes."""
    assert found("ru", WITHOUT_YO) == {}


def test_apostrophe() -> None:
    """Ukrainian: здоров’я, п’ять, ім’я."""
    assert found("uk", WITHOUT_APOSTROPHE) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_finished(language: str) -> None:
    """They begin with a capital (or a number, or a quote) and end with a mark."""
    for place, text in SENTENCES.items():
        assert re.match(r"[«“„]?[A-ZА-ЯЁҐЄІЇ0-9]", text[language]), place
        assert re.search(r"[.?!…][»”]?$", text[language]), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_carry_no_extent(library: Library, language: str) -> None:
    """“We regularly measure — mostly” would ask for the extent twice."""
    statements = [
        q.text[language] for q in library.instruments["map"].questions if q.kind is Kind.SCALE
    ]
    assert len(statements) == 43
    assert [text for text in statements if re.search(EXTENT[language], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_are_short_and_affirmative(library: Library, language: str) -> None:
    """One thing that can be true to an extent: one sentence, no question, no double barrel."""
    for q in library.instruments["map"].questions:
        if q.kind is Kind.SCALE:
            text = q.text[language]
            assert text.endswith("."), text
            assert len(re.findall(r"[.!?](?:\s|$)", text)) == 1, text
            assert len(text) <= 160, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_names(library: Library, language: str) -> None:
    """Short enough for pictures and tables, and told apart."""
    instrument = library.instruments["map"]
    names = [q.name[language] for q in instrument.questions]
    assert all(1 <= len(name) <= LIMITS["name"] == 28 for name in names)
    assert len(set(names)) == len(names)
    axes = [block.axis[language] for block in instrument.blocks if block.axis]
    assert len(set(axes)) == len(axes) == 8
    assert all(len(axis) <= LIMITS["axis"] for axis in axes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_twice(language: str) -> None:
    """No sentence was copied from one item to another and forgotten."""
    told = [
        text[language]
        for place, text in SENTENCES.items()
        if place.split()[1] in {"text", "hint", "step", "level"} and place not in TAKEN
    ]
    assert len(set(told)) == len(told), sorted({text for text in told if told.count(text) > 1})


def test_languages_differ() -> None:
    """Nothing was left untranslated."""
    same = {p: t for p, t in SENTENCES.items() if len(set(t.values())) < len(LANGUAGES)}
    assert same == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["own_nps", "own_enps"])
def test_likelihood_names_both_ends(library: Library, code: str, language: str) -> None:
    """The buttons are bare numbers, so the text says what 0 and 10 mean."""
    text = library.instruments["map"].by_code[code].text[language]
    assert re.search(r"\b0\b", text)
    assert re.search(r"\b10\b", text)
    assert text.index("0") < text.index("10")
