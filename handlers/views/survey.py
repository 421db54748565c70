"""A survey as those who answer see it: who asks, who will see what, and thanks."""

from domain.attempt import Attempt
from domain.kinds import Scoring
from domain.person import Campaign, Person
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD
from handlers.callbacks import SurveyDo, SurveyTap
from handlers.rights import owns
from handlers.views.context import Speech
from handlers.views.shown import Shown
from handlers.views.view import Button, View, esc, paragraphs


def asker(campaign: Campaign) -> str:
    """Who asks, as HTML."""
    return esc(campaign.company or campaign.title)


def invitation(campaign: Campaign, language: str, speech: Speech) -> str:
    """Who asks, and what about."""
    speak = speech.texts.speaker(language)
    if campaign.is_removed:
        return speak("survey-ended")
    occasion = campaign.occasion
    return "\n".join(
        [
            speak("survey-invitation", company=asker(campaign)),
            *([speak("survey-occasion", occasion=esc(occasion))] if occasion else []),
        ]
    )


def who_sees(language: str, speech: Speech) -> str:
    """Who will see the answers and how."""
    return speech.texts.line(
        language, "survey-sees", threshold=GROUP_THRESHOLD, comments=COMMENT_THRESHOLD
    )


def consent_to_survey(language: str, speech: Speech) -> str:
    """What is agreed to by those who come by a survey: no result of their own is promised."""
    speak, operator = speech.texts.speaker(language), speech.house.operator
    return speak("survey-consent", operator=esc(operator) if operator else speak("survey-owner"))


def above_question(person: Person, attempt: Attempt, speech: Speech) -> str:
    """Above a survey's question: who asks and what about; empty elsewhere.

    Above the first one also who will see the answers: whoever has agreed to the processing long
    before gets there straight from the link.
    """
    if attempt.instrument.scoring is not Scoring.SURVEY:
        return ""
    speak, campaign = speech.to(person), person.campaign
    if campaign is None:
        return f"<i>{speak('survey-trial')}</i>"
    if campaign.is_removed:
        return f"<i>{speak('survey-ended')}</i>"
    names = [f"<b>{asker(campaign)}</b>", esc(campaign.occasion or "")]
    heading = " · ".join(part for part in names if part)
    if owns(person, campaign) or speech.house.is_admin(person.chat_id):
        return f"{heading}\n<i>{speak('survey-trial')}</i>"
    if attempt.position != next(iter(attempt.steps), None):
        return heading
    note = speak("survey-note", threshold=GROUP_THRESHOLD, comments=COMMENT_THRESHOLD)
    return f"{heading}\n<i>{note}</i>"


def survey_view(one: Shown) -> View:
    """Thanks, and what becomes of the answers. No score: one person's answer is none."""
    speak, campaign = one.speak, one.finished.campaign
    if one.finished.is_trial:
        tap = SurveyTap(do=SurveyDo.ABOUT, v=one.attempt.instrument.id)
        button = Button(speak("button-survey-own"), tap)
        return View(speak("survey-tried", title=esc(one.title)), [[button]])
    heading = asker(campaign) if campaign and campaign.company else esc(one.title)
    is_over = campaign is not None and campaign.is_removed
    counted = speak("survey-ended-after") if is_over else speak("survey-counted")
    return View(
        paragraphs(
            speak("twin-heading", title=heading, date=one.date),
            f"{speak('survey-thanks')} {counted}",
        )
    )
