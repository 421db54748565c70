"""The ways to one's own contact for the consultant, from results and settings."""

from handlers.callbacks import LeadStep, LeadTap
from handlers.views.context import Speech
from handlers.views.view import Button


def lead_button(language: str, key: str, speech: Speech) -> Button:
    """Under a result. Beside a link to write to the consultant it is worded as the other way."""
    words = "button-lead-call" if speech.house.contact_url else "button-lead"
    return Button(speech.texts.line(language, words), LeadTap(do=LeadStep.ASK, key=key))


def own_lead_button(language: str, speech: Speech) -> Button:
    """To what was left, and to its withdrawal."""
    return Button(speech.texts.line(language, "button-lead-mine"), LeadTap(do=LeadStep.MINE))
