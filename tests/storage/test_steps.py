"""Figures that change by several people at a time: no one person shows in the difference."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from domain.kinds import Mode
from domain.questionnaire import SKIPPED
from domain.statistics import GROUP_THRESHOLD
from storage.steps import PEOPLE, TOTAL, Figure, Finish, Part, Steps, values_of

START = datetime(2026, 11, 22, 9, tzinfo=UTC)
FULL, EXPRESS = Mode.FULL, Mode.EXPRESS
BLOCK: Figure = (Part.BLOCK, "x")
FIGURES = (PEOPLE, TOTAL, BLOCK)

Ends = Sequence[tuple[int, Mode, bool, bool]]
"""Who finished, in which mode, whether with a total, and whether with a score in the block."""
ENDS = st.lists(
    st.tuples(st.integers(1, 14), st.sampled_from(Mode), st.booleans(), st.booleans()), max_size=60
)


def finish(number: int, who: int, mode: Mode, *, total: bool = True, block: bool = True) -> Finish:
    """An attempt whose values tell it from every other."""
    return Finish(
        who=who,
        campaign="hall",
        mode=mode,
        finished_at=START + timedelta(minutes=number),
        total=float(number) if total else None,
        scores={"x": float(number) if block else None},
        answers={},
    )


def boards(ends: Ends, mode: Mode) -> list[Mapping[Figure, Mapping[int, float]]]:
    """What stands after each attempt."""
    steps = Steps(mode)
    seen: list[Mapping[Figure, Mapping[int, float]]] = []
    for number, (who, of_mode, total, block) in enumerate(ends):
        steps.add(finish(number, who, of_mode, total=total, block=block))
        seen.append({figure: dict(values) for figure, values in steps.standing().items()})
    return seen


def plain(count: int) -> Ends:
    """So many people, each once, with everything answered."""
    return [(who, FULL, True, True) for who in range(1, count + 1)]


@given(ENDS, st.sampled_from(Mode))
@example(plain(11), FULL)
@example([*plain(12), (2, FULL, True, True)], FULL)
@example([(who, mode, True, True) for mode in (EXPRESS, FULL) for who in range(1, 7)], EXPRESS)
@example(
    [
        *plain(5),
        *[(who, FULL, True, who in {6, 7}) for who in range(6, 11)],
        *[(who, FULL, True, who in {11, 12, 13}) for who in (6, 7, 11, 12, 13)],
    ],
    FULL,
)
def test_no_two_boards_differ_by_fewer_than_five_people(ends: Ends, mode: Mode) -> None:
    """Of all figures, whoever is new, takes the test again, or goes on to the full version."""
    seen = boards(ends, mode)
    for figure in FIGURES:
        shown = [board[figure] for board in seen if figure in board]
        for before, after in pairwise(shown):
            who = {person for person, _ in set(before.items()) ^ set(after.items())}
            assert not who or len(who) >= GROUP_THRESHOLD
        assert all(len(values) >= GROUP_THRESHOLD for values in shown)


@given(ENDS, st.sampled_from(Mode))
def test_figures_change_only_when_people_do(ends: Ends, mode: Mode) -> None:
    """A block is never ahead: else it would tell of people whom the total does not know yet."""
    seen = [{}, *boards(ends, mode)]
    for before, after in pairwise(seen):
        if before.get(PEOPLE) == after.get(PEOPLE):
            assert before == after or len(after.get(PEOPLE, ())) < GROUP_THRESHOLD


@given(ENDS, st.sampled_from(Mode))
def test_how_far_behind_those_who_stand_are(ends: Ends, mode: Mode) -> None:
    """Against a plain count of each person's latest attempt, a full one before a short one.

    By fewer than five; by four more at most where somebody came and went on to the other version
    before they stood, as they hide nobody's change.
    """
    latest: dict[int, tuple[Mode, int]] = {}
    steps = Steps(mode)
    for number, (who, of_mode, total, block) in enumerate(ends):
        steps.add(finish(number, who, of_mode, total=total, block=block))
        if who not in latest or not latest[who][0] is FULL is not of_mode:
            latest[who] = of_mode, number
    present = {
        who: (START + timedelta(minutes=number)).timestamp()
        for who, (of_mode, number) in latest.items()
        if of_mode is mode
    }
    assert steps.people == len(present)
    standing = steps.standing().get(PEOPLE, {})
    if standing:
        changed = {who for who, _ in set(standing.items()) ^ set(present.items())}
        came_and_went = {
            who
            for who, of_mode, *_ in ends
            if of_mode is mode and who not in {*present, *standing}
        }
        assert len(changed) < GROUP_THRESHOLD + min(4, 4 * len(came_and_went))


def test_the_first_five_then_the_next_five() -> None:
    """In the order in which they finished."""
    counts = [len(board.get(PEOPLE, ())) for board in boards(plain(11), FULL)]
    assert counts == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]
    assert boards(plain(11), FULL)[-1][TOTAL] == {who: float(who - 1) for who in range(1, 11)}


def test_a_block_waits_for_five_scores() -> None:
    """One score among five people would be told by the difference."""
    ends = [(who, FULL, True, who not in {2, 7}) for who in range(1, 16)]
    counts = [len(board.get(BLOCK, ())) for board in boards(ends, FULL)]
    assert counts == [0] * 9 + [8] * 5 + [13]


def test_again_changes_nothing_until_five_have() -> None:
    """Four who take the test again wait for a fifth person."""
    again = [*plain(10), *[(who, FULL, True, True) for who in (2, 3, 4, 5)]]
    seen = boards([*again, (11, FULL, True, True)], FULL)
    assert seen[9] == seen[13]
    assert seen[14][TOTAL] == {
        1: 0, 2: 10, 3: 11, 4: 12, 5: 13, 6: 5, 7: 6, 8: 7, 9: 8, 10: 9, 11: 14
    }  # fmt: skip


def test_the_same_again_hides_nobody() -> None:
    """Four who answer as before and a fifth who is new: the difference would be the fifth."""
    question: Figure = (Part.ANSWER, "q")
    steps = Steps(FULL, ["q"])
    for number, who in enumerate([1, 2, 3, 4, 5, 1, 2, 3, 4, 6]):
        steps.add(finish(number, who, FULL)._replace(answers={"q": who}))
    assert len(steps.standing()[PEOPLE]) == 6
    assert steps.standing()[question] == {who: who for who in range(1, 6)}


def test_from_short_to_full() -> None:
    """They leave the one and join the other, five at a time."""
    ends = [(who, mode, True, True) for mode in (EXPRESS, FULL) for who in range(1, 11)]
    assert [len(b.get(PEOPLE, ())) for b in boards(ends, EXPRESS)][9:] == [10] * 5 + [5] * 5 + [0]
    assert [len(b.get(PEOPLE, ())) for b in boards(ends, FULL)][9:] == [0] * 5 + [5] * 5 + [10]


def test_values() -> None:
    """Numbers only: what was skipped is no answer, what has too few answers is no score."""
    one = Finish(1, "", FULL, START, None, {"x": None, "y": 0.0}, {"a": 0, "b": SKIPPED})
    assert values_of(one, ["a", "b", "c"]) == {
        PEOPLE: START.timestamp(), (Part.BLOCK, "y"): 0.0, (Part.ANSWER, "a"): 0,
    }  # fmt: skip
