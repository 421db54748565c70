"""The fields that only questions of one kind have."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from content.fields import build_text, flag, number, one_of, optional_text, whole
from content.tree import Faults, Form, Node
from domain.journey import MAX_STAGES
from domain.kinds import Kind, Listing, Measure, Unit
from domain.questionnaire import MAX_NUMBERS, Question, Stage

MAX_LEVELS: Final = 8
"""A row of a Telegram keyboard holds eight buttons."""
MIN_POINTS: Final = 3
"""Of a rating: fewer are a choice."""
MAX_SUGGESTED: Final = 12
"""Most touchpoints that a stage suggests: each is a button under it."""
MEASURES: Final[Mapping[Kind, Sequence[Measure]]] = {
    Kind.LIKELIHOOD: (Measure.NPS, Measure.MEAN),
    Kind.RATING: (Measure.MEAN, Measure.SHARE),
}
"""What answers may amount to, the usual first: only 0–10 questions make an NPS."""


def of_kind(form: Form, kind: Kind, earlier: Mapping[str, Question]) -> dict[str, Any]:
    """The fields that only questions of this kind have, by the names of `Question`.

    Args:
        form: The question.
        kind: Its kind.
        earlier: The questions before it, by code.
    """
    match kind:
        case Kind.TEXT:
            return {"quotes": _quoted(form, earlier)}
        case _:
            return OWN_FIELDS[kind](form) if kind in OWN_FIELDS else {}


def _rating(form: Form) -> dict[str, Any]:
    points = whole(form, "points", MIN_POINTS, MAX_LEVELS)
    if points is None:
        form.faults.add(form.mark, f"{form.what} lacks “points”")
    measure = _measure(form, Kind.RATING)
    favourable = whole(form, "favourable", 2, points or MAX_LEVELS)
    if (measure is Measure.SHARE) is (favourable is None):
        form.faults.add(
            form.mark,
            f"{form.what}: “favourable” goes with “measure: share”, and only with it",
        )
    return {
        "points": points or 0,
        "ends": _ends(form),
        "measure": measure,
        "favourable": favourable,
        "takes_note": flag(form, "note"),
    }


def _ends(form: Form) -> tuple[Mapping[str, str], Mapping[str, str]] | None:
    node = form.node("ends")
    if node is None:
        return None
    with Form(node, "“ends”", form.faults) as own:
        low, high = (build_text(own.node(end), "label", form.faults) for end in ("low", "high"))
    return low, high


def _likelihood(form: Form) -> dict[str, Any]:
    return {"measure": _measure(form, Kind.LIKELIHOOD)}


def _measure(form: Form, kind: Kind) -> Measure:
    known = MEASURES[kind]
    measure = one_of(form, Measure, "measure", known[0])
    if measure not in known:
        form.faults.add(
            form.mark, f"{form.what}: “measure” of this kind is one of {', '.join(known)}"
        )
    return measure


def _number(form: Form) -> dict[str, Any]:
    return {"unit": one_of(form, Unit, "unit", Unit.NUMBER), **_limits(form)}


def _numbers(form: Form) -> dict[str, Any]:
    return {
        "count": whole(form, "count", 1, MAX_NUMBERS),
        "takes_file": flag(form, "file"),
        "listing": one_of(form, Listing, "format", Listing.PLAIN),
        **_limits(form),
    }


def _limits(form: Form) -> dict[str, float | None]:
    return {name: number(form, name) for name in ("low", "high")}


def _page(form: Form) -> dict[str, Any]:
    return {"body": optional_text(form, "body"), "is_end": flag(form, "end")}


def _journey(form: Form) -> dict[str, Any]:
    nodes = form.items("stages", required=True)
    if not 1 <= len(nodes) <= MAX_STAGES:
        form.faults.add(form.mark, f"{form.what} needs 1 to {MAX_STAGES} stages")
    return {"stages": tuple(_stage(node, form.faults) for node in nodes)}


def _stage(node: Node, faults: Faults) -> Stage:
    with Form(node, "a stage", faults) as form:
        suggested = form.items("touchpoints")
        if len(suggested) > MAX_SUGGESTED:
            faults.add(form.mark, f"a stage suggests more than {MAX_SUGGESTED} touchpoints")
        return Stage(
            title=build_text(form.node("title"), "touchpoint", form.faults),
            touchpoints=tuple(build_text(own, "touchpoint", form.faults) for own in suggested),
        )


def _quoted(form: Form, earlier: Mapping[str, Question]) -> str | None:
    code = form.word("quotes", "")
    if not code:
        return None
    question = earlier.get(code)
    if question is None or question.kind is not Kind.TEXT:
        form.faults.add(form.mark, f"“quotes” names “{code}”: no text is asked before by it")
    return code


OWN_FIELDS: Final[Mapping[Kind, Callable[[Form], dict[str, Any]]]] = {
    Kind.RATING: _rating,
    Kind.LIKELIHOOD: _likelihood,
    Kind.NUMBER: _number,
    Kind.NUMBERS: _numbers,
    Kind.PAGE: _page,
    Kind.JOURNEY: _journey,
}
