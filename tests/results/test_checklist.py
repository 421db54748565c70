"""The picture of a checklist: readable at every extreme, and its figures where they belong."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results import foot
from results.checklist import ChecklistPainter
from results.facts_checklist import ChecklistFacts
from results.theme import BLUE, MARGIN, ORANGE, PASSIVE, SMALLEST, WIDTH
from tests.results import checklists, pictures
from tests.results.checklists import ROWS, RU, Words, facts

_SIZE = (1024, 1280)


@pytest.fixture(scope="module")
def checklist_painter() -> ChecklistPainter:
    """One painter for all tests."""
    return ChecklistPainter()


def _said(painter: ChecklistPainter) -> str:
    return " ".join(line.text for line in painter.written)


def _check(painter: ChecklistPainter, made: ChecklistFacts) -> bytes:
    code = [foot.code_box(made.link)] if made.link else []
    picture = painter.paint(made)
    pictures.check(
        picture, painter.written, _SIZE, margin=MARGIN - 8, smallest=SMALLEST, clear_of=code
    )
    edge = _SIZE[1] - foot.height(made)
    listed = {*made.missing.items, *made.unsure.items, *made.there.items}
    for line in painter.written:
        assert line.box.bottom <= edge or (line.box.top >= edge and line.text not in listed), line
    return picture


class TestReadable:
    """Nothing is clipped, overlapped, cut short or too small."""

    @pytest.mark.parametrize("words", checklists.LANGUAGES.values(), ids=checklists.LANGUAGES)
    @pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
    def test_every_extreme(
        self, checklist_painter: ChecklistPainter, rows: Sequence[str], words: Words
    ) -> None:
        _check(checklist_painter, facts(words, *rows))
        assert "…" not in _said(checklist_painter)

    @pytest.mark.parametrize("name", ["13", "30 in 6", "30 in 6, all yes"])
    def test_without_brand_and_link(self, checklist_painter: ChecklistPainter, name: str) -> None:
        _check(checklist_painter, checklists.plain(facts(RU, *ROWS[name])))

    @settings(max_examples=15)
    @given(
        rows=st.lists(st.text("+-?", min_size=1, max_size=5), min_size=1, max_size=6),
        title=st.text(max_size=60),
        name=st.text(max_size=28),
    )
    def test_any_words_and_answers(
        self, checklist_painter: ChecklistPainter, rows: list[str], title: str, name: str
    ) -> None:
        words = {**RU, "title": title, "section": title[:16], "item": name or "я"}
        _check(checklist_painter, facts(words, *rows))


class TestContents:
    """What the facts hold is on the picture."""

    @pytest.mark.parametrize("rows", [ROWS["13"], ROWS["9 in 3"]])
    def test_it_says_everything(
        self, checklist_painter: ChecklistPainter, rows: Sequence[str]
    ) -> None:
        made = facts(RU, *rows)
        checklist_painter.paint(made)
        said = _said(checklist_painter)
        for text in (
            made.title,
            made.subtitle,
            made.viewpoint,
            made.figure_caption,
            made.figure_meaning,
            made.share,
            made.share_caption,
            *made.legend,
            *(bar.score for bar in made.bars if len(made.bars) > 1),
            *(f"{one.heading} " for one in (made.missing, made.unsure, made.there)),
            *made.missing.items,
            *made.unsure.items,
            *made.there.items,
            made.link_caption.split(":")[0],
            made.date,
        ):
            assert text in said
        assert [line.text for line in checklist_painter.written if line.size > 100] == [
            made.figure
        ]

    @pytest.mark.parametrize(
        "name", [name for name, rows in ROWS.items() if sum(map(len, rows)) <= 13]
    )
    def test_thirteen_points_are_all_named(
        self, checklist_painter: ChecklistPainter, name: str
    ) -> None:
        made = facts(RU, *ROWS[name])
        checklist_painter.paint(made)
        said = [line.text for line in checklist_painter.written]
        for one in (made.missing, made.unsure):
            assert set(one.items) <= set(said)

    @pytest.mark.parametrize("name", ["30, all no", "30 in 6", "30 in 6, all yes"])
    def test_what_has_no_room_is_counted(
        self, checklist_painter: ChecklistPainter, name: str
    ) -> None:
        made = facts(RU, *ROWS[name])
        checklist_painter.paint(made)
        said = {line.text for line in checklist_painter.written}
        cut = 0
        for one in (made.missing, made.unsure, made.there):
            left = [item for item in one.items if item not in said]
            if 0 < len(left) < len(one.items):
                assert one.more[len(left) - 1] in said
                assert one.items[: -len(left)] == [i for i in one.items if i in said]
                cut += 1
        assert cut

    def test_what_is_there_gives_way(self, checklist_painter: ChecklistPainter) -> None:
        """Shown whole or not at all beside what is missing."""
        made = facts(RU, *ROWS["30 in 2, uneven"])
        checklist_painter.paint(made)
        assert made.there.heading not in _said(checklist_painter)
        assert {*made.missing.items, *made.unsure.items} <= {
            line.text for line in checklist_painter.written
        }

    def test_a_kind_word(self, checklist_painter: ChecklistPainter) -> None:
        made = facts(RU, *ROWS["all yes"])
        checklist_painter.paint(made)
        assert made.verdict in _said(checklist_painter)

    def test_the_same_facts_give_the_same_bytes(self, checklist_painter: ChecklistPainter) -> None:
        made = facts(RU, *ROWS["9 in 3"])
        first = checklist_painter.paint(made)
        checklist_painter.paint(facts(RU, *ROWS["30"]))
        assert checklist_painter.paint(made) == first
        assert ChecklistPainter().paint(made) == first


class TestBars:
    """Each answer's part of a bar, in its colour and with its count."""

    def test_parts_are_as_long_as_their_shares(self, checklist_painter: ChecklistPainter) -> None:
        made = facts(RU, "+++++--?")
        image = pictures.pixels(checklist_painter.paint(made))
        legend = next(line for line in checklist_painter.written if line.text == made.legend[0])
        row = image[round(legend.box.bottom) + 20]
        width = WIDTH - 2 * MARGIN
        for colour, share in ((BLUE, 5 / 8), (PASSIVE, 1 / 8), (ORANGE, 2 / 8)):
            length = int(pictures.near(row[None], colour).sum())
            assert length == pytest.approx(share * width, abs=14), colour

    def test_counts_stand_on_the_bars(self, checklist_painter: ChecklistPainter) -> None:
        """Never by colour alone; no part, no number."""
        checklist_painter.paint(replace(facts(RU, "+++", "+-?", "--?"), figure="x", date=""))
        numbers = [line.text for line in checklist_painter.written if line.text.isdigit()]
        assert numbers == ["3", "1", "1", "1", "1", "2"]
