"""A small instrument of every way of scoring: what the owner's figures are tried on."""

from collections.abc import Sequence
from dataclasses import replace

from content.library import Library
from domain.kinds import Group, Kind, Measure, Scoring
from domain.questionnaire import Condition, Instrument, Question, Section
from tests.support.questionnaires import instrument, question, say


def rating(
    code: str, points: int, favourable: int | None = None, *, optional: bool = False
) -> Question:
    """A question on 1 to some points; a share where an answer is favourable, else a mean."""
    return replace(
        question(code, Kind.RATING, optional=optional),
        points=points,
        ends=(say(f"worst {code}"), say(f"best {code}")),
        measure=Measure.MEAN if favourable is None else Measure.SHARE,
        favourable=favourable,
    )


def asked_after(one: Question, code: str, value: str) -> Question:
    """The same question, asked only after an answer to another one."""
    return replace(one, when=(Condition(code, frozenset({value})),))


def section(code: str, *questions: Question, scored: bool = False) -> Section:
    """A section with a title; blocks have an axis too."""
    return Section(code, questions, scored, title=say(f"Title {code}"), axis=say(code))


def shape(
    name: str, scoring: Scoring, sections: Sequence[Section], group: Group = Group.COMPANY
) -> Instrument:
    """An instrument by the name of its shape."""
    made = instrument(*sections)
    return replace(
        made, id=name, version=name.ljust(16, "0"), title=say(name), scoring=scoring, group=group
    )


_OPEN = Condition("nps", frozenset(map(str, range(7))))
SURVEY = shape(
    "survey",
    Scoring.SURVEY,
    [
        section(
            "ask",
            question("nps", Kind.LIKELIHOOD),
            replace(question("reason", Kind.TEXT, optional=True), when=(_OPEN,)),
            rating("csat", 5, 4),
            rating("ces", 7, 5, optional=True),
            question("channel", Kind.CHOICE, choices=("shop", "phone", "site")),
        ),
        Section("end", [question("comment", Kind.TEXT, optional=True)]),
    ],
    Group.CUSTOMERS,
)
EMPLOYEES = shape(
    "employees",
    Scoring.SURVEY,
    [
        section(
            "ask",
            question("enps", Kind.LIKELIHOOD),
            replace(question("wellbeing", Kind.LIKELIHOOD), measure=Measure.MEAN),
            replace(question("process", Kind.LIKELIHOOD), measure=Measure.MEAN),
            question("fix", Kind.TEXT, optional=True),
        )
    ],
    Group.EMPLOYEES,
)
LIST = shape(
    "list",
    Scoring.CHECKLIST,
    [section("only", *(question(f"s{n}", Kind.YES_NO) for n in range(4)), scored=True)],
)
CHECKLIST = shape(
    "checklist",
    Scoring.CHECKLIST,
    [
        section(
            part,
            *(question(f"{part}{n}", Kind.YES_NO, optional=part == "c") for n in range(3)),
            scored=True,
        )
        for part in "abc"
    ],
)
PROFILE = shape(
    "profile",
    Scoring.PROFILE,
    [
        section("x", *(rating(f"x{n}", 5) for n in range(3)), scored=True),
        section("y", *(rating(f"y{n}", 5) for n in range(2)), scored=True),
    ],
)
JOURNEY = shape(
    "journey",
    Scoring.JOURNEY,
    [
        section("who", question("segment", Kind.TEXT), question("new", Kind.YES_NO)),
        Section("map", [question("path", Kind.JOURNEY)]),
    ],
    Group.TOOLS,
)
CANVAS = shape(
    "canvas",
    Scoring.CANVAS,
    [section("write", *(question(f"w{n}", Kind.TEXT) for n in range(3)))],
    Group.TOOLS,
)
CALCULATION = shape(
    "calculation",
    Scoring.CALCULATION,
    [
        Section("pick", [question("what", Kind.CHOICE, choices=("clv", "crr"))]),
        Section(
            "clv",
            [
                asked_after(question("margin", Kind.NUMBER), "what", "clv"),
                asked_after(question("read", Kind.PAGE), "what", "clv"),
            ],
        ),
        Section(
            "crr",
            [asked_after(question("clients", Kind.NUMBERS), "what", "crr")],
        ),
    ],
    Group.TOOLS,
)
NOTES = shape("notes", Scoring.NONE, [section("say", question("idea", Kind.TEXT, optional=True))])
SHAPES = (
    SURVEY, EMPLOYEES, LIST, CHECKLIST, PROFILE, JOURNEY, CANVAS, CALCULATION, NOTES,
)  # fmt: skip
BY_NAME = {one.id: one for one in SHAPES}


def library_of_shapes() -> Library:
    """All of them as content."""
    return Library(BY_NAME, {one.version: "{}" for one in SHAPES}, ())
