"""How a handler works: one unit of work decides, and what it decided is shown after COMMIT."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

import structlog
from aiogram.types import CallbackQuery, Update, User

from domain.languages import match_language
from domain.person import Notice, Person, Screen
from domain.questionnaire import Profile
from handlers.states import AFTER_CONSENT, WITH_KEYS, Talk, name
from handlers.views.context import Speech
from storage.campaigns import NO_SOURCE
from storage.database import Database
from storage.records import Records

log = structlog.get_logger()

SILENCE: Final = timedelta(minutes=30)
HASTY: Final = timedelta(milliseconds=400)
"""A second tap of a hasty thumb lands on the next screen's buttons within this time."""
WISHED: Final = "wished"
"""Names in the welcome's facts the command that was given there, to be followed afterwards."""
SEEN_AGAIN: Final = timedelta(days=1)
"""How exactly it is kept when somebody was last here, if nothing else changes."""
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Courier(Protocol):
    """Brings to people what is due; what it is told here also stands in the database."""

    def show(self, person: Person) -> None:
        """This person's screen has changed."""
        ...

    def wake(self, person_id: int) -> None:
        """Something waits for this person."""
        ...

    def forget(self, person_id: int) -> None:
        """This person is gone: nothing is due to them any longer."""
        ...

    def answer(self, query_id: str, toast: str) -> None:
        """Ends a button's spinner, with a short text or without."""
        ...

    def tell(self, chat_id: int, text: str, edit: int | None = None) -> None:
        """Says something that nothing hangs on; not repeated after a crash."""
        ...


@dataclass(slots=True)
class Turn:
    """What a decision works with; one transaction.

    Attributes:
        records: The tables.
        person: Who acts, in the place where they are.
        now: When.
        speech: Content and words.
        is_new: Whether the person was not known before.
        toast: A line for the button's toast; set by the decision.
        toast_args: What it is filled with.
        has_deliveries: Whether something was handed to the courier; set by `deliver`.
        receivers: Row numbers of other people for whom something waits now.
        before: The screen's revision at the beginning.
    """

    records: Records
    person: Person
    now: datetime
    speech: Speech
    is_new: bool = False
    toast: str = ""
    toast_args: Mapping[str, str | int] = field(default_factory=dict)
    has_deliveries: bool = False
    receivers: set[int] = field(default_factory=set)
    before: int = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.person.screen.wanted

    @property
    def is_hasty(self) -> bool:
        """Whether a tap comes too soon after its screen to be meant for it."""
        screen = self.person.screen
        if screen.shown_at is None or screen.is_due:
            return False
        return timedelta() <= self.now - screen.shown_at < HASTY

    @property
    def is_unread(self) -> bool:
        """Whether words come before their screen could be read: it is due, or a moment old."""
        return self.person.screen.is_due or self.is_hasty

    @property
    def was_silent(self) -> bool:
        """Whether the person was away so long that words are a return, not a mistake."""
        return self.now - self.person.seen_at >= SILENCE

    async def deliver(self, kind: str, **payload: str | int) -> None:
        """Something to bring to the person after the commit."""
        await self.records.deliveries.add(self.person.id, kind, self.now, **payload)
        self.has_deliveries = True

    async def deliver_to(self, person_id: int, kind: str, **payload: str | int) -> None:
        """Something to bring to somebody else after the commit."""
        await self.records.deliveries.add(person_id, kind, self.now, **payload)
        self.receivers.add(person_id)


Decision = Callable[[Turn], Awaitable[Person]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What handlers work with.

    Attributes:
        database: Where units of work run.
        courier: Brings to people what is due.
        speech: Content and words.
        clock: Tells the present moment; tests set it.
    """

    database: Database
    courier: Courier
    speech: Speech
    clock: Clock = utc_now


NEVER: Final = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Visit:
    """One update of one person in their private chat.

    Attributes:
        desk: What handlers work with.
        user: Who.
        update: What happened.
    """

    desk: Desk
    user: User
    update: Update

    async def act(
        self,
        decide: Decision,
        *,
        once: bool = False,
        needs_consent: bool = True,
        adopts: bool = False,
    ) -> Person:
        """Decides in one transaction; after its commit, shows what came of it.

        Args:
            decide: From a turn to the person in their new place. May run again if the commit
                fails, so it only reads and writes records.
            once: Whether a repeated update must not be decided again, only be shown.
            needs_consent: Whether those who have not consented are led to the consent instead.
            adopts: Whether the tapped message is the screen even if the database missed it.

        Returns:
            The person in their new place.
        """
        now = self.desk.clock()
        turns: list[Turn] = []

        async def unit(records: Records) -> Person:
            turn = await self._turn(records, now)
            turns.append(turn)
            if once and not await records.updates.first_time(self.update.update_id, now):
                after = _as_it_is(turn.person)
            elif needs_consent and turn.person.consented_at is None:
                after = self._at_the_consent(turn)
            else:
                turn.person = self._adopted(turn.person) if adopts else turn.person
                left = turn.person.state
                after = self._placed(turn.person, await decide(turn), adopts=adopts)
                after = await _keys_put_away(turn, left, after)
            if after is not turn.person:
                await records.people.save(replace(after, seen_at=now))
            elif now - after.seen_at >= SEEN_AGAIN:
                await records.people.seen(after.id, now)
            return after

        after = await self.desk.database.write(unit)
        self._show(after, turns[-1])
        return after

    async def _turn(self, records: Records, now: datetime) -> Turn:
        person = await records.people.find(self.user.id)
        if person is not None:
            return Turn(records, person, now, self.desk.speech)
        house = self.desk.speech.house
        newcomer = Person(
            id=0,
            chat_id=self.user.id,
            language=match_language(self.user.language_code, house.default_language),
            state=name(Talk.welcome),
            context={},
            profile=Profile(),
            consented_at=None,
            campaign=None,
            screen=Screen(),
            notice=None,
            seen_at=now,
        )
        person = await records.people.create(newcomer, NO_SOURCE)
        return Turn(records, person, now, self.desk.speech, is_new=True)

    def _at_the_consent(self, turn: Turn) -> Person:
        """Told that the consent comes first; a command is remembered until then.

        Who says hello for the first time is welcomed without that.
        """
        person = turn.person
        message = self.update.message
        text = (message.text or "") if message is not None else ""
        command = text.removeprefix("/").partition(" ")[0].partition("@")[0]
        wished = command if text.startswith("/") and command in AFTER_CONSENT else ""
        kept = {} if person.state != name(Talk.welcome) else dict(person.context)
        if wished:
            kept[WISHED] = wished
        is_hello = turn.is_new and not text.startswith("/")
        said = None if is_hello else notice("notice-consent-first", command=wished or "none")
        return person.at(name(Talk.welcome), fresh=self._is_message, notice=said, **kept)

    @property
    def _is_message(self) -> bool:
        return self.update.message is not None

    @property
    def _tapped(self) -> int | None:
        query = self.update.callback_query
        return query.message.message_id if query and query.message else None

    def _adopted(self, person: Person) -> Person:
        """With the tapped message as screen, if it is newer than the one that was noted."""
        known = person.screen.message_id or 0
        if self._tapped is None or self._tapped <= known:
            return person
        screen = person.screen
        reached = max(screen.shown, screen.fresh)
        return replace(person, screen=replace(screen, message_id=self._tapped, shown=reached))

    def _placed(self, before: Person, after: Person, *, adopts: bool) -> Person:
        """A menu opened from some other message comes as a new one, not far above."""
        moved = after.screen.wanted > before.screen.wanted
        elsewhere = self._tapped is not None and self._tapped != before.screen.message_id
        if adopts or not moved or not elsewhere:
            return after
        return replace(after, screen=replace(after.screen, fresh=after.screen.wanted))

    def _show(self, after: Person, turn: Turn) -> None:
        courier, query = self.desk.courier, self.update.callback_query
        if query is not None:
            line = self.desk.speech.texts.line
            said = line(after.language, turn.toast, **turn.toast_args) if turn.toast else ""
            courier.answer(query.id, said)
        if after.screen.wanted != turn.before or after.screen.is_due:
            courier.show(after)
        if turn.has_deliveries:
            courier.wake(after.id)
        for receiver in turn.receivers:
            courier.wake(receiver)


async def _keys_put_away(turn: Turn, left: str, after: Person) -> Person:
    """Out of a place with keys: they go, and so does its message, which can't be edited."""
    if left not in WITH_KEYS or after.state == left:
        return after
    await turn.deliver("keys_off")
    screen = after.screen
    return replace(after, screen=replace(screen, fresh=screen.wanted)) if screen.is_due else after


def _as_it_is(person: Person) -> Person:
    """Shown once more, unless a result took the screen's place: then no menu pops up."""
    return person if person.screen.message_id is None else person.again()


def notice(key: str, **args: str | int) -> Notice:
    """A line above the screen."""
    return Notice(key, args)


def log_refusal(what: str, query: CallbackQuery | None = None) -> None:
    """Notes something that no honest client sends, without saying who."""
    log.warning("refused", what=what, data_length=len(query.data or "") if query else 0)
