"""The radar by itself: its place, and labels that leave its disc alone."""

from itertools import combinations, pairwise
from math import hypot

import pytest

from results import radar
from results.canvas import Canvas
from results.facts import Axis, CardFacts
from results.theme import WIDTH


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    """One sheet for all tests."""
    return Canvas()


class TestRadar:
    """Radars of any number of axes in any room."""

    @pytest.mark.parametrize("bottom", [700, 840])
    def test_labels_leave_the_disc_and_each_other_alone(
        self, canvas: Canvas, each_card: CardFacts, bottom: int
    ) -> None:
        shown = radar.labels(each_card.axes, each_card.missing)
        frame = radar.fit_frame(shown, 328, bottom)
        canvas.clear()
        radar.draw(canvas, frame, each_card.axes, shown, reference=True)
        for line in canvas.written:
            nearest = (
                min(max(WIDTH / 2, line.box.left), line.box.right),
                min(max(frame.middle, line.box.top), line.box.bottom),
            )
            away = hypot(nearest[0] - WIDTH / 2, nearest[1] - frame.middle)
            assert away > frame.radius + 4, line
        assert not [
            (one.text, other.text)
            for one, other in combinations(canvas.written, 2)
            if one.box.meets(other.box)
        ]

    @pytest.mark.parametrize("count", range(3, 11))
    def test_it_fills_its_room(self, canvas: Canvas, count: int) -> None:
        axes = [Axis("Название", 50)] * count
        shown = radar.labels(axes, "")
        frames = [radar.fit_frame(shown, 328, bottom) for bottom in (680, 730, 780)]
        assert all(small.radius < large.radius for small, large in pairwise(frames))
        for frame, bottom in zip(frames, (680, 730, 780), strict=True):
            canvas.clear()
            radar.draw(canvas, frame, axes, shown, reference=False)
            edges = [line.box for line in canvas.written]
            assert min(box.top for box in edges) >= 328
            assert max(box.bottom for box in edges) <= bottom
            assert frame.middle + frame.radius <= bottom

    def test_axes_are_fixed_from_0_to_100(self) -> None:
        frame = radar.Frame(count=4, middle=500, radius=200)
        assert frame.point(0, 0) == (WIDTH / 2, 500)
        assert frame.point(0, 100) == pytest.approx((WIDTH / 2, 300))
        assert frame.point(1, 50) == pytest.approx((WIDTH / 2 + 100, 500))
        assert frame.point(2, 100) == pytest.approx((WIDTH / 2, 700))
