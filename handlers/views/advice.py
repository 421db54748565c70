"""The recommendations: the first ones among a result's words, all of them as a message."""

from typing import Final

from content.library import Advice
from domain.advice import calls, names_advice
from handlers.callbacks import To
from handlers.views.common import tests_row
from handlers.views.shown import Shown
from handlers.views.view import Button, View, esc, go, paragraphs

FIRST: Final = 2
"""Recommendations named among a result's words."""


def advice_told(one: Shown) -> str:
    """The first recommendations that a result calls for, by title; empty where there are none."""
    named = [f"• {esc(advice.title[one.language])}" for advice, count in _ordered(one) if count]
    if not named:
        return ""
    return "\n".join([f"<b>{one.speak('advice-first')}</b>", *named[:FIRST]])


def advice_rows(one: Shown) -> list[list[Button]]:
    """The way to all of them; none where the instrument names no recommendation."""
    if not names_advice(one.attempt.instrument):
        return []
    arg = f"{one.attempt.key}.{one.language}"
    return [[go(one.speak("button-advice"), To.ADVICE, arg)]]


def advice_view(one: Shown) -> View:
    """All recommendations, those called for first, each with how many answers call for it."""
    speak, ordered = one.speak, _ordered(one)
    is_called = any(count for _, count in ordered)
    return View(
        paragraphs(
            speak("advice", title=esc(one.title)),
            f"<i>{speak('advice-note-called' if is_called else 'advice-note-plain')}</i>",
            *(
                _item(number, advice, count, one)
                for number, (advice, count) in enumerate(ordered, start=1)
            ),
        ),
        [tests_row(one)],
    )


def _ordered(one: Shown) -> list[tuple[Advice, int]]:
    """Each recommendation with how many weak answers call for it."""
    offered = {advice.code: advice for advice in one.speech.library.advice}
    return [(offered[call.code], call.answers) for call in calls(one.attempt, list(offered))]


def _item(number: int, advice: Advice, count: int, one: Shown) -> str:
    language = one.language
    lines = [f"<b>{number}. {esc(advice.title[language])}</b>"]
    if count:
        lines.append(f"<i>▸ {one.speak('advice-called', count=count)}</i>")
    return "\n".join([*lines, esc(advice.text[language])])
