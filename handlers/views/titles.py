"""What an attempt is called: its instrument, what was built in it, or what it has calculated."""

from domain.attempt import Attempt
from domain.calculation import calculated


def title_of(attempt: Attempt, language: str) -> str:
    """The name of what was built or calculated, the instrument's title of any other attempt."""
    if attempt.builder is not None:
        return attempt.builder.name[language]
    section = calculated(attempt)
    if section is None:
        return attempt.instrument.title[language]
    return (section.title or section.questions[0].name)[language]
