"""The result card: what it says, that all of it is readable, and that it is always the same."""

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import segno
from PIL import Image

from results import foot
from results.canvas import Written
from results.card import CardPainter
from results.facts import Axis, CardFacts, Findings
from results.theme import HEIGHT, MARGIN, SMALLEST, WIDTH

# As long as Telegram lets a deep link be.
LONG_LINK = f"https://t.me/{'b' * 32}?start={'s' * 64}"


def _texts(painter: CardPainter) -> str:
    return " ".join(line.text for line in painter.written)


def _line(painter: CardPainter, text: str) -> Written:
    return next(line for line in painter.written if line.text == text)


def _pixels(picture: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(picture)).convert("RGB"))


def _collisions(written: Sequence[Written]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(written, 2)
        if one.box.meets(other.box)
    ]


def _is_blue(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bool:
    """Whether there is a stroke or dot of the full own colour."""
    red, green, blue = (pixels[..., channel].astype(int) for channel in range(3))
    return bool(((red < 40) & (abs(green - 114) < 30) & (abs(blue - 178) < 30)).any())


class TestReadable:
    """Nothing is clipped, overlapped, shortened or too small."""

    def test_every_card_is_readable(self, painter: CardPainter, each_card: CardFacts) -> None:
        picture = painter.paint(each_card)
        image = Image.open(io.BytesIO(picture))
        image.load()
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1024, 1280))
        for line in painter.written:
            assert line.size >= SMALLEST, line
            assert line.box.left >= MARGIN - 8, line
            assert line.box.right <= WIDTH - MARGIN + 8, line
            assert line.box.top >= 16, line
            assert line.box.bottom <= HEIGHT - 16, line
        assert not _collisions(painter.written)

    def test_text_stays_clear_of_the_code(
        self, painter: CardPainter, each_card: CardFacts
    ) -> None:
        facts = replace(each_card, link=LONG_LINK)
        painter.paint(facts)
        code = foot.code_box(facts.link)
        assert not [line for line in painter.written if line.box.meets(code)]

    def test_axis_names_are_whole(self, painter: CardPainter, each_card: CardFacts) -> None:
        painter.paint(each_card)
        # A name may be broken at a space or, by a hyphen, within a word wider than its place.
        joined = _texts(painter).replace("- ", "")
        for axis in each_card.axes:
            for word in axis.name.split():
                assert word.replace("-", "") in joined.replace("-", "")


class TestContents:
    """What the facts hold is on the card, and nothing else."""

    def test_it_says_everything(self, painter: CardPainter, card_facts: CardFacts) -> None:
        facts = replace(card_facts, verdict="Сильны во всём.")
        painter.paint(facts)
        said = _texts(painter)
        for text in (
            facts.title,
            facts.subtitle,
            facts.viewpoint,
            facts.total_caption,
            facts.level,
            facts.verdict,
            facts.reference_caption,
            facts.own_caption,
            facts.recommendation,
            facts.left.heading,
            facts.left.more,
            facts.right.heading,
            facts.date,
            facts.brand,
            facts.link_caption,
        ):
            assert text in said
        assert said.count(facts.left.items[0].name) >= 6

    @pytest.mark.parametrize(
        ("score", "written"), [(0.0, "0"), (0.49, "0"), (62.5, "63"), (99.4, "99"), (100.0, "100")]
    )
    def test_numbers_are_rounded_half_up(
        self, painter: CardPainter, card_facts: CardFacts, score: float, written: str
    ) -> None:
        painter.paint(replace(card_facts, total=score))
        assert [line.text for line in painter.written if line.size > 100] == [written]

    def test_without_a_total_the_reason_stands(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        painter.paint(
            replace(
                card_facts, total=None, level="", total_caption="Нужны ответы по шести блокам."
            )
        )
        assert "Нужны ответы по шести блокам." in _texts(painter)
        assert [line.text for line in painter.written if line.size > 100] == ["—"]

    def test_captions_of_absent_things_are_absent(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        painter.paint(replace(card_facts, reference_caption="", recommendation="", link=""))
        said = _texts(painter)
        assert f" {card_facts.own_caption} " not in said
        assert card_facts.recommendation_caption.split()[0] not in said
        assert card_facts.link_caption.split()[0] not in said


class TestRadar:
    """Outlines, gaps and the order of the axes."""

    def test_a_missing_block_is_a_gap(self, painter: CardPainter, card_facts: CardFacts) -> None:
        def centre_of(scores: Sequence[float | None]) -> bool:
            axes = tuple(Axis("Блок", score) for score in scores)
            facts = replace(card_facts, reference_caption="", axes=axes)
            pixels = _pixels(painter.paint(facts))
            upper = _line(painter, "Блок").box.bottom
            names = [line.box for line in painter.written if line.text == "Блок"]
            middle = (upper + max(box.top for box in names)) / 2
            around = slice(round(middle) - 30, round(middle) + 30)
            return _is_blue(pixels[around, WIDTH // 2 - 30 : WIDTH // 2 + 30])

        assert centre_of([90, 90, 0, 90])
        assert not centre_of([90, 90, None, 90])

    def test_a_missing_block_says_so(self, painter: CardPainter, card_facts: CardFacts) -> None:
        axes = (*card_facts.axes[:7], Axis("Риски", None))
        painter.paint(replace(card_facts, axes=axes))
        assert card_facts.missing in _texts(painter)
        painter.paint(card_facts)
        assert card_facts.missing not in _texts(painter)

    def test_a_reference_is_a_second_outline(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        apart = tuple(replace(axis, score=20, reference=90) for axis in card_facts.axes)
        moved = tuple(replace(axis, score=20, reference=70) for axis in card_facts.axes)
        with_reference = painter.paint(replace(card_facts, axes=apart))
        assert with_reference != painter.paint(replace(card_facts, axes=moved))
        hidden = replace(card_facts, reference_caption="")
        assert painter.paint(replace(hidden, axes=apart)) == painter.paint(
            replace(hidden, axes=moved)
        )

    def test_axes_stand_in_their_own_order(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        names = ("Север", "Восток", "Юг", "Запад")
        axes = tuple(Axis(name, 50) for name in names)
        painter.paint(replace(card_facts, axes=axes))
        north, east, south, west = (_line(painter, name).box for name in names)
        assert north.bottom < east.top < south.top
        assert west.right < south.left < south.right < east.left
        assert north.bottom < west.bottom < south.top


class TestLists:
    """Strengths and growth zones."""

    def test_bars_are_as_long_as_their_scores(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        item = card_facts.left.items[0]
        items = (replace(item, score=25), replace(item, score=75))
        pixels = _pixels(
            painter.paint(replace(card_facts, left=replace(card_facts.left, items=items)))
        )
        rows = [
            line.box
            for line in painter.written
            if line.text == item.name and line.box.left < WIDTH / 2
        ][-2:]
        lengths = []
        for box in rows:
            bar = pixels[round(box.bottom) : round(box.bottom) + 20, MARGIN : WIDTH // 2 - 20]
            blue = (bar[..., 0] < 40) & (abs(bar[..., 2].astype(int) - 178) < 30)
            lengths.append(blue.any(axis=0).sum())
        width = WIDTH / 2 - 20 - MARGIN
        assert lengths[0] == pytest.approx(0.25 * width, abs=4)
        assert lengths[1] == pytest.approx(0.75 * width, abs=4)

    def test_a_screening_has_one_wide_list(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        facts = replace(card_facts, left=Findings("", (), "", ""))
        painter.paint(facts)
        assert _line(painter, facts.right.heading).box.left < 100
        painter.paint(card_facts)
        assert _line(painter, facts.right.heading).box.left > WIDTH / 2


class TestCode:
    """The QR code after Telegram has made the picture JPEG once more."""

    @pytest.mark.parametrize(
        "link", ["https://t.me/a", "https://t.me/customer_map_bot?start=s-ml7-16", "x" * 134]
    )
    def test_a_phone_reads_the_code(
        self, painter: CardPainter, card_facts: CardFacts, link: str
    ) -> None:
        picture = painter.paint(replace(card_facts, link=link))
        again = io.BytesIO()
        Image.open(io.BytesIO(picture)).save(again, "JPEG", quality=80)
        grey = np.asarray(Image.open(again).convert("L"))
        place = foot.code_box(link)
        expected = np.array(
            [list(row) for row in segno.make(link, error="l", micro=False).matrix_iter(border=4)]
        )
        scale = round(place.width) // len(expected)
        assert place.width >= 150
        assert scale >= 4
        centres = np.arange(len(expected)) * scale + scale // 2
        read = grey[np.ix_(round(place.top) + centres, round(place.left) + centres)] < 128
        assert (read == (expected > 0)).all()

    def test_a_link_longer_than_any_deep_link_still_fits(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        painter.paint(replace(card_facts, link="x" * 500))
        assert foot.code_box("x" * 500).width <= 196


class TestPainter:
    """A painter keeps what does not change, and nothing else."""

    def test_the_same_facts_give_the_same_bytes(
        self, painter: CardPainter, card_facts: CardFacts
    ) -> None:
        first = painter.paint(card_facts)
        painter.paint(replace(card_facts, title="Другая карта", link="", total=3))
        assert painter.paint(card_facts) == first
        assert CardPainter().paint(card_facts) == first

    def test_painters_share_nothing(self, painter: CardPainter, card_facts: CardFacts) -> None:
        other = CardPainter()
        other.paint(replace(card_facts, title="Другая карта"))
        painter.paint(card_facts)
        assert "Другая карта" in _texts(other)
        assert "Другая карта" not in _texts(painter)

    def test_backgrounds_kept_are_few(self, card_facts: CardFacts) -> None:
        painter = CardPainter()
        for count in range(3, 11):
            for link in ("", "https://t.me/a"):
                axes = tuple(Axis("Блок", 50) for _ in range(count))
                painter.paint(replace(card_facts, axes=axes, link=link))
        # Each is 5 MB; only the object itself knows how many it holds.
        assert len(painter._backgrounds) == 8
