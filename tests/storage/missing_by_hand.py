"""The workbook's sheet of what is missing, worked out from the rows' own answers."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from domain.questionnaire import SKIPPED, Instrument
from tests.storage.by_hand import HIDDEN, group, mean_of_shares, parted
from tests.storage.export_world import Table, concealed, tenth


def expected_missing(shape: Instrument, groups: Mapping[str, Table]) -> dict[Any, Any]:
    """By group and code: n and the shares, or None where they are hidden."""
    secret = concealed({name: len(own) for name, own in groups.items()})
    found: dict[Any, Any] = {}
    gone: dict[str, set[str]] = {}
    for block in shape.blocks:
        for question in block.questions:
            code = question.code
            values = {
                name: [row[f"q_{code}"] for row in own if row[f"q_{code}"] != SKIPPED]
                for name, own in groups.items()
            }
            gone[code] = concealed({name: len(own) for name, own in values.items()}, secret)
            for name, own in values.items():
                shares = [len(own), *map(tenth, parted(own))] if own else [0, None, None, None]
                found[name, code] = None if name in gone[code] else shares
    for block in shape.blocks:
        darker = set().union(*(gone[question.code] for question in block.questions))
        gone[block.code] = concealed({n: len(own) for n, own in groups.items()}, secret | darker)
    darker = set().union(*(gone[block.code] for block in shape.blocks))
    gone[""] = concealed({n: len(own) for n, own in groups.items()}, secret | darker)
    for name, own in groups.items():
        for code, questions in [
            ("", [q for block in shape.blocks for q in block.questions]),
            *((block.code, block.questions) for block in shape.blocks),
        ]:
            means = mean_of_shares(own, [question.code for question in questions])
            found[name, code] = None if name in gone[code] else [len(own), *map(tenth, means)]
    return {key: cell for key, cell in found.items() if key[0] not in secret or key[1] == ""}


def check_missing(shape: Instrument, rows: Table, sheet: Table) -> None:
    """Every share from the rows' own answers; the items most often missing first."""
    counted = [row for row in rows if row["counts"]]
    by_campaign: defaultdict[str, Table] = defaultdict(list)
    for row in counted:
        by_campaign[group(row)].append(row)
    for cut, groups in (("All", {"All": counted}), ("Campaign", by_campaign)):
        expected = expected_missing(shape, groups)
        if len(shape.blocks) == 1:
            expected = {key: cell for key, cell in expected.items() if key[1] != "only"}
        own = [row for row in sheet if row["Cut"] == cut]
        told = {
            (row["Group"], row["Code"] or ""): None
            if row["n"] == HIDDEN
            else [row["n"], *(row[f"“{part}”, %"] for part in ("Yes", "No", "Not sure"))]
            for row in own
        }
        assert told == expected
        for name in groups:
            items = [r for r in own if r["Group"] == name and r["About"] == "item"]
            shown = [r["“No”, %"] for r in items if r["n"] != HIDDEN]
            assert shown == sorted(shown, reverse=True)
            assert [r["n"] == HIDDEN for r in items] == sorted(r["n"] == HIDDEN for r in items)
