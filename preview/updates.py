"""The queue of updates and its one reader."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from preview.errors import conflict
from preview.markup import Json

_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_REMEMBERED = 1000
_FIRST_ID = 100_000_000


@dataclass(slots=True, frozen=True)
class Update:
    """What happened, as the bot gets it."""

    update_id: int
    kind: str
    payload: Json

    def as_json(self) -> Json:
        """As the Bot API gives it."""
        return {"update_id": self.update_id, self.kind: self.payload}

    def chat_id(self) -> int:
        """The chat it belongs to; 0 for none."""
        message = self.payload.get("message", self.payload)
        chat = message.get("chat") if isinstance(message, dict) else None
        return int(chat["id"]) if isinstance(chat, dict) else 0


@dataclass(slots=True)
class UpdateQueue:
    """Updates wait here until confirmed."""

    last_id: int = _FIRST_ID
    allowed: list[str] = field(default_factory=list)
    pending: deque[Update] = field(default_factory=deque)
    # Delivered once more whatever the offset, as after a lost answer of a webhook.
    replayed: deque[Update] = field(default_factory=deque)
    recent: deque[Update] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    on_push: Callable[[], None] | None = None
    on_confirm: Callable[[], None] | None = None
    _poll: asyncio.Future[None] | None = None

    def push(self, kind: str, payload: Json) -> Update | None:
        """Queues an update; None when the bot does not want this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT
        if not wanted:
            return None
        self.last_id += 1
        update = Update(self.last_id, kind, payload)
        self.pending.append(update)
        self.wake()
        return update

    def replay(self, update_id: int = 0) -> Update:
        """Delivers an update again, by default the newest one.

        Raises:
            LookupError: the update is forgotten.
        """
        known: Iterable[Update] = (*self.recent, *self.pending)
        for update in reversed(tuple(known)):
            if update_id in {0, update.update_id}:
                self.replayed.append(update)
                self.wake()
                return update
        raise LookupError(f"no update {update_id or 'at all'}")

    def wake(self) -> None:
        """Tells the reader that there's something."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        if self.on_push is not None:
            self.on_push()

    def confirm(self, offset: int) -> None:
        """Forgets what the bot has seen; a negative offset keeps that many of the newest."""
        pending = self.pending
        before = len(pending)
        if offset < 0:
            while len(pending) > -offset:
                self.recent.append(pending.popleft())
        while pending and offset > 0 and pending[0].update_id < offset:
            self.recent.append(pending.popleft())
        if len(pending) < before:
            self._confirmed()

    def done(self, update: Update) -> None:
        """Forgets one update, as a webhook confirms them."""
        try:
            self.pending.remove(update)
        except ValueError:
            return
        self.recent.append(update)
        self._confirmed()

    def _confirmed(self) -> None:
        if self.on_confirm is not None:
            self.on_confirm()

    def clear(self) -> None:
        """Drops everything that waits."""
        self.pending.clear()
        self.replayed.clear()
        self._confirmed()

    def batch(self, limit: int) -> list[Json]:
        """Up to that many updates, the oldest first."""
        batch: list[Json] = []
        while self.replayed and len(batch) < limit:
            batch.append(self.replayed.popleft().as_json())
        for update in self.pending:
            if len(batch) >= limit:
                break
            batch.append(update.as_json())
        return batch

    def terminate(self, description: str) -> None:
        """Ends a waiting reader with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(description))

    async def wait(self, timeout_s: float) -> None:
        """Waits for something to read.

        Raises:
            ApiError: 409 when another reader came.
        """
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout_s):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
