"""Questions: answers by button and by text, back, examples, pause."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from domain.attempt import Attempt
from domain.calculation import check
from domain.errors import AnswerError, OutdatedError, UnknownValueError
from domain.formulas.outcome import ConflictError
from domain.kinds import Kind, Scoring
from domain.lists import closed_up
from domain.numerals import decimal_marks
from domain.person import Notice, Person
from domain.questionnaire import MAX_WRITTEN, SKIPPED
from handlers.callbacks import Move, Pick, Step
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import Typed
from handlers.moves import foreign, is_removed, reach, stand
from handlers.numbers import came_early, go_on, kept_lists, refusal, take_list
from handlers.parts import overlong, refused
from handlers.states import Talk, name


def build_router() -> Router:
    """The test itself."""
    router = Router(name="answering")
    router.callback_query.register(pick, Pick.filter())
    router.callback_query.register(step, Step.filter())
    router.message.register(write, Typed(), StateFilter(Talk.answering))
    return router


async def pick(query: CallbackQuery, callback_data: Pick, visit: Visit) -> None:
    """An answer by button."""

    async def decide(turn: Turn) -> Person:
        attempt = turn.person.attempt
        if attempt is None or attempt.key != callback_data.key:
            return await foreign(turn, callback_data.key, query)
        if _is_new(attempt, callback_data.n) and turn.is_hasty:
            turn.toast = "toast-hasty"
            return turn.person
        try:
            later = attempt.tapped(callback_data.n, callback_data.v)
        except OutdatedError:
            if not _is_stored(attempt, callback_data):
                turn.toast = "toast-outdated"
            return stand(turn.person)
        except UnknownValueError:
            log_refusal("an answer that is not offered", query)
            turn.toast = "toast-foreign"
            return stand(turn.person)
        row = turn.person.attempt_id
        if attempt.question.is_written and row is not None:
            await turn.records.attempts.drop_words(row, attempt.question.code)
            later, moved = closed_up(later, attempt.question.code)
            for one in moved:
                await turn.records.attempts.take_words(row, one.target, one.source)
        return _confirmed(await reach(turn, later), attempt, callback_data.n)

    # Dropping words twice could drop those that were written in between.
    await visit.act(decide, adopts=True, once=callback_data.v == SKIPPED)


async def step(query: CallbackQuery, callback_data: Step, visit: Visit) -> None:
    """Back, on, examples, pause."""

    async def decide(turn: Turn) -> Person:
        person, attempt = turn.person, turn.person.attempt
        if attempt is None or attempt.key != callback_data.key:
            return await foreign(turn, callback_data.key, query)
        try:
            attempt.expect(callback_data.n)
            return await MOVES[callback_data.do](turn, attempt, callback_data.n)
        except UnknownValueError:
            log_refusal("a move that the question does not offer", query)
        except OutdatedError:
            if attempt.position == callback_data.n:
                turn.toast = "toast-first"
        except ConflictError as error:
            return stand(person, said=refusal(error, person.language))
        return stand(person)

    await visit.act(decide, adopts=True, once=callback_data.do is Move.DROP_NOTE)


async def write(message: Message, visit: Visit) -> None:
    """An answer in words, or words where a button is expected."""
    text = (message.text or "").strip()

    async def decide(turn: Turn) -> Person:
        person, attempt = turn.person, turn.person.attempt
        if attempt is None or person.attempt_id is None:
            return person.at(name(Talk.home), fresh=True)
        if is_removed(person):
            return stand(person, fresh=True)
        if refused := _unfit(turn, attempt, text):
            return refused
        try:
            return await _taken(turn, attempt, person.attempt_id, text)
        except AnswerError as error:
            told = stand(person, fresh=True, said=_said(error, turn, attempt))
            return replace(told, context=_recorded(person))

    await visit.act(decide, once=True)


def _unfit(turn: Turn, attempt: Attempt, text: str) -> Person | None:
    """Told why a text is not even read: it is empty, too long, or came before its question."""
    person = turn.person
    if not text:
        return stand(person, fresh=True, said=notice("notice-empty"))
    if came_early(turn, text):
        # Who sends it once more means it.
        said = notice("notice-early")
        return person.at(name(Talk.answering), fresh=True, notice=said, sent="")
    length = overlong(turn) + len(text)
    if attempt.question.keeps_words and length > MAX_WRITTEN:
        said = notice("notice-too-long", length=length, limit=MAX_WRITTEN)
        return person.at(name(Talk.answering), fresh=True, notice=said, **refused(text, length))
    return None


async def _taken(turn: Turn, attempt: Attempt, row: int, text: str) -> Person:
    """With what was typed: a number leads on, all else stays to be looked at.

    Raises:
        AnswerError: It is no answer; nothing has changed.
    """
    question = attempt.question
    if question.kind is Kind.NUMBERS:
        return await take_list(turn, attempt, text)
    later = attempt.wrote(text, decimal_marks(turn.person.language))
    check(later, await kept_lists(turn, later))
    if question.kind is Kind.NUMBER:
        return await go_on(turn, later, text)
    if question.keeps_words:
        await turn.records.attempts.write_words(row, question.code, text)
    return await reach(turn, _read_again(attempt, later), fresh=True)


def _read_again(attempt: Attempt, later: Attempt) -> Attempt:
    """Back at all answers, which show what was kept, once one of them was put another way."""
    if not attempt.instrument.reviewed or attempt.question.code not in attempt.answers:
        return later
    onwards = later.onwards(after=attempt.position or 0)
    return onwards if onwards.position is None else later


def _is_new(attempt: Attempt, ordinal: int) -> bool:
    """Whether a tap is meant for the present question, and that has no answer yet."""
    return attempt.position == ordinal and attempt.question.code not in attempt.answers


def _is_stored(attempt: Attempt, tap: Pick) -> bool:
    """Whether a tap is the repeat of one that was taken."""
    if not 0 <= tap.n < len(attempt.instrument.questions):
        return False
    return str(attempt.answers.get(attempt.instrument.questions[tap.n].code)) == tap.v


def _said(error: AnswerError, turn: Turn, attempt: Attempt) -> Notice:
    """What to tell about a text that was not taken."""
    if about_numbers := refusal(error, turn.person.language):
        return about_numbers
    if turn.was_silent:
        return notice("notice-welcome-back")
    question = attempt.question
    instrument, place = attempt.instrument, attempt.position or 0
    # A survey asks for words between its scores, about each of them.
    comes_later = instrument.scoring is not Scoring.SURVEY and any(
        instrument.questions[step].kind is Kind.TEXT for step in attempt.steps if step > place
    )
    takes_words = question.is_written or question.takes_note
    return notice("notice-tap" if comes_later and not takes_words else "notice-tap-only")


async def _back(turn: Turn, attempt: Attempt, ordinal: int) -> Person:
    return await reach(turn, attempt.went_back(ordinal))


async def _next(turn: Turn, attempt: Attempt, ordinal: int) -> Person:
    check(attempt, await kept_lists(turn, attempt))
    return _confirmed(await reach(turn, attempt.went_on(ordinal)), attempt, ordinal)


async def _levels(turn: Turn, attempt: Attempt, ordinal: int) -> Person:
    if not attempt.question.levels:
        raise UnknownValueError
    return replace(stand(turn.person), context={**turn.person.context, "levels": ordinal})


async def _hide(turn: Turn, _attempt: Attempt, _ordinal: int) -> Person:
    return replace(stand(turn.person), context=_recorded(turn.person))


def _recorded(person: Person) -> Mapping[str, str | int | bool]:
    """What the quiet line tells, to be told again where nothing was taken."""
    return {key: value for key, value in person.context.items() if key in {"taken", "changed"}}


def _confirmed(person: Person, before: Attempt, ordinal: int) -> Person:
    """At the next question, which tells what was recorded: the answer at `ordinal`, maybe anew.

    Not that of the question before it: who went back may have changed another one.
    """
    if person.state != name(Talk.answering) or person.attempt is None:
        return person
    code = before.instrument.questions[ordinal].code
    old, new = before.answers.get(code), person.attempt.answers.get(code)
    is_changed = old is not None and old != new
    return replace(person, context={**person.context, "taken": ordinal, "changed": is_changed})


async def _drop_note(turn: Turn, attempt: Attempt, _ordinal: int) -> Person:
    question = attempt.question
    if not question.takes_note or turn.person.attempt_id is None:
        raise UnknownValueError
    await turn.records.attempts.drop_words(turn.person.attempt_id, question.code)
    return stand(turn.person)


async def _pause(turn: Turn, _attempt: Attempt, _ordinal: int) -> Person:
    return turn.person.at(name(Talk.paused))


MOVES: Final[dict[Move, Callable[[Turn, Attempt, int], Awaitable[Person]]]] = {
    Move.BACK: _back,
    Move.NEXT: _next,
    Move.LEVELS: _levels,
    Move.HIDE: _hide,
    Move.PAUSE: _pause,
    Move.DROP_NOTE: _drop_note,
}
