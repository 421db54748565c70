"""Customers who stay, who leave, and what they are worth: CRR, CCR, CLV."""

from typing import Final

from domain.formulas.outcome import (
    Conflict,
    ConflictError,
    Note,
    Outcome,
    Remark,
    check_counts,
    count,
    exact,
    given,
    given_percent,
    money,
    number,
    share,
)

PERIODS: Final = {"month": 12, "quarter": 4, "year": 1}
"""Codes of the periods, and how many of each make a year."""
KEPT: Final = {"month": Note.KEPT_MONTHLY, "quarter": Note.KEPT_QUARTERLY}
LOST: Final = {"month": Note.LOST_MONTHLY, "quarter": Note.LOST_QUARTERLY}


def check_period(
    start: float, new: float | None = None, end: float | None = None, _period: str = ""
) -> None:
    """The customers of a period, as far as they are known.

    Raises:
        ConflictError: A number is negative or not whole; nobody was there at the start; more are
            new than are there at the end; more have stayed than were there.
    """
    check_counts(start, new, end)
    if start == 0:
        raise ConflictError(Conflict.START_EMPTY)
    if new is None or end is None:
        return
    if new > end:
        raise ConflictError(Conflict.NEW_ABOVE_END, new=count(new), end=count(end))
    if end - new > start:
        raise ConflictError(Conflict.KEPT_ABOVE_START, kept=count(end - new), start=count(start))


def compounded(kept: float, times: int) -> float:
    """The share that is still there when the same share is kept so many times in a row, 0 to 1.

    Args:
        kept: The share kept each time, 0 to 1.
        times: How often.
    """
    return float(kept**times)


def crr(start: float, new: float, end: float, period: str) -> Outcome:
    """Customer retention rate: who of the customers at the start is still there at the end.

    CRR = (end - new) / start, 0 to 1; new customers are not counted, or growth would hide who
    left. A month's or a quarter's rate r leaves r¹² or r⁴ after a year. Source: Farris, Bendle,
    Pfeifer & Reibstein (2010), "Marketing Metrics", 2nd edition, chapter 5.

    Args:
        start: Customers at the start of the period, 1 or more.
        new: Customers won within it.
        end: Customers at its end, the new ones among them.
        period: One of PERIODS.

    Raises:
        ConflictError: See `check_period`.
    """
    check_period(start, new, end)
    kept = (end - new) / start
    remarks = []
    if period in KEPT and 0 < kept < 1:
        year = compounded(kept, PERIODS[period])
        remarks.append(Remark(KEPT[period], {"value": share(kept), "year": share(year)}))
    return Outcome(
        value=share(kept),
        filled={"start": count(start), "new": count(new), "end": count(end)},
        span=(0, 1),
        remarks=remarks,
    )


def ccr(start: float, new: float, end: float, period: str) -> Outcome:
    """Customer churn rate: who of the customers at the start has left by the end.

    CCR = 1 - CRR, 0 to 1. A month's or a quarter's churn c leaves 1 - (1 - c)¹² or 1 - (1 - c)⁴
    lost after a year. Source: as of `crr`.

    Args:
        start: Customers at the start of the period, 1 or more.
        new: Customers won within it.
        end: Customers at its end, the new ones among them.
        period: One of PERIODS.

    Raises:
        ConflictError: See `check_period`.
    """
    check_period(start, new, end)
    lost = (start - (end - new)) / start
    remarks = []
    if period in LOST and 0 < lost < 1:
        year = 1 - compounded(1 - lost, PERIODS[period])
        remarks.append(Remark(LOST[period], {"value": share(lost), "year": share(year)}))
    return Outcome(
        value=share(lost),
        filled={"start": count(start), "new": count(new), "end": count(end)},
        span=(0, 1),
        remarks=remarks,
    )


def check_clv(
    _margin: float, retention: float | None = None, discount: float | None = None
) -> None:
    """Margin, retention and discount, as far as they are known.

    Raises:
        ConflictError: The retention is below 0 or not below 100 %, or the discount is below 0.
    """
    if retention is not None and retention < 0:
        raise ConflictError(Conflict.RETENTION_NEGATIVE)
    if retention is not None and retention >= 100:  # noqa: PLR2004 - all of them
        raise ConflictError(Conflict.RETENTION_FULL)
    if discount is not None and discount < 0:
        raise ConflictError(Conflict.DISCOUNT)


def clv(margin: float, retention: float, discount: float) -> Outcome:
    """Customer lifetime value: what a customer just won will bring, in today's money.

    CLV = m · r / (1 + i - r), the sum of m · rᵗ / (1 + i)ᵗ over t = 1, 2, 3…: the first margin
    comes at the end of the first period, from those who are still there. Where it comes at once,
    one m more has to be added. Source: Gupta & Lehmann (2003), "Customers as Assets", Journal of
    Interactive Marketing 17(1), 9-24.

    Args:
        margin: m, what a customer brings a period, less the cost of serving them.
        retention: r, per cent of the customers kept from one period to the next, 0 to below 100.
        discount: i, per cent a period, 0 or more.

    Raises:
        ConflictError: See `check_clv`.
    """
    check_clv(margin, retention, discount)
    m, r, i = exact(margin), exact(retention) / 100, exact(discount) / 100
    multiple = r / (1 + i - r)
    return Outcome(
        value=money(float(m * multiple)),
        filled={
            "margin": given(margin),
            "retention": given_percent(retention),
            "discount": given_percent(discount),
        },
        remarks=[
            Remark(Note.MULTIPLE, {"multiple": number(float(multiple))}),
            Remark(
                Note.FIRST_MARGIN,
                {"margin": given(margin), "value": money(float(m * (1 + multiple)))},
            ),
        ],
    )
