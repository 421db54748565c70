"""What an attempt is called: its instrument, or what was built in it."""

from domain.attempt import Attempt


def title_of(attempt: Attempt, language: str) -> str:
    """The name of what was built in an attempt, the instrument's title of any other."""
    return (attempt.builder.name if attempt.builder else attempt.instrument.title)[language]
