"""The hours in which people may be reminded, also on the days when clocks are changed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.daytime import ZONES, is_daytime, zone_of
from domain.languages import LANGUAGES

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
PLACES = st.sampled_from([*ZONES.values(), "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"])


@pytest.mark.parametrize(
    ("language", "moment", "expected"),
    [
        # Winter: Moscow is three hours ahead of UTC, Kyiv two, London none.
        ("ru", "2027-01-04T07:00", True),
        ("ru", "2027-01-04T06:59", False),
        ("ru", "2027-01-04T16:59", True),
        ("ru", "2027-01-04T17:00", False),
        ("uk", "2027-01-04T08:00", True),
        ("uk", "2027-01-04T07:59", False),
        ("uk", "2027-01-04T17:59", True),
        ("uk", "2027-01-04T18:00", False),
        ("en", "2027-01-04T10:00", True),
        ("en", "2027-01-04T09:59", False),
        ("en", "2027-01-04T19:59", True),
        ("en", "2027-01-04T20:00", False),
        # Summer: Kyiv and London have put their clocks forward, Moscow has not.
        ("ru", "2027-07-05T07:00", True),
        ("uk", "2027-07-05T07:00", True),
        ("uk", "2027-07-05T17:00", False),
        ("en", "2027-07-05T09:00", True),
        ("en", "2027-07-05T19:00", False),
        # The Monday after clocks went forward, and after they went back.
        ("en", "2027-03-29T09:00", True),
        ("en", "2027-03-29T08:59", False),
        ("uk", "2027-11-01T08:00", True),
        ("uk", "2027-11-01T07:59", False),
        # Sundays begin and end on the clock of the place.
        ("ru", "2027-01-03T12:00", False),
        ("uk", "2027-03-28T12:00", False),
        ("en", "2027-10-31T12:00", False),
        ("en", "2027-01-02T19:59", True),
    ],
)
def test_hours(language: str, moment: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """From ten to eight, Monday to Saturday."""
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert is_daytime(now, zone_of(language, None)) is expected


@given(st.dates(date(2020, 1, 1), date(2034, 12, 31)), PLACES)
def test_ten_hours_a_day(day: date, place: str) -> None:
    """Whatever the clocks do: ten whole hours in one piece, or none on a Sunday."""
    zone = ZoneInfo(place)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone).astimezone(UTC)
    quarters = [noon + timedelta(minutes=15 * n) for n in range(-60, 60)]
    light = [
        one for one in quarters if one.astimezone(zone).date() == day and is_daytime(one, zone)
    ]
    if day.isoweekday() == 7:
        assert light == []
    elif noon.astimezone(zone).date() == day:  # an island has left out a day
        assert len(light) == 40
        assert light[-1] - light[0] == timedelta(hours=9, minutes=45)


@given(MOMENTS, PLACES)
def test_never_long_to_wait(moment: datetime, place: str) -> None:
    """From any moment, the next daytime begins within the night, the Sunday and one more night."""
    zone = ZoneInfo(place)
    hours = [moment + timedelta(minutes=30 * n) for n in range(2 * 40)]
    assert any(is_daytime(one, zone) for one in hours)


@given(MOMENTS, st.sampled_from(LANGUAGES))
def test_the_zone_of_the_moment_does_not_matter(moment: datetime, language: str) -> None:
    """It is the same moment, however it is written."""
    zone = zone_of(language, None)
    elsewhere = moment.astimezone(ZoneInfo("Asia/Tokyo"))
    assert is_daytime(moment, zone) == is_daytime(elsewhere, zone)
