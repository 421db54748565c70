"""What the tests of content share."""

import shutil
from pathlib import Path

import pytest

from content import library as content_library


@pytest.fixture
def bare(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A product without instruments of its own: what lies in CONTENT_DIR is all there is."""
    folder: Path = tmp_path_factory.mktemp("bare")
    for shared in ("profile.yaml", "advice.yaml"):
        shutil.copy(content_library.CONTENT / shared, folder)
    monkeypatch.setattr(content_library, "CONTENT", folder)
