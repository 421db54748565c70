"""The zone in which dates and hours are meant."""

import pytest

from domain.daytime import NEUTRAL, ZONES, house_zone, zone_of
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
