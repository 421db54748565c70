"""The strategy: its steps in three languages, and what the loader refuses of a canvas."""

from pathlib import Path

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.canvas import shape_of
from domain.kinds import Group, Kind, Mode, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import SKIPPED, WRITTEN
from tests.support.folder import faults_of, load

_HEAD = """\
id: demo
meaning: "1"
scoring: canvas
profile: no
title: {ru: "Лист", uk: "Аркуш", en: "Page"}
about: {ru: "О листе", uk: "Про аркуш", en: "About"}
sections:
  - code: all
    questions:
"""


def _page(*questions: str) -> str:
    """A canvas of texts: each its code, with what it quotes behind a space."""
    lines = []
    for one in questions:
        code, _, quoted = one.partition(" ")
        own = f", quotes: {quoted}" if quoted else ""
        named = '{ru: "Т", uk: "Т", en: "T"}'
        lines.append(f"      - {{code: {code}, kind: text, name: {named}, text: {named}{own}}}\n")
    return _HEAD + "".join(lines)


def test_what_stands_there(library: Library) -> None:
    """Four steps by text; up to five principles, each asked what it means where there is one."""
    of = library.instruments["strategy"]
    assert (of.scoring, of.group, of.minutes, of.order) == (Scoring.CANVAS, Group.TOOLS, 10, 2)
    assert of.reviewed
    assert not of.profile
    assert {question.kind for question in of.questions} == {Kind.TEXT}
    for language in LANGUAGES:
        for number, section in enumerate(of.sections, start=1):
            title = (section.title or {})[language]
            assert [word for word in title.split() if word.isdigit()] == [str(number), "4"]
        assert all(question.hint and question.hint[language] for question in of.questions)
    shape = shape_of(of)
    assert [question.code for question in shape.heads] == ["mission", "feelings"]
    assert [(item.code, about.code) for item, about in shape.items] == [
        (f"p{n}", f"m{n}") for n in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["mission", "feelings", "p1"]),
        ({"p1": WRITTEN}, ["mission", "feelings", "p1", "p2", "m1"]),
        ({"p1": WRITTEN, "p2": SKIPPED}, ["mission", "feelings", "p1", "p2", "m1"]),
        (
            {"p1": WRITTEN, "p2": WRITTEN, "p3": SKIPPED},
            ["mission", "feelings", "p1", "p2", "p3", "m1", "m2"],
        ),
    ],
)
def test_what_is_asked(library: Library, answers: dict[str, str], asked: list[str]) -> None:
    """The next principle once there is one, and what each that there is means."""
    of = library.instruments["strategy"]
    attempt = Attempt("k", of, Mode.FULL, answers=answers)
    assert [of.questions[step].code for step in attempt.steps] == asked


@pytest.mark.parametrize(
    "content",
    [_page("a"), _page("a", "b"), _page("a", "b", "c"), _page("a", "b", "c", "p", "m p")],
)
def test_no_canvas(tmp_path: Path, content: str) -> None:
    """What could not be drawn is named when the bot starts."""
    found = faults_of(tmp_path, demo=content)
    assert any("scoring “canvas” needs two questions" in line for line in found), found


def test_another_canvas(tmp_path: Path) -> None:
    """Whatever its questions are called."""
    made = load(tmp_path, demo=_page("why", "how", "rule", "means rule")).instruments["demo"]
    shape = shape_of(made)
    assert [question.code for question in shape.heads] == ["why", "how"]
    assert [(item.code, about.code) for item, about in shape.items] == [("rule", "means")]
