"""The owner's screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.person import Campaign, Person
from domain.statistics import GROUP_THRESHOLD
from handlers.callbacks import To
from handlers.views.context import Speech
from handlers.views.view import View, esc, go, paragraphs

FORMATS = ("xlsx", "csv", "jsonl")
CAMPAIGNS_SHOWN = 8
"""As many as fit into one message with the longest titles and codes."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How many got how far."""

    started: int
    consented: int
    attempts: int
    finished: int


def admin_view(
    person: Person, overview: Overview, campaigns: Sequence[Campaign], speech: Speech
) -> View:
    """Counts, campaigns with their links, exports."""
    speak = speech.to(person)
    lines = [
        f"<b>{esc(c.title)}</b> · <code>{c.code}</code>{'' if c.is_open else ' ⏸'}\n"
        f"{speech.house.deep_link(c.code)}"
        for c in campaigns[:CAMPAIGNS_SHOWN]
    ]
    text = paragraphs(
        speak(
            "admin",
            started=overview.started,
            consented=overview.consented,
            attempts=overview.attempts,
            finished=overview.finished,
        ),
        speak("admin-campaigns") if lines else "",
        *lines,
    )
    rows = [[go(speak("button-export"), To.EXPORT)]]
    if speech.house.is_admin(person.chat_id):
        rows.insert(0, [go(speak("button-new-campaign"), To.NEW_CAMPAIGN)])
        rows.extend(
            [
                go(f"⏸ {c.code}", To.SWITCH, f"{c.id}.shut")
                if c.is_open
                else go(f"▶ {c.code}", To.SWITCH, f"{c.id}.open")
            ]
            for c in campaigns[:CAMPAIGNS_SHOWN]
        )
    return View(text, rows)


def new_campaign_view(person: Person, speech: Speech) -> View:
    """Asks for a code and a title."""
    speak = speech.to(person)
    return View(speak("campaign-ask"), [[go(speak("button-cancel-plain"), To.ADMIN)]])


def export_view(person: Person, speech: Speech) -> View:
    """Aggregates by default; rows for admins only."""
    speak = speech.to(person)
    rows = [[go(speak("button-export-report"), To.REPORT)]]
    if speech.house.is_admin(person.chat_id):
        rows.append([go(speak(f"button-export-{name}"), To.ROWS, name) for name in FORMATS])
    rows.append([go(speak("button-back"), To.ADMIN)])
    return View(speak("export-ask", threshold=GROUP_THRESHOLD), rows)


def export_rows_view(person: Person, speech: Speech) -> View:
    """Confirms an export that shows single people's answers."""
    speak = speech.to(person)
    name = str(person.context.get("format", FORMATS[0]))
    return View(
        speak("export-confirm", format=name.upper()),
        [
            [go(speak("button-export-confirm"), To.ROWS_YES, name)],
            [go(speak("button-cancel-plain"), To.EXPORT)],
        ],
    )
