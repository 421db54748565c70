"""What an attempt is called: its instrument, or what it has calculated."""

from domain.attempt import Attempt
from domain.calculation import calculated


def title_of(attempt: Attempt, language: str) -> str:
    """The metric's name of a calculation, the instrument's of any other attempt."""
    section = calculated(attempt)
    if section is None:
        return attempt.instrument.title[language]
    return (section.title or section.questions[0].name)[language]
