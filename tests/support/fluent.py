"""The interface's lines as they stand in their files: which values each is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    Message,
    NumberLiteral,
    SelectExpression,
    VariableReference,
    Variant,
)
from fluent.syntax.visitor import Visitor

from content.texts import INTERFACE

COUNTS = (0, 1, 2, 4, 5, 11, 21, 100)
"""Each falls into another plural form in one of the languages."""


@dataclass
class Line:
    """One line of the interface.

    Attributes:
        values: Everything it is filled with.
        counted: What chooses among plural forms.
        named: What chooses among words, with the words.
        forms: The plural forms given for each counted value, one set a choice.
    """

    values: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    named: dict[str, set[str]] = field(default_factory=dict)
    forms: list[frozenset[str]] = field(default_factory=list)


class _Reader(Visitor):
    """Walks through one message."""

    def __init__(self) -> None:
        self.line = Line()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - its protocol
        self.line.values.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 - its protocol
        if not isinstance(node.selector, VariableReference):
            raise TypeError(f"what chooses is no value: {node.selector}")
        name = node.selector.id.name
        forms = {_key(variant) for variant in node.variants}
        if forms <= {"zero", "one", "two", "few", "many", "other"}:
            self.line.counted.add(name)
            self.line.forms.append(frozenset(forms))
        elif all(isinstance(v.key, NumberLiteral) or v.default for v in node.variants):
            self.line.counted.add(name)
        else:
            self.line.named[name] = forms
        self.generic_visit(node)


def _key(variant: Variant) -> str:
    key = variant.key
    return str(key.value if isinstance(key, NumberLiteral) else key.name)


@cache
def lines(language: str) -> Mapping[str, Line]:
    """All lines of one language by their names."""
    found: dict[str, Line] = {}
    for path in sorted((INTERFACE / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                reader = _Reader()
                reader.visit(entry)
                found[entry.id.name] = reader.line
    return found
