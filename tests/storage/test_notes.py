"""Notes beside ratings are the person's own: no export of the owner's holds any."""

import asyncio
from pathlib import Path

import pytest

from content.library import Library
from domain.statistics import COMMENT_THRESHOLD
from storage.database import Database
from storage.export.files import write_export
from storage.export.selection import Selection
from storage.export.source import reading
from tests.storage.export_world import NOW, World, answered, seeded

NOTE = "Тайна: їжак, ёлка, ґанок №{number}"


@pytest.fixture
async def world(database: Database, library: Library, tmp_path: Path) -> World:
    """As many people with notes as comments need to be shown."""
    made = World(database, library, tmp_path / "exports")
    relations = library.instruments["relations"]
    codes = [question.code for question in relations.questions]
    for number in range(COMMENT_THRESHOLD):
        words = dict.fromkeys(codes, NOTE.format(number=number))
        await made.take(answered(seeded(number), relations), words=words)
    return made


async def test_no_note_leaves(world: World) -> None:
    """Neither as a customer’s comment for the report nor in any row; the ratings do."""

    def comments() -> list[tuple[str, str]]:
        with reading(world.database) as reader:
            version = world.library.instruments["relations"].version
            return list(reader.comments("relations", {version}))

    assert await asyncio.to_thread(comments) == []
    chosen = Selection(instrument="relations")
    for form in ("csv", "jsonl"):
        made = await write_export(
            world.database, world.library.instruments, form, world.folder, "uk", NOW, chosen
        )
        said = made.path.read_text("utf-8-sig")
        assert "їжак" not in said
        assert said.count("full") == COMMENT_THRESHOLD
