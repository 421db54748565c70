"""Each formula against values worked out by hand or published, and what it refuses."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.formulas import customers, loyalty, quality, spread
from domain.formulas.outcome import Conflict, ConflictError, Note, Outcome
from domain.formulas.quality import Rating
from domain.formulas.registry import FORMULAS

SCALE = (1, 5)


def notes(outcome: Outcome) -> list[Note]:
    """What is said beside a result."""
    return [remark.note for remark in outcome.remarks]


def figure(outcome: Outcome, note: Note, name: str) -> float:
    """A number of a remark."""
    return next(one for one in outcome.remarks if one.note is note).figures[name].value


def test_nps() -> None:
    """(60 - 15) / 100; Rocks: 0.436893 -/+ 1.959964 * sqrt((0.742718 - 0.190876) / 103)."""
    found = loyalty.nps(60, 25, 15)
    assert found.value.value == pytest.approx(45)
    assert found.interval == pytest.approx((29.343, 58.036), abs=1e-3)
    assert notes(found) == [Note.INTERVAL]
    assert notes(loyalty.nps(1, 0, 0)) == [Note.INTERVAL, Note.FEW]


def test_csat() -> None:
    """Newcombe's 81 of 263."""
    found = loyalty.csat(81, 263)
    assert found.value.value == pytest.approx(81 / 263)
    assert found.interval == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_ces() -> None:
    """10 + 20 + 30 of 70 found it easy; 1·1 + 2·2 + 3·3 + 4·4 + 5·10 + 6·20 + 7·30 = 410."""
    found = loyalty.ces([1, 2, 3, 4, 10, 20, 30])
    assert found.value.value == pytest.approx(60 / 70)
    assert figure(found, Note.MEAN, "mean") == pytest.approx(410 / 70)


@pytest.mark.parametrize(("score", "part"), [(1, 0), (2, 0.25), (3, 0.5), (4, 0.75), (5, 1)])
def test_iqs_of_one_category(score: float, part: float) -> None:
    """The five-point scale of Zendesk QA: 0, 25, 50, 75, 100 %."""
    assert quality.iqs(*SCALE, [Rating(score, 3)]).value.value == part


def test_halves_are_told_as_halves() -> None:
    """What comes to 49.75 % or 11.875 by hand is that very number, so that it rounds up."""
    fifths = [Rating(40, 3), Rating(59, 2), Rating(79, 1), Rating(5, 1), Rating(76, 1)]
    assert quality.iqs(0, 100, fifths).value.value == 0.4975
    assert quality.iqs(0, 1, [Rating(1, 0.1), Rating(0, 0.7)]).value.value == 0.125
    assert customers.clv(10, 57, 5).value.value == 11.875
    assert customers.clv(1e6, 99.999, 0).value.value == 99_999_000_000


def test_iqs() -> None:
    """(2 · 0.75 + 1 · 1) / 3; what does not apply weighs nothing, one that failed costs all."""
    rated = [Rating(4, 2), Rating(5, 1)]
    assert quality.iqs(*SCALE, rated).value.value == pytest.approx(2.5 / 3)
    found = quality.iqs(*SCALE, [*rated, Rating(None, 7)])
    assert found.value.value == pytest.approx(2.5 / 3)
    assert figure(found, Note.LEFT_OUT, "count") == 1
    failed = quality.iqs(*SCALE, [*rated, Rating(None, 2, is_failed=True)])
    assert failed.value.value == 0
    assert figure(failed, Note.FAILED, "value") == pytest.approx(2.5 / 5)
    assert quality.iqs(-2, 2, [Rating(0, 1)]).value.value == 0.5


@pytest.mark.parametrize(
    ("retention", "discount", "multiple"),
    [(60, 10, 1.20), (60, 16, 1.07), (70, 12, 1.67), (80, 12, 2.5), (90, 10, 4.5), (90, 16, 3.46)],
)  # fmt: skip
def test_clv_published(retention: float, discount: float, multiple: float) -> None:
    """Margin multiples as Gupta and Lehmann (2003) give them in their first table."""
    found = customers.clv(1000, retention, discount)
    assert found.value.value == pytest.approx(1000 * multiple, abs=5)
    assert figure(found, Note.FIRST_MARGIN, "value") == pytest.approx(found.value.value + 1000)


@given(st.floats(-1e6, 1e6), st.floats(0, 95), st.floats(0, 50))
def test_clv_is_the_sum_of_what_comes(margin: float, retention: float, discount: float) -> None:
    """Year by year, of those who are still there, in today's money."""
    factor = retention / 100 / (1 + discount / 100)
    year_by_year = sum(margin * factor**t for t in range(1, 1000))
    value = customers.clv(margin, retention, discount).value.value
    assert value == pytest.approx(year_by_year, rel=1e-9, abs=1e-6)


def test_retention_and_churn() -> None:
    """(900 - 50) / 1000; 0.85¹² = 0.142242, 1 - 0.85⁴ = 0.477994."""
    kept, lost = customers.crr(1000, 50, 900, "month"), customers.ccr(1000, 50, 900, "quarter")
    assert kept.value.value == pytest.approx(0.85)
    assert figure(kept, Note.KEPT_MONTHLY, "year") == pytest.approx(0.142242, abs=5e-7)
    assert lost.value.value == pytest.approx(0.15)
    assert figure(lost, Note.LOST_QUARTERLY, "year") == pytest.approx(0.477994, abs=5e-7)
    for period in customers.PERIODS:
        assert notes(customers.crr(10, 0, 10, period)) == []
        assert notes(customers.ccr(10, 5, 5, period)) == []
    assert notes(customers.crr(10, 0, 9, "year")) == []
    assert notes(customers.ccr(10, 0, 9, "month")) == [Note.LOST_MONTHLY]
    assert notes(customers.crr(10, 0, 9, "quarter")) == [Note.KEPT_QUARTERLY]


@given(st.integers(1, 1000), st.integers(0, 1000), st.integers(0, 1000))
def test_retention_and_churn_make_a_whole(start: int, new: int, kept: int) -> None:
    """Whoever is not kept has left."""
    end = new + min(kept, start)
    retention = customers.crr(start, new, end, "month").value.value
    assert retention + customers.ccr(start, new, end, "month").value.value == pytest.approx(1)
    assert 0 <= retention <= 1


def test_spread() -> None:
    """Two of five bring 85 %; of fewer than five nobody is a fifth; losses make a whale."""
    found = spread.spread([79, 6, 5, 5, 5])
    assert found.value.value == pytest.approx(0.4)
    assert notes(found) == [Note.TOP_FIFTH, Note.GINI]
    assert notes(spread.spread([7])) == [Note.GINI]
    whale = spread.spread([50, -10, 60, 0])
    assert notes(whale) == [Note.PEAK]
    assert figure(whale, Note.PEAK, "top") == pytest.approx(1.1)
    assert figure(whale, Note.PEAK, "lost") == pytest.approx(0.1)


REFUSALS: Sequence[tuple[Callable[..., Outcome], tuple[object, ...], Conflict]] = [
    (loyalty.nps, (-1, 0, 0), Conflict.NEGATIVE),
    (loyalty.nps, (1.5, 0, 0), Conflict.NOT_WHOLE),
    (loyalty.nps, (0, 0, 0), Conflict.NOBODY),
    (loyalty.csat, (0, 0), Conflict.NOBODY),
    (loyalty.csat, (6, 5), Conflict.MORE_SATISFIED),
    (loyalty.ces, ([0] * 7,), Conflict.NOBODY),
    (loyalty.ces, ([1, 2, 3, 4, 5, 6, -1],), Conflict.NEGATIVE),
    (loyalty.ces, ([1, 2, 3, 4, 5, 6, 0.5],), Conflict.NOT_WHOLE),
    (quality.iqs, (5, 5, [Rating(5, 1)]), Conflict.SCALE),
    (quality.iqs, (5, 1, [Rating(5, 1)]), Conflict.SCALE),
    (quality.iqs, (1, 5, [Rating(6, 1)]), Conflict.OUTSIDE_SCALE),
    (quality.iqs, (1, 5, [Rating(5, -1)]), Conflict.WEIGHT),
    (quality.iqs, (1, 5, [Rating(None, 1)]), Conflict.NOT_RATED),
    (quality.iqs, (1, 5, [Rating(5, 0)]), Conflict.NOT_RATED),
    (customers.clv, (1, -1, 0), Conflict.RETENTION_NEGATIVE),
    (customers.clv, (1, 100, 0), Conflict.RETENTION_FULL),
    (customers.clv, (1, 50, -1), Conflict.DISCOUNT),
    (customers.crr, (0, 0, 0, "month"), Conflict.START_EMPTY),
    (customers.crr, (10, 5, 4, "month"), Conflict.NEW_ABOVE_END),
    (customers.ccr, (10, 5, 16, "month"), Conflict.KEPT_ABOVE_START),
    (customers.ccr, (10, -5, 6, "month"), Conflict.NEGATIVE),
    (spread.spread, ([0, 0],), Conflict.NO_TOTAL),
    (spread.spread, ([5, -7],), Conflict.NO_TOTAL),
]


@pytest.mark.parametrize(("calculate", "inputs", "conflict"), REFUSALS)
def test_refusals(
    calculate: Callable[..., Outcome], inputs: tuple[object, ...], conflict: Conflict
) -> None:
    """What can't all be right is refused by name, and the reason knows the numbers."""
    with pytest.raises(ConflictError) as caught:
        calculate(*inputs)
    assert caught.value.conflict is conflict


def test_every_conflict_is_one_of_a_formula() -> None:
    """None is worded for nothing."""
    assert {conflict for _, _, conflict in REFUSALS} == set(Conflict)


@pytest.mark.parametrize("key", FORMULAS)
def test_every_formula_checks_its_inputs_one_by_one(key: str) -> None:
    """A check takes any first few of its inputs: refusals come with the input that makes them."""
    right: dict[str, tuple[object, ...]] = {
        "nps": (6, 2, 2),
        "csat": (8, 9),
        "ces": ([1] * 7,),
        "iqs": (1, 5, [Rating(4, 1)]),
        "clv": (100, 80, 10),
        "crr": (10, 2, 9, "month"),
        "ccr": (10, 2, 9, "month"),
        "concentration": ([1, 2],),
    }
    formula, inputs = FORMULAS[key], right[key]
    assert len(formula.inputs) == len(inputs)
    for length in range(1, len(inputs) + 1):
        formula.check(*inputs[:length])
    assert formula.calculate(*inputs).value.value > 0


@given(st.lists(st.integers(0, 50), min_size=7, max_size=7).filter(any))
def test_intervals_hold_their_figure(counts: list[int]) -> None:
    """Low, figure, high: always in this order and within the span."""
    for found in (loyalty.ces(counts), loyalty.nps(counts[0], counts[1], counts[2] + 1)):
        assert found.interval is not None
        assert found.span is not None
        low, high = found.interval
        order = [found.span[0], low, high, found.span[1]]
        assert all(one <= other for one, other in pairwise(order))
