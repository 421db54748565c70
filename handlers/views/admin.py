"""The owner's menu, and results by test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from content.texts import Speak
from domain.person import Person
from domain.questionnaire import Instrument
from domain.statistics import GROUP_THRESHOLD
from handlers.callbacks import At, CampaignDo, Campaigning, LeadsStep, LeadsTap, Look, To
from handlers.views.board import LINES, answered_of, has_figures, metric_of, scale_of, written
from handlers.views.choosing import LABEL, page_of, turning
from handlers.views.context import Speech
from handlers.views.view import Button, View, cut, esc, go, paired, paragraphs, share_of
from storage.boards import Board

FIGURES_TOLD: Final = 5
"""Tests with their figure in the menu: with more of them a phone would not show its buttons."""
PICTURES_OFFERED: Final = 3
"""Tests whose picture is a tap away in the menu."""
NAMES_TOLD: Final = 2
"""Of tests without figures so many are named in the menu."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One test and what there is of it."""

    instrument: Instrument
    board: Board


def admin_view(
    person: Person, came: tuple[int, int, int], standings: Sequence[Standing], speech: Speech
) -> View:
    """How many came, what they did, and the way to all the rest, on one screen of a phone.

    Args:
        person: Who looks: admins get more than analysts.
        came: How many arrived, how many of them consented, and how many attempts were finished.
        standings: All tests in their order.
        speech: Content and words.
    """
    speak, language = speech.to(person), person.language
    arrived, consented, finished = came
    is_several = len(speech.library.instruments) > 1
    told = _with_figures(standings, speak, language)
    lines = [line for _, line in told[:FIGURES_TOLD]]
    if len(told) > FIGURES_TOLD:
        lines.append(speak("admin-more", count=len(told) - FIGURES_TOLD))
    shown = {one.instrument.id for one, _ in told}
    without = [one for one in standings if one.instrument.id not in shown]
    return View(
        paragraphs(
            speak("admin", arrived=arrived, consented=consented, finished=finished),
            "\n".join(lines),
            _without(without, speak, language),
        ),
        [
            *(_pictures([one for one, _ in told], speak, language) if is_several else []),
            *paired(_elsewhere(person, speak, speech)),
        ],
    )


def _with_figures(
    standings: Sequence[Standing], speak: Speak, language: str
) -> list[tuple[Standing, str]]:
    """The tests that have a figure with their lines, those with most people first."""
    found = [(one, _figure(one, speak, language)) for one in standings]
    told = [
        (one, f"{_title(one, language)}: <b>{figure.words}</b>") for one, figure in found if figure
    ]
    return sorted(told, key=lambda pair: -pair[0].board.finished)


def _without(standings: Sequence[Standing], speak: Speak, language: str) -> str:
    """The tests without figures in one line, those that most people began named first."""
    waiting = [one for one in standings if has_figures(one.instrument)]
    told = sorted(waiting or standings, key=lambda one: -one.board.begun)
    if not told:
        return ""
    titles = ", ".join(_title(one, language) for one in told[:NAMES_TOLD])
    if len(told) > NAMES_TOLD:
        titles = speak("admin-and-more", titles=titles, count=len(told) - NAMES_TOLD)
    key = "admin-waiting" if waiting else "admin-without"
    return speak(key, titles=titles, threshold=GROUP_THRESHOLD)


def _pictures(told: Sequence[Standing], speak: Speak, language: str) -> list[list[Button]]:
    """The pictures of the tests with most people; all others are in the list."""
    return [
        [
            go(
                cut(speak("button-overview-of", title=one.instrument.title[language]), LABEL),
                To.OVERVIEW,
                one.instrument.id,
            )
        ]
        for one in told[:PICTURES_OFFERED]
    ]


def _elsewhere(person: Person, speak: Speak, speech: Speech) -> list[Button]:
    """All the rest; the only test's picture stands in the place of the list."""
    first, *others = speech.library.instruments
    buttons = [
        Button(speak("button-figures"), Look(at=At.FIGURES))
        if others
        else go(speak("button-overview"), To.OVERVIEW, first),
        Button(speak("button-campaigns"), Campaigning(do=CampaignDo.LIST)),
        Button(speak("button-funnel"), Look(at=At.FUNNEL)),
        Button(speak("button-export"), Look(at=At.EXPORT)),
    ]
    if speech.house.is_admin(person.chat_id):
        buttons.append(Button(speak("button-leads"), LeadsTap(do=LeadsStep.LIST, arg="0")))
        buttons.append(Button(speak("button-audit"), Look(at=At.AUDIT)))
    return buttons


def figures_view(person: Person, standings: Sequence[Standing], page: int, speech: Speech) -> View:
    """The tests with their figures, a page of them; each leads to its picture."""
    speak, language = speech.to(person), person.language
    shown = page_of(page, len(speech.library.instruments))
    rows = [
        [go(cut(one.instrument.title[language], LABEL), To.OVERVIEW, one.instrument.id)]
        for one in standings
    ]
    begun = [_line(one, speak, language) for one in standings if one.board.begun]
    nobody = ", ".join(_title(one, language) for one in standings if not one.board.begun)
    waits = any(
        one.board.begun and one.board.is_hidden and has_figures(one.instrument)
        for one in standings
    )
    return View(
        paragraphs(
            speak("figures"),
            "\n".join(begun),
            speak("figures-soon", threshold=GROUP_THRESHOLD) if waits else "",
            speak("figures-nobody", titles=nobody) if nobody else "",
        ),
        [
            *rows,
            turning(shown, len(speech.library.instruments), At.FIGURES, "page."),
            [go(speak("button-back"), To.ADMIN)],
        ],
    )


def _title(standing: Standing, language: str) -> str:
    return esc(standing.instrument.title[language])


def _line(standing: Standing, speak: Speak, language: str) -> str:
    """A test in one line: how many, and their mean as far as it may be told."""
    board = standing.board
    counted = speak(
        "figures-line",
        title=_title(standing, language),
        begun=board.begun,
        finished=board.finished,
        share=share_of(board.finished, board.begun),
    )
    figure = _figure(standing, speak, language)
    if figure is None:
        return counted
    told = speak("figures-figure", figure=figure.words, count=figure.count)
    return f"{counted} · {told}"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A test's main figure as it is written, and how many answers it stands on."""

    words: str
    count: int


def _figure(standing: Standing, speak: Speak, language: str) -> _Figure | None:
    """The mean total, or else the first measured question; None where it may not be told."""
    instrument, board = standing.instrument, standing.board
    if board.is_hidden or not has_figures(instrument):
        return None
    if lines := LINES.get(instrument.scoring):
        if board.total is None:
            return None
        mean, scale = written(board.total, instrument, speak), scale_of(instrument)
        return _Figure(speak(lines.short, mean=mean, scale=scale), board.totals)
    first = instrument.measured[0]
    answers = board.answers[first.code]
    if answers.distribution is None:
        return None
    found = answered_of(first, answers, instrument.group, language, speak)
    name = esc(found.name) if answers.nps is None else metric_of(instrument.group)
    return _Figure(f"{name} {found.score}", answers.distribution.total())
