"""Numbers and lists on their way in: what is kept, and what is said of those that are not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from content.texts import Speak
from domain.attempt import Attempt
from domain.calculation import check
from domain.errors import (
    AnswerError,
    CountError,
    NoNumbersError,
    NotANumberError,
    NotWholeError,
    OutOfRangeError,
    PercentUnaskedError,
    ShareOrPercentError,
    TableError,
    TooManyError,
)
from domain.formulas.outcome import ConflictError
from domain.kinds import Scoring
from domain.listed import Listed, Unread, Values, dumped, fitted, loaded, read_list
from domain.numerals import show_number
from domain.person import Notice, Person
from domain.questionnaire import WRITTEN, Question
from domain.tables import MAX_MEGABYTES
from handlers.desk import Turn, notice
from handlers.moves import reach
from handlers.parts import LONG, PARTS
from handlers.states import Talk, name
from handlers.views.figures import show_figures

PLAIN: Final[Mapping[type[AnswerError], str]] = {
    NotANumberError: "notice-not-number",
    NotWholeError: "notice-not-whole",
    PercentUnaskedError: "notice-no-percent",
    NoNumbersError: "notice-no-numbers",
}
"""Refusals that need no numbers to be told."""


def came_early(turn: Turn, text: str) -> bool:
    """Whether words may have been meant for the question before, which a number has just answered.

    So those that came before this one could be read, and the same number again, as somebody sends
    it who has waited for a sign in vain.
    """
    sent = turn.person.context.get("sent")
    if sent is None:
        return False
    shown = turn.person.screen.shown_at
    is_again = sent == text and shown is not None and turn.now - shown < PARTS
    return turn.is_unread or is_again


async def go_on(turn: Turn, later: Attempt, text: str) -> Person:
    """Past a number that was just taken; the next screen says how it was read.

    Args:
        turn: The transaction.
        later: At the number's question, with it.
        text: As typed; kept until the next word or tap, see `came_early`.
    """
    reached = await reach(turn, later.went_on(later.position or 0), fresh=True)
    return reached if reached.attempt is None else replace(reached, context={"sent": text})


async def kept_lists(turn: Turn, attempt: Attempt) -> Mapping[str, str]:
    """What a calculation keeps apart of its answers; other instruments' words are not read."""
    row = turn.person.attempt_id
    if row is None or attempt.instrument.scoring is not Scoring.CALCULATION:
        return {}
    return await turn.records.attempts.words(row)


async def take_list(turn: Turn, attempt: Attempt, text: str) -> Person:
    """A list that was pasted, or the rest of one that the client has cut."""
    question, language = attempt.question, turn.person.language
    listed = read_list(text, question, language)
    kept = await kept_lists(turn, attempt)
    is_rest = (
        turn.now - turn.person.seen_at < PARTS
        and int(turn.person.context.get("pasted", 0)) >= LONG
        and attempt.answers.get(question.code) == WRITTEN
    )
    if is_rest:
        listed = _joined(loaded(kept[question.code], question.listing), listed, question)
    return await keep_list(turn, attempt, listed, pasted=len(text))


async def keep_list(turn: Turn, attempt: Attempt, listed: Listed, *, pasted: int = 0) -> Person:
    """Stores a list, without the names that stood in it, and shows what was understood.

    Args:
        turn: The transaction.
        attempt: At the question that asked for it.
        listed: What was found.
        pasted: How long the message was.

    Raises:
        AnswerError: It can't be right; nothing has changed.
    """
    person, code, later = turn.person, attempt.question.code, attempt.listed()
    if person.attempt_id is None:
        raise LookupError(f"person {person.id} has no attempt to go on with")
    words = dumped(listed.values)
    check(later, {**await kept_lists(turn, attempt), code: words})
    await turn.records.attempts.write_words(person.attempt_id, code, words)
    await turn.records.attempts.save(person.attempt_id, later, turn.now)
    there = replace(person, attempt=later)
    said = _told(listed, turn)
    return there.at(name(Talk.answering), fresh=True, notice=said, pasted=pasted)


def refusal(error: AnswerError, language: str) -> Notice | None:
    """What to tell about a number, a list or a table that was not taken; None for all else."""
    said: Notice | None = None
    match error:
        case OutOfRangeError():
            said = _outside(error, language)
        case ShareOrPercentError():
            low, high = error.number, 100 * error.number
            shown = [show_number(number, language) for number in (low, high)]
            said = notice("notice-share", low=shown[0], high=shown[1])
        case CountError():
            said = notice("notice-count", found=error.found, wanted=error.wanted)
        case TooManyError():
            said = notice("notice-too-many", limit=show_number(error.limit, language))
        case TableError():
            said = notice(f"table-{error.fault}", size=MAX_MEGABYTES)
        case ConflictError():
            said = notice(f"refused-{error.conflict}", **show_figures(error.figures, language))
        case _ if type(error) in PLAIN:
            said = notice(PLAIN[type(error)])
    return said


def _outside(error: OutOfRangeError, language: str) -> Notice:
    low = None if error.low is None else show_number(error.low, language)
    high = None if error.high is None else show_number(error.high, language)
    if high is None:
        return notice("notice-below", low=low or "")
    if low is None:
        return notice("notice-above", high=high)
    return notice("notice-out-of-range", low=low, high=high)


def _joined(earlier: Values, listed: Listed, question: Question) -> Listed:
    both: Any = [*earlier, *listed.values]
    return fitted(replace(listed, values=both), question)


def _told(listed: Listed, turn: Turn) -> Notice | None:
    """Which column was taken and which rows were left out; None where all went by itself."""
    speak = turn.speech.to(turn.person)
    said = []
    if listed.column:
        count = len(listed.values)
        said.append(speak("list-column", column=listed.column, count=count))
    if count := listed.totals_count:
        said.append(speak("list-totals", count=count, rows=_named(listed.totals, count, speak)))
    if count := listed.unread_count:
        said.append(speak("list-unread", count=count, rows=_named(listed.unread, count, speak)))
    if listed.totals_count or listed.unread_count:
        said.append(speak("list-again"))
    return notice("list-told", said=" ".join(said)) if said else None


def _named(rows: Sequence[Unread], count: int, speak: Speak) -> str:
    """Rows by place and text, and how many there are besides."""
    named = ", ".join(speak("unread-row", row=str(one.row), text=one.text) for one in rows)
    more = count - len(rows)
    return f"{named} {speak('and-more', count=more)}" if more > 0 else named
