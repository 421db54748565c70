"""Every setting stands where operators look for it, and nothing else does."""

import re
from pathlib import Path

import pytest

from bot.config import Config, read_config

ROOT = Path(__file__).parents[2]
NAMES = {name.upper() for name in Config.model_fields}
LINE = re.compile(r"^#?\s*([A-Z][A-Z0-9_]+)=(.*)$", re.MULTILINE)


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("file", [".env.example", "README.md", "README.ru.md"])
def test_setting_is_documented(file: str, name: str) -> None:
    """By its whole name."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"\b{name}\b", text), f"{file} does not mention {name}"


def test_example_holds_nothing_else() -> None:
    """A setting that is gone must go from the example too; no setting stands there twice."""
    names = [name for name, _ in LINE.findall((ROOT / ".env.example").read_text("utf-8"))]
    assert set(names) == NAMES
    assert len(names) == len(set(names))


def test_example_can_be_used_as_it_is() -> None:
    """Copied to .env it starts the bot; no real-looking secret stands in it."""
    text = (ROOT / ".env.example").read_text("utf-8")
    live = dict(re.findall(r"^([A-Z][A-Z0-9_]+)=(.*)$", text, re.MULTILINE))
    config = read_config({name: value.split(" #")[0].strip() for name, value in live.items()})
    assert config.bot_token is None
    assert config.data_key is None
    assert config.webhook_secret is None


def test_every_setting_says_what_is_expected() -> None:
    """The description is what a wrong value is answered with."""
    for name, field in Config.model_fields.items():
        assert field.description, name
        assert len(field.description) > 10, name
