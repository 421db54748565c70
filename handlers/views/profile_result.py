"""A profile in words: what its picture, its worksheet and its twin in text say."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.questionnaire import Question, Section
from domain.ratings import Rating, high_first, low_first, mean_of, points_of, ratings
from domain.scoring import SHOWN
from handlers.views.common import result_rows
from handlers.views.shown import Shown
from handlers.views.view import View, esc, paragraphs
from results.facts_profile import (
    ProfileFacts,
    RatedItem,
    RatedSection,
    WorksheetFacts,
    WorksheetItem,
    WorksheetSection,
)


@dataclass(frozen=True, slots=True)
class _Rated:
    """A question with its rating and its note in one language."""

    question: Question
    language: str
    rating: Rating | None
    note: str

    @property
    def name(self) -> str:
        return self.question.name[self.language]

    @property
    def level(self) -> int | None:
        return None if self.rating is None else self.rating.level

    @property
    def ends(self) -> tuple[str, str]:
        low, high = self.question.ends or ({}, {})
        return low.get(self.language, ""), high.get(self.language, "")

    @property
    def step(self) -> str:
        """The next step; for the highest rating there is none to take."""
        is_top = self.rating is not None and self.rating.share == 1
        return "" if is_top or self.question.step is None else self.question.step[self.language]


def profile_facts(one: Shown, *, is_copy: bool = False) -> ProfileFacts:
    """What the picture of a profile says.

    Args:
        one: The finished attempt.
        is_copy: Whether it will be passed on: then it does not tell where there are notes.
    """
    mean, mean_caption = _mean(one)
    return ProfileFacts(
        title=one.title,
        subtitle=one.speak("profile-subtitle"),
        viewpoint=one.viewpoint,
        mean=mean,
        mean_caption=mean_caption,
        points=points_of(one.attempt),
        sections=[
            RatedSection(
                _title(section, one),
                [
                    RatedItem(
                        rated.name, *rated.ends, rated.level, bool(rated.note) and not is_copy
                    )
                    for rated in _rated(section, one)
                ],
            )
            for section in one.attempt.instrument.blocks
        ],
        missing=one.speak("profile-missing"),
        noted=one.speak("profile-noted"),
        date=one.date,
        brand=one.speech.house.brand,
    )


def worksheet_facts(one: Shown) -> WorksheetFacts:
    """What the worksheet of a profile says, with the person's own notes in full."""
    speak, points = one.speak, points_of(one.attempt)
    mean = mean_of(one.attempt, one.result)
    return WorksheetFacts(
        language=one.language,
        name=speak("worksheet-name"),
        title=one.title,
        viewpoint=one.viewpoint,
        mean=(
            speak("profile-mean-missing")
            if mean is None
            else speak("worksheet-mean", mean=mean, points=points)
        ),
        intro=speak("worksheet-intro"),
        points=points,
        sections=[
            WorksheetSection(
                _title(section, one),
                [_sheet_item(rated, one) for rated in _rated(section, one)],
            )
            for section in one.attempt.instrument.blocks
        ],
        missing=speak("profile-missing"),
        note_heading=speak("worksheet-note"),
        step_heading=speak("worksheet-step"),
        decision=speak("worksheet-decision"),
        who=speak("worksheet-who"),
        when=speak("worksheet-when"),
        lost=speak("worksheet-lost"),
        date=one.date,
        brand=one.speech.house.brand,
    )


def profile_caption(one: Shown) -> str:
    """The line under the picture, as HTML."""
    mean = mean_of(one.attempt, one.result)
    if mean is None:
        return one.speak("result-caption-no-total", title=esc(one.title))
    points = points_of(one.attempt)
    return one.speak("profile-caption", title=esc(one.title), mean=mean, points=points)


def worksheet_caption(one: Shown) -> str:
    """The line under the worksheet, as HTML."""
    return one.speak("worksheet-caption", title=esc(one.title))


def profile_view(one: Shown) -> View:
    """The result in words: the mean, what is high, where to begin and with which step."""
    speak = one.speak
    rated = ratings(one.attempt)
    text = paragraphs(
        speak("twin-heading", title=esc(one.title), date=one.date) + f"\n{esc(one.viewpoint)}",
        profile_total(one),
        _high(high_first(rated), one) if rated else "",
        _low(low_first(rated), one) if rated else "",
        _notes(one),
        f"<i>{speak('profile-remark')}</i>",
    )
    return View(text, result_rows(one))


def profile_total(one: Shown) -> str:
    """The mean as a sentence, as HTML; without one, why there is none."""
    mean = mean_of(one.attempt, one.result)
    if mean is None:
        return one.speak("profile-mean-missing") + "."
    return one.speak("profile-total", mean=mean, points=points_of(one.attempt))


def _mean(one: Shown) -> tuple[str, str]:
    """The mean with its caption; without one, the sentence that says why."""
    mean = mean_of(one.attempt, one.result)
    if mean is None:
        return "", one.speak("profile-mean-missing")
    points = points_of(one.attempt)
    return (
        one.speak("profile-mean", mean=mean, points=points),
        one.speak("profile-mean-caption"),
    )


def _title(section: Section, one: Shown) -> str:
    return (section.title or {}).get(one.language, "")


def _rated(section: Section, one: Shown) -> list[_Rated]:
    """The questions of a section that were asked, with what was said to them."""
    asked = one.attempt.asked
    given = {rating.question.code: rating for rating in ratings(one.attempt)}
    return [
        _Rated(q, one.language, given.get(q.code), one.words.get(q.code, ""))
        for q in section.questions
        if q.code in asked
    ]


def _sheet_item(rated: _Rated, one: Shown) -> WorksheetItem:
    text = rated.question.wording(one.attempt.facts)[one.language]
    return WorksheetItem(rated.name, text, *rated.ends, rated.level, rated.note, rated.step)


def _high(found: Sequence[Rating], one: Shown) -> str:
    if not found:
        return one.speak("profile-no-high")
    lines = [f"<b>{one.speak('profile-high')}</b>"]
    lines += [_line(rating, one) for rating in found[:SHOWN]]
    return "\n".join([*lines, *_more(found, one)])


def _low(found: Sequence[Rating], one: Shown) -> str:
    if not found:
        return one.speak("profile-no-low")
    lines = [f"<b>{one.speak('profile-low')}</b>"]
    for rating in found[:SHOWN]:
        lines.append(_line(rating, one))
        if rating.question.step:
            step = esc(rating.question.step[one.language])
            lines.append(one.speak("twin-step", step=step))
    return "\n".join([*lines, *_more(found, one)])


def _line(rating: Rating, one: Shown) -> str:
    name = esc(rating.question.name[one.language])
    points = rating.question.points
    given = one.speak("answer-rating", score=str(rating.level), points=points)
    return f"• <b>{name}</b> — {given}"


def _more(found: Sequence[Rating], one: Shown) -> list[str]:
    more = len(found) - SHOWN
    return [one.speak("and-more", count=more)] if more > 0 else []


def _notes(one: Shown) -> str:
    """How many notes the worksheet holds."""
    codes = {q.code for block in one.attempt.instrument.blocks for q in block.questions}
    count = len(codes & one.attempt.asked & one.words.keys())
    return one.speak("profile-notes", count=count) if count else one.speak("profile-no-notes")
