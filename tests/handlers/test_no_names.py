"""Code knows kinds, content knows instruments (docs/adr/0009-kinds.md)."""

import ast
from pathlib import Path

from content.library import load_library
from handlers.moves import DEFAULT_TEST

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage")


def test_no_instrument_is_named_in_the_code() -> None:
    """Only the one that is offered where none is named; all others are found by what they are."""
    named = {*load_library().instruments} - {DEFAULT_TEST}
    assert len(named) > 1
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in named
    ]
    assert found == []
