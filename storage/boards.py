"""The figures of a group as they stand on boards: the owner's overview and the hall's picture.

One rule for all of them (docs/methods.md): every campaign's figures grow in steps of the
threshold's number of people (`storage.steps`), and those of everybody are the sum of what the
campaigns' own boards show. So no board tells fewer people by what it shows, by what another one
shows, or by what it showed before; a campaign too small for a board of its own is in no figure.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Any, Final

from sqlalchemy import func, select

from domain.person import Campaign
from domain.questionnaire import Instrument, Kind, Mode
from domain.statistics import GROUP_THRESHOLD, Nps, nps
from storage.campaigns import NO_SOURCE
from storage.database import Database
from storage.export.selection import public
from storage.export.source import Reader, reading
from storage.figures import finishes_of
from storage.models import attempts, campaigns
from storage.steps import PEOPLE, TOTAL, Figure, Finish, Part, Steps

_Values = Sequence[float]
_GUARD: Final = 6
"""Decimals beyond which a float is noise: halves must not fall by it."""


class Hidden(StrEnum):
    """Why a board has no figures."""

    NOBODY = "nobody"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one 0–10 question; both None where they are hidden.

    Attributes:
        distribution: How many gave each answer.
        nps: The score they make.
    """

    distribution: Counter[int] | None
    nps: Nps | None


@dataclass(frozen=True, slots=True)
class Board:
    """Figures of a campaign or of everybody.

    Attributes:
        mode: What the figures are about: short and full attempts are never mixed.
        arrived: How many opened the bot from there. This and the next three are told as they
            are now, and of both modes: they tell no answer.
        consented: How many agreed.
        begun: Attempts begun, as in the report.
        finished: Attempts finished, likewise.
        present: How many people count in this mode now.
        others: How many people count in the other mode now.
        people: How many of those present the figures stand on; 0 while they are hidden.
        total: Mean total, 0 to 100, not rounded; None where it is hidden or has no value.
        blocks: Mean scores by block code, likewise.
        answers: By the code of each 0–10 question, in the instrument's order.
        why: Why there are no figures; None where there are.
    """

    mode: Mode
    arrived: int
    consented: int
    begun: int
    finished: int
    present: int
    others: int
    people: int
    total: float | None
    blocks: Mapping[str, float | None]
    answers: Mapping[str, Answers]
    why: Hidden | None

    @property
    def is_hidden(self) -> bool:
        """Whether too few people have finished for any figure."""
        return self.why is not None


async def read_board(
    database: Database,
    instrument: Instrument,
    *,
    campaign: Campaign | None,
    mode: Mode | None = None,
) -> Board:
    """A board, counted off the event loop.

    Args:
        database: Where the attempts are.
        instrument: Its current version; attempts at older ones count by their codes.
        campaign: Whose board; everybody's if None.
        mode: What the figures are about; if None, the campaign's mode, or else the one in which
            more people count.
    """
    return await asyncio.to_thread(_read, database, instrument, campaign, mode)


def _read(
    database: Database, instrument: Instrument, campaign: Campaign | None, mode: Mode | None
) -> Board:
    with reading(database) as reader:
        codes = [NO_SOURCE, *reader.campaigns(instrument.id)] if campaign is None else []
        sources = [campaign.code] if campaign else codes
        visits = reader.visits()
        begun, finished = _tries(reader, instrument.id, campaign)
        questions = [q.code for q in instrument.questions if q.kind is Kind.LIKELIHOOD]
        steps = _steps(_finishes(reader, instrument.id, campaign), questions)
    visited = [visits.get(source, (0, 0)) for source in sources]
    present = {one: sum(each.people for each in steps[one].values()) for one in Mode}
    chosen = mode or _mode(campaign, present)
    values = _joined(each.standing() for each in steps[chosen].values())
    why = None
    if PEOPLE not in values:
        why = Hidden.FEW if present[chosen] else Hidden.NOBODY
    return Board(
        mode=chosen,
        arrived=sum(started for started, _ in visited),
        consented=sum(consented for _, consented in visited),
        begun=begun,
        finished=finished,
        present=present[chosen],
        others=sum(present.values()) - present[chosen],
        people=len(values.get(PEOPLE, ())),
        total=_mean(values, TOTAL),
        blocks={
            block.code: _mean(values, (Part.BLOCK, block.code)) for block in instrument.blocks
        },
        answers={code: _answers(values.get((Part.ANSWER, code), ())) for code in questions},
        why=why,
    )


def _mode(campaign: Campaign | None, present: Mapping[Mode, int]) -> Mode:
    if campaign is not None and campaign.mode is not None:
        return Mode(campaign.mode)
    return Mode.FULL if present[Mode.FULL] >= present[Mode.EXPRESS] else Mode.EXPRESS


def _steps(
    finishes: Iterable[Finish], questions: Sequence[str]
) -> Mapping[Mode, Mapping[str, Steps]]:
    """One pass over the attempts: each campaign by itself, in each mode."""
    steps: dict[Mode, dict[str, Steps]] = {mode: {} for mode in Mode}
    for finish in finishes:
        for mode, groups in steps.items():
            if finish.campaign not in groups:
                groups[finish.campaign] = Steps(mode, questions)
            groups[finish.campaign].add(finish)
    return steps


def _joined(groups: Iterable[Mapping[Figure, Mapping[int, float]]]) -> Mapping[Figure, _Values]:
    """The values of several groups; each has enough of them by itself, or is not there."""
    joined: dict[Figure, list[float]] = {}
    for group in groups:
        if PEOPLE in group:
            for figure, values in group.items():
                joined.setdefault(figure, []).extend(values.values())
    return joined


def _mean(values: Mapping[Figure, _Values], figure: Figure) -> float | None:
    return round(fmean(values[figure]), _GUARD) if figure in values else None


def _answers(values: _Values) -> Answers:
    if len(values) < GROUP_THRESHOLD:
        return Answers(None, None)
    distribution = Counter(int(value) for value in values)
    return Answers(distribution, nps(distribution))


def _finishes(reader: Reader, instrument: str, campaign: Campaign | None) -> Iterator[Finish]:
    query = finishes_of(instrument, answers=True).where(*public(instrument))
    if campaign is not None:
        query = query.where(attempts.c.campaign_id == campaign.id)
    return (Finish._make(row) for row in reader.stream(query))


def _tries(reader: Reader, instrument: str, campaign: Campaign | None) -> tuple[int, int]:
    """How many attempts were begun and how many finished."""
    a = attempts.c
    counts: list[Any] = [func.count(a.id), func.count(a.finished_at)]
    query = (
        select(*counts)
        .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
        .where(*public(instrument))
    )
    if campaign is not None:
        query = query.where(a.campaign_id == campaign.id)
    ((begun, finished),) = reader.stream(query)
    return begun, finished
