"""Keeps the live pictures of halls fresh.

Which pictures there are, what they show and when to look again stands in the database: a
restart goes on with the same messages. A process claims a picture before it works on it, so with
several processes each refresh is done once.
"""

import asyncio
from datetime import timedelta
from typing import Final

import structlog
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.post import Post
from domain.person import Campaign, Person
from handlers.parcels.hall import EVERY, hall_picture
from handlers.parcels.parcel import Workshop
from storage.halls import Hall
from storage.records import Records

LOOKS_SECONDS: Final = 1.0
"""How often it is looked whether a picture's time has come."""
CLAIM: Final = timedelta(seconds=30)
"""How long a picture waits for a process that died over it."""

log = structlog.get_logger()


class Projector:
    """Refreshes live pictures.

    Args:
        post: Speaks to Telegram.
        workshop: What pictures are made with.
    """

    def __init__(self, post: Post, workshop: Workshop) -> None:
        self._post = post
        self._shop = workshop

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            await asyncio.sleep(LOOKS_SECONDS)
            try:
                await self.refresh_due()
            except Exception:
                log.exception("live pictures could not be refreshed")

    async def refresh_due(self) -> None:
        """Refreshes the pictures whose time has come, each once whoever else does so too."""
        database, now = self._shop.database, self._shop.clock()
        next_at = await database.read(lambda records: records.halls.next_at())
        if next_at is None or now < next_at:
            return
        claimed = await database.write(lambda records: records.halls.claim(now, now + CLAIM))
        await asyncio.gather(*(self._refresh(hall) for hall in claimed))

    async def _refresh(self, hall: Hall) -> None:
        try:
            await self._look(hall)
        except TelegramRetryAfter as error:
            await self._again(hall, timedelta(seconds=error.retry_after))
        except (TelegramNetworkError, TelegramServerError):
            await self._again(hall, EVERY)
        except TelegramForbiddenError:
            await self._end(hall)
            await self._shop.database.write(
                lambda records: records.people.unreachable(hall.person_id)
            )
        except TelegramBadRequest as error:
            log.warning("a live picture was refused", error=error.message)
            await self._end(hall)
        except Exception:
            # The database or the drawing, most likely; another try comes when the claim ends.
            log.exception("a live picture could not be refreshed")

    async def _look(self, hall: Hall) -> None:
        """Draws a picture again where something has changed, or ends it."""

        async def read(records: Records) -> tuple[Person | None, Campaign | None]:
            person = await records.people.by_id(hall.person_id)
            return person, await records.campaigns.by_id(hall.campaign_id)

        person, campaign = await self._shop.database.read(read)
        if person is None or campaign is None:
            return
        may = self._shop.speech.house.sees_figures(person.chat_id)
        if not may or hall.ends_at <= self._shop.clock():
            await self._end(hall)
            await self._stand(person, hall)
            return
        picture = await hall_picture(self._shop, campaign, hall.language)
        if picture is None:
            await self._end(hall)
            await self._stand(person, hall)
        elif picture.digest == hall.digest:
            await self._again(hall, EVERY)
        elif not await self._post.redraw(person.chat_id, hall.message_id, picture):
            await self._end(hall)
        elif not await self._noted(hall, picture.digest, EVERY):
            # Stopped while it was drawn: the button that came with the edit goes again.
            await self._stand(person, hall)

    async def _stand(self, person: Person, hall: Hall) -> None:
        """Leaves a picture as it is, and says so."""
        stopped = self._shop.speech.to(person)("hall-stopped")
        await self._post.ended(person.chat_id, hall.message_id, stopped)

    async def _again(self, hall: Hall, wait: timedelta) -> None:
        await self._noted(hall, hall.digest, wait)

    async def _noted(self, hall: Hall, digest: str, wait: timedelta) -> bool:
        next_at = self._shop.clock() + wait
        return await self._shop.database.write(
            lambda records: records.halls.shows(hall, digest, next_at)
        )

    async def _end(self, hall: Hall) -> None:
        await self._shop.database.write(
            lambda records: records.halls.close(hall.person_id, hall.message_id)
        )
