"""YAML as a tree that remembers where everything stood.

Every scalar stays the text the author typed (`no` is a word, 1.10 is a code), and every node
knows its file and line, so that a fault can be named where it is.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Final, Self

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no message and no table can hold; in a file it can only stand as an escape: "\\x01"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; lines count from 1."""

    source: str
    line: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}"


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping with its place."""

    value: "str | Sequence[Node] | Mapping[str, Node]"
    mark: Mark

    @property
    def plain(self) -> object:
        """The same without places: what is stored and hashed."""
        if isinstance(self.value, Mapping):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, str):
            return self.value
        return [node.plain for node in self.value]


@dataclass(slots=True)
class Faults:
    """Collects everything that is wrong, so that an author sees it all at once."""

    found: list[str] = field(default_factory=list)

    def add(self, mark: Mark, fault: str) -> None:
        """Notes a fault at a place."""
        self.found.append(f"{mark}: {fault}")

    def check(self) -> None:
        """Raises ContentError if anything was found."""
        if self.found:
            raise ContentError(self.found)


class ContentError(Exception):
    """Content that can't be used. Each fault names file, line and what is wrong."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def read_yaml(path: Path, root: Path, faults: Faults) -> Node | None:
    """The tree of a YAML file, or None when it could not be read (noted in `faults`).

    Args:
        path: The file.
        root: The folder that faults name files relative to.
        faults: Collects broken YAML, duplicate keys and unreadable files.
    """
    source = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        faults.add(Mark(source, line), "the file is not UTF-8; save it as UTF-8")
        return None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else str(error)
        faults.add(Mark(source, 1), f"the file can't be read: {reason}")
        return None
    try:
        composed = YAML(typ="rt").compose(StringIO(text))
        if composed is not None:
            return _convert(composed, source, faults)
    except MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        line = place.line + 1 if place else 1
        faults.add(Mark(source, line), f"broken YAML: {error.problem or error.context}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        faults.add(Mark(source, line), f"broken YAML: character {error.character:#06x}")
    except RecursionError:
        faults.add(Mark(source, 1), "nested too deeply or refers to itself")
    else:
        faults.add(Mark(source, 1), "the file is empty")
    return None


def _convert(node: ScalarNode | SequenceNode | MappingNode, source: str, faults: Faults) -> Node:
    mark = Mark(source, node.start_mark.line + 1)
    if isinstance(node, ScalarNode):
        return Node(_written(str(node.value), mark, faults), mark)
    if isinstance(node, SequenceNode):
        return Node([_convert(child, source, faults) for child in node.value], mark)
    entries: dict[str, Node] = {}
    for key, child in node.value:
        place = Mark(source, key.start_mark.line + 1)
        name = _written(str(key.value), place, faults)
        if name in entries:
            faults.add(place, f"“{name}” stands here twice")
        entries[name] = _convert(child, source, faults)
    return Node(entries, mark)


def _written(text: str, mark: Mark, faults: Faults) -> str:
    """The text without signs that can't be written; each is a fault."""
    for sign in sorted(set(_UNWRITABLE.findall(text))):
        faults.add(mark, f"character {ord(sign):#06x} can't be written")
    return _UNWRITABLE.sub("", text)


def from_plain(value: object, source: str) -> Node:
    """The tree of stored content, without lines."""
    mark = Mark(source, 0)
    if isinstance(value, dict):
        return Node({key: from_plain(child, source) for key, child in value.items()}, mark)
    if isinstance(value, list):
        return Node([from_plain(child, source) for child in value], mark)
    return Node(str(value), mark)


def canonical(node: Node) -> str:
    """The content as JSON that is the same for the same content."""
    return json.dumps(node.plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def merged(base: Node, over: Node) -> Node:
    """`base` with what `over` says instead, entry by entry in mappings."""
    if not isinstance(base.value, Mapping) or not isinstance(over.value, Mapping):
        return over
    entries = dict(base.value)
    for key, child in over.value.items():
        entries[key] = merged(entries[key], child) if key in entries else child
    return Node(entries, base.mark)


class Form:
    """A mapping that is read field by field, noting what is missing, wrong or unknown.

    Use as a context manager: on leaving, fields that nobody asked for are noted.
    """

    def __init__(self, node: Node, what: str, faults: Faults) -> None:
        self.mark = node.mark
        self.what = what
        self.faults = faults
        self._asked: set[str] = set()
        self._entries: Mapping[str, Node] = {}
        if isinstance(node.value, Mapping):
            self._entries = node.value
        else:
            faults.add(node.mark, f"{what} must be a mapping of fields")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for name, node in self._entries.items():
            if name not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.faults.add(
                    node.mark, f"{self.what} has no field “{name}”; it may have: {known}"
                )

    def node(self, name: str, *, required: bool = True) -> Node | None:
        """The field as it stands."""
        self._asked.add(name)
        node = self._entries.get(name)
        if node is None and required:
            self.faults.add(self.mark, f"{self.what} lacks “{name}”")
        return node

    def word(self, name: str, default: str | None = None) -> str:
        """A field of one word or line; required unless there is a default."""
        node = self.node(name, required=default is None)
        if node is None:
            return default or ""
        if not isinstance(node.value, str) or not node.value.strip():
            self.faults.add(node.mark, f"“{name}” must be a word or a line of text")
            return default or ""
        return node.value

    def items(self, name: str, *, required: bool = False) -> Sequence[Node]:
        """A field that is a list."""
        node = self.node(name, required=required)
        if node is None:
            return ()
        if isinstance(node.value, str | Mapping):
            self.faults.add(node.mark, f"“{name}” must be a list")
            return ()
        return node.value

    def entries(self, name: str) -> Iterator[tuple[str, Node]]:
        """A field that is a mapping, entry by entry."""
        node = self.node(name, required=False)
        if node is None:
            return
        if not isinstance(node.value, Mapping):
            self.faults.add(node.mark, f"“{name}” must be a mapping")
            return
        yield from node.value.items()
