"""The owner's menu, and results by test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from content.texts import Speak
from domain.person import Person
from domain.questionnaire import Instrument
from domain.statistics import GROUP_THRESHOLD
from handlers.callbacks import At, CampaignDo, Campaigning, LeadsStep, LeadsTap, Look, To
from handlers.views.board import LINES, answered_of, has_figures, mean_words, metric_of
from handlers.views.choosing import LABEL, page_of, turning
from handlers.views.context import Speech
from handlers.views.view import Button, View, cut, esc, go, paired, paragraphs, share_of
from storage.boards import Board

TESTS_TOLD: Final = 12
"""Tests with a line of their own in the menu; there are more lines than that on their screen."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One test and what there is of it."""

    instrument: Instrument
    board: Board


def admin_view(
    person: Person, came: tuple[int, int], standings: Sequence[Standing], speech: Speech
) -> View:
    """How many came, what they did, and the way to all the rest.

    Args:
        person: Who looks: admins get more than analysts.
        came: How many arrived and how many of them consented.
        standings: The tests in their order.
        speech: Content and words.
    """
    speak = speech.to(person)
    lines = [_line(one, speak, person.language) for one in standings[:TESTS_TOLD]]
    buttons = [
        _overview(speak, speech),
        Button(speak("button-campaigns"), Campaigning(do=CampaignDo.LIST)),
        Button(speak("button-funnel"), Look(at=At.FUNNEL)),
        Button(speak("button-export"), Look(at=At.EXPORT)),
    ]
    if speech.house.is_admin(person.chat_id):
        buttons.append(Button(speak("button-leads"), LeadsTap(do=LeadsStep.LIST, arg="0")))
        buttons.append(Button(speak("button-audit"), Look(at=At.AUDIT)))
    arrived, consented = came
    return View(
        paragraphs(speak("admin", arrived=arrived, consented=consented), "\n".join(lines)),
        paired(buttons),
    )


def _overview(speak: Speak, speech: Speech) -> Button:
    """The only test's picture at once; of several, one is chosen first."""
    tests = list(speech.library.instruments)
    label = speak("button-overview")
    return (
        go(label, To.OVERVIEW, tests[0]) if len(tests) == 1 else Button(label, Look(at=At.FIGURES))
    )


def figures_view(person: Person, standings: Sequence[Standing], page: int, speech: Speech) -> View:
    """The tests with their figures, a page of them; one leads to its picture and funnel."""
    speak, language = speech.to(person), person.language
    shown = page_of(page, len(speech.library.instruments))
    rows = [
        [
            Button(
                cut(one.instrument.title[language], LABEL),
                Look(at=At.FIGURES, choice=f"test.{one.instrument.id}"),
            )
        ]
        for one in standings
    ]
    return View(
        paragraphs(speak("figures"), "\n".join(_line(one, speak, language) for one in standings)),
        [
            *rows,
            turning(shown, len(speech.library.instruments), At.FIGURES, "page."),
            [go(speak("button-back"), To.ADMIN)],
        ],
    )


def one_test_view(person: Person, standing: Standing, speech: Speech) -> View:
    """One test: its figures, and the way to its picture and its funnel."""
    speak = speech.to(person)
    chosen = standing.instrument.id
    return View(
        _line(standing, speak, person.language),
        [
            *paired(
                [
                    go(speak("button-overview"), To.OVERVIEW, chosen),
                    Button(speak("button-funnel"), Look(at=At.FUNNEL, choice=f"test.{chosen}")),
                    Button(speak("button-export"), Look(at=At.EXPORT, choice=f"test.{chosen}")),
                ]
            ),
            [Button(speak("button-back"), Look(at=At.FIGURES))],
        ],
    )


def _line(standing: Standing, speak: Speak, language: str) -> str:
    """A test in one line: how many, and their mean as far as it may be told."""
    board = standing.board
    title = f"<b>{esc(standing.instrument.title[language])}</b>"
    if not board.begun:
        return speak("figures-nobody", title=title)
    counted = speak(
        "figures-line",
        title=title,
        begun=board.begun,
        finished=board.finished,
        share=share_of(board.finished, board.begun),
    )
    return f"{counted} {_figure(standing, speak, language)}".rstrip()


def _figure(standing: Standing, speak: Speak, language: str) -> str:
    """The mean total, or else the first measured question, as far as it may be told."""
    instrument, board = standing.instrument, standing.board
    if not has_figures(instrument):
        return ""
    lines = LINES.get(instrument.scoring)
    if board.is_hidden:
        soon = lines.soon if lines else "figures-soon"
        return speak(soon, threshold=GROUP_THRESHOLD) if board.present else ""
    return mean_words(instrument, board, speak) if lines else _answer(standing, speak, language)


def _answer(standing: Standing, speak: Speak, language: str) -> str:
    instrument = standing.instrument
    first = instrument.measured[0]
    answers = standing.board.answers[first.code]
    if answers.distribution is None:
        return ""
    found = answered_of(first, answers, instrument.group, language, speak)
    return speak(
        "figures-answer",
        name=esc(found.name) if answers.nps is None else metric_of(instrument.group),
        score=found.score,
        count=answers.distribution.total(),
    )
