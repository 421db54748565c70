"""Lists of numbers as people paste them."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import (
    AnswerError,
    CountError,
    NoNumbersError,
    OutOfRangeError,
    TooManyError,
)
from domain.formulas.quality import Rating
from domain.kinds import Kind, Listing
from domain.listed import Listed, Unread, dumped, loaded, read_list
from domain.questionnaire import MAX_NUMBERS, Question
from tests.support.questionnaires import question

PLAIN = question("q", Kind.NUMBERS)
RATINGS = replace(PLAIN, listing=Listing.RATINGS)
SEVEN = replace(PLAIN, count=7)


def read(text: str, language: str = "ru") -> Listed:
    """A plain list."""
    return read_list(text, PLAIN, language)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12", [12]),
        ("1 2 3", [1, 2, 3]),
        ("1; 2; 3", [1, 2, 3]),
        ("1\t2\t3", [1, 2, 3]),
        ("3, 5, 7,5", [3, 5, 7.5]),
        ("3,5,7,10", [3, 5, 7, 10]),
        ("1 000; 2 000", [1000, 2000]),
        ("1\u00a0000 2\u00a0000", [1000, 2000]),
        ("10\n20\n30", [10, 20, 30]),
        ("10\r\n\r\n20\r\n", [10, 20]),
        ("1 234\n5 678", [1234, 5678]),
        ("5\n6\n−7", [5, 6, -7]),
        ("1 2 3 4\n5 6 7 8", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("1; 2; 3;\n4; 5; 6", [1, 2, 3, 4, 5, 6]),
        ("1; 100\n2; 200", [100, 200]),
        ("Иванов; 1234\nПетров; 5,5", [1234, 5.5]),
        ("Иванов - 1 234\nПетров — 50", [1234, 50]),
        ("Иванов −50\nПетров: 7", [-50, 7]),
        ("ООО «Ромашка», Киев 1 200 грн\nШкола № 5\t900 грн", [1200, 900]),
        ("№\tИмя\tПрибыль\n1\tА\t1 200,50\n2\tБ\t3 400", [1200.5, 3400]),
        ("$1,200\n$3,400.50", [1200, 3400.5]),
        ("1,234\n12,50", [1.234, 12.5]),
        ("10 20 30\n40 50", [10, 20, 30, 40, 50]),
        ("4000 3000\n2000 1000", [4000, 3000, 2000, 1000]),
        ("4000, 3000\n2000, 1000", [4000, 3000, 2000, 1000]),
        ("10 20; 30\n40", [10, 20, 30, 40]),
        ("3,5,7\n8,10,11,12", [3, 5, 7, 8, 10, 11, 12]),
        ("1; 100\n2; 200\n3; 300", [100, 200, 300]),
        ("№; Прибыль\n1; 100\n2; 200\n3; 300", [100, 200, 300]),
        ("№ Прибыль\n1 4000\n2 300\n3 20", [4000, 300, 20]),
        ("1 4000\n2 300", [1, 4000, 2, 300]),
        ("1. 100\n2) 50\n3. Иванов 70", [100, 50, 70]),
        ("Магазин 24 — 300\nМагазин 7: 200", [300, 200]),
        ("Иванов; 5\n10 20", [5, 10, 20]),
    ],
)
def test_lists_as_people_paste_them(text: str, values: Sequence[float]) -> None:
    """One number a row, or many in one; names and row numbers are left behind."""
    listed = read(text)
    assert (list(listed.values), listed.unread_count) == (values, 0)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 000", [1000]),
        ("1 000 2 000 3 000", [1000, 2000, 3000]),
        ("1 234 5 678,50 12 345", [1234, 5678.5, 12345]),
        ("1 234 567\n12 345", [1234567, 12345]),
        ("1500 2 000 50", [1500, 2000, 50]),
        ("$1 200 $3 400", [1200, 3400]),
        ("-1 200 −3 400", [-1200, -3400]),
        ("100 200 300", [100, 200, 300]),
        ("100 200\n300 400", [100, 200, 300, 400]),
        ("150 000\n120 500", [150000, 120500]),
        ("100 50 200", [100, 50, 200]),
        ("5 10 900 20", [5, 10, 900, 20]),
        ("5 100 200 300", [5, 100, 200, 300]),
        ("1500 2 300", [1500, 2, 300]),
    ],
)
def test_thousands_with_a_space_inside_a_row(text: str, values: Sequence[float]) -> None:
    """Groups of three digits join the number before them where all of a row looks like that.

    A group that starts with zero settles it for the whole list.
    """
    listed = read(text)
    assert (list(listed.values), listed.unread_count) == (values, 0)


@pytest.mark.parametrize(
    "row",
    [
        "Иванов 4000 3000", "Иванов 4 000 3 000", "Иванов: 4000 3000", "Иванов; 4000 3000",
        "Иванов; 4000; 3000", "Иванов 4000 грн 3000 грн", "4 000 ₽ 3 000 ₽",
    ],
)  # fmt: skip
def test_a_name_with_two_numbers_is_never_halved(row: str) -> None:
    """Which of them is meant can't be told: the row is named."""
    listed = read(f"Петров 500\n{row}\n7")
    assert listed.values == [500, 7]
    assert list(listed.unread) == [Unread(2, row)]


def test_the_language_decides_only_what_the_list_leaves_open() -> None:
    """A clear case in the list goes before the language."""
    assert read("1,234\n5,678", "en").values == [1234, 5678]
    assert read("1,234\n5,678", "uk").values == [1.234, 5.678]
    assert read("1,234\n5,678\n1,000.5", "uk").values == [1234, 5678, 1000.5]


def test_rows_without_a_number_are_named() -> None:
    """The first three by place and text; a heading is none of them, and a total stands apart."""
    listed = read("Клиент Прибыль\nА; 5\nнет\nБ; 7\n—\n2 из 3\nещё\nИтого; 12")
    assert listed.values == [5, 7, 3]
    assert listed.unread_count == 3
    assert list(listed.unread) == [Unread(3, "нет"), Unread(5, "—"), Unread(7, "ещё")]
    assert (list(listed.totals), listed.totals_count) == ([Unread(8, "Итого; 12")], 1)


@pytest.mark.parametrize(
    "word",
    ["Итого", "ВСЕГО:", "Усього", "Разом", "Total", "Grand total", "Сумма —", "Итого по всем:"],
)
def test_totals_do_not_count(word: str) -> None:
    """Somebody who brings as much as all others together would turn everything round."""
    for text in (f"A 5\nB 7\n{word} 12", f"Клиент Прибыль\n{word} 12\nA 5\nB 7"):
        assert (read(text).values, read(text).totals_count) == ([5, 7], 1)
    assert read("Total Oil 5\nB 7").values == [5, 7]
    assert read("Сумма\n5\n7").totals_count == 0
    assert read("A 5\nB 7\nИтого:\n12").values == [5, 7]
    assert read("Прибыль\nИтого\nA 5\nB 7").values == [5, 7]


def test_ratings() -> None:
    """A score and its weight; "-" does not apply, "!" has failed; names may stand before."""
    listed = read_list("4 2\nТон: 4,5 0,5\n5\n- 3\n! 2\n4! 1\n-2 1\nЭтап 2 4 3", RATINGS, "ru")
    assert listed.values == [
        Rating(4, 2),
        Rating(4.5, 0.5),
        Rating(5, 1),
        Rating(None, 3),
        Rating(None, 2, is_failed=True),
        Rating(None, 1, is_failed=True),
        Rating(-2, 1),
    ]
    assert list(listed.unread) == [Unread(8, "Этап 2 4 3")]
    assert read_list("4 2; 5; -", RATINGS, "ru").values == [
        Rating(4, 2), Rating(5, 1), Rating(None, 1),
    ]  # fmt: skip


def test_lists_that_are_refused() -> None:
    """Nothing at all, too many, another number than asked, one outside the limits."""
    for text in ("", "нет", "нет\nтоже нет", "Имя\nИтого 5"):
        with pytest.raises(NoNumbersError):
            read(text)
    assert len(read("1 " * MAX_NUMBERS).values) == MAX_NUMBERS
    with pytest.raises(TooManyError):
        read("1 " * (MAX_NUMBERS + 1))
    assert len(read_list("1 2 3 4 5 6 7", SEVEN, "ru").values) == 7
    with pytest.raises(CountError) as caught:
        read_list("1 2 3 4 5 6", SEVEN, "ru")
    assert (caught.value.found, caught.value.wanted) == (6, 7)
    with pytest.raises(OutOfRangeError):
        read_list("1 -2", replace(PLAIN, low=0), "ru")


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda x: round(x, 2))


@given(st.lists(NUMBERS, min_size=2, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_column_is_read_as_it_is(numbers: list[float], newline: str) -> None:
    """Whatever its numbers, a row each: all of them, in order, and no name."""
    text = newline.join(f"Customer {n}; {number:.2f}" for n, number in enumerate(numbers))
    assert read(text).values == numbers


@given(st.text(max_size=200), st.sampled_from([PLAIN, RATINGS, SEVEN]))
def test_any_text_is_a_list_or_a_refusal(text: str, asked: object) -> None:
    """Nothing else comes out; what comes out is stored and read back alike."""
    listing = Listing.RATINGS if asked is RATINGS else Listing.PLAIN
    try:
        listed = read_list(text, RATINGS if asked is RATINGS else PLAIN, "uk")
    except AnswerError:
        return
    assert loaded(dumped(listed.values), listing) == list(listed.values)


@pytest.mark.parametrize("asked", [PLAIN, RATINGS], ids=["plain", "ratings"])
@pytest.mark.parametrize(
    "row",
    [
        "a " + "1 " * 2040 + "x",
        "a " + "- " * 2040 + "x",
        "a " + "1: " * 1360 + "x",
        "1" + " " * 4090 + "x",
        "1" + "\u00a0" * 4090 + "x",
        "1," * 2045 + "x",
        ", " * 2045 + "x",
        ";" * 4090 + "x",
        "итого" + "!" * 4090,
        "!" * 4090 + "x",
        "1 000 " * 680,
        "1" + " 100" * 1020,
        "1" + " 000" * 1020,
        "1 000 " * 680 + "x",
    ],
)
def test_what_is_made_to_be_slow(row: str, asked: Question) -> None:
    """A message as long as one can be is read in a moment, whatever it repeats."""
    started = time.process_time()
    for text in (row, row + "\n5"):
        with suppress(AnswerError):
            read_list(text, asked, "ru")
    assert time.process_time() - started < 1


def test_the_longest_number_at_the_end_of_a_row() -> None:
    """It is found whole after any name."""
    text = "a b c d e f g h i $ 999 999 999 999 999 999 k\na b - 1 000 000 000 000 000 грн"
    assert read(text).values == [10**15]
