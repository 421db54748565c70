"""The interface's words in three languages, from Fluent files that are checked at start."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from content.tree import ContentError, Faults, Mark
from domain.languages import LANGUAGES

INTERFACE: Final = Path(__file__).parent / "interface"
CONSENT: Final = ("consent", "survey-consent", "survey-sees", "consent-policy", "button-consent")
LEAD_CONSENT: Final = ("lead-consent", "consent-policy", "button-lead-consent")
"""What is agreed to by those who leave a contact."""
LANGUAGE_NAMES: Final[Mapping[str, str]] = {
    "ru": "Русский",
    "uk": "Українська",
    "en": "English",
}
"""Each language by its own name: they are the same whatever language is spoken."""

Speak = Callable[..., str]
"""Says a line of the interface in one language: `speak("paused", done=3, count=10)`."""


class Texts:
    """All lines of the interface.

    Args:
        bundles: One Fluent bundle for each of LANGUAGES.
        consent_version: A hash of what people consent to, in all languages.
        lead_consent_version: The same of what they consent to with a contact.
        keys: The names of all lines.
    """

    def __init__(
        self,
        bundles: Mapping[str, FluentBundle],
        consent_version: str,
        lead_consent_version: str,
        keys: frozenset[str],
    ) -> None:
        self._bundles = bundles
        self.consent_version = consent_version
        self.lead_consent_version = lead_consent_version
        self.keys = keys
        self._plain: dict[tuple[str, str], str] = {}

    def line(self, language: str, key: str, /, **args: str | float) -> str:
        """One line with its values filled in; the values must be escaped already.

        Raises:
            KeyError: There is no such line, or a value is missing.
        """
        if not args and (plain := self._plain.get((language, key))) is not None:
            return plain
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise KeyError(f"{language}, {key}: {errors[0]}")
        if not args:
            self._plain[language, key] = str(text)
        return str(text)

    def speaker(self, language: str) -> Speak:
        """`line` in one language."""

        def speak(key: str, /, **args: str | float) -> str:
            return self.line(language, key, **args)

        return speak

    def short_date(self, language: str, day: date, today: date) -> str:
        """A day for where there is little room: without its year where that is today's too."""
        told = self.line(language, "date-short", day=str(day.day), month=day.month)
        return told if day.year == today.year else f"{told} {day.year}"

    def date(self, language: str, day: date) -> str:
        """A day as people write it; of a moment, the day in that moment's own time zone."""
        return self.line(language, "date", day=str(day.day), month=day.month, year=str(day.year))


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands, the values it is filled with, and its words as they stand there."""

    mark: Mark
    values: set[str]
    words: str


class _Variables(Visitor):
    """Collects the values that a line is filled with."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - its protocol
        self.names.add(node.id.name)


def load_texts(folder: Path = INTERFACE) -> Texts:
    """Reads the interface's words.

    Args:
        folder: Holds a folder of `.ftl` files for each language.

    Raises:
        ContentError: A file is broken, a line is missing in a language, stands twice, or is
            filled with other values than in the first language.
    """
    faults = Faults()
    bundles: dict[str, FluentBundle] = {}
    lines: dict[str, dict[str, _Line]] = {}
    for language in LANGUAGES:
        lines[language] = {}
        bundles[language] = FluentBundle([language], use_isolating=False)
        for source, text in _files(folder, language):
            _gather(text, source, lines[language], faults)
            bundles[language].add_resource(FluentResource(text))
    _compare(lines, faults)
    faults.check()
    versions = (_hash_of(CONSENT, lines), _hash_of(LEAD_CONSENT, lines))
    return Texts(bundles, *versions, frozenset(lines[LANGUAGES[0]]))


def _files(folder: Path, language: str) -> list[tuple[str, str]]:
    """The files of one language, each with its name for messages."""
    paths = sorted((folder / language).glob("*.ftl"))
    if not paths:
        raise ContentError([f"interface/{language}:1: there is no .ftl file"])
    files = []
    for path in paths:
        source = f"interface/{language}/{path.name}"
        try:
            files.append((source, path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise ContentError([f"{source}:1: the file can't be read: {error}"]) from error
    return files


def _gather(text: str, source: str, lines: dict[str, _Line], faults: Faults) -> None:
    """Adds the lines of one file to those of its language."""
    for entry in FluentParser().parse(text).body:
        start = entry.span.start if entry.span else 0
        mark = Mark(source, text.count("\n", 0, start) + 1)
        if isinstance(entry, Junk):
            faults.add(mark, f"broken Fluent: {entry.annotations[0].message}")
        if not isinstance(entry, Message):
            continue
        if entry.id.name in lines:
            faults.add(mark, f"“{entry.id.name}” stands here twice")
        if entry.value is None:
            faults.add(mark, f"“{entry.id.name}” has no words")
        variables = _Variables()
        variables.visit(entry)
        words = text[start : entry.span.end if entry.span else start].rstrip()
        lines[entry.id.name] = _Line(mark, variables.names, words)


def _hash_of(keys: Sequence[str], lines: Mapping[str, Mapping[str, _Line]]) -> str:
    """What people consent to in some lines, in all languages."""
    consent = hashlib.sha256()
    for language in LANGUAGES:
        for key in keys:
            consent.update(lines[language][key].words.encode())
    return consent.hexdigest()[:16]


def _compare(lines: Mapping[str, Mapping[str, _Line]], faults: Faults) -> None:
    everything = {key: line for own in lines.values() for key, line in own.items()}
    for key, line in everything.items():
        for language in LANGUAGES:
            other = lines[language].get(key)
            if other is None:
                faults.add(line.mark, f"“{key}” is missing in {language}")
            elif other.values != line.values:
                theirs, ours = sorted(other.values), sorted(line.values)
                faults.add(other.mark, f"“{key}” uses {theirs}, at {line.mark} it uses {ours}")
