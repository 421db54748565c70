"""A checklist's result: the picture's facts, its caption, its twin in text."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from content.texts import Speak
from domain.questionnaire import Question, Section
from domain.tally import Checklist, Tally, checklist
from handlers.views.advice import advice_rows, advice_told
from handlers.views.common import result_rows, way_in
from handlers.views.shown import Shown
from handlers.views.view import View, esc, paragraphs, share_of
from results.facts_checklist import Bar, ChecklistFacts, Names

STEPS_SHOWN: Final = 3
"""Missing points that are told with their next step; the others by name."""
NAMES_SHOWN: Final = 10
"""Names in a row, before it says how many more there are."""
HALF: Final = Fraction(1, 2)
"""A section with a smaller share of pluses is told as a growth zone: a convention of ours."""


def checklist_facts(one: Shown, *, is_copy: bool = False) -> ChecklistFacts:
    """What the picture says: shares, what is missing, what is to be found out, what is there.

    Args:
        one: The finished attempt.
        is_copy: Whether it will be passed on: then its link has a source of its own.
    """
    speak, found = one.speak, checklist(one.attempt)
    whole = found.whole
    link, link_caption = way_in(one, is_copy=is_copy)
    return ChecklistFacts(
        title=one.title,
        subtitle=_subtitle(whole, speak),
        viewpoint=one.viewpoint,
        figure=str(whole.pluses),
        figure_caption=speak("checklist-of", count=whole.asked),
        figure_meaning=speak("checklist-plus"),
        share=speak("percent", share=share_of(whole.pluses, whole.asked or 1)),
        share_caption=speak("checklist-of-all"),
        verdict=_verdict(whole, speak),
        legend=(
            _counted("button-yes", whole.yes, speak),
            _counted("button-unsure", whole.unsure, speak),
            _counted("button-no", whole.no, speak),
        ),
        bars=[_bar(section, tally, one) for section, tally in found.sections],
        missing=_listed("checklist-missing", whole.no, one),
        unsure=_listed("checklist-unsure", whole.unsure, one),
        there=_listed("checklist-there", whole.yes, one),
        date=one.date,
        brand=one.speech.house.brand,
        link=link,
        link_caption=link_caption,
    )


def checklist_caption(one: Shown) -> str:
    """The line under the picture, as HTML."""
    return one.speak("checklist-caption", title=esc(one.title), **_numbers(one))


def checklist_total(one: Shown) -> str:
    """The pluses among all that was asked, and their share, as HTML."""
    return one.speak("checklist-total", **_numbers(one))


def checklist_view(one: Shown) -> View:
    """The result in words: what is missing with its next steps, and what is to be found out."""
    speak, found = one.speak, checklist(one.attempt)
    return View(
        paragraphs(
            f"{speak('twin-heading', title=esc(one.title), date=one.date)}\n{esc(one.viewpoint)}",
            "\n".join(line for line in (checklist_total(one), _before(one)) if line),
            _sections(found, one),
            _missing(found.whole.no, one),
            _unsure(found.whole.unsure, one),
            _verdict(found.whole, speak),
            advice_told(one),
            f"<i>{speak('checklist-note')}</i>",
        ),
        advice_rows(one) + result_rows(one),
    )


def _numbers(one: Shown) -> dict[str, int]:
    whole = checklist(one.attempt).whole
    share = share_of(whole.pluses, whole.asked or 1)
    return {"pluses": whole.pluses, "count": whole.asked, "share": share}


def _subtitle(whole: Tally, speak: Speak) -> str:
    return speak("checklist-subtitle", count=whole.asked)


def _before(one: Shown) -> str:
    """What it was the last time that the questions meant the same."""
    if one.earlier is None:
        return ""
    then = checklist(one.earlier.attempt).whole
    date = one.speech.texts.date(one.language, one.earlier.finished_at)
    return one.speak("checklist-before", date=date, pluses=then.pluses, count=then.asked)


def _sections(found: Checklist, one: Shown) -> str:
    """Each section with its pluses; of a single one only the sentence about it."""
    if len(found.sections) == 1:
        return _sentence(*found.sections[0], one)
    lines = [f"<b>{one.speak('checklist-sections')}</b>"]
    for section, tally in found.sections:
        score = one.speak("checklist-score", pluses=tally.pluses, count=tally.asked)
        lines.append(f"• <b>{esc((section.title or {})[one.language])}</b> — {score}")
        if sentence := _sentence(section, tally, one):
            lines.append(sentence)
    return "\n".join(lines)


def _sentence(section: Section, tally: Tally, one: Shown) -> str:
    """What a section's author says where it has every plus, or fewer than half of them."""
    said = None
    if tally.share == 1:
        said = section.strength
    elif tally.share < HALF:
        said = section.zone
    return esc(said[one.language]) if said else ""


def _missing(missing: Sequence[Question], one: Shown) -> str:
    """The first with their next steps, the rest by name."""
    if not missing:
        return ""
    lines = [f"<b>{one.speak('checklist-missing')}</b>"]
    for question in missing[:STEPS_SHOWN]:
        lines.append(f"• <b>{esc(question.name[one.language])}</b>")
        if question.step:
            lines.append(one.speak("twin-step", step=esc(question.step[one.language])))
    if rest := missing[STEPS_SHOWN:]:
        lines.append(one.speak("checklist-rest", names=_names(rest, one)))
    return "\n".join(lines)


def _unsure(unsure: Sequence[Question], one: Shown) -> str:
    if not unsure:
        return ""
    heading = f"<b>{one.speak('checklist-unsure')}</b>"
    return "\n".join([heading, _names(unsure, one), one.speak("checklist-find-out")])


def _names(questions: Sequence[Question], one: Shown) -> str:
    """Names in a row as HTML, and how many more there are."""
    names = ", ".join(esc(question.name[one.language]) for question in questions[:NAMES_SHOWN])
    more = len(questions) - NAMES_SHOWN
    return f"{names} {one.speak('and-more', count=more)}" if more > 0 else names


def _verdict(whole: Tally, speak: Speak) -> str:
    """A kind word where every answer is the same."""
    if not whole.asked:
        return ""
    if whole.pluses == whole.asked:
        return speak("checklist-all")
    if len(whole.unsure) == whole.asked:
        return speak("checklist-unknown")
    return "" if whole.pluses else speak("checklist-none")


def _counted(answer: str, questions: Sequence[Question], speak: Speak) -> str:
    return speak("checklist-counted", answer=speak(answer), count=len(questions))


def _bar(section: Section, tally: Tally, one: Shown) -> Bar:
    name = section.axis or section.title or {}
    return Bar(
        name=name[one.language],
        yes=tally.pluses,
        unsure=len(tally.unsure),
        no=len(tally.no),
        score=one.speak("checklist-score", pluses=tally.pluses, count=tally.asked),
    )


def _listed(heading: str, questions: Sequence[Question], one: Shown) -> Names:
    return Names(
        heading=one.speak(heading),
        items=[question.name[one.language] for question in questions],
        more=[one.speak("and-more", count=count) for count in range(1, len(questions) + 1)],
    )
