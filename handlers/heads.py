"""What only the head of a company may do with their survey: the right is checked here."""

from collections.abc import Awaitable, Callable

from domain.person import Campaign, Person
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.rights import Right, is_survey, may_see
from handlers.states import Talk, name

Managing = Callable[[Turn, Campaign], Awaitable[Person]]
"""A decision about one survey."""


async def act_as_head(
    visit: Visit, row: int | None, decide: Managing, *, may: Right = may_see, once: bool = False
) -> None:
    """Acts for a survey's owner and for staff; strangers learn no more than that it is not theirs.

    The refusal is logged, and kept in the audit with who it was. Old buttons of a survey that was
    removed are nobody's fault: they say that it is gone.

    Args:
        visit: The update.
        row: The survey's row number, as a button carries it; None for the one on whose screen
            something was written.
        decide: As for `Visit.act`, given the survey too.
        may: Who is no stranger.
        once: As for `Visit.act`.
    """

    async def checked(turn: Turn) -> Person:
        person, house = turn.person, turn.speech.house
        number = int(person.context.get("id", 0)) if row is None else row
        campaign = await turn.records.campaigns.by_id(number)
        if campaign and is_survey(campaign, turn.speech):
            if may(person, campaign, house):
                return await decide(turn, campaign)
            if campaign.is_removed:
                return _gone(turn, campaign, fresh=row is None)
        log_refusal("a survey that is not this person's")
        turn.toast = "toast-not-yours"
        await turn.records.audit.refused(person.chat_id, turn.now)
        return person.again(fresh=row is None)

    await visit.act(checked, once=once)


def _gone(turn: Turn, campaign: Campaign, *, fresh: bool) -> Person:
    """Away from a screen of a removed survey; anywhere else nothing changes."""
    turn.toast = "toast-survey-gone"
    if turn.person.context.get("id") != campaign.id:
        return turn.person
    said = notice("toast-survey-gone")
    return turn.person.at(name(Talk.survey), fresh=fresh, notice=said, test=campaign.instrument)
