"""Tables as the sheets of a workbook. All text is written as text: no cell is a formula."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rustpy_xlsxwriter import FastExcel, Format

from storage.export.rows import Cell

_DATES: Final = "yyyy-mm-dd"
_CHART_SIZE: Final = {"width": 900, "height": 420}


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over whole columns of its sheet.

    Attributes:
        kind: "column", "line" or "bar".
        title: Above it.
        categories: Header of the column with the labels.
        series: Headers of the columns with the figures.
    """

    kind: str
    title: str
    categories: str
    series: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        name: On the tab, at most 31 characters.
        headers: Each only once.
        rows: Read once, one at a time.
        widths: Of the columns, in characters; the last one goes for the rest.
        chart: Beside the table, or None.
        wraps: Whether long texts take several lines.
    """

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[float]
    chart: Chart | None = None
    wraps: bool = False


def distinct(headers: Sequence[str]) -> list[str]:
    """Headers of which none comes twice: content may name two blocks alike."""
    seen: list[str] = []
    for header in headers:
        seen.append(
            f"{header} ({headers.index(header) + len(seen)})" if header in seen else header
        )
    return seen


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Writes the sheets one after another, each with a frozen header and a filter."""
    book = FastExcel(path).format(datetime_format=_DATES).freeze(row=1)
    for sheet in sheets:
        book.sheet(
            sheet.name,
            _records(sheet),
            column_widths=_widths(sheet),
            column_formats=_wrapped(sheet.headers) if sheet.wraps else None,
            header_format=Format().set_bold(),
            autofilter=True,
            charts=[_drawn(sheet.chart)] if sheet.chart else None,
        )
    book.save()


def _records(sheet: Sheet) -> Iterator[dict[str, Cell]]:
    is_empty = True
    for row in sheet.rows:
        is_empty = False
        yield dict(zip(sheet.headers, row, strict=True))
    if is_empty:
        # The writer takes the header from the first record: without one there would be none.
        yield dict.fromkeys(sheet.headers)


def _widths(sheet: Sheet) -> list[float]:
    last = len(sheet.widths) - 1
    return [sheet.widths[min(number, last)] for number in range(len(sheet.headers))]


def _wrapped(headers: Sequence[str]) -> dict[str, Format]:
    return {header: Format().set_text_wrap().set_align("top") for header in headers}


def _drawn(chart: Chart) -> dict[str, Any]:
    return {
        "type": chart.kind,
        "title": chart.title,
        "categories": chart.categories,
        "series": list(chart.series),
        **_CHART_SIZE,
    }
