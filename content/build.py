"""From a tree to an instrument, checking all of it on the way."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from content.fields import (
    build_code,
    build_options,
    build_text,
    flag,
    one_of,
    optional_text,
    whole,
)
from content.kinds import MAX_LEVELS, of_kind
from content.tree import Faults, Form, Mark, Node
from domain.canvas import shape_of
from domain.formulas.registry import FORMULAS
from domain.kinds import Group, Kind, Mode, Scoring
from domain.languages import Text
from domain.questionnaire import (
    LAST,
    LIKELIHOOD_MAX,
    NOT_APPLICABLE,
    SKIPPED,
    UNKNOWN,
    WRITTEN,
    Condition,
    Instrument,
    Option,
    Question,
    Section,
    Variant,
)

MAX_MEANING: Final = 40
MIN_CHOICE: Final = 2
MIN_BLOCKS: Final = 3
MAX_BLOCKS: Final = 10
"""A radar of fewer axes is no figure, of more it can't be read."""
MAX_SECTIONS: Final = 6
MAX_POINTS: Final = 30
"""Of a checklist: as many sections and questions as its picture and its words have room for."""
MAX_CHOICE: Final = 24
"""Most answers of a choice: numbered, four a row, they stay on one screen."""
MAX_MINUTES: Final = 60
PROFILE: Final = ("role", "size", "industry", "mode")
EXTRAS: Final = (UNKNOWN, NOT_APPLICABLE)
RESERVED: Final = (SKIPPED, WRITTEN)
"""Stand in stored answers for something else than a choice."""
SCORED_KINDS: Final[Mapping[Scoring, Kind]] = {
    Scoring.BLOCKS: Kind.SCALE,
    Scoring.CHECKLIST: Kind.YES_NO,
    Scoring.PROFILE: Kind.RATING,
}
"""What may stand in scored sections; other instruments have none."""


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
                brief=optional_text(form, "brief"),
                scoring=one_of(form, Scoring, "scoring"),
                profile=flag(form, "profile"),
                sections=tuple(sections),
                express=frozenset(self.express(form.items("express"))),
                group=one_of(form, Group, "group", Group.COMPANY),
                reviewed=flag(form, "reviewed"),
                minutes=whole(form, "minutes", 1, MAX_MINUTES),
                order=LAST if (order := whole(form, "order", 1, LAST)) is None else order,
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
            scored = flag(form, "scored")
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
        if section.formula:
            self.check_formula(node.mark, section)
        return section

    def check_formula(self, mark: Mark, section: Section) -> None:
        """A calculator: its formula is known, and its inputs are asked as it takes them."""
        formula = FORMULAS.get(section.formula or "")
        if formula is None:
            known = ", ".join(FORMULAS)
            self.faults.add(mark, f"formula “{section.formula}” is not known; there are: {known}")
            return
        own = {question.code: question for question in section.questions}
        for code, wanted in formula.inputs.items():
            if code not in own:
                self.faults.add(mark, f"formula “{section.formula}” needs a question “{code}”")
            elif not wanted.fits(own[code]):
                self.faults.add(
                    self.places[code], f"formula “{section.formula}” needs “{code}” with {wanted}"
                )
        in_order = [code for code in own if code in formula.inputs]
        if in_order != [code for code in formula.inputs if code in own]:
            order = ", ".join(formula.inputs)
            self.faults.add(mark, f"formula “{section.formula}” takes its inputs as {order}")

    def question(self, node: Node, of_section: tuple[Condition, ...]) -> Question:
        with Form(node, "a question", self.faults) as form:
            code = build_code(form)
            what = f"question “{code}”"
            form.what = what
            if code in self.places:
                self.faults.add(node.mark, f"{what} stands at {self.places[code]} already")
            if code in PROFILE:
                self.faults.add(node.mark, f"“{code}” is a reserved name")
            kind = one_of(form, Kind, "kind", Kind.SCALE)
            text = build_text(form.node("text"), "text", self.faults)
            scale = form.word("scale", "") if kind is Kind.SCALE else ""
            question = Question(
                code=code,
                kind=kind,
                text=text,
                name=build_text(form.node("name"), "name", self.faults),
                hint=optional_text(form, "hint"),
                levels=self.levels(form),
                step=optional_text(form, "step"),
                options=self.options(form, kind, scale),
                extras=self.extras if kind is Kind.SCALE else (),
                optional=flag(form, "optional"),
                when=of_section + self.conditions(form),
                variants=tuple(self.variant(v) for v in form.items("variants")),
                advice=self.advice(form),
                **of_kind(form, kind, self.earlier),
            )
        if question.low is not None and question.high is not None and question.low > question.high:
            self.faults.add(node.mark, f"{what}: “low” is above “high”")
        for level in question.levels:
            if kind is Kind.SCALE and not 1 <= level <= len(question.options):
                self.faults.add(node.mark, f"{what} describes level {level}, which it lacks")
        self.earlier[code] = question
        self.places[code] = node.mark
        return question

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
        if span := re.fullmatch(r"([0-9]{1,6})-([0-9]{1,6})", node.value):
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
        calculates = instrument.scoring is Scoring.CALCULATION
        if calculates is not any(section.formula for section in instrument.sections):
            self.faults.add(form.mark, "“formula” goes with “scoring: calculation”, and only so")
        codes = [section.code for section in instrument.sections]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            self.faults.add(form.mark, f"section “{code}” stands here twice")
        builds = any(question.kind is Kind.JOURNEY for question in instrument.questions)
        if instrument.scoring is Scoring.JOURNEY and not builds:
            self.faults.add(form.mark, "scoring “journey” needs a question of kind “journey”")
        self.check_blocks(form, instrument)
        if instrument.scoring is Scoring.CANVAS and not shape_of(instrument).is_whole:
            self.faults.add(
                form.mark,
                "scoring “canvas” needs two questions of kind “text” and then one or more that "
                "others quote",
            )

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
        points = sum(len(block.questions) for block in blocks)
        if scoring is Scoring.CHECKLIST and (len(blocks) > MAX_SECTIONS or points > MAX_POINTS):
            self.faults.add(
                form.mark,
                f"a checklist has at most {MAX_SECTIONS} sections and {MAX_POINTS} questions with "
                f"“scored: yes”, here are {len(blocks)} and {points}",
            )
        if scoring is Scoring.PROFILE and len({q.points for b in blocks for q in b.questions}) > 1:
            self.faults.add(form.mark, "all ratings of a profile need the same “points”")
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
