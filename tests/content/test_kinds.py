"""Kinds of questions and of scoring: what each may hold, and what is wrong with it."""

from pathlib import Path

import pytest

from domain.kinds import Group, Kind, Measure, Scoring, Unit
from tests.support.folder import faults_of, load

pytestmark = pytest.mark.usefixtures("bare")

HEAD = """\
id: demo
meaning: "1"
scoring: none
title: {ru: "а", uk: "а", en: "a"}
about: {ru: "а", uk: "а", en: "a"}
sections:
  - code: one
    questions:
"""
TEXTS = """\
        name: {ru: "б", uk: "б", en: "b"}
        text: {ru: "б?", uk: "б?", en: "b?"}
"""
ENDS = """\
        ends:
          low: {ru: "в", uk: "в", en: "c"}
          high: {ru: "г", uk: "г", en: "d"}
"""


def asked(*questions: str) -> str:
    """An instrument of these questions, each the lines after its code."""
    return HEAD + "".join(
        f"      - code: q{n}\n{TEXTS}{own}" for n, own in enumerate(questions, start=1)
    )


def field(**fields: object) -> str:
    """Fields of one line each."""
    return "".join(f"        {name}: {value}\n" for name, value in fields.items())


def test_each_kind_reads_its_own_fields(tmp_path: Path) -> None:
    """As docs/content.md lists them."""
    text = asked(
        field(kind="rating", points=7, measure="share", favourable=5, note="yes") + ENDS,
        field(kind="likelihood", measure="mean"),
        field(kind="number", unit="percent", low=0, high=100),
        field(kind="numbers", count=7, low=0, file="yes"),
        field(kind="page", end="yes") + '        body: {ru: "д", uk: "д", en: "e"}\n',
        field(kind="text"),
        field(kind="text", quotes="q6"),
        field(kind="journey")
        + '        stages:\n          - title: {ru: "е", uk: "е", en: "f"}\n'
        + '            touchpoints:\n              - {ru: "ж", uk: "ж", en: "g"}\n',
    )
    text = text.replace("scoring: none", "scoring: none\ngroup: tools\norder: 3\nminutes: 12")
    made = load(tmp_path, demo=text).instruments["demo"]
    rating, likelihood, number, numbers, page, _, quoting, journey = made.questions
    assert (rating.points, rating.favourable, rating.takes_note) == (7, 5, True)
    assert (rating.ends or ({}, {}))[1]["en"] == "d"
    assert (rating.measure, likelihood.measure) == (Measure.SHARE, Measure.MEAN)
    assert rating.tokens == ("1", "2", "3", "4", "5", "6", "7")
    assert (number.unit, number.high) == (Unit.PERCENT, 100)
    assert (numbers.count, numbers.takes_file, numbers.low) == (7, True, 0)
    assert (page.is_end, page.tokens, (page.body or {})["en"]) == (True, (), "e")
    assert quoting.quotes == "q6"
    assert journey.stages[0].touchpoints[0]["uk"] == "ж"
    assert (made.group, made.order, made.minutes) == (Group.TOOLS, 3, 12)


WRONG = {
    "rating without points": (field(kind="rating") + ENDS, "question “q1” lacks “points”"),
    "rating without ends": (field(kind="rating", points=5), "question “q1” lacks “ends”"),
    "points": (field(kind="rating", points=9) + ENDS, "“points” must be a whole number from 3"),
    "share of what": (
        field(kind="rating", points=5, measure="share") + ENDS,
        "“favourable” goes with “measure: share”, and only with it",
    ),
    "favourable of a mean": (
        field(kind="rating", points=5, favourable=4) + ENDS,
        "“favourable” goes with “measure: share”, and only with it",
    ),
    "an NPS of five points": (
        field(kind="rating", points=5, measure="nps") + ENDS,
        "“measure” of this kind is one of mean, share",
    ),
    "a share of 0–10": (
        field(kind="likelihood", measure="share"),
        "“measure” of this kind is one of nps, mean",
    ),
    "unit": (field(kind="number", unit="metres"), "unit “metres” is not known; there are: number"),
    "quotes nothing": (field(kind="text", quotes="q9"), "“quotes” names “q9”: no text is asked"),
    "journey without stages": (field(kind="journey"), "question “q1” lacks “stages”"),
    "another kind's field": (field(kind="text", points=5), "question “q1” has no field “points”"),
    "advice": (
        field(kind="yes_no", advice="luck"),
        "there is no advice “luck”; there are: ",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_fault(name: str, tmp_path: Path) -> None:
    """Each is named with the question it is in."""
    own, fault = WRONG[name]
    faults = faults_of(tmp_path, demo=asked(own))
    assert any(fault in one for one in faults), faults
    assert all(one.startswith("demo/instrument.yaml:") for one in faults)


@pytest.mark.parametrize(
    ("scoring", "scored", "fault"),
    [
        (Scoring.CHECKLIST, "no", "scoring “checklist” needs a section with “scored: yes”"),
        (Scoring.SURVEY, "yes", "scoring “survey” takes no section with “scored: yes”"),
        (Scoring.PROFILE, "yes", "question “q1” stands in a scored block: only kind “rating”"),
    ],
)
def test_scored_sections(scoring: Scoring, scored: str, fault: str, tmp_path: Path) -> None:
    """Each scoring takes one kind in its scored sections, or has none."""
    named = 'title: {ru: "з", uk: "з", en: "h"}\n    axis: {ru: "з", uk: "з", en: "h"}\n'
    text = asked(field(kind=Kind.YES_NO)).replace("scoring: none", f"scoring: {scoring}")
    text = text.replace("    questions:", f"    scored: {scored}\n    {named}    questions:")
    faults = faults_of(tmp_path, demo=text)
    assert any(fault in one for one in faults), faults


def test_condition_of_a_section(tmp_path: Path) -> None:
    """It holds for all of its questions, beside their own."""
    text = asked(field(kind="yes_no")) + (
        "  - code: two\n    when: {q1: 'yes'}\n    questions:\n"
        f"      - code: q2\n{TEXTS}" + field(kind="yes_no")
    )
    made = load(tmp_path, demo=text).instruments["demo"]
    assert [c.reference for c in made.by_code["q2"].when] == ["q1"]
