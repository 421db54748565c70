"""The draft of a new campaign: what has been said so far, and the steps that are left.

It lives in the person's context, and so in the database: a restart changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from aiogram.fsm.state import State

from content.library import Library
from domain.days import Days
from domain.kinds import Mode, Scoring
from domain.person import Campaign
from domain.questionnaire import Instrument
from handlers.moves import DEFAULT_TEST
from handlers.states import Talk

BACK: Final = "back"
NEXT: Final = "next"
SKIP: Final = "skip"
FREE: Final = "free"
"""Stands for letting people choose between the short and the full version."""
MODES: Final = (*Mode, FREE)
STEPS: Final = (
    Talk.new_campaign,
    Talk.new_title,
    Talk.new_test,
    Talk.new_company,
    Talk.new_occasion,
    Talk.new_mode,
    Talk.new_days,
    Talk.new_review,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been said of a new campaign; empty where it has not.

    Attributes:
        code: Its code.
        free: A code that nobody had when it was suggested.
        title: Its title.
        test: Id of its instrument.
        company: Of a survey: who asks.
        occasion: Of a survey: what about.
        mode: One of MODES.
        first: Its first day as ISO 8601.
        last: Its last day as ISO 8601.
        source: The code of the campaign that is cloned.
        dated: Whether that one has dates, so that new ones are asked for.
    """

    code: str = ""
    free: str = ""
    title: str = ""
    test: str = ""
    company: str = ""
    occasion: str = ""
    mode: str = ""
    first: str = ""
    last: str = ""
    source: str = ""
    dated: bool = False

    @classmethod
    def of(cls, context: Mapping[str, str | int | bool]) -> "Draft":
        """The draft in somebody's context."""
        known = {field.name for field in fields(cls)}
        said = {key: value for key, value in context.items() if key in known}
        return cls(**said)  # type: ignore[arg-type] # as it was put there by `context`

    @classmethod
    def clone(cls, campaign: Campaign, free: str) -> "Draft":
        """A draft with the settings of a campaign, but for its code and dates."""
        return cls(
            free=free,
            title=campaign.title,
            test=campaign.instrument,
            company=campaign.company or "",
            occasion=campaign.occasion or "",
            mode=campaign.mode or FREE,
            source=campaign.code,
            dated=campaign.opens_at is not None or campaign.closes_at is not None,
        )

    @property
    def context(self) -> dict[str, str | int | bool]:
        """As it is kept in somebody's context."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: value for key, value in said.items() if value}

    @property
    def days(self) -> Days | None:
        """Its days, if it has any."""
        if not self.first:
            return None
        return Days(date.fromisoformat(self.first), date.fromisoformat(self.last))

    @property
    def is_whole(self) -> bool:
        """Whether a campaign can be made of it."""
        return bool(self.code and self.title)

    def instrument(self, library: Library) -> Instrument:
        """Its instrument; the usual one while none is chosen."""
        instruments = library.instruments
        usual = instruments.get(DEFAULT_TEST) or next(iter(instruments.values()))
        return instruments.get(self.test, usual)

    def is_survey(self, library: Library) -> bool:
        """Whether it needs to say who asks."""
        return self.instrument(library).scoring is Scoring.SURVEY

    def chosen_mode(self, library: Library) -> str | None:
        """The version it opens; None lets people choose, or there is only one."""
        has_choice = bool(self.instrument(library).express)
        return self.mode if has_choice and self.mode in set(Mode) else None

    def steps(self, library: Library) -> tuple[State, ...]:
        """All its steps, those that have no choice left out."""
        asks = {
            Talk.new_test: not self.source and len(library.instruments) > 1,
            Talk.new_company: self.is_survey(library),
            Talk.new_occasion: self.is_survey(library),
            Talk.new_mode: not self.source and bool(self.instrument(library).express),
            Talk.new_days: not self.source or self.dated,
        }
        return tuple(step for step in STEPS if asks.get(step, True))

    def after(self, step: State, library: Library) -> State:
        """The step that follows one."""
        later = STEPS[STEPS.index(step) + 1 :]
        return next(other for other in self.steps(library) if other in later)

    def before(self, step: State, library: Library) -> State | None:
        """The step to which one goes back; None from the first."""
        earlier = STEPS[: STEPS.index(step)]
        return next((other for other in self.steps(library)[::-1] if other in earlier), None)


def step_name(state: str) -> str:
    """A stored state as the buttons of that step carry it."""
    return state.rpartition(":")[2]
