"""All formulas by the key under which content names them, with the inputs each one needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.formulas import customers, loyalty, quality, spread
from domain.formulas.outcome import Outcome
from domain.kinds import Kind, Listing, Unit
from domain.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Input:
    """What a formula needs a question to be.

    Attributes:
        kind: How it is answered.
        unit: For a number: what it counts.
        listing: For a list: what stands in its rows.
        count: For a list: how many numbers it has; None for any.
        options: For a choice: all answers that are understood.
    """

    kind: Kind = Kind.NUMBER
    unit: Unit = Unit.NUMBER
    listing: Listing = Listing.PLAIN
    count: int | None = None
    options: frozenset[str] = frozenset()

    def fits(self, question: Question) -> bool:
        """Whether a question asks just this, and can't be skipped."""
        offered = {option.code for option in question.options}
        return (
            question.kind is self.kind
            and question.unit is self.unit
            and question.listing is self.listing
            and question.count == self.count
            and offered <= self.options
            and not question.optional
        )

    def __str__(self) -> str:
        parts = [f"kind {self.kind}"]
        if self.kind is Kind.NUMBER:
            parts.append(f"unit {self.unit}")
        if self.listing is not Listing.PLAIN:
            parts.append(f"format {self.listing}")
        if self.count is not None:
            parts.append(f"count {self.count}")
        if self.options:
            parts.append(f"options of {', '.join(sorted(self.options))}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Formula:
    """A calculation.

    Attributes:
        inputs: What it needs, by code, in the order in which it is asked and taken.
        check: Takes the first so many inputs and raises ConflictError where they can't all be
            right.
        calculate: Takes all inputs.
    """

    inputs: Mapping[str, Input]
    check: Callable[..., None]
    calculate: Callable[..., Outcome]


_WHOLE: Final = Input(unit=Unit.WHOLE)
_PERCENT: Final = Input(unit=Unit.PERCENT)
_PERIOD: Final = Input(Kind.CHOICE, options=frozenset(customers.PERIODS))
_ANSWERS: Final = 7


def _period(prefix: str) -> dict[str, Input]:
    counts = {f"{prefix}_{code}": _WHOLE for code in ("s", "n", "e")}
    return counts | {f"{prefix}_period": _PERIOD}


FORMULAS: Final[Mapping[str, Formula]] = {
    "nps": Formula(
        {"nps_pro": _WHOLE, "nps_pas": _WHOLE, "nps_det": _WHOLE}, loyalty.check_nps, loyalty.nps
    ),
    "csat": Formula({"csat_sat": _WHOLE, "csat_all": _WHOLE}, loyalty.check_csat, loyalty.csat),
    "ces": Formula(
        {"ces_counts": Input(Kind.NUMBERS, count=_ANSWERS)}, loyalty.check_ces, loyalty.ces
    ),
    "iqs": Formula(
        {
            "iqs_low": Input(),
            "iqs_high": Input(),
            "iqs_rows": Input(Kind.NUMBERS, listing=Listing.RATINGS),
        },
        quality.check_iqs,
        quality.iqs,
    ),
    "clv": Formula(
        {"clv_m": Input(), "clv_r": _PERCENT, "clv_i": _PERCENT},
        customers.check_clv,
        customers.clv,
    ),
    "crr": Formula(_period("crr"), customers.check_period, customers.crr),
    "ccr": Formula(_period("ccr"), customers.check_period, customers.ccr),
    "concentration": Formula(
        {"conc_values": Input(Kind.NUMBERS)}, spread.check_spread, spread.spread
    ),
}
