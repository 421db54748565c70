"""What a result comes to in a few words, by the way its instrument is scored."""

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.scoring import score, shown
from domain.tally import checklist
from handlers.views.context import Speech


def total_in_brief(attempt: Attempt) -> str:
    """For a line of a list: "62" of a map, "8/13" of a checklist; empty where there is none."""
    if attempt.instrument.scoring is Scoring.CHECKLIST:
        whole = checklist(attempt).whole
        return f"{whole.pluses}/{whole.asked}" if whole.asked else ""
    total = score(attempt).total
    return "" if total is None else str(shown(total))


def total_cell(attempt: Attempt, language: str, speech: Speech) -> int | str | None:
    """For a table: a map's total, a checklist's pluses in words.

    A spreadsheet would take "8/12" for a day.
    """
    if attempt.instrument.scoring is Scoring.CHECKLIST:
        whole = checklist(attempt).whole
        return speech.texts.line(
            language, "checklist-score", pluses=whole.pluses, count=whole.asked
        )
    total = score(attempt).total
    return None if total is None else shown(total)
