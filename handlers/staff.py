"""What only the owner's side may do: rights come from the settings and are checked here."""

from domain.person import Person
from handlers.desk import Decision, Turn, Visit, log_refusal, notice
from storage.audit import Action


async def act_as_staff(
    visit: Visit, decide: Decision, *, admins_only: bool, once: bool = False
) -> None:
    """Acts for staff only; a stranger learns no more than that it is not for them.

    The refusal is logged, and kept in the audit with who it was.

    Args:
        visit: The update.
        decide: As for `Visit.act`.
        admins_only: Whether analysts, who see aggregates, are strangers here too.
        once: As for `Visit.act`.
    """
    house = visit.desk.speech.house
    may = house.is_admin if admins_only else house.sees_figures

    async def guarded(turn: Turn) -> Person:
        if may(turn.person.chat_id):
            return await decide(turn)
        log_refusal("an admin's action by somebody else")
        await turn.records.audit.log(turn.person.chat_id, Action.REFUSED, turn.now)
        turn.toast = "toast-not-yours"
        said = notice("notice-unknown-command") if visit.update.message else None
        return turn.person.again(fresh=visit.update.message is not None, notice=said)

    await visit.act(guarded, once=once)
