"""Which language a client is spoken to in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.languages import LANGUAGES, match_language


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ru", "ru"),
        ("uk", "uk"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us", "en"),
        ("uk-UA", "uk"),
        ("pt-br", "uk"),
        ("be", "uk"),
        ("", "uk"),
        ("-", "uk"),
        ("rus", "uk"),
        (None, "uk"),
    ],
)
def test_client_language(code: str | None, expected: str) -> None:
    """The primary subtag counts; what we lack or do not know is spoken to in the default."""
    assert expected == match_language(code, "uk")


@given(st.none() | st.text(), st.sampled_from(LANGUAGES))
def test_every_client_gets_a_language(code: str | None, default: str) -> None:
    """Whatever a client reports, it is one of ours: a wording is never missing."""
    assert match_language(code, default) in LANGUAGES
