"""Words that keep in touch: the reminder, the offer to measure again, what has changed."""

from datetime import datetime
from math import ceil

from domain.attempt import Attempt
from domain.change import BlockChange, Change, change_between
from domain.days import day_of
from domain.kinds import Kind, Mode, Scoring
from domain.person import Finished, Person
from domain.questionnaire import Instrument
from domain.scoring import shown
from handlers.callbacks import StayDo
from handlers.views.context import Speech
from handlers.views.menu import minutes
from handlers.views.shown import Shown
from handlers.views.survey import asker
from handlers.views.titles import title_of
from handlers.views.view import View, esc, paragraphs, stay
from results.facts_owner import Pair, PairFacts

MOVED_SHOWN = 3


def reminder_view(person: Person, attempt: Attempt, speech: Speech) -> View:
    """What is left of a test, and that this is the only reminder."""
    speak = speech.to(person)
    title = esc(title_of(attempt, person.language))
    done, count = attempt.progress
    on = speak("button-resume")
    if attempt.instrument.scoring is Scoring.SURVEY:
        asks = asker(person.campaign) if person.campaign else title
        left = minutes(max(1, count - done))
        text = speak("survey-reminder", company=asks, minutes=left)
    elif attempt.position is not None and attempt.question.kind is Kind.JOURNEY:
        text = speak("reminder-built", title=title)
    elif not attempt.answers:
        takes = attempt.instrument.minutes or minutes(count)
        text = speak("reminder-untouched", title=title, minutes=takes)
        on = speak("button-start")
    elif done == count:
        text = speak("reminder-last", title=title)
    else:
        whole = attempt.instrument.minutes
        left = minutes(count - done) if whole is None else ceil(whole * (count - done) / count)
        text = speak("reminder-begun", title=title, done=done, count=count, minutes=left)
    return View(
        paragraphs(text, speak("reminder-once")),
        [
            [stay(on, StayDo.CONTINUE, attempt.key)],
            [stay(speak("button-reminder-stop"), StayDo.STOP, attempt.key)],
        ],
    )


def offer_view(
    person: Person, finished: Finished, current: Instrument, speech: Speech, now: datetime
) -> View:
    """The offer to measure again that somebody asked for.

    Args:
        person: Who asked for it.
        finished: The attempt after which they did.
        current: Its instrument as it is now.
        speech: Content and words.
        now: The present moment.
    """
    speak, key, zone = speech.to(person), finished.attempt.key, speech.house.zone
    then = day_of(finished.finished_at, zone)
    promise = (
        "again-promise"
        if current.meaning == finished.attempt.instrument.meaning
        else "again-no-promise"
    )
    return View(
        paragraphs(
            speak(
                "again-offer",
                title=esc(current.title[person.language]),
                date=speech.texts.date(person.language, then),
                days=(day_of(now, zone) - then).days,
            ),
            speak(promise, minutes=minutes(current.scored_count(Mode.FULL))),
        ),
        [
            [stay(speak("button-again-start"), StayDo.AGAIN, key)],
            [stay(speak("button-again-later"), StayDo.LATER, key)],
        ],
    )


def change_facts(one: Shown, earlier: Finished) -> PairFacts:
    """What the picture of a change says.

    Args:
        one: The later attempt, as it is told.
        earlier: A comparable attempt before.
    """
    speak, change = one.speak, change_between(earlier.attempt, one.attempt)
    before, after = _days(one, earlier)
    has_totals = change.before is not None and change.after is not None
    return PairFacts(
        title=speak("change-title"),
        subtitle=f"{one.title} · {one.subtitle}",
        before_caption=speak("change-before", date=before),
        after_caption=speak("change-after", date=after),
        headline=_totals(change),
        headline_caption=(
            speak("change-of", change=change_told(change, one))
            if has_totals
            else speak("change-no-total")
        ),
        pairs=[
            Pair(
                name=(block.block.axis or block.block.title or {})[one.language],
                before=None if block.before is None else float(block.before),
                after=None if block.after is None else float(block.after),
            )
            for block in change.blocks
        ],
        missing=speak("block-missing"),
        note=_note(change, one),
        date=after,
        brand=one.speech.house.brand,
    )


def change_caption(one: Shown, earlier: Finished) -> str:
    """The lines under the picture of a change, as HTML."""
    speak, change = one.speak, change_between(earlier.attempt, one.attempt)
    before, after = _days(one, earlier)
    lines = [speak("change-days", before=before, after=after)]
    if change.before is not None and change.after is not None:
        lines.append(
            speak(
                "change-total",
                before=shown(change.before),
                after=shown(change.after),
                change=change_told(change, one),
            )
        )
    else:
        lines.append(f"{speak('change-no-total')}.")
    if change.moved:
        blocks = ", ".join(_moved(block, one) for block in change.moved[:MOVED_SHOWN])
        if (more := len(change.moved) - MOVED_SHOWN) > 0:
            blocks += " " + speak("and-more", count=more)
        lines.append(speak("change-moved", blocks=blocks))
    elif any(block.points is not None for block in change.blocks):
        lines.append(speak("change-still"))
    if not change.is_of_the_same_blocks:
        lines.append(speak("change-uneven"))
    return paragraphs("\n".join(lines), f"<i>{_note(change, one)}</i>")


def change_impossible(one: Shown, earlier: Finished) -> View:
    """Why two maps can't be compared: the questions mean something else now."""
    before, _ = _days(one, earlier)
    return View(one.speak("change-impossible", date=before))


def _days(one: Shown, earlier: Finished) -> tuple[str, str]:
    """The days of both attempts, told alike."""
    before = Shown(earlier, one.language, one.speech)
    return before.date, one.date


def _totals(change: Change) -> str:
    """The totals as figures; the one there is, if the other time had too few answers."""
    if change.before is None or change.after is None:
        return "" if change.after is None else str(shown(change.after))
    return f"{shown(change.before)} → {shown(change.after)}"


def change_told(change: Change, one: Shown) -> str:
    """How the total has changed, in words; both must have one."""
    points = change.points or 0
    if change.is_about_the_same or not points:
        return one.speak("change-same")
    return one.speak("change-more" if points > 0 else "change-less", points=abs(points))


def _moved(block: BlockChange, one: Shown) -> str:
    title = (block.block.title or block.block.axis or {})[one.language]
    points = block.points or 0
    return f"{esc(title)} ({'+' if points > 0 else '−'}{abs(points)})"


def _note(change: Change, one: Shown) -> str:
    """How coarse the measure is, from how many items each block has."""
    taps = sorted(shown(block.one_tap) for block in change.blocks)
    low, high = taps[0], taps[-1]
    points = str(low) if low == high else f"{low}–{high}"
    return one.speak("change-note", points=points, highest=high)
