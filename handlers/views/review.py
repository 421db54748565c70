"""All answers once more, before the result."""

from collections.abc import Mapping, Sequence

from content.texts import Speak
from domain.attempt import Attempt
from domain.kinds import Kind
from domain.person import Person
from domain.questionnaire import SKIPPED, Question
from handlers.callbacks import Review, ReviewDo
from handlers.views.context import Speech
from handlers.views.question import answer_label
from handlers.views.room import fitted
from handlers.views.view import Button, View, esc, paired, paragraphs


def review_view(person: Person, words: Mapping[str, str], speech: Speech) -> View:
    """The answers of an attempt in which nothing is left to ask, each with a way to change it.

    Args:
        person: In such an attempt.
        words: What they wrote, by question code.
        speech: Content and words.
    """
    attempt = person.attempt
    if attempt is None:
        raise LookupError(f"person {person.id} is answering nothing")
    language, speak = person.language, speech.to(person)
    asked = [(n, attempt.instrument.questions[n]) for n in attempt.steps]
    asked = [(n, question) for n, question in asked if question.kind is not Kind.PAGE]
    asked.sort(key=lambda entry: _place(attempt, *entry))
    whole = [_answer(attempt, question, words, language, speak) for _, question in asked]
    shown = fitted(whole)
    lines = [
        f"<b>{esc(question.name[language])}</b>\n{esc(text) or speak('review-nothing')}"
        for (_, question), text in zip(asked, shown, strict=True)
    ]
    text = paragraphs(
        f"<b>{esc(attempt.instrument.title[language])}</b>\n{speak('review')}",
        *lines,
        f"<i>{speak('review-cut')}</i>" if shown != whole else "",
    )
    return View(text, _rows(attempt, asked, language, speak))


def _place(attempt: Attempt, n: int, question: Question) -> tuple[int, int]:
    """Where an answer is shown: behind the one that it is about."""
    questions = attempt.instrument.questions
    about = (m for m, other in enumerate(questions) if other.code == question.quotes)
    return next(about, n), n


def _answer(
    attempt: Attempt,
    question: Question,
    words: Mapping[str, str],
    language: str,
    speak: Speak,
) -> str:
    value = attempt.answers.get(question.code, SKIPPED)
    if value == SKIPPED:
        return ""
    if question.kind is Kind.TEXT:
        return words.get(question.code, "")
    return answer_label(question, value, language, speak)


def _rows(
    attempt: Attempt, asked: Sequence[tuple[int, Question]], language: str, speak: Speak
) -> list[list[Button]]:
    changes = []
    for n, question in asked:
        name = question.name[language]
        is_open = attempt.answers.get(question.code) == SKIPPED
        label = speak("button-review-add", name=name) if is_open else name
        changes.append(Button(label, Review(key=attempt.key, do=ReviewDo.CHANGE, n=n)))
    done = Button(speak("button-review-done"), Review(key=attempt.key, do=ReviewDo.DONE))
    pause = Button(speak("button-pause"), Review(key=attempt.key, do=ReviewDo.PAUSE))
    return [[done], *paired(changes), [pause]]
