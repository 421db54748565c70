"""A calculated metric: its picture's facts, its caption, its twin in text."""

from collections.abc import Iterator
from itertools import count
from math import ceil
from typing import Final

from domain.calculation import calculated, outcome
from domain.concentration import MOST, Concentration
from domain.formulas.outcome import Figure, Form, Outcome, Remark
from domain.numerals import show_number, show_percent
from handlers.callbacks import To
from handlers.views.common import plain_view, rows_on
from handlers.views.figures import show_figure, show_figures
from handlers.views.shown import Shown
from handlers.views.titles import title_of
from handlers.views.view import Button, View, esc, go, paragraphs
from results.facts_calculation import CalculationFacts, Curve, Gauge

POINTS: Final = 240
"""Points of a curve that a picture can show; more would fall on the same pixels."""
HEADROOM: Final = 1.1
"""Above a peak, its own words need some."""
MOST_TICKS: Final = 7
"""On one axis; more would stand too close to each other."""


def outcome_of(one: Shown) -> Outcome | None:
    """What the attempt has calculated."""
    return outcome(one.attempt, one.words)


def calculation_view(one: Shown) -> View:
    """The result in words: the number, the formula filled in, what it says."""
    found = outcome_of(one)
    if found is None:
        return plain_view(one)
    speak = one.speak
    title = esc(title_of(one.attempt, one.language))
    remarks = [f"• {_remark(remark, one)}" for remark in found.remarks]
    text = paragraphs(
        speak("twin-heading", title=title, date=one.date),
        (" " if found.curve else " · ").join(
            part for part in (f"<b>{_value(found, one)}</b>", _caption(found, one)) if part
        ),
        _formula(found, one),
        esc(_meaning(one)),
        "\n".join(remarks),
    )
    return View(text, _rows(one))


def calculation_caption(one: Shown, found: Outcome) -> str:
    """The line under the picture, as HTML."""
    title = esc(title_of(one.attempt, one.language))
    return one.speak("calculation-caption", title=title, value=_value(found, one))


def calculation_facts(one: Shown, found: Outcome) -> CalculationFacts:
    """What the picture says."""
    speak = one.speak
    return CalculationFacts(
        title=title_of(one.attempt, one.language),
        subtitle=one.attempt.instrument.title[one.language],
        value=_value(found, one),
        caption=_caption(found, one),
        gauge=_gauge(found, one.language),
        curve=_curve(found.curve, one) if found.curve else None,
        formula_heading=speak("calculation-formula"),
        formula=_formula(found, one).split("\n"),
        meaning_heading=speak("calculation-meaning"),
        meaning=_meaning(one),
        remarks=[_remark(remark, one) for remark in found.remarks],
        date=one.date,
        brand=one.speech.house.brand,
    )


def _rows(one: Shown) -> list[list[Button]]:
    speak, attempt = one.speak, one.attempt
    return [
        [go(speak("button-calculate-again"), To.AGAIN, attempt.key)],
        [go(speak("button-other-metric"), To.TEST, attempt.instrument.id)],
        *rows_on(one),
    ]


def _value(found: Outcome, one: Shown) -> str:
    return show_figure(found.value, one.language)


def _caption(found: Outcome, one: Shown) -> str:
    """What the number is, where it does not say it itself: its interval, or of what a share."""
    if found.curve is not None:
        return one.speak("calculation-bearers", share=show_percent(float(MOST), one.language))
    if found.interval is None:
        return ""
    low, high = (_like(end, found.value, one.language) for end in found.interval)
    return one.speak("calculation-interval", low=low, high=high)


def _like(number: float, figure: Figure, language: str) -> str:
    return show_figure(Figure(number, figure.form), language)


def _formula(found: Outcome, one: Shown) -> str:
    section = calculated(one.attempt)
    key = section.formula if section else ""
    filled = show_figures(found.filled, one.language)
    return one.speak(f"formula-{key}", value=_value(found, one), **filled)


def _meaning(one: Shown) -> str:
    section = calculated(one.attempt)
    return section.meaning[one.language] if section and section.meaning else ""


def _remark(remark: Remark, one: Shown) -> str:
    counted = {
        name: int(figure.value) if figure.form is Form.COUNT else shown
        for (name, figure), shown in zip(
            remark.figures.items(),
            show_figures(remark.figures, one.language).values(),
            strict=True,
        )
    }
    return one.speak(f"remark-{remark.note}", **counted)


def _gauge(found: Outcome, language: str) -> Gauge | None:
    if found.span is None:
        return None
    least, greatest = found.span

    def place(value: float) -> float:
        return (value - least) / (greatest - least)

    return Gauge(
        place=place(found.value.value),
        interval=(place(found.interval[0]), place(found.interval[1])) if found.interval else None,
        least=_like(least, found.value, language),
        greatest=_like(greatest, found.value, language),
    )


def _curve(curve: Concentration, one: Shown) -> Curve:
    speak, language = one.speak, one.language
    step = max(1, curve.n // POINTS)
    wanted = {*range(step, curve.n, step), curve.bearers, curve.peak, curve.n}
    points = [(0.0, 0.0), *((k / curve.n, curve.sums[k - 1]) for k in sorted(wanted))]
    mark = (curve.bearers / curve.n, curve.sums[curve.bearers - 1])
    peak = (curve.peak / curve.n, curve.sums[curve.peak - 1]) if curve.losing else None
    return Curve(
        points=points,
        mark=mark,
        mark_label=speak(
            "curve-mark",
            customers=show_percent(mark[0], language),
            profit=show_percent(mark[1], language),
        ),
        peak=peak,
        peak_label=show_percent(peak[1], language) if peak else "",
        across=speak("curve-customers", count=show_number(curve.n, language)),
        up=speak("curve-profit"),
        equality=speak("curve-equality"),
        customers=_ticks(1, language),
        profit=_ticks(HEADROOM * peak[1] if peak else 1, language),
    )


def _ticks(highest: float, language: str) -> list[tuple[float, str]]:
    """Round marks from 0 on to the highest point, and past it where that is above 100 %."""
    step = next(step for step in _steps() if highest <= step * MOST_TICKS)
    count = ceil(highest / step)
    return [(n * step, show_percent(n * step, language)) for n in range(count + 1)]


def _steps() -> Iterator[float]:
    """0.2, 0.5, 1, 2, 5 and so on."""
    for power in count(0):
        yield from (0.2 * 10**power, 0.5 * 10**power, 10.0**power)
