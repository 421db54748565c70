"""All screens."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Final

from domain.person import Person
from handlers.desk import Clock
from handlers.screens import campaigns, leads, owner, respondent, surveys
from handlers.screens.place import Maker, Place
from handlers.states import name
from handlers.views.context import Speech
from handlers.views.view import View, paragraphs
from storage.database import Database

MAKERS: Final[Mapping[str, Maker]] = {
    name(state): maker
    for state, maker in {
        **respondent.MAKERS,
        **owner.MAKERS,
        **campaigns.MAKERS,
        **leads.MAKERS,
        **surveys.MAKERS,
    }.items()
}
"""By the name of the state."""


class Screens:
    """Makes screens, reading what they show besides the person.

    Args:
        database: Where results, words and figures are read.
        speech: Content and words.
        clock: Tells the present moment.
    """

    def __init__(self, database: Database, speech: Speech, clock: Clock) -> None:
        self._place = Place(database, speech, clock)

    async def view(self, person: Person) -> View:
        """The screen of a person's place, with what is to be told above it."""
        # A place of an earlier release that there is no more leads home.
        make = MAKERS.get(person.state, respondent.home_screen)
        view = await make(self._place, person)
        if person.notice is None:
            return view
        args = {
            key: escape(value, quote=False) if isinstance(value, str) else value
            for key, value in person.notice.args.items()
        }
        said = self._place.speech.to(person)(person.notice.key, **args)
        return replace(view, text=paragraphs(said, view.text))
