"""The zone in which dates and hours are meant."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.daytime import NEUTRAL, ZONES, clock, house_zone, zone_of
from domain.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_zone(language: str) -> None:
    """Without a setting the language decides."""
    assert zone_of(language, None).key == ZONES[language]
    assert zone_of(language, "").key == ZONES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_setting_rules(language: str) -> None:
    """What the operator has set is the same in every language."""
    assert zone_of(language, "America/Toronto").key == "America/Toronto"


def test_the_house_takes_no_country_from_a_language() -> None:
    """Without a setting its clock is nobody's."""
    assert house_zone(None).key == house_zone("").key == NEUTRAL
    assert house_zone("Europe/Kyiv").key == "Europe/Kyiv"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("UTC", "12:05 (UTC)"),
        ("Europe/Kyiv", "15:05 (UTC+3)"),
        ("America/Argentina/Buenos_Aires", "09:05 (UTC−3)"),
        ("Asia/Kathmandu", "17:50 (UTC+5:45)"),
        ("America/St_Johns", "09:35 (UTC−2:30)"),
    ],
)
def test_a_clock_says_where_it_stands(place: str, said: str) -> None:
    """East and west of UTC, by whole hours and not, summer time included."""
    assert clock(datetime(2026, 7, 1, 12, 5, tzinfo=UTC).astimezone(ZoneInfo(place))) == said
