"""The journey's content: ready stages in three languages, and what the loader refuses."""

from pathlib import Path

import pytest

from content.kinds import MAX_SUGGESTED
from content.library import Library
from domain.journey import MAX_STAGES
from domain.kinds import Group, Kind, Scoring
from domain.languages import LANGUAGES
from tests.support.folder import faults_of, load

STAGE = '{{title: {{ru: "Э{0}", uk: "Е{0}", en: "S{0}"}}, touchpoints: [{1}]}}'
POINT = '{ru: "Т", uk: "Т", en: "T"}'


def instrument(stages: int, points: int, kind: str = "journey") -> str:
    """A journey with so many stages, each with so many suggestions."""
    ready = ", ".join(STAGE.format(n, ", ".join([POINT] * points)) for n in range(stages))
    own = f"stages: [{ready}]" if kind == "journey" else "optional: yes"
    return f"""\
id: demo
meaning: "1"
scoring: journey
profile: no
title: {{ru: "Путь", uk: "Шлях", en: "Way"}}
about: {{ru: "О пути", uk: "Про шлях", en: "About"}}
sections:
  - code: way
    questions:
      - code: way
        kind: {kind}
        name: {{ru: "Путь", uk: "Шлях", en: "Way"}}
        text: {{ru: "Каков путь?", uk: "Який шлях?", en: "Which way?"}}
        {own}
"""


def test_what_stands_there(library: Library) -> None:
    """Whose journey, who they are, and one builder for either: five stages, 4 to 6 each."""
    of = library.instruments["journey"]
    assert (of.scoring, of.group, of.minutes, of.profile) == (
        Scoring.JOURNEY, Group.TOOLS, 15, False,
    )  # fmt: skip
    codes = [question.code for question in of.questions]
    assert codes == [
        "whose", "segment", "value", "newness", "expects", "journey", "employee_journey",
    ]  # fmt: skip
    builders = [question for question in of.questions if question.kind is Kind.JOURNEY]
    chosen = [frozenset({"customer"}), frozenset({"employee"})]
    assert [builder.when[0].values for builder in builders] == chosen
    for question in builders:
        assert len(question.stages) == 5
        assert all(4 <= len(stage.touchpoints) <= 6 for stage in question.stages)
        for language in LANGUAGES:
            titles = [stage.title[language] for stage in question.stages]
            points = [p[language] for stage in question.stages for p in stage.touchpoints]
            assert len(set(titles)) == len(titles)
            assert len(set(points)) == len(points)
            assert all(len(point) <= 22 for point in points), "two of them share a row"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (instrument(MAX_STAGES + 1, 1), f"question “way” needs 1 to {MAX_STAGES} stages"),
        (instrument(0, 0), f"question “way” needs 1 to {MAX_STAGES} stages"),
        (instrument(1, MAX_SUGGESTED + 1), f"suggests more than {MAX_SUGGESTED} touchpoints"),
        (instrument(1, 1, "text"), "scoring “journey” needs a question of kind “journey”"),
        (instrument(1, 1).replace('en: "T"', f'en: "{"T" * 41}"'), "has 41 characters in en"),
        (instrument(1, 1).replace("stages:", "steps:"), "question “way” lacks “stages”"),
    ],
    ids=range(6),
)
def test_refused(tmp_path: Path, content: str, fault: str) -> None:
    """What no screen and no picture would hold is named when the bot starts."""
    found = faults_of(tmp_path, demo=content)
    assert any(fault in line for line in found), found


def test_the_most_there_may_be(tmp_path: Path) -> None:
    """As many as are taken are read whole."""
    read = load(tmp_path, demo=instrument(MAX_STAGES, MAX_SUGGESTED)).instruments["demo"]
    stages = read.questions[0].stages
    assert len(stages) == MAX_STAGES
    assert {len(stage.touchpoints) for stage in stages} == {MAX_SUGGESTED}
