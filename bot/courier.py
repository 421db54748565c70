"""Brings to people what is due, and keeps at it until Telegram has accepted it.

What is due stands in the database: a screen whose revision was not shown yet, and deliveries.
So nothing is lost with the process: at the start, everything pending is taken up again. Each
person has two lanes, one for the screen and one for deliveries (a card takes a moment to draw;
taps go on meanwhile), and one allowance for messages to their chat.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.allowance import BURST, RATE, Allowance
from bot.lease import Lease, take_next
from bot.metrics import DELIVERED, REFUSED, RETRIED
from bot.noting import TRIES, noted
from bot.post import Kept, Post, nothing
from bot.tasks import Tasks
from domain.person import Delivery, Person
from handlers.desk import Clock
from handlers.parcels.packer import Packer
from handlers.parcels.parcel import Parcel
from handlers.screens.screens import Screens
from storage.database import Database
from storage.deliveries import MAX_TRIES
from storage.records import Records

FIRST_WAIT: Final = 0.5
LONG_WORK: Final = frozenset({"report", "rows"})
"""Deliveries that take long to make: the person sees that work goes on."""
LONGEST_WAIT: Final = 30.0
"""Seconds between tries while Telegram can't be reached; doubled each time up to the longest."""
UNSHOWN: Final = timedelta(minutes=1)
"""How long a screen is left to the process that stored it."""

log = structlog.get_logger()


@dataclass(slots=True)
class _Lanes:
    """What is under way for one person.

    Attributes:
        allowance: How much the chat still takes.
        newest: The screen to be shown next.
        floor: Screens of an earlier revision are not shown any more.
        noted: Revision and message of the last screen shown: ahead of the database while its
            note is being stored.
        screen: The task that shows screens.
        deliveries: The task that delivers.
        is_woken: Whether deliveries may have come since they were last read.
        is_leaving: Whether it is to be looked at whether these can be let go.
    """

    allowance: Allowance
    newest: Person | None = None
    floor: int = 0
    noted: tuple[int, int] | None = None
    screen: asyncio.Task[None] | None = None
    deliveries: asyncio.Task[None] | None = None
    is_woken: bool = False
    is_leaving: bool = False


class Courier:
    """The only way from the bot to people.

    Args:
        bot: Speaks to Telegram.
        database: Where what is due stands.
        screens: Makes screens.
        packer: Makes deliveries.
        clock: Tells the present moment.
        rate: Messages and edits a chat takes a second.
    """

    def __init__(
        self,
        bot: Bot,
        database: Database,
        screens: Screens,
        packer: Packer,
        clock: Clock,
        *,
        rate: float = RATE,
    ) -> None:
        self._post = Post(bot)
        self._database = database
        self._screens = screens
        self._packer = packer
        self._clock = clock
        self._rate = rate
        self._tasks = Tasks()
        self._lanes: dict[int, _Lanes] = {}

    async def resume(self) -> None:
        """Takes up, at the start, what processes before have left.

        Where no other process can be, that is everything; else as in `look_again`.
        """
        if self._database.is_shared:
            await self.look_again()
            return
        await self._database.write(lambda records: records.deliveries.give_back_all())
        await self._take_up(None)

    async def look_again(self) -> None:
        """Takes up what is due and nobody is at; a young screen is another process's."""
        await self._take_up(self._clock() - UNSHOWN)

    async def _take_up(self, unshown_before: datetime | None) -> None:
        now = self._clock()

        async def due(records: Records) -> tuple[list[int], list[int]]:
            return (
                await records.people.pending(unshown_before),
                await records.deliveries.people(now),
            )

        screens, deliveries = await self._database.read(due)
        for person_id in screens:
            if self._lanes_of(person_id).screen is None:
                person = await self._person(person_id)
                if person is not None:
                    self.show(person)
        for person_id in deliveries:
            if self._lanes_of(person_id).deliveries is None:
                self.wake(person_id)

    def show(self, person: Person) -> None:
        """This person's screen has changed; of several, only the newest is shown."""
        lanes = self._lanes_of(person.id)
        if person.screen.wanted < lanes.floor:
            return
        lanes.floor = person.screen.wanted
        lanes.newest = person if person.screen.is_due else None
        if lanes.newest is not None and lanes.screen is None:
            lanes.screen = self._tasks.start(self._show_all(person.id, lanes), "screen")

    def wake(self, person_id: int) -> None:
        """Something waits for this person."""
        lanes = self._lanes_of(person_id)
        lanes.is_woken = True
        if lanes.deliveries is None:
            lanes.deliveries = self._tasks.start(self._deliver_all(person_id, lanes), "delivery")

    def forget(self, person_id: int) -> None:
        """This person is gone: nothing is due to them any longer."""
        lanes = self._lanes.pop(person_id, None)
        for task in (lanes.screen, lanes.deliveries) if lanes else ():
            if task is not None:
                task.cancel()

    def answer(self, query_id: str, toast: str) -> None:
        """Ends a button's spinner. Free of the limits on messages; too late is no harm."""
        self._tasks.start(self._post.answer(query_id, toast), "answer")

    def tell(self, chat_id: int, text: str, edit: int | None = None) -> None:
        """Says something that nothing hangs on."""
        self._tasks.start(self._post.tell(chat_id, text, edit), "tell")

    async def close(self, seconds: float) -> None:
        """Finishes what is under way, at most so long; the rest stays due."""
        await self._tasks.finish(seconds)

    def _lanes_of(self, person_id: int) -> _Lanes:
        lanes = self._lanes.get(person_id)
        if lanes is None:
            lanes = self._lanes[person_id] = _Lanes(Allowance(self._rate))
        return lanes

    async def _show_all(self, person_id: int, lanes: _Lanes) -> None:
        try:
            while lanes.newest is not None:
                person, lanes.newest = lanes.newest, None
                await self._show(person, lanes)
        finally:
            lanes.screen = None
            self._tidy(person_id, lanes)

    async def _show(self, person: Person, lanes: _Lanes) -> None:
        """Shows one revision, unless a newer one turns up while waiting."""
        wait, tries = FIRST_WAIT, 0
        has_waited = False
        shown_in: int | None
        while True:
            await lanes.allowance.take()
            if person.screen.wanted < lanes.floor or (has_waited and await self._is_past(person)):
                return
            has_waited = True
            try:
                view = await self._screens.view(person)
                shown_in = await self._post.screen(_caught_up(person, lanes), view)
                break
            except TelegramForbiddenError:
                await self._lost(person.id)
                return
            except TelegramRetryAfter as error:
                RETRIED.labels("flood").inc()
                await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                RETRIED.labels("network").inc()
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            except TelegramAPIError as error:
                # Nothing to be gained by trying the same again; the next step draws anew.
                log.warning("screen refused", state=person.state, error=error.message)
                REFUSED.labels("screen").inc()
                shown_in = person.screen.message_id
                break
            except Exception:
                # The database, most likely. What was not shown stays due if this goes on.
                tries += 1
                log.exception("screen failed", state=person.state, tries=tries)
                if tries >= MAX_TRIES:
                    return
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        DELIVERED.labels("screen").inc()
        if shown_in is not None:
            lanes.noted = (person.screen.wanted, shown_in)
        await self._shown(person, shown_in, lanes)

    async def _is_past(self, person: Person) -> bool:
        """Whether another process has shown a screen, or put another in its place."""
        try:
            now = await self._person(person.id)
        except Exception:
            log.exception("whether a screen is still due is not known")
            return False
        return now is None or now.screen.wanted > person.screen.wanted or not now.screen.is_due

    async def _shown(self, person: Person, message_id: int | None, lanes: _Lanes) -> None:
        """Notes that a screen was shown; a newer one that waits is shown, and noted, instead.

        If it can't be noted at all it counts as due: the next tap finds the message.
        """
        revision, now = person.screen.wanted, self._clock()

        async def note(_failures: int) -> None:
            await self._database.write(
                lambda records: records.people.shown(person.id, revision, message_id, now)
            )

        await noted(note, lambda n: n < TRIES and lanes.newest is None, state=person.state)

    async def _deliver_all(self, person_id: int, lanes: _Lanes) -> None:
        wait, tries = FIRST_WAIT, 0
        try:
            while lanes.is_woken:
                lanes.is_woken = False
                try:
                    await self._deliver_waiting(person_id, lanes)
                except Exception:
                    # The database, most likely. It stays due if this goes on.
                    tries += 1
                    log.exception("deliveries failed", tries=tries)
                    if tries < MAX_TRIES:
                        await asyncio.sleep(wait)
                        wait = min(2 * wait, LONGEST_WAIT)
                        lanes.is_woken = True
        finally:
            lanes.deliveries = None
            self._tidy(person_id, lanes)

    async def _deliver_waiting(self, person_id: int, lanes: _Lanes) -> None:
        delivery = await self._take(person_id)
        while delivery is not None:
            async with Lease(self._database, self._clock, delivery) as lease:
                if lanes.screen is not None:
                    # A closing line must not be overtaken by the question it takes the place of.
                    await asyncio.wait({lanes.screen})
                person = await self._person(person_id)
                if person is None:
                    return
                delivery = await self._deliver(lease, person, lanes)
            if delivery is None and self._database.is_shared:
                # What came while the last one was being dropped was not seen then, and whoever
                # was woken for it found it behind one that was held.
                delivery = await self._take(person_id)

    async def _take(self, person_id: int) -> Delivery | None:
        now = self._clock()
        return await self._database.write(lambda r: take_next(r, person_id, now))

    async def _deliver(self, lease: Lease, person: Person, lanes: _Lanes) -> Delivery | None:
        """Delivers one; the next one, taken, or None where nothing more is to be done now."""
        delivery = lease.delivery
        wait, tries = FIRST_WAIT, delivery.tries
        while not lease.is_lost:
            try:
                kept = await self._hand_over(delivery, person, lanes)
            except TelegramForbiddenError:
                await self._lost(person.id)
                return None
            except TelegramRetryAfter as error:
                RETRIED.labels("flood").inc()
                await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                RETRIED.labels("network").inc()
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            except Exception as error:
                tries += 1
                is_final = isinstance(error, TelegramBadRequest) or tries >= MAX_TRIES
                log.exception("delivery failed", kind=delivery.kind, tries=tries)
                if is_final:
                    REFUSED.labels(delivery.kind).inc()
                    self.tell(person.chat_id, self._packer.apology(person))
                    return await self._settle(lease, nothing)
                await self._database.write(lambda r: r.deliveries.failed(delivery.id))
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                DELIVERED.labels(delivery.kind).inc()
                return await self._settle(lease, kept)
        return None

    async def _hand_over(self, delivery: Delivery, person: Person, lanes: _Lanes) -> Kept:
        """Makes it and sends it; what is to be stored about it then."""
        parcel = await self._pack(delivery, person)
        if parcel is None:
            return nothing
        await lanes.allowance.take()
        return await self._post.parcel(person.chat_id, parcel)

    async def _pack(self, delivery: Delivery, person: Person) -> Parcel | None:
        if delivery.kind not in LONG_WORK:
            return await self._packer.pack(delivery, person)
        async with self._post.busy(person.chat_id, "upload_document"):
            return await self._packer.pack(delivery, person)

    async def _settle(self, lease: Lease, kept: Kept) -> Delivery | None:
        """Drops what is done with, and takes the person's next delivery in the same step."""
        done = lease.delivery

        async def note(failures: int) -> Delivery | None:
            # What can't be kept must not hold up for ever what waits behind it.
            keep = kept if failures < TRIES else nothing

            async def unit(records: Records) -> Delivery | None:
                await keep(records)
                await records.deliveries.done(done.id)
                return await take_next(records, done.person_id, self._clock())

            following = await self._database.write(unit)
            lease.is_settled = True
            return following

        return await noted(note, lambda _: not lease.is_lost, kind=done.kind)

    async def _lost(self, person_id: int) -> None:
        """Blocked by the person: nothing waits for them any longer."""
        await self._database.write(lambda records: records.people.unreachable(person_id))

    async def _person(self, person_id: int) -> Person | None:
        return await self._database.read(lambda records: records.people.by_id(person_id))

    def _tidy(self, person_id: int, lanes: _Lanes) -> None:
        """Lets go of people for whom nothing is under way, once their allowance is full again."""
        if not lanes.is_leaving:
            lanes.is_leaving = True
            loop = asyncio.get_running_loop()
            loop.call_later(BURST / self._rate + 1, self._let_go, person_id, lanes)

    def _let_go(self, person_id: int, lanes: _Lanes) -> None:
        lanes.is_leaving = False
        if self._lanes.get(person_id) is not lanes:
            return
        if lanes.screen is None and lanes.deliveries is None and lanes.allowance.is_full:
            del self._lanes[person_id]
        else:
            self._tidy(person_id, lanes)


def _caught_up(person: Person, lanes: _Lanes) -> Person:
    """With the message that shows the screen, if the database has not noted it yet."""
    if lanes.noted is None or lanes.noted[0] <= person.screen.shown:
        return person
    revision, message_id = lanes.noted
    return replace(person, screen=replace(person.screen, shown=revision, message_id=message_id))
