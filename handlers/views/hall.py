"""The hall: its live picture for the projector, and one person beside it."""

from datetime import datetime
from typing import Final

from content.texts import Speak
from domain.kinds import Scoring
from domain.person import Campaign, Status
from domain.questionnaire import Instrument
from domain.scoring import shown
from domain.statistics import GROUP_THRESHOLD, percentile
from handlers.callbacks import HallDo, HallTap
from handlers.views.board import (
    LINES,
    answered_of,
    axes_of,
    items_of,
    others_words,
    scale_of,
    written,
)
from handlers.views.context import Speech
from handlers.views.reference import Reference
from handlers.views.shown import Shown
from handlers.views.view import Button
from results.facts_owner import Answered, BoardFacts, Count, Pair, PairFacts
from storage.boards import Board

HALLS: Final = frozenset(LINES)
"""Tests that have a picture for the hall. A survey has none: it would show others' answers to
those who are about to give theirs. What is built or calculated has no figures to be shown."""


def hall_facts(
    board: Board,
    campaign: Campaign,
    instrument: Instrument,
    language: str,
    now: datetime,
    speech: Speech,
) -> BoardFacts:
    """What the picture for the projector says: few words, and nothing that changes by itself."""
    speak, house = speech.texts.speaker(language), speech.house
    status, lines = campaign.status(now), LINES[instrument.scoring]
    scale = scale_of(instrument)
    blocks = axes_of(instrument, board, language, speak)
    return BoardFacts(
        title=campaign.title,
        subtitle=_subtitle(board, instrument, language, speak),
        counts=[
            Count(str(board.finished), speak("hall-finished")),
            Count(str(board.begun), speak("hall-begun")),
            Count(str(board.arrived), speak("hall-arrived")),
        ],
        questions=_questions(board, instrument, language, speak),
        blocks_heading=speak(lines.hall_blocks, scale=scale),
        blocks=blocks,
        missing=speak("block-missing"),
        hidden=_hidden(board, instrument, status, speak),
        total="" if board.total is None else written(board.total, instrument, speak),
        total_caption=speak(lines.hall_total, count=board.totals, scale=scale),
        note=_note(board, speak),
        date="",
        brand=house.brand,
        link=house.deep_link(campaign.code),
        link_caption=(
            speak("link-caption", code=campaign.code)
            if status is Status.RUNNING
            else speak("hall-status", status=status)
        ),
        items_heading=speak(lines.items, scale=scale) if lines.items else "",
        items=() if blocks else items_of(instrument, board, language, speak),
        has_radar=instrument.scoring is Scoring.BLOCKS,
    )


def _subtitle(board: Board, instrument: Instrument, language: str, speak: Speak) -> str:
    title = instrument.title[language]
    return f"{title} · {speak('hall-mode', mode=board.mode)}" if instrument.express else title


def _questions(
    board: Board, instrument: Instrument, language: str, speak: Speak
) -> list[Answered]:
    """The first one; a further one is about the employer and belongs on no picture."""
    if board.is_hidden:
        return []
    return [
        answered_of(first, board.answers[first.code], instrument.group, language, speak)
        for first in instrument.measured[:1]
    ]


def _hidden(board: Board, instrument: Instrument, status: Status, speak: Speak) -> str:
    if not board.is_hidden:
        return ""
    if status is not Status.RUNNING:
        return speak("hall-hidden-for-now", threshold=GROUP_THRESHOLD)
    key = "hall-hidden" if instrument.scoring is Scoring.BLOCKS else "hall-hidden-list"
    return speak(key, missing=max(1, GROUP_THRESHOLD - board.present))


def _note(board: Board, speak: Speak) -> str:
    parts = (speak("hall-note", step=GROUP_THRESHOLD), others_words(board, speak))
    return " ".join(part for part in parts if part)


def hall_rows(campaign: Campaign, speak: Speak) -> list[list[Button]]:
    """What can be done with the picture."""
    return [[Button(speak("button-hall-stop"), HallTap(do=HallDo.STOP, n=campaign.id))]]


def hall_test(campaign: Campaign, speech: Speech) -> Instrument | None:
    """The campaign's test, if it has a picture for the hall."""
    instrument = speech.library.instruments.get(campaign.instrument)
    return None if instrument is None or instrument.scoring not in HALLS else instrument


def hall_buttons(campaign: Campaign, speech: Speech, speak: Speak) -> list[Button]:
    """Opens the picture, where there is one."""
    if hall_test(campaign, speech) is None:
        return []
    return [Button(speak("button-hall"), HallTap(do=HallDo.OPEN, n=campaign.id))]


def pair_facts(one: Shown, hall: Reference) -> PairFacts:
    """A person's blocks beside the hall's means, and where their total stands in it.

    Never a likelihood answer: the picture may be shown to others.
    """
    speak, language = one.speak, one.language
    total = one.result.total
    headline, caption = "", speak("total-missing")
    if total is not None:
        headline, caption = str(shown(total)), speak("total-of")
        if hall.totals:
            # Totals are stored as floats: only as such are equal ones equal.
            rank = percentile(float(total), hall.totals)
            caption = speak("pair-rank", share=min(max(shown(rank), 1), 99))
    return PairFacts(
        title=speak("pair-title"),
        subtitle=f"{one.title} · {hall.name}",
        before_caption=speak("pair-hall", n=hall.n),
        after_caption=speak("own-series"),
        headline=headline,
        headline_caption=caption,
        pairs=[
            Pair(
                name=(block.block.axis or block.block.title or {})[language],
                before=hall.means.get(block.block.code),
                after=None if block.score is None else float(block.score),
            )
            for block in one.result.blocks
        ],
        missing=speak("block-missing"),
        note=_period(one, hall),
        date=one.date,
        brand=one.speech.house.brand,
    )


def _period(one: Shown, hall: Reference) -> str:
    """How many and from when to when."""
    date = one.speech.texts.date
    first, last = date(one.language, hall.first), date(one.language, hall.last)
    if first == last:
        return one.speak("pair-note-day", count=hall.n, day=first)
    return one.speak("pair-note", count=hall.n, first=first, last=last)
