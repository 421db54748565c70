"""The owner's overview: the figures of a group as a picture and as its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from content.texts import Speak
from domain.daytime import clock
from domain.kinds import PRIVATE, Mode, Scoring
from domain.person import Campaign
from domain.questionnaire import Instrument, Question
from domain.statistics import GROUP_THRESHOLD
from handlers.views.board import (
    LINES,
    answered_of,
    axes_of,
    has_figures,
    items_of,
    mean_words,
    others_words,
    scale_of,
    written,
)
from handlers.views.context import Speech
from handlers.views.splits import breakdown_of, split_words
from handlers.views.view import cut, esc, paragraphs, share_of
from results.facts import Axis
from results.facts_owner import Answered, BoardFacts, Count
from storage.boards import Board, Hidden
from storage.export.words import label

QUESTIONS: Final = 3
"""Measured questions on one picture."""
TITLE_SHOWN: Final = 60
"""Characters of a campaign's title in the caption."""
MEANS_TOLD: Final = 16
"""Means in the caption: as many as it has room for with the longest names."""


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
        return self.speak("audit-when", date=date, time=clock(at))

    @property
    def subject(self) -> str:
        """The test and what it is about; which of its versions where it has two."""
        title, mode = self.instrument.title[self.language], self.board.mode
        if self.campaign is not None and self.campaign.occasion:
            title = f"{title} · {cut(self.campaign.occasion, TITLE_SHOWN)}"
        if not self.instrument.express and mode is Mode.FULL:
            return title
        return f"{title} · {self.speak('hall-mode', mode=mode)}"


def board_facts(overview: Overview) -> BoardFacts:
    """The picture."""
    board, speak, instrument = overview.board, overview.speak, overview.instrument
    lines, scale = LINES.get(instrument.scoring), scale_of(instrument)
    breakdown = breakdown_of(instrument, board, overview.language, speak)
    is_listed = breakdown is None
    total, of_total = "", ""
    if lines and board.total is not None:
        total = written(board.total, instrument, speak)
        of_total = speak(lines.total, count=board.totals, scale=scale)
    return BoardFacts(
        title=overview.campaign.title if overview.campaign else speak("overview"),
        subtitle=overview.subject,
        counts=_counts(overview),
        questions=[_answered(question, overview) for question in _asked(overview)],
        blocks_heading=speak(lines.blocks, scale=scale) if lines else "",
        blocks=axes_of(instrument, board, overview.language, speak) if is_listed else (),
        missing=speak("overview-missing"),
        hidden=hidden_words(overview),
        total=total,
        total_caption=of_total,
        note=_note(overview),
        date=overview.time,
        brand=overview.speech.house.brand,
        items_heading=speak(lines.items, scale=scale) if lines and lines.items else "",
        items=items_of(instrument, board, overview.language, speak) if is_listed else (),
        items_left=speak("overview-items-left"),
        has_radar=instrument.scoring is Scoring.BLOCKS,
        breakdown=breakdown,
    )


def _note(overview: Overview) -> str:
    """How the figures are made; and where those are that have no room here."""
    speak = overview.speak
    if not has_figures(overview.instrument):
        return ""
    is_all = len(overview.instrument.measured) <= QUESTIONS
    parts = [
        _behind(overview),
        speak("overview-note", threshold=GROUP_THRESHOLD),
        "" if is_all else speak("overview-more"),
        others_words(overview.board, speak),
    ]
    return " ".join(part for part in parts if part)


def _behind(overview: Overview) -> str:
    """On how many of those who count the figures stand; empty where that is all, or nobody."""
    board = overview.board
    if board.people in {0, board.present}:
        return ""
    return overview.speak("overview-behind", people=board.people, present=board.present)


def _counts(overview: Overview) -> list[Count]:
    board, speak = overview.board, overview.speak
    is_asked = overview.instrument.scoring is Scoring.SURVEY
    counts = [Count(str(board.finished), speak("board-answered" if is_asked else "hall-finished"))]
    if is_behind := bool(_behind(overview)):
        counts.append(Count(str(board.people), speak("overview-in-figures")))
    counts.append(Count(str(board.begun), speak("hall-begun")))
    if board.begun and not is_behind:
        share = speak("percent", share=share_of(board.finished, board.begun))
        counts.append(Count(share, speak("overview-share")))
    if board.arrived:
        counts.append(
            Count(
                str(board.arrived),
                speak("hall-arrived" if overview.campaign else "overview-arrived"),
            )
        )
    return counts


def _asked(overview: Overview) -> Sequence[Question]:
    """The measured questions, as many as fit."""
    return overview.instrument.measured[:QUESTIONS]


def _answered(question: Question, overview: Overview) -> Answered:
    """One of them; insiders' views are named so."""
    language = overview.language
    found = answered_of(
        question,
        overview.board.answers[question.code],
        overview.instrument.group,
        language,
        overview.speak,
    )
    return replace(found, name=label("view", question.code, language, found.name))


def hidden_words(overview: Overview) -> str:
    """Why there are no figures; empty where there are."""
    speak, why = overview.speak, overview.board.why
    if not has_figures(overview.instrument):
        is_private = overview.instrument.scoring in PRIVATE
        return speak("overview-no-figures" if is_private else "overview-only-words")
    if why is None:
        return ""
    key = "overview-hidden-nobody" if why is Hidden.NOBODY else "overview-hidden-few"
    return speak(key, threshold=GROUP_THRESHOLD)


def caption(overview: Overview) -> str:
    """The picture in words, for those who can't see it and for searching."""
    board, speak, instrument = overview.board, overview.speak, overview.instrument
    whose = cut(overview.campaign.title, TITLE_SHOWN) if overview.campaign else speak("overview")
    heading = f"<b>{esc(whose)}</b>\n{esc(overview.subject)}"
    counted = speak(
        "overview-counted" if overview.campaign else "overview-counted-all",
        begun=board.begun,
        finished=board.finished,
        arrived=board.arrived,
    )
    if hidden := hidden_words(overview):
        return paragraphs(heading, counted, hidden, overview.time)
    answers = [_in_words(_answered(question, overview)) for question in _asked(overview)]
    told = split_words(instrument, board, overview.language, speak) or _means(overview)
    others = others_words(board, speak)
    counted = f"{counted} {_behind(overview)}".rstrip()
    return paragraphs(heading, counted, "\n".join(answers), *told, others, overview.time)


def _means(overview: Overview) -> Sequence[str]:
    """The mean total, the blocks, and as many items as there is room for."""
    board, speak, instrument = overview.board, overview.speak, overview.instrument
    blocks = axes_of(instrument, board, overview.language, speak)
    items = items_of(instrument, board, overview.language, speak)
    told = (blocks, items[: MEANS_TOLD - len(blocks)])
    means = [" · ".join(_mean(axis, overview) for axis in axes) for axes in told]
    return mean_words(instrument, board, speak), *means


def _mean(axis: Axis, overview: Overview) -> str:
    speak = overview.speak
    return f"{esc(axis.name)} {written(axis.score, overview.instrument, speak)}"


def _in_words(found: Answered) -> str:
    score = f"<b>{found.score}</b> ({found.interval})" if found.score else found.interval
    return f"{esc(found.name)}: {score}"
