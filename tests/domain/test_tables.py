"""Tables that people send as CSV: encodings, delimiters, the column that is meant."""

import time
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import AnswerError, NoNumbersError, TableError, TableFault, TooManyError
from domain.layout import TITLES
from domain.listed import Listed, Unread
from domain.questionnaire import MAX_NUMBERS
from domain.tables import Cell, read_column, read_csv

TABLE = "Клієнт;Прибуток\r\nЇжак;1200,50\r\n«Ґанок»;-3\r\n"


def read(content: bytes | str, language: str = "ru") -> Listed:
    """The numbers of a CSV file."""
    table = read_csv(content.encode() if isinstance(content, str) else content)
    return read_column(table, language)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding: str) -> None:
    """As Excel, Numbers and editors save them; Cyrillic comes through."""
    listed = read(TABLE.encode(encoding))
    assert (listed.values, listed.column, listed.unread_count) == ([1200.5, -3], "Прибуток", 0)


@pytest.mark.parametrize(
    ("text", "values", "column"),
    [
        ("a;b\nx;1\ny;2,5\n", [1, 2.5], "b"),
        ("a\tb\nx\t1\ny\t2,5\n", [1, 2.5], "b"),
        ("a,b\nx,1\ny,2.5\n", [1, 2.5], "b"),
        ('name,profit\n"Acme, Inc.","1,200.50"\nFoo,"3,400"\n', [1200.5, 3400], "profit"),
        ("id,profit\n1,12\n2,50\n", [12, 50], "profit"),
        ("12,50\n3,99\n7\n", [12.5, 3.99, 7], "A"),
        ("1,234\n5,678,901\n", [1234, 5678901], "A"),
        ("profit\n5\n7\n", [5, 7], "profit"),
        ("5\n\n7\n", [5, 7], "A"),
        ("№;имя;прибыль\n1;A;10\n2;B;20\n3;C;нет\n4;D;40\n", [10, 20, 40], "прибыль"),
        ("год;прибыль\n2024;10\n2024;20\n2025;20\n", [10, 20, 20], "прибыль"),
        ("прибыль;имя\n10;A\n20;B\n", [10, 20], "прибыль"),
        ("1\n2\n3\n", [1, 2, 3], "A"),
        (";;\n;;5\n;;6\n", [5, 6], "C"),
        ("a;a;" * 14 + "b\n" + "x;y;" * 14 + "5\n", [5], "b"),
    ],
)
def test_the_column_that_is_meant(text: str, values: Sequence[float], column: str) -> None:
    """The one with the most numbers; of equals the last; row numbers only if need be."""
    listed = read(text)
    assert (listed.values, listed.column) == (values, column)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Клиент;Город;Год;Прибыль, руб.;Телефон", "Прибыль, руб."),
        ("name;profit;orders;id", "profit"),
        ("name;orders;phone", "orders"),
        ("Дохід;Кількість;Рік", "Дохід"),
        ("ПРИБУТОК;Виручка;Сума", "ПРИБУТОК"),
        ("Сумма;Выручка;x", "Выручка"),
        ("Сумма;Сумма заказа;x", "Сумма заказа"),
        ("net_profit;Revenue;Total", "net_profit"),
        ("Прибыль за год;Дата продажи;ID", "Прибыль за год"),
        ("Годовая выручка;Заказы;№", "Годовая выручка"),
        ("Order value;Sales date;Sales ID", "Order value"),
        ("Profit per year;Last year orders;Customer ID", "Profit per year"),
        ("Маржа, %;Маржа;Заказы", "Маржа"),
        ("Сумма;Продажи, шт.;Количество продаж", "Сумма"),
        ("Сумка;Заказы;Код", "Заказы"),
        ("Identity;Years;Country", "Country"),
        ("Телефон;Рік;Індекс", "Індекс"),
    ],
)
def test_the_heading_decides(header: str, column: str) -> None:
    """Money goes before other numbers, and what tells who, where or when comes last."""
    width = header.count(";") + 1
    rows = "\n".join(";".join(str(7 + n % 3) for _ in range(width)) for n in range(4))
    assert read(f"{header}\n{rows}\n").column == column


def test_a_heading_of_money_without_numbers_does_not_decide() -> None:
    """The numbers are in another column then."""
    assert read("Прибыль;x;Год\nнет;5;2024\nнет;7;2025\n").values == [5, 7]


def test_the_column_after_z() -> None:
    """Columns are named as spreadsheets name them."""
    assert read_column([[None] * 27 + [5.0]], "ru").column == "AB"


def test_rows_without_a_number_are_named() -> None:
    """By the row's number in the file and its text, empty rows counted; totals stand apart."""
    text = "имя;прибыль\nA;10\n\nB;нет\nC;\n;20\nИтого;30\nD;5 %\n"
    listed = read(text)
    assert (listed.values, listed.unread_count) == ([10, 20], 3)
    assert list(listed.unread) == [Unread(4, "B; нет"), Unread(5, "C"), Unread(8, "D; 5 %")]
    assert (list(listed.totals), listed.totals_count) == ([Unread(7, "Итого; 30")], 1)


ROWS = "A;5;100,50\nB;7;1 200\nC;6;(30)\n"
VALUES = [100.5, 1200, -30]


@pytest.mark.parametrize(
    ("above", "column"),
    [
        ("Клиент;Заказы;Прибыль\n", "Прибыль"),
        ("Отчёт по продажам\n\nПериод: 01.01–31.12.2026\nКлиент;Заказы;Прибыль\n", "Прибыль"),
        ("Отчёт по прибыли;;\nДата;01.05.2026;\n;;\nКлиент;Заказы;Прибыль, ₽\n", "Прибыль, ₽"),
        ("Продажі за рік\nРік;2026\nКлієнтів;3\nКлієнт;Кількість;Сума\n", "Сума"),
        ("Sales report\nYear;2026;\nTotal;18;1270.5\nCustomer;Orders;Revenue\n", "Revenue"),
        ("Мой список\nза май\nкто;сколько раз;сколько\n", "сколько"),
        ("Мой список\nИтого;18;1270,5\nкто;раз;сколько\n", "сколько"),
        ("Клиент;Продажи;\n;шт.;руб.\n", "руб."),
        ("Клиент;Заказы;Прибыль\n1;2;3\n", "Прибыль"),
        ("Клиент;2024;2025\n", "2025"),
        ("Клієнт;Замовлення;Разом\n", "Разом"),
        ("Отчёт по продажам\nза май\n", "C"),
        ("", "C"),
        ("x;;\n" * 19 + "Клиент;Заказы;Прибыль\n", "Прибыль"),
    ],
)  # fmt: skip
def test_what_stands_above_the_rows(above: str, column: str) -> None:
    """Titles, days, empty rows, totals, a heading in two rows: none of it is a customer."""
    listed = read(above + ROWS)
    assert (listed.values, listed.column) == (VALUES, column)
    assert listed.unread_count == 0


def test_a_title_of_money_does_not_decide() -> None:
    """It stands above the row numbers; the heading that names all columns does."""
    text = "Прибыль по клиентам\n№;Клиент;Сумма\n1;A;10\n2;B;30\n3;C;7\n4;D;8\n"
    assert (read(text).values, read(text).column) == ([10, 30, 7, 8], "Сумма")
    assert read("Отчёт по прибыли\nСумма\n5\n7\n").column == "Сумма"


def test_titles_without_end() -> None:
    """So many rows are passed over and no more: then there is no heading, but that is told."""
    listed = read("x;;\n" * (TITLES + 1) + "Клиент;Заказы;Прибыль\n" + ROWS)
    assert (listed.values, listed.column) == (VALUES, "C")
    assert listed.unread_count == TITLES + 2


def test_rows_without_a_heading_are_all_read() -> None:
    """Words among the numbers are no heading; what stands above them is no title."""
    assert read("A;5\nB;нет\nC;7\n").values == [5, 7]
    assert read("Город;2024\nB;7\n").values == [2024, 7]
    assert read("5;A\nдоход;B\n7;C\n").values == [5, 7]


@pytest.mark.parametrize(
    "row",
    [
        "Итого;18;1270,5", "ВСЕГО:;;1270,5", ";;Итого: 1270,5", "Всього;18;1270,5", "Усього;;1",
        "Разом;;1", "Разом з ПДВ;;1", "Общий итог;;1", "Загальний підсумок;;1", "Grand Total;;1",
        "Sub-total;;1", "Total sales;;1", "Итого по Иванову;;1", "Иванов Итог;;1",
        "Smith Total;;1", "18;Итого;1", "x;Всего:;1",
        "Сумма;;1", "Промежуточный итог;;1", "Підсумок:;;1", "Total;;1", "TOTAL (USD);;1",
    ],
)  # fmt: skip
def test_rows_that_sum_up_others(row: str) -> None:
    """By their words, above the others or below: left out, and named."""
    for rows, place in ((f"{row}\n{ROWS}", 2), (f"{ROWS}{row}\n", 5)):
        listed = read("Клиент;Заказы;Прибыль\n" + rows)
        assert (listed.values, listed.totals_count, listed.unread_count) == (VALUES, 1, 0)
        assert [one.row for one in listed.totals] == [place]


@pytest.mark.parametrize(
    "name",
    [
        "TotalEnergies",
        "Total Oil LLC",
        "ООО «Итого»",
        "Сумма Плюс",
        "Totality",
        "Разомед",
        "ТОВ Разом",
    ],
)
def test_customers_who_are_called_so(name: str) -> None:
    """A name that only contains such a word is a customer's."""
    listed = read(f"Клиент;Прибыль\n{name};5\nB;7\n")
    assert (listed.values, listed.totals_count) == ([5, 7], 0)


def test_a_total_below_its_word() -> None:
    """As it stands in a single column."""
    listed = read("2026\nПрибыль\n100\n50\nИтого\n150\n")
    assert (listed.values, listed.column) == ([100, 50], "Прибыль")
    assert [one.row for one in listed.totals] == [5, 6]
    assert read("Клиент;Прибыль\nИтого;\nA;5\n").values == [5]


def test_the_first_few_totals_are_named() -> None:
    """One after each group: three by name, all by number."""
    listed = read("Клиент;Прибыль\n" + "A;5\nИтого;5\n" * 5)
    assert (listed.values, listed.totals_count, len(listed.totals)) == ([5] * 5, 5, 3)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1 200,50 ₽", "₴3 400", "12 000 000,00 грн."], [1200.5, 3400, 12000000]),
        (["1.200,50 €", "1.234", "€7"], [1200.5, 1234, 7]),
        (["$1,200.50", "US$ 3,400", "-$5"], [1200.5, 3400, -5]),
        (["1\u202f200", "1’300", "1\u00a0400,5"], [1200, 1300, 1400.5]),
        (["(1 200,50)", "5,00-", "7 zł"], [-1200.5, -5, 7]),
    ],
)
def test_numbers_as_exports_write_them(cells: Sequence[str], values: Sequence[float]) -> None:
    """Thousands apart, money beside them, a comma before decimals, losses in brackets."""
    for language in ("ru", "uk", "en"):
        rows = [["Отчёт за 01.05.2026"], ["Клиент", "Прибыль"], *(["x", cell] for cell in cells)]
        assert read_column(rows, language).values == values


def test_titles_do_not_hide_the_delimiter() -> None:
    """It is looked for below them; a comma in a title parts no numbers."""
    titles = "Отчёт\nза май\nМосква\nпо прибыли\n"
    assert read(titles + "Клиент;Прибыль\nA;5\nB;7\n").values == [5, 7]
    assert read("Report\n\nname,profit\nAcme,12\nFoo,50\n", "en").values == [12, 50]
    assert read("Report\nid,profit\n1,12\n2,50\n", "en").values == [12, 50]
    assert read("Отчёт, май\nПрибыль\n12,50\n3,99\n").values == [12.5, 3.99]


def test_numbers_of_a_workbook() -> None:
    """Cells may be numbers already; what no list takes as text it does not take so either."""
    rows: Sequence[Sequence[Cell]] = [["h"], [5], [7.25], [None], ["1 000"], [1e300], ["True"]]
    listed = read_column(rows, "ru")
    assert listed.values == [5, 7.25, 1000]
    assert list(listed.unread) == [Unread(6, "1e+300"), Unread(7, "True")]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\x00\x01", b"\xff\xfe\x00", b"\x98;\x98\n1;2",
     b"\xff\xd8\xff\xe0\x00\x10JFIF", b'a;"' + b"x" * 200_000],
)  # fmt: skip
def test_what_is_no_table(content: bytes) -> None:
    """Pictures and the like are told by what they hold, whatever they are called."""
    with pytest.raises(TableError) as caught:
        read(content)
    assert caught.value.fault is TableFault.UNREADABLE


@pytest.mark.parametrize("content", ["", "\n\n", ";;\n", "имя;город\nA;B\n", "\ufeff"])
def test_a_table_without_numbers(content: str) -> None:
    """Told as such, not as a broken one."""
    with pytest.raises(NoNumbersError):
        read(content)


def test_as_many_rows_as_are_taken() -> None:
    """Ten thousand under a heading, and not one more; nor a great many empty ones."""
    rows = "".join(f"{n % 7}\n" for n in range(MAX_NUMBERS))
    assert len(read("h\n" + rows).values) == MAX_NUMBERS
    with pytest.raises(TooManyError):
        read("h\n" + rows + "1\n")
    with pytest.raises(TooManyError):
        read(rows + "1\n")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_refusal(content: bytes) -> None:
    """Nothing else comes out."""
    try:
        listed = read(content)
    except AnswerError:
        return
    assert listed.values
    assert listed.column


@pytest.mark.parametrize(
    "content",
    ["1" + " " * 999_998 + "x", "," * 1_000_000, "1," * 500_000, "1,1" + "1" * 999_997,
     "1,111" + ",111" * 249_000 + "x", "итого;" * 160_000, ("итого" + "!" * 9_000 + "\n") * 100,
     ("прибыль " * 1_000 + ";5\n") * 60, "(" * 999_999 + ")", "(" + "1" * 999_999,
     "Итог " * 200_000 + "\n5", "x" * 999_000 + ",5", ("1" + " " * 120_000 + "x;") * 8,
     " " * 999_999 + "5", "!" * 999_999 + "5", '"' * 1_000_000, "\n" * 1_000_000],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_what_is_made_to_be_slow(content: str) -> None:
    """A file as large as one can be is read in a moment, whatever it repeats."""
    started = time.process_time()
    with suppress(AnswerError):
        read(content)
    assert time.process_time() - started < 2
