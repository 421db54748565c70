"""The log of exports, deletions and refusals in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from content.texts import Speak
from domain.person import Person
from handlers.callbacks import At, To
from handlers.views.choosing import LABEL, page_of, turning
from handlers.views.context import Speech
from handlers.views.view import View, cut, esc, go, paragraphs
from storage.audit import Action, Entry, Who

SHOWN: Final = 30
"""How many of the latest entries can be looked at."""

CHANGED: Final = ("title", "days", "company", "occasion")
"""What of a campaign can be changed."""


def audit_view(
    person: Person, entries: Sequence[Entry], page: int, count: int, speech: Speech
) -> View:
    """One page of the latest entries.

    Args:
        person: Who looks.
        entries: Those of this page, the latest first.
        page: Which page, from 0.
        count: How many entries can be looked at in all.
        speech: Content and words.
    """
    speak = speech.to(person)
    zone = speech.house.zone
    lines = [_line(entry, person.language, zone, speech) for entry in entries]
    return View(
        paragraphs(speak("audit", zone=zone.key), "\n\n".join(lines) or speak("audit-empty")),
        [
            turning(page_of(page, count), count, At.AUDIT, "page."),
            [go(speak("button-back"), To.ADMIN)],
        ],
    )


def _line(entry: Entry, language: str, zone: ZoneInfo, speech: Speech) -> str:
    """When and who; below that, what."""
    speak = speech.texts.speaker(language)
    at = entry.at.astimezone(zone)
    when = speak("audit-when", date=speech.texts.date(language, at), time=f"{at:%H:%M}")
    return f"{when} · {_who(entry, speech, speak)}\n{_what(entry, language, speech, speak)}"


def _who(entry: Entry, speech: Speech, speak: Speak) -> str:
    if entry.who is not Who.STAFF or entry.telegram_id is None:
        return speak(f"audit-by-{entry.who}")
    is_admin = speech.house.is_admin(entry.telegram_id)
    role = "admin" if is_admin else "analyst"
    # As text: a number would get marks between its thousands.
    return speak("audit-by-staff", role=role, id=str(entry.telegram_id))


def _what(entry: Entry, language: str, speech: Speech, speak: Speak) -> str:
    """The action, and of an export all that was chosen; parts that were not noted are left out."""
    if entry.action not in set(Action):
        return esc(entry.action)  # of a release that knew more
    parts = [speak(f"audit-{entry.action}"), *_details(entry.details, language, speech, speak)]
    return " · ".join(parts)


def _details(
    details: Mapping[str, str | int], language: str, speech: Speech, speak: Speak
) -> Iterator[str]:
    if "times" in details:
        yield f"× {details['times']}"
    if "format" in details:
        yield _file(str(details.get("kind", "")), str(details["format"]), speak)
    if "instrument" in details:
        test = str(details["instrument"])
        found = speech.library.instruments.get(test)
        yield esc(cut(found.title[language] if found else test, LABEL))
    if "campaign" in details:
        yield speak("audit-campaign", code=esc(str(details["campaign"])))
    if "like" in details:
        yield speak("audit-like", code=esc(str(details["like"])))
    if details.get("what") in CHANGED:
        yield speak(f"audit-what-{details['what']}")
    if "since" in details:
        yield speak("period-since", date=_day(str(details["since"]), language, speech))
    if "until" in details:
        yield speak("period-until", date=_day(str(details["until"]), language, speech))


def _file(kind: str, form: str, speak: Speak) -> str:
    if form == "report":
        return speak("audit-report")
    if kind == "comments":
        return speak("audit-comments")
    if kind == "contacts":
        return speak("audit-contacts", format=form.upper())
    return speak("audit-rows", format=form.upper())


def _day(day: str, language: str, speech: Speech) -> str:
    return speech.texts.date(language, date.fromisoformat(day))
