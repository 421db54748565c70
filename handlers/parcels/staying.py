"""Reminders, offers to measure again, and what has changed.

Whether something is still wanted is asked here once more: between a delivery's making and its
sending a person may have come back, and after an outage it may be night, or too late.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.daytime import is_daytime, zone_of
from domain.person import Delivery, Finished, Person
from domain.staying import can_be_repeated, may_be_offered, may_be_reminded
from handlers.parcels.parcel import Maker, Parcel, Words, Workshop
from handlers.parcels.result import in_words, result_pictures, shown_result
from handlers.states import RESTING
from handlers.views.shown import Shown
from handlers.views.staying import (
    change_caption,
    change_facts,
    change_impossible,
    offer_view,
    reminder_view,
)


async def _reminder(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    now, attempt = shop.clock(), person.attempt
    if attempt is None or attempt.key != delivery.payload["key"]:
        return None
    is_wanted = person.state in RESTING and may_be_reminded(person, now)
    if not is_wanted or not _is_daytime(shop, person):
        return None
    return Words(reminder_view(person, attempt, shop.speech))


async def _offer(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    now = shop.clock()
    everything = await shop.database.read(lambda records: records.attempts.finished(person.id))
    key = delivery.payload["key"]
    finished = next((one for one in everything if one.attempt.key == key), None)
    if finished is None or person.consented_at is None:
        return None
    taken = finished.attempt.instrument
    is_at_it = person.attempt is not None and person.attempt.instrument.id == taken.id
    if is_at_it or not may_be_offered(finished, everything, now) or not _is_daytime(shop, person):
        return None
    current = shop.speech.library.instruments.get(taken.id, taken)
    return Words(offer_view(person, finished, current, shop.speech, now))


def _is_daytime(shop: Workshop, person: Person) -> bool:
    zone = zone_of(person.language, shop.speech.house.time_zone)
    return is_daytime(shop.clock(), zone)


async def _wish(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The words under a result once more, with the button as it is now."""
    view = await in_words(shop, delivery, person)
    return None if view is None else Words(view, edit=int(delivery.payload["message"]))


async def _change(shop: Workshop, delivery: Delivery, person: Person) -> Parcel | None:
    """The earlier map under the new one; words where they can't be compared."""
    shown = await shown_result(shop, delivery, person, compares=False)
    if shown is None or not can_be_repeated(shown.attempt):
        return None
    earlier = shown.earlier
    if earlier is None:
        other = await _of_another_meaning(shop, shown, person)
        return None if other is None else Words(change_impossible(shown, other))
    facts = change_facts(shown, earlier)

    async def draw() -> Sequence[bytes]:
        return [await shop.studio.pair(facts)]

    return await result_pictures(shop, shown, facts, draw, change_caption(shown, earlier))


async def _of_another_meaning(shop: Workshop, shown: Shown, person: Person) -> Finished | None:
    """The latest full attempt before, at the same instrument, that meant something else."""
    everything = await shop.database.read(lambda records: records.attempts.finished(person.id))
    place = [one.id for one in everything].index(shown.finished.id)
    return next(
        (
            one
            for one in everything[place + 1 :]
            if one.attempt.instrument.id == shown.attempt.instrument.id
            and can_be_repeated(one.attempt)
        ),
        None,
    )


MAKERS: Final[Mapping[str, Maker]] = {
    "reminder": _reminder,
    "again": _offer,
    "wish": _wish,
    "change": _change,
}
