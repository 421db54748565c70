"""Documents say what the code does."""

import re
from pathlib import Path

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
