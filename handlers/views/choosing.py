"""Choosing a test or a campaign from a list, for the screens of figures and exports."""

from collections.abc import Sequence
from typing import Final

from domain.person import Campaign, Person
from domain.questionnaire import Instrument
from handlers.callbacks import At, Look
from handlers.views.choice import Choice
from handlers.views.context import Speech
from handlers.views.view import Button, View, cut

LINES: Final = 8
"""Entries of a list on one screen."""
LABEL: Final = 40
"""Characters of a title on a button of its own row; clients cut longer ones off."""
CAMPAIGN: Final = "campaign"
TEST: Final = "test"
ALL: Final = "0"
"""Stands for all campaigns where a campaign's row number is carried."""


def choice_buttons(
    at: At, campaign: Campaign | None, instrument: Instrument, person: Person, speech: Speech
) -> list[Button]:
    """What leads to the lists: the campaign, and the test where there are several."""
    speak = speech.to(person)
    title = cut(campaign.title, LABEL) if campaign else speak("all-campaigns")
    buttons = [
        Button(
            speak("button-campaign-chosen", title=title),
            Look(at=At.CHOOSE, choice=f"{CAMPAIGN}.{at}.0"),
        )
    ]
    if len(speech.library.instruments) > 1:
        label = speak("button-test-chosen", title=cut(instrument.title[person.language], LABEL))
        buttons.append(Button(label, Look(at=At.CHOOSE, choice=f"{TEST}.{at}.0")))
    return buttons


def choosing_view(
    person: Person, choice: Choice, campaigns: Sequence[Campaign], speech: Speech
) -> View:
    """One page of the campaigns, or of the tests."""
    speak = speech.to(person)
    back = At(choice.back)
    if choice.asks == TEST:
        tests = speech.library.instruments.values()
        entries = [
            Button(
                cut(one.title[person.language], LABEL), Look(at=back, choice=f"{TEST}.{one.id}")
            )
            for one in tests
        ]
    else:
        entries = [
            Button(cut(one.title, LABEL), Look(at=back, choice=f"{CAMPAIGN}.{one.id}"))
            for one in campaigns
        ]
    page = page_of(choice.page, len(entries))
    rows = [[entry] for entry in entries[page * LINES : (page + 1) * LINES]]
    if choice.asks == CAMPAIGN:
        everything = Look(at=back, choice=f"{CAMPAIGN}.{ALL}")
        rows.insert(0, [Button(speak("button-all-campaigns"), everything)])
    asked = speak("choose-test") if choice.asks == TEST else speak("choose-campaign")
    turn = turning(page, len(entries), At.CHOOSE, f"{choice.asks}.{back}.")
    return View(asked, [*rows, turn, [Button(speak("button-back"), Look(at=back))]])


def page_of(page: int, count: int) -> int:
    """A page that there is, from 0: the list may have become shorter."""
    return min(page, max(0, count - 1) // LINES)


def turning(page: int, count: int, at: At, prefix: str) -> list[Button]:
    """To the pages before and after, where there are any."""
    last = page_of(count, count)
    buttons = []
    if page > 0:
        buttons.append(Button(f"‹ {page}", Look(at=at, choice=f"{prefix}{page - 1}")))
    if page < last:
        buttons.append(Button(f"{page + 2} ›", Look(at=at, choice=f"{prefix}{page + 1}")))
    return buttons
