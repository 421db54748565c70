"""Moves that several flows share: arriving, beginning an attempt, standing at a question."""

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Final

from aiogram.types import CallbackQuery

from domain.attempt import Attempt
from domain.days import day_of, last_day
from domain.kinds import Kind, Mode, Scoring
from domain.person import Campaign, Notice, Person, Status
from domain.questionnaire import Instrument, Profile
from domain.scoring import score
from domain.staying import can_be_repeated
from handlers.desk import Turn, log_refusal, notice
from handlers.outcomes import AFTER
from handlers.rights import is_survey, owns
from handlers.states import Talk, name
from handlers.views.context import named
from storage.campaigns import NO_SOURCE, SHARED, UNKNOWN_SOURCE

KEY_BYTES: Final = 6
DEFAULT_TEST: Final = "map"
PARTS: Final = timedelta(seconds=3)
"""Clients cut a long text into messages that come within this time of each other."""
PROFILE_STATES: Final = (Talk.role, Talk.size, Talk.industry)


def default_test(turn: Turn) -> Instrument:
    """The instrument of somebody's campaign, of what they chose, or the first there is."""
    instruments = turn.speech.library.instruments
    person = turn.person
    chosen = str(person.context.get("test", ""))
    wanted = chosen or (person.campaign.instrument if person.campaign else DEFAULT_TEST)
    return instruments.get(wanted) or next(iter(instruments.values()))


async def arrive(turn: Turn, payload: str) -> Person:
    """Somebody opens a link, or enters its code.

    Args:
        turn: The transaction.
        payload: The campaign's code; empty for a plain start.
    """
    campaign, said = await _resolve(turn, payload)
    person = turn.person
    if person.consented_at is None:
        invited = replace(person, campaign=campaign or person.campaign)
        return invited.at(name(Talk.welcome), fresh=True, notice=said)
    if person.attempt is not None and not _is_left(person, campaign):
        return _mid_test(person, campaign, said)
    if campaign is not None:
        # Without what was chosen where they stood: the link says which test it is.
        left = replace(without_attempt(person), campaign=campaign, context={})
        return await prepare(turn, left, fresh=True)
    under_way = {name(state) for state in (*PROFILE_STATES, Talk.mode)}
    if person.state in under_way:
        return person.again(fresh=True, notice=said)
    return without_attempt(person).at(name(Talk.home), fresh=True, notice=said)


def _is_left(person: Person, campaign: Campaign | None) -> bool:
    """Whether somebody who arrives leaves what they are in without being asked.

    So a calculation, for another link; for any, a page after which nothing comes; and, for
    another link, a survey that is no more.
    """
    if is_removed(person):
        return campaign is not None
    if person.is_busy or person.attempt is None:
        return False
    current = person.campaign.id if person.campaign else None
    is_another = campaign is not None and campaign.id != current
    return is_another or person.attempt.question.is_end


def is_removed(person: Person) -> bool:
    """Whether the survey somebody is answering was removed meanwhile: nobody waits for answers."""
    attempt, campaign = person.attempt, person.campaign
    return (
        attempt is not None
        and attempt.instrument.scoring is Scoring.SURVEY
        and campaign is not None
        and campaign.is_removed
    )


def without_attempt(person: Person) -> Person:
    """Somebody who leaves the attempt they are in."""
    return replace(person, attempt=None, attempt_id=None)


def _mid_test(person: Person, campaign: Campaign | None, said: Notice | None) -> Person:
    current = person.campaign.id if person.campaign else None
    if campaign is not None and campaign.id != current:
        return person.at(name(Talk.conflict), fresh=True, code=campaign.code)
    return stand(person, fresh=True, said=said or notice("notice-resumed"))


async def _resolve(turn: Turn, payload: str) -> tuple[Campaign | None, Notice | None]:
    """The campaign behind a payload, and what to say if there is none."""
    code, said = payload.lower(), None
    is_copy = code.startswith(SHARED)
    campaign = await turn.records.campaigns.by_code(code.removeprefix(SHARED)) if code else None
    if not code:
        source = NO_SOURCE
    elif is_copy and (campaign or code == f"{SHARED}card"):
        source, campaign = code, None
    elif campaign is None and any(named(one) == code for one in turn.speech.library.instruments):
        source = f"{SHARED}card"
    elif campaign is None:
        source, said = UNKNOWN_SOURCE, notice(_unknown(turn, code))
    else:
        source, said = campaign.code, closed(turn, campaign)
        if owns(turn.person, campaign):
            return (None, said) if said else (campaign, None)  # a look at one's own: no visit
        campaign = None if said else campaign
    await _count(turn, source)
    return campaign, said


def _unknown(turn: Turn, code: str) -> str:
    """What to say of a code that is no campaign's; a survey's begins with the survey's id."""
    instruments = turn.speech.library.instruments.values()
    surveys = (made.id for made in instruments if made.scoring is Scoring.SURVEY)
    begins = tuple(f"{test.replace('.', '-')}-" for test in surveys)
    return "survey-unknown" if code.startswith(begins) else "campaign-unknown"


def closed(turn: Turn, campaign: Campaign | None) -> Notice | None:
    """Why nobody can begin with a campaign now; None where they can, or there is no campaign."""
    if campaign is None:
        return None
    house, language = turn.speech.house, turn.person.language
    status, alone = campaign.status(turn.now), not is_survey(campaign, turn.speech)
    if status is Status.EARLY and campaign.opens_at is not None:
        date = turn.speech.texts.date(language, day_of(campaign.opens_at, house.zone))
        return notice("campaign-early" if alone else "survey-early", date=date)
    if status is Status.OVER and campaign.closes_at is not None:
        date = turn.speech.texts.date(language, last_day(campaign.closes_at, house.zone))
        return notice("campaign-over" if alone else "survey-over", date=date)
    if status is Status.PAUSED:
        return notice("campaign-closed" if alone else "survey-closed")
    return None


async def _count(turn: Turn, source: str) -> None:
    """Counts a person once a source; keeps the first and the latest."""
    latest = await turn.records.people.latest_source(turn.person.id)
    if turn.is_new or latest != source:
        today = turn.now.astimezone(turn.speech.house.zone)
        await turn.records.campaigns.count_visit(source, today, started=1)
        await turn.records.people.came_from(turn.person.id, source, first=turn.is_new)


async def prepare(turn: Turn, person: Person, *, fresh: bool = False) -> Person:
    """Towards an attempt: profile first, then the version, then the first question."""
    if said := closed(turn, person.campaign):
        # Paused or over since the link was opened.
        return replace(person, campaign=None).at(name(Talk.home), fresh=fresh, notice=said)
    turn.person = person
    instrument = default_test(turn)
    if instrument.profile and person.profile == Profile():
        return person.at(name(Talk.role), fresh=fresh, test=instrument.id)
    return await after_profile(turn, person, fresh=fresh)


async def after_profile(turn: Turn, person: Person, *, fresh: bool = False) -> Person:
    """The version, if there is a choice and the campaign leaves it; else the first question."""
    turn.person = person
    instrument = default_test(turn)
    mode = person.campaign.mode if person.campaign else None
    if mode is None and instrument.express:
        was_asked = person.state in {name(state) for state in PROFILE_STATES}
        place = name(Talk.mode)
        return person.at(place, fresh=fresh, test=instrument.id, asked=was_asked)
    return await begin(turn, person, instrument, Mode(mode or Mode.FULL), fresh=fresh)


async def begin(
    turn: Turn, person: Person, instrument: Instrument, mode: Mode, *, fresh: bool = False
) -> Person:
    """A new attempt at its first question.

    A survey asks for no role, so it keeps none that was said elsewhere: among few, it could name
    somebody to the company.
    """
    profile = Profile() if instrument.scoring is Scoring.SURVEY else person.profile
    attempt = Attempt(new_key(), instrument, mode, profile).started()
    return await enter(turn, person, attempt, fresh=fresh)


async def enter(
    turn: Turn,
    person: Person,
    attempt: Attempt,
    *,
    fresh: bool = False,
    words_of: int | None = None,
) -> Person:
    """Stores a new attempt and stands at its question; nothing left to ask means its result.

    If the campaign no longer takes answers, they don't count there, and the person is told.

    Args:
        turn: The transaction.
        person: Who begins.
        attempt: Its beginning.
        fresh: Whether its screen must come below what was just written.
        words_of: Row number of the attempt whose written answers it goes on with, if any.
    """
    if said := closed(turn, person.campaign):
        person = replace(person, campaign=None)
    # Asked anew each time: an admin may have been somebody like any other before.
    is_trial = turn.speech.house.is_admin(person.chat_id) or _tries_out(person, attempt)
    if said is None and not is_trial and await _answers_again(turn, person, attempt):
        said = notice("survey-again")
    row = await turn.records.attempts.create(person, attempt, turn.now, is_trial=is_trial)
    if words_of is not None:
        await turn.records.attempts.copy_words(words_of, row, attempt.answers)
    entered = replace(person, attempt=attempt, attempt_id=row)
    if attempt.position is None:
        return await finish(turn, entered, attempt)
    return stand(entered, fresh=fresh, said=said)


async def _answers_again(turn: Turn, person: Person, attempt: Attempt) -> bool:
    """Whether a survey's new answer takes the place of an earlier one by the same person."""
    if attempt.instrument.scoring is not Scoring.SURVEY or person.campaign is None:
        return False
    return await turn.records.attempts.counts_in(person.id, person.campaign.id)


def _tries_out(person: Person, attempt: Attempt) -> bool:
    """Whether a survey is only looked at: it is nobody's, or the person's own."""
    if attempt.instrument.scoring is not Scoring.SURVEY:
        return False
    return person.campaign is None or owns(person, person.campaign)


def back_to_place(person: Person, *, fresh: bool) -> Person:
    """Out of a menu: to the question of a test under way, or home."""
    if person.consented_at is None:
        return person.at(name(Talk.welcome), fresh=fresh)
    if person.attempt is not None:
        return stand(person, fresh=fresh)
    return person.at(name(Talk.home), fresh=fresh)


def stand(person: Person, *, fresh: bool = False, said: Notice | None = None) -> Person:
    """At the question the attempt has reached, or at all answers where none is left.

    What is built has screens of its own. Out of a survey that was removed meanwhile: to go on
    answering would be in vain.
    """
    if is_removed(person):
        left = replace(without_attempt(person), campaign=None)
        return left.at(name(Talk.home), fresh=fresh, notice=notice("survey-ended-midway"))
    attempt, place = person.attempt, Talk.answering
    if attempt is not None and attempt.position is None:
        place = Talk.review
    elif attempt is not None and attempt.question.kind is Kind.JOURNEY:
        place = Talk.building
    return person.at(name(place), fresh=fresh, notice=said)


async def reach(turn: Turn, later: Attempt, *, fresh: bool = False) -> Person:
    """Stores an attempt's new place.

    The end of its questions is its end, unless all answers are looked through before.

    Args:
        turn: The transaction.
        later: The attempt there.
        fresh: Whether its screen must come below what was just written.
    """
    person = turn.person
    if is_removed(person):
        return stand(person)
    if person.attempt_id is None:
        raise LookupError(f"person {person.id} has no attempt to go on with")
    moved = replace(person, attempt=later)
    if later.position is None and not later.instrument.reviewed:
        return await finish(turn, moved, later)
    await turn.records.attempts.save(person.attempt_id, later, turn.now)
    return stand(moved, fresh=fresh)


async def foreign(turn: Turn, key: str, query: CallbackQuery) -> Person:
    """A button of another attempt: one's own finished one is harmless, others are noted."""
    if await turn.records.attempts.finished_by_key(turn.person.id, key):
        return turn.person
    log_refusal("a button of an attempt that is not this person's", query)
    turn.toast = "toast-foreign"
    return turn.person.again()


def overlong(turn: Turn) -> int:
    """How much of a text was refused a moment ago, of which this may be the rest."""
    is_rest = turn.now - turn.person.seen_at < PARTS
    return int(turn.person.context.get("overlong", 0)) if is_rest else 0


async def finish(turn: Turn, person: Person, attempt: Attempt) -> Person:
    """Stores the end; the last question turns into a line, pictures and words follow."""
    if is_removed(person):
        return stand(person)
    if person.attempt_id is None:
        raise LookupError(f"person {person.id} has no attempt to finish")
    await turn.records.attempts.finish(person.attempt_id, attempt, score(attempt), turn.now)
    if person.screen.message_id is not None:
        await turn.deliver("done", key=attempt.key, message=person.screen.message_id)
    for kind in AFTER[attempt.instrument.scoring]:
        if kind != "change" or can_be_repeated(attempt):
            await turn.deliver(kind, key=attempt.key, language=person.language)
    left = replace(
        person,
        state=name(Talk.home),
        context={},
        notice=None,
        attempt=None,
        attempt_id=None,
    )
    return left.without_screen()


def new_key() -> str:
    """A random public key of eight characters."""
    return secrets.token_urlsafe(KEY_BYTES)
