"""How long a result card takes: the painter against the obvious way, in one run.

The obvious way is a fresh pyplot figure with axes, texts and patches, saved as PNG; its contents
are the painter's. Both draw the same cards in turn, so whatever else the machine does meets both.
Then: how late the event loop gets its turn while cards are drawn in a thread and in `Studio`.

Run from the repository's root: `python -m benchmarks.cards`.
"""

import asyncio
import io
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from random import Random

import matplotlib as mpl
import matplotlib.pyplot as plt  # noqa: TID251 - the obvious way is what is measured against
import numpy as np
import segno
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import FancyBboxPatch
from PIL import Image

from results.card import CardPainter
from results.facts import Axis, CardFacts, Finding, Findings
from results.studio import Studio
from results.theme import (
    BAND,
    BLUE,
    BLUE_DEEP,
    INK,
    ON_BLUE,
    ON_BLUE_QUIET,
    ORANGE,
    PAPER,
    QUIET,
    SURFACE,
    TRACK,
    Weight,
    whole,
)

_ROUNDS = 40
_LAG_SECONDS = 4.0
_PAUSE = 0.002
_CAMPAIGNS = 10
_TARGET = 8
_WIDTH, _HEIGHT, _DPI = 1024, 1280, 100
_BLOCKS = (
    "Клиент",
    "Клиентский опыт",
    "Понимание",
    "Культура",
    "Цифровые",
    "Метрики",
    "Инновации",
    "Готовность",
)
_LEVELS = ("Начало пути", "Становление", "Развитие", "Система", "Клиентоцентричность")


def made_up_card(random: Random) -> CardFacts:
    """A card such as the bot asks for: its words and campaigns come back, its figures do not."""
    campaign = random.randint(1, _CAMPAIGNS)
    scores = [random.uniform(10, 95) for _ in _BLOCKS]
    total = statistics.fmean(scores)
    ranked = sorted(zip(scores, _BLOCKS, strict=True))
    return CardFacts(
        title="Карта клиентоцентричности",
        subtitle="Полная версия · 43 утверждения",
        viewpoint="Взгляд одного человека · руководитель",
        total=total,
        total_caption="из 100",
        level=_LEVELS[int(total // 20)],
        verdict="",
        axes=tuple(
            Axis(name, score, random.uniform(40, 60))
            for name, score in zip(_BLOCKS, scores, strict=True)
        ),
        missing="мало ответов",
        reference_caption=f"Этот зал, n = {random.randint(30, 300)}",
        own_caption="Вы",
        recommendation=f"{random.randint(0, 10)} из 10",
        recommendation_caption="готовность рекомендовать продукт",
        left=Findings(
            "Сильные стороны", [Finding(name, score) for score, name in ranked[:-4:-1]], "", ""
        ),
        right=Findings(
            "Зоны роста", [Finding(name, score) for score, name in ranked[:3]], "и ещё 1", ""
        ),
        date=f"{random.randint(1, 28)} ноября 2026",
        brand="Мария Лебедева",
        link=f"https://t.me/customer_map_bot?start=s-hall-{campaign}",
        link_caption=f"Пройдите тест сами: наведите камеру или введите код hall-{campaign}",
    )


def paint_naively(facts: CardFacts) -> bytes:
    """The same card the obvious way: one new pyplot figure for each, saved as PNG."""
    figure, page = plt.subplots(figsize=(_WIDTH / _DPI, _HEIGHT / _DPI), dpi=_DPI)
    page.set_position((0, 0, 1, 1))
    page.set(xlim=(0, _WIDTH), ylim=(_HEIGHT, 0))
    page.axis("off")
    figure.set_facecolor(PAPER)
    _naive_head(page, facts)
    _naive_radar(figure, facts)
    for findings, left, colour in ((facts.left, 48, BLUE), (facts.right, 532, ORANGE)):
        _naive_list(page, findings, left, colour)
    _naive_foot(page, facts)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=_DPI)
    plt.close(figure)
    return file.getvalue()


def _font(weight: Weight, size: float) -> FontProperties:
    return FontProperties(fname=weight.path, size=size * 72 / _DPI)


def _tile(page: Axes, box: tuple[float, float, float, float], colour: str) -> None:
    left, top, width, height = box
    page.add_patch(
        FancyBboxPatch(
            (left, top),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=4",
            facecolor=colour,
            edgecolor="none",
        )
    )


def _naive_head(page: Axes, facts: CardFacts) -> None:
    _tile(page, (0, 0, _WIDTH, 304), BLUE)
    _tile(page, (712, 120, 264, 160), BLUE_DEEP)
    for x, y, text, weight, size, colour in (
        (48, 76, facts.title, Weight.EXTRABOLD, 44, ON_BLUE),
        (48, 118, facts.subtitle, Weight.MEDIUM, 26, ON_BLUE_QUIET),
        (48, 150, facts.viewpoint, Weight.MEDIUM, 26, ON_BLUE_QUIET),
        (48, 272, whole(facts.total or 0), Weight.EXTRABOLD, 128, ON_BLUE),
        (220, 220, facts.total_caption, Weight.MEDIUM, 28, ON_BLUE_QUIET),
        (220, 272, facts.level, Weight.BOLD, 44, ON_BLUE),
        (736, 170, facts.recommendation, Weight.BOLD, 40, ON_BLUE),
        (736, 260, facts.recommendation_caption.replace(" ", "\n"), Weight.MEDIUM, 24, ON_BLUE),
    ):
        page.text(x, y, text, fontproperties=_font(weight, size), color=colour)


def _naive_radar(figure: Figure, facts: CardFacts) -> None:
    radar = figure.add_axes((0.3, 0.4, 0.4, 0.3), projection="polar")
    angles = np.linspace(0, 2 * np.pi, len(facts.axes), endpoint=False)
    closed = [*angles, angles[0]]
    own = [axis.score or 0 for axis in facts.axes]
    reference = [axis.reference or 0 for axis in facts.axes]
    radar.plot(closed, [*own, own[0]], "o-", color=BLUE, label=facts.own_caption)
    radar.fill(closed, [*own, own[0]], color=BLUE, alpha=0.18)
    radar.plot(
        closed, [*reference, reference[0]], "--", color=QUIET, label=facts.reference_caption
    )
    radar.set(ylim=(0, 100), yticks=(25, 50, 75, 100), yticklabels=())
    radar.set_xticks(
        angles,
        [f"{whole(axis.score or 0)}\n{axis.name}" for axis in facts.axes],
        fontproperties=_font(Weight.MEDIUM, 26),
    )
    figure.legend(prop=_font(Weight.MEDIUM, 24), loc=(0.05, 0.72), ncols=2, frameon=False)


def _naive_list(page: Axes, findings: Findings, left: float, colour: str) -> None:
    page.text(left, 860, findings.heading, fontproperties=_font(Weight.BOLD, 30), color=INK)
    page.text(left + 340, 860, findings.more, fontproperties=_font(Weight.MEDIUM, 24))
    for number, item in enumerate(findings.items):
        top = 890 + number * 58
        page.text(left, top + 20, item.name, fontproperties=_font(Weight.MEDIUM, 26))
        page.text(left + 400, top + 20, whole(item.score), fontproperties=_font(Weight.BOLD, 28))
        _tile(page, (left, top + 32, 444, 8), TRACK)
        _tile(page, (left, top + 32, 444 * item.score / 100, 8), colour)


def _naive_foot(page: Axes, facts: CardFacts) -> None:
    _tile(page, (0, 1068, _WIDTH, 212), BAND)
    _tile(page, (780, 1076, 196, 196), SURFACE)
    code = io.BytesIO()
    segno.make(facts.link, micro=False).save(code, kind="png", scale=5)
    code.seek(0)
    page.imshow(Image.open(code).convert("L"), cmap="gray", extent=(786, 970, 1266, 1082))
    page.set(xlim=(0, _WIDTH), ylim=(_HEIGHT, 0), aspect="auto")
    caption = facts.link_caption.replace(" или", "\nили")
    page.text(48, 1150, caption, fontproperties=_font(Weight.SEMIBOLD, 30), color=INK)
    signature = f"{facts.brand} · {facts.date}"
    page.text(48, 1244, signature, fontproperties=_font(Weight.MEDIUM, 24), color=QUIET)


def _timed(draw: Callable[[CardFacts], bytes], facts: CardFacts) -> tuple[float, int]:
    begun = time.perf_counter()
    picture = draw(facts)
    return (time.perf_counter() - begun) * 1000, len(picture)


def _report(name: str, runs: list[tuple[float, int]]) -> float:
    times = sorted(run[0] for run in runs)
    median = statistics.median(times)
    size = statistics.median(run[1] for run in runs) / 1024
    print(
        f"{name:34} {median:7.1f} ms median  {times[0]:7.1f} best  "
        f"{times[-1]:7.1f} worst  {size:5.0f} KB  n = {len(times)}"
    )
    return median


def compare_painters() -> None:
    """Time both painters in turn on the same cards, after warming both."""
    random = Random(43)  # noqa: S311 - made-up figures
    painter = CardPainter()
    for _ in range(3):
        facts = made_up_card(random)
        paint_naively(facts)
        painter.paint(facts)
    naive: list[tuple[float, int]] = []
    own: list[tuple[float, int]] = []
    for _ in range(_ROUNDS):
        facts = made_up_card(random)
        naive.append(_timed(paint_naively, facts))
        own.append(_timed(painter.paint, facts))
    ratio = _report("pyplot, PNG", naive) / _report("CardPainter, JPEG", own)
    verdict = "met" if ratio >= _TARGET else "MISSED"
    print(f"{ratio:.1f} times faster (target: {_TARGET}, {verdict})")
    first = _timed(CardPainter().paint, replace(facts, axes=facts.axes[:7]))[0]
    print(f"first card of a further painter, background included: {first:.1f} ms")


def compare_encodings() -> None:
    """Time the ways to write one finished card to a file."""
    facts = made_up_card(Random(1))  # noqa: S311 - made-up figures
    image = Image.open(io.BytesIO(CardPainter().paint(facts))).convert("RGB")
    fixed = image.quantize(64)
    ways: dict[str, Callable[[io.BytesIO], None]] = {
        "JPEG 90, 4:4:4": lambda file: image.save(file, "JPEG", quality=90, subsampling=0),
        "JPEG 90, 4:2:0": lambda file: image.save(file, "JPEG", quality=90),
        "PNG, level 1": lambda file: image.save(file, "PNG", compress_level=1),
        "PNG, fixed palette of 64": lambda file: image.quantize(
            palette=fixed, dither=Image.Dither.NONE
        ).save(file, "PNG", compress_level=1),
    }
    for name, save in ways.items():

        def encode(_: CardFacts, save: Callable[[io.BytesIO], None] = save) -> bytes:
            file = io.BytesIO()
            save(file)
            return file.getvalue()

        _report(f"  encoding alone: {name}", [_timed(encode, facts) for _ in range(15)])


async def _lag_while(draw: Callable[[CardFacts], Awaitable[bytes]]) -> tuple[list[float], int]:
    """How late the loop wakes, in ms, while one card after the other is drawn."""
    random = Random(7)  # noqa: S311 - made-up figures
    late: list[float] = []
    cards = 0
    until = time.perf_counter() + _LAG_SECONDS

    async def watch() -> None:
        while time.perf_counter() < until:
            begun = time.perf_counter()
            await asyncio.sleep(_PAUSE)
            late.append((time.perf_counter() - begun - _PAUSE) * 1000)

    async with asyncio.TaskGroup() as group:
        group.create_task(watch())
        while time.perf_counter() < until:
            await draw(made_up_card(random))
            cards += 1
    return late, cards


async def compare_lag() -> None:
    """Print the loop's lag with a thread and with a studio of one process."""
    painter = CardPainter()

    async def in_thread(facts: CardFacts) -> bytes:
        return await asyncio.to_thread(painter.paint, facts)

    async with Studio() as studio:
        for name, draw in (("thread", in_thread), ("Studio(1)", studio.card)):
            late, cards = await _lag_while(draw)
            centiles = statistics.quantiles(late, n=100)
            print(
                f"loop's lag, drawing in a {name:9}: median {centiles[49]:.2f} ms, "
                f"99th percentile {centiles[98]:.1f}, worst {max(late):.1f}; "
                f"{cards / _LAG_SECONDS:.0f} cards/s"
            )


if __name__ == "__main__":
    mpl.use("Agg")
    for cut in Weight:
        fontManager.addfont(cut.path)
    compare_painters()
    compare_encodings()
    asyncio.run(compare_lag())
