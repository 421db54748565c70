"""Where somebody stands in a journey they build, and what they have built so far.

The spot lives in the person's context, and so in the database: a restart changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.journey import Journey
from domain.journey_json import from_json
from domain.journey_names import in_language
from domain.person import Person
from domain.questionnaire import Question
from handlers.states import Talk, name


class Side(StrEnum):
    """The builder's screens."""

    MAP = "map"
    STAGE = "stage"
    POINT = "point"
    NEW = "new"
    NAME = "name"
    DONE = "done"


WRITTEN: Final = frozenset({Side.STAGE, Side.POINT, Side.NEW, Side.NAME})
"""Those where words are taken: touchpoints, a note, a title."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One screen of the builder.

    Attributes:
        side: Which.
        id: The number of the stage or touchpoint it is about; 0 where it is about none.
        page: Which page of a stage's touchpoints, from 0.
        still: Whether its buttons have stayed where they were, so that no tap on them is hasty.
    """

    side: Side = Side.MAP
    id: int = 0
    page: int = 0
    still: bool = False

    @classmethod
    def of(cls, person: Person, journey: Journey) -> "Spot":
        """Where somebody stands; on the map where what they stood at is gone."""
        context = person.context
        spot = cls(
            Side(str(context.get("side", Side.MAP))),
            int(context.get("id", 0)),
            int(context.get("page", 0)),
            bool(context.get("still", False)),
        )
        return spot if spot.id == 0 or journey.holds(spot.id) else cls()

    @classmethod
    def about(cls, number: int, journey: Journey, page: int = 0) -> "Spot":
        """The screen of a stage or a touchpoint; 0 is the map.

        Raises:
            GoneError: There is no such element.
        """
        if number == 0:
            return cls()
        is_stage = journey.stage(number).id == number
        return cls(Side.STAGE, number, page) if is_stage else cls(Side.POINT, number)

    @property
    def context(self) -> Mapping[str, str | int | bool]:
        """As it is kept in the person's context; what is as usual is left out."""
        kept: dict[str, str | int | bool] = {"id": self.id, "page": self.page, "still": self.still}
        if self.side is not Side.MAP:
            kept["side"] = str(self.side)
        return {key: value for key, value in kept.items() if value}


def takes_words(person: Person) -> bool:
    """Whether words are taken on the builder's screen where somebody stands."""
    return person.state == name(Talk.building) and person.context.get("side") in WRITTEN


def journey_of(question: Question, words: Mapping[str, str], language: str) -> Journey:
    """What somebody has built at a question; before their first step, what it begins with.

    Args:
        question: Of kind JOURNEY.
        words: What they wrote, by question code.
        language: Of the view: what was suggested is told in it, their own words stay.

    Raises:
        BrokenJourneyError: What is stored can't be read.
    """
    if question.code in words:
        return in_language(from_json(words[question.code]), question.stages, language)
    return Journey.begun([stage.title[language] for stage in question.stages])
