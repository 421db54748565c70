"""Small questionnaires made in code, for tests that need a shape the product's own lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.attempt import Attempt
from domain.kinds import Kind, Measure, Mode, Scoring
from domain.languages import LANGUAGES, Text
from domain.questionnaire import (
    NOT_APPLICABLE,
    UNKNOWN,
    Condition,
    Instrument,
    Option,
    Profile,
    Question,
    Section,
    Value,
)

EXTRAS = (UNKNOWN, NOT_APPLICABLE)


def say(text: str) -> Text:
    """The same words in every language."""
    return dict.fromkeys(LANGUAGES, text)


def options(*codes: str) -> tuple[Option, ...]:
    """Options labelled by their codes."""
    return tuple(Option(code, say(code)) for code in codes)


def question(
    code: str,
    kind: Kind = Kind.SCALE,
    *,
    levels: int = 5,
    optional: bool = False,
    when: Sequence[Condition] = (),
    limits: tuple[float | None, float | None] = (None, None),
    choices: Sequence[str] = (),
) -> Question:
    """One question; a scale unless another kind is named."""
    is_scale = kind is Kind.SCALE
    labels = [str(n + 1) for n in range(levels)] if is_scale else choices
    return Question(
        code=code,
        kind=kind,
        text=say(f"Text of {code}"),
        name=say(f"Name of {code}"),
        options=options(*labels),
        extras=options(*EXTRAS) if is_scale else (),
        optional=optional,
        when=when,
        low=limits[0],
        high=limits[1],
        measure=Measure.NPS if kind is Kind.LIKELIHOOD else None,
    )


def block(code: str, *questions: Question) -> Section:
    """A scored section."""
    return Section(code, questions, scored=True, title=say(code.upper()), axis=say(code))


def instrument(*sections: Section, express: Sequence[str] = ()) -> Instrument:
    """A questionnaire of these sections."""
    return Instrument(
        id="made",
        version="0" * 16,
        meaning="1",
        title=say("Made"),
        about=say("Made in a test"),
        scoring=Scoring.BLOCKS,
        profile=False,
        sections=sections,
        express=frozenset(express),
    )


def blocks_of(*sizes: int, levels: int = 5) -> Instrument:
    """Blocks a, b, c… of so many items a1, a2 and so on."""
    return instrument(
        *(
            block(name, *(question(f"{name}{n + 1}", levels=levels) for n in range(size)))
            for name, size in zip("abcdefgh", sizes, strict=False)
        )
    )


def checklist_of(*sizes: int) -> Instrument:
    """A checklist of sections a, b, c… of so many questions; each section calls for advice."""
    sections = [
        block(name, *(question(f"{name}{n + 1}", Kind.YES_NO) for n in range(size)))
        for name, size in zip("abcdef", sizes, strict=False)
    ]
    made = instrument(*(replace(s, advice=f"advice_{s.code}") for s in sections))
    return replace(made, scoring=Scoring.CHECKLIST)


def answered(
    made: Instrument,
    answers: Mapping[str, Value],
    mode: Mode = Mode.FULL,
    profile: Profile | None = None,
) -> Attempt:
    """An attempt with these answers."""
    return Attempt("key", made, mode, profile or Profile(), answers)


def levelled(made: Instrument, *rows: str) -> Attempt:
    """An attempt whose blocks are answered by rows such as `"455?-"`.

    A digit is a level, `?` "don't know", `-` "does not apply", a space no answer.
    """
    answers: dict[str, Value] = {}
    for section, row in zip(made.blocks, rows, strict=True):
        for item, sign in zip(section.questions, row, strict=True):
            if sign.isdigit():
                answers[item.code] = int(sign)
            elif sign != " ":
                answers[item.code] = UNKNOWN if sign == "?" else NOT_APPLICABLE
    return answered(made, answers)
