"""All content, read once and checked at start."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from content.build import build_instrument
from content.fields import build_options, build_text
from content.tree import (
    ContentError,
    Faults,
    Form,
    Mark,
    Node,
    canonical,
    from_plain,
    merged,
    read_yaml,
)
from domain.kinds import Group
from domain.languages import Text
from domain.questionnaire import Instrument, Option

CONTENT: Final = Path(__file__).parent
VERSION_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """One of the optional taps about the person: its code, wording and answers."""

    code: str
    text: Text
    options: tuple[Option, ...]

    def label(self, code: str | None, language: str) -> str:
        """An answer in words; empty where it was skipped or is no longer offered."""
        return next((o.label[language] for o in self.options if o.code == code), "")


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation that results call for: its code, its name and what to do."""

    code: str
    title: Text
    text: Text


@dataclass
class Library:
    """The instruments and profile questions that are offered, and older versions on request.

    Attributes:
        instruments: Current versions by id, by group as in the list of tests, in its order there.
        sources: Their merged content as canonical JSON, by version.
        profile: The questions about the person, in order.
        advice: The recommendations, in order.
    """

    instruments: Mapping[str, Instrument]
    sources: Mapping[str, str]
    profile: tuple[ProfileQuestion, ...]
    advice: tuple[Advice, ...] = ()
    _older: dict[str, Instrument] = field(default_factory=dict)

    def version(self, version: str, source: str) -> Instrument:
        """The instrument at a stored version.

        Args:
            version: Its hash.
            source: Its merged content as stored, canonical JSON.

        Raises:
            ContentError: The stored content can't be used by this release.
        """
        for instrument in self.instruments.values():
            if instrument.version == version:
                return instrument
        if version not in self._older:
            faults = Faults()
            tree = from_plain(json.loads(source), f"stored version {version}")
            instrument = build_instrument(tree, version, faults)
            # It was right when it was stored. A rule that came later must not lock out those
            # who are in the middle of it; only what has no questions at all can't be used.
            if not instrument.questions:
                faults.check()
            self._older[version] = instrument
        return self._older[version]

    def source(self, version: str) -> str:
        """The merged content of a current version, canonical JSON."""
        return self.sources[version]

    def knows(self, version: str) -> bool:
        """Whether this version can be had without its stored source."""
        return version in self.sources or version in self._older

    def known(self, version: str) -> Instrument:
        """An instrument for which `knows` holds."""
        return self.version(version, self.sources.get(version, ""))


def load_library(overlay: Path | None = None) -> Library:
    """Reads everything under `content/` and what an operator lays over it.

    Args:
        overlay: CONTENT_DIR: `<id>/instrument.yaml` adds or replaces a whole instrument,
            `<id>.yaml` replaces single wordings by code and language.

    Raises:
        ContentError: With every fault found, each with file and line.
    """
    faults = Faults()
    trees = _instrument_trees(CONTENT / "instruments", CONTENT, faults)
    if overlay is not None:
        if not overlay.is_dir():
            raise ContentError([f"{overlay}:1: CONTENT_DIR is not a folder"])
        _name_misnamed(overlay, faults)
        trees |= _instrument_trees(overlay, overlay, faults)
        for path in sorted(overlay.glob("*.yaml")):
            _lay_over(trees, path, overlay, faults)
    profile = _profile(faults)
    offered = {question.code: question.options for question in profile}
    advice = _advice(faults)
    advised = [one.code for one in advice]
    instruments: dict[str, Instrument] = {}
    sources: dict[str, str] = {}
    for name, tree in trees.items():
        source = canonical(tree)
        version = hashlib.sha256(source.encode()).hexdigest()[:VERSION_LENGTH]
        instrument = build_instrument(tree, version, faults, offered, advised)
        if instrument.id != name:
            faults.add(tree.mark, f"its id is “{instrument.id}”, its folder “{name}”")
        instruments[instrument.id] = instrument
        sources[version] = source
    groups = list(Group)
    in_order = sorted(
        instruments.values(), key=lambda one: (groups.index(one.group), one.order, one.id)
    )
    library = Library({one.id: one for one in in_order}, sources, profile, advice)
    faults.check()
    return library


def _advice(faults: Faults) -> tuple[Advice, ...]:
    tree = read_yaml(CONTENT / "advice.yaml", CONTENT, faults)
    if tree is None:
        return ()
    advice: list[Advice] = []
    with Form(tree, "the advice", faults) as form:
        for code, node in form.entries("advice"):
            with Form(node, f"advice “{code}”", faults) as own:
                title = build_text(own.node("title"), "title", faults)
                text = build_text(own.node("text"), "advice", faults)
            advice.append(Advice(code, title, text))
    return tuple(advice)


def _instrument_trees(folder: Path, root: Path, faults: Faults) -> dict[str, Node]:
    trees: dict[str, Node] = {}
    # Whatever folder holds content must hold an instrument: a misnamed one is not passed over.
    for own in sorted({path.parent for path in folder.glob("[!.]*/*.yaml")}):
        tree = read_yaml(own / "instrument.yaml", root, faults)
        if tree is not None:
            trees[own.name] = _with_files(tree, own, root, faults)
    return trees


def _name_misnamed(overlay: Path, faults: Faults) -> None:
    """Content under a name that nobody reads would be missed without a word."""
    for path in sorted([*overlay.glob("[!.]*.yml"), *overlay.glob("[!.]*/*.yml")]):
        mark = Mark(str(path.relative_to(overlay)), 1)
        faults.add(mark, "the file is not read; its name must end in “.yaml”")


def _with_files(tree: Node, folder: Path, root: Path, faults: Faults) -> Node:
    """The tree with `file: name.yaml` among its sections replaced by that file."""
    if not isinstance(tree.value, Mapping) or "sections" not in tree.value:
        return tree
    sections = tree.value["sections"]
    if isinstance(sections.value, str | Mapping):
        return tree
    resolved: list[Node] = []
    for section in sections.value:
        if not isinstance(section.value, Mapping) or "file" not in section.value:
            resolved.append(section)
            continue
        rest = {key: node for key, node in section.value.items() if key != "file"}
        name = _word(section, "file")
        if not name:
            faults.add(section.mark, "“file” must be the name of a file")
            continue
        if Path(name).name != name:
            faults.add(section.mark, f"“{name}” must stand in the instrument's own folder")
            continue
        included = read_yaml(folder / name, root, faults)
        if included is not None:
            resolved.append(merged(included, Node(rest, included.mark)))
    return Node({**tree.value, "sections": Node(resolved, sections.mark)}, tree.mark)


def _lay_over(trees: dict[str, Node], path: Path, root: Path, faults: Faults) -> None:
    over = read_yaml(path, root, faults)
    if over is None:
        return
    base = trees.get(path.stem)
    if base is None:
        faults.add(over.mark, f"there is no instrument “{path.stem}” to lay this over")
        return
    with Form(over, "an overlay", faults) as form:
        change = form.word("change")
        if change not in {"wording", "meaning"}:
            faults.add(over.mark, "“change” must be wording or meaning")
        texts = {name: form.node(name, required=False) for name in ("title", "about")}
        if change == "meaning":
            texts["meaning"] = form.node("meaning")
        over_top = Node({name: node for name, node in texts.items() if node}, over.mark)
        sections = dict(form.entries("sections"))
        questions = dict(form.entries("questions"))
    trees[path.stem] = _replaced(merged(base, over_top), sections, questions)
    own = _list(base, "sections")
    for what, named, nodes in (
        ("section", sections, own),
        ("question", questions, [q for section in own for q in _list(section, "questions")]),
    ):
        for code in sorted(named.keys() - {_word(node, "code") for node in nodes}):
            faults.add(named[code].mark, f"instrument “{path.stem}” has no {what} “{code}”")
    meaning = texts.get("meaning")
    if meaning is not None and meaning.value == _word(base, "meaning"):
        faults.add(meaning.mark, f"“meaning” must be another than “{meaning.value}”")


def _list(tree: Node, name: str) -> Sequence[Node]:
    """A list among the fields; what is malformed is named when the instrument is built."""
    field = tree.value.get(name) if isinstance(tree.value, Mapping) else None
    return () if field is None or isinstance(field.value, str | Mapping) else field.value


def _word(tree: Node, name: str) -> str:
    field = tree.value.get(name) if isinstance(tree.value, Mapping) else None
    return field.value if field is not None and isinstance(field.value, str) else ""


def _replaced(tree: Node, sections: Mapping[str, Node], questions: Mapping[str, Node]) -> Node:
    """The tree with what is laid over its sections and questions, each with its own place."""

    def over(node: Node, named: Mapping[str, Node]) -> Node:
        above = named.get(_word(node, "code"))
        return merged(node, above) if above else node

    def over_section(section: Node) -> Node:
        changed = [over(question, questions) for question in _list(section, "questions")]
        return over(_with_list(section, "questions", changed), sections)

    changed = [over_section(section) for section in _list(tree, "sections")]
    return _with_list(tree, "sections", changed)


def _with_list(tree: Node, name: str, nodes: Sequence[Node]) -> Node:
    """The tree with another list in this field; without such a field, as it is."""
    if not isinstance(tree.value, Mapping) or not nodes:
        return tree
    return Node({**tree.value, name: Node(nodes, tree.value[name].mark)}, tree.mark)


def _profile(faults: Faults) -> tuple[ProfileQuestion, ...]:
    tree = read_yaml(CONTENT / "profile.yaml", CONTENT, faults)
    questions: list[ProfileQuestion] = []
    if tree is None:
        return ()
    with Form(tree, "the profile", faults) as form:
        for code in ("role", "size", "industry"):
            node = form.node(code)
            if node is None:
                continue
            with Form(node, f"profile question “{code}”", faults) as question:
                questions.append(_profile_question(code, question, faults))
    return tuple(questions)


def _profile_question(code: str, form: Form, faults: Faults) -> ProfileQuestion:
    return ProfileQuestion(
        code=code,
        text=build_text(form.node("text"), "text", faults),
        options=build_options(form.items("options", required=True), "an option", faults),
    )
