"""A strategy on one page, in words and as the facts of its picture."""

from domain.canvas import shape_of
from domain.questionnaire import WRITTEN, Question
from handlers.views.common import result_rows
from handlers.views.room import fitted
from handlers.views.shown import Shown
from handlers.views.view import View, esc, paragraphs
from results.facts_built import CanvasFacts, Labelled, Principle


def canvas_facts(one: Shown) -> CanvasFacts:
    """What the picture and the document of a canvas say."""
    speak, shape = one.speak, shape_of(one.attempt.instrument)
    mission, feelings = (
        Labelled(question.name[one.language], _words(question, one)) for question in shape.heads
    )
    pairs = [(_words(item, one), _words(explained, one)) for item, explained in shape.items]
    return CanvasFacts(
        language=one.language,
        title=one.title,
        mission=mission,
        feelings=feelings,
        principles_heading=speak("canvas-principles"),
        practice_heading=speak("canvas-practice"),
        principles=[Principle(*pair) for pair in pairs if pair[0]],
        date=one.date,
        brand=one.speech.house.brand,
    )


def canvas_caption(one: Shown) -> str:
    """The line under the picture, as HTML."""
    return one.speak("canvas-caption", title=esc(one.title))


def canvas_twin(one: Shown) -> View:
    """A canvas in words, to be copied, and what to do with it."""
    speak, facts = one.speak, canvas_facts(one)
    pairs = [part for one in facts.principles for part in (one.text, one.practice)]
    mission, feelings, *rest = map(esc, fitted([facts.mission.text, facts.feelings.text, *pairs]))
    principles = [
        f"<b>{number}. {text}</b>" + (f"\n{practice}" if practice else "")
        for number, (text, practice) in enumerate(zip(rest[::2], rest[1::2], strict=True), start=1)
    ]
    text = paragraphs(
        speak("twin-heading", title=esc(one.title), date=one.date),
        f"<b>{esc(facts.mission.heading)}</b>\n{mission}",
        f"<b>{esc(facts.feelings.heading)}</b>\n{feelings}",
        f"<b>{esc(facts.principles_heading)}</b>",
        *principles,
        speak("canvas-next"),
    )
    return View(text, result_rows(one))


def _words(question: Question, one: Shown) -> str:
    """What was written to a question, as long as it counts."""
    value = one.attempt.asked_answers.get(question.code)
    return one.words.get(question.code, "") if value == WRITTEN else ""
