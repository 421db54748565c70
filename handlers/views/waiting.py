"""Unfinished attempts that wait for their person: what they are called, and the way to them."""

from collections.abc import Sequence

from content.texts import Speak
from domain.attempt import Attempt
from domain.kinds import Kind
from domain.person import Campaign, Person, Waiting
from handlers.callbacks import To
from handlers.views.context import Speech
from handlers.views.titles import title_of
from handlers.views.view import Button, View, cut, esc, go, paragraphs

BUTTON_TITLE = 26
"""Letters of a title that leave room on a phone's button for how far somebody has got."""


def name_of(
    attempt: Attempt, campaign: Campaign | None, language: str, speak: Speak, most: int = 0
) -> str:
    """What an unfinished attempt is called, and how far it has got.

    Args:
        attempt: What was begun.
        campaign: Where; a survey is known by who asks.
        language: To tell it in.
        speak: The language's words.
        most: Letters of its title that there is room for; 0 for all of them.
    """
    title = title_of(attempt, language)
    if campaign is not None and campaign.company:
        title = campaign.asks
    told = cut(title, most) if most else title
    if attempt.position is not None and attempt.question.kind is Kind.JOURNEY:
        return told  # what is built has no measure of how far it has got
    done, count = attempt.progress
    return speak("waiting-name", title=told, done=done, count=count)


def waiting_rows(found: Sequence[Waiting], language: str, speech: Speech) -> list[list[Button]]:
    """A button for each that leads back to it."""
    speak = speech.texts.speaker(language)
    return [
        [
            go(
                speak(
                    "button-waiting",
                    name=name_of(one.attempt, one.campaign, language, speak, BUTTON_TITLE),
                ),
                To.RESUME,
                one.attempt.key,
            )
        ]
        for one in found
    ]


def over_row(attempt: Attempt, speak: Speak) -> list[Button]:
    """The way to start the test over."""
    return [go(speak("button-over"), To.OVER, attempt.key)]


def conflict_view(person: Person, attempt: Attempt, speech: Speech) -> View:
    """In the middle of a test: on with it, to what was chosen meanwhile, or over again.

    Args:
        person: Before this choice; the context holds what they chose.
        attempt: The test they are in.
        speech: Content and words.
    """
    speak = speech.to(person)
    current = name_of(attempt, person.campaign, person.language, speak)
    wanted = str(person.context.get("title", ""))
    return View(
        paragraphs(
            speak("conflict", current=esc(current), wanted=esc(wanted)), speak("conflict-waits")
        ),
        [
            [go(speak("button-conflict-go-on"), To.GO_ON)],
            [go(speak("button-conflict-new"), To.GO_NEW)],
            [go(speak("button-conflict-over"), To.OVER, attempt.key)],
        ],
    )
