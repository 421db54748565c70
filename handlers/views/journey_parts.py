"""What the builder's screens share: marks, names that fit, buttons."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from content.texts import Speak
from domain.attempt import Attempt
from domain.journey import Journey, Touchpoint
from domain.questionnaire import Question
from handlers.callbacks import Build, BuildDo, Move, Step
from handlers.spots import Spot
from handlers.views.view import Button, cut

FACES: Final = {-2: "😣", -1: "🙁", 0: "😐", 1: "🙂", 2: "🤩"}
"""Emotions on buttons and in lists."""
FEELINGS: Final = {
    -2: "journey-feel-awful",
    -1: "journey-feel-bad",
    0: "journey-feel-neutral",
    1: "journey-feel-good",
    2: "journey-feel-great",
}
"""The names of their lines."""
UNSAID: Final = "○"
BUTTON: Final = 32
"""Letters of a name that a button of a whole row shows; the name stands whole in the text."""
LIST_ROOM: Final = 2600
"""Room for a list among all else on a screen, as Telegram counts."""
_TAG: Final = re.compile("<[^>]*>")
_SHORTER: Final = (60, 40, 28, 20, 14)


@dataclass(frozen=True, slots=True)
class Lines:
    """The names of the lines about one kind of element, so that none is taken for the other.

    Attributes:
        edit: The button to all that can be changed of it.
        asks: What is told there.
        up: The button that moves it up.
        down: The button that moves it down.
        remove: The button that takes it away.
        back: The button back to it.
    """

    edit: str
    asks: str
    up: str
    down: str
    remove: str
    back: str


OF_STAGE: Final = Lines(
    edit="button-journey-edit-stage",
    asks="journey-edit-stage",
    up="button-journey-up-stage",
    down="button-journey-down-stage",
    remove="button-journey-stage-remove",
    back="button-journey-stage",
)
OF_POINT: Final = Lines(
    edit="button-journey-edit-point",
    asks="journey-edit-point",
    up="button-journey-up-point",
    down="button-journey-down-point",
    remove="button-journey-point-remove",
    back="button-journey-point",
)


@dataclass(frozen=True, slots=True)
class Site:
    """A journey that is being built, as it is about to be shown.

    Attributes:
        attempt: The attempt, standing at the journey's question.
        journey: What there is of it.
        spot: Which screen.
        language: The person's.
        speak: Speaks it.
    """

    attempt: Attempt
    journey: Journey
    spot: Spot
    language: str
    speak: Speak

    @property
    def question(self) -> Question:
        """The question that the journey answers."""
        return self.attempt.question

    def button(self, label: str, do: BuildDo, number: int = 0, value: str = "") -> Button:
        """A button of the builder."""
        key, ordinal = self.attempt.key, self.attempt.position or 0
        return Button(label, Build(key=key, n=ordinal, do=do, id=number, v=value))

    def step(self, label: str, do: Move) -> Button:
        """A move on the question as on any other."""
        key, ordinal = self.attempt.key, self.attempt.position or 0
        return Button(label, Step(key=key, n=ordinal, do=do))

    def undo(self) -> Iterator[Button]:
        """The button that takes the latest step back, if there is one to take back."""
        if self.journey.past:
            moment = str(self.journey.counter)
            yield self.button(self.speak("button-journey-undo"), BuildDo.UNDO, 0, moment)

    def moves(self, number: int) -> Iterator[Button]:
        """The buttons that move an element, as far as it has somewhere to go."""
        moment, lines = str(self.journey.counter), self.lines(number)
        if self.journey.can_move(number, -1):
            yield self.button(self.speak(lines.up), BuildDo.UP, number, moment)
        if self.journey.can_move(number, +1):
            yield self.button(self.speak(lines.down), BuildDo.DOWN, number, moment)

    def lines(self, number: int) -> Lines:
        """What is said about an element, by what it is."""
        return OF_STAGE if self.is_stage(number) else OF_POINT

    def is_stage(self, number: int) -> bool:
        """Whether an element is a stage; else it is a touchpoint."""
        return self.journey.stage(number).id == number


def mark(point: Touchpoint) -> str:
    """A touchpoint's emotion and effort in a few signs."""
    face = UNSAID if point.emotion is None else FACES[point.emotion]
    return face if point.effort is None else f"{face} {point.effort}"


def units(text: str) -> int:
    """How long Telegram counts HTML: what people read of it, in UTF-16."""
    return len(unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


def fitting(tell: Callable[[int], Sequence[str]], room: int = LIST_ROOM) -> Sequence[str]:
    """Lines with names as long as there is room for: whole, or all cut alike.

    Args:
        tell: Makes the lines with names of at most so many characters.
        room: As Telegram counts.
    """
    told = (tell(limit) for limit in _SHORTER)
    return next((lines for lines in told if units("\n".join(lines)) <= room), tell(_SHORTER[-1]))


def named(point: Touchpoint) -> str:
    """A touchpoint on a button."""
    return f"{mark(point)} {cut(point.title, BUTTON)}"
