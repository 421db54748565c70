"""Sends updates to the webhook, as Telegram does: many chats at once, one chat in order."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import aiohttp
import orjson

from preview.params import Params
from preview.tasks import Tasks
from preview.updates import Update
from preview.world import World

_LONGEST_PAUSE_S = 60.0
_TIMEOUT = aiohttp.ClientTimeout(total=60)

Caller = Callable[[str, Params], Awaitable[object]]


class Deliverer:
    """Watches the queue while a webhook is set."""

    def __init__(self, world: World, call: Caller) -> None:
        self._world = world
        self._call = call
        self._tasks = Tasks()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(1)
        self._connections = 1
        self._chats: dict[int, deque[Update]] = {}
        self._taken: set[int] = set()

    async def start(self) -> None:
        """Begins to watch."""
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT)
        self._world.signals.watch("updates", self._distribute)
        self._distribute()

    async def close(self) -> None:
        """Stops; what was not accepted stays in the queue."""
        self._world.signals.forget("updates", self._distribute)
        await self._tasks.close()
        if self._session is not None:
            await self._session.close()

    def _distribute(self) -> None:
        hook = self._world.webhook
        if not hook.url:
            self._taken.clear()
            self._chats.clear()
            return
        if hook.max_connections != self._connections:
            self._connections = hook.max_connections
            self._slots = asyncio.Semaphore(hook.max_connections)
        updates = self._world.updates
        while updates.replayed:
            self._enqueue(updates.replayed.popleft())
        # The newest ones are at the end: walk back to the first that is on its way already.
        fresh = []
        for update in reversed(updates.pending):
            if update.update_id in self._taken:
                break
            fresh.append(update)
        for update in reversed(fresh):
            self._taken.add(update.update_id)
            self._enqueue(update)

    def _enqueue(self, update: Update) -> None:
        chat_id = update.chat_id()
        line = self._chats.get(chat_id)
        if line is not None:
            line.append(update)
            return
        self._chats[chat_id] = deque([update])
        self._tasks.spawn(self._deliver_line(chat_id, self._chats[chat_id]))

    async def _deliver_line(self, chat_id: int, line: deque[Update]) -> None:
        """One chat's updates, in their order."""
        pause = self._world.settings.webhook_retry_s
        while line and self._chats.get(chat_id) is line:
            update = line[0]
            async with self._slots:
                accepted = await self._post(update)
            if accepted:
                line.popleft()
                self._taken.discard(update.update_id)
                self._world.updates.done(update)
                pause = self._world.settings.webhook_retry_s
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_S)
        if self._chats.get(chat_id) is line:
            del self._chats[chat_id]

    async def _post(self, update: Update) -> bool:
        hook = self._world.webhook
        if self._session is None or not hook.url:
            return False
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret_token
        body = orjson.dumps(update.as_json())
        try:
            async with self._session.post(hook.url, data=body, headers=headers) as response:
                answer = await response.read()
                status, reason, kind = response.status, response.reason, response.content_type
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(f"Connection failed: {error}")
            return False
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            self._failed(f"Wrong response from the webhook: {status} {reason}")
            return False
        if kind == "application/json" and answer:
            await self._answered(answer)
        return True

    async def _answered(self, answer: bytes) -> None:
        """A bot may call one method in its answer to an update."""
        try:
            values: object = orjson.loads(answer)
        except orjson.JSONDecodeError:
            return
        if isinstance(values, dict) and isinstance(values.get("method"), str):
            await self._call(values.pop("method"), Params(values))

    def _failed(self, message: str) -> None:
        self._world.webhook.last_error_date = int(self._world.now())
        self._world.webhook.last_error_message = message
