"""The question that is edited in place."""

from collections.abc import Callable

from content.texts import Speak
from domain.attempt import Attempt
from domain.kinds import Kind, Listing, Scoring, Unit
from domain.numerals import show_number
from domain.person import Person
from domain.questionnaire import (
    MAX_NUMBERS,
    NO,
    NOT_APPLICABLE,
    READ,
    SKIPPED,
    UNKNOWN,
    UNSURE,
    WRITTEN,
    YES,
    Question,
    Section,
    Value,
)
from domain.tables import MAX_MEGABYTES
from handlers.callbacks import Move, Pick, Step, To
from handlers.views.briefs import briefs
from handlers.views.context import Speech
from handlers.views.figures import show_list, show_typed
from handlers.views.survey import above_question
from handlers.views.view import Button, View, bar, esc, go, paired, paragraphs

LIKELIHOOD_ROWS = ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10))
LONG_LABEL = 28
PickButton = Callable[[str, str], Button]

_WORDS = {
    UNKNOWN: "button-unknown",
    NOT_APPLICABLE: "button-not-applicable",
    YES: "button-yes",
    NO: "button-no",
    UNSURE: "button-unsure",
    SKIPPED: "answer-skipped",
    WRITTEN: "answer-written",
    READ: "answer-read",
}


def question_view(person: Person, words: str, speech: Speech, quoted: str = "") -> View:
    """The question a person stands at.

    Args:
        person: In an attempt that has a question left.
        words: What they wrote to it earlier, or an empty string.
        speech: Content and words.
        quoted: What they wrote to the question that this one is about, or an empty string.
    """
    attempt = person.attempt
    if attempt is None:
        raise LookupError(f"person {person.id} is answering nothing")
    language, speak = person.language, speech.to(person)
    question = attempt.question
    shows_levels = person.context.get("levels") == attempt.position
    place = _place(attempt, language, speak)
    progress = "" if _calculates(attempt) else _progress(attempt, speak)
    text = paragraphs(
        above_question(person, attempt, speech),
        _cheer(attempt, language),
        "\n".join(line for line in (place, progress) if line),
        f"<blockquote>{esc(quoted)}</blockquote>" if quoted else "",
        f"<b>{esc(question.wording(attempt.facts)[language])}</b>",
        esc(question.body[language]) if question.body else "",
        f"<i>{esc(question.hint[language])}</i>" if question.hint else "",
        _answers(attempt, language, speak, shows_levels=shows_levels),
        _written(attempt, words, language, speak),
        _note(question, words, speak),
        _number_before(attempt, language, speak),
        _earlier(person, attempt, speak),
    )
    rows = _rows(attempt, question, language, speak, shows_levels=shows_levels)
    if question.takes_note and words:
        # Above the answers: those stay where the thumb expects them.
        rows.insert(0, [_step(attempt, speak("button-note-drop"), Move.DROP_NOTE)])
    return View(text, rows)


def answer_label(question: Question, value: Value, language: str, speak: Speak) -> str:
    """An answer in words, as people see it."""
    if question.kind is Kind.CHOICE and value != SKIPPED:
        return next((o.label[language] for o in question.options if o.code == value), "")
    if value in _WORDS:
        return speak(_WORDS[str(value)])
    match question.kind:
        case Kind.SCALE if isinstance(value, int):
            return f"{value} — {question.options[value - 1].label[language]}"
        case Kind.LIKELIHOOD:
            return speak("answer-score", score=str(value))
        case Kind.RATING:
            return speak("answer-rating", score=str(value), points=question.points)
        case _:
            return show_number(value, language) if isinstance(value, float) else str(value)


def _calculates(attempt: Attempt) -> bool:
    """Whether it is a calculator: it is left at any time, so it has no progress and no pause."""
    return attempt.instrument.scoring is Scoring.CALCULATION


def _progress(attempt: Attempt, speak: Speak) -> str:
    done, count = attempt.progress
    if attempt.instrument.grows and not attempt.instrument.blocks:
        # The section's title tells which step this is.
        return bar(done, count)
    return f"{bar(done, count)} {speak('progress', done=done, count=count)}"


def _place(attempt: Attempt, language: str, speak: Speak) -> str:
    section = attempt.section
    if section.title is None:
        return ""
    title = esc(section.title[language])
    if not section.scored:
        return f"<b>{title}</b>"
    blocks = attempt.instrument.blocks
    return speak("block-place", number=blocks.index(section) + 1, count=len(blocks), title=title)


def _cheer(attempt: Attempt, language: str) -> str:
    """A sentence on having finished a block, above the first question of the next."""
    before = _previous(attempt)
    if before is None or attempt.position is None:
        return ""
    section: Section = attempt.instrument.section_of[before.code]
    left = section.code != attempt.section.code and attempt.question.code not in attempt.answers
    if not left or section.cheer is None or attempt.lacks(section):
        return ""
    return esc(section.cheer[language])


def _previous(attempt: Attempt) -> Question | None:
    """The question before the one the person stands at."""
    earlier = [step for step in attempt.steps if step < (attempt.position or 0)]
    return attempt.instrument.questions[earlier[-1]] if earlier else None


def _answers(attempt: Attempt, language: str, speak: Speak, *, shows_levels: bool) -> str:
    """The scale's labels, numbered, with examples if asked for; or what choices mean."""
    question = attempt.question
    if question.kind is Kind.SCALE:
        lines = []
        for option in question.options:
            line = f"{option.code} — {esc(option.label[language])}"
            example = question.levels.get(int(option.code))
            if shows_levels and example:
                line = f"<b>{line}</b>\n{esc(example[language])}"
            lines.append(line)
        heading = [speak("levels-heading")] if shows_levels else []
        return "\n".join([*heading, *lines])
    if question.ends is not None:
        low, high = (esc(end[language]) for end in question.ends)
        return f"1 — {low}\n{question.points} — {high}"
    if any(option.brief for option in question.options):
        return briefs(question, attempt.instrument, language, speak)
    if question.kind is Kind.CHOICE and _are_long(question, language):
        return "\n".join(
            f"{number}. {esc(option.label[language])}"
            for number, option in enumerate(question.options, start=1)
        )
    return ""


def _written(attempt: Attempt, words: str, language: str, speak: Speak) -> str:
    question, value = attempt.question, attempt.answers.get(attempt.question.code)
    if not question.is_written:
        return ""
    if isinstance(value, int | float):
        words = show_typed(value, question.unit, language)
    elif question.kind is Kind.NUMBERS:
        is_kept = bool(words) and value == WRITTEN
        words = show_list(words, question, language, speak) if is_kept else ""
    if words:
        return f"{speak('text-kept')}\n<blockquote>{esc(words)}</blockquote>\n" + speak(
            "text-change"
        )
    return _asked(question, language, speak)


def _asked(question: Question, language: str, speak: Speak) -> str:
    """What is to be typed."""
    match question.kind:
        case Kind.NUMBER if question.unit is Unit.PERCENT:
            return speak("percent-ask")
        case Kind.NUMBER:
            return speak("number-ask")
        case Kind.NUMBERS:
            return _list_asked(question, language, speak)
        case _:
            return speak("text-ask" if question.optional else "text-ask-required")


def _list_asked(question: Question, language: str, speak: Speak) -> str:
    if question.listing is Listing.RATINGS:
        return speak("ratings-ask")
    if question.takes_file:
        limit = show_number(MAX_NUMBERS, language)
        return speak("list-ask-file", limit=limit, size=MAX_MEGABYTES)
    if question.count is not None:
        return speak("list-ask-count", count=question.count)
    return speak("list-ask")


def _note(question: Question, words: str, speak: Speak) -> str:
    """The note beside a rating, or the line that says that one may be sent."""
    if not question.takes_note:
        return ""
    if not words:
        return f"<i>{speak('note-ask')}</i>"
    return f"{speak('note-kept')}\n<blockquote>{esc(words)}</blockquote>\n" + speak("note-change")


def _number_before(attempt: Attempt, language: str, speak: Speak) -> str:
    """In a quiet line: how the number before was read, as nothing was shown between."""
    before = _previous(attempt)
    number = attempt.answers.get(before.code) if before else None
    if before is None or before.kind is not Kind.NUMBER or isinstance(number, str | None):
        return ""
    shown = show_typed(number, before.unit, language)
    return f"<i>{speak('number-before', name=esc(before.name[language]), number=shown)}</i>"


def _earlier(person: Person, attempt: Attempt, speak: Speak) -> str:
    """In a quiet line: this question's own earlier answer, or what was just recorded."""
    key, shown = "answer-now", attempt.question
    if shown.code not in attempt.answers:
        taken = person.context.get("taken")
        if _calculates(attempt) or not isinstance(taken, int) or taken not in attempt.steps:
            return ""
        key = "answer-changed" if person.context.get("changed") else "answer-before"
        shown = attempt.instrument.questions[taken]
    value = attempt.answers.get(shown.code)
    if value is None or shown.is_written or shown.kind is Kind.PAGE:
        return ""
    label = answer_label(shown, value, person.language, speak)
    return f"<i>{speak(key, answer=esc(label))}</i>"


def _rows(
    attempt: Attempt, question: Question, language: str, speak: Speak, *, shows_levels: bool
) -> list[list[Button]]:
    """Answers first, then back · examples · pause: the same places on every question."""
    ordinal = attempt.position or 0

    def pick(label: str, value: str) -> Button:
        return Button(label, Pick(key=attempt.key, n=ordinal, v=value))

    def step(label: str, do: Move) -> Button:
        return _step(attempt, speak(label), do)

    rows = _choices(attempt, language, speak, pick)
    if (question.is_written or question.takes_note) and question.code in attempt.answers:
        rows.append([_step(attempt, _next_label(attempt, language, speak), Move.NEXT)])
    if question.optional:
        is_kept = attempt.instrument.reviewed and attempt.answers.get(question.code) == WRITTEN
        rows.append([pick(speak("button-remove" if is_kept else "button-skip"), SKIPPED)])
    last = [step("button-back", Move.BACK)]
    if question.levels:
        last.append(
            step("button-levels-hide", Move.HIDE)
            if shows_levels
            else step("button-levels", Move.LEVELS)
        )
    if _calculates(attempt):
        leaves = ordinal == attempt.steps[0]
        rows.append([go(speak("button-back"), To.TESTS)] if leaves else last)
    else:
        rows.append([*last, step("button-pause", Move.PAUSE)])
    return rows


def _next_label(attempt: Attempt, language: str, speak: Speak) -> str:
    """Where the way leads on from what is answered; a number is kept by it."""
    ordinal, question = attempt.position or 0, attempt.question
    is_last = _calculates(attempt) and ordinal == attempt.steps[-1]
    value = attempt.answers.get(question.code)
    if question.kind is Kind.NUMBER and isinstance(value, int | float):
        number = show_typed(value, question.unit, language)
        return speak("button-number-calculate" if is_last else "button-number-keep", number=number)
    if is_last:
        return speak("button-calculate")
    is_review = attempt.instrument.reviewed and attempt.onwards(after=ordinal).position is None
    return speak("button-review" if is_review else "button-next")


def _step(attempt: Attempt, label: str, do: Move) -> Button:
    return Button(label, Step(key=attempt.key, n=attempt.position or 0, do=do))


def _choices(
    attempt: Attempt, language: str, speak: Speak, pick: PickButton
) -> list[list[Button]]:
    """The buttons that answer."""
    question = attempt.question
    match question.kind:
        case Kind.SCALE:
            levels = [pick(option.code, option.code) for option in question.options]
            rows = [levels, [pick(extra.label[language], extra.code) for extra in question.extras]]
        case Kind.LIKELIHOOD:
            rows = [[pick(str(n), str(n)) for n in row] for row in LIKELIHOOD_ROWS]
        case Kind.RATING:
            rows = [[pick(str(n), str(n)) for n in range(1, question.points + 1)]]
        case Kind.PAGE:
            onwards = "button-calculate" if attempt.section.formula else "button-read"
            rows = [] if question.is_end else [[pick(speak(onwards), READ)]]
        case Kind.YES_NO:
            rows = [[pick(speak(_WORDS[code]), code) for code in (YES, NO, UNSURE)]]
        case Kind.CHOICE:
            rows = _choice(question, language, pick)
        case _:
            rows = []
    return rows


def _are_long(question: Question, language: str) -> bool:
    return any(len(option.label[language]) > LONG_LABEL for option in question.options)


def _choice(question: Question, language: str, pick: PickButton) -> list[list[Button]]:
    """Short answers as buttons, two a row where they fit; long ones by number."""
    if _are_long(question, language):
        numbers = [pick(str(n), o.code) for n, o in enumerate(question.options, start=1)]
        return [numbers[i : i + 4] for i in range(0, len(numbers), 4)]
    buttons = [pick(option.label[language], option.code) for option in question.options]
    return paired(buttons)
