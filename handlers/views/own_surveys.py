"""What a head changes of a survey: its words, or that there is one."""

from domain.person import Campaign, Person
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.scheduling import MAX_COMPANY, MAX_OCCASION
from handlers.views.context import Speech
from handlers.views.survey import asker
from handlers.views.view import Button, View, esc, paragraphs
from storage.sources import Turnout


def name_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for another name of who asks."""
    speak = speech.to(person)
    text = paragraphs(
        speak("survey-name-ask", limit=MAX_COMPANY),
        speak("draft-title-now", title=asker(campaign)),
        f"{speak('survey-reworded')} {speak('survey-name-kept')}",
    )
    return View(text, [[_do(speak("button-keep"), SurveyDo.PAGE, campaign)]])


def topic_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for something else that it is about, or nothing in particular."""
    speak, topic = speech.to(person), campaign.occasion
    text = paragraphs(
        speak("survey-topic-ask", limit=MAX_OCCASION),
        speak("draft-title-now", title=esc(topic)) if topic else speak("survey-topic-none"),
        speak("survey-reworded"),
    )
    dropped = [[_do(speak("button-survey-untopic"), SurveyDo.NO_TOPIC, campaign)]] if topic else []
    return View(text, [*dropped, [_do(speak("button-keep"), SurveyDo.PAGE, campaign)]])


def removing_view(person: Person, campaign: Campaign, turnout: Turnout, speech: Speech) -> View:
    """Says what goes with a survey and what stays, and asks whether that is meant."""
    speak = speech.to(person)
    named = " · ".join(part for part in (asker(campaign), esc(campaign.occasion or "")) if part)
    text = paragraphs(
        speak("survey-remove-ask", survey=named),
        speak("survey-remove-link"),
        speak("survey-remove-answers", count=turnout.finished),
        speak("survey-remove-pause"),
    )
    return View(
        text,
        [
            [_do(speak("button-survey-stay"), SurveyDo.PAGE, campaign)],
            [_do(speak("button-survey-remove-yes"), SurveyDo.REMOVE_YES, campaign)],
        ],
    )


def _do(label: str, do: SurveyDo, campaign: Campaign) -> Button:
    return Button(label, SurveyTap(do=do, n=campaign.id))
