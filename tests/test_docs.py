"""Documents say what the code does."""

import re
from pathlib import Path

from bot.commands import COMMANDS
from bot.config import Config
from handlers.states import Talk

ROOT = Path(__file__).parent.parent


def test_every_state_stands_in_the_flows() -> None:
    """The diagram of the conversation names all states, and no others."""
    diagram = (ROOT / "docs" / "flows.md").read_text(encoding="utf-8")
    block = re.search(r"```mermaid\n(.*?)```", diagram, re.DOTALL)
    assert block is not None
    named = {
        word
        for line in block[1].splitlines()
        if "-->" in line
        for word in re.findall(r"[a-z_]+", line.partition(":")[0])
    }
    states = {str(state.state).partition(":")[2] for state in Talk.__all_states__}
    assert states == named


def test_every_decision_has_a_status() -> None:
    """Each decision record says what was decided and whether it holds."""
    for path in sorted((ROOT / "docs" / "adr").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert "**Decision.**" in text, path.name
        assert re.search(r"^Status: (accepted|superseded by \d+)\.$", text, re.MULTILINE), path


def test_the_readmes_show_the_same_commands() -> None:
    """Both languages' first screens start with the same two commands."""
    for name in ("README.md", "README.ru.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "make run" in text, name
        assert "make test" in text, name
        assert "run | preview | migrate | check-content | export | backup" in text, name


def _documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "README.ru.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_links_lead_somewhere() -> None:
    """Every link to a file of the repository finds it."""
    for path in _documents():
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if not target.startswith("http"):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_guides_say_the_same() -> None:
    """Both languages: the same sections, settings, commands and steps."""
    texts = [(ROOT / "docs" / n).read_text(encoding="utf-8") for n in ("guide.md", "guide.ru.md")]
    for pattern in (r"^## \d+", r"^\d+\. ", r"^\| `", r"`[A-Z]+_[A-Z_]+`", r"`/[a-z]+", r"^- "):
        english, russian = (re.findall(pattern, text, re.MULTILINE) for text in texts)
        assert sorted(english) == sorted(russian), pattern


def test_the_guides_name_real_commands_and_settings() -> None:
    """What is to be typed can be typed."""
    commands = {*COMMANDS, "admin"}
    fathers = {"newbot", "revoke", "setuserpic"}
    addresses = {"telegram", "healthz", "metrics", "secrets", "etc", "data"}
    settings = {name.upper() for name in Config.model_fields}
    for name in ("guide.md", "guide.ru.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        typed = set(re.findall(r"`/([a-z]+)", text))
        assert typed <= commands | fathers | addresses, name
        assert set(re.findall(r"`([A-Z]+_[A-Z_]+)`", text)) <= settings, name
        for command in re.findall(r"python -m bot ([a-z-]+)", text):
            assert command in {"run", "preview", "migrate", "check-content", "export", "backup"}
