"""The database that most tests of exports and figures fill."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from tests.storage.export_world import World
from tests.support.shapes import library_of_shapes


@pytest.fixture
async def world(migrated_url: str, cipher: Cipher, tmp_path: Path) -> AsyncIterator[World]:
    """An empty database that knows all shapes; some modules have one of their own."""
    library = library_of_shapes()
    database = Database(migrated_url, cipher, library)
    yield World(database, library, tmp_path / "exports")
    await database.close()
