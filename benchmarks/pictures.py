"""How long each picture and document takes after the first of its kind, in one process.

Run from the repository's root: `python -m benchmarks.pictures`.
"""

import statistics
import time
from collections.abc import Callable
from random import Random
from typing import TypeVar

from benchmarks.cards import made_up_card
from results.board import BoardPainter
from results.canvas_page import CanvasDocumentPainter, CanvasPainter
from results.card import CardPainter
from results.code import CodePainter
from results.facts import Axis
from results.facts_built import (
    CanvasFacts,
    JourneyFacts,
    JourneyStage,
    Labelled,
    Principle,
    Touchpoint,
)
from results.facts_owner import (
    Answered,
    BoardFacts,
    CodeFacts,
    Count,
    Pair,
    PairFacts,
    PosterFacts,
)
from results.hall import HallPainter
from results.journey import JourneyDocumentPainter, JourneyPainter
from results.pair import PairPainter
from results.poster import PosterPainter

_Facts = TypeVar("_Facts")
_ROUNDS = 30
_NAMES = ("Клиент", "Опыт", "Понимание", "Культура", "Технологии", "Метрики", "Инновации", "Дело")
_LINK = "https://t.me/customer_map_bot?start=ml7-16"
_BRAND = "Мария Лебедева"


def _board(random: Random) -> BoardFacts:
    counts = [random.randint(0, 40) for _ in range(11)]
    return BoardFacts(
        title="Форум «Сервис без границ»",
        subtitle="Полная версия · 43 утверждения",
        counts=[Count(str(sum(counts)), "прошли"), Count(str(2 * sum(counts)), "начали")],
        questions=[
            Answered(
                "Готовность рекомендовать",
                f"{random.randint(-99, 99):+}",
                f"95 % интервал: −5 … +25, n = {sum(counts)}",
                counts,
                [f"{name} {random.randint(0, 99)} %" for name in ("Критики", "Прочие", "За")],
            )
        ],
        blocks_heading="Среднее по блокам",
        blocks=[Axis(name, random.uniform(0, 100)) for name in _NAMES],
        missing="мало ответов",
        hidden="",
        total=str(random.randint(0, 100)),
        total_caption="из 100",
        note="По последней попытке каждого человека.",
        date="22 ноября 2026",
        brand=_BRAND,
        link=_LINK,
        link_caption="Наведите камеру или введите код ml7-16",
    )


def _pair(random: Random) -> PairFacts:
    return PairFacts(
        title="Что изменилось",
        subtitle="Третье прохождение",
        before_caption="15 августа",
        after_caption="22 ноября",
        headline=f"{random.randint(0, 100)} → {random.randint(0, 100)}",
        headline_caption="из 100",
        pairs=[Pair(name, random.uniform(0, 100), random.uniform(0, 100)) for name in _NAMES],
        missing="мало ответов",
        note="Разница в пару пунктов может быть случайной.",
        date="22 ноября 2026",
        brand=_BRAND,
    )


def _code(random: Random) -> CodeFacts:
    code = f"forum-{random.randint(1, 10**6)}"
    link = f"https://t.me/customer_map_bot?start={code}"
    return CodeFacts("Форум «Сервис без границ»", link, code, "Наведите камеру", _BRAND)


def _poster(random: Random) -> PosterFacts:
    code = f"forum-{random.randint(1, 10**6)}"
    return PosterFacts(
        language="ru",
        title="Форум «Сервис без границ»",
        headline="Насколько ваша компания слышит клиента?",
        lead="Ответьте на 16 утверждений за четыре минуты и получите карту.",
        steps=("Наведите камеру", "Отвечайте кнопками", "Получите карту"),
        link=f"https://t.me/customer_map_bot?start={code}",
        code=code,
        code_caption="Нет камеры? Отправьте код боту @customer_map_bot:",
        privacy="Ответы видите только вы.",
        brand=_BRAND,
    )


def _journey(random: Random) -> JourneyFacts:
    def touchpoint() -> Touchpoint:
        emotion = random.randint(-2, 2)
        effort = random.randint(1, 5)
        return Touchpoint(random.choice(_NAMES), emotion, effort, emotion < 0, emotion > 1)

    return JourneyFacts(
        language="ru",
        title="Карта пути клиента",
        subtitle="5 этапов, 20 точек контакта",
        about=[Labelled("Сегмент", "Семьи с детьми"), Labelled("Чем важны", "Приводят соседей")],
        stages=[JourneyStage(name, [touchpoint() for _ in range(4)]) for name in _NAMES[:5]],
        emotions=["Злость", "Досада", "Спокойствие", "Радость", "Восторг"],
        effort="Усилия: 1 — легко, 5 — трудно",
        pain="Больное место",
        delight="Момент радости",
        zones_heading="Что исправить в первую очередь",
        zones=[Labelled(f"{n + 1}. {name}", "Злость") for n, name in enumerate(_NAMES)],
        no_zones="",
        date="22 ноября 2026",
        brand=_BRAND,
    )


def _canvas(random: Random) -> CanvasFacts:
    def text(words: int) -> str:
        return " ".join(random.choices(_NAMES, k=words))

    return CanvasFacts(
        language="ru",
        title="Стратегия сервиса",
        mission=Labelled("Миссия", text(8)),
        feelings=Labelled("Что чувствует клиент", text(6)),
        principles_heading="Принципы",
        practice_heading="Что это значит на деле",
        principles=[Principle(text(3), text(12)) for _ in range(4)],
        date="22 ноября 2026",
        brand=_BRAND,
    )


def _measure(
    name: str,
    paint: Callable[[_Facts], bytes | tuple[bytes, ...]],
    make: Callable[[Random], _Facts],
) -> None:
    random = Random(43)  # noqa: S311 - made-up figures
    times: list[float] = []
    size = 0
    for _ in range(_ROUNDS + 1):
        facts = make(random)
        begun = time.perf_counter()
        drawn = paint(facts)
        times.append((time.perf_counter() - begun) * 1000)
        size = len(drawn) if isinstance(drawn, bytes) else sum(map(len, drawn))
    first, *others = times
    print(
        f"{name:8} {statistics.median(others):6.1f} ms median  {min(others):6.1f} best  "
        f"{max(others):6.1f} worst  n = {len(others)}  "
        f"first {first:6.1f} ms  {size / 1024:4.0f} KB"
    )


if __name__ == "__main__":
    _measure("card", CardPainter().paint, made_up_card)
    _measure("board", BoardPainter().paint, _board)
    _measure("hall", HallPainter().paint, _board)
    _measure("pair", PairPainter().paint, _pair)
    _measure("code", CodePainter().paint, _code)
    _measure("poster", PosterPainter().paint, _poster)
    _measure("journey", JourneyPainter().paint, _journey)
    _measure("its PDF", JourneyDocumentPainter().paint, _journey)
    _measure("canvas", CanvasPainter().paint, _canvas)
    _measure("its PDF", CanvasDocumentPainter().paint, _canvas)
