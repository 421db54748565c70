"""From a tree to an instrument, checking all of it on the way."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from math import inf, isfinite
from typing import Any, Final, TypeVar

from content.tree import Faults, Form, Mark, Node
from domain.languages import LANGUAGES, Text
from domain.questionnaire import (
    LAST,
    LIKELIHOOD_MAX,
    NOT_APPLICABLE,
    SKIPPED,
    UNKNOWN,
    WRITTEN,
    Condition,
    Group,
    Instrument,
    Kind,
    Measure,
    Mode,
    Option,
    Question,
    Scoring,
    Section,
    Stage,
    Unit,
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
MIN_POINTS: Final = 3
"""Of a rating: fewer are a choice."""
MAX_MINUTES: Final = 60
MAX_NUMBERS: Final = 10_000
"""Most numbers of a list: so many rows of a table are read in a moment."""
SCORED_KINDS: Final[Mapping[Scoring, Kind]] = {
    Scoring.BLOCKS: Kind.SCALE,
    Scoring.CHECKLIST: Kind.YES_NO,
    Scoring.PROFILE: Kind.RATING,
}
"""What may stand in scored sections; other instruments have none."""
MEASURES: Final[Mapping[Kind, Sequence[Measure]]] = {
    Kind.LIKELIHOOD: (Measure.NPS, Measure.MEAN),
    Kind.RATING: (Measure.MEAN, Measure.SHARE),
}
"""What answers may amount to, the usual first: only 0–10 questions make an NPS."""

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
    "body": 1500,
    "meaning": 600,
    "touchpoint": 40,
    "advice": 400,
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
    advice: Collection[str] | None = None,
) -> Instrument:
    """The instrument that a merged tree describes.

    Args:
        root: The whole tree, included files in place.
        version: The hash of that tree.
        faults: Collects everything that is wrong; the result is only good without any.
        profile: What is offered to the questions about the person, by their codes; None for a
            stored version, which may name what was offered in its time.
        advice: Codes of the recommendations there are; None for a stored version likewise.
    """
    return _Builder(faults, profile or {}, advice).instrument(root, version)


class _Builder:
    def __init__(
        self,
        faults: Faults,
        profile: Mapping[str, Sequence[Option]],
        advice: Collection[str] | None,
    ) -> None:
        self.faults = faults
        self.advised = advice
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
                group=self.one_of(Group, form, "group", Group.COMPANY),
                reviewed=self.flag(form, "reviewed"),
                minutes=self.whole(form, "minutes", 1, MAX_MINUTES),
                order=LAST if (order := self.whole(form, "order", 1, LAST)) is None else order,
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
                for field in ("title", "axis", "strength", "zone", "cheer", "meaning")
                if (own := form.node(field, required=scored and field in {"title", "axis"}))
            }
            when = self.conditions(form)
            questions = tuple(
                self.question(q, when) for q in form.items("questions", required=True)
            )
            section = Section(
                code=code,
                questions=questions,
                scored=scored,
                advice=self.advice(form),
                formula=form.word("formula", "") or None,
                **texts,
            )
        if not questions:
            self.faults.add(node.mark, f"section “{code}” has no questions")
        return section

    def question(self, node: Node, of_section: tuple[Condition, ...]) -> Question:
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
                when=of_section + self.conditions(form),
                variants=tuple(self.variant(v) for v in form.items("variants")),
                advice=self.advice(form),
                **self.of_kind(form, kind),
            )
        if question.low is not None and question.high is not None and question.low > question.high:
            self.faults.add(node.mark, f"{what}: “low” is above “high”")
        for level in question.levels:
            if kind is Kind.SCALE and not 1 <= level <= len(question.options):
                self.faults.add(node.mark, f"{what} describes level {level}, which it lacks")
        self.earlier[code] = question
        self.places[code] = node.mark
        return question

    def of_kind(self, form: Form, kind: Kind) -> dict[str, Any]:
        """The fields that only questions of this kind have."""
        match kind:
            case Kind.RATING:
                return self.rating(form)
            case Kind.LIKELIHOOD:
                return {"measure": self.measure(form, kind)}
            case Kind.NUMBER:
                unit = self.one_of(Unit, form, "unit", Unit.NUMBER)
                return {"unit": unit, **self.limits(form)}
            case Kind.NUMBERS:
                return {
                    "count": self.whole(form, "count", 1, MAX_NUMBERS),
                    "takes_file": self.flag(form, "file"),
                    **self.limits(form),
                }
            case Kind.PAGE:
                return {"body": self.optional_text(form, "body"), "is_end": self.flag(form, "end")}
            case Kind.TEXT:
                return {"quotes": self.quoted(form)}
            case Kind.JOURNEY:
                return {"stages": tuple(map(self.stage, form.items("stages", required=True)))}
            case _:
                return {}

    def limits(self, form: Form) -> dict[str, float | None]:
        return {name: self.number(form, name) for name in ("low", "high")}

    def rating(self, form: Form) -> dict[str, Any]:
        points = self.whole(form, "points", MIN_POINTS, MAX_LEVELS)
        if points is None:
            self.faults.add(form.mark, f"{form.what} lacks “points”")
        measure = self.measure(form, Kind.RATING)
        favourable = self.whole(form, "favourable", 2, points or MAX_LEVELS)
        if (measure is Measure.SHARE) is (favourable is None):
            self.faults.add(
                form.mark, f"{form.what}: “favourable” goes with “measure: share”, and only with it"
            )
        low, high = None, None
        ends = form.node("ends")
        if ends is not None:
            with Form(ends, "“ends”", self.faults) as own:
                low = build_text(own.node("low"), "label", self.faults)
                high = build_text(own.node("high"), "label", self.faults)
        return {
            "points": points or 0,
            "ends": None if low is None or high is None else (low, high),
            "measure": measure,
            "favourable": favourable,
            "takes_note": self.flag(form, "note"),
        }

    def measure(self, form: Form, kind: Kind) -> Measure:
        known = MEASURES[kind]
        measure = self.one_of(Measure, form, "measure", known[0])
        if measure not in known:
            self.faults.add(
                form.mark, f"{form.what}: “measure” of this kind is one of {', '.join(known)}"
            )
        return measure

    def stage(self, node: Node) -> Stage:
        with Form(node, "a stage", self.faults) as form:
            return Stage(
                title=build_text(form.node("title"), "touchpoint", self.faults),
                touchpoints=tuple(
                    build_text(own, "touchpoint", self.faults) for own in form.items("touchpoints")
                ),
            )

    def quoted(self, form: Form) -> str | None:
        code = form.word("quotes", "")
        if not code:
            return None
        question = self.earlier.get(code)
        if question is None or question.kind is not Kind.TEXT:
            self.faults.add(form.mark, f"“quotes” names “{code}”: no text is asked before by it")
        return code

    def advice(self, form: Form) -> str | None:
        code = form.word("advice", "")
        if code and self.advised is not None and code not in self.advised:
            known = ", ".join(self.advised) or "none"
            self.faults.add(form.mark, f"there is no advice “{code}”; there are: {known}")
        return code or None

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
        self.check_blocks(form, instrument)

    def check_blocks(self, form: Form, instrument: Instrument) -> None:
        """Scored sections: how many there must be, and what may stand in them."""
        scoring, blocks = instrument.scoring, instrument.blocks
        wanted = SCORED_KINDS.get(scoring)
        if scoring is Scoring.BLOCKS and not MIN_BLOCKS <= len(blocks) <= MAX_BLOCKS:
            self.faults.add(
                form.mark,
                f"scoring by blocks needs {MIN_BLOCKS} to {MAX_BLOCKS} sections with "
                f"“scored: yes”, here are {len(blocks)}",
            )
        elif (wanted is None) is bool(blocks):
            needs = "takes no" if blocks else "needs a"
            self.faults.add(form.mark, f"scoring “{scoring}” {needs} section with “scored: yes”")
        for block in blocks:
            for question in block.questions:
                if wanted is not None and question.kind is not wanted:
                    self.faults.add(
                        self.places[question.code],
                        f"question “{question.code}” stands in a scored block: only kind "
                        f"“{wanted}” has a score there",
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

    def whole(self, form: Form, name: str, low: int, high: int) -> int | None:
        """A whole number that need not be there."""
        word = form.word(name, "")
        if not word:
            return None
        if not re.fullmatch(r"[0-9]{1,6}", word) or not low <= int(word) <= high:
            self.faults.add(form.mark, f"“{name}” must be a whole number from {low} to {high}")
            return None
        return int(word)

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
