"""From answers to a result: block scores, total, levels, strengths and growth zones.

The conventions are the product's own and are told to those who read the numbers
(docs/methods.md). Scores are exact fractions, so that a level's border is a border; they are
rounded once, by `shown`, where a person reads them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final

from domain.attempt import Attempt
from domain.kinds import Kind, Mode, Scoring
from domain.questionnaire import NOT_APPLICABLE, UNKNOWN, YES, Question, Section, Value

STRONG: Final = 85
WEAK: Final = 40
CONTRAST: Final = 12
STRENGTH_FLOOR: Final = 60
ZONE_CEILING: Final = 75
SHOWN: Final = 3
LOOK_HERE_FIRST: Final = 2
MIN_BLOCKS_SHARE: Final = Fraction(3, 4)
"""The total needs six blocks of eight."""


class Level(StrEnum):
    """Maturity levels by score; the names people see are content."""

    STARTING = "starting"
    FORMING = "forming"
    DEVELOPING = "developing"
    SYSTEMATIC = "systematic"
    CENTRIC = "centric"


_FLOORS: Final = (
    (85, Level.CENTRIC),
    (65, Level.SYSTEMATIC),
    (45, Level.DEVELOPING),
    (25, Level.FORMING),
)


class Verdict(StrEnum):
    """What a whole profile says where single findings would mislead."""

    CONTRASTS = "contrasts"
    STRONG_THROUGHOUT = "strong_throughout"
    BEGINNING = "beginning"
    FLAT = "flat"
    SCREENING = "screening"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class BlockScore:
    """One block's score.

    Attributes:
        block: The section.
        score: 0 to 100, or None where fewer than half of the asked items were answered.
        answered: Items answered with a level.
        asked: Items this mode asks.
        unknown: Items answered "don't know".
        not_applicable: Items answered "does not apply to us".
    """

    block: Section
    score: Fraction | None
    answered: int
    asked: int
    unknown: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one attempt shows.

    Attributes:
        blocks: In the instrument's order.
        total: 0 to 100, the mean of the blocks that count, or of all items; None where too few
            answers count, or nothing is scored.
        strengths: Ordered from the highest, ties in the instrument's order.
        zones: Growth zones ordered from the lowest, ties in the instrument's order. For a
            screening: the lowest blocks, "look here first".
        verdict: How the profile as a whole reads.
        unknown_share: Share of "don't know" among the items asked, 0 to 1.
        on_border: Whether one tap on one item would change the total's level.
        level: The total's maturity level; None without a total, and where it is no maturity: a
            checklist's share of pluses names no level.
    """

    blocks: Sequence[BlockScore]
    total: Fraction | None
    strengths: Sequence[BlockScore]
    zones: Sequence[BlockScore]
    verdict: Verdict
    unknown_share: float
    on_border: bool
    level: Level | None


def level_of(score: Fraction | float) -> Level:
    """The level of a score of 0 to 100: [0, 25), [25, 45), [45, 65), [65, 85), [85, 100]."""
    return next((level for floor, level in _FLOORS if score >= floor), Level.STARTING)


def shown(score: Fraction | float) -> int:
    """The whole number that people read, halves up; below 0, halves down."""
    half = Fraction(1, 2)
    return ceil(score - half) if score < 0 else floor(score + half)


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)


def share_of(question: Question, value: Value | None) -> Fraction | None:
    """How far an answer reaches from the lowest level (0) to the highest (1).

    Of yes, no, not sure and skipped only yes earns anything. None for an answer that is no level.
    """
    if question.kind is Kind.YES_NO:
        return None if value is None else Fraction(value == YES)
    return Fraction(value - 1, question.span) if isinstance(value, int) else None


def block_score(block: Section, attempt: Attempt) -> BlockScore:
    """Scores one block: the mean of its answers' shares (see `share_of`), times 100.

    For levels that is (mean of answered levels - 1) / (levels - 1) * 100.
    """
    codes = attempt.asked
    asked = [question for question in block.questions if question.code in codes]
    values = [attempt.answers.get(question.code) for question in asked]
    shares = [
        share
        for question, value in zip(asked, values, strict=True)
        if (share := share_of(question, value)) is not None
    ]
    counts = bool(shares) and 2 * len(shares) >= len(asked)
    return BlockScore(
        block=block,
        score=100 * _mean(shares) if counts else None,
        answered=len(shares),
        asked=len(asked),
        unknown=values.count(UNKNOWN),
        not_applicable=values.count(NOT_APPLICABLE),
    )


def total_of(scores: Sequence[Fraction | None]) -> Fraction | None:
    """Mean of the blocks' scores, each of the same weight; None where too few count.

    Args:
        scores: One a block, 0 to 100, None where the block does not count.
    """
    counted = [score for score in scores if score is not None]
    if not counted or len(counted) < MIN_BLOCKS_SHARE * len(scores):
        return None
    return _mean(counted)


def _of_items(blocks: Sequence[BlockScore]) -> Fraction | None:
    """Mean over the answered items of the blocks that count, each item of the same weight."""
    counted = [(block.score, block.answered) for block in blocks if block.score is not None]
    answered = sum(count for _, count in counted)
    if not answered:
        return None
    return sum((score * count for score, count in counted), Fraction()) / answered


def _total(blocks: Sequence[BlockScore], scoring: Scoring) -> Fraction | None:
    """Of blocks: their mean; of a checklist or a profile: the mean over all its items."""
    match scoring:
        case Scoring.BLOCKS:
            return total_of([block.score for block in blocks])
        case Scoring.CHECKLIST | Scoring.PROFILE:
            return _of_items(blocks)
        case _:
            return None


def score(attempt: Attempt) -> Result:
    """The result of an attempt, finished or not."""
    blocks = tuple(block_score(block, attempt) for block in attempt.instrument.blocks)
    scoring = attempt.instrument.scoring
    total = _total(blocks, scoring)
    is_map = scoring is Scoring.BLOCKS
    if is_map:
        strengths, zones, verdict = _profile(blocks, total, attempt.mode)
    else:
        strengths, zones, verdict = (), (), Verdict.FLAT
    asked = sum(block.asked for block in blocks)
    return Result(
        blocks=blocks,
        total=total,
        strengths=strengths,
        zones=zones,
        verdict=verdict,
        unknown_share=sum(block.unknown for block in blocks) / asked if asked else 0.0,
        on_border=is_map and _on_border(blocks, attempt),
        level=level_of(total) if is_map and total is not None else None,
    )


def _profile(
    blocks: Sequence[BlockScore], total: Fraction | None, mode: Mode
) -> tuple[Sequence[BlockScore], Sequence[BlockScore], Verdict]:
    scored = [(block.score, block) for block in blocks if block.score is not None]
    highest_first = [block for _, block in sorted(scored, key=lambda pair: -pair[0])]
    lowest_first = [block for _, block in sorted(scored, key=lambda pair: pair[0])]
    scores = [value for value, _ in scored]
    if total is None:
        return (), (), Verdict.NOT_ENOUGH
    if mode is Mode.EXPRESS:
        # One tap moves a block of two items by 12.5 points: no contrasts, only where to look.
        return (), tuple(_look_here_first(lowest_first)), Verdict.SCREENING
    own_mean = _mean(scores)
    strengths = tuple(b for b in highest_first if _is_strength(b.score, own_mean))
    zones = tuple(b for b in lowest_first if _is_zone(b.score, own_mean))
    if min(scores) >= STRONG:
        verdict = Verdict.STRONG_THROUGHOUT
    elif max(scores) < WEAK:
        verdict = Verdict.BEGINNING
    elif not strengths and not zones:
        verdict = Verdict.FLAT
    else:
        verdict = Verdict.CONTRASTS
    return strengths, zones, verdict


def _look_here_first(lowest_first: Sequence[BlockScore]) -> Sequence[BlockScore]:
    return [b for b in lowest_first[:LOOK_HERE_FIRST] if b.score is not None and b.score < STRONG]


def _is_strength(value: Fraction | None, own_mean: Fraction) -> bool:
    if value is None:
        return False
    return value >= STRONG or (value >= own_mean + CONTRAST and value >= STRENGTH_FLOOR)


def _is_zone(value: Fraction | None, own_mean: Fraction) -> bool:
    if value is None:
        return False
    return value < WEAK or (value <= own_mean - CONTRAST and value < ZONE_CEILING)


def _on_border(blocks: Sequence[BlockScore], attempt: Attempt) -> bool:
    """Whether moving one answered item by one level would move the total to another level."""
    scores = [block.score for block in blocks]
    answers = attempt.asked_answers
    now = total_of(scores)
    for index, block in enumerate(blocks):
        if block.score is None:
            continue
        for question, value in _levels(block.block, answers):
            one_level = Fraction(100, (len(question.options) - 1) * block.answered)
            for moved, other in (
                (value - 1, block.score - one_level),
                (value + 1, block.score + one_level),
            ):
                shifted = total_of([*scores[:index], other, *scores[index + 1 :]])
                if 1 <= moved <= len(question.options) and _differ(now, shifted):
                    return True
    return False


def _differ(total: Fraction | None, other: Fraction | None) -> bool:
    return total is not None and other is not None and level_of(total) is not level_of(other)


def _levels(block: Section, answers: Mapping[str, Value]) -> list[tuple[Question, int]]:
    return [
        (question, value)
        for question in block.questions
        if isinstance(value := answers.get(question.code), int)
    ]


def weakest_items(block: BlockScore, attempt: Attempt) -> Sequence[tuple[Question, int]]:
    """A block's answered items with the lowest level among them, in the instrument's order.

    They are the reason for the block's next step: the step of the first of them is advised.
    """
    answered = _levels(block.block, attempt.asked_answers)
    lowest = min((value for _, value in answered), default=0)
    return [(question, value) for question, value in answered if value == lowest]
