"""The screens on which a journey is built: the map, a stage, a touchpoint, names, the end."""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Final

from domain.journey import (
    EFFORTS,
    MAX_STAGES,
    MAX_TOUCHPOINTS,
    MIN_TOUCHPOINTS,
    Journey,
    Stage,
)
from domain.languages import LANGUAGES
from domain.person import Person
from domain.questionnaire import Question
from handlers.callbacks import BuildDo, Move
from handlers.spots import Side, Spot
from handlers.views.context import Speech
from handlers.views.journey_parts import BUTTON, FACES, FEELINGS, Site, fitting, mark, named
from handlers.views.view import Button, View, bar, cut, esc, paired, paragraphs

PAGE: Final = 10
"""Touchpoints of a stage that are shown at a time."""


def journey_view(person: Person, journey: Journey, speech: Speech) -> View:
    """The screen of the builder where a person stands.

    Args:
        person: In an attempt, at a question of kind JOURNEY.
        journey: What they have built there.
        speech: Content and words.
    """
    attempt = person.attempt
    if attempt is None:
        raise LookupError(f"person {person.id} is building nothing")
    spot = Spot.of(person, journey)
    site = Site(attempt, journey, spot, person.language, speech.to(person))
    return SCREENS[spot.side](site)


def _map(site: Site) -> View:
    """The whole journey at a glance."""
    speak, journey, question = site.speak, site.journey, site.question
    points, unrated = journey.touchpoints, journey.unrated
    rated = len(points) - len(unrated)
    counts = speak("journey-counts", stages=len(journey.stages), points=len(points))
    progress = speak("journey-rated", rated=rated, points=len(points))
    text = paragraphs(
        f"<b>{esc(question.text[site.language])}</b>",
        f"<i>{esc(question.hint[site.language])}</i>" if question.hint and not points else "",
        "\n".join(fitting(lambda limit: _outline(site, limit))),
        f"{counts}\n{bar(rated, len(points))} {progress}" if points else counts,
        speak("journey-needs", least=MIN_TOUCHPOINTS) if len(points) < MIN_TOUCHPOINTS else "",
        f"<i>{speak('journey-legend')}</i>" if points else "",
    )
    stages = [
        site.button(f"{n}. {cut(stage.title, BUTTON)}", BuildDo.OPEN, stage.id)
        for n, stage in enumerate(journey.stages, start=1)
    ]
    rows = paired(stages)
    if unrated:
        label = speak("button-journey-rate", count=len(unrated))
        rows.append([site.button(label, BuildDo.NEXT)])
    can_grow = len(journey.stages) < MAX_STAGES
    new = [site.button(speak("button-journey-new"), BuildDo.NEW)] if can_grow else []
    rows.append([*new, *site.undo()])
    if points:
        rows.append([site.button(speak("button-journey-done"), BuildDo.DONE)])
    rows.append([
        site.step(speak("button-back"), Move.BACK), site.step(speak("button-pause"), Move.PAUSE),
    ])  # fmt: skip
    return View(text, rows)


def _outline(site: Site, limit: int) -> list[str]:
    """Stages with their touchpoints, names cut to a length."""
    lines: list[str] = []
    for number, stage in enumerate(site.journey.stages, start=1):
        empty = "" if stage.touchpoints else f" — {site.speak('journey-stage-empty')}"
        lines.append(f"<b>{number}. {esc(cut(stage.title, limit))}</b>{empty}")
        lines += [f"{mark(point)} {esc(cut(point.title, limit))}" for point in stage.touchpoints]
    return lines


def _stage(site: Site) -> View:
    """One stage: its touchpoints to be opened, and ways to get more of them."""
    speak, journey, spot = site.speak, site.journey, site.spot
    stage = journey.stage(spot.id)
    number = [one.id for one in journey.stages].index(stage.id) + 1
    page = min(spot.page, pages_of(stage) - 1)
    shown = stage.touchpoints[page * PAGE : (page + 1) * PAGE]
    is_full = len(journey.touchpoints) >= MAX_TOUCHPOINTS
    offered = {} if is_full else suggestions(site.question, stage, site.language)
    asked = "journey-stage-more" if shown else "journey-stage-begin"
    text = paragraphs(
        f"{speak('journey-stage-place', number=number, count=len(journey.stages))}\n"
        f"<b>{esc(stage.title)}</b>",
        "\n".join(f"{mark(point)} {esc(point.title)}" for point in shown),
        _page_line(site, stage, page),
        speak("journey-stage-full", limit=MAX_TOUCHPOINTS) if is_full else speak(asked),
        speak("journey-stage-suggested") if offered else "",
    )
    rows = paired([site.button(named(point), BuildDo.OPEN, point.id) for point in shown])
    rows.append(_turns(site, stage, page))
    rows += paired([
        site.button(f"+ {title}", BuildDo.ADD, stage.id, str(n)) for n, title in offered.items()
    ])  # fmt: skip
    rows.append([_edit(site, stage.id), *site.undo()])
    following = _next_stage(site, stage)
    if not following and journey.unrated:
        following = [site.button(speak("button-journey-rate-now"), BuildDo.NEXT)]
    rows.append([site.button(speak("button-journey-map"), BuildDo.OPEN), *following])
    return View(text, rows)


def pages_of(stage: Stage) -> int:
    """How many pages a stage's touchpoints fill; at least one."""
    return max(1, ceil(len(stage.touchpoints) / PAGE))


def page_of(stage: Stage, number: int) -> int:
    """On which page a touchpoint of the stage stands."""
    return [one.id for one in stage.touchpoints].index(number) // PAGE


def suggestions(question: Question, stage: Stage, language: str) -> Mapping[int, str]:
    """The touchpoints that content suggests for a stage and that are not in it yet, by place.

    The ready stages have the numbers 1, 2, … in their order (`Journey.begun`).
    """
    if not 1 <= stage.id <= len(question.stages):
        return {}
    there = {point.title.casefold() for point in stage.touchpoints}
    return {
        n: text[language]
        for n, text in enumerate(question.stages[stage.id - 1].touchpoints)
        if there.isdisjoint(text[one].casefold() for one in LANGUAGES)
    }


def _page_line(site: Site, stage: Stage, page: int) -> str:
    if pages_of(stage) == 1:
        return ""
    first, count = page * PAGE + 1, len(stage.touchpoints)
    last = min(first + PAGE - 1, count)
    return site.speak("journey-page", first=str(first), last=str(last), count=str(count))


def _turns(site: Site, stage: Stage, page: int) -> list[Button]:
    """Buttons to the pages beside this one, named by their touchpoints."""
    turns = []
    for other, sign in ((page - 1, "‹ {}"), (page + 1, "{} ›")):
        if 0 <= other < pages_of(stage):
            first = other * PAGE + 1
            last = min(first + PAGE - 1, len(stage.touchpoints))
            span = str(first) if first == last else f"{first}–{last}"
            turns.append(site.button(sign.format(span), BuildDo.OPEN, stage.id, str(other)))
    return turns


def _edit(site: Site, number: int) -> Button:
    """To all that can be changed of an element but its ratings; it says of which."""
    return site.button(site.speak(site.lines(number).edit), BuildDo.NAME, number)


def _next_stage(site: Site, stage: Stage) -> list[Button]:
    """The button to the stage after this one, if there is one."""
    stages = site.journey.stages
    later = stages[[one.id for one in stages].index(stage.id) + 1 :]
    label = site.speak("button-journey-next-stage")
    return [site.button(label, BuildDo.OPEN, one.id) for one in later[:1]]


def _point(site: Site) -> View:
    """One touchpoint: how it feels, what it takes, what could stop somebody there."""
    speak, journey, number = site.speak, site.journey, site.spot.id
    stage, point = journey.stage(number), journey.touchpoint(number)
    place = [one.id for one in stage.touchpoints].index(number) + 1
    page = page_of(stage, number)
    feelings = "\n".join(f"{FACES[n]} {speak(key)}" for n, key in FEELINGS.items())
    if point.emotion is None:
        feeling = speak("journey-emotion-ask")
    else:
        feeling = speak("journey-emotion", feeling=speak(FEELINGS[point.emotion]))
    if point.effort is None:
        effort = speak("journey-effort-ask")
    else:
        effort = speak("journey-effort", effort=point.effort)
    note = speak("journey-note-ask")
    if point.note:
        kept = f"{speak('journey-note')}\n<blockquote>{esc(point.note)}</blockquote>"
        note = f"{kept}\n{speak('journey-note-change')}"
    text = paragraphs(
        speak(
            "journey-point-place",
            stage=esc(stage.title),
            number=place,
            count=str(len(stage.touchpoints)),
        )
        + f"\n<b>{esc(point.title)}</b>",
        f"{feeling}\n{feelings}",
        effort,
        note,
    )
    following = journey.next_unrated(number)
    rows = [
        [_chosen(site, face, BuildDo.FEEL, n, point.emotion) for n, face in FACES.items()],
        [_chosen(site, str(n), BuildDo.EFFORT, n, point.effort) for n in EFFORTS],
        [site.button(speak("button-journey-clear"), BuildDo.CLEAR, number)] if point.note else [],
        [_edit(site, number), *site.undo()],
        [
            site.button(speak("button-journey-stage"), BuildDo.OPEN, stage.id, str(page)),
            *(
                [site.button(speak("button-next"), BuildDo.NEXT, number)]
                if following
                else _next_stage(site, stage)
            ),
        ],
    ]
    if not following:
        rows.append([site.button(speak("button-journey-map"), BuildDo.OPEN)])
    return View(text, rows)


def _chosen(site: Site, label: str, do: BuildDo, value: int, now: int | None) -> Button:
    """A button of a rating; the one that is chosen has a tick."""
    ticked = f"✓ {label}" if value == now else label
    return site.button(ticked, do, site.spot.id, str(value))


def _new(site: Site) -> View:
    """Asks for the name of a new stage."""
    speak = site.speak
    back = site.button(speak("button-journey-map"), BuildDo.OPEN)
    return View(speak("journey-new-ask"), [[back]])


def _name(site: Site) -> View:
    """One element among its neighbours: takes another name, moves it, takes it away."""
    speak, journey, number = site.speak, site.journey, site.spot.id
    stage = journey.stage(number)
    is_stage, lines = site.is_stage(number), site.lines(number)
    beside = journey.stages if is_stage else stage.touchpoints
    title = stage.title if is_stage else journey.touchpoint(number).title

    def told(limit: int) -> list[str]:
        names = [(one.id, esc(cut(one.title, limit))) for one in beside]
        listed = [f"▸ <b>{name}</b>" if own == number else f"· {name}" for own, name in names]
        return listed if is_stage else [f"<i>{esc(stage.title)}</i>", *listed]

    text = paragraphs(speak(lines.asks, title=esc(title)), "\n".join(fitting(told)))
    can_go = not is_stage or len(journey.stages) > 1
    remove = site.button(speak(lines.remove), BuildDo.REMOVE, number)
    back = site.button(speak(lines.back), BuildDo.OPEN, number)
    rows = [[*site.moves(number)], [remove] if can_go else [], [back, *site.undo()]]
    return View(text, rows)


def _done(site: Site) -> View:
    """Some are not rated: go on all the same?"""
    speak, count = site.speak, len(site.journey.unrated)
    rows = [
        [site.button(speak("button-journey-rate", count=count), BuildDo.NEXT)],
        [site.button(speak("button-journey-draw"), BuildDo.DONE, 0, DRAW)],
        [site.button(speak("button-journey-map"), BuildDo.OPEN)],
    ]
    return View(speak("journey-done-ask", count=count), rows)


DRAW: Final = "draw"
"""With DONE: although some are not rated."""
SCREENS: Final[Mapping[Side, Callable[[Site], View]]] = {
    Side.MAP: _map,
    Side.STAGE: _stage,
    Side.POINT: _point,
    Side.NEW: _new,
    Side.NAME: _name,
    Side.DONE: _done,
}
