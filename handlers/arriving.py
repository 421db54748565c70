"""Somebody opens a link or enters a code: where they came from, and where that leads."""

from dataclasses import replace
from typing import Final

from domain.kinds import Scoring
from domain.person import Campaign, Notice, Person
from handlers.desk import Turn, notice
from handlers.moves import closed, is_removed, resumed, stand, waiting_for, without_attempt
from handlers.rights import owns
from handlers.states import Talk, name
from handlers.views.context import named
from handlers.wishes import Wish, turn_to
from storage.campaigns import NO_SOURCE, SHARED, UNKNOWN_SOURCE

BEFORE_A_TEST: Final = frozenset(
    name(state) for state in (Talk.role, Talk.size, Talk.industry, Talk.mode)
)


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
    if person.attempt is not None and _is_of_it(person, campaign):
        if campaign is not None:
            return resumed(person, fresh=True)
        return stand(person, fresh=True, said=said or notice("notice-resumed"))
    if campaign is not None:
        # It is found again by its code, so there is a way.
        return await turn_to(turn, Wish.LINK, campaign.code, fresh=True) or person
    if person.state in BEFORE_A_TEST:
        return person.again(fresh=True, notice=said)
    return without_attempt(person).at(name(Talk.home), fresh=True, notice=said)


def _is_of_it(person: Person, campaign: Campaign | None) -> bool:
    """Whether a link leads to what somebody is in, or nowhere else.

    No link leads back to a page after which nothing comes, nor into a survey that is no more.
    """
    if is_removed(person):
        return campaign is None
    if person.attempt is None or (not person.is_busy and person.attempt.question.is_end):
        return False
    current = person.campaign.id if person.campaign else None
    return campaign is None or campaign.id == current


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
        source, said = campaign.code, await _kept_out(turn, campaign)
        if owns(turn.person, campaign):
            return (None, said) if said else (campaign, None)  # a look at one's own: no visit
        campaign = None if said else campaign
    await _count(turn, source)
    return campaign, said


async def _kept_out(turn: Turn, campaign: Campaign) -> Notice | None:
    """Why a link leads nowhere now; after the end it still leads back to what was begun before."""
    said = closed(turn, campaign)
    wanted = turn.speech.library.instruments.get(campaign.instrument)
    if said is None or wanted is None:
        return said
    one = await waiting_for(turn, replace(turn.person, campaign=campaign), wanted)
    return said if one is None or one.id == turn.person.attempt_id else None


def _unknown(turn: Turn, code: str) -> str:
    """What to say of a code that is no campaign's; a survey's begins with the survey's id."""
    instruments = turn.speech.library.instruments.values()
    surveys = (made.id for made in instruments if made.scoring is Scoring.SURVEY)
    begins = tuple(f"{test.replace('.', '-')}-" for test in surveys)
    return "survey-unknown" if code.startswith(begins) else "campaign-unknown"


async def _count(turn: Turn, source: str) -> None:
    """Counts a person once a source; keeps the first and the latest."""
    latest = await turn.records.people.latest_source(turn.person.id)
    if turn.is_new or latest != source:
        today = turn.now.astimezone(turn.speech.house.zone)
        await turn.records.campaigns.count_visit(source, today, started=1)
        await turn.records.people.came_from(turn.person.id, source, first=turn.is_new)
