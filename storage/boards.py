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

from domain.attempt import Attempt
from domain.kinds import Kind, Measure, Mode, Scoring
from domain.person import Campaign
from domain.questionnaire import YES, Instrument, Profile, Question, Value
from domain.statistics import GROUP_THRESHOLD, NOISE, Nps, Share, favourable, mean_of, nps
from storage.campaigns import NO_SOURCE
from storage.database import Database
from storage.export.selection import people_in, placed, public
from storage.export.source import Reader, reading
from storage.figures import finishes_of
from storage.models import attempts, campaigns
from storage.splits import NUMBERS, Splits, shares_of, splits_of
from storage.steps import PEOPLE, TOTAL, Figure, Finish, Part, Steps

_Values = Sequence[float]
_ITEMISED: Final = frozenset({Scoring.CHECKLIST, Scoring.PROFILE})
"""Instruments so short that each of their items has a figure of its own."""


class Hidden(StrEnum):
    """Why a board has no figures."""

    NOBODY = "nobody"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one question on a row of numbers; all None where they are hidden.

    Attributes:
        distribution: How many gave each answer.
        nps: The score they make, for Measure.NPS.
        share: Of favourable ones, for Measure.SHARE.
        mean: In the answers' own unit, but for Measure.NPS.
    """

    distribution: Counter[int] | None = None
    nps: Nps | None = None
    share: Share | None = None
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Figures of a campaign or of everybody.

    Attributes:
        mode: What the figures are about: short and full attempts are never mixed.
        arrived: How many opened the bot from there, or from the instrument's own campaigns. This
            and the next three are told as they are now, and of both modes: they tell no answer.
        consented: How many agreed.
        begun: Attempts begun, as in the report; of a survey's campaign people, as on its page.
        finished: Attempts finished, likewise.
        present: How many people count in this mode now.
        others: How many people count in the other mode now.
        people: How many of those present the figures stand on; 0 while they are hidden.
        totals: How many values the total is the mean of: not all people answer enough for one.
        total: Mean total, 0 to 100, not rounded; None where it is hidden or has no value.
        blocks: Mean scores by block code, likewise.
        items: Of a checklist, the share of yes by the code of each statement; of a profile, the
            mean rating; both 0 to 100, likewise. Empty for other instruments.
        answers: By the code of each measured question, in the instrument's order.
        splits: Of a checklist: yes, no and not sure; None of other instruments.
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
    totals: int
    total: float | None
    blocks: Mapping[str, float | None]
    items: Mapping[str, float | None]
    answers: Mapping[str, Answers]
    why: Hidden | None
    splits: Splits | None = None

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

    def read() -> Board:
        with reading(database) as reader:
            return _board(reader, instrument, campaign, mode)

    return await asyncio.to_thread(read)


async def read_boards(database: Database, instruments: Iterable[Instrument]) -> list[Board]:
    """Everybody's boards of several instruments, of one moment, counted off the event loop."""

    def read() -> list[Board]:
        with reading(database) as reader:
            return [_board(reader, one, None, None) for one in instruments]

    return await asyncio.to_thread(read)


def _board(
    reader: Reader, instrument: Instrument, campaign: Campaign | None, mode: Mode | None
) -> Board:
    codes = [NO_SOURCE, *reader.campaigns(instrument.id)] if campaign is None else []
    sources = [campaign.code] if campaign else codes
    visits = reader.visits(instrument.id)
    begun, finished = _tries(reader, instrument, campaign)
    items = _items(instrument)
    told = {question.code: _numbers(question) for question in (*instrument.measured, *items)}
    steps = _steps(_finishes(reader, instrument, campaign, told), tuple(told))
    visited = [visits[source] for source in sources if source in visits]
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
        totals=len(values.get(TOTAL, ())),
        total=_mean(values, TOTAL),
        blocks={
            block.code: _mean(values, (Part.BLOCK, block.code)) for block in instrument.blocks
        },
        items={item.code: _item(item, values) for item in items},
        answers={
            question.code: _answers(question, values.get((Part.ANSWER, question.code), ()))
            for question in instrument.measured
        },
        why=why,
        splits=(
            splits_of(instrument.blocks, values)
            if instrument.scoring is Scoring.CHECKLIST
            else None
        ),
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
    return round(fmean(values[figure]), NOISE) if figure in values else None


def _items(instrument: Instrument) -> Sequence[Question]:
    """The statements that have figures of their own."""
    if instrument.scoring not in _ITEMISED:
        return ()
    return [question for block in instrument.blocks for question in block.questions]


def _item(question: Question, values: Mapping[Figure, _Values]) -> float | None:
    """The mean answer to a statement on 0 to 100, from the lowest to the highest there is."""
    answers = values.get((Part.ANSWER, question.code))
    if not answers:
        return None
    if question.kind is Kind.YES_NO:
        return round(100 * fmean(answer == NUMBERS[YES] for answer in answers), NOISE)
    return round(100 * (fmean(answers) - 1) / question.span, NOISE)


def _answers(question: Question, values: _Values) -> Answers:
    if len(values) < GROUP_THRESHOLD:
        return Answers()
    distribution = Counter(int(value) for value in values)
    if question.measure is Measure.NPS:
        return Answers(distribution, nps(distribution))
    least, mean = question.favourable, mean_of(distribution)
    share = None if least is None else favourable(distribution, least)
    return Answers(distribution, share=share, mean=mean)


def _numbers(question: Question) -> Mapping[Value, int]:
    """The answers that the question (still) takes, as numbers."""
    if question.kind is Kind.YES_NO:
        return NUMBERS
    return {grade: grade for grade in question.grades}


def _finishes(
    reader: Reader,
    instrument: Instrument,
    campaign: Campaign | None,
    told: Mapping[str, Mapping[Value, int]],
) -> Iterator[Finish]:
    a = attempts.c
    query = finishes_of(instrument.id, answers=True).where(*placed(instrument.id))
    if campaign is not None:
        query = query.where(a.campaign_id == campaign.id)
    if instrument.scoring is not Scoring.CHECKLIST:
        for *standing, answers in reader.stream(query):
            yield Finish._make((*standing, _told(answers, told), {}))
        return
    versions = {version.version: version for version in reader.versions(instrument)}
    query = query.add_columns(a.version, a.role, a.size, a.industry)
    for *standing, answers, version, role, size, industry in reader.stream(query):
        finish = Finish._make((*standing, {}, {}))
        if finish.scores is None:
            yield finish
            continue
        attempt = Attempt(
            key="",
            instrument=versions[version],
            mode=Mode(finish.mode),
            profile=Profile(role, size, industry),
            answers=answers,
        )
        yield finish._replace(
            answers=_told(attempt.asked_answers, told), shares=shares_of(attempt)
        )


def _told(
    answers: Mapping[str, Value], told: Mapping[str, Mapping[Value, int]]
) -> Mapping[str, Value]:
    """The answers that figures are made of, as numbers."""
    return {
        code: numbers[answers[code]]
        for code, numbers in told.items()
        if code in answers and answers[code] in numbers
    }


def _tries(reader: Reader, instrument: Instrument, campaign: Campaign | None) -> tuple[int, int]:
    """How many attempts were begun and how many finished.

    In one survey people are counted, like those who arrived: some answer once more.
    """
    a = attempts.c
    counts: Sequence[Any] = (func.count(a.id), func.count(a.finished_at))
    if campaign is not None and instrument.scoring is Scoring.SURVEY:
        counts = people_in()
    query = (
        select(*counts)
        .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
        .where(*public(instrument.id))
    )
    if campaign is not None:
        query = query.where(a.campaign_id == campaign.id)
    ((begun, finished),) = reader.stream(query)
    return begun, finished
