"""A finished attempt as it is about to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from content.texts import Speak
from domain.attempt import Attempt
from domain.person import Finished
from domain.questionnaire import OUTSIDER
from domain.scoring import Result, score
from handlers.views.context import Speech
from handlers.views.reference import Reference
from handlers.views.titles import title_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A finished attempt as it is about to be told in one language.

    Attributes:
        finished: The attempt.
        language: To tell it in.
        speech: Content and words.
        reference: The group it is compared with, if any.
        earlier: A comparable attempt before, if any.
        is_wished: Whether the person asked to be reminded to measure again; None where that
            is not offered.
        takes_leads: Whether a contact can be left for the consultant.
        words: What the person wrote, by question code.
    """

    finished: Finished
    language: str
    speech: Speech
    reference: Reference | None = None
    earlier: Finished | None = None
    is_wished: bool | None = None
    takes_leads: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def attempt(self) -> Attempt:
        """The answers."""
        return self.finished.attempt

    @property
    def speak(self) -> Speak:
        """The language's words."""
        return self.speech.texts.speaker(self.language)

    @property
    def result(self) -> Result:
        """The scores."""
        return score(self.attempt)

    @property
    def title(self) -> str:
        """What it is called."""
        return title_of(self.attempt, self.language)

    @property
    def date(self) -> str:
        """When it was finished."""
        return self.speech.texts.date(self.language, self.finished.finished_at)

    @property
    def viewpoint(self) -> str:
        """Whose view it is: of people from the company by their role."""
        profile, role = self.speech.library.profile, self.attempt.profile.role
        label = next((q.label(role, self.language) for q in profile if q.code == "role"), "")
        if not label or role == OUTSIDER:
            return self.speak("viewpoint")
        return self.speak("viewpoint-role", role=label[:1].lower() + label[1:])

    @property
    def subtitle(self) -> str:
        """What kind of run it was."""
        count = self.attempt.instrument.scored_count(self.attempt.mode)
        return self.speak(f"subtitle-{self.attempt.mode}", count=count)
