"""What a result comes to in a few words, by the way its instrument is scored."""

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.ratings import mean_of, points_of
from domain.scoring import score, shown
from domain.tally import checklist
from handlers.views.context import Speech


def total_in_brief(attempt: Attempt, language: str, speech: Speech) -> str:
    """For a line of a list: "62" of a map, "8/13" of a checklist, "3.4 of 5" of ratings.

    Empty where there is none.
    """
    if attempt.instrument.scoring is Scoring.CHECKLIST:
        whole = checklist(attempt).whole
        return f"{whole.pluses}/{whole.asked}" if whole.asked else ""
    total = total_cell(attempt, language, speech)
    return "" if total is None else str(total)


def total_cell(attempt: Attempt, language: str, speech: Speech) -> int | str | None:
    """For a table: a map's total; a checklist's pluses and the mean of ratings in words.

    A spreadsheet would take "8/12" for a day, and 3.4 among totals of 0 to 100 for one of them.
    """
    line, scoring = speech.texts.speaker(language), attempt.instrument.scoring
    if scoring is Scoring.CHECKLIST:
        whole = checklist(attempt).whole
        return line("checklist-score", pluses=whole.pluses, count=whole.asked)
    result = score(attempt)
    if result.total is None:
        return None
    if scoring is Scoring.PROFILE:
        mean = mean_of(attempt, result) or 0
        return line("profile-mean", mean=mean, points=points_of(attempt))
    return shown(result.total)
