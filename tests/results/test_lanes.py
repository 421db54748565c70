"""Where a journey's way is wrapped."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from results.facts_built import JourneyStage, Touchpoint
from results.lanes import Column, columns, stage_counts, wrapped

_POINT = Touchpoint("·", None, None, is_pain=False, is_delight=False)


def _columns(*counts: int) -> list[Column]:
    return columns([JourneyStage("·", [_POINT] * count) for count in counts])


@given(st.lists(st.integers(0, 8), min_size=1, max_size=12), st.data())
def test_every_column_once_and_in_order(counts: list[int], data: st.DataObject) -> None:
    """However many rows there are."""
    found = _columns(*counts)
    rows = wrapped(found, data.draw(st.integers(1, len(found))))
    assert [column for row in rows for column in row] == found
    assert all(rows)
    assert [n for row in rows for _, n in stage_counts(row)] != []
    points = [column.touchpoint for column in found if column.touchpoint is not None]
    assert points == list(range(sum(counts)))


@pytest.mark.parametrize(
    ("counts", "rows", "sizes"),
    [
        ((3, 3, 3, 3), 2, [6, 6]),
        ((5, 7), 2, [5, 7]),
        ((8, 4), 2, [6, 6]),
        ((10,), 3, [3, 3, 4]),
        ((0, 4, 0, 4), 2, [5, 5]),
        ((1, 1, 1), 3, [1, 1, 1]),
    ],
)
def test_even_and_between_stages(counts: Sequence[int], rows: int, sizes: list[int]) -> None:
    """A stage is torn only where the rows would be much less even otherwise."""
    assert [len(row) for row in wrapped(_columns(*counts), rows)] == sizes


def test_stages_of_a_row() -> None:
    """A torn stage stands in both rows, one without touchpoints has a column too."""
    first, second = wrapped(_columns(4, 0, 5), 2)
    assert [*stage_counts(first)] == [(0, 4), (1, 1)]
    assert [*stage_counts(second)] == [(2, 5)]
