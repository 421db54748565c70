"""Numbers as people type them, in three languages, and back."""

import time
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.errors import (
    AnswerError,
    NotANumberError,
    NotWholeError,
    OutOfRangeError,
    PercentUnaskedError,
    ShareOrPercentError,
)
from domain.kinds import Unit
from domain.languages import LANGUAGES
from domain.numerals import (
    BOTH,
    LARGEST,
    LONGEST,
    decimal_marks,
    marks_of,
    read_number,
    show_number,
    show_percent,
)

NUMBER, WHOLE, PERCENT = Unit.NUMBER, Unit.WHOLE, Unit.PERCENT
COMMA, POINT = frozenset({","}), frozenset({"."})


def read(text: str, unit: Unit = NUMBER, language: str = "ru") -> float:
    """As somebody who speaks that language."""
    return read_number(text, unit, decimal_marks(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("+12", 12),
        ("007", 7),
        ("0", 0),
        ("-0", 0),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("0,123", 0.123),
        ("0.123", 0.123),
        (",5", 0.5),
        (".5", 0.5),
        ("5,", 5),
        ("12.", 12),
        ("1,2345", 1.2345),
        ("1234,567", 1234.567),
        ("-3.5", -3.5),
        ("−3,5", -3.5),
        ("–7", -7),
        ("\u202a1\u00a0200,5\u202c", 1200.5),
        ("\u200e-1\u200b2\ufeff", -12),
        ("- 7", -7),
        ("1 000", 1000),
        ("1\u00a0000", 1000),
        ("1\u202f000", 1000),
        ("1\u2009000", 1000),
        ("1'000", 1000),
        ("1’000 000", 1000000),
        ("1 000 000,25", 1000000.25),
        ("1 234.5", 1234.5),
        ("1 234,567", 1234.567),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1,234,567.89", 1234567.89),
        ("1.234.567,89", 1234567.89),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        (" 7 ", 7),
    ],
)
def test_what_every_language_reads_alike(text: str, expected: float, language: str) -> None:
    """Commas, points, spaces and apostrophes tell by their places what they are."""
    assert read(text, NUMBER, language) == expected


@pytest.mark.parametrize(
    ("text", "unit", "russian", "english"),
    [
        ("1,234", NUMBER, 1.234, 1234),
        ("1,234", WHOLE, 1234, 1234),
        ("1,234", PERCENT, 1.234, 1234),
        ("1.234", NUMBER, 1.234, 1.234),
        ("1.234", WHOLE, 1234, 1234),
        ("12,345", NUMBER, 12.345, 12345),
        ("$1,200", NUMBER, 1200, 1200),
        ("1.200 €", NUMBER, 1200, 1200),
    ],
)
def test_what_can_be_read_in_two_ways(
    text: str, unit: Unit, russian: float, english: float
) -> None:
    """Three digits after one mark: a thousand of whole things and of money, else by language."""
    assert read(text, unit, "ru") == read(text, unit, "uk") == russian
    assert read(text, unit, "en") == english


@pytest.mark.parametrize(
    "text",
    ["15 000 грн", "15 000грн.", "₴15000", "15 000 ₽", "15000 руб.", "USD 15,000", "$15 000",
     "15 000 тенге", "15'000 EUR", "15000 dollars", "15 000 гривень"],
)  # fmt: skip
def test_money_is_a_number(text: str) -> None:
    """A currency's sign or name on either side is taken off; counts have none."""
    assert read(text) == 15000
    with pytest.raises(NotANumberError):
        read(text, WHOLE)


@pytest.mark.parametrize("text", ["-$5", "$-5", "−5 грн"])
def test_losses_of_money(text: str) -> None:
    """The minus stands on either side of the sign."""
    assert read(text) == -5


@pytest.mark.parametrize(
    "text", ["12,5%", "12,5 %", "12.5\u00a0%", "12,5 процента", "12.5 percent"]
)
def test_per_cents(text: str) -> None:
    """With their sign or without it where they are asked; refused by name elsewhere."""
    assert read(text, PERCENT) == 12.5
    for unit in (NUMBER, WHOLE):
        with pytest.raises(PercentUnaskedError):
            read(text, unit)


@pytest.mark.parametrize(
    ("text", "taken"), [("12,0", 12), ("12", 12), ("1 234", 1234), ("12,5", None), (".5", None)]
)
def test_whole_numbers(text: str, taken: float | None) -> None:
    """Decimals are refused, not cut."""
    if taken is None:
        with pytest.raises(NotWholeError):
            read(text, WHOLE)
    else:
        assert read(text, WHOLE) == taken


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "12a", "1.2.3", "1,2,3", "12 34", "1 23", "1 0000", "01,234,567", "1e5",
     "nan", "inf", "0x10", "--1", "-$-1", "1-2", "½", "²", "2²", "٣", "5 млн", "5k", "1/2",
     ",", ".", "%", "$", "10 из 12", "$5 грн", "1 234 5", "12:30", "1,23,456.7",
     "9" * (LONGEST + 1)],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    """Neither guessed nor half-read: five million must not become five."""
    for unit in Unit:
        with pytest.raises(NotANumberError):
            read(text, unit)


@pytest.mark.parametrize("text", ["9" * LONGEST, "1" + "0" * 16, "1000000000000001"])
def test_numbers_beyond_counting(text: str) -> None:
    """They can't be stored without loss; the refusal knows the limit."""
    with pytest.raises(OutOfRangeError) as caught:
        read(text)
    assert (caught.value.low, caught.value.high) == (-LARGEST, LARGEST)


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["1,234", "12,50"], COMMA),
        (["1,234", "5,678", "1,234.50"], POINT),
        (["1,234,567"], POINT),
        (["1.234", "0.5"], POINT),
        (["1.234", "1 234,5"], COMMA),
        (["1,234", "Anna", "", "1200"], BOTH),
        (["12,5", "12.5"], BOTH),
    ],
)
def test_a_column_tells_its_mark(texts: list[str], marks: frozenset[str]) -> None:
    """Clear cases decide for the others; where they contradict each other, the language does."""
    assert marks_of(texts, BOTH) == marks


@pytest.mark.parametrize(
    ("number", "decimals", "russian", "english"),
    [
        (0, 6, "0", "0"),
        (1234.5, 6, "1 234,5", "1,234.5"),
        (1234567, 2, "1 234 567", "1,234,567"),
        (0.285, 2, "0,29", "0.29"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "−3", "−3"),
        (-0.001, 2, "0", "0"),
        (99.95, 1, "100", "100"),
        (1e15, 2, "1 000 000 000 000 000", "1,000,000,000,000,000"),
        (9.96e21, 2, "1 · 10²²", "1 · 10²²"),
        (-1.25e18, 2, "−1,2 · 10¹⁸", "−1.2 · 10¹⁸"),
    ],
)
def test_numbers_as_languages_write_them(
    number: float, decimals: int, russian: str, english: str
) -> None:
    """Rounded once, by their shortest digits, halves away from zero."""
    for language in ("ru", "uk"):
        shown = show_number(number, language, decimals)
        assert shown == russian.replace(" ", "\N{NO-BREAK SPACE}")
    assert show_number(number, "en", decimals) == english.replace(" ", "\N{NO-BREAK SPACE}")


def test_shares_as_per_cents() -> None:
    """The sign stands apart in Russian and Ukrainian, and does not in English."""
    assert show_percent(0.1251, "ru") == "12,5\N{NO-BREAK SPACE}%"
    assert show_percent(0.1251, "en") == "12.5%"
    assert show_percent(1, "uk", 0) == "100\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.9999, "99.99%"),
        (0.0001, "0.01%"),
        (0.99951, "99.95%"),
        (0.00049, "0.05%"),
        (1e-12, "0%"),
        (0, "0%"),
        (1.0004, "100%"),
        (-0.0001, "0%"),
    ],
)
def test_only_all_are_a_hundred_per_cent(share: float, told: str) -> None:
    """Nobody is told to keep all customers beside one who has left."""
    assert show_percent(share, "en") == told


@given(st.integers(1, 900).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@example((23, 80))
@example((41, 80))
@example((5, 800))
def test_halves_of_shares_go_up(counted: tuple[int, int]) -> None:
    """23 of 80 are 28.75 %, so 28.8 %, though a hundred times that float lies below it."""
    part, whole = counted
    tenths = floor(Fraction(1000 * part, whole) + Fraction(1, 2))
    assert show_percent(part / whole, "en") == f"{tenths / 10:g}%"


@given(st.decimals(-LARGEST, LARGEST, places=3), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back(number: object, language: str) -> None:
    """Whatever the bot echoes can be sent to it again; three lone decimals aside."""
    value = float(str(number))
    shown = show_number(value, language)
    assert read_number(shown, NUMBER, POINT if language == "en" else COMMA) == value


@given(st.text("0123456789.,'’ \u00a0-−+%$грнk", max_size=14), st.sampled_from(Unit))
def test_any_text_is_a_number_or_a_refusal(text: str, unit: Unit) -> None:
    """Nothing else comes out, and no digit is lost or made up on the way."""
    try:
        number = read(text, unit)
    except AnswerError:
        return
    digits = "".join(sign for sign in text if sign.isdigit())
    found = "".join(sign for sign in f"{Decimal(repr(number)):f}" if sign.isdigit())
    assert digits.strip("0") == found.strip("0")


@pytest.mark.parametrize(
    "text",
    [
        "1" + " " * 1_000_000 + "x",
        "$" + " " * 1_000_000 + "x",
        "1" + "' " * 500_000 + "x",
        "1" + "." * 1_000_000 + "x",
        "1" * 1_000_000,
        "1" + " 000" * 250_000,
    ],
    ids=["spaces", "money", "apostrophes", "points", "digits", "thousands"],
)
def test_what_is_made_to_be_slow(text: str) -> None:
    """A million characters are no number, and known for none at once."""
    started = time.process_time()
    for each in (text, text[: LONGEST - 1] + "x"):
        with pytest.raises(NotANumberError):
            read(each)
        assert marks_of([each], POINT) == POINT
    assert time.process_time() - started < 2


def test_the_longest_number() -> None:
    """Space around it does not count."""
    number = "-999 999 999 999 999,5"
    assert read(" " * LONGEST + number + " " * LONGEST) == -999_999_999_999_999.5
    assert read(number + " " * (LONGEST - len(number) - 6) + "гривен") == -999_999_999_999_999.5


@pytest.mark.parametrize("text", ["0,8", "0.8", ".05", "0,999"])
def test_a_share_where_per_cents_are_asked(text: str) -> None:
    """0.8 may be meant as 80 per cent: nobody guesses; with the sign it is what it says."""
    with pytest.raises(ShareOrPercentError) as refused:
        read(text, PERCENT)
    assert refused.value.number == read(text, NUMBER)
    assert read(f"{text} %", PERCENT) == refused.value.number
    assert read(text.replace("0", "1", 1) if text[0] == "0" else "1", PERCENT) >= 1
    assert read("0", PERCENT) == 0
