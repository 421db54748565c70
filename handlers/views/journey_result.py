"""A journey that was built, in words and as the facts of its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from content.texts import Speak
from domain.journey import MIN_TOUCHPOINTS, Journey
from domain.journey_zones import (
    Mood,
    Zone,
    delights_of,
    is_delight,
    is_pain,
    mean_emotion,
    mood_of,
    zones_of,
)
from domain.kinds import Kind
from domain.numerals import show_number
from domain.questionnaire import SKIPPED, WRITTEN, Question
from handlers.spots import journey_of
from handlers.views.advice import advice_rows
from handlers.views.common import result_rows
from handlers.views.journey_parts import FEELINGS, LIST_ROOM, mark, units
from handlers.views.question import answer_label
from handlers.views.shown import Shown
from handlers.views.view import View, esc, paragraphs
from results.facts_built import JourneyFacts, JourneyStage, Labelled, Touchpoint

MOODS: Final = {
    Mood.HEAVY: "journey-mood-heavy",
    Mood.RATHER_HEAVY: "journey-mood-rather-heavy",
    Mood.EVEN: "journey-mood-even",
    Mood.MIXED: "journey-mood-mixed",
    Mood.RATHER_BRIGHT: "journey-mood-rather-bright",
    Mood.BRIGHT: "journey-mood-bright",
}
"""The names of their lines."""
_DELIGHTS_ROOM: Final = 600


@dataclass(frozen=True, slots=True)
class Told:
    """A finished journey.

    Attributes:
        shown: The attempt.
        question: The one that the journey answers.
        journey: The journey.
    """

    shown: Shown
    question: Question
    journey: Journey

    @property
    def counts(self) -> str:
        """How many stages and touchpoints."""
        stages, points = len(self.journey.stages), len(self.journey.touchpoints)
        return self.shown.speak("journey-counts", stages=stages, points=points)

    @property
    def is_enough(self) -> bool:
        """Whether there is a picture to be drawn; not while somebody takes it apart anew."""
        return len(self.journey.touchpoints) >= MIN_TOUCHPOINTS


def told(one: Shown) -> Told:
    """The journey of a finished attempt.

    Raises:
        LookupError: The attempt asks for none.
    """
    question = one.attempt.builder
    if question is None:
        raise LookupError(f"attempt {one.attempt.key} has no journey")
    return Told(one, question, journey_of(question, one.words, one.language))


def journey_facts(one: Shown) -> JourneyFacts:
    """What the picture and the document of a journey say."""
    speak, built = one.speak, told(one)
    numbers = {point.id: n for n, point in enumerate(built.journey.touchpoints, start=1)}
    return JourneyFacts(
        language=one.language,
        title=one.title,
        subtitle=built.counts,
        about=_about(built),
        stages=[
            JourneyStage(
                stage.title,
                [
                    Touchpoint(p.title, p.emotion, p.effort, is_pain(p), is_delight(p))
                    for p in stage.touchpoints
                ],
            )
            for stage in built.journey.stages
        ],
        emotions=[_capital(speak(key)) for key in FEELINGS.values()],
        effort=speak("journey-effort-legend"),
        pain=speak("journey-pain"),
        delight=speak("journey-delight"),
        zones_heading=speak("journey-zones"),
        zones=[
            Labelled(
                f"{numbers[zone.touchpoint.id]}. {zone.touchpoint.title}",
                f"{_capital(_reason(zone, speak))}. {zone.touchpoint.note}".rstrip(),
            )
            for zone in zones_of(built.journey)
        ],
        no_zones=speak("journey-no-zones"),
        date=one.date,
        brand=one.speech.house.brand,
    )


def journey_caption(one: Shown) -> str:
    """The line under the picture, as HTML."""
    built = told(one)
    return one.speak("journey-caption", title=esc(one.title), counts=built.counts)


def not_drawn(one: Shown) -> View:
    """What is told in place of a picture where there is too little for one."""
    return View(one.speak("journey-not-drawn", least=MIN_TOUCHPOINTS), result_rows(one))


def journey_twin(one: Shown) -> View:
    """A journey in words: how it feels, what to fix first, what delights, what to do next."""
    speak, built = one.speak, told(one)
    zones = zones_of(built.journey)
    heading = speak("twin-heading", title=esc(one.title), date=one.date)
    text = paragraphs(
        f"{heading}\n{built.counts}",
        _mood(built),
        _zones(zones, speak),
        _delights(built.journey, speak),
        speak("journey-next" if zones else "journey-next-calm"),
        f"<i>{speak('journey-convention')}</i>",
    )
    return View(text, advice_rows(one) + result_rows(one))


def _about(built: Told) -> list[Labelled]:
    """What was said before the journey; whose it is, its title tells already."""
    one = built.shown
    in_title = {condition.reference for condition in built.question.when}
    answers = one.attempt.asked_answers
    lines = []
    for question in one.attempt.instrument.questions:
        value = answers.get(question.code, SKIPPED)
        if value == SKIPPED or question.kind is Kind.JOURNEY or question.code in in_title:
            continue
        written = value == WRITTEN
        text = (
            one.words.get(question.code, "")
            if written
            else answer_label(question, value, one.language, one.speak)
        )
        if text:
            lines.append(Labelled(question.name[one.language], text))
    return lines


def _mood(built: Told) -> str:
    speak, journey = built.shown.speak, built.journey
    points = journey.touchpoints
    rated = sum(point.emotion is not None for point in points)
    mean, mood = mean_emotion(journey), mood_of(journey)
    if mean is None or mood is None:
        return speak("journey-no-mood", rated=str(rated), points=str(len(points)))
    return speak(
        "journey-mood",
        mood=speak(MOODS[mood]),
        mean=_signed(mean, built.shown.language),
        rated=str(rated),
        points=str(len(points)),
    )


def _signed(number: Fraction, language: str) -> str:
    """A number with its sign and at most one decimal place."""
    shown = show_number(float(number), language, 1)
    return f"+{shown}" if number > 0 and shown != "0" else shown


def _zones(zones: Sequence[Zone], speak: Speak) -> str:
    """The worst first, with reason and note, as many as there is room for."""
    if not zones:
        return speak("journey-no-zones")
    lines = []
    for zone in zones:
        point = zone.touchpoint
        reason = f"<i>{esc(zone.stage.title)} · {_reason(zone, speak)}</i>"
        note = f"\n{esc(point.note)}" if point.note else ""
        lines.append(f"{mark(point)} <b>{esc(point.title)}</b>\n{reason}{note}")
    return _listed(speak("journey-zones"), lines, LIST_ROOM - _DELIGHTS_ROOM, speak)


def _delights(journey: Journey, speak: Speak) -> str:
    points = delights_of(journey)
    if not points:
        return ""
    lines = [f"{mark(point)} {esc(point.title)}" for point in points]
    return _listed(speak("journey-delights"), lines, _DELIGHTS_ROOM, speak)


def _listed(heading: str, lines: Sequence[str], room: int, speak: Speak) -> str:
    """A list under its heading, cut off where its room ends; it says how many are left out."""
    told_lines: list[str] = []
    for line in lines:
        if units("\n".join([*told_lines, line])) > room:
            break
        told_lines.append(line)
    more = len(lines) - len(told_lines)
    rest = [speak("and-more", count=more)] if more else []
    return "\n".join([f"<b>{heading}</b>", *told_lines, *rest])


def _reason(zone: Zone, speak: Speak) -> str:
    """Why a touchpoint is to be put right."""
    point = zone.touchpoint
    reasons = []
    if zone.hurts and point.emotion is not None:
        reasons.append(speak(FEELINGS[point.emotion]))
    if zone.is_hard and point.effort is not None:
        reasons.append(speak("journey-zone-effort", effort=point.effort))
    return ", ".join(reasons)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
