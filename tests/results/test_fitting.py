"""Text into boxes: names stay whole, sentences keep to their lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from results.fitting import Fitted, fit_name, fit_prose
from results.lettering import measure
from results.theme import SMALLEST, Weight, whole

_WORDS = st.lists(
    st.text("абвгґдеєёжзиіїйклмнопрстуфхцчшщьыэюяABCWXYZwij", min_size=1, max_size=24),
    min_size=1,
    max_size=8,
).map(" ".join)


def _letters(fitted: Fitted) -> str:
    return "".join(fitted.lines).replace(" ", "").replace("-", "")


class TestFitting:
    """Names and sentences in boxes of any width."""

    @settings(deadline=None)
    @given(text=_WORDS, width=st.integers(90, 900), size=st.sampled_from([22, 26, 44]))
    def test_a_name_is_never_cut_and_never_too_wide(
        self, text: str, width: int, size: int
    ) -> None:
        fitted = fit_name(text, Weight.BOLD, size, width)
        assert _letters(fitted) == text.replace(" ", "")
        assert fitted.width <= width
        assert SMALLEST <= fitted.size <= size

    @settings(deadline=None)
    @given(text=_WORDS, width=st.integers(120, 900), lines=st.integers(1, 3))
    def test_a_sentence_keeps_to_its_lines(self, text: str, width: int, lines: int) -> None:
        fitted = fit_prose(text, Weight.MEDIUM, 28, width, lines)
        assert len(fitted.lines) <= lines
        assert fitted.width <= width
        assert _letters(fitted) == text.replace(" ", "") or fitted.lines[-1].endswith("…")

    def test_a_name_shrinks_before_it_breaks(self) -> None:
        text = "Готовность к изменениям"
        width = measure(text, Weight.BOLD, 30)
        assert fit_name(text, Weight.BOLD, 30, width) == Fitted((text,), 30, Weight.BOLD)
        assert fit_name(text, Weight.BOLD, 30, width - 8).size == 28
        assert fit_name(text, Weight.BOLD, 30, width / 2 + 30).lines == (
            "Готовность",
            "к изменениям",
        )

    def test_a_sentence_breaks_before_it_shrinks(self) -> None:
        text = "Готовность к изменениям"
        fitted = fit_prose(text, Weight.BOLD, 30, measure(text, Weight.BOLD, 30) - 8, 2)
        assert (fitted.size, len(fitted.lines)) == (30, 2)

    def test_lines_are_balanced(self) -> None:
        fitted = fit_prose("раз два три четыре пять", Weight.BOLD, 30, 330, 2)
        assert fitted.lines == ("раз два три", "четыре пять")

    def test_nothing_to_say_takes_no_room(self) -> None:
        fitted = fit_prose("", Weight.BOLD, 30, 300, 2)
        assert (fitted.lines, fitted.height, fitted.width) == ((), 0, 0.0)


class TestWhole:
    """Scores as they are written."""

    @pytest.mark.parametrize(
        ("score", "written"), [(0, "0"), (12.5, "13"), (62.5, "63"), (64.4, "64"), (100, "100")]
    )
    def test_halves_are_rounded_up(self, score: float, written: str) -> None:
        assert whole(score) == written
