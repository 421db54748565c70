"""Text into boxes: names stay whole, sentences keep to their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from results.fitting import Fitted, fit_code, fit_name, fit_prose
from results.lettering import measure, plain
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

    @given(text=_WORDS, width=st.integers(90, 900), size=st.sampled_from([22, 26, 44]))
    def test_a_name_is_never_cut_and_never_too_wide(
        self, text: str, width: int, size: int
    ) -> None:
        fitted = fit_name(text, Weight.BOLD, size, width)
        assert _letters(fitted) == text.replace(" ", "")
        assert fitted.width <= width
        assert SMALLEST <= fitted.size <= size

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

    def test_no_line_begins_with_a_dash(self) -> None:
        text = "Интервал — метод Вальда"
        width = measure("Интервал —", Weight.BOLD, 30) + 4
        lines = fit_prose(text, Weight.BOLD, 30, width, 4).lines
        assert lines[0] == "Интервал —"

    def test_a_word_is_broken_after_its_own_hyphen(self) -> None:
        text = "код conference-2026-moscow"
        width = measure("conference-2026-", Weight.BOLD, 30) + 4
        lines = fit_prose(text, Weight.BOLD, 30, width, 3, 30).lines
        assert lines == ("код", "conference-2026-", "moscow")

    def test_the_smallest_size_is_a_choice(self) -> None:
        fitted = fit_name("Готовность к изменениям", Weight.BOLD, 40, 120, 2, 34)
        assert fitted.size == 34
        assert len(fitted.lines) > 2


class TestCode:
    """Codes that are typed: nothing may be added to them."""

    @given(
        code=st.text("abcXYZ0189-_", min_size=1, max_size=62),
        width=st.integers(200, 900),
    )
    def test_it_is_whole_and_fits(self, code: str, width: int) -> None:
        fitted = fit_code(code, Weight.EXTRABOLD, 72, width, 40)
        assert "".join(fitted.lines) == code
        assert fitted.width <= width
        assert 40 <= fitted.size <= 72

    def test_it_breaks_after_its_own_marks(self) -> None:
        width = measure("conference-2026-", Weight.BOLD, 40) + 8
        fitted = fit_code("conference-2026-moscow", Weight.BOLD, 72, width, 40)
        assert all(line.endswith("-") for line in fitted.lines[:-1])

    def test_it_is_as_large_as_its_lines_allow(self) -> None:
        width = measure("ml7-16", Weight.BOLD, 60) + 2
        assert fit_code("ml7-16", Weight.BOLD, 72, width, 40) == Fitted(
            ("ml7-16",), 60, Weight.BOLD
        )


class TestPlain:
    """What the letters can write."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("Форум", "Форум"),
            ("  a \t\n b\u2028c ", "a b c"),
            ("5\N{NO-BREAK SPACE}%", "5\N{NO-BREAK SPACE}%"),
            ("1\N{NARROW NO-BREAK SPACE}000", "1\N{NO-BREAK SPACE}000"),
            ("п\N{MODIFIER LETTER APOSTROPHE}ять", "п’ять"),
            ("и\N{COMBINING BREVE}", "й"),
            ("🔥 Сервис 🔥", "Сервис"),
            ("a 🔥 b", "a b"),
            ("Қазақтелеком · Ғалам", "Казактелеком · Галам"),
            ("שלום", ""),
        ],
        ids=[
            *("plain", "spaces", "bond", "thin", "apostrophe", "mark", "emoji", "inner"),
            *("kazakh", "hebrew"),
        ],
    )
    def test_one_line_of_known_letters(self, text: str, written: str) -> None:
        assert plain(text) == written

    @given(text=st.text(max_size=60))
    def test_anything_can_be_drawn(self, text: str) -> None:
        assert measure(plain(text), Weight.BOLD, 30) >= 0
        assert plain(plain(text)) == plain(text)


class TestWhole:
    """Scores as they are written."""

    @pytest.mark.parametrize(
        ("score", "written"), [(0, "0"), (12.5, "13"), (62.5, "63"), (64.4, "64"), (100, "100")]
    )
    def test_halves_are_rounded_up(self, score: float, written: str) -> None:
        assert whole(score) == written
