"""A board's figures as pictures tell them: the owner's overview and the hall's."""

from collections.abc import Sequence

from content.texts import Speak
from domain.questionnaire import LIKELIHOOD_MAX, Instrument, Question, Scoring
from domain.scoring import shown
from handlers.views.view import share_of
from results.facts import Axis
from results.facts_owner import Likelihood
from storage.boards import Answers, Board


def axes_of(instrument: Instrument, board: Board, language: str) -> Sequence[Axis]:
    """The blocks with their means; none where the board is hidden."""
    if board.is_hidden:
        return ()
    named = [(block.code, block.axis or block.title or {}) for block in instrument.blocks]
    return [Axis(names[language], board.blocks[code]) for code, names in named]


def mean_told(total: float, people: int, instrument: Instrument, speak: Speak) -> str:
    """A group's mean in a sentence: of a checklist the share of yes, of all else the score.

    Args:
        total: Their mean total, 0 to 100.
        people: How many they are.
        instrument: The test.
        speak: Speaks the reader's language.
    """
    if instrument.scoring is Scoring.CHECKLIST:
        return speak("checklist-mean", share=shown(total), people=people)
    return speak("figures-mean", total=shown(total), people=people)


def likelihood_of(question: Question, answers: Answers, language: str, speak: Speak) -> Likelihood:
    """One 0–10 question: its score with the interval, its distribution, its three groups."""
    name = question.name[language]
    if answers.nps is None or answers.distribution is None:
        return Likelihood(name, "", speak("board-few-answers"), (), ())
    found = answers.nps
    parts = {
        "board-detractors": found.detractors,
        "board-passives": found.passives,
        "board-promoters": found.promoters,
    }
    return Likelihood(
        name=name,
        score=signed(shown(found.score)),
        interval=speak(
            "board-interval",
            low=signed(shown(found.low)),
            high=signed(shown(found.high)),
            n=found.n,
        ),
        distribution=[answers.distribution[answer] for answer in range(LIKELIHOOD_MAX + 1)],
        groups=[speak(key, share=share_of(count, found.n)) for key, count in parts.items()],
    )


def signed(number: int) -> str:
    """A score with its sign: "+24", "0", "−8"."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"
