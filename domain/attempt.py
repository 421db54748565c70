"""One person's way through one instrument: pure decisions about answers and places.

The place (`position`) is an ordinal in the attempt's own version of the questionnaire, or None
once nothing is left to ask. Every method returns a new attempt; storing it is somebody else's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from domain.errors import OutdatedError, OutOfRangeError, TooLongError, UnknownValueError
from domain.kinds import LEVELLED, Kind, Mode, Scoring
from domain.numerals import BOTH, read_number
from domain.questionnaire import (
    MAX_WRITTEN,
    SKIPPED,
    WRITTEN,
    Instrument,
    Profile,
    Question,
    Section,
    Value,
)


@dataclass(frozen=True)
class Attempt:
    """Answers so far and the place reached.

    Attributes:
        key: Random public key; what buttons carry instead of a row number.
        instrument: The questionnaire at the version the attempt began with.
        mode: Express or full.
        profile: Who answers, as they said.
        answers: By question code. A text stands as WRITTEN; its words are kept apart.
        position: Ordinal of the question the person stands at; None when all are answered.
    """

    key: str
    instrument: Instrument
    mode: Mode
    profile: Profile = field(default_factory=Profile)
    answers: Mapping[str, Value] = field(default_factory=dict)
    position: int | None = 0

    @cached_property
    def facts(self) -> Mapping[str, Value | None]:
        """What conditions may refer to: the profile, the mode and all answers."""
        return {
            "role": self.profile.role,
            "size": self.profile.size,
            "industry": self.profile.industry,
            "mode": self.mode,
            **self.answers,
        }

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """Ordinals of the questions that this person is asked, in order."""
        facts = self.facts
        return tuple(
            ordinal
            for ordinal, question in self.instrument.asked[self.mode]
            if not question.when or all(condition.fits(facts) for condition in question.when)
        )

    @property
    def question(self) -> Question:
        """The question the person stands at.

        Raises:
            OutdatedError: Nothing is left to ask.
        """
        if self.position is None:
            raise OutdatedError
        return self.instrument.questions[self.position]

    @property
    def section(self) -> Section:
        """The section of the question the person stands at."""
        return self.instrument.section_of[self.question.code]

    @property
    def asked(self) -> frozenset[str]:
        """Codes of the questions that this person is asked."""
        return frozenset(self.instrument.questions[ordinal].code for ordinal in self.steps)

    @property
    def builder(self) -> Question | None:
        """The question at which this person builds something, if one of theirs is such."""
        asked = (self.instrument.questions[ordinal] for ordinal in self.steps)
        return next((question for question in asked if question.kind is Kind.JOURNEY), None)

    @property
    def asked_answers(self) -> Mapping[str, Value]:
        """The answers that count: those to questions this person is (still) asked."""
        asked = self.asked
        return {code: value for code, value in self.answers.items() if code in asked}

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions are answered, and of how many; of a list, how many sections.

        Where there are blocks, their statements are counted, as they are announced: what is
        asked besides depends on the person and their answers, and would move the goal. Elsewhere
        all that is asked counts, skipped or not. A list that grows would move the goal with each
        item: there the sections count that nothing is left to ask in, up to the first where
        something is.
        """
        sections = self.instrument.sections
        if self.instrument.grows and not self.instrument.blocks:
            left = (n for n, section in enumerate(sections) if self.lacks(section))
            return next(left, len(sections)), len(sections)
        asked = [self.instrument.questions[ordinal] for ordinal in self.steps]
        blocks, section_of = self.instrument.blocks, self.instrument.section_of
        counted = [one.code for one in asked if not blocks or section_of[one.code].scored]
        return sum(code in self.answers for code in counted), len(counted)

    def started(self) -> "Attempt":
        """Stands at the first question without an answer."""
        return self.onwards(after=-1)

    def expect(self, ordinal: int) -> Question:
        """The question at `ordinal`, if that is where the person stands.

        Raises:
            OutdatedError: They stand elsewhere.
        """
        if ordinal != self.position:
            raise OutdatedError
        return self.question

    def tapped(self, ordinal: int, token: str) -> "Attempt":
        """With the answer of a button, at the next question without an answer.

        Args:
            ordinal: The question the button belongs to.
            token: The answer it carries; one of the question's tokens.

        Raises:
            OutdatedError: The person stands elsewhere.
            UnknownValueError: The question has no such answer.
        """
        question = self.expect(ordinal)
        if token not in question.tokens:
            raise UnknownValueError
        value: Value = token
        if question.kind in LEVELLED and token.isdigit():
            value = int(token)
        return self._with(question, value).onwards(after=ordinal)

    def wrote(self, text: str, marks: frozenset[str] = BOTH) -> "Attempt":
        """With what the person typed; they stay, to see what was kept.

        A note stands beside the answer, which only a button gives: the answers stay as they are.

        Args:
            text: As typed.
            marks: What may stand before a number's decimals: see `domain.numerals`.

        Raises:
            OutdatedError: Nothing is left to ask.
            UnknownValueError: The question is answered otherwise than by a text or a number; or
                the text is what one of its buttons says: no note, but a rating that was typed.
            TooLongError: More than MAX_WRITTEN characters.
            NotANumberError: A number was asked for.
            NotWholeError: A whole number was asked for.
            PercentUnaskedError: A per cent was written, but not asked for.
            OutOfRangeError: The number is outside the question's limits.
        """
        question = self.question
        if question.kind is Kind.NUMBER:
            number = _within(read_number(text, question.unit, marks), question)
            return self._with(question, number)
        is_note = question.takes_note and text not in question.tokens
        if question.kind is not Kind.TEXT and not is_note:
            raise UnknownValueError
        if len(text) > MAX_WRITTEN:
            raise TooLongError(len(text), MAX_WRITTEN)
        return self if is_note else self._with(question, WRITTEN)

    def listed(self) -> "Attempt":
        """With a list of numbers, which is kept apart; they stay, to see what was kept.

        Raises:
            OutdatedError: Nothing is left to ask.
            UnknownValueError: The question asks for something else.
        """
        if self.question.kind is not Kind.NUMBERS:
            raise UnknownValueError
        return self._with(self.question, WRITTEN)

    def went_on(self, ordinal: int) -> "Attempt":
        """Past a question that is answered already (a text that was read again).

        Raises:
            OutdatedError: The person stands elsewhere.
            UnknownValueError: There is no answer yet.
        """
        question = self.expect(ordinal)
        if question.code not in self.answers:
            raise UnknownValueError
        return self.onwards(after=ordinal)

    def went_back(self, ordinal: int) -> "Attempt":
        """At the question before `ordinal`; all answers stay.

        Raises:
            OutdatedError: The person stands elsewhere, or at the first question.
        """
        self.expect(ordinal)
        earlier = [step for step in self.steps if step < ordinal]
        if not earlier:
            raise OutdatedError
        return replace(self, position=earlier[-1])

    def revisited(self, ordinal: int) -> "Attempt":
        """At a question that is answered already, to read or change the answer.

        Raises:
            UnknownValueError: It is not asked, or has no answer.
        """
        codes = {n: self.instrument.questions[n].code for n in self.steps}
        if codes.get(ordinal) not in self.answers:
            raise UnknownValueError
        return replace(self, position=ordinal)

    def built(self, ordinal: int) -> "Attempt":
        """With what was built at a question, at the next one without an answer.

        Raises:
            OutdatedError: The person stands elsewhere.
            UnknownValueError: Nothing is built there.
        """
        question = self.expect(ordinal)
        if question.kind is not Kind.JOURNEY:
            raise UnknownValueError
        return self._with(question, WRITTEN).onwards(after=ordinal)

    def reopened(self) -> "Attempt":
        """Where one goes on with what was built: at the builder, or with nothing left to ask.

        The builder counts as not answered again: whoever goes back from it and on comes to it.
        """
        found = self.builder
        if found is None:
            return replace(self, position=None)
        answers = {code: value for code, value in self.answers.items() if code != found.code}
        ordinal = self.instrument.questions.index(found)
        return replace(self, answers=answers, position=ordinal)

    def lacks(self, section: Section) -> bool:
        """Whether a question of this section is asked and has no answer yet."""
        asked = self.asked
        return any(
            question.code in asked and question.code not in self.answers
            for question in section.questions
        )

    def _with(self, question: Question, value: Value) -> "Attempt":
        return replace(self, answers={**self.answers, question.code: value})

    def onwards(self, after: int) -> "Attempt":
        """At the next unanswered question, looking onwards first and then from the beginning.

        A calculation goes step by step: who went back to change a number sees the later ones
        once more, and only its last step ends it.
        """
        if self.instrument.scoring is Scoring.CALCULATION:
            return replace(self, position=next((n for n in self.steps if n > after), None))
        open_steps = [
            step for step in self.steps if self.instrument.questions[step].code not in self.answers
        ]
        later = [step for step in open_steps if step > after]
        return replace(self, position=next(iter(later or open_steps), None))


def _within(number: float, question: Question) -> float:
    low, high = question.low, question.high
    if (low is not None and number < low) or (high is not None and number > high):
        raise OutOfRangeError(low, high)
    return number


def supplemented(express: Attempt, key: str, instrument: Instrument) -> Attempt:
    """A full attempt that keeps all that its express version has answered already.

    Args:
        express: The finished express attempt.
        key: The new attempt's key.
        instrument: The version to go on with. Answers are kept whose question still exists and
            offers them; so is what was written, whose words are kept apart. What was skipped is
            asked anew.

    Returns:
        The attempt at its first question without an answer.
    """
    kept = {
        code: value
        for code, value in express.answers.items()
        if (question := instrument.by_code.get(code)) is not None
        and value != SKIPPED
        and (value == WRITTEN if question.kind is Kind.TEXT else str(value) in question.tokens)
    }
    return Attempt(key, instrument, Mode.FULL, express.profile, kept).started()
