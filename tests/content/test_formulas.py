"""Calculators in content: formulas that are known, with their inputs as they take them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.formulas.registry import FORMULAS
from domain.kinds import Listing
from tests.support.calculators import IDENTIFIER, calculators, tree
from tests.support.folder import faults_of

Change = Callable[[dict[str, Any]], None]


def _section(root: dict[str, Any], code: str) -> dict[str, Any]:
    return next(section for section in root["sections"] if section["code"] == code)


def _asked(root: dict[str, Any], code: str) -> dict[str, Any]:
    questions = (q for section in root["sections"] for q in section["questions"])
    return next(question for question in questions if question["code"] == code)


def _unknown(root: dict[str, Any]) -> None:
    _section(root, "nps")["formula"] = "sum"


def _missing(root: dict[str, Any]) -> None:
    del _section(root, "csat")["questions"][1]


def _unit(root: dict[str, Any]) -> None:
    _asked(root, "clv_r")["unit"] = "number"


def _count(root: dict[str, Any]) -> None:
    del _asked(root, "ces_counts")["count"]


def _format(root: dict[str, Any]) -> None:
    del _asked(root, "iqs_rows")["format"]


def _period(root: dict[str, Any]) -> None:
    _asked(root, "crr_period")["options"][0]["code"] = "week"


def _optional(root: dict[str, Any]) -> None:
    _asked(root, "crr_s")["optional"] = "yes"


def _order(root: dict[str, Any]) -> None:
    _section(root, "nps")["questions"].reverse()


def _scoring(root: dict[str, Any]) -> None:
    root["scoring"] = "none"


def _no_formula(root: dict[str, Any]) -> None:
    for section in root["sections"]:
        section.pop("formula", None)


WRONG: dict[str, tuple[Change, str]] = {
    "unknown": (_unknown, f"formula “sum” is not known; there are: {', '.join(FORMULAS)}"),
    "missing": (_missing, "formula “csat” needs a question “csat_sat”"),
    "unit": (_unit, "formula “clv” needs “clv_r” with kind number, unit percent"),
    "count": (_count, "formula “ces” needs “ces_counts” with kind numbers, count 7"),
    "format": (_format, "formula “iqs” needs “iqs_rows” with kind numbers, format ratings"),
    "period": (_period, "“crr_period” with kind choice, options of month, quarter, year"),
    "optional": (_optional, "formula “crr” needs “crr_s” with kind number, unit whole"),
    "order": (_order, "formula “nps” takes its inputs as nps_pro, nps_pas, nps_det"),
    "scoring": (_scoring, "“formula” goes with “scoring: calculation”, and only so"),
    "no formula": (_no_formula, "“formula” goes with “scoring: calculation”, and only so"),
}


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(("change", "fault"), WRONG.values(), ids=list(WRONG))
def test_what_is_wrong_with_a_calculator(tmp_path: Path, change: Change, fault: str) -> None:
    """One fault, named."""
    root: dict[str, Any] = tree()
    change(root)
    content = json.dumps(root, ensure_ascii=False)
    faults = faults_of(tmp_path, **{f"over_{IDENTIFIER}/instrument": content})
    assert len(faults) == 1
    assert fault in faults[0]


def test_what_a_calculator_holds() -> None:
    """Every formula there is, each with its words and its inputs; and lists as they are asked."""
    made = calculators()
    found = {section.formula: section for section in made.sections if section.formula}
    assert set(found) == set(FORMULAS)
    assert all(section.meaning for section in found.values())
    assert made.by_code["iqs_rows"].listing is Listing.RATINGS
    assert made.by_code["conc_values"].takes_file
