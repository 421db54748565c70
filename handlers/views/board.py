"""A board's figures as pictures tell them: the owner's overview and the hall's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from content.texts import Speak
from domain.kinds import Group, Mode, Scoring
from domain.questionnaire import Instrument, Question
from domain.scoring import shown
from domain.statistics import Nps, Share
from handlers.views.view import share_of
from results.facts import Axis
from results.facts_owner import Answered
from storage.boards import Answers, Board
from storage.export.figures import rounded

ITEMS: Final = 14
"""So many statements with figures of their own fit on a picture; of more, only sections do."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Names of the lines that tell a mean total and its parts.

    Attributes:
        total: What the overview's total is.
        blocks: Over the means of the blocks.
        hall_total: As `total`, on the projector.
        hall_blocks: As `blocks`, on the projector.
        items: Over the means of single statements; empty where these are not told.
        mean: The total in a sentence.
        short: The total in a few words.
    """

    total: str
    blocks: str
    hall_total: str
    hall_blocks: str
    items: str
    mean: str
    short: str


LINES: Final[Mapping[Scoring, Lines]] = {
    Scoring.BLOCKS: Lines(
        total="overview-total",
        blocks="overview-blocks",
        hall_total="hall-total",
        hall_blocks="hall-blocks",
        items="",
        mean="figures-mean",
        short="figures-points",
    ),
    Scoring.CHECKLIST: Lines(
        total="board-yes",
        blocks="board-yes-blocks",
        hall_total="board-yes",
        hall_blocks="board-yes-blocks",
        items="board-yes-items",
        mean="figures-yes",
        short="figures-yes-share",
    ),
    Scoring.PROFILE: Lines(
        total="board-profile",
        blocks="board-profile-blocks",
        hall_total="board-profile",
        hall_blocks="board-profile-blocks",
        items="board-profile-items",
        mean="figures-profile",
        short="figures-rating",
    ),
}
"""Instruments with scores; others have answers to single questions, or no figures at all."""


def has_figures(instrument: Instrument) -> bool:
    """Whether a group's answers amount to anything; what was built or calculated does not."""
    return bool(instrument.blocks or instrument.measured)


def written(score: float | None, instrument: Instrument, speak: Speak) -> str:
    """A mean as it is written: "62", of a checklist "62 %", of ratings "3.4"; or too few."""
    if score is None:
        return speak("overview-missing")
    if instrument.scoring is Scoring.CHECKLIST:
        return speak("percent", share=shown(score))
    points = _points(instrument)
    return str(shown(score)) if points is None else _decimal(1 + score * (points - 1) / 100, speak)


def scale_of(instrument: Instrument) -> str:
    """On which scale means are written: ratings that are all alike keep to their own."""
    points = _points(instrument)
    return "0–100" if points is None else _span(1, points)


def _points(instrument: Instrument) -> int | None:
    """The highest rating of a profile, if all its ratings have the same."""
    if instrument.scoring is not Scoring.PROFILE:
        return None
    highest = {question.points for block in instrument.blocks for question in block.questions}
    return highest.pop() if len(highest) == 1 else None


def _decimal(number: float, speak: Speak) -> str:
    """With one decimal, halves up, and the language's own mark."""
    whole, tenths = divmod(round(10 * rounded(number)), 10)
    return speak("decimal", whole=str(whole), tenths=str(tenths))


def mean_words(instrument: Instrument, board: Board, speak: Speak) -> str:
    """The mean total in a sentence; empty where there is none."""
    lines = LINES.get(instrument.scoring)
    if lines is None or board.total is None:
        return ""
    return speak(
        lines.mean,
        total=shown(board.total),
        mean=written(board.total, instrument, speak),
        scale=scale_of(instrument),
        people=board.totals,
    )


def others_words(board: Board, speak: Speak) -> str:
    """How many took the other version, as the figures are about one; empty where nobody did."""
    if not board.others:
        return ""
    other = Mode.EXPRESS if board.mode is Mode.FULL else Mode.FULL
    return speak("hall-others", mode=other, count=board.others)


def axes_of(instrument: Instrument, board: Board, language: str, speak: Speak) -> Sequence[Axis]:
    """The blocks with their means; none where the board is hidden.

    Nor is there any where one section of a list is all there is: its mean is the total.
    """
    if board.is_hidden or instrument.scoring not in LINES or _is_one_list(instrument):
        return ()
    named = [(block.code, block.axis or block.title or {}) for block in instrument.blocks]
    return [_axis(names[language], board.blocks[code], instrument, speak) for code, names in named]


def items_of(instrument: Instrument, board: Board, language: str, speak: Speak) -> Sequence[Axis]:
    """Single statements with their means; none where they are too many or the board is hidden."""
    if board.is_hidden or len(board.items) > ITEMS:
        return ()
    names = {code: instrument.by_code[code].name[language] for code in board.items}
    return [_axis(names[code], mean, instrument, speak) for code, mean in board.items.items()]


def _axis(name: str, mean: float | None, instrument: Instrument, speak: Speak) -> Axis:
    is_rated = mean is not None and _points(instrument) is not None
    return Axis(name, mean, figure=written(mean, instrument, speak) if is_rated else "")


def _is_one_list(instrument: Instrument) -> bool:
    return len(instrument.blocks) == 1 and len(instrument.blocks[0].questions) <= ITEMS


def answered_of(
    question: Question, answers: Answers, group: Group, language: str, speak: Speak
) -> Answered:
    """One measured question: its figure with the interval, its distribution, its parts.

    Args:
        question: What was asked.
        answers: What a group answered.
        group: Whom the instrument is for (see `metric_of`).
        language: Of the question's name.
        speak: Speaks that language.
    """
    hidden = Answered(question.name[language], "", speak("board-few-answers"), (), ())
    if answers.distribution is None:
        return hidden
    told = replace(
        hidden,
        distribution=[answers.distribution[answer] for answer in question.grades],
        first=question.grades[0],
    )
    if answers.nps is not None:
        return _scored(told, answers.nps, metric_of(group), speak)
    mean = _decimal(answers.mean or 0, speak)
    if answers.share is not None:
        return _shared(told, question, answers.share, mean, speak)
    scale = _span(question.grades[0], question.grades[-1])
    return replace(
        told,
        score=mean,
        interval=speak("board-mean", answers=scale, n=answers.distribution.total()),
        parts=(len(question.grades),),
    )


def metric_of(group: Group) -> str:
    """What a net promoter score is called: employees' has a name of its own."""
    return "eNPS" if group is Group.EMPLOYEES else "NPS"


def _scored(told: Answered, found: Nps, metric: str, speak: Speak) -> Answered:
    parts = {
        "board-detractors": found.detractors,
        "board-passives": found.passives,
        "board-promoters": found.promoters,
    }
    return replace(
        told,
        score=signed(shown(found.score)),
        interval=speak(
            "board-interval",
            metric=metric,
            low=signed(shown(found.low)),
            high=signed(shown(found.high)),
            n=found.n,
        ),
        groups=[speak(key, share=share_of(count, found.n)) for key, count in parts.items()],
    )


def _shared(told: Answered, question: Question, found: Share, mean: str, speak: Speak) -> Answered:
    lowest, highest = question.grades[0], question.grades[-1]
    least = question.favourable or highest
    parts = {
        _span(lowest, least - 1): found.n - found.favourable,
        _span(least, highest): found.favourable,
    }
    return replace(
        told,
        score=speak("percent", share=share_of(found.favourable, found.n)),
        interval=speak(
            "board-share",
            answers=_span(least, highest),
            low=shown(found.low),
            high=shown(found.high),
            mean=mean,
            n=found.n,
        ),
        groups=[
            speak("board-part", answers=answers, share=share_of(count, found.n))
            for answers, count in parts.items()
        ],
        parts=(least - lowest, highest - least + 1),
    )


def _span(low: int, high: int) -> str:
    return f"{low}–{high}" if low < high else str(low)


def signed(number: int) -> str:
    """A score with its sign: "+24", "0", "−8"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"
