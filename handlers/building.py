"""A journey that is built: each tap and each message is one step, stored before it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from domain.attempt import Attempt
from domain.errors import AnswerError, OutdatedError, UnknownValueError
from domain.journey import (
    EFFORTS,
    EMOTIONS,
    MAX_NOTE,
    MAX_TITLE,
    MAX_TOUCHPOINTS,
    MIN_TOUCHPOINTS,
    Journey,
    listed,
)
from domain.journey_errors import FullError, GoneError, LastStageError, LongTitleError
from domain.journey_json import to_json
from domain.kinds import Kind
from domain.person import Notice, Person
from domain.questionnaire import Question
from handlers.callbacks import Build, BuildDo
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import Typed
from handlers.moves import foreign, reach, stand
from handlers.parts import overlong, refused
from handlers.spots import Side, Spot, journey_of
from handlers.states import Talk, name
from handlers.views.journey import DRAW, page_of, pages_of, suggestions
from handlers.views.view import cut

LINE: Final = 40
"""Letters told of a title that is too long, so that it is found again."""
LIMITS: Final[Mapping[Side, int]] = {
    Side.STAGE: MAX_TOUCHPOINTS * MAX_TITLE,
    Side.POINT: MAX_NOTE,
    Side.NEW: MAX_TITLE,
    Side.NAME: MAX_TITLE,
}
"""Most characters of a message, by the screen it is written at; elsewhere none is taken."""
FELT: Final = {str(emotion): emotion for emotion in EMOTIONS}
WEIGHED: Final = {str(effort): effort for effort in EFFORTS}
RATINGS: Final = frozenset({BuildDo.FEEL, BuildDo.EFFORT})


def build_router() -> Router:
    """The builder."""
    router = Router(name="building")
    router.callback_query.register(tap, Build.filter())
    router.message.register(write, Typed(), StateFilter(Talk.building))
    return router


@dataclass(frozen=True, slots=True)
class Bench:
    """A person at a journey.

    Attributes:
        turn: The transaction.
        attempt: The attempt they are in.
        row: Its row number.
        question: The one that the journey answers.
        journey: What there is of it.
        spot: On which screen they are.
    """

    turn: Turn
    attempt: Attempt
    row: int
    question: Question
    journey: Journey
    spot: Spot

    def show(
        self,
        spot: Spot,
        said: Notice | None = None,
        *,
        fresh: bool = False,
        **more: str | int | bool,
    ) -> Person:
        """One of the builder's screens; `more` is kept with the spot."""
        context = {**spot.context, **more}
        place = name(Talk.building)
        return self.turn.person.at(place, fresh=fresh, notice=said, **context)

    async def keep(self, journey: Journey) -> None:
        """Stores what it has become."""
        if journey is not self.journey:
            records = self.turn.records.attempts
            await records.write_words(self.row, self.question.code, to_json(journey))
            await records.save(self.row, self.attempt, self.turn.now)


async def tap(query: CallbackQuery, callback_data: Build, visit: Visit) -> None:
    """A button of the builder."""

    async def decide(turn: Turn) -> Person:
        attempt = turn.person.attempt
        if attempt is None or attempt.key != callback_data.key:
            return await foreign(turn, callback_data.key, query)
        bench = await _bench(turn)
        if bench is None or attempt.position != callback_data.n:
            turn.toast = "toast-outdated"
            return stand(turn.person)
        try:
            return await _tapped(bench, callback_data)
        except UnknownValueError:
            log_refusal("a step that is not offered", query)
            turn.toast = "toast-foreign"
        except GoneError:
            turn.toast = "toast-journey-gone"
        except LastStageError:
            turn.toast = "toast-journey-last"
        except FullError as error:
            return bench.show(bench.spot, _said(error))
        except AnswerError:
            pass  # meant for an earlier moment, as a double tap is: the screen shows what is now
        return bench.show(bench.spot)

    await visit.act(decide, once=True, adopts=True)


async def write(message: Message, visit: Visit) -> None:
    """Words: touchpoints, a title or a note, by the screen they were written at."""
    text = (message.text or "").strip()

    async def decide(turn: Turn) -> Person:
        bench = await _bench(turn)
        if bench is None:
            return stand(turn.person, fresh=True)
        spot = bench.spot
        if spot.side not in LIMITS:
            said = "notice-welcome-back" if turn.was_silent else "notice-journey-tap"
            return bench.show(spot, notice(said), fresh=True)
        length, limit = overlong(turn) + len(text), LIMITS[spot.side]
        if length > limit:
            too_long = notice("notice-too-long", length=length, limit=limit)
            return bench.show(spot, too_long, fresh=True, **refused(text, length))
        try:
            later, after = _written(bench.journey, spot, text)
        except AnswerError as error:
            return bench.show(spot, _said(error), fresh=True)
        await bench.keep(later)
        return bench.show(after, fresh=True)

    await visit.act(decide, once=True)


async def _bench(turn: Turn) -> Bench | None:
    """What somebody works at; None where they are at no journey."""
    person = turn.person
    attempt, row = person.attempt, person.attempt_id
    if attempt is None or row is None or attempt.position is None:
        return None
    question = attempt.question
    if question.kind is not Kind.JOURNEY:
        return None
    words = await turn.records.attempts.words(row)
    journey = journey_of(question, words, person.language)
    return Bench(turn, attempt, row, question, journey, Spot.of(person, journey))


async def _tapped(bench: Bench, data: Build) -> Person:
    """To another screen, or a step of the journey's."""
    journey = bench.journey
    match data.do:
        case BuildDo.OPEN:
            return bench.show(Spot.about(data.id, journey, _page(data.v)))
        case BuildDo.NEW:
            return bench.show(Spot(Side.NEW))
        case BuildDo.NAME:
            journey.stage(data.id)
            return bench.show(Spot(Side.NAME, data.id))
        case BuildDo.NEXT:
            point = journey.next_unrated(data.id)
            return bench.show(Spot() if point is None else Spot(Side.POINT, point.id))
        case _:
            return await _stepped(bench, data)


async def _stepped(bench: Bench, data: Build) -> Person:
    """What changes something; not where a hasty thumb has landed on a screen that is new."""
    turn, spot = bench.turn, bench.spot
    keeps_still = spot.still and data.do in RATINGS and data.id == spot.id
    if turn.is_hasty and not keeps_still:
        turn.toast = "toast-journey-hasty"
        return turn.person
    if data.do is BuildDo.DONE:
        return await _finished(bench, data)
    later, after, said = STEPS[data.do](bench, data)
    await bench.keep(later)
    return bench.show(after, said)


async def _finished(bench: Bench, data: Build) -> Person:
    """The end, if there is enough to draw; where ratings are missing, it is asked first."""
    points = len(bench.journey.touchpoints)
    if points < MIN_TOUCHPOINTS:
        few = notice("notice-journey-few", least=MIN_TOUCHPOINTS, count=points)
        return bench.show(Spot(), few)
    if bench.journey.unrated and data.v != DRAW:
        return bench.show(Spot(Side.DONE))
    return await reach(bench.turn, bench.attempt.built(data.n))


Stepped = tuple[Journey, Spot, Notice | None]
"""What has become of the journey, where its builder stands now, and what they are told."""


def _added(bench: Bench, data: Build) -> Stepped:
    """One of the suggested touchpoints; one that is there already is not added twice."""
    journey, stage = bench.journey, bench.journey.stage(data.id)
    offered = suggestions(bench.question, stage, bench.turn.person.language)
    title = next((text for n, text in offered.items() if str(n) == data.v), None)
    if title is None:
        raise OutdatedError
    later = journey.with_touchpoints(stage.id, [title])
    return later, Spot(Side.STAGE, stage.id, pages_of(later.stage(stage.id)) - 1), None


def _moved(bench: Bench, data: Build) -> Stepped:
    _check_moment(bench, data)
    later = bench.journey.moved(data.id, -1 if data.do is BuildDo.UP else 1)
    return later, Spot(Side.NAME, data.id), None


def _removed(bench: Bench, data: Build) -> Stepped:
    journey, stage = bench.journey, bench.journey.stage(data.id)
    later = journey.removed(data.id)
    if stage.id == data.id:
        return later, Spot(), notice("notice-journey-removed", title=stage.title)
    title = journey.touchpoint(data.id).title
    page = page_of(stage, data.id)
    after = Spot(Side.STAGE, stage.id, page)
    return later, after, notice("notice-journey-removed", title=title)


def _rated(bench: Bench, data: Build) -> Stepped:
    feels = data.do is BuildDo.FEEL
    value = (FELT if feels else WEIGHED).get(data.v)
    if value is None:
        raise UnknownValueError
    rate = bench.journey.felt if feels else bench.journey.weighed
    return rate(data.id, value), Spot(Side.POINT, data.id, still=True), None


def _cleared(bench: Bench, data: Build) -> Stepped:
    return bench.journey.noted(data.id, ""), Spot(Side.POINT, data.id), None


def _undone(bench: Bench, data: Build) -> Stepped:
    _check_moment(bench, data)
    later, spot = bench.journey.undone(), bench.spot
    if spot.side is Side.NAME and later.holds(spot.id):
        return later, spot, None
    return later, Spot.about(spot.id if later.holds(spot.id) else 0, later, spot.page), None


def _check_moment(bench: Bench, data: Build) -> None:
    """That a step which means something else each time is meant for now, and not taken twice."""
    if data.v != str(bench.journey.counter):
        raise OutdatedError


STEPS: Final[Mapping[BuildDo, Callable[[Bench, Build], Stepped]]] = {
    BuildDo.ADD: _added,
    BuildDo.UP: _moved,
    BuildDo.DOWN: _moved,
    BuildDo.REMOVE: _removed,
    BuildDo.FEEL: _rated,
    BuildDo.EFFORT: _rated,
    BuildDo.CLEAR: _cleared,
    BuildDo.UNDO: _undone,
}


def _written(journey: Journey, spot: Spot, text: str) -> tuple[Journey, Spot]:
    """What words make of the journey on a screen that takes some, and where they lead."""
    match spot.side:
        case Side.STAGE:
            later = journey.with_touchpoints(spot.id, listed(text))
            return later, replace(spot, page=pages_of(later.stage(spot.id)) - 1)
        case Side.NEW:
            later = journey.with_stage(text)
            return later, Spot(Side.STAGE, later.stages[-1].id)
        case Side.NAME:
            later = journey.renamed(spot.id, text)
            return later, Spot.about(spot.id, later)
        case _:
            return journey.noted(spot.id, text), Spot(Side.POINT, spot.id)


def _page(value: str) -> int:
    """The page that a button names; the first where it names none that there could be."""
    return min(int(value), MAX_TOUCHPOINTS) if value.isascii() and value.isdigit() else 0


def _said(error: AnswerError) -> Notice:
    """What to tell about a step that was not taken."""
    match error:
        case LongTitleError():
            return notice("notice-journey-line", line=cut(error.title, LINE), limit=error.limit)
        case FullError(limit=limit) if limit == MAX_TOUCHPOINTS:
            return notice("notice-journey-full", room=error.room, limit=limit)
        case FullError(limit=limit):
            return notice("notice-journey-full-stages", limit=limit)
        case _:
            return notice("notice-journey-empty")
