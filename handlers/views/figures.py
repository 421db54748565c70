"""Numbers of calculations in words."""

from collections.abc import Mapping, Sequence

from content.texts import Speak
from domain.formulas.outcome import Figure, Figures, Form
from domain.formulas.quality import Rating
from domain.kinds import Listing, Unit
from domain.listed import loaded
from domain.numerals import show_number, show_percent, show_percents
from domain.questionnaire import Question

SHOWN = 12
"""So many numbers of a list are shown one by one; of more, what they amount to."""
RATINGS_SHOWN = 40
GREAT = 1000
"""From here on, hundredths of an amount tell nobody anything."""


def show_figure(figure: Figure, language: str) -> str:
    """A figure as its form wants it."""
    match figure.form:
        case Form.GIVEN:
            return show_typed(figure.value, Unit.NUMBER, language)
        case Form.GIVEN_PERCENT:
            return show_typed(figure.value, Unit.PERCENT, language)
        case Form.SHARE:
            return show_percent(figure.value, language)
        case Form.COUNT | Form.POINTS:
            return show_number(figure.value, language, 0)
        case Form.MONEY if abs(figure.value) >= GREAT:
            return show_number(figure.value, language, 0)
        case _:
            return show_number(figure.value, language, 2)


def show_figures(figures: Figures, language: str) -> Mapping[str, str]:
    """All figures that a line is filled with."""
    return {name: show_figure(figure, language) for name, figure in figures.items()}


def show_typed(number: float, unit: Unit, language: str) -> str:
    """A number as it was understood, with all its digits."""
    if unit is Unit.PERCENT:
        return show_percents(number, language, 6)
    return show_number(number, language)


def show_list(words: str, question: Question, language: str, speak: Speak) -> str:
    """A list as it was understood: its numbers, or what they amount to.

    Args:
        words: As stored.
        question: Which asked for it.
        language: One of LANGUAGES.
        speak: Says a line in it.
    """
    values = loaded(words, question.listing)
    if question.listing is Listing.RATINGS:
        return _ratings([one for one in values if isinstance(one, Rating)], language, speak)
    numbers = [one for one in values if not isinstance(one, Rating)]
    if len(numbers) <= SHOWN:
        return " · ".join(show_number(number, language) for number in numbers)
    return speak(
        "list-kept",
        count=len(numbers),
        least=show_number(min(numbers), language),
        most=show_number(max(numbers), language),
        total=show_number(sum(numbers), language, 2),
    )


def _ratings(ratings: Sequence[Rating], language: str, speak: Speak) -> str:
    lines = []
    for one in ratings[:RATINGS_SHOWN]:
        weight = show_number(one.weight, language)
        if one.is_failed:
            lines.append(speak("rating-failed", weight=weight))
        elif one.score is None:
            lines.append(speak("rating-left-out", weight=weight))
        else:
            score = show_number(one.score, language)
            lines.append(speak("rating-kept", score=score, weight=weight))
    more = len(ratings) - RATINGS_SHOWN
    return "\n".join([*lines, speak("and-more", count=more)] if more > 0 else lines)
