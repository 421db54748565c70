"""Figures that change by several people at a time.

Who looks at a live figure before and after one more person has finished must not learn what that
person answered. So the figures of a group stand still until the threshold's number of people has
changed something, and then take all of it at once. What stands at a moment follows from the
attempts alone: they are gone through once more in the order in which they were finished.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from domain.kinds import Mode
from domain.questionnaire import Value
from domain.statistics import GROUP_THRESHOLD


class Part(StrEnum):
    """Kinds of figures."""

    PEOPLE = "people"
    TOTAL = "total"
    BLOCK = "block"
    NO = "no"
    UNSURE = "unsure"
    ANSWER = "answer"


Figure = tuple[Part, str]
"""A kind of figure, and the code of its block or question where it has one.

Shares of no and of not sure are a checklist's: of a block, or of all of it under no code.
"""
PEOPLE: Final[Figure] = (Part.PEOPLE, "")
"""Everybody who counts; the value is when they finished, in seconds since 1970."""
TOTAL: Final[Figure] = (Part.TOTAL, "")


class Finish(NamedTuple):
    """One finished attempt: an event in a group's life.

    Attributes:
        who: Tells the group's people apart, and nothing else about them.
        campaign: The campaign's code, or NO_SOURCE.
        mode: A `Mode`.
        finished_at: When.
        total: 0 to 100, or None.
        scores: By block code, None where a block does not count. None altogether of an attempt
            whose person was forgotten: it keeps its place among the others, and nothing else.
        answers: By question code; empty where they are not wanted.
        shares: Further figures that its answers come to; often none.
    """

    who: int
    campaign: str
    mode: str
    finished_at: datetime
    total: float | None
    scores: Mapping[str, float | None] | None
    answers: Mapping[str, Value] = {}
    shares: Mapping[Figure, float] = {}


def values_of(finish: Finish, questions: Iterable[str]) -> dict[Figure, float]:
    """What an attempt adds to each figure; a figure it has no value for is left out.

    Args:
        finish: The attempt.
        questions: Codes of the questions whose answers are numbers to be shown.
    """
    found: dict[Figure, float] = {PEOPLE: finish.finished_at.timestamp()}
    if finish.total is not None:
        found[TOTAL] = finish.total
    for code, score in (finish.scores or {}).items():
        if score is not None:
            found[Part.BLOCK, code] = score
    found.update(finish.shares)
    for code in questions:
        answer = finish.answers.get(code)
        if isinstance(answer, int):
            found[Part.ANSWER, code] = answer
    return found


class Steps:
    """One group in one mode.

    Of each person the latest attempt counts, a full one before a short one: who takes the test
    again, or goes from the short version to the full one, changes figures like somebody new.
    Each figure has its own numbers of values: where only one of five people has a score in a
    block, the block waits for more of them; whose value is as it was does not count among them.

    Args:
        mode: Whose figures these are.
        questions: As for `values_of`.

    Attributes:
        people: How many count now, in this mode; told at once, as it tells no answer.
    """

    def __init__(self, mode: Mode, questions: Iterable[str] = ()) -> None:
        self._mode = mode
        self._questions = tuple(questions)
        self._modes: dict[int, str] = {}
        self._latest: dict[int, dict[Figure, float]] = {}
        self._moved: set[int] = set()
        self._waiting: defaultdict[Figure, set[int]] = defaultdict(set)
        self._standing: defaultdict[Figure, dict[int, float]] = defaultdict(dict)

    @property
    def people(self) -> int:
        """How many count now."""
        return sum(mode == self._mode for mode in self._modes.values())

    def add(self, finish: Finish) -> None:
        """Takes the next attempt in the order of their ends."""
        if finish.scores is None:
            if finish.mode == self._mode:
                self._latest[finish.who] = {}
                self._move(finish.who)
            return
        who, before = finish.who, self._modes.get(finish.who)
        if before == Mode.FULL and finish.mode != Mode.FULL:
            return
        self._modes[who] = finish.mode
        if finish.mode == self._mode:
            self._latest[who] = values_of(finish, self._questions)
        elif before != self._mode:
            return
        else:
            self._latest[who] = {}
        self._move(who)

    def _move(self, who: int) -> None:
        """Counts one more of those who have changed something; enough of them make a step."""
        self._moved.add(who)
        if len(self._moved) >= GROUP_THRESHOLD:
            self._step()

    def standing(self) -> Mapping[Figure, Mapping[int, float]]:
        """The values that each figure stands on, by person; never fewer than the threshold."""
        return {
            figure: values
            for figure, values in self._standing.items()
            if len(values) >= GROUP_THRESHOLD
        }

    def _step(self) -> None:
        for who in self._moved:
            latest = self._latest[who]
            for figure in {*latest, *self._standing, *self._waiting}:
                # Who answers as before, or has taken an answer back, hides nobody else's.
                if latest.get(figure) == self._standing[figure].get(who):
                    self._waiting[figure].discard(who)
                else:
                    self._waiting[figure].add(who)
        self._moved.clear()
        for figure, waiting in self._waiting.items():
            if len(waiting) >= GROUP_THRESHOLD:
                self._take(figure, waiting)
        # What everything has been taken of is needed no more: of a crowd that would be most of
        # the memory, and the collector would go through it again and again.
        still = set[int]().union(*self._waiting.values())
        self._latest = {who: self._latest[who] for who in still}

    def _take(self, figure: Figure, waiting: set[int]) -> None:
        values = self._standing[figure]
        for who in waiting:
            value = self._latest[who].get(figure)
            if value is None:
                values.pop(who, None)
            else:
                values[who] = value
        waiting.clear()
