"""A world on disk: one JSON file and the files people and the bot have sent."""

import asyncio
import contextlib
from collections import deque
from pathlib import Path
from typing import Any

import orjson

from preview.files import StoredFile
from preview.markup import Json
from preview.updates import Update
from preview.world import Bot, Chat, Message, Person, Webhook, World

_NAME = "world.json"
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_INDENT_2
_SHORTEST_PAUSE_S = 0.1
_REST = 20  # of each pause to the writing before it


def snapshot(world: World) -> bytes:
    """Everything but the contents of files and what only a running server knows."""
    files = [
        {
            "file_id": file.file_id,
            "file_unique_id": file.file_unique_id,
            "kind": file.kind,
            "path": file.path,
            "name": file.name,
            "mime_type": file.mime_type,
            "width": file.width,
            "height": file.height,
        }
        for file in world.files.by_id.values()
    ]
    return orjson.dumps(
        {
            "bot": world.bot,
            "people": list(world.people.values()),
            "chats": list(world.chats.values()),
            "updates": {
                "last_id": world.updates.last_id,
                "allowed": world.updates.allowed,
                "pending": list(world.updates.pending),
            },
            "webhook": world.webhook,
            "files": files,
            "photo_sizes": world.files.photo_sizes,
            "counters": [world.last_message_id, world.last_number, world.files.counter],
            "revision": world.revision,
        },
        option=_OPTIONS,
    )


def write(data: bytes, files: list[StoredFile], folder: Path) -> None:
    """Puts a snapshot on disk, new files first; a crash halfway leaves the last one whole."""
    contents = folder / "files"
    contents.mkdir(parents=True, exist_ok=True)
    for file in files:
        _replace(contents / file.file_unique_id, file.content)
    _replace(folder / _NAME, data)


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def save(world: World, folder: Path) -> None:
    """Writes the world to a folder."""
    write(snapshot(world), list(world.files.by_id.values()), folder)


def load(folder: Path, token: str) -> World:
    """The world of a folder, for the bot of a token."""
    world = World(token)
    restore(world, folder)
    return world


def restore(world: World, folder: Path) -> None:
    """Fills a new world from a folder; an empty folder leaves it new."""
    path = folder / _NAME
    if not path.exists():
        return
    saved: Json = orjson.loads(path.read_bytes())
    if saved["bot"]["id"] != world.bot.id:
        raise ValueError(f"{folder} holds the chats of bot {saved['bot']['id']}")
    world.bot = Bot(**saved["bot"])
    world.people = {item["user"]["id"]: Person(**item) for item in saved["people"]}
    world.chats = {item["id"]: _chat(item) for item in saved["chats"]}
    world.updates.last_id = saved["updates"]["last_id"]
    world.updates.allowed = saved["updates"]["allowed"]
    world.updates.pending = deque(Update(**item) for item in saved["updates"]["pending"])
    world.webhook = Webhook(**saved["webhook"])
    for item in saved["files"]:
        content = (folder / "files" / item["file_unique_id"]).read_bytes()
        world.files.keep(StoredFile(content=content, **item))
    world.files.photo_sizes = saved["photo_sizes"]
    world.last_message_id, world.last_number, world.files.counter = saved["counters"]
    world.revision = saved["revision"]


def _chat(item: Json) -> Chat:
    messages: dict[str, Any] = item.pop("messages")
    changed: dict[str, int] = item.pop("changed")
    chat = Chat(**item)
    chat.messages = {int(key): Message(**value) for key, value in messages.items()}
    chat.changed = {int(key): value for key, value in changed.items()}
    return chat


class Saver:
    """Saves a world soon after each change, and once more at the end.

    Args:
        world: Restored from the folder before, if there was anything.
        folder: Where to.
    """

    def __init__(self, world: World, folder: Path) -> None:
        self._world = world
        self._folder = folder
        self._saved = -1
        # Files of a run that was killed may lie there under identifiers given anew since: only
        # what this run has restored or written counts as there.
        self._written = set(world.files.by_id)
        self._closing = asyncio.Event()
        self._running: asyncio.Future[None] | None = None

    def start(self) -> None:
        """Begins to watch."""
        self._running = asyncio.ensure_future(self._run())

    async def close(self) -> None:
        """Saves what is left to save."""
        self._closing.set()
        if self._running is not None:
            await self._running
        await self._save()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._closing.is_set():
            began = loop.time()
            await self._save()
            # A large world takes longer to write, and is written less often.
            pause = max(_SHORTEST_PAUSE_S, _REST * (loop.time() - began))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._closing.wait()

    async def _save(self) -> None:
        world = self._world
        if self._saved == world.revision:
            return
        self._saved = world.revision
        data = snapshot(world)
        fresh = [file for key, file in world.files.by_id.items() if key not in self._written]
        await asyncio.to_thread(write, data, fresh, self._folder)
        self._written.update(file.file_id for file in fresh)
