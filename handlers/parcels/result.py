"""Results as pictures and words."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import orjson

from domain.attempt import Attempt
from domain.kinds import Mode, Scoring
from domain.person import Delivery, Finished, Person
from domain.staying import may_ask_again
from handlers.parcels.parcel import Maker, Parcel, Pictures, Words, Workshop
from handlers.views.checklist import checklist_caption, checklist_facts
from handlers.views.common import copy_caption, done_text
from handlers.views.my_results import shown_again
from handlers.views.reference import Reference, reference_of
from handlers.views.result import caption, card_facts, detail_facts
from handlers.views.shown import Shown
from handlers.views.twins import twin_view
from handlers.views.view import View
from handlers.views.waiting import waiting_rows
from results.facts import CardFacts
from results.facts_checklist import ChecklistFacts
from storage.records import Records

DIGEST: Final = 16


async def _done(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    key = str(delivery.payload["key"])
    finished = await shop.database.read(
        lambda records: records.attempts.finished_by_key(person.id, key)
    )
    if finished is None:
        return None
    text = done_text(finished, person.language, shop.speech)
    return Words(View(text), edit=int(delivery.payload["message"]))


async def _twin(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    view = await in_words(shop, delivery, person)
    return None if view is None else Words(view)


async def _retold(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The words once more, with the way to the same in other languages."""
    view = await in_words(shop, delivery, person)
    if view is None:
        return None
    key, language = str(delivery.payload["key"]), str(delivery.payload["language"])
    return Words(shown_again(view, key, language, shop.speech))


async def in_words(shop: Workshop, delivery: Delivery, person: Person) -> View | None:
    """A result in words, with the buttons of this moment."""
    shown = await shown_result(shop, delivery, person, compares=False)
    if shown is None:
        return None
    receivers = await shop.database.read(
        lambda records: records.leads.receivers(shop.speech.house.admins)
    )
    view = twin_view(replace(shown, takes_leads=bool(receivers)))
    found = await shop.database.read(
        lambda records: records.attempts.waiting(person.id, shop.clock())
    )
    left = [one for one in found if one.id != person.attempt_id][:1]
    on = waiting_rows(left, shown.language, shop.speech)
    # Above the way on to other tests, which is the last.
    return replace(view, rows=[*view.rows[:-1], *on, *view.rows[-1:]])


async def map_card(shop: Workshop, shown: Shown) -> Pictures:
    """The card of a map."""
    return await _card_of(shop, shown, card_facts(shown, is_copy=False), caption(shown))


async def map_copy(shop: Workshop, shown: Shown) -> Pictures:
    """The same to be passed on."""
    facts = card_facts(shown, is_copy=True)
    return await _card_of(shop, shown, facts, copy_caption(shown))


async def checklist_card(shop: Workshop, shown: Shown) -> Pictures:
    """The picture of a checklist."""
    return await _checklist(shop, shown, checklist_facts(shown), checklist_caption(shown))


async def checklist_copy(shop: Workshop, shown: Shown) -> Pictures:
    """The same to be passed on."""
    facts = checklist_facts(shown, is_copy=True)
    return await _checklist(shop, shown, facts, copy_caption(shown))


async def _checklist(shop: Workshop, shown: Shown, facts: ChecklistFacts, text: str) -> Pictures:
    async def draw() -> Sequence[bytes]:
        return [await shop.studio.checklist(facts)]

    return await result_pictures(shop, shown, facts, draw, text)


async def _card_of(shop: Workshop, shown: Shown, facts: CardFacts, text: str) -> Pictures:
    async def draw() -> Sequence[bytes]:
        return [await shop.studio.card(facts)]

    return await result_pictures(shop, shown, facts, draw, text)


async def _details(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    shown = await mapped_result(shop, delivery, person)
    if shown is None:
        return None
    facts = detail_facts(shown)

    async def draw() -> Sequence[bytes]:
        return await shop.studio.details(facts)

    return await result_pictures(shop, shown, facts, draw, caption(shown))


async def result_pictures(
    shop: Workshop,
    shown: Shown,
    facts: object,
    draw: Callable[[], Awaitable[Sequence[bytes]]],
    text: str,
) -> Pictures:
    """Pictures of a result, with Telegram's names of them if it has just these already.

    Args:
        shop: What makers work with.
        shown: The result.
        facts: All that the pictures show.
        draw: Makes them from these facts.
        text: HTML under the first.
    """
    digest = digest_of(facts)
    row = shown.finished.id
    ids = await shop.database.read(lambda records: records.deliveries.file_ids(row, digest))
    return Pictures(draw, text, digest, row, ids)


def digest_of(facts: object) -> str:
    """A hash of everything a picture shows."""
    return hashlib.sha256(orjson.dumps(facts)).hexdigest()[:DIGEST]


async def mapped_result(shop: Workshop, delivery: Delivery, person: Person) -> Shown | None:
    """An attempt that has a picture: only scored blocks make a map."""
    shown = await shown_result(shop, delivery, person, compares=True)
    if shown is None or shown.attempt.instrument.scoring is not Scoring.BLOCKS:
        return None
    return shown


async def shown_result(
    shop: Workshop, delivery: Delivery, person: Person, *, compares: bool
) -> Shown | None:
    """The finished attempt that a delivery tells, with what it is compared with.

    Args:
        shop: What makers work with.
        delivery: Names the attempt by `key` and the `language` to tell it in.
        person: Whose attempt it must be.
        compares: Whether to read the reference group too.
    """
    key = str(delivery.payload["key"])

    async def read(records: Records) -> tuple[list[Finished], dict[str, str]]:
        found = await records.attempts.finished(person.id)
        row = next((one.id for one in found if one.attempt.key == key), None)
        return found, {} if row is None else await records.attempts.words(row)

    everything, words = await shop.database.read(read)
    place = next((i for i, f in enumerate(everything) if f.attempt.key == key), None)
    if place is None:
        return None
    finished = everything[place]
    earlier = next(
        (f for f in everything[place + 1 :] if is_comparable(f.attempt, finished.attempt)), None
    )
    return Shown(
        finished=finished,
        language=str(delivery.payload["language"]),
        speech=shop.speech,
        reference=await _reference(shop, finished) if compares else None,
        earlier=earlier,
        is_wished=_is_wished(shop, finished, everything),
        words=words,
    )


def _is_wished(shop: Workshop, finished: Finished, everything: list[Finished]) -> bool | None:
    """Whether a reminder to measure again is asked for; None where it can't be."""
    if not may_ask_again(finished, everything, shop.speech.house.retention_days):
        return None
    return finished.again_at is not None and finished.again_at > shop.clock()


async def _reference(shop: Workshop, finished: Finished) -> Reference | None:
    campaign, attempt = finished.campaign, finished.attempt
    if campaign is None:
        return None
    instrument = attempt.instrument
    standing = await shop.database.read(
        lambda records: records.figures.group(
            campaign.id, instrument.id, instrument.meaning, attempt.mode
        )
    )
    return reference_of(campaign.title, standing)


def is_comparable(earlier: Attempt, later: Attempt) -> bool:
    """Whether a change between two attempts means anything."""
    return (
        earlier.instrument.id == later.instrument.id
        and earlier.instrument.meaning == later.instrument.meaning
        and earlier.mode is later.mode is Mode.FULL
    )


MAKERS: Final[Mapping[str, Maker]] = {
    "done": _done,
    "twin": _twin,
    "retold": _retold,
    "details": _details,
}
