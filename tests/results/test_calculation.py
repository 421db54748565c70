"""The picture of a calculated metric: all of it readable, whatever the words and the numbers."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from results.calculation import CalculationPainter
from results.facts_calculation import CalculationFacts, Curve, Gauge
from results.studio import Studio
from results.theme import BLUE, HEIGHT, MARGIN, SMALLEST, WIDTH
from tests.results.pictures import check, near, pixels

NBSP = "\N{NO-BREAK SPACE}"
MEANINGS = {
    "ru": "Смотрите не на само число, а на то, как оно меняется от квартала к кварталу. " * 8,
    "uk": "Дивіться не на саме число, а на те, як воно змінюється від кварталу до кварталу. " * 8,
    "en": "Look less at the number itself than at how it moves from quarter to quarter. " * 8,
}
FORMULAS = {
    "ru": ("NPS = (промоутеры − критики) ÷ все ответы × 100", "= (60 − 15) ÷ 100 × 100 = 45"),
    "uk": ("NPS = (промоутери − критики) ÷ усі відповіді × 100", "= (60 − 15) ÷ 100 × 100 = 45"),
    "en": ("NPS = (promoters − detractors) ÷ all answers × 100", "= (60 − 15) ÷ 100 × 100 = 45"),
}
REMARK = {
    "ru": "Коэффициент Джини: 0,54. При нуле все приносят поровну, ближе к единице всё у одного.",
    "uk": "Коефіцієнт Джині: 0,54. За нуля всі приносять порівну, ближче до одиниці все в одного.",
    "en": "Gini coefficient: 0.54. At zero everybody brings the same; close to one, nobody.",
}
CAPTION = {
    "ru": "клиентов приносят 80 % прибыли",
    "uk": "клієнтів приносять 80 % прибутку",
    "en": "of customers bring 80% of the profit",
}


def gauge(place: float, low: float = 0, high: float = 1) -> Gauge:
    """A gauge from -100 to 100."""
    return Gauge(place, (low, high), "−100", "100")


def curve(*points: tuple[float, float], mark: int = 1, peak: int | None = None) -> Curve:
    """A curve through the origin and these points."""
    highest = max(y for _, y in points)
    step, marks = (0.2, 6) if highest <= 1 else (highest / 5, 7)
    return Curve(
        points=((0, 0), *points),
        mark=points[mark],
        mark_label=f"46,7{NBSP}% клиентов → 80,3{NBSP}% прибыли",
        peak=None if peak is None else points[peak],
        peak_label="" if peak is None else f"1{NBSP}900{NBSP}%",
        across="Клиенты, начиная с самых прибыльных (всего 10 000)",
        up="Доля прибыли",
        equality="если бы все приносили поровну",
        customers=[(n / 5, f"{20 * n}{NBSP}%") for n in range(6)],
        profit=[(n * step, f"{100 * n * step:.0f}{NBSP}%") for n in range(marks)],
    )


PARETO = curve((0.1, 0.6), (0.2, 0.8), (0.5, 0.95), (1, 1))
EQUAL = curve((0.5, 0.5), (0.8, 0.8), (1, 1))
ONE = curve((1, 1), mark=0)
FIRST = curve((0.01, 1), (1, 1), mark=0)
WHALE = curve((0.33, 10), (0.66, 19), (1, 1), mark=0, peak=1)
LATE_PEAK = curve((0.5, 0.9), (0.99, 1.02), (1, 1), mark=0, peak=1)
LAST = curve((0.5, 0.6), (0.97, 0.97), (1, 1))


def facts(language: str) -> CalculationFacts:
    """A usual result."""
    return CalculationFacts(
        title="NPS",
        subtitle="Metrics",
        value="45",
        caption="интервал 95 %: от 29 до 58",
        gauge=gauge(0.725, 0.65, 0.79),
        curve=None,
        formula_heading="Как посчитано",
        formula=FORMULAS[language],
        meaning_heading="Что это значит",
        meaning=MEANINGS[language][:200],
        remarks=(REMARK[language],),
        date="22 сентября 2026 г.",
        brand="Мария Лебедева",
    )


def longest(language: str) -> CalculationFacts:
    """As much as content and settings allow."""
    return replace(
        facts(language),
        title="Ш" * 60,
        subtitle="Ж" * 60,
        meaning=MEANINGS[language][:600],
        remarks=(REMARK[language],) * 4,
        brand="ШИРОКАЯ ЖАРОМЫСЛЯЩАЯ ФИРМА ДОМАШНИХ ЩЩ",
    )


CURVES: Mapping[str, Curve] = {
    "pareto": PARETO, "equal": EQUAL, "one": ONE, "first": FIRST, "whale": WHALE,
    "late peak": LATE_PEAK, "last": LAST,
}  # fmt: skip


def curved(shape: Curve) -> Callable[[str], CalculationFacts]:
    """A usual result with a curve of this shape."""
    return lambda language: replace(
        facts(language), gauge=None, curve=shape, value="46,7 %", caption=CAPTION[language]
    )


CASES: Mapping[str, Callable[[str], CalculationFacts]] = {
    "usual": facts,
    "longest": longest,
    "barest": lambda language: replace(
        facts(language), caption="", gauge=None, meaning="", remarks=(), brand="", value="0"
    ),
    "least": lambda language: replace(facts(language), value="−100", gauge=gauge(0, 0, 0)),
    "greatest": lambda language: replace(facts(language), value="100", gauge=gauge(1, 1, 1)),
    "wide number": lambda language: replace(
        facts(language), value=f"−999{NBSP}999{NBSP}999{NBSP}999{NBSP}999", caption="", gauge=None
    ),
    **{name: curved(shape) for name, shape in CURVES.items()},
    "longest curve": lambda language: replace(
        longest(language), gauge=None, curve=WHALE, value="100 %", caption=CAPTION[language]
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def painter() -> CalculationPainter:
    """One painter for all."""
    return CalculationPainter()


@pytest.mark.parametrize("language", MEANINGS)
@pytest.mark.parametrize("case", CASES)
def test_every_picture_is_readable(painter: CalculationPainter, case: str, language: str) -> None:
    """Nothing clipped, overlapping or tiny; as high as it needs, and no higher than a photo."""
    picture = painter.paint(CASES[case](language))
    size = Image.open(io.BytesIO(picture)).size
    assert size[0] == WIDTH
    assert 600 <= size[1] <= HEIGHT
    check(picture, painter.written, size, margin=MARGIN - 2, smallest=SMALLEST)


@pytest.mark.parametrize("case", ["usual", "longest", "longest curve"])
def test_nothing_is_left_unsaid(painter: CalculationPainter, case: str) -> None:
    """The number, the formula and the whole meaning stand there; remarks may stay away."""
    one = CASES[case]("ru")
    painter.paint(one)
    written = " ".join(line.text for line in painter.written)
    for part in (one.value, one.date, *one.formula, one.meaning):
        assert " ".join(part.split()) in written.replace(NBSP, " ")
    assert (REMARK["ru"] in written) is (case != "longest curve")


def test_the_gauge_shows_where_it_lies(painter: CalculationPainter) -> None:
    """The dot moves with the value, from one end of the track to the other."""
    places = []
    for place in (0, 0.25, 0.5, 1):
        one = replace(facts("en"), gauge=Gauge(place, None, "0", "1"))
        row = near(pixels(painter.paint(one)), BLUE)[324]
        places.append(np.flatnonzero(row).mean())
    assert places == sorted(places)
    assert places[0] < 80
    assert places[-1] > WIDTH - 80
    assert places[2] == pytest.approx(WIDTH / 2, abs=2)


def test_the_same_facts_give_the_same_picture(painter: CalculationPainter) -> None:
    """Telegram's name of a picture is kept by its facts."""
    one = CASES["whale"]("uk")
    assert painter.paint(one) == CalculationPainter().paint(one)


async def test_the_studio_draws_it(studio: Studio) -> None:
    """In a process of its own, by its name."""
    drawn = await studio.calculation(facts("en"))
    assert Image.open(io.BytesIO(drawn)).format == "JPEG"
