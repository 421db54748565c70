"""The album of details: order, completeness, whole blocks and readable text."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image

from results.canvas import Written
from results.details import DetailsPainter
from results.facts import Axis, DetailBlock, DetailFacts, DetailItem
from results.theme import HEIGHT, MARGIN, SMALLEST, WIDTH

MakeDetails = Callable[..., DetailFacts]


def _block(name: str, score: float | None, items: int = 1) -> DetailBlock:
    return DetailBlock(
        Axis(name, score),
        name,
        tuple(DetailItem(f"{name}{number}", 3, "частично") for number in range(items)),
    )


def _tops(page: Sequence[Written], texts: Sequence[str]) -> list[float]:
    return [next(line.box.top for line in page if line.text == text) for text in texts]


class TestPages:
    """All pages together."""

    @pytest.mark.parametrize(
        ("counts", "pages"),
        [((6, 6, 5, 4, 4, 9, 4, 5), 3), ((2,) * 8, 2), ((1, 1, 1), 2), ((60, 3, 3), 4)],
    )
    def test_every_page_is_readable(
        self,
        details_painter: DetailsPainter,
        each_language: object,
        make_details: MakeDetails,
        counts: tuple[int, ...],
        pages: int,
    ) -> None:
        album = details_painter.paint(make_details(each_language, counts))
        assert len(album) == len(details_painter.written) == pages
        for picture, page in zip(album, details_painter.written, strict=True):
            image = Image.open(io.BytesIO(picture))
            image.load()
            assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1024, 1280))
            for line in page:
                assert line.size >= SMALLEST
                assert line.box.left >= MARGIN - 8
                assert line.box.right <= WIDTH - MARGIN + 8
                assert line.box.bottom <= HEIGHT - 8
            assert not [
                (one.text, other.text)
                for one, other in combinations(page, 2)
                if one.box.meets(other.box)
            ]

    def test_pages_are_numbered(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        details_painter.paint(detail_facts)
        for number, page in enumerate(details_painter.written, start=1):
            assert f"{number} / 3" in [line.text for line in page]


class TestRanking:
    """The first page."""

    def test_blocks_are_ranked(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        blocks = (
            _block("Нет", None),
            _block("Низкий", 20),
            _block("Первый", 70),
            _block("Второй", 70),
            _block("Ноль", 0),
            _block("Высокий", 90),
        )
        details_painter.paint(replace(detail_facts, blocks=blocks))
        order = ("Высокий", "Первый", "Второй", "Низкий", "Ноль", "Нет")
        tops = _tops(details_painter.written[0], order)
        assert tops == sorted(tops)
        assert detail_facts.missing in [line.text for line in details_painter.written[0]]


class TestStatements:
    """The pages after it."""

    def test_items_are_sorted_within_their_block(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        items = (
            DetailItem("Не знаем", None, "не знаю"),
            DetailItem("Слабо", 1, "совсем нет"),
            DetailItem("Ровно", 3, "частично"),
            DetailItem("Ровно же", 3, "частично"),
            DetailItem("Сильно", 5, "везде"),
        )
        block = DetailBlock(Axis("Блок", 50), "Блок", items)
        details_painter.paint(replace(detail_facts, blocks=(block,)))
        page = details_painter.written[1]
        tops = _tops(page, ("Сильно", "Ровно", "Ровно же", "Слабо", "Не знаем"))
        assert tops == sorted(tops)
        said = [line.text for line in page]
        assert {"везде", "совсем нет", "не знаю", "5", "1"} <= set(said)

    def test_a_block_stays_on_one_page(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        blocks = tuple(_block(name, 50, items) for name, items in (("А", 12), ("Б", 9), ("В", 12)))
        details_painter.paint(replace(detail_facts, blocks=blocks))
        pages = [{line.text for line in page} for page in details_painter.written[1:]]
        assert len(pages) == 2
        for block in blocks:
            names = {item.name for item in block.items}
            assert sum(names <= page for page in pages) == 1
            assert sum(bool(names & page) for page in pages) == 1

    def test_a_block_longer_than_a_page_goes_on_with_its_title(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        details_painter.paint(replace(detail_facts, blocks=(_block("Долгий", 50, 60),)))
        pages = [[line.text for line in page] for page in details_painter.written[1:]]
        assert len(pages) == 3
        assert all("Долгий" in page for page in pages)
        shown = [
            text for page in pages for text in page if text[-1].isdigit() and "Долгий" in text
        ]
        assert sorted(shown) == sorted(f"Долгий{number}" for number in range(60))

    def test_the_reference_is_a_tick_with_a_legend(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        with_reference = details_painter.paint(detail_facts)
        assert detail_facts.reference_caption in [line.text for line in details_painter.written[0]]
        blocks = tuple(
            replace(block, axis=replace(block.axis, reference=None))
            for block in detail_facts.blocks
        )
        without = details_painter.paint(replace(detail_facts, blocks=blocks))
        assert without[0] != with_reference[0]
        assert without[1:] == with_reference[1:]

    def test_the_same_facts_give_the_same_bytes(
        self, details_painter: DetailsPainter, detail_facts: DetailFacts
    ) -> None:
        first = details_painter.paint(detail_facts)
        details_painter.paint(
            replace(detail_facts, title="Другое", blocks=detail_facts.blocks[:2])
        )
        assert details_painter.paint(detail_facts) == first
        assert DetailsPainter().paint(detail_facts) == first
