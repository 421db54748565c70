"""What only the head of a company may do with their survey: the right is checked here."""

from collections.abc import Awaitable, Callable

from domain.person import Campaign, Person
from handlers.desk import Turn, Visit, log_refusal
from handlers.rights import is_survey, may_change, may_see

Managing = Callable[[Turn, Campaign], Awaitable[Person]]
"""A decision about one survey."""


async def act_as_head(
    visit: Visit, row: int, decide: Managing, *, changes: bool = False, once: bool = False
) -> None:
    """Acts for a survey's owner and for staff; strangers learn no more than that it is not theirs.

    The refusal is logged, and kept in the audit with who it was.

    Args:
        visit: The update, a tap.
        row: The survey's row number, as the button carries it.
        decide: As for `Visit.act`, given the survey too.
        changes: Whether analysts, who see aggregates, are strangers here too.
        once: As for `Visit.act`.
    """

    async def checked(turn: Turn) -> Person:
        person, house = turn.person, turn.speech.house
        campaign = await turn.records.campaigns.by_id(row)
        may = may_change if changes else may_see
        if campaign and is_survey(campaign, turn.speech) and may(person, campaign, house):
            return await decide(turn, campaign)
        log_refusal("a survey that is not this person's")
        turn.toast = "toast-not-yours"
        await turn.records.audit.refused(person.chat_id, turn.now)
        return person.again()

    await visit.act(checked, once=once)
