"""A calculated metric in words and as facts of a picture, in three languages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from content.library import Library
from content.texts import Texts
from domain.calculation import repeated
from domain.formulas.outcome import Figure, Form
from domain.languages import LANGUAGES
from domain.listed import dumped, read_list
from domain.questionnaire import WRITTEN
from handlers.callbacks import Go, To
from handlers.views.calculation import calculation_caption, calculation_facts, calculation_view
from handlers.views.calculation import outcome_of as found_in
from handlers.views.common import done_text
from handlers.views.figures import show_figure, show_list
from handlers.views.question import question_view
from handlers.views.shown import Shown
from tests.support.calculators import IDENTIFIER, MEANING, begun, calculated, calculators
from tests.support.screens import check, finished, person, speech
from tests.support.stretched import longest

NBSP = "\N{NO-BREAK SPACE}"
CASES = {
    "nps": ("nps", "60", "25", "15"),
    "csat": ("csat", "1", "1"),
    "ces": ("ces", "1 2 3 4 10 20 30"),
    "iqs": ("iqs", "1", "5", "4 2\n- 3\n! 2"),
    "clv": ("clv", "999999999999999", "99.9", "0.1 %"),
    "crr": ("crr", "1000", "50", "900", "month"),
    "ccr": ("ccr", "1000", "50", "900", "quarter"),
    "equal": ("concentration", "5 5 5 5 5"),
    "whale": ("concentration", "50 -10 60 0 -99.5"),
}
MakeShown = Callable[..., Shown]


@pytest.fixture
def shown(library: Library, texts: Texts) -> MakeShown:
    """Makes a finished calculation as it is about to be told."""

    def make(case: str, language: str = "en", *, stretched: bool = False) -> Shown:
        attempt, words = calculated(*CASES[case])
        if stretched:
            sections = tuple(
                replace(section, title=longest("title"), meaning=longest("meaning"))
                for section in attempt.instrument.sections
            )
            attempt = replace(attempt, instrument=replace(attempt.instrument, sections=sections))
        say = speech(library, texts, stretched=stretched)
        return Shown(finished(attempt), language, say, words=words, takes_leads=stretched)

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_every_result_fits(shown: MakeShown, case: str, language: str) -> None:
    """With the longest words, too: the text, its buttons, the caption, the line that is left."""
    for stretched in (False, True):
        one = shown(case, language, stretched=stretched)
        found = found_in(one)
        assert found is not None
        screen = check(calculation_view(one))
        go = [Go.unpack(data) for data in screen.data if data.startswith("g1:")]
        assert [(tap.to, tap.arg) for tap in go[:2]] == [
            (To.AGAIN, one.attempt.key), (To.TEST, IDENTIFIER),
        ]  # fmt: skip
        facts = calculation_facts(one, found)
        assert facts.value in screen.text
        assert len(calculation_caption(one, found)) < 1024
        assert (facts.gauge is None) is (found.span is None)
        assert (facts.curve is None) is (found.curve is None)
        assert all(line in screen.text for line in (*facts.formula, *facts.remarks))


def test_what_is_told(shown: MakeShown) -> None:
    """The number with its interval, the formula filled in, what it says, what to beware of."""
    text = check(calculation_view(shown("nps"))).text
    assert text.split("\n\n")[1:4] == [
        "45 · 95% interval: 29 to 58",
        "NPS = (promoters − detractors) ÷ all answers × 100\n= (60 − 15) ÷ 100 × 100 = 45",
        MEANING,
    ]
    text = check(calculation_view(shown("crr", "ru"))).text.replace(NBSP, " ")
    assert "через год останется 14,2 % сегодняшних клиентов" in text
    text = check(calculation_view(shown("iqs", "uk"))).text.replace(NBSP, " ")
    assert "= 1,5 ÷ 4 = 37,5 %" in text
    assert text.split("\n\n")[1] == "0 %"


def test_a_curve_that_is_read_off(shown: MakeShown) -> None:
    """Its points, the mark with its words, the peak of a whale and room above it."""
    one = shown("whale")
    found = found_in(one)
    assert found is not None
    curve = calculation_facts(one, found).curve
    assert curve is not None
    assert curve.points[0] == (0, 0)
    assert curve.points[-1] == (1, 1)
    assert curve.mark == pytest.approx((0.2, 120))
    assert curve.mark_label == "20% of customers → 12,000% of profit"
    assert curve.peak == pytest.approx((0.6, 220))
    assert curve.peak_label == "22,000%"
    assert curve.profit[-1][0] > 220
    assert len(curve.profit) <= 8
    assert [label for _, label in curve.customers] == ["0%", "20%", "40%", "60%", "80%", "100%"]


def test_a_long_curve_has_few_points(shown: MakeShown) -> None:
    """A picture has no more pixels; what is read off stays exact."""
    one = shown("equal")
    words = dumped(range(1, 10_001))
    found = found_in(replace(one, words={"conc_values": words}))
    assert found is not None
    curve = calculation_facts(one, found).curve
    assert curve is not None
    assert len(curve.points) < 300
    assert curve.mark in curve.points


def test_a_list_that_is_gone(shown: MakeShown) -> None:
    """Words are forgotten before answers are: then there is only thanks, and a way on."""
    one = replace(shown("equal"), words={})
    assert found_in(one) is None
    assert check(calculation_view(one)).data == [Go(to=To.TESTS).pack()]


def test_the_line_that_is_left(shown: MakeShown) -> None:
    """The metric's own name."""
    one = shown("crr")
    assert done_text(one.finished, "en", one.speech) == "✓ CRR"


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(1234.5, Form.MONEY), "1,235"),
        (Figure(999.994, Form.MONEY), "999.99"),
        (Figure(-12.345, Form.MONEY), "−12.35"),
        (Figure(0.12345, Form.SHARE), "12.3%"),
        (Figure(-33.5, Form.POINTS), "−34"),
        (Figure(5.857, Form.NUMBER), "5.86"),
        (Figure(15000.125, Form.GIVEN), "15,000.125"),
        (Figure(99.999, Form.GIVEN_PERCENT), "99.999%"),
        (Figure(1000, Form.COUNT), "1,000"),
    ],
)
def test_figures(figure: Figure, expected: str) -> None:
    """What was given keeps its digits; what was calculated is rounded once."""
    assert show_figure(figure, "en") == expected


def test_lists_as_they_were_understood(texts: Texts) -> None:
    """Few numbers one by one, many by what they amount to, ratings row by row."""
    made, speak = calculators(), texts.speaker("ru")
    plain, ratings = made.by_code["conc_values"], made.by_code["iqs_rows"]
    assert show_list(dumped([1, 2.5, -3]), plain, "ru", speak) == "1 · 2,5 · −3"
    assert show_list(dumped(range(21)), plain, "ru", speak) == "21 число: от 0 до 20, в сумме 210"
    listed = read_list("4 2\n- 0,5\n!", ratings, "ru")
    assert show_list(dumped(listed.values), ratings, "ru", speak).split("\n") == [
        "оценка 4, вес 2",
        "не оценивалась, вес 0,5",
        "провалена критическая, вес 1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_longest_lists_fit(library: Library, texts: Texts, language: str) -> None:
    """However long, what was kept stays on one screen."""
    for case, code, text in (
        ("equal", "conc_values", "-999999999999999.5 " * 12),
        ("iqs", "iqs_rows", "-999999999999 999999999999\n" * 500),
    ):
        attempt, _ = calculated(*CASES[case])
        again = repeated(attempt, "key", attempt.instrument)
        place = next(n for n in again.steps if again.instrument.questions[n].code == code)
        there = replace(again, answers={**again.answers, code: WRITTEN}, position=place)
        words = dumped(read_list(text, there.question, language).values)
        check(question_view(person(language, there), words, speech(library, texts)))


@pytest.mark.parametrize(
    ("code", "key", "args"),
    [
        ("crr_s", "number-ask", {}),
        ("clv_r", "percent-ask", {}),
        ("ces_counts", "list-ask-count", {"count": 7}),
        ("iqs_rows", "ratings-ask", {}),
        ("conc_values", "list-ask-file", {"limit": "10,000", "size": 1}),
    ],
)
def test_what_is_asked(
    library: Library, texts: Texts, code: str, key: str, args: dict[str, str | int]
) -> None:
    """Each input says how it is taken, with its limits."""
    made = calculators()
    place = [question.code for question in made.questions].index(code)
    metric = next(s.code for s in made.sections if any(q.code == code for q in s.questions))
    attempt = replace(begun(), answers={"metric": metric}, position=place)
    screen = check(question_view(person("en", attempt), "", speech(library, texts)))
    assert texts.line("en", key, **args) in screen.text
