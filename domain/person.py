"""A person as the conversation knows them: no name, only what is needed to go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.attempt import Attempt
from domain.kinds import LIGHT
from domain.questionnaire import Profile


@dataclass(frozen=True, slots=True)
class Notice:
    """A line above the screen that answers what the person just did.

    Attributes:
        key: Which message of the interface.
        args: What it is filled with.
    """

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Screen:
    """The one message that is edited in place, and how far it has been shown.

    Attributes:
        message_id: Telegram's number of the message; None before the first and after a result.
        wanted: Revision of what the person should see.
        shown: Revision of what Telegram has accepted.
        fresh: Revision from which it must be a new message, not an edit.
        shown_at: When Telegram accepted it.
    """

    message_id: int | None = None
    wanted: int = 0
    shown: int = 0
    fresh: int = 0
    shown_at: datetime | None = None

    @property
    def is_due(self) -> bool:
        """Whether there is something the person has not been shown."""
        return self.shown < self.wanted

    @property
    def needs_new_message(self) -> bool:
        """Whether the pending screen must come as a message of its own."""
        return self.message_id is None or self.shown < self.fresh


class Status(StrEnum):
    """What a campaign does at a moment."""

    RUNNING = "running"
    PAUSED = "paused"
    EARLY = "early"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Campaign:
    """Where people come from: an event, a mailing, a company.

    Attributes:
        id: Row number.
        code: The deep link's payload.
        title: Who asks, as shown to people.
        instrument: Id of the instrument it opens.
        mode: "express" or "full"; None lets the person choose.
        is_open: Whether it takes answers: false while it is paused.
        opens_at: From when it takes them; None from the beginning.
        closes_at: Until when; None without an end.
        company: Of a survey: who asks, as people see it above each question.
        occasion: Of a survey: what it is about.
        owner_id: Row number of the head of a company who made it; None where an admin did.
    """

    id: int
    code: str
    title: str
    instrument: str
    mode: str | None
    is_open: bool = True
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    company: str | None = None
    occasion: str | None = None
    owner_id: int | None = None

    @property
    def asks(self) -> str:
        """Who asks, and what about if that is said: it tells surveys of one company apart."""
        return " · ".join(part for part in (self.company or self.title, self.occasion) if part)

    def status(self, now: datetime) -> Status:
        """What it does now; what is over stays over, paused or not."""
        if self.closes_at is not None and self.closes_at <= now:
            return Status.OVER
        if not self.is_open:
            return Status.PAUSED
        if self.opens_at is not None and now < self.opens_at:
            return Status.EARLY
        return Status.RUNNING

    @property
    def is_removed(self) -> bool:
        """Whether this survey's head has removed it or is gone: its link only says so.

        It ended as it began, in one moment, which no days do that somebody sets.
        """
        return self.closes_at is not None and self.opens_at == self.closes_at

    def takes_answers(self, now: datetime) -> bool:
        """Whether somebody may begin here now: it is not paused, has begun and is not over."""
        return self.status(now) is Status.RUNNING


@dataclass(frozen=True, slots=True)
class Person:
    """One person and their place in the conversation.

    Attributes:
        id: Row number.
        chat_id: Where to write to.
        language: One of LANGUAGES.
        state: Name of the state they are in.
        context: Small facts of that state (JSON values).
        profile: Role, size, industry as they said.
        consented_at: When they agreed to the processing; None before.
        campaign: The campaign they last came with.
        screen: The message they look at.
        notice: What to tell above it.
        seen_at: When they last did something.
        attempt_id: Row number of the attempt they are in; None outside one.
        attempt: That attempt.
        takes_reminders: Whether they may be reminded of a test they left.
    """

    id: int
    chat_id: int
    language: str
    state: str
    context: Mapping[str, str | int | bool]
    profile: Profile
    consented_at: datetime | None
    campaign: Campaign | None
    screen: Screen
    notice: Notice | None
    seen_at: datetime
    attempt_id: int | None = None
    attempt: Attempt | None = None
    takes_reminders: bool = True

    @property
    def is_busy(self) -> bool:
        """Whether they are in a test that is not left without a word; a tool is none."""
        return self.attempt is not None and self.attempt.instrument.scoring not in LIGHT

    def at(
        self,
        state: str | None,
        *,
        fresh: bool = False,
        notice: Notice | None = None,
        **context: str | int | bool,
    ) -> "Person":
        """In a state, with a screen to be shown.

        Args:
            state: Its name.
            fresh: Whether the screen must come as a new message, below what was just written.
            notice: What to tell above the screen.
            context: The state's small facts; those of the state before are dropped.
        """
        wanted = self.screen.wanted + 1
        screen = replace(self.screen, wanted=wanted, fresh=wanted if fresh else self.screen.fresh)
        return replace(
            self, state=state or self.state, screen=screen, notice=notice, context=context
        )

    def again(self, *, fresh: bool = False, notice: Notice | None = None) -> "Person":
        """In the same place, with its screen to be shown again."""
        return self.at(self.state, fresh=fresh, notice=notice, **self.context)

    def without_screen(self) -> "Person":
        """Looking at no screen: the message stays behind as it is, the next is a new one.

        What was still to be shown there is not shown any more.
        """
        revision = self.screen.wanted + 1
        left = replace(self.screen, message_id=None, wanted=revision, shown=revision)
        return replace(self, screen=left)


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished attempt.

    Attributes:
        id: Row number.
        attempt: The answers.
        finished_at: When the last answer was taken.
        campaign: Where it was taken, if anywhere.
        again_at: When the person asked to be reminded to measure again; None if they did not.
        is_trial: Whether no figure counts it.
    """

    id: int
    attempt: Attempt
    finished_at: datetime
    campaign: Campaign | None
    again_at: datetime | None = None
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt with something in it that has not come to its end, and can be gone on with.

    Attributes:
        id: Row number.
        attempt: The answers and the place.
        campaign: Where it was begun, if anywhere.
        is_trial: Whether no figure counts it.
    """

    id: int
    attempt: Attempt
    campaign: Campaign | None
    is_trial: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something that Telegram has not accepted yet.

    Attributes:
        id: Row number; a person's deliveries go out in this order.
        person_id: Whose it is.
        kind: What to make.
        payload: From what to make it (JSON values).
        tries: How often it has failed.
        taken_until: How long other processes leave it to the one that took it.
    """

    id: int
    person_id: int
    kind: str
    payload: Mapping[str, str | int]
    tries: int = 0
    taken_until: datetime | None = None
