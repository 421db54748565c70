"""What somebody may want in the middle of a test, and what comes of it.

What they leave for it waits: `storage.attempts` finds it again.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from domain.attempt import supplemented
from domain.kinds import Mode, Scoring
from domain.person import Finished, Person
from domain.questionnaire import Instrument
from domain.staying import can_be_repeated
from handlers.desk import Turn
from handlers.moves import (
    Wish,
    ask,
    asks,
    begin,
    enter,
    link_title,
    new_key,
    prepare,
    resume,
    stand,
    waiting_for,
    without_attempt,
)
from handlers.outcomes import EDITABLE
from handlers.views.titles import title_of


@dataclass(frozen=True, slots=True)
class Way:
    """The way to what is wished.

    Attributes:
        title: What it is called.
        test: Which test it is.
        go: Takes the person there.
    """

    title: str
    test: str
    go: Callable[[], Awaitable[Person]]


async def turn_to(turn: Turn, wish: Wish, arg: str, *, fresh: bool = False) -> Person | None:
    """To what somebody wishes; out of a test only once they have said so.

    Args:
        turn: The transaction.
        wish: What for.
        arg: Which test, campaign (by its code) or finished attempt (by its key).
        fresh: Whether the screen must come as a new message.

    Returns:
        The person there, or before the choice; None if there is no such thing for them.
    """
    way = await WAYS[wish](turn, arg)
    if way is None:
        return None
    is_asked = await asks(turn, way.test)
    after = ask(turn.person, wish, arg, way.title) if is_asked else await way.go()
    if not fresh or not after.screen.is_due:
        return after
    return replace(after, screen=replace(after.screen, fresh=after.screen.wanted))


async def chosen(turn: Turn) -> Person:
    """To what somebody was asked about, and chose; on with the test if that is gone."""
    context = turn.person.context
    wish = str(context.get("wish", ""))
    known = wish in set(Wish)
    way = await WAYS[Wish(wish)](turn, str(context["arg"])) if known else None
    return stand(turn.person) if way is None else await way.go()


async def _test(turn: Turn, test: str) -> Way | None:
    instrument = turn.speech.library.instruments.get(test)
    if instrument is None:
        return None

    async def go() -> Person:
        alone = replace(without_attempt(turn.person), campaign=None, context={"test": test})
        one = await waiting_for(turn, alone, instrument, anywhere=True)
        if one is not None:
            return resume(turn.person, one)
        return await prepare(turn, alone)

    return Way(instrument.title[turn.person.language], test, go)


async def _link(turn: Turn, code: str) -> Way | None:
    campaign = await turn.records.campaigns.by_code(code)
    if campaign is None:
        return None

    async def go() -> Person:
        left = replace(without_attempt(turn.person), campaign=campaign, context={})
        return await prepare(turn, left)

    return Way(link_title(turn, campaign), campaign.instrument, go)


async def _edit(turn: Turn, key: str) -> Way | None:
    """Back into what was built; it stays finished, and is drawn anew when it is done."""
    built = await turn.records.attempts.finished_by_key(turn.person.id, key)
    if built is None or built.attempt.instrument.scoring not in EDITABLE:
        return None

    async def go() -> Person:
        attempt = built.attempt.reopened()
        await turn.records.attempts.save(built.id, attempt, turn.now)
        inside = replace(turn.person, campaign=built.campaign)
        return stand(replace(inside, attempt=attempt, attempt_id=built.id))

    title = title_of(built.attempt, turn.person.language)
    return Way(title, built.attempt.instrument.id, go)


async def _full(turn: Turn, key: str) -> Way | None:
    """From the short version to the full one, keeping its answers."""
    express = await turn.records.attempts.finished_by_key(turn.person.id, key)
    if express is None or express.attempt.mode is not Mode.EXPRESS:
        return None
    current = _current(turn, express)
    if current.meaning != express.attempt.instrument.meaning:
        current = express.attempt.instrument  # answers to other questions can't be taken over

    async def go() -> Person:
        inside = replace(turn.person, campaign=express.campaign)
        one = await waiting_for(turn, inside, current, Mode.FULL)
        if one is not None:
            return resume(inside, one)
        attempt = supplemented(express.attempt, new_key(), current)
        return await enter(turn, inside, attempt)

    return Way(_full_title(turn, current), current.id, go)


async def _measure(turn: Turn, key: str) -> Way | None:
    """The same test in full once more, at its current version, of the same person.

    Without a campaign: in its figures the later attempt would take the earlier one's place, and
    they would show another day than that of the event.
    """
    finished = await turn.records.attempts.finished_by_key(turn.person.id, key)
    if finished is None or not can_be_repeated(finished.attempt):
        return None
    current = _current(turn, finished)

    async def go() -> Person:
        await turn.records.reminders.wish(finished.id, None)
        return await _alone(turn, current)

    return Way(_full_title(turn, current), current.id, go)


async def _try(turn: Turn, test: str) -> Way | None:
    """A survey as others see it; it counts nowhere."""
    instrument = turn.speech.library.instruments.get(test)
    if instrument is None or instrument.scoring is not Scoring.SURVEY:
        return None

    async def go() -> Person:
        return await _alone(turn, instrument)

    return Way(instrument.title[turn.person.language], test, go)


def _current(turn: Turn, finished: Finished) -> Instrument:
    """The test of a finished attempt as it is now."""
    taken = finished.attempt.instrument
    return turn.speech.library.instruments.get(taken.id, taken)


def _full_title(turn: Turn, instrument: Instrument) -> str:
    """What its full version is called."""
    language = turn.person.language
    return f"{instrument.title[language]} · {turn.speech.texts.line(language, 'mode-full')}"


async def _alone(turn: Turn, instrument: Instrument) -> Person:
    """In a full version without a campaign: in one that waits, or at the beginning."""
    alone = replace(without_attempt(turn.person), campaign=None)
    one = await waiting_for(turn, alone, instrument, Mode.FULL)
    if one is not None:
        return resume(alone, one)
    return await begin(turn, alone, instrument, Mode.FULL)


WAYS: Final[Mapping[Wish, Callable[[Turn, str], Awaitable[Way | None]]]] = {
    Wish.TEST: _test,
    Wish.LINK: _link,
    Wish.EDIT: _edit,
    Wish.FULL: _full,
    Wish.MEASURE: _measure,
    Wish.TRY: _try,
}
"""How each wish is found; None where there is nothing of the kind for this person."""
