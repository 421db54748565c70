"""The funnel: who came, agreed, began, got through which part, finished; and where people stop."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import Select, func, select

from domain.attempt import Attempt
from domain.kinds import Mode
from domain.questionnaire import Instrument, Profile, Question, Section, Value
from domain.statistics import GROUP_THRESHOLD
from storage.campaigns import NO_SOURCE
from storage.database import Database
from storage.export.outline import Outline
from storage.export.selection import people_apart, public
from storage.export.shown import hidden
from storage.export.source import Reader, reading
from storage.models import attempts, campaigns

UNDER_WAY: Final = timedelta(hours=1)
"""Who has done something within this time may still be answering: they have not stopped."""
LEAVINGS: Final = 3
"""How many of the questions at which people stop are told."""
_SECTION: Final = "section"
_QUESTION: Final = "question"


@dataclass(frozen=True, slots=True)
class Stage:
    """One section of the instrument.

    Attributes:
        section: As the newest version that has it words it.
        put: How many people it is put to: in this mode, under their answers and profile; None
            where too few are for it to be told.
        passed: How many of them have answered or skipped all of it; None likewise.
    """

    section: Section
    put: int | None
    passed: int | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A question at which people have stopped.

    Attributes:
        question: As the newest version that has it words it.
        number: Its number among those the current version asks in this mode; 0 where it asks
            it no more.
        left: How many stand at it unfinished, silent for longer than UNDER_WAY.
        seen: How many have answered it or stand at it.
    """

    question: Question
    number: int
    left: int
    seen: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """One instrument's funnel, in one mode, of one campaign or of all.

    Each person counts once a campaign and mode, by the attempt that got to the end, or else by
    the latest: who started over has not left. Trials and anonymous campaigns never count.

    Attributes:
        arrived: How many opened the bot from there, or from the instrument's own campaigns; of
            all modes. None where no such campaign leads to the instrument: who came from there
            came for something else.
        consented: How many of them agreed; of all modes.
        begun: How many began, by mode.
        mode: The mode that all below is about.
        finished: How many got to the end.
        under_way: How many are not at the end and did something within UNDER_WAY.
        stages: The sections in their order, without those that are put to nobody.
        leaving: At most LEAVINGS questions, those at which most have stopped first; none where
            fewer than GROUP_THRESHOLD began: the question could tell who.
    """

    arrived: int | None
    consented: int
    begun: Mapping[Mode, int]
    mode: Mode
    finished: int
    under_way: int
    stages: tuple[Stage, ...]
    leaving: tuple[Leaving, ...]

    @property
    def stopped(self) -> int:
        """How many have begun, not finished and are not under way."""
        return self.begun[self.mode] - self.finished - self.under_way


class _Walk(NamedTuple):
    """How far one person has got."""

    campaign: str
    version: str
    mode: str
    role: str | None
    size: str | None
    industry: str | None
    answers: Mapping[str, Value]
    position: int | None
    moved_at: datetime
    is_finished: bool


@dataclass
class _Counts:
    """What is counted of one campaign in one mode; sections and questions by code.

    Attributes:
        spared: Whom a section or question is not put to, under their answers and profile.
    """

    begun: int = 0
    finished: int = 0
    under_way: int = 0
    put: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    spared: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "_Counts") -> None:
        """Takes another campaign's counts."""
        self.begun += other.begun
        self.finished += other.finished
        self.under_way += other.under_way
        self.put += other.put
        self.passed += other.passed
        self.seen += other.seen
        self.left += other.left
        self.spared += other.spared


async def read_funnel(
    database: Database,
    instrument: Instrument,
    now: datetime,
    *,
    campaign: str | None = None,
    mode: Mode | None = None,
) -> Funnel:
    """The funnel, counted off the event loop.

    Args:
        database: Where the attempts are.
        instrument: Its current version; attempts at older ones count by their questions' codes.
        now: Tells who is still under way.
        campaign: A campaign's code; all of them if None.
        mode: Express or full; if None, the one that more people began.
    """
    return await asyncio.to_thread(_read, database, instrument, now, campaign, mode)


def _read(
    database: Database,
    instrument: Instrument,
    now: datetime,
    campaign: str | None,
    mode: Mode | None,
) -> Funnel:
    with reading(database) as reader:
        outline = Outline(reader.versions(instrument))
        counted = _counted(_walks(reader, instrument.id), outline, now)
        sources = [NO_SOURCE, *reader.campaigns(instrument.id)] if campaign is None else [campaign]
        visits = reader.visits(instrument.id)
    visited = [visits[source] for source in sources if source in visits]
    begun = {
        one: sum(counts.begun for source, counts in counted[one].items() if source in sources)
        for one in Mode
    }
    chosen = mode or max(Mode, key=begun.__getitem__)
    by_campaign = counted[chosen]
    whole = _sum(by_campaign[source] for source in sources if source in by_campaign)
    # Everybody is one group; a campaign is one of several, which tell of each other.
    groups = {"": whole} if campaign is None else {campaign: _Counts(), **by_campaign}
    return Funnel(
        arrived=sum(started for started, _ in visited) if visited else None,
        consented=sum(consented for _, consented in visited),
        begun=begun,
        mode=chosen,
        finished=whole.finished,
        under_way=whole.under_way,
        stages=tuple(_stages(outline, groups, campaign or "")),
        leaving=tuple(_leaving(outline, groups, campaign or "", chosen)),
    )


def _counted(
    walks: Iterable[_Walk], outline: Outline, now: datetime
) -> Mapping[Mode, dict[str, _Counts]]:
    """One pass over everybody."""
    counted: dict[Mode, dict[str, _Counts]] = {mode: {} for mode in Mode}
    for walk in walks:
        counts = counted[Mode(walk.mode)].setdefault(walk.campaign, _Counts())
        _count(walk, outline, counts, now)
    return counted


def _count(walk: _Walk, outline: Outline, counts: _Counts, now: datetime) -> None:
    attempt = Attempt(
        key="",
        instrument=outline.versions[walk.version],
        mode=Mode(walk.mode),
        profile=Profile(walk.role, walk.size, walk.industry),
        answers=walk.answers,
        position=walk.position,
    )
    asked = attempt.asked
    answered = {code for code in asked if code in attempt.answers}
    counts.begun += 1
    sections = Counter(outline.sections[code].code for code in asked)
    passed = Counter(outline.sections[code].code for code in answered)
    spared = _spared(attempt, asked)
    counts.spared.update((_QUESTION, code) for code in spared)
    without = {outline.sections[code].code for code in spared} - sections.keys()
    counts.spared.update((_SECTION, code) for code in without)
    counts.put.update(sections.keys())
    counts.passed.update(code for code, count in sections.items() if passed[code] == count)
    counts.seen.update(answered)
    if walk.is_finished:
        counts.finished += 1
        return
    # Who is looking through all their answers once more stands at no question.
    at = [] if attempt.position is None else [attempt.question.code]
    counts.seen.update({*at} - answered)
    if now - walk.moved_at <= UNDER_WAY:
        counts.under_way += 1
    else:
        counts.left.update(at)


def _spared(attempt: Attempt, asked: frozenset[str]) -> list[str]:
    """Questions that somebody's answers or profile leave out; not those still open."""
    return [
        question.code
        for _, question in attempt.instrument.asked[attempt.mode]
        if question.code not in asked
        and (attempt.position is None or all(c.reference in attempt.facts for c in question.when))
    ]


def _may_be_told(
    kind: str, code: str, sizes: Mapping[str, int], groups: Mapping[str, _Counts], chosen: str
) -> bool:
    """Whether neither those whom it is put to nor those it leaves out are too few.

    How many were asked what hangs on an answer tells how many gave that answer, and how many
    did not.
    """
    spared = {name: counts.spared[kind, code] for name, counts in groups.items()}
    return chosen not in hidden(sizes) | hidden(spared)


def _sum(parts: Iterable[_Counts]) -> _Counts:
    whole = _Counts()
    for part in parts:
        whole.add(part)
    return whole


def _stages(outline: Outline, groups: Mapping[str, _Counts], chosen: str) -> Iterator[Stage]:
    own = groups[chosen]
    sections: dict[str, Section] = {}
    for section in outline.sections.values():
        sections.setdefault(section.code, section)
    for section in sections.values():
        put, passed = own.put[section.code], own.passed[section.code]
        is_for_all = put == own.begun
        sizes = {name: counts.put[section.code] for name, counts in groups.items()}
        if not put:
            continue
        if is_for_all or _may_be_told(_SECTION, section.code, sizes, groups, chosen):
            yield Stage(section, put, passed)
        else:
            yield Stage(section, None, None)


def _leaving(
    outline: Outline, groups: Mapping[str, _Counts], chosen: str, mode: Mode
) -> Iterator[Leaving]:
    own = groups[chosen]
    if own.begun < GROUP_THRESHOLD:
        return
    numbers = {q.code: n for n, (_, q) in enumerate(outline.current.asked[mode], start=1)}
    order = {code: place for place, code in enumerate(outline.questions)}

    def rank(code: str) -> tuple[int, float, int]:
        return -own.left[code], -own.left[code] / own.seen[code], order[code]

    told = 0
    for code in sorted(own.left, key=rank):
        sizes = {name: counts.seen[code] for name, counts in groups.items()}
        if told < LEAVINGS and _may_be_told(_QUESTION, code, sizes, groups, chosen):
            told += 1
            number = numbers.get(code, 0)
            yield Leaving(outline.questions[code], number, own.left[code], own.seen[code])


def _walks(reader: Reader, instrument: str) -> Iterator[_Walk]:
    """Everybody's way, once a person, campaign and mode."""
    a = attempts.c
    place = func.row_number().over(
        partition_by=(people_apart(), a.campaign_id, a.mode),
        order_by=(a.finished_at.is_not(None).desc(), a.moved_at.desc(), a.id.desc()),
    )
    ranked = (
        select(
            func.coalesce(campaigns.c.code, NO_SOURCE).label("campaign"),
            *(a.version, a.mode, a.role, a.size, a.industry, a.answers, a.position, a.moved_at),
            a.finished_at.is_not(None).label("is_finished"),
            place.label("place"),
        )
        .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
        .where(*public(instrument))
        .subquery()
    )
    columns = [ranked.c[name] for name in _Walk._fields]
    query: Select[Any] = select(*columns).where(ranked.c.place == 1)
    return (_Walk._make(row) for row in reader.stream(query))
