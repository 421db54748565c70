"""Links that lead to a test itself: those on pictures of results."""

from dataclasses import replace

from domain.kinds import Scoring
from domain.person import Person
from domain.questionnaire import Instrument
from handlers.arriving import arrive
from handlers.desk import Turn
from handlers.rights import is_survey
from handlers.states import Talk, name
from handlers.views.context import named
from handlers.wishes import Wish, turn_to
from storage.campaigns import SHARED


async def come(turn: Turn, payload: str) -> Person:
    """Somebody opens a link: a campaign's, a test's, a passed-on card's, or the bare bot's.

    Args:
        turn: The transaction.
        payload: The link's; empty for a plain start.
    """
    person = await arrive(turn, payload)
    test = await meant(turn, payload)
    if test is None:
        return person
    if person.consented_at is not None:
        return await open_test(turn, test, fresh=True)
    invited = person.campaign
    campaign = invited if invited and invited.instrument == test.id else None
    return replace(person, campaign=campaign, context={**person.context, "test": test.id})


async def meant(turn: Turn, payload: str) -> Instrument | None:
    """The test that a link leads to which opens no campaign; a campaign's own code wins."""
    instruments, code = turn.speech.library.instruments, payload.lower()
    campaigns = turn.records.campaigns
    if await campaigns.by_code(code):
        return None
    if code.startswith(SHARED):
        campaign = await campaigns.by_code(code.removeprefix(SHARED))
        is_test = campaign is not None and not is_survey(campaign, turn.speech)
        return instruments.get(campaign.instrument) if campaign and is_test else None
    return next((one for one in instruments.values() if named(one.id) == code), None)


async def open_test(turn: Turn, test: Instrument, *, fresh: bool = False) -> Person:
    """To a test; one under way or waiting goes on. A survey is for others.

    Args:
        turn: The transaction.
        test: Which.
        fresh: Whether its screen must come as a new message.
    """
    if test.scoring is Scoring.SURVEY:
        return turn.person.at(name(Talk.survey), fresh=fresh, test=test.id)
    return await turn_to(turn, Wish.TEST, test.id, fresh=fresh) or turn.person.again()
