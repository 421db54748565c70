"""The hall's live picture for staff, and "you and this hall" for those who answered."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.kinds import Scoring
from domain.languages import LANGUAGES
from domain.person import Campaign, Finished, Person
from domain.statistics import GROUP_THRESHOLD, REFERENCE_THRESHOLD
from handlers.callbacks import HallDo, HallTap, PairTap
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.staff import act_as_staff
from handlers.views.hall import hall_test
from storage.records import Records
from storage.steps import PEOPLE


def build_router() -> Router:
    """Admins and analysts open and stop the picture; everybody may compare their own result."""
    router = Router(name="hall")
    router.message.register(typed, Command("hall"))
    router.callback_query.register(opened, HallTap.filter(F.do == HallDo.OPEN))
    router.callback_query.register(stopped, HallTap.filter(F.do == HallDo.STOP))
    router.callback_query.register(compared, PairTap.filter())
    return router


async def typed(_message: Message, command: CommandObject, visit: Visit) -> None:
    """`/hall CODE`: a campaign's picture without the way through the menu."""
    code = (command.args or "").strip()

    async def decide(turn: Turn) -> Person:
        campaign = await turn.records.campaigns.by_code(code) if code else None
        if campaign is None:
            return turn.person.again(fresh=True, notice=notice("notice-hall-code"))
        if hall_test(campaign, turn.speech) is None:
            return turn.person.again(fresh=True, notice=notice("notice-hall-none"))
        await _open(turn, campaign)
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def opened(query: CallbackQuery, callback_data: HallTap, visit: Visit) -> None:
    """A campaign's picture; the person's one before stops."""

    async def decide(turn: Turn) -> Person:
        campaign = await turn.records.campaigns.by_id(callback_data.n)
        if campaign is None or hall_test(campaign, turn.speech) is None:
            log_refusal("a hall that there is not", query)
            turn.toast = "toast-foreign"
            return turn.person
        await _open(turn, campaign)
        turn.toast = "toast-making"
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def _open(turn: Turn, campaign: Campaign) -> None:
    person, halls = turn.person, turn.records.halls
    before = await halls.message_of(person.id)
    if before is not None:
        await halls.close(person.id)
        await turn.deliver("hall_off", message=before)
    await turn.deliver("hall", campaign=campaign.id, language=person.language)


async def stopped(query: CallbackQuery, visit: Visit) -> None:
    """The picture stays as it is."""
    message = query.message

    async def decide(turn: Turn) -> Person:
        if message is not None:
            await turn.records.halls.close(turn.person.id, message.message_id)
            await turn.deliver("hall_off", message=message.message_id)
        turn.toast = "toast-hall-stopped"
        return turn.person

    await act_as_staff(visit, decide, admins_only=False, once=True)


async def compared(query: CallbackQuery, callback_data: PairTap, visit: Visit) -> None:
    """One's own result beside the hall it belongs to, once the hall is large enough."""
    key, language = callback_data.key, callback_data.language
    people = await _people(visit, key)

    async def decide(turn: Turn) -> Person:
        if language not in LANGUAGES or people is None:
            log_refusal("a comparison that does not fit", query)
            turn.toast = "toast-foreign"
        elif people < REFERENCE_THRESHOLD:
            # Counted in steps: whoever has just finished is not nobody.
            counted = {"count": people} if people else {"few": GROUP_THRESHOLD}
            turn.toast = "toast-pair-few" if people else "toast-pair-fewer"
            turn.toast_args = {"needed": REFERENCE_THRESHOLD, **counted}
        else:
            await turn.deliver("pair", key=key, language=language)
            turn.toast = "toast-making"
        return turn.person

    await visit.act(decide, once=True)


async def _people(visit: Visit, key: str) -> int | None:
    """How many people somebody's hall holds; None where the result is not theirs or has no hall.

    Read beforehand: a hall of hundreds must not be counted while others wait to write.
    """
    database, chat_id = visit.desk.database, visit.user.id

    async def own(records: Records) -> Finished | None:
        person = await records.people.find(chat_id)
        return await records.attempts.finished_by_key(person.id, key) if person else None

    finished = await database.read(own)
    if finished is None or finished.campaign is None:
        return None
    campaign, attempt = finished.campaign, finished.attempt
    if attempt.instrument.scoring is not Scoring.BLOCKS:
        return None
    standing = await database.read(
        lambda records: records.figures.group(
            campaign.id, attempt.instrument.id, attempt.instrument.meaning, attempt.mode
        )
    )
    return len(standing.get(PEOPLE, ()))
