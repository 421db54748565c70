"""A journey that somebody builds: stages, touchpoints, what is felt there, and the way back.

Every method returns a new journey; storing it is somebody else's. Each element has a number that
is never given again, not even after a step was undone: a button made long ago means that very
element or nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.errors import AnswerError, TooLongError, UnknownValueError
from domain.journey_errors import (
    EdgeError,
    EmptyError,
    FullError,
    GoneError,
    LastStageError,
    LongTitleError,
    NothingToUndoError,
)

MIN_TOUCHPOINTS: Final = 3
"""Fewer make no curve."""
MAX_TOUCHPOINTS: Final = 40
MAX_STAGES: Final = 12
MAX_TITLE: Final = 60
MAX_NOTE: Final = 300
UNDO_STEPS: Final = 10
EMOTIONS: Final = range(-2, 3)
EFFORTS: Final = range(1, 6)
_BULLET: Final = re.compile(r"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One meeting of a person with the company.

    Attributes:
        id: Its number, unique in the journey.
        title: Its name.
        emotion: -2 to 2, or None where it is not said.
        effort: 1 (easy) to 5 (hard), or None where it is not said.
        note: What could stop the person here; may be empty.
    """

    id: int
    title: str
    emotion: int | None = None
    effort: int | None = None
    note: str = ""

    @property
    def is_rated(self) -> bool:
        """Whether both emotion and effort are said."""
        return self.emotion is not None and self.effort is not None


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the way: its number, its name, its touchpoints in order."""

    id: int
    title: str
    touchpoints: tuple[Touchpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What one step has changed, as it was before that step.

    Attributes:
        layout: The numbers of all stages, each with those of its touchpoints.
        titles: Numbers and names of the stages that are called otherwise now, or are gone.
        touchpoints: Those that are otherwise now, or gone.
    """

    layout: tuple[tuple[int, tuple[int, ...]], ...]
    titles: tuple[tuple[int, str], ...]
    touchpoints: tuple[Touchpoint, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """The whole way.

    Attributes:
        stages: In order, 1 to MAX_STAGES, with at most MAX_TOUCHPOINTS touchpoints in all.
        counter: The last number that was given, to an element or to a change: so it also tells
            apart what the journey was like at different moments.
        past: The latest steps, at most UNDO_STEPS, the oldest first.
    """

    stages: tuple[Stage, ...]
    counter: int
    past: tuple[Before, ...] = ()

    @classmethod
    def begun(cls, titles: Sequence[str]) -> "Journey":
        """A journey with stages to begin with, numbered 1, 2, … in their order."""
        stages = tuple(Stage(number, title) for number, title in enumerate(titles, start=1))
        return cls(stages, len(stages))

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All touchpoints in order."""
        return tuple(point for stage in self.stages for point in stage.touchpoints)

    @property
    def unrated(self) -> tuple[Touchpoint, ...]:
        """Those whose emotion or effort is not said."""
        return tuple(point for point in self.touchpoints if not point.is_rated)

    def stage(self, number: int) -> Stage:
        """The stage with this number, or the one that holds the touchpoint with it.

        Raises:
            GoneError: There is neither.
        """
        return self.stages[self._place(number)[0]]

    def touchpoint(self, number: int) -> Touchpoint:
        """The touchpoint with this number.

        Raises:
            GoneError: There is none.
        """
        found = next((point for point in self.touchpoints if point.id == number), None)
        if found is None:
            raise GoneError
        return found

    def holds(self, number: int) -> bool:
        """Whether there is an element with this number."""
        return any(number == element for element in _numbers(self.stages))

    def next_unrated(self, after: int = 0) -> Touchpoint | None:
        """The next touchpoint that is not rated, looking onwards first, then from the beginning.

        Args:
            after: The number of a touchpoint; 0 begins at the first.

        Returns:
            None where all (others) are rated.
        """
        everything = self.touchpoints
        start = next((n for n, one in enumerate(everything, start=1) if one.id == after), 0)
        around = (*everything[start:], *everything[:start])
        return next((one for one in around if not one.is_rated and one.id != after), None)

    def can_move(self, number: int, by: int) -> bool:
        """Whether the element has somewhere to go: up by -1, down by +1."""
        try:
            self.moved(number, by)
        except AnswerError:
            return False
        return True

    # -- steps

    def with_stage(self, title: str) -> "Journey":
        """With one more stage, the last.

        Raises:
            EmptyError: The title has no words.
            LongTitleError: It is too long.
            FullError: There are MAX_STAGES already.
        """
        named = _title(title)
        if len(self.stages) == MAX_STAGES:
            raise FullError(0, MAX_STAGES)
        number = self.counter + 1
        return self._stepped((*self.stages, Stage(number, named)), number)

    def with_touchpoints(self, stage: int, titles: Iterable[str]) -> "Journey":
        """With more touchpoints at the end of a stage, all or none of them.

        Raises:
            GoneError: There is no such stage.
            EmptyError: There is no title.
            LongTitleError: One of them is too long.
            FullError: There would be more than MAX_TOUCHPOINTS.
        """
        place, inside = self._place(stage)
        if inside is not None:
            raise GoneError
        named = [_title(title) for title in titles]
        if not named:
            raise EmptyError
        room = MAX_TOUCHPOINTS - len(self.touchpoints)
        if len(named) > room:
            raise FullError(room, MAX_TOUCHPOINTS)
        new = tuple(
            Touchpoint(number, title) for number, title in enumerate(named, self.counter + 1)
        )
        old = self.stages[place]
        longer = replace(old, touchpoints=(*old.touchpoints, *new))
        return self._stepped(_put(self.stages, place, longer), self.counter + len(new))

    def renamed(self, number: int, title: str) -> "Journey":
        """With another title of a stage or a touchpoint.

        Raises:
            GoneError: There is no such element.
            EmptyError: The title has no words.
            LongTitleError: It is too long.
        """
        named, (place, inside) = _title(title), self._place(number)
        if inside is not None:
            return self._changed(replace(self.touchpoint(number), title=named))
        return self._stepped(
            _put(self.stages, place, replace(self.stages[place], title=named)), self.counter
        )

    def moved(self, number: int, by: int) -> "Journey":
        """With an element one place up or down; touchpoints go across the stages' borders.

        Args:
            number: Of a stage or a touchpoint.
            by: -1 for up, +1 for down.

        Raises:
            GoneError: There is no such element.
            EdgeError: It is the first or the last already.
        """
        place, inside = self._place(number)
        stages = list(self.stages)
        if inside is None:
            if not 0 <= place + by < len(stages):
                raise EdgeError
            stages.insert(place + by, stages.pop(place))
            return self._stepped(tuple(stages), self.counter)
        points = list(stages[place].touchpoints)
        point = points.pop(inside)
        if 0 <= inside + by <= len(points):
            points.insert(inside + by, point)
        elif 0 <= place + by < len(stages):
            other = stages[place + by]
            beside = (*other.touchpoints, point) if by < 0 else (point, *other.touchpoints)
            stages[place + by] = replace(other, touchpoints=beside)
        else:
            raise EdgeError
        stages[place] = replace(stages[place], touchpoints=tuple(points))
        return self._stepped(tuple(stages), self.counter)

    def removed(self, number: int) -> "Journey":
        """Without an element; a stage goes with its touchpoints.

        Raises:
            GoneError: There is no such element.
            LastStageError: It is the only stage.
        """
        place, inside = self._place(number)
        if inside is None:
            if len(self.stages) == 1:
                raise LastStageError
            return self._stepped(self.stages[:place] + self.stages[place + 1 :], self.counter)
        old = self.stages[place]
        left = tuple(point for point in old.touchpoints if point.id != number)
        return self._stepped(
            _put(self.stages, place, replace(old, touchpoints=left)), self.counter
        )

    def felt(self, number: int, emotion: int) -> "Journey":
        """With the emotion at a touchpoint.

        Raises:
            GoneError: There is no such touchpoint.
            UnknownValueError: It is none of EMOTIONS.
        """
        if emotion not in EMOTIONS:
            raise UnknownValueError
        return self._changed(replace(self.touchpoint(number), emotion=emotion))

    def weighed(self, number: int, effort: int) -> "Journey":
        """With the effort at a touchpoint.

        Raises:
            GoneError: There is no such touchpoint.
            UnknownValueError: It is none of EFFORTS.
        """
        if effort not in EFFORTS:
            raise UnknownValueError
        return self._changed(replace(self.touchpoint(number), effort=effort))

    def noted(self, number: int, note: str) -> "Journey":
        """With a note at a touchpoint; an empty one takes it away.

        Raises:
            GoneError: There is no such touchpoint.
            TooLongError: It has more than MAX_NOTE characters.
        """
        kept = tidy(note)
        if len(kept) > MAX_NOTE:
            raise TooLongError(len(kept), MAX_NOTE)
        return self._changed(replace(self.touchpoint(number), note=kept))

    def undone(self) -> "Journey":
        """As it was before the latest step; only the counter goes on.

        Raises:
            NothingToUndoError: No step is kept.
        """
        if not self.past:
            raise NothingToUndoError
        before = self.past[-1]
        titles = {stage.id: stage.title for stage in self.stages} | dict(before.titles)
        points = {point.id: point for point in (*self.touchpoints, *before.touchpoints)}
        stages = tuple(
            Stage(number, titles[number], tuple(points[one] for one in inside))
            for number, inside in before.layout
        )
        return Journey(stages, self.counter + 1, self.past[:-1])

    def _place(self, number: int) -> tuple[int, int | None]:
        """Which stage it is or stands in, and which touchpoint of that (None for a stage)."""
        for place, stage in enumerate(self.stages):
            if stage.id == number:
                return place, None
            for inside, point in enumerate(stage.touchpoints):
                if point.id == number:
                    return place, inside
        raise GoneError

    def _changed(self, point: Touchpoint) -> "Journey":
        place, _ = self._place(point.id)
        stage = self.stages[place]
        points = tuple(point if one.id == point.id else one for one in stage.touchpoints)
        return self._stepped(
            _put(self.stages, place, replace(stage, touchpoints=points)), self.counter
        )

    def _stepped(self, stages: tuple[Stage, ...], counter: int) -> "Journey":
        """One step on; what changes nothing is no step."""
        if stages == self.stages:
            return self
        titles = {stage.id: stage.title for stage in stages}
        points = {point.id: point for stage in stages for point in stage.touchpoints}
        before = Before(
            layout=tuple((s.id, tuple(point.id for point in s.touchpoints)) for s in self.stages),
            titles=tuple((s.id, s.title) for s in self.stages if titles.get(s.id) != s.title),
            touchpoints=tuple(one for one in self.touchpoints if points.get(one.id) != one),
        )
        return Journey(stages, counter + 1, (*self.past, before)[-UNDO_STEPS:])


def tidy(text: str) -> str:
    """Text on one line, with single spaces: that is how pictures and lists show it."""
    return " ".join(text.split())


def listed(text: str) -> list[str]:
    """The lines of a text that has one title a line, without bullets and numbers before them."""
    lines = (tidy(_BULLET.sub("", line)) for line in text.splitlines())
    return [line for line in lines if line]


def _title(text: str) -> str:
    title = tidy(text)
    if not any(sign.isprintable() and not sign.isspace() for sign in title):
        raise EmptyError
    if len(title) > MAX_TITLE:
        raise LongTitleError(title, MAX_TITLE)
    return title


def _put(stages: tuple[Stage, ...], place: int, stage: Stage) -> tuple[Stage, ...]:
    return (*stages[:place], stage, *stages[place + 1 :])


def _numbers(stages: Iterable[Stage]) -> Iterator[int]:
    for stage in stages:
        yield stage.id
        yield from (point.id for point in stage.touchpoints)
