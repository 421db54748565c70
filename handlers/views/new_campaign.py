"""The steps of a new campaign: what is asked, what was said so far, and the usual answers."""

from domain.kinds import Mode
from domain.person import Person
from handlers.callbacks import Drafting
from handlers.drafts import BACK, FREE, NEXT, SKIP, Draft, step_name
from handlers.scheduling import MAX_COMPANY, MAX_OCCASION
from handlers.states import name
from handlers.views.campaigns import asks_text, days_rows, range_text, settings_text
from handlers.views.context import Speech
from handlers.views.menu import minutes
from handlers.views.view import Button, View, esc, paragraphs


class _Step:
    """One step of a draft, ready to be made into a view.

    Args:
        person: Whose draft it is, standing at the step.
        speech: Content and words.
    """

    def __init__(self, person: Person, speech: Speech) -> None:
        self.draft = Draft.of(person.context)
        self.language = person.language
        self.speech = speech
        self.speak = speech.to(person)
        self._steps = self.draft.steps(speech.library)
        self._state = person.state

    def button(self, label: str, chosen: str) -> Button:
        """A button of this step."""
        return Button(label, Drafting(step=step_name(self._state), v=chosen))

    def view(self, *parts: str, rows: list[list[Button]]) -> View:
        """The step with its heading and the way back."""
        names = [name(step) for step in self._steps]
        number = names.index(self._state) + 1 if self._state in names else 1
        key = "draft-heading-clone" if self.draft.source else "draft-heading"
        heading = self.speak(key, number=number, count=len(names))
        back = self.button(self.speak("button-back"), BACK)
        return View(paragraphs(heading, *parts), [*rows, [back]])


def code_view(person: Person, speech: Speech) -> View:
    """Asks for the code, and suggests one."""
    step = _Step(person, speech)
    suggested = step.draft.code or step.draft.free
    rows = [[step.button(suggested, NEXT)]] if suggested else []
    return step.view(step.speak("draft-code"), rows=rows)


def title_view(person: Person, speech: Speech) -> View:
    """Asks for the title, and offers to keep what was said."""
    step = _Step(person, speech)
    title = step.draft.title
    said = step.speak("draft-title-now", title=esc(title)) if title else ""
    rows = [[step.button(step.speak("button-keep"), NEXT)]] if title else []
    return step.view(step.speak("draft-title"), said, rows=rows)


def test_view(person: Person, speech: Speech) -> View:
    """Asks for the instrument."""
    step = _Step(person, speech)
    rows = []
    for one in speech.library.instruments.values():
        label = _marked(one.title[step.language], is_chosen=one.id == step.draft.test)
        rows.append([step.button(label, one.id)])
    return step.view(step.speak("draft-test"), rows=rows)


def new_company_view(person: Person, speech: Speech) -> View:
    """Asks who asks in a survey, and offers to keep what was said."""
    step = _Step(person, speech)
    company = step.draft.company
    said = step.speak("draft-title-now", title=esc(company)) if company else ""
    rows = [[step.button(step.speak("button-keep"), NEXT)]] if company else []
    return step.view(step.speak("draft-company", limit=MAX_COMPANY), said, rows=rows)


def new_occasion_view(person: Person, speech: Speech) -> View:
    """Asks what a survey is about, and offers to keep what was said, or to leave it out."""
    step = _Step(person, speech)
    occasion, group = step.draft.occasion, step.draft.instrument(speech.library).group
    said = step.speak("draft-title-now", title=esc(occasion)) if occasion else ""
    rows = [[step.button(step.speak("button-keep"), NEXT)]] if occasion else []
    rows.append([step.button(step.speak("button-survey-skip"), SKIP)])
    asked = step.speak("survey-occasion-ask", group=group, limit=MAX_OCCASION)
    return step.view(asked, said, rows=rows)


def mode_view(person: Person, speech: Speech) -> View:
    """Asks for the version."""
    step = _Step(person, speech)
    instrument = step.draft.instrument(speech.library)
    rows = []
    for mode in (Mode.EXPRESS, Mode.FULL):
        count = instrument.scored_count(mode)
        label = step.speak(f"button-mode-{mode}", count=count, minutes=minutes(count))
        rows.append([step.button(_marked(label, is_chosen=mode == step.draft.mode), mode)])
    free = _marked(step.speak("button-people-choose"), is_chosen=step.draft.mode == FREE)
    return step.view(step.speak("draft-mode"), rows=[*rows, [step.button(free, FREE)]])


def new_days_view(person: Person, speech: Speech) -> View:
    """Asks for the days, and offers to keep those that were said."""
    step, zone = _Step(person, speech), speech.house.zone.key
    rows = days_rows(lambda key, chosen: step.button(step.speak(key), chosen))
    days, said = step.draft.days, ""
    if days is not None:
        said = step.speak("draft-days-now", days=range_text(days, step.language, speech))
        rows.insert(0, [step.button(step.speak("button-keep"), NEXT)])
    return step.view(step.speak("campaign-days-ask", zone=zone), said, rows=rows)


def review_view(person: Person, speech: Speech) -> View:
    """Everything that was said, and the button that makes it a campaign."""
    step = _Step(person, speech)
    draft, language, library = step.draft, step.language, speech.library
    days, asks = draft.days, []
    if draft.is_survey(library):
        asks = asks_text(draft.company, draft.occasion, step.speak)
    lines = [
        step.speak("campaign-code", code=draft.code),
        settings_text(draft.instrument(library).id, draft.chosen_mode(library), language, speech),
        *asks,
        step.speak("campaign-dates-none") if days is None else range_text(days, language, speech),
        speech.house.deep_link(draft.code),
    ]
    create = step.button(step.speak("button-create"), NEXT)
    return step.view(f"<b>{esc(draft.title)}</b>", "\n".join(lines), rows=[[create]])


def _marked(label: str, *, is_chosen: bool) -> str:
    """A label, ticked where it is what was chosen before."""
    return f"✓ {label}" if is_chosen else label
