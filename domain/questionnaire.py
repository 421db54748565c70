"""What an instrument is made of.

An instrument is data: sections of questions, how they are answered and how they are scored.
Nothing here knows where it was read from or how it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from domain.kinds import Group, Kind, Listing, Measure, Mode, Scoring, Unit
from domain.languages import Text

Value = int | float | str
"""A stored answer: a level, a score, a number, or one of the codes below or of a choice."""

UNKNOWN: Final = "unknown"
NOT_APPLICABLE: Final = "not_applicable"
SKIPPED: Final = "skipped"
WRITTEN: Final = "written"
"""Stands in an attempt's answers for a text, which is kept apart and encrypted."""
YES: Final = "yes"
NO: Final = "no"
UNSURE: Final = "unsure"

OUTSIDER: Final = "none"
"""The role of people without a company: their answers are kept out of group figures."""

READ: Final = "read"
"""The answer to a page: it was read."""

LAST: Final = 99
"""The place in the list of tests of those that name none."""
LIKELIHOOD_MAX: Final = 10
MAX_WRITTEN: Final = 1000
"""Characters taken in an open answer."""
MAX_NUMBERS: Final = 10_000
"""Most numbers of a list: so many rows of a table are read in a moment."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person said about themselves; None where they skipped it."""

    role: str | None = None
    size: str | None = None
    industry: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only where an earlier answer (or the profile) fits.

    Attributes:
        reference: A question's code, or "role", "size", "industry", "mode".
        values: The answers that fit, as text; None where any real answer does.
    """

    reference: str
    values: frozenset[str] | None

    def fits(self, facts: Mapping[str, Value | None]) -> bool:
        """Whether the fact it refers to is among its values (skipped is no answer)."""
        fact = facts.get(self.reference)
        if fact is None or fact == SKIPPED:
            return False
        return self.values is None or str(fact) in self.values


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice, or one label of a scale.

    Attributes:
        code: What is stored.
        label: Its wording.
        brief: What it means, in one line beside it; None where the label says it all.
    """

    code: str
    label: Text
    brief: Text | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of a question for those whom its conditions fit."""

    when: Sequence[Condition]
    text: Text


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a journey to begin with: its name and the touchpoints suggested for it."""

    title: Text
    touchpoints: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        code: Stable identifier, unique in the instrument, ASCII, at most 16 characters.
        kind: How it is answered.
        text: The statement or question.
        name: Short name for pictures and tables.
        hint: A sentence that explains it, or None.
        body: For a page: its paragraphs below the text.
        levels: For a scale: what some of its levels look like in practice.
        step: The next step for a company that scored low, or None.
        options: The answers of a choice; a scale's labels from low to high.
        extras: For a scale: answers that are no level (codes UNKNOWN, NOT_APPLICABLE).
        optional: Whether it may be skipped.
        when: All of these must fit for it to be asked.
        variants: Other wordings; the first that fits is shown.
        low: Smallest number taken, for kinds NUMBER and NUMBERS.
        high: Largest number taken, for kinds NUMBER and NUMBERS.
        points: For a rating: from 1 to this number.
        ends: For a rating: what its lowest and its highest point mean.
        measure: What a group's answers amount to; None for answers that are no number.
        favourable: For Measure.SHARE: the lowest answer that counts as favourable.
        takes_note: For a rating: whether words may be kept beside it.
        quotes: Code of an earlier written question whose words are shown above this one.
        unit: For kind NUMBER: what the number counts.
        count: For kind NUMBERS: exactly how many numbers; None for any.
        takes_file: For kind NUMBERS: whether a table may be sent instead.
        listing: For kind NUMBERS: whether rows are plain numbers or ratings with their weights.
        is_end: For a page: whether nothing follows, so that one can only go back.
        advice: Code of the recommendation that a weak answer calls for; None for the section's.
        stages: For kind JOURNEY: what to begin with.
    """

    code: str
    kind: Kind
    text: Text
    name: Text
    hint: Text | None = None
    body: Text | None = None
    levels: Mapping[int, Text] = field(default_factory=dict)
    step: Text | None = None
    options: Sequence[Option] = ()
    extras: Sequence[Option] = ()
    optional: bool = False
    when: Sequence[Condition] = ()
    variants: Sequence[Variant] = ()
    low: float | None = None
    high: float | None = None
    points: int = 0
    ends: tuple[Text, Text] | None = None
    measure: Measure | None = None
    favourable: int | None = None
    takes_note: bool = False
    quotes: str | None = None
    unit: Unit = Unit.NUMBER
    count: int | None = None
    takes_file: bool = False
    listing: Listing = Listing.PLAIN
    is_end: bool = False
    advice: str | None = None
    stages: Sequence[Stage] = ()

    def wording(self, facts: Mapping[str, Value | None]) -> Text:
        """The wording for somebody with these answers and this profile."""
        for variant in self.variants:
            if all(condition.fits(facts) for condition in variant.when):
                return variant.text
        return self.text

    @property
    def tokens(self) -> tuple[str, ...]:
        """Every answer that a button of this question may carry, as text."""
        match self.kind:
            case Kind.SCALE | Kind.RATING | Kind.LIKELIHOOD:
                extras = tuple(extra.code for extra in self.extras)
                tokens = (*map(str, self.grades), *extras)
            case Kind.YES_NO:
                tokens = (YES, NO, UNSURE)
            case Kind.CHOICE:
                tokens = tuple(option.code for option in self.options)
            case Kind.PAGE:
                tokens = () if self.is_end else (READ,)
            case Kind.TEXT | Kind.NUMBER | Kind.NUMBERS | Kind.JOURNEY:
                tokens = ()
        return (*tokens, SKIPPED) if self.optional else tokens

    @property
    def grades(self) -> range:
        """The whole numbers that may answer it, low to high; none for kinds that take none."""
        match self.kind:
            case Kind.SCALE:
                return range(1, len(self.options) + 1)
            case Kind.RATING:
                return range(1, self.points + 1)
            case Kind.LIKELIHOOD:
                return range(LIKELIHOOD_MAX + 1)
            case _:
                return range(0)

    @property
    def is_written(self) -> bool:
        """Whether it is answered by typing."""
        return self.kind in {Kind.TEXT, Kind.NUMBER, Kind.NUMBERS}

    @property
    def keeps_words(self) -> bool:
        """Whether what is typed is kept as it stands: as the answer, or as a note beside it."""
        return self.kind is Kind.TEXT or self.takes_note

    @property
    def span(self) -> int:
        """How many steps lie between the lowest and the highest level; 0 without levels."""
        match self.kind:
            case Kind.SCALE:
                return len(self.options) - 1
            case Kind.RATING:
                return self.points - 1
            case Kind.YES_NO:
                return 1
            case _:
                return 0


@dataclass(frozen=True, slots=True)
class Section:
    """A run of questions.

    Attributes:
        code: Stable identifier, unique in the instrument.
        questions: In the order they are asked.
        scored: Whether it is a block (an axis of the result).
        title: Heading, or None for a section that needs none.
        axis: The title in short, for a radar.
        strength: Said to a person whose strength it is.
        zone: Said to a person whose growth zone it is.
        cheer: Said once it is done.
        advice: Code of the recommendation that a weak result here calls for, or None.
        formula: What is calculated from its answers (a key of domain.formulas), or None.
        meaning: What its calculated number says and what to compare it with, or None.
    """

    code: str
    questions: Sequence[Question]
    scored: bool = False
    title: Text | None = None
    axis: Text | None = None
    strength: Text | None = None
    zone: Text | None = None
    cheer: Text | None = None
    advice: str | None = None
    formula: str | None = None
    meaning: Text | None = None


@dataclass(frozen=True)
class Instrument:
    """A whole questionnaire at one version of its content.

    Attributes:
        id: Stable identifier.
        version: Hash of its merged content, as stored with the attempts.
        meaning: Label that changes only when the meaning changed: trends compare equal labels.
        title: Its name.
        about: One or two sentences: what the person gets.
        brief: The same in one line, for a list; None leaves the list to what it is about.
        scoring: How answers become a result.
        profile: Whether role, size and industry are asked first.
        sections: In the order they are asked.
        express: Codes of the scored questions that the express version asks.
        group: Whom it is for: where it stands in the list of tests.
        reviewed: Whether all answers are shown once more, to be changed, before the result.
        minutes: How long it takes; None where that follows from the number of questions.
        order: Its place in the list of tests; equal ones stand by their ids.
    """

    id: str
    version: str
    meaning: str
    title: Text
    about: Text
    scoring: Scoring
    profile: bool
    sections: Sequence[Section]
    express: frozenset[str] = frozenset()
    group: Group = Group.COMPANY
    reviewed: bool = False
    minutes: int | None = None
    order: int = LAST
    brief: Text | None = None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions; a question's place here is its ordinal."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def blocks(self) -> tuple[Section, ...]:
        """The sections that are scored."""
        return tuple(section for section in self.sections if section.scored)

    @cached_property
    def measured(self) -> tuple[Question, ...]:
        """Questions outside of the blocks whose answers amount to a figure of a group."""
        return tuple(
            question
            for section in self.sections
            if not section.scored
            for question in section.questions
            if question.measure is not None
        )

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """A question's section, by the question's code."""
        return {q.code: section for section in self.sections for q in section.questions}

    @cached_property
    def by_code(self) -> Mapping[str, Question]:
        """Questions by code."""
        return {question.code: question for question in self.questions}

    @cached_property
    def asked(self) -> Mapping[Mode, tuple[tuple[int, Question], ...]]:
        """By mode, the ordinals and questions it asks, conditions apart."""
        return {
            mode: tuple((n, q) for n, q in enumerate(self.questions) if self.asks(q, mode))
            for mode in Mode
        }

    @cached_property
    def grows(self) -> bool:
        """Whether it asks for a list: some questions come only once an optional one has an answer.

        How many there will be, nobody knows before the list is at its end.
        """
        optional = {question.code for question in self.questions if question.optional}
        return any(
            condition.reference in optional and condition.values is None
            for question in self.questions
            for condition in question.when
        )

    def asks(self, question: Question, mode: Mode) -> bool:
        """Whether this mode asks the question, conditions apart."""
        scored = self.section_of[question.code].scored
        return mode is Mode.FULL or not scored or question.code in self.express

    def statement_count(self, mode: Mode) -> int:
        """What is announced: the statements in blocks; without blocks, what must be answered."""
        return self.scored_count(mode) or sum(not q.optional for _, q in self.asked[mode])

    def scored_count(self, mode: Mode) -> int:
        """How many statements this mode asks in the blocks."""
        return sum(self.asks(q, mode) for block in self.blocks for q in block.questions)
