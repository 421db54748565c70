"""All answers once more before the result, to be read and changed."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.attempt import Attempt
from domain.errors import UnknownValueError
from domain.person import Person
from handlers.callbacks import Review, ReviewDo
from handlers.desk import Turn, Visit, log_refusal
from handlers.moves import finish, foreign, reach, stand
from handlers.states import Talk, name


def build_router() -> Router:
    """The last look."""
    router = Router(name="reviewing")
    router.callback_query.register(tap, Review.filter())
    return router


async def tap(query: CallbackQuery, callback_data: Review, visit: Visit) -> None:
    """A button under all answers."""

    async def decide(turn: Turn) -> Person:
        person, attempt = turn.person, turn.person.attempt
        if attempt is None or attempt.key != callback_data.key:
            return await foreign(turn, callback_data.key, query)
        try:
            return await _tapped(turn, attempt, callback_data)
        except UnknownValueError:
            log_refusal("a look at answers that is not offered", query)
            turn.toast = "toast-foreign"
            return stand(person)

    await visit.act(decide, once=True, adopts=True)


async def _tapped(turn: Turn, attempt: Attempt, tapped: Review) -> Person:
    """To a question and its answer, to the result, or away for a while.

    Raises:
        UnknownValueError: There is no such answer, or answers are not looked through here.
    """
    person = turn.person
    if attempt.position is not None and not attempt.instrument.reviewed:
        raise UnknownValueError
    if tapped.do is ReviewDo.CHANGE:
        # The answer stays until another one takes its place.
        return await reach(turn, attempt.revisited(tapped.n))
    if attempt.position is not None:
        # Something has been opened again meanwhile: it comes first.
        return stand(person)
    if tapped.do is ReviewDo.PAUSE:
        return person.at(name(Talk.paused))
    if turn.is_hasty:
        turn.toast = "toast-review-hasty"
        return person
    return await finish(turn, person, attempt)
