"""The guide to a test of one's own, followed to the letter."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.scene import scene
from tests.support.stage import StartStage

ROOT = Path(__file__).parents[2]
GUIDES = ("own-test.md", "own-test.ru.md")


def blocks(guide: str, kind: str) -> list[str]:
    """The fenced blocks of a kind, in order."""
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def settings(guide: str) -> dict[str, str]:
    """What is to be put into `.env`."""
    return dict(line.split("=", 1) for line in blocks(guide, "ini")[0].splitlines())


def write_down(guide: str, folder: Path) -> Path:
    """Does what the guide says, in a folder; returns the one that holds the tests."""
    for block in blocks(guide, "yaml"):
        name, _, content = block.partition("\n")
        path = folder / name.removeprefix("# ").strip()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder / settings(guide)["CONTENT_DIR"]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_work(guide: str, tmp_path: Path) -> None:
    """The file as it is printed there passes the command that is printed there."""
    write_down(guide, tmp_path)
    (command, run) = blocks(guide, "sh")
    assert run.strip() == "make run"
    program, *arguments = command.split()
    assert program == ".venv/bin/python"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env={**os.environ, **settings(guide), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "coffee: 6 questions" in done.stdout


def test_both_guides_make_the_same() -> None:
    """Whoever reads either gets the same test."""
    english, russian = ([blocks(g, kind) for kind in ("yaml", "sh", "ini")] for g in GUIDES)
    assert english == russian


async def test_it_works_in_the_chat(start_stage: StartStage, tmp_path: Path) -> None:
    """From the list of tests, through its group, to the result."""
    folder = write_down(GUIDES[0], tmp_path)
    one = await scene(await start_stage(content_dir=str(folder)), "en")
    await one.agree()
    await one.say("/tests")
    await one.press("tests-company")
    listed = await one.screen()
    assert "Service at the coffee shop" in listed.text
    first = await one.tap("Service at the coffee shop")
    assert "We greet everyone who comes in." in first.text
    result = await one.answer_all(one.word("button-yes"))
    assert "Service at the coffee shop" in result.text
    assert any(message.photo for message in await one.bot())
