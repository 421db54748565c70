"""The screens of campaigns: the list, one of them, its sources, and what can be changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

from content.texts import LANGUAGE_NAMES, Speak
from domain.days import Days, day_of, last_day
from domain.languages import LANGUAGES
from domain.person import Campaign, Person
from handlers.callbacks import At, CampaignDo, Campaigning, Look, SurveyDo, SurveyTap, To
from handlers.drafts import FREE
from handlers.rights import is_survey
from handlers.views.context import Speech
from handlers.views.hall import hall_buttons
from handlers.views.view import Button, View, esc, go, paired, paragraphs, share_of
from storage.sources import Elsewhere, Flow

SHOWN: Final = 8
"""As many as fit into one message with the longest titles and codes."""
NOBODY: Final = (0, 0)
Choice = Callable[[str, str], Button]
"""Makes a button of the name of its line and what it chooses."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list of campaigns.

    Attributes:
        page: Which, from 0.
        count: How many campaigns there are in all.
        campaigns: Those of this page.
        taken: Attempts begun and finished, by row number.
        elsewhere: Who came without a campaign.
    """

    page: int
    count: int
    campaigns: Sequence[Campaign]
    taken: Mapping[int, tuple[int, int]]
    elsewhere: Elsewhere


def pages_of(count: int) -> int:
    """How many pages so many campaigns fill; at least one."""
    return max(1, ceil(count / SHOWN))


def campaigns_view(person: Person, listing: Listing, now: datetime, speech: Speech) -> View:
    """All campaigns, a page of them at a time."""
    speak = speech.to(person)
    lines = []
    for one in listing.campaigns:
        begun, finished = listing.taken.get(one.id, NOBODY)
        status = status_text(one, person.language, now, speech)
        heading = f"<b>{esc(one.title)}</b>\n<code>{one.code}</code> · {status}"
        lines.append(f"{heading}\n{speak('campaign-taken', begun=begun, finished=finished)}")
    rows = paired([_do(one.code, CampaignDo.PAGE, one.id) for one in listing.campaigns])
    turns = []
    if listing.page > 0:
        turns.append(_do(speak("button-newer"), CampaignDo.LIST, listing.page - 1))
    if listing.page < pages_of(listing.count) - 1:
        turns.append(_do(speak("button-older"), CampaignDo.LIST, listing.page + 1))
    rows.append(turns)
    if speech.house.is_admin(person.chat_id):
        rows.append([_do(speak("button-new-campaign"), CampaignDo.NEW)])
    rows.append([go(speak("button-back"), To.ADMIN)])
    heading = speak("campaigns", count=listing.count)
    return View(paragraphs(heading, *lines, _elsewhere(listing.elsewhere, speak)), rows)


def _elsewhere(elsewhere: Elsewhere, speak: Speak) -> str:
    if not (elsewhere.direct or elsewhere.unknown or elsewhere.cards):
        return ""
    return speak(
        "campaigns-elsewhere",
        direct=elsewhere.direct,
        unknown=elsewhere.unknown,
        cards=elsewhere.cards,
    )


def campaign_view(
    person: Person, campaign: Campaign, flow: Flow, now: datetime, speech: Speech
) -> View:
    """One campaign: what it is, its link, its counts, and what can be done."""
    speak = speech.to(person)
    link = speech.house.deep_link(campaign.code)

    def do(key: str, what: CampaignDo) -> Button:
        return _do(speak(key), what, campaign.id)

    rows = [
        [do("button-qr", CampaignDo.CODE), do("button-poster", CampaignDo.POSTER)],
        [Button(speak("button-copy-link"), copy=link)],
        *paired(
            [*hall_buttons(campaign, speech, speak), do("button-sources", CampaignDo.SOURCES)]
        ),
        _figures(campaign, speak, speech),
        _comments(campaign, speak, speech),
    ]
    if speech.house.is_admin(person.chat_id) and not campaign.is_removed:
        rows += [
            [
                do("button-pause-campaign", CampaignDo.PAUSE)
                if campaign.is_open
                else do("button-open-campaign", CampaignDo.OPEN),
                do("button-clone", CampaignDo.CLONE),
            ],
            [do("button-title", CampaignDo.TITLE), do("button-days", CampaignDo.DAYS)],
        ]
    page = int(person.context.get("page", 0))
    rows.append([_do(speak("button-back"), CampaignDo.LIST, page)])
    text = paragraphs(
        f"<b>{esc(campaign.title)}</b>",
        "\n".join(
            [
                speak("campaign-code", code=campaign.code),
                settings_text(campaign.instrument, campaign.mode, person.language, speech),
                *asks_text(campaign.company, campaign.occasion, speak),
                days_text(campaign.opens_at, campaign.closes_at, person.language, speech),
                status_text(campaign, person.language, now, speech),
            ]
        ),
        link,
        _counts(flow, speak),
    )
    return View(text, rows)


def _figures(campaign: Campaign, speak: Speak, speech: Speech) -> list[Button]:
    """The campaign's own picture and funnel, as long as there is its test."""
    if campaign.instrument not in speech.library.instruments:
        return []
    funnel = Look(at=At.FUNNEL, choice=f"campaign.{campaign.id}")
    return [
        go(speak("button-overview"), To.OVERVIEW, f"{campaign.instrument}.{campaign.id}"),
        Button(speak("button-funnel"), funnel),
    ]


def _comments(campaign: Campaign, speak: Speak, speech: Speech) -> list[Button]:
    """What people wrote in a survey."""
    if not is_survey(campaign, speech):
        return []
    tap = SurveyTap(do=SurveyDo.COMMENTS, n=campaign.id)
    return [Button(speak("button-survey-comments"), tap)]


def sources_view(
    person: Person, campaign: Campaign, link: Flow, copies: Flow, speech: Speech
) -> View:
    """How many came by the link itself and by passed-on cards, and how far they got."""
    speak = speech.to(person)
    parts = [
        flow_text(speak("source-link"), link, person.language, speech),
        flow_text(speak("source-copies"), copies, person.language, speech),
    ]
    back = _do(speak("button-back"), CampaignDo.PAGE, campaign.id)
    heading = speak("sources", title=esc(campaign.title))
    return View(paragraphs(heading, *parts, speak("sources-note")), [[back]])


def flow_text(name: str, flow: Flow, language: str, speech: Speech) -> str:
    """One source: its counts, the share that finished, the first day and the latest."""
    speak, date = speech.texts.speaker(language), speech.texts.date
    lines = [f"<b>{name}</b>", _counts(flow, speak)]
    if flow.begun:
        lines.append(speak("source-share", share=share_of(flow.finished, flow.begun)))
    if flow.first is not None and flow.latest is not None:
        first, latest = date(language, flow.first), date(language, flow.latest)
        lines.append(speak("source-days", first=first, latest=latest))
    return "\n".join(lines)


def poster_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for the language of the poster."""
    speak = speech.to(person)
    languages = [
        _do(LANGUAGE_NAMES[code], CampaignDo.PRINT, campaign.id, code) for code in LANGUAGES
    ]
    back = _do(speak("button-back"), CampaignDo.PAGE, campaign.id)
    return View(speak("poster-ask", title=esc(campaign.title)), [languages, [back]])


def title_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for another title."""
    speak = speech.to(person)
    back = _do(speak("button-back"), CampaignDo.PAGE, campaign.id)
    return View(speak("campaign-retitle", title=esc(campaign.title)), [[back]])


def days_view(person: Person, campaign: Campaign, speech: Speech) -> View:
    """Asks for other days."""
    speak = speech.to(person)

    def choice(key: str, chosen: str) -> Button:
        return _do(speak(key), CampaignDo.SET_DAYS, campaign.id, chosen)

    days = days_text(campaign.opens_at, campaign.closes_at, person.language, speech)
    text = paragraphs(
        f"<b>{esc(campaign.title)}</b>\n{days}",
        speak("campaign-days-ask", zone=speech.house.zone.key),
    )
    back = _do(speak("button-back"), CampaignDo.PAGE, campaign.id)
    return View(text, [*days_rows(choice), [back]])


def days_rows(choice: Choice) -> list[list[Button]]:
    """The days that are usual."""
    return [
        [choice("button-days-today", "today"), choice("button-days-week", "week")],
        [choice("button-days-none", "none")],
    ]


def settings_text(instrument: str, mode: str | None, language: str, speech: Speech) -> str:
    """What a campaign opens."""
    known = speech.library.instruments.get(instrument)
    title = esc(known.title[language]) if known else esc(instrument)
    if known is None or not known.express:
        return title
    version = speech.texts.line(language, f"campaign-version-{mode or FREE}")
    return f"{title} · {version}"


def asks_text(company: str | None, occasion: str | None, speak: Speak) -> list[str]:
    """Of a survey: who asks and what about, as far as it was said."""
    lines = [speak("campaign-asks", company=esc(company))] if company else []
    return lines + ([speak("survey-occasion", occasion=esc(occasion))] if occasion else [])


def days_text(
    opens_at: datetime | None, closes_at: datetime | None, language: str, speech: Speech
) -> str:
    """From which day to which."""
    speak, zone = speech.texts.speaker(language), speech.house.zone
    if opens_at is None or closes_at is None:
        return speak("campaign-dates-none")
    if opens_at == closes_at:
        return speak("campaign-removed", day=speech.texts.date(language, day_of(closes_at, zone)))
    first, last = day_of(opens_at, zone), last_day(closes_at, zone)
    return range_text(Days(first, last), language, speech)


def range_text(days: Days, language: str, speech: Speech) -> str:
    """From one day to another, or that one day."""
    speak, date = speech.texts.speaker(language), speech.texts.date
    if days.first == days.last:
        return speak("campaign-dates-day", day=date(language, days.first))
    first, last = date(language, days.first), date(language, days.last)
    return speak("campaign-dates", first=first, last=last)


def status_text(campaign: Campaign, language: str, now: datetime, speech: Speech) -> str:
    """What a campaign does now."""
    return speech.texts.line(language, f"campaign-status-{campaign.status(now)}")


def _counts(flow: Flow, speak: Speak) -> str:
    return speak(
        "campaign-counts",
        started=flow.started,
        consented=flow.consented,
        begun=flow.begun,
        finished=flow.finished,
    )


def _do(label: str, what: CampaignDo, number: int = 0, chosen: str = "") -> Button:
    return Button(label, Campaigning(do=what, n=number, v=chosen))
