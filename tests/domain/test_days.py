"""Days as people write them: every form, every fault, and the midnights between them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import (
    FARTHEST,
    Days,
    DaysError,
    DaysFault,
    day_of,
    last_day,
    only_today,
    read_days,
    this_week,
)
from domain.daytime import ZONES

TODAY = date(2026, 5, 10)
ZONE_NAMES = (*ZONES.values(), "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo")
TODAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
SPANS = st.integers(0, 400).map(lambda number: timedelta(days=number))
DASHES = st.sampled_from(["-", "–", "—", " - ", " – ", "  —  "])


def days(first: tuple[int, int, int], last: tuple[int, int, int] | None = None) -> Days:
    """From one day to another, or one day."""
    return Days(date(*first), date(*(last or first)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16.05–18.05", days((2026, 5, 16), (2026, 5, 18))),
        ("16.05-18.05", days((2026, 5, 16), (2026, 5, 18))),
        (" 16.5 — 18.5 ", days((2026, 5, 16), (2026, 5, 18))),
        ("16–18.05", days((2026, 5, 16), (2026, 5, 18))),
        ("16-18.05.2027", days((2027, 5, 16), (2027, 5, 18))),
        ("16/05–18/05", days((2026, 5, 16), (2026, 5, 18))),
        ("2026-05-16 – 2026-05-18", days((2026, 5, 16), (2026, 5, 18))),
        ("2026-05-16-2026-05-18", days((2026, 5, 16), (2026, 5, 18))),
        ("2026-05-16", days((2026, 5, 16))),
        ("16.05", days((2026, 5, 16))),
        ("16.05.26", days((2026, 5, 16))),
        ("16.05.2026–18.05", days((2026, 5, 16), (2026, 5, 18))),
        ("10.05", days((2026, 5, 10))),
        ("09.05", days((2027, 5, 9))),
        ("08.05–10.05", days((2026, 5, 8), (2026, 5, 10))),
        ("01.02–09.05", days((2027, 2, 1), (2027, 5, 9))),
        ("28.12.2026–03.01.2027", days((2026, 12, 28), (2027, 1, 3))),
        ("05.06", days((2026, 6, 5))),
        ("29.02.2028", days((2028, 2, 29))),
    ],
)
def test_forms(text: str, expected: Days) -> None:
    """Day before month; without a year, those under way or to come."""
    assert read_days(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        *((text, DaysFault.UNCLEAR) for text in (
            "", "завтра", "16", "16-18", "16 мая", "16.05–", "–18.05", "16.05–18.05–20.05",
            "1.2.3.4", "٠١.٠٢", "16.05.2", "16.05.20266", "2026-5", "0x1.2", "🙂", "1" * 4096,
            "16..05",
        )),
        *((text, DaysFault.NO_SUCH_DAY) for text in (
            "31.04", "30.02", "00.05", "16.13", "05/16/2026", "2026-02-30", "29.02", "16.00",
            "0000-01-01",
        )),
        *((text, DaysFault.REVERSED) for text in (
            "18.05–16.05", "28.12–03.01", "2026-05-18 – 2026-05-16", "20.05.2027–18.05.2026",
        )),
        *((text, DaysFault.PAST) for text in (
            "09.05.2026", "2026-05-09", "01.01.2020–02.01.2020", "16.05.1999",
        )),
        *((text, DaysFault.FAR) for text in ("16.05.2032", "9999-12-31", "16.05.2026–16.05.2099")),
    ],
)  # fmt: skip
def test_faults(text: str, fault: DaysFault) -> None:
    """Each is told apart."""
    with pytest.raises(DaysError) as caught:
        read_days(text, TODAY)
    assert caught.value.fault is fault


@given(TODAYS, SPANS, SPANS, DASHES)
def test_whole_dates_are_read_as_they_are(
    today: date, ahead: timedelta, span: timedelta, dash: str
) -> None:
    """In either way of writing them."""
    first = today + ahead
    expected = Days(first, first + span)
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"):
        text = dash.join(day.strftime(form) for day in (expected.first, expected.last))
        assert read_days(text, today) == expected


@given(TODAYS, st.integers(0, 364))
def test_without_a_year_it_is_the_next_such_day(today: date, ahead: int) -> None:
    """Today is still to come; the same day of the next year is not meant."""
    day = today + timedelta(days=ahead)
    found = read_days(f"{day:%d.%m}", today)
    assert found.last >= today
    assert (found.last.day, found.last.month) == (day.day, day.month)
    assert found == only_today(day)


@given(st.text(max_size=30), TODAYS)
def test_anything_is_days_or_a_fault(text: str, today: date) -> None:
    """Whatever is typed, and what is taken is in order and near."""
    try:
        found = read_days(text, today)
    except DaysError:
        return
    assert found.first <= found.last
    assert today <= found.last <= today + FARTHEST


@given(
    st.from_regex(r"[0-9]{1,4}([./-][0-9]{1,4}){1,2}( ?[-–] ?[0-9]{1,4}([./-][0-9]{1,4}){1,2})?")
)
def test_numbers_are_days_or_a_fault(text: str) -> None:
    """What looks like dates never breaks the calendar."""
    try:
        found = read_days(text, TODAY)
    except DaysError:
        return
    assert found.first <= found.last


@given(TODAYS)
def test_this_week_ends_on_its_sunday(today: date) -> None:
    """On a Sunday that is today."""
    week = this_week(today)
    assert week.first == today
    assert week.last.isoweekday() == 7
    assert timedelta() <= week.last - today < timedelta(days=7)


@given(TODAYS, SPANS, st.sampled_from(ZONE_NAMES))
def test_midnights(first: date, span: timedelta, zone_name: str) -> None:
    """The first day belongs from its first moment on, the last one to its last."""
    zone, written = ZoneInfo(zone_name), Days(first, first + span)
    opens_at, closes_at = written.moments(zone)
    instant = timedelta(milliseconds=1)
    opens_at, closes_at = opens_at.astimezone(UTC), closes_at.astimezone(UTC)
    assert day_of(opens_at, zone) == written.first
    assert day_of(opens_at - instant, zone) == written.first - timedelta(days=1)
    assert last_day(closes_at, zone) == written.last
    assert day_of(closes_at, zone) == written.last + timedelta(days=1)


def test_a_night_in_which_the_clocks_change() -> None:
    """Kyiv, 29 March 2026: the day has 23 hours; its midnights stay midnights."""
    zone = ZoneInfo("Europe/Kyiv")
    opens_at, closes_at = only_today(date(2026, 3, 29)).moments(zone)
    assert opens_at.astimezone(UTC) == datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert closes_at.astimezone(UTC) == datetime(2026, 3, 29, 21, tzinfo=UTC)
