"""Boards made up: everything told, or nothing."""

from collections import Counter

from domain.kinds import Measure, Mode, Scoring
from domain.questionnaire import Instrument, Question
from domain.statistics import favourable, mean_of, nps
from storage.boards import Answers, Board, Hidden

HUGE = 10**9
_ITEMISED = {Scoring.CHECKLIST, Scoring.PROFILE}


def answers_of(question: Question, counts: Counter[int]) -> Answers:
    """What so many of each answer amount to."""
    if question.measure is Measure.NPS:
        return Answers(counts, nps(counts))
    share = favourable(counts, question.favourable) if question.favourable else None
    return Answers(counts, share=share, mean=mean_of(counts))


def board_of(
    of: Instrument, people: int = HUGE, *, why: Hidden | None = None, mean: float = 99.9
) -> Board:
    """A board of so many people who gave each answer equally often, all means the same."""
    told = why is None
    items = [q.code for block in of.blocks for q in block.questions]
    return Board(
        mode=Mode.EXPRESS if of.express else Mode.FULL,
        arrived=people,
        consented=people,
        begun=people,
        finished=people,
        present=people,
        others=people if of.express else 0,
        people=people if told else 0,
        totals=people if told and of.blocks else 0,
        total=mean if told and of.blocks else None,
        blocks={block.code: mean if told else None for block in of.blocks},
        items=dict.fromkeys(items if of.scoring in _ITEMISED else (), mean if told else None),
        answers={
            q.code: answers_of(q, Counter(dict.fromkeys(q.grades, people))) if told else Answers()
            for q in of.measured
        },
        why=why,
    )
