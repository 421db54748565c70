"""Lines of the interface and the code that says them: none missing, none left over."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from content.library import load_library
from content.texts import load_texts
from domain.days import DaysFault
from domain.errors import TableFault
from domain.formulas.outcome import Conflict, Note
from domain.formulas.registry import FORMULAS
from domain.kinds import Group, Mode
from domain.languages import LANGUAGES
from domain.person import Status
from domain.scoring import Level, Verdict
from handlers.drafts import MODES
from handlers.views.audit import CHANGED
from handlers.views.exports import FORMATS
from storage.audit import Action, Who
from tests.support.fluent import lines

ROOT = Path(__file__).parents[2]
KEYS = load_texts().keys
SAYING = {"speak", "line", "notice", "Notice", "_said", "step"}
"""Functions whose string is the name of a line."""
COMMANDS = (
    *("start", "help", "settings", "tests", "results", "cancel"),
    *("privacy", "mydata", "delete", "code", "admin"),
)
FAMILIES: dict[str, set[str]] = {
    "audit-": {*Action},
    "audit-by-": {*Who} - {Who.STAFF},
    "audit-what-": {*CHANGED},
    "level-": {*Level},
    "subtitle-": {*Mode},
    "button-mode-": {*Mode},
    "button-export-": {*FORMATS},
    "command-": {*COMMANDS},
    "campaign-status-": {*Status},
    "campaign-version-": {*MODES},
    "days-": {*DaysFault},
    "formula-": {*FORMULAS},
    "remark-": {*Note},
    "refused-": {*Conflict},
    "table-": {*TableFault},
    "tests-": {*Group, *(f"{group}-about" for group in Group)},
}
"""Names that are put together where they are said."""
SILENT = {Verdict.CONTRASTS}
"""A verdict that is told by the findings themselves."""


@cache
def trees() -> dict[str, ast.Module]:
    """The source of everything that speaks to people."""
    paths = [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]
    paths.append(ROOT / "content" / "texts.py")
    return {str(p.relative_to(ROOT)): ast.parse(p.read_text(encoding="utf-8")) for p in paths}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that says a line, with its place."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in SAYING:
                yield f"{path}:{node.lineno}", node


def strings(node: ast.AST) -> Iterator[str]:
    """The string literals of an expression, f-strings as their beginnings with `{`."""
    for child in ast.walk(node):
        if isinstance(child, ast.JoinedStr):
            first = child.values[0] if child.values else None
            if isinstance(first, ast.Constant) and len(child.values) > 1:
                yield f"{first.value!s}{{"
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


def said_directly() -> Iterator[tuple[str, str, ast.Call]]:
    """Place, name and call where the name of a line stands in the call as a whole."""
    for place, call in calls():
        for argument in call.args:
            branches = (
                [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
            )
            for branch in branches:
                if isinstance(branch, ast.Constant) and isinstance(branch.value, str):
                    yield place, branch.value, call


def test_every_line_that_is_said_exists() -> None:
    """A misspelt name would fail only when somebody gets there."""
    found = [(place, key) for place, key, _ in said_directly() if "-" in key or key in KEYS]
    assert len(found) > 100, "the scan has gone blind"
    assert [(place, key) for place, key in found if key not in KEYS] == []


def test_every_toast_exists() -> None:
    """Toasts and notices are chosen by assignment, away from where they are said."""
    literals = {text for tree in trees().values() for text in strings(tree)}
    named = {
        text for text in literals if text.startswith(("toast-", "notice-")) and text[-1] != "{"
    }
    assert len(named) > 20, "the scan has gone blind"
    assert named - KEYS == set()


def test_every_family_is_whole() -> None:
    """Each level, verdict, mode, format and command has its line; and no line has none."""
    for prefix, members in FAMILIES.items():
        wanted = {f"{prefix}{member}" for member in members}
        assert wanted <= KEYS, prefix
    for prefix in ("level-", "subtitle-", "button-mode-", "command-"):
        found = {key for key in KEYS if key.startswith(prefix)}
        assert {f"{prefix}{member}" for member in FAMILIES[prefix]} == found
    verdicts = {f"verdict-{verdict}" for verdict in set(Verdict) - SILENT}
    assert verdicts == {key for key in KEYS if key.startswith("verdict-")}


def test_families_are_the_ones_in_the_code() -> None:
    """A new family of names must be added above, so that it is checked."""
    found = {
        text[:-1]
        for tree in trees().values()
        for text in strings(tree)
        if text.endswith("-{") and any(key.startswith(text[:-1]) for key in KEYS)
    }
    assert found == {*FAMILIES, "verdict-"}


def test_every_line_is_used() -> None:
    """What nobody says must not be translated and kept."""
    literals = {text for tree in trees().values() for text in strings(tree)}
    made = {f"{prefix}{member}" for prefix, members in FAMILIES.items() for member in members}
    made |= {f"verdict-{verdict}" for verdict in Verdict}
    assert KEYS - literals - made == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_get_their_values(language: str) -> None:
    """Whoever says a line fills all of it: compared name by name in the source."""
    wrong = []
    for place, key, call in said_directly():
        if key not in KEYS or any(keyword.arg is None for keyword in call.keywords):
            continue
        given = {keyword.arg for keyword in call.keywords}
        wanted = lines(language)[key].values
        if not wanted <= given:
            wrong.append((place, key, sorted(wanted - given)))
    assert wrong == []


def test_settings_line_takes_the_profile() -> None:
    """The one line that is filled from a mapping has a value for each profile question."""
    codes = {question.code for question in load_library().profile}
    for language in LANGUAGES:
        assert lines(language)["settings-profile"].values == codes
