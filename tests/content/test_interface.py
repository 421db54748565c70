"""Every line of the interface in three languages: filled, in the right form, in good marks."""

import re
from itertools import product

import pytest

from content.texts import Texts, load_texts
from domain.languages import LANGUAGES
from preview.markup import parse_html, utf16_length
from tests.support.fluent import COUNTS, Line, lines

KEYS = sorted(load_texts().keys)
FORMS = {"ru": {"one", "few", "many"}, "uk": {"one", "few", "many"}, "en": {"one", "other"}}
TOAST = 200
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
COMMAND = 256


def said(texts: Texts, language: str, key: str) -> list[str]:
    """A line with every number and every word that chooses a form."""
    line = lines(language)[key]
    names = sorted(line.values)
    choices = [_values(line, name) for name in names]
    return [
        texts.line(language, key, **dict(zip(names, row, strict=True)))
        for row in product(*choices)
    ]


def _values(line: Line, name: str) -> tuple[str | int, ...]:
    if name in line.counted:
        return COUNTS
    if name in line.named:
        return tuple(sorted(line.named[name]))
    return (f"«{name}»",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines(texts: Texts, language: str) -> None:
    """Nothing empty, no hole, no doubled space, valid HTML, every value in its place."""
    for key, line in lines(language).items():
        shown = line.values - line.named.keys() - line.counted
        for text in said(texts, language, key):
            assert text.strip() == text != "", key
            assert not re.search(r"[{}]|\$[a-z]|\?\?\?", text), (key, text)
            assert "  " not in text.replace("\n    ", "\n"), (key, text)
            parse_html(text)
            for name in shown:
                assert f"«{name}»" in text, (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms(language: str) -> None:
    """Every plural form that the language has is given, none that it has not.

    A line may do with `one` and `other` where the other forms read the same (a genitive).
    """
    counted = {key: forms for key, line in lines(language).items() for forms in line.forms}
    assert len(counted) >= 7, "the scan has gone blind"
    allowed = (FORMS[language], {"one", "other"})
    assert {key: forms for key, forms in counted.items() if forms not in allowed} == {}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "ответов ответ ответа ответа ответов ответов ответ ответов"),
        (
            "uk",
            "відповідей відповідь відповіді відповіді відповідей відповідей відповідь відповідей",
        ),
        ("en", "answers answer answers answers answers answers answers answers"),
    ],
)
def test_answers_counted(texts: Texts, language: str, forms: str) -> None:
    """Word by word, for the line that everybody sees at the end."""
    said = [texts.line(language, "done-line", title="T", count=n) for n in COUNTS]
    for n, form, text in zip(COUNTS, forms.split(), said, strict=True):
        assert f": {n} {form}." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_goes_with_its_word(texts: Texts, language: str) -> None:
    """21 is declined as 1, 11 as 5, 4 as 2 — in Russian and Ukrainian, in every counted line."""
    for key, line in lines(language).items():
        if not any(forms == FORMS[language] for forms in line.forms):
            continue
        fixed: dict[str, str | int] = {name: f"«{name}»" for name in line.values}
        for name in line.counted:
            word = {
                n: texts.line(
                    language, key, **{**fixed, **dict.fromkeys(line.counted, 7), name: n}
                ).replace(str(n), "#", 1)
                for n in COUNTS
            }
            if language == "en":
                assert word[0] == word[2] == word[11] == word[21] == word[100] != word[1], key
            elif len({word[1], word[2], word[5]}) > 1:
                assert word[1] == word[21], key
                assert word[2] == word[4], key
                assert word[0] == word[5] == word[11] == word[100], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_limits_of_telegram(texts: Texts, language: str) -> None:
    """What is set once at start or shown for a moment fits where it goes."""
    for key in KEYS:
        longest = max(utf16_length(text) for text in said(texts, language, key))
        if key.startswith("toast-"):
            assert longest <= TOAST, key
        elif key.startswith("command-"):
            assert 1 <= longest <= COMMAND, key
        elif key == "bot-description":
            assert longest <= DESCRIPTION
        elif key == "bot-short-description":
            assert longest <= SHORT_DESCRIPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_and_toasts_are_plain(texts: Texts, language: str) -> None:
    """They show no HTML, so they must hold none, nor an escaped character."""
    for key in KEYS:
        if key.startswith(("button-", "toast-")):
            assert all(not re.search(r"[<>&]", text) for text in said(texts, language, key)), key


QUOTES = {"ru": "«»", "uk": "«»", "en": "“”"}
FOREIGN = {"ru": "[ґєії]", "uk": "[ёъыэ]", "en": "[а-яёґєії]"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks(texts: Texts, language: str) -> None:
    """Each language's own quotes and letters, the curly apostrophe; straight ones nowhere."""
    opening, closing = tuple(QUOTES[language])
    allowed = {opening, closing} | ({"’"} if language != "ru" else set())
    for key, line in lines(language).items():
        fill: dict[str, str | int] = {
            name: 7 if name in line.counted else min(line.named.get(name, {"x"}))
            for name in line.values
        }
        text = re.sub(r"<[^>]*>", "", texts.line(language, key, **fill))
        assert not set(text) & set("\"'`´"), (key, text)
        assert set(text) & set("«»“”„‘’") <= allowed, (key, text)
        assert text.count(opening) == text.count(closing), (key, text)
        assert not re.search(FOREIGN[language], text, re.IGNORECASE), (key, text)
