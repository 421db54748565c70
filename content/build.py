"""From a tree to an instrument, checking all of it on the way."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import inf, isfinite
from typing import Final, TypeVar

from content.tree import Faults, Form, Mark, Node
from domain.languages import LANGUAGES, Text
from domain.questionnaire import (
    LIKELIHOOD_MAX,
    NOT_APPLICABLE,
    SKIPPED,
    UNKNOWN,
    WRITTEN,
    Condition,
    Instrument,
    Kind,
    Mode,
    Option,
    Question,
    Scoring,
    Section,
    Variant,
)

E = TypeVar("E", bound=StrEnum)

CODE: Final = re.compile(r"[a-z0-9][a-z0-9_.]*")
MAX_CODE: Final = 16
MAX_OPTION_CODE: Final = 24
"""Longest codes; with them a button's data stays under Telegram's 64 bytes."""
MAX_MEANING: Final = 40
MIN_CHOICE: Final = 2
MIN_BLOCKS: Final = 3
MAX_BLOCKS: Final = 10
"""A radar of fewer axes is no figure, of more it can't be read."""
MAX_CHOICE: Final = 24
"""Most answers of a choice: numbered, four a row, they stay on one screen."""
PROFILE: Final = ("role", "size", "industry", "mode")
EXTRAS: Final = (UNKNOWN, NOT_APPLICABLE)
RESERVED: Final = (SKIPPED, WRITTEN)
"""Stand in stored answers for something else than a choice."""
MAX_LEVELS: Final = 8
"""A row of a Telegram keyboard holds eight buttons."""

LIMITS: Final[Mapping[str, int]] = {
    "title": 60,
    "axis": 16,
    "name": 28,
    "label": 60,
    "about": 600,
    "text": 300,
    "hint": 300,
    "level": 200,
    "step": 300,
    "strength": 160,
    "zone": 160,
    "cheer": 120,
}
"""Most characters of each kind of text. Together they keep every screen under Telegram's 4096
and every picture legible; tests hold the sum against the real screens."""


def build_text(node: Node | None, limit: str, faults: Faults) -> Text:
    """A wording in all languages, none missing, none longer than its limit."""
    if node is None:
        return dict.fromkeys(LANGUAGES, "")
    wording: dict[str, str] = {}
    with Form(node, f"“{limit}”", faults) as form:
        for language in LANGUAGES:
            wording[language] = text = form.word(language)
            if len(text) > LIMITS[limit]:
                line = form.node(language)
                faults.add(
                    line.mark if line else form.mark,
                    f"“{limit}” has {len(text)} characters in {language}, "
                    f"at most {LIMITS[limit]} fit",
                )
    return wording


def build_code(form: Form, name: str = "code", longest: int = MAX_CODE) -> str:
    """A stable identifier."""
    code = form.word(name)
    if code and (len(code) > longest or not CODE.fullmatch(code)):
        form.faults.add(
            form.mark,
            f"“{code}” is no code: use a-z, 0-9, “_” and “.”, at most {longest} characters",
        )
    return code


def build_options(nodes: Sequence[Node], what: str, faults: Faults) -> tuple[Option, ...]:
    """Labels with codes, no code twice."""
    options: list[Option] = []
    for node in nodes:
        with Form(node, what, faults) as form:
            code = build_code(form, longest=MAX_OPTION_CODE)
            label = build_text(form.node("label"), "label", faults)
        if any(option.code == code for option in options):
            faults.add(node.mark, f"{what} “{code}” stands here twice")
        options.append(Option(code, label))
    return tuple(options)


def build_instrument(
    root: Node,
    version: str,
    faults: Faults,
    profile: Mapping[str, Sequence[Option]] | None = None,
) -> Instrument:
    """The instrument that a merged tree describes.

    Args:
        root: The whole tree, included files in place.
        version: The hash of that tree.
        faults: Collects everything that is wrong; the result is only good without any.
        profile: What is offered to the questions about the person, by their codes; None for a
            stored version, which may name what was offered in its time.
    """
    return _Builder(faults, profile or {}).instrument(root, version)


class _Builder:
    def __init__(self, faults: Faults, profile: Mapping[str, Sequence[Option]]) -> None:
        self.faults = faults
        self.known = {code: {o.code for o in options} for code, options in profile.items()}
        self.known["mode"] = set(Mode)
        self.scales: dict[str, tuple[Option, ...]] = {}
        self.extras: tuple[Option, ...] = ()
        self.earlier: dict[str, Question] = {}
        self.places: dict[str, Mark] = {}

    def instrument(self, root: Node, version: str) -> Instrument:
        with Form(root, "the instrument", self.faults) as form:
            for name, node in form.entries("scales"):
                self.scales[name] = self.scale(name, node)
            self.extras = build_options(form.items("extras"), "an extra answer", self.faults)
            for extra in self.extras:
                if extra.code not in EXTRAS:
                    self.faults.add(
                        form.mark, f"extra answer “{extra.code}”: known are {', '.join(EXTRAS)}"
                    )
            sections = [self.section(node) for node in form.items("sections", required=True)]
            instrument = Instrument(
                id=build_code(form, "id"),
                version=version,
                meaning=self.meaning(form),
                title=build_text(form.node("title"), "title", self.faults),
                about=build_text(form.node("about"), "about", self.faults),
                scoring=self.one_of(Scoring, form, "scoring"),
                profile=self.flag(form, "profile"),
                sections=tuple(sections),
                express=frozenset(self.express(form.items("express"))),
            )
            self.check_sections(form, instrument)
        return instrument

    def meaning(self, form: Form) -> str:
        word = form.word("meaning")
        if len(word) > MAX_MEANING:
            self.faults.add(form.mark, f"“meaning” may have at most {MAX_MEANING} characters")
        return word

    def scale(self, name: str, node: Node) -> tuple[Option, ...]:
        if isinstance(node.value, str | Mapping) or not (
            MIN_CHOICE <= len(node.value) <= MAX_LEVELS
        ):
            self.faults.add(
                node.mark, f"scale “{name}” must list {MIN_CHOICE} to {MAX_LEVELS} labels"
            )
            return ()
        return tuple(
            Option(str(number), build_text(label, "label", self.faults))
            for number, label in enumerate(node.value, start=1)
        )

    def section(self, node: Node) -> Section:
        with Form(node, "a section", self.faults) as form:
            code = build_code(form)
            scored = self.flag(form, "scored")
            texts = {
                field: build_text(own, field, self.faults)
                for field in ("title", "axis", "strength", "zone", "cheer")
                if (own := form.node(field, required=scored and field in {"title", "axis"}))
            }
            questions = tuple(self.question(q) for q in form.items("questions", required=True))
        if not questions:
            self.faults.add(node.mark, f"section “{code}” has no questions")
        return Section(code=code, questions=questions, scored=scored, **texts)

    def question(self, node: Node) -> Question:
        with Form(node, "a question", self.faults) as form:
            code = build_code(form)
            what = f"question “{code}”"
            form.what = what
            if code in self.places:
                self.faults.add(node.mark, f"{what} stands at {self.places[code]} already")
            if code in PROFILE:
                self.faults.add(node.mark, f"“{code}” is a reserved name")
            kind = self.one_of(Kind, form, "kind", Kind.SCALE)
            text = build_text(form.node("text"), "text", self.faults)
            scale = form.word("scale", "") if kind is Kind.SCALE else ""
            question = Question(
                code=code,
                kind=kind,
                text=text,
                name=build_text(form.node("name"), "name", self.faults),
                hint=self.optional_text(form, "hint"),
                levels=self.levels(form),
                step=self.optional_text(form, "step"),
                options=self.options(form, kind, scale),
                extras=self.extras if kind is Kind.SCALE else (),
                optional=self.flag(form, "optional"),
                when=self.conditions(form),
                variants=tuple(self.variant(v) for v in form.items("variants")),
                low=self.number(form, "low") if kind is Kind.NUMBER else None,
                high=self.number(form, "high") if kind is Kind.NUMBER else None,
            )
        if question.low is not None and question.high is not None and question.low > question.high:
            self.faults.add(node.mark, f"{what}: “low” is above “high”")
        for level in question.levels:
            if kind is Kind.SCALE and not 1 <= level <= len(question.options):
                self.faults.add(node.mark, f"{what} describes level {level}, which it lacks")
        self.earlier[code] = question
        self.places[code] = node.mark
        return question

    def options(self, form: Form, kind: Kind, scale: str) -> tuple[Option, ...]:
        if kind is Kind.CHOICE:
            options = build_options(form.items("options", required=True), "an option", self.faults)
            if len(options) < MIN_CHOICE:
                self.faults.add(form.mark, f"{form.what} needs two options or more")
            if len(options) > MAX_CHOICE:
                self.faults.add(
                    form.mark,
                    f"{form.what} offers {len(options)} options, at most {MAX_CHOICE} fit",
                )
            for option in options:
                if option.code in RESERVED:
                    self.faults.add(form.mark, f"option “{option.code}” is a reserved name")
            return options
        if kind is not Kind.SCALE:
            return ()
        if not scale and len(self.scales) == 1:
            return next(iter(self.scales.values()))
        if scale not in self.scales:
            known = ", ".join(self.scales) or "none"
            self.faults.add(form.mark, f"{form.what}: no scale “{scale}”; there are: {known}")
        return self.scales.get(scale, ())

    def levels(self, form: Form) -> Mapping[int, Text]:
        levels: dict[int, Text] = {}
        for key, node in form.entries("levels"):
            if not re.fullmatch(r"[0-9]{1,2}", key):
                self.faults.add(node.mark, f"“{key}” is no level")
                continue
            levels[int(key)] = build_text(node, "level", self.faults)
        return levels

    def variant(self, node: Node) -> Variant:
        with Form(node, "a variant", self.faults) as form:
            return Variant(
                when=self.conditions(form),
                text=build_text(form.node("text"), "text", self.faults),
            )

    def conditions(self, form: Form) -> tuple[Condition, ...]:
        return tuple(self.condition(reference, node) for reference, node in form.entries("when"))

    def condition(self, reference: str, node: Node) -> Condition:
        question = self.earlier.get(reference)
        if reference not in PROFILE and question is None:
            self.faults.add(node.mark, f"“when” names “{reference}”, which is not asked before")
        values = self.values(node)
        known = set(question.tokens) if question else self.known.get(reference)
        if values is not None and known is not None:
            for value in sorted(values - known):
                self.faults.add(node.mark, f"“{reference}” has no answer “{value}”")
        return Condition(reference, values)

    def values(self, node: Node) -> frozenset[str] | None:
        """`answered`, a range such as `0-6`, one value, or a list of values."""
        if isinstance(node.value, Mapping):
            self.faults.add(node.mark, "a condition is a value, a range or a list of values")
            return frozenset()
        if not isinstance(node.value, str):
            return frozenset(str(child.value) for child in node.value)
        if node.value == "answered":
            return None
        if span := re.fullmatch(r"(\d+)-(\d+)", node.value):
            low, high = int(span[1]), int(span[2])
            if not low <= high <= LIKELIHOOD_MAX:
                self.faults.add(node.mark, f"“{node.value}” is no range of answers")
            return frozenset(str(n) for n in range(low, min(high, LIKELIHOOD_MAX) + 1))
        return frozenset({node.value})

    def express(self, nodes: Sequence[Node]) -> Sequence[str]:
        codes: list[str] = []
        for node in nodes:
            code = str(node.value)
            if code not in self.earlier:
                self.faults.add(node.mark, f"express names question “{code}”, which is missing")
            if code in codes:
                self.faults.add(node.mark, f"express names question “{code}” twice")
            codes.append(code)
        return codes

    def check_sections(self, form: Form, instrument: Instrument) -> None:
        codes = [section.code for section in instrument.sections]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            self.faults.add(form.mark, f"section “{code}” stands here twice")
        if instrument.scoring is not Scoring.BLOCKS:
            return
        if not MIN_BLOCKS <= len(instrument.blocks) <= MAX_BLOCKS:
            self.faults.add(
                form.mark,
                f"scoring by blocks needs {MIN_BLOCKS} to {MAX_BLOCKS} sections with "
                f"“scored: yes”, here are {len(instrument.blocks)}",
            )
        for block in instrument.blocks:
            for question in block.questions:
                if question.kind is not Kind.SCALE:
                    self.faults.add(
                        self.places[question.code],
                        f"question “{question.code}” stands in a scored block: only kind "
                        "“scale” has a score there",
                    )
            if instrument.express and not any(
                question.code in instrument.express for question in block.questions
            ):
                self.faults.add(form.mark, f"express leaves block “{block.code}” without items")

    def optional_text(self, form: Form, name: str) -> Text | None:
        node = form.node(name, required=False)
        return None if node is None else build_text(node, name, self.faults)

    def flag(self, form: Form, name: str) -> bool:
        word = form.word(name, "no")
        if word not in {"yes", "no"}:
            self.faults.add(form.mark, f"“{name}” must be yes or no")
        return word == "yes"

    def number(self, form: Form, name: str) -> float | None:
        word = form.word(name, "")
        try:
            number = float(word) if word else None
        except ValueError:
            number = inf
        if number is not None and not isfinite(number):
            self.faults.add(form.mark, f"“{name}” must be a number")
            return None
        return number

    def one_of(self, kinds: type[E], form: Form, name: str, default: E | None = None) -> E:
        word = form.word(name, default)
        try:
            return kinds(word)
        except ValueError:
            if word:
                known = ", ".join(kinds)
                self.faults.add(form.mark, f"{name} “{word}” is not known; there are: {known}")
            return next(iter(kinds))
