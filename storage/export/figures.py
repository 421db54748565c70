"""Figures of groups, gathered in one pass over the attempts, and what of them may be shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor
from typing import Final

from domain.attempt import Attempt
from domain.kinds import PRIVATE, Kind, Mode
from domain.questionnaire import SKIPPED, Instrument, Profile, Question, Value
from domain.statistics import NOISE
from storage.campaigns import NO_SOURCE
from storage.export.outline import COUNTED
from storage.export.source import Taken
from storage.splits import NUMBERS, shares_of
from storage.steps import Figure

NOT_GIVEN: Final = ""


class Cut(StrEnum):
    """The only ways in which people are put into groups."""

    ALL = "all"
    CAMPAIGN = "campaign"
    ROLE = "role"
    LANGUAGE = "language"


ANSWERED_BY: Final = (Cut.ALL, Cut.CAMPAIGN)
"""The cuts of answers that are not 0–10."""
Place = tuple[Cut, str]
"""A cut and one of its groups."""
Answered = Sequence[tuple[str, Value]]
"""Questions' codes and what somebody answered."""


def places_of(taken: Taken) -> tuple[Place, ...]:
    """The groups that an attempt belongs to."""
    return (
        (Cut.ALL, NO_SOURCE),
        (Cut.CAMPAIGN, taken.campaign),
        (Cut.ROLE, taken.role or NOT_GIVEN),
        (Cut.LANGUAGE, taken.language),
    )


def rounded(value: float, decimals: int = 1) -> float:
    """So many decimals, halves up, below 0 halves down, as people read it."""
    scale = 10.0**decimals
    size = floor(round(abs(value) * scale, NOISE) + 0.5) / scale
    return -size if value < 0 and size else size


@dataclass(slots=True)
class Mean:
    """A mean in the making."""

    n: int = 0
    sum: float = 0.0

    def add(self, value: float | None) -> None:
        """Takes a value; None is none."""
        if value is not None:
            self.n += 1
            self.sum += value

    @property
    def shown(self) -> float | None:
        """The mean as it is written, or None without a value."""
        return rounded(self.sum / self.n) if self.n else None


@dataclass(slots=True)
class Scores:
    """The scores of a group.

    Attributes:
        people: Attempts that count.
        total: Of their totals.
        blocks: Of their blocks' scores, by code.
        shares: Of a checklist: their shares of no and of not sure (see `shares_of`).
        items: Of a checklist: how many gave each answer, by statement.
    """

    people: int = 0
    total: Mean = field(default_factory=Mean)
    blocks: defaultdict[str, Mean] = field(default_factory=lambda: defaultdict(Mean))
    shares: defaultdict[Figure, Mean] = field(default_factory=lambda: defaultdict(Mean))
    items: defaultdict[str, Counter[Value]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, taken: Taken, shares: Mapping[Figure, float], items: Answered) -> None:
        """Takes an attempt, with the shares and the answers that its checklist comes to."""
        self.people += 1
        self.total.add(taken.total)
        for code, score in (taken.scores or {}).items():
            self.blocks[code].add(score)
        for figure, share in shares.items():
            self.shares[figure].add(share)
        for code, answer in items:
            self.items[code][answer] += 1


@dataclass(slots=True)
class Step:
    """One question in the funnel.

    Attributes:
        asked: Attempts it is put to, under their conditions and mode.
        answered: Those of them with an answer ("don't know" is one).
        skipped: Those of them that passed it by.
    """

    asked: int = 0
    answered: int = 0
    skipped: int = 0

    def __add__(self, other: "Step") -> "Step":
        return Step(
            self.asked + other.asked,
            self.answered + other.answered,
            self.skipped + other.skipped,
        )


@dataclass
class Figures:
    """Everything the report tells, but for comments and visits.

    Attributes:
        begun: Attempts begun, by campaign.
        finished: Attempts finished, by campaign.
        steps: By question and campaign.
        scores: Of the attempts that count, by mode and group.
        answers: How many gave each answer, by question, whether finished, and group: to 0–10
            questions in every cut, to the other ones by campaign only, in finished attempts.
    """

    begun: Counter[str] = field(default_factory=Counter)
    finished: Counter[str] = field(default_factory=Counter)
    steps: defaultdict[tuple[str, str], Step] = field(default_factory=lambda: defaultdict(Step))
    scores: defaultdict[tuple[Mode, Place], Scores] = field(
        default_factory=lambda: defaultdict(Scores)
    )
    answers: defaultdict[tuple[str, bool, Place], Counter[Value]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def gather(self, attempts: Iterable[Taken], versions: Mapping[str, Instrument]) -> None:
        """Takes attempts, each with its own version of the questionnaire."""
        counted = {
            version: [question for question in instrument.questions if question.kind in COUNTED]
            for version, instrument in versions.items()
            if instrument.scoring not in PRIVATE
        }
        for taken in attempts:
            self.begun[taken.campaign] += 1
            self.finished[taken.campaign] += taken.finished_at is not None
            instrument = versions[taken.version]
            attempt = Attempt(
                key="",
                instrument=instrument,
                mode=Mode(taken.mode),
                profile=Profile(taken.role, taken.size, taken.industry),
                answers=taken.answers,
            )
            self._walk(taken.campaign, attempt, attempt.steps)
            if taken.leads:
                self._count(taken, attempt, counted.get(taken.version, ()))
            if taken.counts:
                shares = shares_of(attempt)
                items = _items(attempt) if shares else ()
                for place in places_of(taken):
                    self.scores[attempt.mode, place].add(taken, shares, items)

    def scores_by_group(self, mode: Mode, cut: Cut) -> dict[str, Scores]:
        """The scores of a cut's groups."""
        return {
            group: scores
            for (of_mode, (of_cut, group)), scores in self.scores.items()
            if of_mode is mode and of_cut is cut
        }

    def answers_by_group(
        self, code: str, cut: Cut, *, finished: bool
    ) -> dict[str, Counter[Value]]:
        """A question's distributions in a cut's groups."""
        return {
            group: answers
            for (of_code, is_finished, (of_cut, group)), answers in self.answers.items()
            if of_code == code and is_finished is finished and of_cut is cut
        }

    def _walk(self, campaign: str, attempt: Attempt, steps: Sequence[int]) -> None:
        for ordinal in steps:
            code = attempt.instrument.questions[ordinal].code
            step = self.steps[code, campaign]
            step.asked += 1
            answer = attempt.answers.get(code)
            if answer == SKIPPED:
                step.skipped += 1
            elif answer is not None:
                step.answered += 1

    def _count(self, taken: Taken, attempt: Attempt, questions: Sequence[Question]) -> None:
        asked = attempt.asked_answers
        places = places_of(taken)
        for question in questions:
            answer = asked.get(question.code)
            if answer is None or answer == SKIPPED:
                continue
            is_likelihood = question.kind is Kind.LIKELIHOOD
            for place in places:
                if is_likelihood or (taken.counts and place[0] in ANSWERED_BY):
                    self.answers[question.code, taken.counts, place][answer] += 1


def _items(attempt: Attempt) -> Answered:
    """What was answered to a checklist's statements; one that was skipped is no answer."""
    asked = attempt.asked_answers
    return [
        (question.code, asked[question.code])
        for block in attempt.instrument.blocks
        for question in block.questions
        if asked.get(question.code) in NUMBERS
    ]
