"""What somebody may want in the middle of a test, and what comes of it.

What they leave for it waits: `storage.attempts` finds it again.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from domain.attempt import supplemented
from domain.kinds import LIGHT, Mode, Scoring
from domain.person import Campaign, Finished, Person
from domain.questionnaire import Instrument
from domain.staying import can_be_repeated
from handlers.desk import Turn
from handlers.moves import (
    begin,
    enter,
    new_key,
    prepare,
    resume,
    resumed,
    stand,
    waiting,
    waiting_for,
    without_attempt,
)
from handlers.outcomes import EDITABLE
from handlers.states import Talk, name
from handlers.views.titles import title_of


class Wish(StrEnum):
    """What somebody wants who is in the middle of a test."""

    TEST = "test"
    LINK = "link"
    EDIT = "edit"
    FULL = "full"
    MEASURE = "measure"
    TRY = "try"


@dataclass(frozen=True, slots=True)
class Way:
    """The way to what is wished.

    Attributes:
        title: What it is called.
        test: Which test it is.
        go: Takes the person there.
        is_here: Whether that is the test under way: whoever taps twice is not asked.
    """

    title: str
    test: str
    go: Callable[[], Awaitable[Person]]
    is_here: bool = False


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
    if way.is_here:
        after = resumed(turn.person)
    elif await _asks(turn, way.test):
        after = _ask(turn.person, wish, arg, way.title)
    else:
        after = await way.go()
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


async def _asks(turn: Turn, test: str) -> bool:
    """Whether somebody is asked before they leave what they are in for a test.

    So in one with something in it that is in no result yet; never for the sake of a tool.
    """
    wanted = turn.speech.library.instruments.get(test)
    if not turn.person.is_busy or (wanted is not None and wanted.scoring in LIGHT):
        return False
    return any(one.id == turn.person.attempt_id for one in await waiting(turn))


def _ask(person: Person, wish: Wish, arg: str, title: str) -> Person:
    """Before the choice between what somebody is in and what they wish."""
    return person.at(name(Talk.conflict), wish=str(wish), arg=arg, title=title)


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

    is_here = turn.person.is_busy and _is_in(turn.person, instrument)
    return Way(instrument.title[turn.person.language], test, go, is_here)


async def _link(turn: Turn, code: str) -> Way | None:
    campaign = await turn.records.campaigns.by_code(code)
    if campaign is None:
        return None

    async def go() -> Person:
        left = replace(without_attempt(turn.person), campaign=campaign, context={})
        return await prepare(turn, left)

    return Way(_link_title(turn, campaign), campaign.instrument, go)


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
        return await enter(turn, inside, attempt, words_of=express.id)

    is_here = _is_in(turn.person, current, Mode.FULL)
    return Way(_full_title(turn, current), current.id, go, is_here)


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

    is_here = _is_in(turn.person, current, Mode.FULL)
    return Way(_full_title(turn, current), current.id, go, is_here)


async def _try(turn: Turn, test: str) -> Way | None:
    """A survey as others see it; it counts nowhere."""
    instrument = turn.speech.library.instruments.get(test)
    if instrument is None or instrument.scoring is not Scoring.SURVEY:
        return None

    async def go() -> Person:
        return await _alone(turn, instrument)

    is_here = turn.person.campaign is None and _is_in(turn.person, instrument)
    return Way(instrument.title[turn.person.language], test, go, is_here)


def _is_in(person: Person, instrument: Instrument, mode: Mode | None = None) -> bool:
    """Whether somebody is in this test, in that version of it."""
    attempt = person.attempt
    return (
        attempt is not None
        and attempt.instrument.id == instrument.id
        and mode in {None, attempt.mode}
    )


def _link_title(turn: Turn, campaign: Campaign) -> str:
    """Where a link leads: who asks, and to which test."""
    instrument = turn.speech.library.instruments.get(campaign.instrument)
    test = instrument.title[turn.person.language] if instrument else ""
    return " · ".join(part for part in (campaign.title, test) if part)


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
