"""The loader of the interface's words: what it refuses, and what it says of it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.texts import INTERFACE, LANGUAGE_NAMES, Texts, load_texts
from content.tree import ContentError
from domain.languages import LANGUAGES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The product's own files, to be broken."""
    return Path(shutil.copytree(INTERFACE, tmp_path / "interface"))


def file_with(folder: Path, language: str, words: str) -> Path:
    """The file of a language where something stands."""
    return next(
        path
        for path in sorted((folder / language).glob("*.ftl"))
        if words in path.read_text(encoding="utf-8")
    )


def faults_after(folder: Path, language: str, old: str, new: str) -> tuple[str, ...]:
    """What is wrong once `old` reads `new` in one language."""
    path = file_with(folder, language, old)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_texts(folder)
    return caught.value.faults


def line_of(language: str, key: str) -> int:
    """Where a line stands in the product's own file."""
    text = file_with(INTERFACE, language, f"\n{key} =").read_text(encoding="utf-8")
    return text[: text.index(f"\n{key} =") + 1].count("\n") + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_missing_in_one_language(folder: Path, language: str) -> None:
    """Nobody falls back to another language: the bot does not start instead."""
    found = faults_after(folder, language, "\nbutton-resume =", "\nbutton-resumes =")
    others = [code for code in LANGUAGES if code != language]
    assert any(f"“button-resume” is missing in {language}" in line for line in found)
    for other in others:
        assert any(f"“button-resumes” is missing in {other}" in line for line in found)
    assert all(line.startswith("interface/") for line in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_misspelt_in_one_language(folder: Path, language: str) -> None:
    """Otherwise people would read “{$dome}”; both places are named."""
    found = faults_after(folder, language, "{ $done }", "{ $dome }")
    assert len(found) >= 1
    assert all(
        "“paused”" in line or "“progress”" in line or "“conflict”" in line for line in found
    )
    assert any("'dome'" in line and "'done'" in line for line in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_twice(folder: Path, language: str) -> None:
    """The second is named with its line."""
    path = folder / language / "questions.ftl"
    count = path.read_text(encoding="utf-8").count("\n") + 1
    with path.open("a", encoding="utf-8") as file:
        file.write("button-resume = Again\n")
    with pytest.raises(ContentError) as caught:
        load_texts(folder)
    assert caught.value.faults == (
        f"interface/{language}/questions.ftl:{count}: “button-resume” stands here twice",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\nbutton-resume = ", "\nbutton resume = "),
        ("{ $done }", "{ $done "),
        ("   *[other] { $count } answers", "    [other] { $count } answers"),
    ],
)
def test_broken_fluent(folder: Path, old: str, new: str) -> None:
    """Syntax faults carry the parser's own words and the line where the entry begins."""
    found = faults_after(folder, "en", old, new)
    assert any("broken Fluent: " in line for line in found), found
    assert all(line.startswith("interface/") for line in found)


def test_a_line_without_words(folder: Path) -> None:
    """An attribute alone is no line: `line` could only fail when somebody needs it."""
    found = faults_after(
        folder, "en", "\nbutton-resume = Continue", "\nbutton-resume =\n    .x = y"
    )
    place = line_of("en", "button-resume")
    assert f"interface/en/questions.ftl:{place}: “button-resume” has no words" in found, found


def test_missing_file(folder: Path) -> None:
    """A language whose file is gone is named, like any other fault."""
    shutil.rmtree(folder / "uk")
    with pytest.raises(ContentError, match=r"interface/uk:1: there is no .ftl file"):
        load_texts(folder)


def test_a_file_that_is_no_text(folder: Path) -> None:
    """The file is named, with what the machine says of it."""
    (folder / "uk" / "menu.ftl").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match=r"interface/uk/menu\.ftl:1: the file can't be read"):
        load_texts(folder)


def test_a_line_in_two_files(folder: Path) -> None:
    """Which of the two would count nobody could tell."""
    with (folder / "en" / "start.ftl").open("a", encoding="utf-8") as file:
        file.write("button-resume = Again\n")
    with pytest.raises(ContentError, match="“button-resume” stands here twice"):
        load_texts(folder)


def test_an_unknown_line_or_a_missing_value_is_an_error(texts: Texts) -> None:
    """Never words with holes: better no message than “{$count}”."""
    with pytest.raises(KeyError):
        texts.line("en", "no-such-line")
    with pytest.raises(KeyError, match="en, paused"):
        texts.line("en", "paused", done=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_speaker_says_what_line_says(texts: Texts, language: str) -> None:
    """In one language."""
    assert texts.speaker(language)("paused", done=1, count=2) == texts.line(
        language, "paused", done=1, count=2
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", "5 мая 2026"), ("uk", "5 травня 2026"), ("en", "5 May 2026")],
)
def test_date(texts: Texts, language: str, expected: str) -> None:
    """As people write it: no group separator in the year, no leading zero."""
    assert texts.date(language, datetime(2026, 5, 5, tzinfo=UTC)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_months_differ(texts: Texts, language: str) -> None:
    """Twelve names, none of them the default's by accident."""
    said = {texts.date(language, datetime(2026, month, 1, tzinfo=UTC)) for month in range(1, 13)}
    assert len(said) == 12


def test_languages_have_names() -> None:
    """Each by its own name, whatever language is spoken."""
    assert tuple(LANGUAGE_NAMES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["consent", "consent-policy", "button-consent"])
def test_consent_version_follows_its_words(folder: Path, key: str, language: str) -> None:
    """Whoever agreed agreed to these words: another wording is another version."""
    before = load_texts(folder).consent_version
    path = folder / language / "start.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"\n{key} = ", f"\n{key} = Well, "), encoding="utf-8")
    assert load_texts(folder).consent_version != before


def test_consent_version_follows_a_second_line_too(folder: Path) -> None:
    """A long text is broken into lines some day; those count as well."""
    path = folder / "en" / "start.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nconsent = ", "\nconsent =\n    "), encoding="utf-8")
    before = load_texts(folder).consent_version
    changed = path.read_text(encoding="utf-8").replace("<b>Your data.</b>", "<b>Our data.</b>")
    path.write_text(changed, encoding="utf-8")
    assert load_texts(folder).consent_version != before


def test_consent_version_stays_with_other_words(folder: Path, texts: Texts) -> None:
    """A new button elsewhere asks nobody to agree again."""
    path = folder / "en" / "questions.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nbutton-resume = ", "\nbutton-resume = Now "), encoding="utf-8")
    assert load_texts(folder).consent_version == texts.consent_version
