"""What stands between an update and its handler."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from handlers.desk import Desk, Visit


class Visits(BaseMiddleware):
    """Hands every handler the visit, and filters the state a person is in.

    aiogram's own FSM would keep the state in a store of its own. Here the state is a column of
    the person's row, changed in the transaction that stores the answer; it is read once, and
    only for messages: buttons carry all that routing needs.

    Args:
        desk: What handlers work with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram's signature
        """Adds `desk`, `visit` and `raw_state`."""
        data["desk"] = self._desk
        user: User | None = data.get("event_from_user")
        if user is None or not isinstance(event, Update):
            return await handler(event, data)
        data["visit"] = Visit(self._desk, user, event)
        data["raw_state"] = None
        if event.message is not None and event.message.chat.type == "private":
            data["raw_state"] = await self._desk.database.read(
                lambda records: records.people.state(user.id)
            )
        return await handler(event, data)
