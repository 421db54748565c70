"""Checklists as content: how large they may be, and what they may name."""

from pathlib import Path

import pytest

from content.library import load_library
from content.tree import ContentError
from domain.kinds import Kind, Scoring
from tests.support.folder import lay
from tests.support.ticks import checklist_yaml

pytestmark = pytest.mark.usefixtures("bare")


def test_a_checklist_loads(tmp_path: Path) -> None:
    """As large as may be: six sections, thirty questions."""
    folder = lay(tmp_path, {"tick/instrument.yaml": checklist_yaml(*[5] * 6)})
    made = load_library(folder).instruments["tick"]
    assert made.scoring is Scoring.CHECKLIST
    assert [len(block.questions) for block in made.blocks] == [5] * 6
    assert {question.kind for question in made.questions} == {Kind.YES_NO}
    assert [block.advice for block in made.blocks] == ["metrics", *["journeys"] * 5]


@pytest.mark.parametrize("sizes", [(1,) * 7, (31,), (15, 16)])
def test_too_large_a_checklist(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    """More than its picture has room for is named, with how many there are."""
    folder = lay(tmp_path, {"tick/instrument.yaml": checklist_yaml(*sizes)})
    with pytest.raises(ContentError) as caught:
        load_library(folder)
    assert "at most 6 sections and 30 questions" in str(caught.value)
    assert f"here are {len(sizes)} and {sum(sizes)}" in str(caught.value)


def test_advice_that_there_is_not(tmp_path: Path) -> None:
    """A misspelt recommendation is named, with those there are."""
    text = checklist_yaml(2).replace("advice: metrics", "advice: metric")
    with pytest.raises(ContentError, match="no advice “metric”; there are: expectations"):
        load_library(lay(tmp_path, {"tick/instrument.yaml": text}))


def test_only_yes_or_no(tmp_path: Path) -> None:
    """A scored section of a checklist holds nothing else."""
    text = checklist_yaml(2).replace("kind: yes_no", "kind: likelihood", 1)
    with pytest.raises(ContentError, match="only kind “yes_no” has a score"):
        load_library(lay(tmp_path, {"tick/instrument.yaml": text}))
