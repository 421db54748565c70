"""What may stand for a contact, and what Telegram makes tappable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lead import MAX_NAME, MAX_PHONE, Contact, carded, one_line, typed


@pytest.mark.parametrize(
    "words",
    [
        "+380501234567",
        "8 (800) 555-35-35",
        "anna.k+x@mail.example.org",
        "@anna_k",
        "050.123.45.67",
    ],
)
def test_tappable(words: str) -> None:
    """Numbers, addresses and nicks alone."""
    assert Contact(words).can_be_tapped


@pytest.mark.parametrize(
    "words",
    [
        "Аня, +380501234567",
        "https://evil.example",
        "@a",
        "@анна",
        "/delete",
        "a@b",
        "12",
        "@anna_k /delete",
        "",
    ],
)
def test_not_tappable(words: str) -> None:
    """Everything else is words: nothing in it may be a link or a command."""
    assert not Contact(words).can_be_tapped


def test_one_line() -> None:
    """Line breaks and blanks become one blank, what can't be seen goes."""
    assert one_line("  Аня\n\n +380\u200b50\u202e\t1 ") == "Аня +38050 1"


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """One line, nothing invisible; what is taken as a contact stays as it was written."""
    line = one_line(text)
    assert line.isprintable()
    assert line == line.strip()
    assert typed(line) in {None, Contact(line)}


@pytest.mark.parametrize(
    "line",
    [
        "+380501234567",
        "8 (800) 555-35-35",
        "Аня, 050 123 45 67, после шести",
        "12345",
        "anna@пошта.укр, Анна",
        "пишите в Телеграм: @anna_k",
        "t.me/anna_k",
        "linkedin.com/in/anna",
    ],
)
def test_reachable(line: str) -> None:
    """A number, an address, a nick or a link, with any words around it."""
    assert typed(line) == Contact(line)


@pytest.mark.parametrize("line", ["привет", "Allô ?", "нет", "в 18:00", "@", "a.", "Анна, 3 этаж"])
def test_not_reachable(line: str) -> None:
    """A greeting or a name alone leads nobody to anybody."""
    assert typed(line) is None


def test_carded() -> None:
    """The plus sign is put where Telegram leaves it out; nothing grows without end."""
    assert carded("380501234567", "Anna", "") == Contact("+380501234567", "Anna")
    assert carded("+380501234567", "Anna", "K") == Contact("+380501234567", "Anna K")
    long = carded("1" * 99, "A" * 99, "B" * 99)
    assert (len(long.words), len(long.name)) == (MAX_PHONE + 1, MAX_NAME)
