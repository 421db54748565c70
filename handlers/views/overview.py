"""The owner's overview: the figures of a group as a picture and as its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from content.texts import Speak
from domain.person import Campaign
from domain.questionnaire import Instrument, Mode, Question, Scoring
from domain.scoring import shown
from domain.statistics import GROUP_THRESHOLD
from handlers.views.board import axes_of, likelihood_of, mean_told
from handlers.views.context import Speech
from handlers.views.view import cut, esc, paragraphs, share_of
from results.facts import Axis
from results.facts_owner import BoardFacts, Count, Likelihood
from storage.boards import Board, Hidden
from storage.export.words import label

QUESTIONS: Final = 3
"""0–10 questions on one picture."""
TITLE_SHOWN: Final = 60
"""Characters of a campaign's title in the caption."""
BLOCKS_TOLD: Final = 10
"""Blocks in the caption: as many as an instrument may have."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the picture tells, and to whom.

    Attributes:
        board: The figures.
        instrument: The test.
        campaign: Whose figures; everybody's if None.
        language: Of the words.
        now: When the figures were read.
        speech: Content and words.
    """

    board: Board
    instrument: Instrument
    campaign: Campaign | None
    language: str
    now: datetime
    speech: Speech

    @property
    def speak(self) -> Speak:
        """Speaks the reader's language."""
        return self.speech.texts.speaker(self.language)

    @property
    def time(self) -> str:
        """When, on the operator's clock."""
        at = self.now.astimezone(self.speech.house.zone)
        date = self.speech.texts.date(self.language, at)
        return self.speak("audit-when", date=date, time=f"{at:%H:%M}")

    @property
    def subject(self) -> str:
        """The test, and which of its versions where it has two: they are never mixed."""
        title, mode = self.instrument.title[self.language], self.board.mode
        if not self.instrument.express and mode is Mode.FULL:
            return title
        return f"{title} · {self.speak('hall-mode', mode=mode)}"


def board_facts(overview: Overview) -> BoardFacts:
    """The picture."""
    board, speak = overview.board, overview.speak
    has_total = not board.is_hidden and board.total is not None
    is_checklist = overview.instrument.scoring is Scoring.CHECKLIST
    return BoardFacts(
        title=overview.campaign.title if overview.campaign else speak("overview"),
        subtitle=overview.subject,
        counts=_counts(overview),
        likelihoods=[_likelihood(question, overview) for question in _asked(overview)],
        blocks_heading=speak("checklist-blocks" if is_checklist else "overview-blocks"),
        blocks=_blocks(overview),
        missing=speak("overview-missing"),
        hidden=hidden_words(board, speak),
        total=board.total if has_total else None,
        total_caption=(
            speak("checklist-board" if is_checklist else "overview-total", count=board.people)
            if has_total
            else ""
        ),
        note=speak("overview-note", threshold=GROUP_THRESHOLD),
        date=overview.time,
        brand=overview.speech.house.brand,
    )


def _counts(overview: Overview) -> list[Count]:
    board, speak = overview.board, overview.speak
    counts = [
        Count(str(board.finished), speak("hall-finished")),
        Count(str(board.begun), speak("hall-begun")),
    ]
    if board.begun:
        share = speak("percent", share=share_of(board.finished, board.begun))
        counts.append(Count(share, speak("overview-share")))
    if board.arrived:
        counts.append(Count(str(board.arrived), speak("hall-arrived")))
    return counts


def _asked(overview: Overview) -> list[Question]:
    """The 0–10 questions, as many as fit."""
    answers = overview.board.answers
    return [q for q in overview.instrument.questions if q.code in answers][:QUESTIONS]


def _likelihood(question: Question, overview: Overview) -> Likelihood:
    """One of them; insiders' views are named so."""
    language = overview.language
    found = likelihood_of(
        question, overview.board.answers[question.code], language, overview.speak
    )
    return replace(found, name=label("view", question.code, language, found.name))


def _blocks(overview: Overview) -> Sequence[Axis]:
    """The blocks of a map, the sections of a checklist; other tests have none."""
    if overview.instrument.scoring not in {Scoring.BLOCKS, Scoring.CHECKLIST}:
        return ()
    return axes_of(overview.instrument, overview.board, overview.language)


def hidden_words(board: Board, speak: Speak) -> str:
    """Why there are no figures; empty where there are."""
    if board.why is None:
        return ""
    if board.why is Hidden.NOBODY:
        return speak("overview-hidden-nobody", threshold=GROUP_THRESHOLD)
    return speak("overview-hidden-few", threshold=GROUP_THRESHOLD)


def caption(overview: Overview) -> str:
    """The picture in words, for those who can't see it and for searching."""
    board, speak = overview.board, overview.speak
    whose = cut(overview.campaign.title, TITLE_SHOWN) if overview.campaign else speak("overview")
    heading = f"<b>{esc(whose)}</b>\n{esc(overview.subject)}"
    counted = speak(
        "overview-counted", begun=board.begun, finished=board.finished, arrived=board.arrived
    )
    if board.is_hidden:
        return paragraphs(heading, counted, hidden_words(board, speak), overview.time)
    lines = [_in_words(_likelihood(question, overview)) for question in _asked(overview)]
    means = [_mean(axis, speak) for axis in _blocks(overview)[:BLOCKS_TOLD]]
    total = (
        mean_told(board.total, board.people, overview.instrument, speak)
        if board.total is not None
        else ""
    )
    told = " · ".join(means)
    if means and overview.instrument.scoring is Scoring.CHECKLIST:
        told = f"{speak('checklist-blocks')}: {told}"
    return paragraphs(heading, counted, "\n".join(lines), total, told, overview.time)


def _mean(axis: Axis, speak: Speak) -> str:
    score = speak("overview-missing") if axis.score is None else str(shown(axis.score))
    return f"{esc(axis.name)} {score}"


def _in_words(found: Likelihood) -> str:
    score = f"<b>{found.score}</b> ({found.interval})" if found.score else found.interval
    return f"{esc(found.name)}: {score}"
