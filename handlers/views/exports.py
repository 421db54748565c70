"""The screens of the exports."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from content.texts import Speak
from domain.kinds import Scoring
from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from domain.statistics import GROUP_THRESHOLD
from handlers.callbacks import At, Look, To
from handlers.views.choice import PERIODS
from handlers.views.choosing import choice_buttons
from handlers.views.context import Speech
from handlers.views.view import Button, View, esc, go, paired, paragraphs

FORMATS: Final = ("xlsx", "csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported.

    Attributes:
        instrument: The test.
        campaign: Whose rows; all if None.
        days: How many days the rows go back; 0 is without an end.
        since: The first of these days; None without an end.
        form: The rows' format; empty as long as it is not chosen.
        count: How many rows there are.
    """

    instrument: Instrument
    campaign: Campaign | None
    days: int
    since: date | None
    form: str
    count: int


def export_view(person: Person, order: Order, speech: Speech) -> View:
    """Aggregates by default; rows, with their choices, for admins only."""
    speak = speech.to(person)
    is_admin = speech.house.is_admin(person.chat_id)
    several = len(speech.library.instruments) > 1
    rows = [[go(speak("button-export-report"), To.REPORT, order.instrument.id)]]
    choices = choice_buttons(At.EXPORT, order.campaign, order.instrument, person, speech)
    if is_admin:
        rows += paired(choices)
        rows.append([_period(days, order, speak) for days in PERIODS])
        rows.append([go(speak(f"button-export-{form}"), To.ROWS, form) for form in FORMATS])
    elif several:
        rows.append([choices[-1]])
    rows.append([go(speak("button-back"), To.ADMIN)])
    return View(
        paragraphs(
            speak(
                "export-ask",
                title=esc(order.instrument.title[person.language]),
                threshold=GROUP_THRESHOLD,
            ),
            speak("export-ask-rows", count=order.count) if is_admin else "",
        ),
        rows,
    )


def _period(days: int, order: Order, speak: Speak) -> Button:
    """A period; the one that is chosen is marked."""
    label = speak("button-period", days=days) if days else speak("button-period-all")
    mark = "• " if days == order.days else ""
    return Button(mark + label, Look(at=At.EXPORT, choice=f"days.{days}"))


def export_rows_view(person: Person, order: Order, speech: Speech) -> View:
    """Names what would be exported and confirms it: it shows single people's answers."""
    speak = speech.to(person)
    cancel = Button(speak("button-cancel-plain"), Look(at=At.EXPORT))
    is_survey = order.instrument.scoring is Scoring.SURVEY
    confirm = speak("export-confirm-survey" if is_survey else "export-confirm")
    asked = paragraphs(
        speak("export-rows", format=order.form.upper()),
        chosen(person, order, speech),
        confirm if order.count else speak("export-nothing"),
    )
    if not order.count:
        return View(asked, [[Button(speak("button-back"), Look(at=At.EXPORT))]])
    return View(asked, [[go(speak("button-export-confirm"), To.ROWS_YES, order.form)], [cancel]])


def chosen(person: Person, order: Order, speech: Speech) -> str:
    """The test, the campaign, the period and how many attempts that is."""
    speak, language = speech.to(person), person.language
    whose = esc(order.campaign.title) if order.campaign else speak("all-campaigns")
    period = (
        speak("period-since", date=speech.texts.date(language, order.since))
        if order.since
        else speak("period-all")
    )
    title = esc(order.instrument.title[language])
    return speak("export-chosen", title=title, campaign=whose, period=period, count=order.count)
