"""Two series over the same blocks: both written, and read without colour."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results import dumbbells
from results.canvas import Canvas, Written
from results.facts_owner import Pair, PairFacts
from results.pair import PairPainter
from results.theme import BLUE, MARGIN, SMALLEST, SURFACE, whole
from tests.results import owner, pictures
from tests.results.owner import Words

_SCORE = st.one_of(st.none(), st.floats(0, 100))
_LEFT, _RIGHT = 72, 952


@pytest.fixture(scope="module")
def pair_painter() -> PairPainter:
    """One painter for all tests."""
    return PairPainter()


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    """One sheet for all tests."""
    return Canvas()


def _said(painter: PairPainter) -> str:
    return " ".join(line.text for line in painter.written)


def _row(canvas: Canvas, before: float | None, after: float | None) -> tuple[float, list[Written]]:
    """One row drawn high on a sheet: its middle, and what is written on it beside its name."""
    canvas.clear()
    chart = dumbbells.fit([Pair("Блок", before, after)], "нет", _LEFT, _RIGHT)
    dumbbells.draw(canvas, chart, 100, 200)
    middle = (100 + 200 - 34) / 2
    row = [line for line in canvas.written if line.box.top < middle < line.box.bottom]
    return middle, [line for line in row if line.text != "Блок"]


class TestReadable:
    """Nothing is clipped, overlapped or too small."""

    @pytest.mark.parametrize("words", owner.LANGUAGES.values(), ids=list(owner.LANGUAGES))
    @pytest.mark.parametrize("make", owner.PAIRS.values(), ids=list(owner.PAIRS))
    def test_every_comparison(
        self, pair_painter: PairPainter, words: Words, make: Callable[[Words], PairFacts]
    ) -> None:
        picture = pair_painter.paint(make(words))
        pictures.check(
            picture,
            pair_painter.written,
            (1024, 1280),
            margin=MARGIN - 8,
            smallest=SMALLEST,
        )

    @settings(max_examples=25)
    @given(scores=st.lists(st.tuples(_SCORE, _SCORE), min_size=3, max_size=10))
    def test_any_scores(
        self, pair_painter: PairPainter, scores: list[tuple[float | None, float | None]]
    ) -> None:
        pairs = [Pair("Понимание", before, after) for before, after in scores]
        picture = pair_painter.paint(replace(owner.pair(owner.RU), pairs=pairs))
        pictures.check(
            picture,
            pair_painter.written,
            (1024, 1280),
            margin=MARGIN - 8,
            smallest=SMALLEST,
        )


class TestContents:
    """What the facts hold is on the picture."""

    def test_it_says_everything(self, pair_painter: PairPainter) -> None:
        facts = owner.pair(owner.RU)
        pair_painter.paint(facts)
        said = _said(pair_painter)
        for text in (
            facts.title,
            facts.subtitle,
            facts.before_caption,
            facts.after_caption,
            facts.headline,
            facts.headline_caption,
            facts.note,
            facts.date,
            facts.brand,
        ):
            assert text in said
        for pair in facts.pairs:
            # On the radar and in its row.
            assert said.count(pair.name) >= 2
            assert pair.before is not None
            assert pair.after is not None
            assert whole(pair.before) in said
            assert whole(pair.after) in said

    def test_outlines_differ_where_series_do(self, pair_painter: PairPainter) -> None:
        facts = owner.pair(owner.RU)
        swapped = [Pair(pair.name, pair.after, pair.before) for pair in facts.pairs]
        assert pair_painter.paint(facts) != pair_painter.paint(replace(facts, pairs=swapped))

    def test_the_same_facts_give_the_same_bytes(self, pair_painter: PairPainter) -> None:
        facts = owner.pair(owner.RU)
        first = pair_painter.paint(facts)
        pair_painter.paint(owner.PAIRS["gaps"](owner.UK))
        assert pair_painter.paint(facts) == first
        assert PairPainter().paint(facts) == first


class TestDumbbells:
    """One row: marks at their scores, and values on the outer sides."""

    @pytest.mark.parametrize(("before", "after"), [(0, 100), (20, 60), (90, 30), (0.0, 5.0)])
    def test_marks_stand_at_their_scores(
        self, canvas: Canvas, before: float, after: float
    ) -> None:
        middle, _ = _row(canvas, before, after)
        chart = dumbbells.fit([Pair("Блок", before, after)], "нет", _LEFT, _RIGHT)
        picture = pictures.pixels(canvas.jpeg())
        line = picture[round(middle)]
        dots = pictures.near(line, BLUE).nonzero()[0]
        # The dot is whole; the values' letters beside it are of its colour too.
        dot = dots[abs(dots - chart.place(after)) < dumbbells.DOT + 2]
        assert dot.mean() == pytest.approx(chart.place(after), abs=1)
        assert len(dot) == pytest.approx(2 * dumbbells.DOT, abs=3)
        hollow = pictures.near(line, SURFACE)
        assert hollow[round(chart.place(before))]
        assert not hollow[round(chart.place(after))]

    @pytest.mark.parametrize(
        ("before", "after", "written"),
        [(20, 60, ["20", "60"]), (60, 20, ["20", "60"]), (64, 64, ["64", "64"])],
    )
    def test_values_stand_on_the_outer_sides(
        self, canvas: Canvas, before: float, after: float, written: list[str]
    ) -> None:
        _, row = _row(canvas, before, after)
        row.sort(key=lambda line: line.box.left)
        assert [line.text for line in row] == written
        # The second series' value is the larger one in letters, whatever it says.
        larger = max(row, key=lambda line: line.size)
        assert (larger is row[1]) == (after >= before)

    def test_the_bar_grows_towards_the_second(self, canvas: Canvas) -> None:
        middle, _ = _row(canvas, 20, 80)
        chart = dumbbells.fit([Pair("Блок", 20, 80)], "нет", _LEFT, _RIGHT)
        picture = pictures.pixels(canvas.jpeg())
        rows = slice(round(middle) - 20, round(middle) + 20)

        def thickness(score: float) -> int:
            column = picture[rows, round(chart.place(score))].astype(int)
            return int((column[:, 2] - column[:, 0] > 40).sum())

        assert thickness(30) < thickness(45) < thickness(70)

    @pytest.mark.parametrize("score", [0, 30, 49, 50, 100])
    def test_one_missing_says_so_beside_the_other(self, canvas: Canvas, score: float) -> None:
        for before, after in ((score, None), (None, score)):
            _, row = _row(canvas, before, after)
            assert sorted(line.text for line in row) == sorted([whole(score), "нет"])

    def test_both_missing_say_so_once(self, canvas: Canvas) -> None:
        _, row = _row(canvas, None, None)
        assert [line.text for line in row] == ["нет"]
