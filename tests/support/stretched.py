"""An instrument of every kind of question in which every text is as long as the loader takes."""

from dataclasses import replace

from content.build import MAX_BLOCKS, MAX_CHOICE, MAX_POINTS
from content.fields import LIMITS, MAX_CODE, MAX_OPTION_CODE
from content.kinds import MAX_LEVELS
from content.library import Advice
from domain.kinds import Kind, Measure, Scoring
from domain.languages import LANGUAGES, Text
from domain.questionnaire import NOT_APPLICABLE, UNKNOWN, Instrument, Option, Question, Section

ITEMS = 3
MEASURES = {Kind.LIKELIHOOD: Measure.NPS, Kind.RATING: Measure.SHARE}
"""What answers amount to, where they are numbers."""


def longest(limit: str, sign: str = "&") -> Text:
    """A text of this kind, as long as it may be; the sign must be escaped to be shown."""
    return dict.fromkeys(LANGUAGES, sign * LIMITS[limit])


def stretched_advice() -> tuple[Advice, ...]:
    """Five recommendations as long as they may be, by the codes that sections name."""
    return tuple(Advice(f"advice_{n}", longest("title"), longest("advice")) for n in range(5))


def stretched_checklist(*sizes: int) -> Instrument:
    """A checklist of sections of so many questions, everything as long as the loader takes."""
    sections = [
        Section(
            code=_code(number, MAX_CODE),
            questions=[
                replace(_question(number * MAX_POINTS + n, Kind.YES_NO), optional=False)
                for n in range(size)
            ],
            scored=True,
            title=longest("title"),
            axis=longest("axis", "W"),
            strength=longest("strength"),
            zone=longest("zone"),
            cheer=longest("cheer"),
            advice=f"advice_{number % 5}",
        )
        for number, size in enumerate(sizes)
    ]
    plain = stretched()
    return replace(plain, scoring=Scoring.CHECKLIST, sections=sections, express=frozenset())


def _code(number: int, length: int) -> str:
    return f"{number:03}".ljust(length, "c")


def _question(number: int, kind: Kind) -> Question:
    options: tuple[Option, ...] = ()
    if kind is Kind.SCALE:
        options = tuple(Option(str(n + 1), longest("label")) for n in range(MAX_LEVELS))
    if kind is Kind.CHOICE:
        options = tuple(
            Option(_code(n, MAX_OPTION_CODE), longest("label")) for n in range(MAX_CHOICE)
        )
    extras = tuple(Option(code, longest("label")) for code in (UNKNOWN, NOT_APPLICABLE))
    levels = {n + 1: longest("level") for n in range(MAX_LEVELS)}
    return Question(
        code=_code(number, MAX_CODE),
        kind=kind,
        text=longest("text"),
        name=longest("name"),
        hint=longest("hint"),
        levels=levels if kind is Kind.SCALE else {},
        step=longest("step"),
        options=options,
        extras=extras if kind is Kind.SCALE else (),
        optional=True,
        points=MAX_LEVELS if kind is Kind.RATING else 0,
        favourable=2 if kind is Kind.RATING else None,
        ends=(longest("label"), longest("label")) if kind is Kind.RATING else None,
        takes_note=kind is Kind.RATING,
        body=longest("body") if kind is Kind.PAGE else None,
        measure=MEASURES.get(kind),
    )


def stretched(identifier: str = "i" * MAX_CODE) -> Instrument:
    """Blocks of scales, and between them one question of every kind that tells no journey."""
    sections = []
    others = [kind for kind in Kind if kind not in {Kind.SCALE, Kind.JOURNEY}]
    for number in range(MAX_BLOCKS):
        items = [_question(number * ITEMS + n, Kind.SCALE) for n in range(ITEMS)]
        axis = dict.fromkeys(LANGUAGES, f"{number:02}".ljust(LIMITS["axis"], "&"))
        block = Section(
            code=_code(number, MAX_CODE),
            questions=items,
            scored=True,
            title=longest("title"),
            axis=axis,
            strength=longest("strength"),
            zone=longest("zone"),
            cheer=longest("cheer"),
            advice=f"advice_{number % 5}",
        )
        sections.append(block)
        kind = others[number % len(others)]
        sections.append(
            Section(
                _code(100 + number, MAX_CODE),
                [_question(100 + number, kind)],
                title=longest("title"),
            )
        )
    return Instrument(
        id=identifier,
        version="v" * 16,
        meaning="1",
        title=longest("title"),
        about=longest("about"),
        scoring=Scoring.BLOCKS,
        profile=True,
        sections=sections,
        express=frozenset(q.code for s in sections if s.scored for q in s.questions[:2]),
    )
