"""Figures of every kind of instrument, worked out once more from the rows' own answers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import Any, Final

import pytest

from domain.kinds import Kind, Measure
from domain.questionnaire import SKIPPED, Instrument, Question, Value
from tests.storage.export_world import Table, concealed, tenth

HIDDEN: Final = "hidden: fewer than 5, or could be worked out"
_Z: Final = 1.959963984540054


def number_of(question: Question, value: Value | None) -> int | None:
    """An answer as a number: yes is one; None where there is none."""
    if value is None or value == SKIPPED:
        return None
    if question.kind is Kind.YES_NO:
        return int(value == "yes")
    return value if isinstance(value, int) else None


def wilson(count: int, n: int) -> list[float]:
    """Both x that solve (p - x)² = z² x (1 - x) / n, in per cent."""
    p, s = count / n, _Z**2 / n
    a, b, c = 1 + s, -(2 * p + s), p**2
    root = sqrt(max(b**2 - 4 * a * c, 0))
    return [tenth(100 * (-b - root) / (2 * a)), tenth(100 * (-b + root) / (2 * a))]


def cells(question: Question, values: Sequence[Value]) -> dict[str, Any]:
    """What the sheet of answers says of some answers to a question."""
    n, label = len(values), {"yes": "yes", "no": "no", "unsure": "not sure"}
    told: dict[str, Any] = {"n": n, "Share, %": None, "95%: from": None, "95%: to": None}
    told["Mean"] = None
    least = 1 if question.kind is Kind.YES_NO else question.favourable
    numbers = [number_of(question, value) for value in values]
    if least is not None:
        reached = sum(number is not None and number >= least for number in numbers)
        told["Share, %"] = tenth(Fraction(100 * reached, n))
        told["95%: from"], told["95%: to"] = wilson(reached, n)
    if question.kind in {Kind.RATING, Kind.LIKELIHOOD}:
        levels = [int(value) for value in values]
        told["Mean"] = round(tenth(Fraction(10 * sum(levels), n)) / 10, 2)
    known = [str(token) for token in question.tokens if token != SKIPPED]
    counts = Counter(str(value) for value in values)
    return told | {label.get(code, code): counts[code] for code in known}


def expected_answers(instrument: Instrument, rows: Table, sources: Sequence[str]) -> Table:
    """The sheet of answers, row by row, without its columns of other questions."""
    found = []
    for question in instrument.questions:
        is_counted = question.kind in {Kind.YES_NO, Kind.CHOICE, Kind.RATING}
        if not is_counted and question.measure is not Measure.MEAN:
            continue
        for cut in ("All", "Campaign"):
            groups: defaultdict[str, list[Value]] = defaultdict(list)
            for row in rows:
                value = row[f"q_{question.code}"]
                if row["counts"] and value not in {None, SKIPPED}:
                    groups[group(row) if cut == "Campaign" else "All"].append(value)
            gone = concealed({name: len(values) for name, values in groups.items()})
            for name in ("All", *sources):
                if name in groups:
                    own = {"n": HIDDEN} if name in gone else cells(question, groups[name])
                    found.append({"Code": question.code, "Cut": cut, "Group": name, **own})
    return found


def group(row: Mapping[str, Any]) -> str:
    """Its campaign, as the report names it."""
    code = row["campaign"]
    return f"Event {code} ({code})" if code else "no campaign"


def scores(instrument: Instrument, row: Mapping[str, Any]) -> tuple[Fraction | None, ...]:
    """Total and sections of one row, from its answers; a statement passed by is no plus."""
    sections: list[Fraction | None] = []
    every: list[Fraction] = []
    for block in instrument.blocks:
        values = [(q, row[f"q_{q.code}"]) for q in block.questions]
        shares = [
            Fraction(value == "yes")
            if q.kind is Kind.YES_NO
            else Fraction(value - 1, q.points - 1)
            for q, value in values
        ]
        sections.append(100 * sum(shares, Fraction()) / len(shares))
        every += shares
    total = 100 * sum(every, Fraction()) / len(every) if every else None
    return total, *sections


def parted(values: Sequence[Value | None]) -> list[Fraction]:
    """The shares of yes, no, and all the rest, in per cent."""
    yes, no = values.count("yes"), values.count("no")
    return [Fraction(100 * part, len(values)) for part in (yes, no, len(values) - yes - no)]


def own_shares(row: Mapping[str, Any], codes: Sequence[str]) -> list[Fraction]:
    """One person's."""
    return parted([row[f"q_{code}"] for code in codes])


def mean_of_shares(rows: Table, codes: Sequence[str]) -> list[Fraction]:
    """Of several people."""
    every = [own_shares(row, codes) for row in rows]
    return [sum(part, Fraction()) / len(rows) for part in zip(*every, strict=True)]


def close(values: Sequence[Fraction | None]) -> object:
    """The exact mean, compared as closely as anybody could see."""
    known = [value for value in values if value is not None]
    return pytest.approx(float(sum(known, Fraction()) / len(known)), abs=1e-6)
