"""What campaigns are made known with: the picture of the QR code, and the poster."""

from collections.abc import Mapping
from typing import Final

from content.texts import Speak
from domain.kinds import Mode, Scoring
from domain.languages import LANGUAGES
from domain.person import Campaign, Delivery, Person
from domain.questionnaire import Instrument
from domain.statistics import GROUP_THRESHOLD
from handlers.moves import DEFAULT_TEST
from handlers.parcels.parcel import File, Maker, Parcel, Pictures, Workshop
from handlers.parcels.result import digest_of
from handlers.rights import may_see
from handlers.views.context import Speech
from handlers.views.menu import minutes
from handlers.views.view import esc
from results.facts_owner import CodeFacts, PosterFacts


async def _code(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The QR code with its code in letters, to be shown, sent on or printed."""
    campaign = await _campaign(shop, delivery, person)
    if campaign is None:
        return None
    facts = code_facts(campaign, _language(delivery, person), shop.speech)

    async def draw() -> list[bytes]:
        return [await shop.studio.code(facts)]

    caption = f"<b>{esc(campaign.asks)}</b>\n{facts.link}"
    return Pictures(draw, caption, digest_of(facts))


async def _poster(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The poster, in the language that was chosen for it."""
    campaign = await _campaign(shop, delivery, person)
    if campaign is None:
        return None
    language = _language(delivery, person)
    content = await shop.studio.poster(poster_facts(campaign, language, shop.speech))
    caption = shop.speech.to(person)("poster-caption", title=esc(campaign.asks))
    return File(f"{campaign.code}-poster-{language}.pdf", caption, content)


async def _campaign(shop: Workshop, delivery: Delivery, person: Person) -> Campaign | None:
    """The campaign that is meant, for those who may still have it when it is made."""
    row = int(delivery.payload["id"])
    campaign = await shop.database.read(lambda records: records.campaigns.by_id(row))
    if campaign is None or not may_see(person, campaign, shop.speech.house):
        return None
    return campaign


def _language(delivery: Delivery, person: Person) -> str:
    language = str(delivery.payload["language"])
    return language if language in LANGUAGES else person.language


def code_facts(campaign: Campaign, language: str, speech: Speech) -> CodeFacts:
    """What the picture of the QR code says."""
    speak, house = speech.texts.speaker(language), speech.house
    return CodeFacts(
        title=campaign.asks,
        link=house.deep_link(campaign.code),
        code=campaign.code,
        caption=speak("qr-caption", bot=house.username, code=campaign.code),
        brand=house.brand,
    )


def poster_facts(campaign: Campaign, language: str, speech: Speech) -> PosterFacts:
    """What the poster says."""
    speak, house = speech.texts.speaker(language), speech.house
    instruments = speech.library.instruments
    instrument = instruments.get(campaign.instrument) or next(iter(instruments.values()))
    ends = _ENDS.get(instrument.scoring, "poster-result")
    return PosterFacts(
        language=language,
        title=campaign.asks,
        headline=_headline(instrument, language, speak),
        lead=_lead(instrument, campaign, language, speech),
        steps=[speak("poster-scan"), speak("poster-answer"), speak(ends)],
        link=house.deep_link(campaign.code),
        code=campaign.code,
        code_caption=speak("poster-code", code=campaign.code, bot=house.username),
        privacy=speak("poster-privacy", threshold=GROUP_THRESHOLD),
        brand=house.brand,
    )


_ENDS: Final[Mapping[Scoring, str]] = {
    Scoring.BLOCKS: "poster-map",
    Scoring.SURVEY: "survey-poster-end",
}
"""What comes of answering, where it is no result like any other."""


def _headline(instrument: Instrument, language: str, speak: Speak) -> str:
    if instrument.scoring is Scoring.SURVEY:
        return speak("survey-poster-headline", group=instrument.group)
    is_own = instrument.id == DEFAULT_TEST
    return speak("poster-headline") if is_own else instrument.title[language]


def _lead(instrument: Instrument, campaign: Campaign, language: str, speech: Speech) -> str:
    """What people get and how long it takes; where they choose, the short version counts."""
    line, mode = speech.texts.line, campaign.mode
    shortest = Mode.EXPRESS if instrument.express and mode != Mode.FULL else Mode.FULL
    count = instrument.statement_count(shortest)
    if instrument.scoring is Scoring.SURVEY:
        asked, takes = len(instrument.questions), instrument.minutes or minutes(count)
        return line(language, "survey-poster-lead", count=asked, minutes=takes)
    key = "poster-lead-map" if instrument.scoring is Scoring.BLOCKS else "poster-lead"
    takes = instrument.minutes or minutes(count)
    return line(language, key, count=count, minutes=takes)


MAKERS: Final[Mapping[str, Maker]] = {"campaign_code": _code, "campaign_poster": _poster}
