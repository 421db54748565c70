"""Whose a campaign is: what its owner and the operator's staff may do with it."""

from collections.abc import Callable

from domain.kinds import Scoring
from domain.person import Campaign, Person
from handlers.views.context import House, Speech


def owns(person: Person, campaign: Campaign) -> bool:
    """Whether it is a survey that this person made."""
    return campaign.owner_id is not None and campaign.owner_id == person.id


def may_see(person: Person, campaign: Campaign, house: House) -> bool:
    """Whether somebody may see a campaign's group figures and take its links away."""
    return house.sees_figures(person.chat_id) or owns(person, campaign)


def may_change(person: Person, campaign: Campaign, house: House) -> bool:
    """Whether somebody may pause a campaign and open it again."""
    return house.is_admin(person.chat_id) or owns(person, campaign)


def may_part(person: Person, campaign: Campaign, _house: House) -> bool:
    """Whether somebody may reword or remove a survey: what it promises is its owner's word."""
    return owns(person, campaign)


Right = Callable[[Person, Campaign, House], bool]
"""Whether somebody may do something with a campaign."""


def is_survey(campaign: Campaign, speech: Speech) -> bool:
    """Whether a campaign leads to a survey."""
    instrument = speech.library.instruments.get(campaign.instrument)
    return instrument is not None and instrument.scoring is Scoring.SURVEY
