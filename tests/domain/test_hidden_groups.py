"""Small groups: what is shown must not let anybody work out what is hidden."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.statistics import GROUP_THRESHOLD, hidden_groups

SIZES = st.lists(st.integers(0, 12), max_size=7)
THRESHOLDS = st.integers(3, 8)


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ([], set()),
        ([5], set()),
        ([5, 6, 7], set()),
        ([4], {0}),
        ([0, 0, 0], set()),
        # one small group alone: the total minus the rest would tell it
        ([4, 9, 6], {0, 2}),
        ([4, 6, 6], {0, 1}),
        # two small groups of fewer than five together: a third goes with them
        ([1, 2, 30, 8], {0, 1, 3}),
        ([2, 2, 0, 8, 9], {0, 1, 3}),
        # two small groups of five or more together shield each other
        ([2, 3, 30, 8], {0, 1}),
        ([4, 4, 30], {0, 1}),
        # nothing left to hide behind
        ([4, 5], {0, 1}),
        ([1, 1, 1], {0, 1, 2}),
        # an empty group shields nobody
        ([0, 4, 9], {1, 2}),
    ],
)
def test_by_hand(sizes: list[int], hidden: set[int]) -> None:
    """The rule of methods.md, case by case; ties go to the group that comes first."""
    assert hidden == hidden_groups(sizes)


def computable(sizes: list[int], hidden: frozenset[int]) -> list[frozenset[int]]:
    """Every set of groups that adding and subtracting what is shown gives.

    Shown are the total and each group that is not hidden, of which any may be taken away from
    the total or added up. Groups are told apart by people, so a set of groups is a figure.
    """
    everybody = frozenset(i for i, n in enumerate(sizes) if n > 0)
    visible = sorted(everybody - hidden)
    shown = [frozenset(some) for k in range(len(visible) + 1) for some in combinations(visible, k)]
    return [*shown, *(everybody - some for some in shown)]


@given(SIZES, THRESHOLDS)
@example([4, 9, 6], 5)
@example([1, 1, 1, 5], 5)
@example([3, 0, 3], 5)
def test_no_hidden_group_can_be_computed(sizes: list[int], threshold: int) -> None:
    """Brute force: no figure that can be worked out is a hidden group or too few people.

    The total itself is only shown from the threshold on, as every group is.
    """
    hidden = hidden_groups(sizes, threshold)
    if sum(sizes) < threshold:
        assert hidden == {i for i, n in enumerate(sizes) if n}
        return
    for groups in computable(sizes, hidden):
        people = sum(sizes[i] for i in groups)
        assert people == 0 or people >= threshold, f"{set(groups)} can be worked out"
        if groups & hidden:
            assert len(groups & hidden) > 1, f"hidden group {set(groups & hidden)} alone"


@given(SIZES, THRESHOLDS)
def test_hides_no_more_than_it_must(sizes: list[int], threshold: int) -> None:
    """All groups under the threshold, and at most the smallest one besides them."""
    hidden = hidden_groups(sizes, threshold)
    small = {i for i, n in enumerate(sizes) if 0 < n < threshold}
    extra = hidden - small
    assert small <= hidden
    assert len(extra) <= 1
    if not small:
        assert hidden == frozenset()
    for index in extra:
        shown = [n for i, n in enumerate(sizes) if n >= threshold and i not in hidden]
        assert all(sizes[index] <= n for n in shown)
        assert len(small) == 1 or sum(sizes[i] for i in small) < threshold


@given(SIZES)
def test_empty_groups_are_never_hidden(sizes: list[int]) -> None:
    """A group that nobody is in tells nothing about anybody."""
    hidden = hidden_groups(sizes)
    assert all(sizes[i] > 0 for i in hidden)


def test_threshold() -> None:
    """Five by default, as the privacy screen promises."""
    assert GROUP_THRESHOLD == 5
