"""Moves that several flows share: arriving, beginning an attempt, standing at a question."""

import secrets
from dataclasses import replace
from typing import Final

from aiogram.types import CallbackQuery

from domain.attempt import Attempt
from domain.days import day_of, last_day
from domain.kinds import Kind, Mode, Scoring
from domain.person import Campaign, Notice, Person, Status, Waiting
from domain.questionnaire import Instrument, Profile
from domain.scoring import score
from domain.staying import can_be_repeated
from handlers.desk import Turn, log_refusal, notice
from handlers.outcomes import AFTER
from handlers.rights import is_survey, owns
from handlers.states import Talk, name

KEY_BYTES: Final = 6
DEFAULT_TEST: Final = "map"
PROFILE_STATES: Final = (Talk.role, Talk.size, Talk.industry)


def default_test(turn: Turn) -> Instrument:
    """The instrument of somebody's campaign, of what they chose, or the first there is."""
    instruments = turn.speech.library.instruments
    person = turn.person
    chosen = str(person.context.get("test", ""))
    wanted = chosen or (person.campaign.instrument if person.campaign else DEFAULT_TEST)
    return instruments.get(wanted) or next(iter(instruments.values()))


async def waiting(turn: Turn) -> list[Waiting]:
    """What somebody can go on with, the latest first; what they are in is among it."""
    return await turn.records.attempts.waiting(turn.person.id, turn.now)


def resume(person: Person, one: Waiting, *, fresh: bool = False) -> Person:
    """At the question at which an attempt was left, in its campaign, and told so."""
    inside = replace(person, campaign=one.campaign, attempt=one.attempt, attempt_id=one.id)
    return resumed(inside, fresh=fresh)


def resumed(person: Person, *, fresh: bool = False) -> Person:
    """At the question of the test under way, told so, and with the way to start over."""
    stood = stand(person, fresh=fresh, said=notice("notice-resumed"))
    return replace(stood, context={"over": True})


async def waiting_for(
    turn: Turn,
    person: Person,
    instrument: Instrument,
    mode: Mode | None = None,
    *,
    anywhere: bool = False,
) -> Waiting | None:
    """What somebody can go on with instead of beginning a test anew.

    Args:
        turn: The transaction.
        person: With the campaign they would begin in.
        instrument: The test.
        mode: The version, if it matters.
        anywhere: Whether it may have been begun in any campaign, if they have not finished the
            test elsewhere since.
    """
    is_trial = _is_trial(turn, person, instrument)
    found = [
        one
        for one in await waiting(turn)
        if one.attempt.instrument.id == instrument.id
        and one.is_trial is is_trial
        and mode in {None, one.attempt.mode}
    ]
    if anywhere:
        finished = await turn.records.attempts.finished(person.id)
        done = [one.id for one in finished if one.attempt.instrument.id == instrument.id]
        return next((one for one in found if one.id > max(done, default=0)), None)
    wanted = person.campaign.id if person.campaign else None
    return next((one for one in found if (one.campaign and one.campaign.id) == wanted), None)


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
        if alone:
            return notice("campaign-closed")
        return notice("survey-closed", company=campaign.company or campaign.title)
    return None


async def prepare(turn: Turn, person: Person, *, fresh: bool = False) -> Person:
    """Towards an attempt: one that waits, or profile, the version, and the first question."""
    turn.person = person
    instrument = default_test(turn)
    if (one := await waiting_for(turn, person, instrument)) is not None:
        return resume(person, one, fresh=fresh)
    if said := closed(turn, person.campaign):
        # Paused or over since the link was opened.
        return replace(person, campaign=None).at(name(Talk.home), fresh=fresh, notice=said)
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
    is_trial = _is_trial(turn, person, attempt.instrument)
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


def _is_trial(turn: Turn, person: Person, instrument: Instrument) -> bool:
    """Whether an attempt would count nowhere: an admin's, or of a survey that is only looked at.

    Such a survey is nobody's, or the person's own. Asked anew each time: an admin may have been
    somebody like any other before.
    """
    if turn.speech.house.is_admin(person.chat_id):
        return True
    if instrument.scoring is not Scoring.SURVEY:
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
    """A button of another attempt: one's own is harmless, others are noted."""
    if await turn.records.attempts.finished_by_key(turn.person.id, key):
        return turn.person
    if all(one.attempt.key != key for one in await waiting(turn)):
        log_refusal("a button of an attempt that is not this person's", query)
    turn.toast = "toast-foreign"
    return turn.person.again()


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
