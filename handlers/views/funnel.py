"""The funnel in words: how far people get, and where they stop."""

from dataclasses import dataclass
from typing import Final

from content.texts import Speak
from domain.kinds import Mode
from domain.person import Campaign, Person
from domain.questionnaire import Instrument, Section
from domain.statistics import GROUP_THRESHOLD
from handlers.callbacks import At, Look, To
from handlers.views.choosing import choice_buttons
from handlers.views.context import Speech
from handlers.views.view import Button, View, bar, cut, esc, go, paired, paragraphs, share_of
from storage.funnel import Funnel, Leaving, Stage

TITLE_SHOWN: Final = 40
"""Characters of a section's title; those of blocks have a short form that always fits."""
CELLS: Final = 5
"""Of a bar: with more of them a phone breaks every line before its name."""


@dataclass(frozen=True, slots=True)
class FunnelFacts:
    """What the screen is about.

    Attributes:
        instrument: The test.
        campaign: Whose funnel; everybody's if None.
        funnel: Its figures.
        time: When they were counted, as people write it.
    """

    instrument: Instrument
    campaign: Campaign | None
    funnel: Funnel
    time: str


def funnel_view(person: Person, facts: FunnelFacts, speech: Speech) -> View:
    """From those who came to those who finished; then the questions at which people stop."""
    speak, language, funnel = speech.to(person), person.language, facts.funnel
    whose = esc(facts.campaign.title) if facts.campaign else speak("all-campaigns")
    begun = funnel.begun[funnel.mode]
    return View(
        paragraphs(
            speak("funnel", title=esc(facts.instrument.title[language]), campaign=whose),
            _came(facts, speak),
            _way(facts, speak, language) if begun else speak("funnel-nobody"),
            _leaving(funnel, speak, language) if begun else "",
            speak("as-of", time=facts.time),
        ),
        [
            _modes(funnel, speak),
            *paired(choice_buttons(At.FUNNEL, facts.campaign, facts.instrument, person, speech)),
            [
                Button(speak("button-refresh"), Look(at=At.FUNNEL)),
                go(speak("button-back"), To.ADMIN),
            ],
        ],
    )


def _came(facts: FunnelFacts, speak: Speak) -> str:
    """Who came by the test's own links, and who began, by whatever way."""
    funnel, begun = facts.funnel, sum(facts.funnel.begun.values())
    if funnel.arrived is None:
        return speak("funnel-begun", begun=begun)
    key = "funnel-came" if facts.campaign else "funnel-came-all"
    return speak(key, arrived=funnel.arrived, consented=funnel.consented, begun=begun)


def _way(facts: FunnelFacts, speak: Speak, language: str) -> str:
    """One line a section, with its bar."""
    funnel = facts.funnel
    begun = funnel.begun[funnel.mode]
    lines = [_stage(stage, begun, speak, language) for stage in funnel.stages]
    lines.append(_line(speak("funnel-finished"), funnel.finished, begun, speak))
    heading = speak("funnel-mode", mode=funnel.mode, count=begun) if _has_modes(facts) else ""
    standing = speak("funnel-others", under_way=funnel.under_way, stopped=funnel.stopped)
    return "\n".join(line for line in (heading, *lines, standing) if line)


def _has_modes(facts: FunnelFacts) -> bool:
    return bool(facts.instrument.express) or facts.funnel.mode is Mode.EXPRESS


def _stage(stage: Stage, begun: int, speak: Speak, language: str) -> str:
    name = esc(cut(_name(stage.section, language), TITLE_SHOWN))
    if stage.put is None or stage.passed is None:
        return f"{bar(0, 1, CELLS)} {speak('funnel-hidden', count=GROUP_THRESHOLD)} · {name}"
    is_for_all = stage.put == begun
    own = "" if is_for_all else speak("funnel-put", passed=stage.passed, put=stage.put)
    return _line(name, stage.passed, stage.put, speak, own)


def _line(name: str, count: int, whole: int, speak: Speak, counted: str = "") -> str:
    share = speak("percent", share=share_of(count, whole))
    return f"{bar(count, whole, CELLS)} {counted or count} · {share} · {name}"


def _name(section: Section, language: str) -> str:
    """A section's own name, or that of what it begins with."""
    for text in (section.axis, section.title):
        if text and text[language]:
            return text[language]
    return section.questions[0].name[language]


def _leaving(funnel: Funnel, speak: Speak, language: str) -> str:
    if funnel.begun[funnel.mode] < GROUP_THRESHOLD:
        return speak("funnel-few", count=GROUP_THRESHOLD)
    if not funnel.leaving:
        return speak("funnel-nowhere")
    lines = [_left(one, speak, language) for one in funnel.leaving]
    return "\n".join([speak("funnel-leaving"), *lines])


def _left(leaving: Leaving, speak: Speak, language: str) -> str:
    name = esc(leaving.question.name[language])
    asked = (
        speak("funnel-question", number=leaving.number, name=name)
        if leaving.number
        else speak("funnel-question-old", name=name)
    )
    return speak(
        "funnel-left",
        question=asked,
        count=leaving.left,
        share=share_of(leaving.left, leaving.seen),
    )


def _modes(funnel: Funnel, speak: Speak) -> list[Button]:
    """Both versions, where people have taken both; the one that is shown is marked."""
    if not all(funnel.begun.values()):
        return []
    return [
        Button(
            ("• " if mode is funnel.mode else "") + speak("button-funnel-mode", mode=mode),
            Look(at=At.FUNNEL, choice=f"mode.{mode}"),
        )
        for mode in Mode
    ]
