"""The comments of a survey, as a message or, where they are many, as a file."""

from collections.abc import Mapping
from typing import Final

from domain.person import Delivery, Person
from handlers.parcels.parcel import File, Maker, Parcel, Words, Workshop
from handlers.rights import may_see
from handlers.views.surveys import comments_file, comments_text
from handlers.views.view import View, esc
from storage.comments import read_comments

ROOM: Final = 3500
"""Most units of UTF-16 in a message, its markup included; Telegram takes 4096 without it."""


async def _comments(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """For those who may still read them when they are gathered."""
    row, speech = int(delivery.payload["id"]), shop.speech
    campaign = await shop.database.read(lambda records: records.campaigns.by_id(row))
    if campaign is None or not may_see(person, campaign, speech.house):
        return None
    instrument = speech.library.instruments.get(campaign.instrument)
    if instrument is None:
        return None
    language = str(delivery.payload["language"])
    comments = await read_comments(shop.database, instrument, campaign)
    text = comments_text(campaign, comments, language, speech)
    if len(text.encode("utf-16-le")) // 2 <= ROOM:
        return Words(View(text))
    content = comments_file(campaign, comments, language, speech)
    company = esc(campaign.company or campaign.title)
    caption = speech.texts.line(language, "survey-comments", company=company)
    # With the mark by which Windows' editors know the encoding.
    return File(f"{campaign.code}-comments.txt", caption, content.encode("utf-8-sig"))


MAKERS: Final[Mapping[str, Maker]] = {"comments": _comments}
