"""A world on disk: one JSON file and the files people and the bot have sent."""

import asyncio
from collections import deque
from pathlib import Path
from typing import Any

import orjson

from preview.files import StoredFile
from preview.markup import Json
from preview.tasks import Tasks
from preview.updates import Update
from preview.world import Bot, Chat, Message, Person, Webhook, World

_NAME = "world.json"
_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_INDENT_2


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
    """Puts a snapshot on disk; a crash halfway leaves the last one."""
    contents = folder / "files"
    contents.mkdir(parents=True, exist_ok=True)
    for file in files:
        path = contents / file.file_unique_id
        if not path.exists():
            path.write_bytes(file.content)
    fresh = folder / f"{_NAME}.new"
    fresh.write_bytes(data)
    fresh.replace(folder / _NAME)


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
    """Saves a world now and then while it changes, and once more at the end."""

    def __init__(self, world: World, folder: Path, every_s: float) -> None:
        self._world = world
        self._folder = folder
        self._every_s = every_s
        self._saved = -1
        self._tasks = Tasks()

    def start(self) -> None:
        """Begins to watch."""
        self._tasks.spawn(self._run())

    async def close(self) -> None:
        """Saves what is left to save."""
        await self._tasks.close()
        await self._save()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._every_s)
            await self._save()

    async def _save(self) -> None:
        world = self._world
        if self._saved == world.revision:
            return
        self._saved = world.revision
        data, files = snapshot(world), list(world.files.by_id.values())
        await asyncio.to_thread(write, data, files, self._folder)
