"""What stands under every result, whatever it is about."""

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.person import Finished
from domain.questionnaire import SKIPPED
from handlers.callbacks import To
from handlers.outcomes import DOCUMENTED, EDITABLE, SHAREABLE
from handlers.views.context import Speech, named
from handlers.views.lead_buttons import lead_button
from handlers.views.shown import Shown
from handlers.views.titles import title_of
from handlers.views.view import Button, View, esc, go, paragraphs
from storage.campaigns import SHARED


def plain_view(one: Shown) -> View:
    """The words after an instrument that shows nothing: thanks."""
    heading = one.speak("twin-heading", title=esc(one.title), date=one.date)
    return View(paragraphs(heading, one.speak("twin-thanks")), result_rows(one))


def result_rows(one: Shown) -> list[list[Button]]:
    """What can be done with any result of its kind, and the ways on from it."""
    speak, key, scoring = one.speak, one.attempt.key, one.attempt.instrument.scoring
    rows = []
    if scoring in EDITABLE:
        rows.append([go(speak("button-edit"), To.EDIT, key)])
    if scoring in DOCUMENTED:
        rows.append([go(speak("button-document"), To.DOCUMENT, f"{key}.{one.language}")])
    if scoring in SHAREABLE:
        rows.append([go(speak("button-share"), To.SHARE, f"{key}.{one.language}")])
    return rows + rows_on(one)


def way_in(one: Shown, *, is_copy: bool = False) -> tuple[str, str]:
    """What leads the next person in from a picture: the QR code's address, and what to do.

    To the campaign of the result; without one, to its test.

    Args:
        one: The result on the picture.
        is_copy: Whether it will be passed on: then its link has a source of its own.
    """
    payload = one.speech.campaign_code(one.finished.campaign)
    if not payload:
        payload = named(one.attempt.instrument.id)
    elif is_copy:
        payload = f"{SHARED}{payload}"
    return one.speech.house.deep_link(payload), one.speak("link-caption", code=payload)


def copy_caption(one: Shown) -> str:
    """Under a picture that is passed on: for whoever gets it, and nobody else."""
    link, _ = way_in(one, is_copy=True)
    return one.speak("share-caption", title=esc(one.title), link=esc(link))


def rows_on(one: Shown) -> list[list[Button]]:
    """The ways to the consultant, as far as there are any, and on to the tests."""
    speak, house = one.speak, one.speech.house
    rows = []
    if house.contact_url:
        rows.append([Button(speak("button-contact"), url=house.contact_url)])
    if one.takes_leads:
        rows.append([lead_button(one.language, one.attempt.key, one.speech)])
    if house.channel_url:
        rows.append([Button(speak("button-channel"), url=house.channel_url)])
    return [*rows, tests_row(one)]


def tests_row(one: Shown) -> list[Button]:
    """On to the tests, so that nothing ends without a way on."""
    return [go(one.speak("button-tests"), To.TESTS)]


def done_text(finished: Finished, language: str, speech: Speech) -> str:
    """What the last question turns into."""
    attempt = finished.attempt
    title = esc(title_of(attempt, language))
    scoring = attempt.instrument.scoring
    if scoring is Scoring.CALCULATION:
        return speech.texts.line(language, "done-line-calculation", title=title)
    if scoring in EDITABLE:
        return speech.texts.line(language, "done-line-built", title=title)
    return speech.texts.line(
        language,
        "done-line" if scoring is Scoring.BLOCKS else "done-line-plain",
        title=title,
        count=_answered(attempt),
    )


def _answered(attempt: Attempt) -> int:
    """How many answers were given, counted as on the way there; what was skipped is none."""
    if attempt.instrument.blocks:
        return attempt.progress[0]
    return sum(value != SKIPPED for value in attempt.asked_answers.values())
