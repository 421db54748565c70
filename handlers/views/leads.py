"""The contact for the consultant: what its owner sees, and what the admin sees."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import Final

from domain.kinds import Scoring
from domain.lead import MAX_CONTACT, Contact, Lead
from domain.person import Finished, Person
from domain.scoring import score, shown
from handlers.callbacks import LeadsStep, LeadsTap, LeadStep, LeadTap, To
from handlers.views.checklist import checklist_total
from handlers.views.context import Speech
from handlers.views.profile_result import profile_total
from handlers.views.result import card_facts
from handlers.views.shown import Shown
from handlers.views.totals import total_in_brief
from handlers.views.view import Button, Key, View, esc, go, paragraphs
from results.facts import CardFacts, Findings

PAGE: Final = 5
"""Contacts a page: as many as fit into one message, each as long as can be."""
_GOES_ALONG: Final[Mapping[Scoring, str]] = {
    Scoring.BLOCKS: "map",
    Scoring.CHECKLIST: "total",
    Scoring.PROFILE: "total",
}
"""What of a result goes with a contact, beside its name: all of the map, or the total alone."""
LEADS_FORMATS: Final = ("xlsx", "csv")


def date_of(moment: datetime, language: str, speech: Speech) -> str:
    """The day of a moment where the operator is, as people write it."""
    return speech.texts.date(language, moment.astimezone(speech.house.zone))


# -- for those who leave a contact


def consent_view(person: Person, finished: Finished, speech: Speech) -> View:
    """Who gets the contact, what for, with what and for how long; the consent and nothing else."""
    speak, language, policy = speech.to(person), person.language, speech.house.policy_url
    text = speak(
        "lead-consent",
        title=esc(finished.attempt.instrument.title[language]),
        date=date_of(finished.finished_at, language, speech),
        operator=esc(speech.operator(language)),
        days=speech.house.retention_days,
        told=_GOES_ALONG.get(finished.attempt.instrument.scoring, "name"),
    )
    return View(
        paragraphs(text, speak("consent-policy", url=escape(policy)) if policy else ""),
        [
            [Button(speak("button-lead-consent"), LeadTap(do=LeadStep.AGREE))],
            [go(speak("button-cancel-plain"), To.CANCEL)],
        ],
    )


def contact_view(person: Person, speech: Speech) -> View:
    """Asks for the contact: a key that shares one's own number, or words."""
    speak = speech.to(person)
    phone = speak("button-lead-phone")
    return View(
        speak("lead-ask", button=phone, limit=MAX_CONTACT),
        keys=[Key(phone, shares_contact=True), Key(speak("button-cancel-plain"))],
    )


def left_view(person: Person, lead: Lead, speech: Speech, *, key: str = "") -> View:
    """What somebody has left, and how to withdraw it.

    Args:
        person: Who looks at it.
        lead: What they left.
        speech: Content and words.
        key: The result that they were about to leave a contact for; asks which one is to stay.
    """
    speak, language = speech.to(person), person.language
    text = speak(
        "lead-left",
        contact=_named(lead.contact),
        date=date_of(lead.left_at, language, speech),
        about=_about(lead, language, speech),
    )
    withdraw = [Button(speak("button-lead-withdraw"), LeadTap(do=LeadStep.WITHDRAW))]
    if not key:
        return View(text, [withdraw, [go(speak("button-back"), To.CANCEL)]])
    replacing = Button(speak("button-lead-replace"), LeadTap(do=LeadStep.REPLACE))
    keeping = go(speak("button-lead-keep"), To.CANCEL)
    return View(paragraphs(text, speak("lead-replace")), [[replacing], [keeping], withdraw])


# -- for admins


def told_view(lead: Lead, language: str, speech: Speech) -> View:
    """What an admin is told at once: the contact and the result."""
    rows = [[button] for button in _card_button(lead, language, speech)]
    return View(lead_text(lead, language, speech), rows)


def gone_text(left_at: datetime, language: str, speech: Speech) -> str:
    """What stays of it once it is withdrawn: nothing personal."""
    return speech.texts.line(language, "lead-gone", date=date_of(left_at, language, speech))


def lead_text(lead: Lead, language: str, speech: Speech) -> str:
    """The contact, and the result as the consent names it: no single answers, no likelihood."""
    speak = speech.texts.speaker(language)
    heading = speak("lead-new", date=date_of(lead.left_at, language, speech))
    about = esc(_about(lead, language, speech))
    if lead.finished is None or not _makes_map(lead.finished):
        total = _plain_total(lead.finished, language, speech)
        return paragraphs(heading, _named(lead.contact), f"{about}\n{total}".rstrip())
    result, facts = score(lead.finished.attempt), lead_card(lead.finished, language, speech)
    if result.total is None or result.level is None:
        total = speak("total-missing") + "."
    else:
        level = speak(f"level-{result.level}")
        total = speak("twin-total", total=shown(result.total), level=level)
    findings = [_found(one) for one in (facts.left, facts.right)]
    return paragraphs(heading, _named(lead.contact), f"{about}\n{total}", *findings)


def lead_card(finished: Finished, language: str, speech: Speech) -> CardFacts:
    """The card as it goes with a contact: no likelihood answer, no role."""
    facts = card_facts(Shown(finished, language, speech), is_copy=True)
    return replace(facts, viewpoint=speech.texts.line(language, "viewpoint"))


def leads_view(
    person: Person, leads: Sequence[Lead], count: int, page: int, speech: Speech
) -> View:
    """One page of the contacts, the newest first; each opens by its number.

    Args:
        person: The admin.
        leads: Those of the page.
        count: How many there are in all.
        page: Which page, from 0.
        speech: Content and words.
    """
    speak, language = speech.to(person), person.language
    back = [go(speak("button-back"), To.ADMIN)]
    if not leads:
        return View(speak("leads-none"), [back])
    first = page * PAGE + 1
    lines = [
        f"{number}. {_told(lead.contact)}\n{esc(_summary(lead, language, speech))}"
        for number, lead in enumerate(leads, first)
    ]
    opening = [
        Button(str(number), LeadsTap(do=LeadsStep.OPEN, arg=str(lead.id)))
        for number, lead in enumerate(leads, first)
    ]
    turning = []
    if page:
        newer = LeadsTap(do=LeadsStep.LIST, arg=str(page - 1))
        turning.append(Button(speak("button-leads-newer"), newer))
    if first + len(leads) <= count:
        older = LeadsTap(do=LeadsStep.LIST, arg=str(page + 1))
        turning.append(Button(speak("button-leads-older"), older))
    files = [
        Button(speak("button-leads-xlsx"), LeadsTap(do=LeadsStep.FILE, arg="xlsx")),
        Button(speak("button-leads-csv"), LeadsTap(do=LeadsStep.FILE, arg="csv")),
    ]
    text = paragraphs(speak("leads", count=count), *lines)
    return View(text, [opening, turning, files, back])


def lead_view(person: Person, lead: Lead, page: int, speech: Speech) -> View:
    """One contact with its result."""
    speak, language = speech.to(person), person.language
    back = Button(speak("button-back"), LeadsTap(do=LeadsStep.LIST, arg=str(page)))
    rows = [[button] for button in _card_button(lead, language, speech)]
    return View(lead_text(lead, language, speech), [*rows, [back]])


def leads_export_view(person: Person, speech: Speech) -> View:
    """Confirms an export of contacts."""
    speak = speech.to(person)
    chosen = str(person.context.get("format", LEADS_FORMATS[0]))
    confirm = LeadsTap(do=LeadsStep.FILE_YES, arg=chosen)
    return View(
        speak("leads-confirm", format=chosen.upper()),
        [
            [Button(speak("button-export-confirm"), confirm)],
            [Button(speak("button-cancel-plain"), LeadsTap(do=LeadsStep.LIST, arg="0"))],
        ],
    )


def _card_button(lead: Lead, language: str, speech: Speech) -> list[Button]:
    if lead.finished is None or not _makes_map(lead.finished):
        return []
    words = speech.texts.line(language, "button-lead-card")
    return [Button(words, LeadsTap(do=LeadsStep.CARD, arg=str(lead.id)))]


def _makes_map(finished: Finished) -> bool:
    return finished.attempt.instrument.scoring is Scoring.BLOCKS


def _plain_total(finished: Finished | None, language: str, speech: Speech) -> str:
    """What goes with a contact about a list: its total, as its points are single answers."""
    if finished is None:
        return ""
    match finished.attempt.instrument.scoring:
        case Scoring.CHECKLIST:
            return checklist_total(Shown(finished, language, speech))
        case Scoring.PROFILE:
            return profile_total(Shown(finished, language, speech))
        case _:
            return ""


def _told(contact: Contact) -> str:
    """The contact as HTML: Telegram itself makes numbers, addresses and nicks tappable.

    Free words stand as code: copied by a tap, and nothing in them is a link or a command.
    """
    return esc(contact.words) if contact.can_be_tapped else f"<code>{esc(contact.words)}</code>"


def _named(contact: Contact) -> str:
    return f"{_told(contact)} · {esc(contact.name)}" if contact.name else _told(contact)


def _about(lead: Lead, language: str, speech: Speech) -> str:
    """Test, date and campaign of the result, not escaped."""
    if lead.finished is None:
        return "—"
    parts = [
        lead.finished.attempt.instrument.title[language],
        date_of(lead.finished.finished_at, language, speech),
    ]
    if lead.finished.campaign is not None:
        parts.append(lead.finished.campaign.title)
    return " · ".join(parts)


def _summary(lead: Lead, language: str, speech: Speech) -> str:
    """Date, campaign and total in a line of the list, not escaped."""
    parts = [date_of(lead.left_at, language, speech)]
    if lead.finished is not None:
        if lead.finished.campaign is not None:
            parts.append(lead.finished.campaign.title)
        parts.append(total_in_brief(lead.finished.attempt, language, speech) or "—")
    return " · ".join(parts)


def _found(findings: Findings) -> str:
    if not findings.items:
        return ""
    lines = [f"• {esc(item.name)} — {shown(item.score)}" for item in findings.items]
    return "\n".join([f"<b>{esc(findings.heading)}</b>", *lines])
