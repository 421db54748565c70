"""What only the owner's side may do: rights come from the settings and are checked here."""

from domain.person import Person
from handlers.desk import Decision, Turn, Visit, log_refusal, notice
from handlers.states import Talk, name
from storage.audit import NAMELESS


async def act_as_staff(
    visit: Visit, decide: Decision, *, admins_only: bool, once: bool = False
) -> None:
    """Acts for staff only; a stranger learns no more than that it is not for them.

    The refusal is logged, and kept in the audit with who it was, if they have consented.

    Args:
        visit: The update.
        decide: As for `Visit.act`.
        admins_only: Whether analysts, who see aggregates, are strangers here too.
        once: As for `Visit.act`.
    """
    house = visit.desk.speech.house
    may = house.is_admin if admins_only else house.sees_figures
    is_message = visit.update.message is not None

    async def refuse(turn: Turn) -> Person:
        person = turn.person
        log_refusal("an admin's action by somebody else")
        turn.toast = "toast-not-yours"
        if person.consented_at is None:
            await turn.records.audit.refused(NAMELESS, turn.now)
            first = notice("notice-consent-first", command="none")
            return person.at(name(Talk.welcome), fresh=is_message, notice=first)
        await turn.records.audit.refused(person.chat_id, turn.now)
        said = notice("notice-unknown-command") if is_message else None
        return person.again(fresh=is_message, notice=said)

    if may(visit.user.id):
        await visit.act(decide, once=once)
    else:
        await visit.act(refuse, once=once, needs_consent=False)
