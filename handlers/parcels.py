"""What waits to be delivered, made: results as pictures and words, files, closing lines.

Everything is made from what the database holds, so a delivery can be made again after a crash.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

import orjson

from domain.attempt import Attempt
from domain.person import Delivery, Finished, Person
from domain.questionnaire import Mode, Scoring
from handlers.desk import Clock
from handlers.moves import DEFAULT_TEST
from handlers.views.context import Speech
from handlers.views.menu import welcome_text
from handlers.views.reference import Reference, reference_of
from handlers.views.result import (
    Shown,
    caption,
    card_facts,
    detail_facts,
    done_text,
    twin_view,
)
from handlers.views.view import View, esc, paragraphs
from results.facts import CardFacts, DetailFacts
from storage.database import Database
from storage.export.files import write_export
from storage.records import Records

DIGEST: Final = 16


class Studio(Protocol):
    """Draws pictures off the event loop."""

    async def card(self, facts: CardFacts) -> bytes:
        """The result card."""
        ...

    async def details(self, facts: DetailFacts) -> tuple[bytes, ...]:
        """The pages of the details."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A message of its own; with `edit`, in place of that message's text."""

    view: View
    edit: int | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """One picture or an album.

    Attributes:
        draw: Makes them, unless Telegram has them already.
        file_ids: Telegram's names of them; empty if it has none.
        caption: HTML under the first.
        attempt_id: Whose pictures; with the digest, under what to keep Telegram's names.
        digest: A hash of everything they show.
    """

    draw: Callable[[], Awaitable[Sequence[bytes]]]
    file_ids: Sequence[str]
    caption: str
    attempt_id: int
    digest: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to send.

    Attributes:
        name: As the person gets it.
        caption: HTML under it.
        content: Its bytes, or where they lie; such a file is removed once sent.
    """

    name: str
    caption: str
    content: bytes | Path


Parcel = Words | Pictures | File


class Packer:
    """Makes deliveries.

    Args:
        database: Where everything is read.
        speech: Content and words.
        studio: Draws pictures.
        scratch: A folder for files on their way.
        clock: Tells the present moment.
    """

    def __init__(
        self, database: Database, speech: Speech, studio: Studio, scratch: Path, clock: Clock
    ) -> None:
        self._database = database
        self._speech = speech
        self._studio = studio
        self._scratch = scratch
        self._clock = clock
        self._makers: Mapping[str, Callable[[Delivery, Person], Awaitable[Parcel | None]]] = {
            "consent": self._consent,
            "done": self._done,
            "card": self._card,
            "twin": self._twin,
            "details": self._details,
            "share": self._share,
            "mydata": self._my_data,
            "report": self._export,
            "rows": self._export,
        }

    async def pack(self, delivery: Delivery, person: Person) -> Parcel | None:
        """What to send; None where there is nothing to tell any longer."""
        maker = self._makers.get(delivery.kind)
        return None if maker is None else await maker(delivery, person)

    def apology(self, person: Person) -> str:
        """What to say where something could not be delivered after all."""
        return self._speech.to(person)("notice-trouble")

    async def _consent(self, delivery: Delivery, person: Person) -> Parcel | None:
        """The welcome keeps standing as what was agreed to, without its button."""
        if person.consented_at is None:
            return None
        instruments = self._speech.library.instruments
        wanted = person.campaign.instrument if person.campaign else DEFAULT_TEST
        instrument = instruments.get(wanted) or next(iter(instruments.values()))
        date = self._speech.texts.date(person.language, person.consented_at)
        text = paragraphs(
            welcome_text(person, instrument, self._speech),
            self._speech.to(person)("consent-given", date=date),
        )
        return Words(View(text), edit=int(delivery.payload["message"]))

    async def _done(self, delivery: Delivery, person: Person) -> Parcel | None:
        finished = await self._finished(delivery, person)
        if finished is None:
            return None
        text = done_text(finished, person.language, self._speech)
        return Words(View(text), edit=int(delivery.payload["message"]))

    async def _twin(self, delivery: Delivery, person: Person) -> Parcel | None:
        shown = await self._shown(delivery, person, compares=False)
        return None if shown is None else Words(twin_view(shown))

    async def _card(self, delivery: Delivery, person: Person) -> Parcel | None:
        shown = await self._mapped(delivery, person)
        if shown is None:
            return None
        return await self._card_of(shown, card_facts(shown, is_copy=False), caption(shown))

    async def _share(self, delivery: Delivery, person: Person) -> Parcel | None:
        shown = await self._mapped(delivery, person)
        if shown is None:
            return None
        facts = card_facts(shown, is_copy=True)
        text = paragraphs(
            shown.speak("share-caption", title=esc(shown.title), link=esc(facts.link)),
            f"<i>{shown.speak('share-note')}</i>",
        )
        return await self._card_of(shown, facts, text)

    async def _card_of(self, shown: Shown, facts: CardFacts, text: str) -> Parcel:
        async def draw() -> Sequence[bytes]:
            return [await self._studio.card(facts)]

        return await self._pictures(shown, facts, draw, text)

    async def _details(self, delivery: Delivery, person: Person) -> Parcel | None:
        shown = await self._mapped(delivery, person)
        if shown is None:
            return None
        facts = detail_facts(shown)

        async def draw() -> Sequence[bytes]:
            return await self._studio.details(facts)

        return await self._pictures(shown, facts, draw, caption(shown))

    async def _pictures(
        self,
        shown: Shown,
        facts: CardFacts | DetailFacts,
        draw: Callable[[], Awaitable[Sequence[bytes]]],
        text: str,
    ) -> Pictures:
        digest = hashlib.sha256(orjson.dumps(facts)).hexdigest()[:DIGEST]
        row = shown.finished.id
        ids = await self._database.read(lambda records: records.deliveries.file_ids(row, digest))
        return Pictures(draw, ids, text, row, digest)

    async def _finished(self, delivery: Delivery, person: Person) -> Finished | None:
        key = str(delivery.payload["key"])
        return await self._database.read(
            lambda records: records.attempts.finished_by_key(person.id, key)
        )

    async def _mapped(self, delivery: Delivery, person: Person) -> Shown | None:
        """An attempt that has a picture: only scored blocks make a map."""
        shown = await self._shown(delivery, person, compares=True)
        if shown is None or shown.attempt.instrument.scoring is not Scoring.BLOCKS:
            return None
        return shown

    async def _shown(self, delivery: Delivery, person: Person, *, compares: bool) -> Shown | None:
        key = str(delivery.payload["key"])
        everything = await self._database.read(
            lambda records: records.attempts.finished(person.id)
        )
        place = next((i for i, f in enumerate(everything) if f.attempt.key == key), None)
        if place is None:
            return None
        finished = everything[place]
        earlier = next(
            (f for f in everything[place + 1 :] if _is_comparable(f.attempt, finished.attempt)),
            None,
        )
        return Shown(
            finished=finished,
            language=str(delivery.payload["language"]),
            speech=self._speech,
            reference=await self._reference(finished) if compares else None,
            earlier=earlier,
        )

    async def _reference(self, finished: Finished) -> Reference | None:
        campaign, attempt = finished.campaign, finished.attempt
        if campaign is None:
            return None
        scores = await self._database.read(
            lambda records: records.figures.group_scores(
                campaign.id, attempt.instrument.id, attempt.mode
            )
        )
        return reference_of(campaign.title, scores)

    async def _my_data(self, _delivery: Delivery, person: Person) -> Parcel | None:
        async def gather(records: Records) -> Mapping[str, object]:
            return await records.everything.of_person(person)

        everything = await self._database.read(gather)
        content = orjson.dumps(everything, option=orjson.OPT_INDENT_2, default=_as_text)
        return File("my-data.json", self._speech.to(person)("mydata-caption"), content)

    async def _export(self, delivery: Delivery, person: Person) -> Parcel | None:
        """An export for those who may still have it when it is made."""
        house, kind = self._speech.house, delivery.kind
        may = house.sees_figures if kind == "report" else house.is_admin
        if not may(person.chat_id):
            return None
        language = str(delivery.payload["language"])
        now = self._clock()
        made = await write_export(
            self._database,
            self._speech.library.instruments,
            str(delivery.payload["format"]),
            self._scratch,
            language,
            now,
        )
        speak, date = self._speech.to(person), self._speech.texts.date(language, now)
        text = (
            speak("export-report-caption", date=date)
            if kind == "report"
            else speak("export-caption", name=made.path.name, count=made.rows, date=date)
        )
        return File(made.path.name, text, made.path)


def _is_comparable(earlier: Attempt, later: Attempt) -> bool:
    """Whether a change between two attempts means anything."""
    return (
        earlier.instrument.id == later.instrument.id
        and earlier.instrument.meaning == later.instrument.meaning
        and earlier.mode is later.mode is Mode.FULL
    )


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
