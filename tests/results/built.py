"""Made-up journeys and canvases in three languages, from the emptiest to the longest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import Final

from results.facts_built import (
    CanvasFacts,
    JourneyFacts,
    JourneyStage,
    Labelled,
    Principle,
    Touchpoint,
)

BRAND: Final = "Мария Лебедева"
EMOTIONS: Final = (1, 2, 0, -1, -2, None, 1, 0)
LEVELS: Final = range(-2, 3)
EFFORTS: Final = (1, 3, 5, None, 4, 2)


@dataclass(frozen=True)
class Words:
    """One language's words."""

    language: str
    title: str
    subtitle: str
    about: tuple[tuple[str, str], ...]
    stages: tuple[str, ...]
    touchpoints: tuple[str, ...]
    emotions: tuple[str, ...]
    effort: str
    pain: str
    delight: str
    zones_heading: str
    zone: str
    note: str
    no_zones: str
    strategy: str
    mission: tuple[str, str]
    feelings: tuple[str, str]
    principles_heading: str
    practice_heading: str
    principles: tuple[tuple[str, str], ...]
    date: str
    long_word: str


RU: Final = Words(
    language="ru",
    title="Карта пути клиента",
    subtitle="Семьи с детьми из соседних домов",
    about=(
        ("Сегмент", "Семьи с детьми до шести лет, живут в пятнадцати минутах пешком"),
        ("Чем он ценен", "Заходят каждую неделю и приводят соседей"),
        ("Новые или постоянные", "Новые"),
        ("Чего ждут", "Свежего хлеба к завтраку, без очереди, и чтобы ребёнку было чем заняться"),
    ),
    stages=("Узнаёт о нас", "Выбирает", "Покупает", "Пользуется", "Возвращается"),
    touchpoints=(
        "Реклама в соцсетях", "Отзывы на картах", "Сайт", "Звонок в пекарню", "Вывеска",
        "Очередь", "Разговор у прилавка", "Оплата", "Упаковка", "Первая булка дома",
        "Ответ на жалобу", "Письмо с рецептами", "Карта постоянного гостя",
    ),
    emotions=("Злость", "Досада", "Спокойствие", "Радость", "Восторг"),
    effort="Усилия: 1 — легко, 5 — трудно",
    pain="Больное место",
    delight="Момент радости",
    zones_heading="Что исправить в первую очередь",
    zone="Злость, усилия 5.",
    note="По выходным никто не берёт трубку, а автоответчик предлагает перезвонить в понедельник.",
    no_zones="Слабых мест не видно: путь ровный.",
    strategy="Стратегия сервиса",
    mission=("Миссия", "Чтобы в каждом доме района утро начиналось с тёплого хлеба"),
    feelings=("Что чувствует клиент", "Здесь меня знают и мне рады"),
    principles_heading="Принципы",
    practice_heading="Что это значит на деле",
    principles=(
        (
            "Отвечаем сразу",
            "На письмо за час, на звонок с третьего гудка. Нет ответа — говорим, когда будет.",
        ),
        ("Говорим правду", "Не обещаем того, в чём не уверены. Об ошибке сообщаем первыми."),
        ("Решаем на месте", "Продавец сам возвращает деньги до 5 000 рублей."),
        ("Помним каждого", "Имена, аллергии и последний разговор записаны в карточке гостя."),
        ("Даём чуть больше", "К каждому заказу кладём булочку для ребёнка."),
    ),
    date="22 сентября 2026 г.",
    long_word="Клиентоориентированность",
)  # fmt: skip
UK: Final = replace(
    RU,
    language="uk",
    title="Карта шляху клієнта",
    subtitle="Родини з дітьми із сусідніх будинків",
    about=(
        ("Сегмент", "Родини з дітьми до шести років, живуть за п’ятнадцять хвилин пішки"),
        ("Чим він цінний", "Заходять щотижня й приводять сусідів"),
        ("Нові чи постійні", "Нові"),
        ("Чого чекають", "Свіжого хліба до сніданку, без черги, і щоб дитині було чим зайнятися"),
    ),
    stages=("Дізнається про нас", "Обирає", "Купує", "Користується", "Повертається"),
    touchpoints=(
        "Реклама в соцмережах", "Відгуки на мапах", "Сайт", "Дзвінок до пекарні", "Вивіска",
        "Черга", "Розмова біля прилавка", "Оплата", "Пакування", "Перша булка вдома",
        "Відповідь на скаргу", "Лист із рецептами", "Картка постійного гостя",
    ),
    emotions=("Злість", "Прикрість", "Спокій", "Радість", "Захват"),
    effort="Зусилля: 1 — легко, 5 — важко",
    pain="Больова точка",
    delight="Мить радості",
    zones_heading="Що виправити насамперед",
    zone="Злість, зусилля 5.",
    note="У вихідні ніхто не бере слухавку, а автовідповідач радить передзвонити в понеділок.",
    no_zones="Слабких місць не видно: шлях рівний.",
    strategy="Стратегія сервісу",
    mission=("Місія", "Щоб у кожній оселі району ранок починався з теплого хліба"),
    feelings=("Що відчуває клієнт", "Тут мене знають і мені раді"),
    principles_heading="Принципи",
    practice_heading="Що це означає на ділі",
    principles=(
        (
            "Відповідаємо одразу",
            "На лист за годину, на дзвінок із третього гудка. Нема відповіді — кажемо, коли буде.",
        ),
        ("Кажемо правду", "Не обіцяємо того, у чому не певні. Про помилку повідомляємо перші."),
        ("Вирішуємо на місці", "Продавець сам повертає гроші до 5 000 гривень."),
        ("Пам’ятаємо кожного", "Імена, алергії й остання розмова записані в картці гостя."),
        ("Даємо трохи більше", "До кожного замовлення кладемо булочку для дитини."),
    ),
    date="22 вересня 2026 р.",
    long_word="Клієнтоорієнтованість",
)  # fmt: skip
EN: Final = replace(
    RU,
    language="en",
    title="Customer journey map",
    subtitle="Families with children from around the corner",
    about=(
        ("Segment", "Families with children under six, a fifteen-minute walk away"),
        ("Why it matters", "They come every week and bring their neighbours"),
        ("New or returning", "New"),
        ("What they expect", "Fresh bread for breakfast, no queue, and a corner for the child"),
    ),
    stages=("Hears of us", "Chooses", "Buys", "Uses", "Comes back"),
    touchpoints=(
        "Social media ad", "Reviews on maps", "Website", "Call to the bakery", "Shop sign",
        "Queue", "Chat at the counter", "Payment", "Packaging", "First loaf at home",
        "Answer to a complaint", "Recipe newsletter", "Loyalty card",
    ),
    emotions=("Angry", "Annoyed", "Calm", "Glad", "Delighted"),
    effort="Effort: 1 easy, 5 hard",
    pain="Pain point",
    delight="Delight",
    zones_heading="What to fix first",
    zone="Angry, effort 5.",
    note="Nobody picks up at weekends, and the machine says to call back on Monday.",
    no_zones="No weak spots here: a smooth journey.",
    strategy="Service strategy",
    mission=("Mission", "Warm bread on every breakfast table in the neighbourhood"),
    feelings=("How customers feel", "They know me here, and they’re glad I came"),
    principles_heading="Principles",
    practice_heading="In practice",
    principles=(
        (
            "We answer at once",
            "Emails within the hour, calls by the third ring. No answer yet? We say when.",
        ),
        ("We tell the truth", "We promise only what we’re sure of, and own up to mistakes first."),
        ("We settle it here", "Any assistant can refund up to £50 without asking."),
        ("We remember people", "Names, allergies and our last chat are on the guest’s card."),
        ("We add a little more", "Every order comes with a bun for the child."),
    ),
    date="22 September 2026",
    long_word="Internationalisation",
)  # fmt: skip
LANGUAGES: Final = {"ru": RU, "uk": UK, "en": EN}


def touchpoint(title: str, emotion: int | None, effort: int | None) -> Touchpoint:
    """A touchpoint, marked as its emotion asks for."""
    is_pain = emotion is not None and emotion < 0
    return Touchpoint(title, emotion, effort, is_pain, is_delight=emotion == max(LEVELS))


def journey(
    words: Words,
    counts: Sequence[int] = (3, 3, 3, 2, 2),
    *,
    emotions: Sequence[int | None] = EMOTIONS,
    zones: int = 4,
) -> JourneyFacts:
    """A journey with so many touchpoints in each of its stages."""
    titles, feelings, efforts = cycle(words.touchpoints), cycle(emotions), cycle(EFFORTS)
    stages = [
        JourneyStage(
            title,
            [touchpoint(next(titles), next(feelings), next(efforts)) for _ in range(count)],
        )
        for title, count in zip(cycle(words.stages), counts, strict=False)
    ]
    notes = islice(cycle((words.note, "")), zones)
    return JourneyFacts(
        language=words.language,
        title=words.title,
        subtitle=words.subtitle,
        about=[Labelled(*pair) for pair in words.about],
        stages=stages,
        emotions=words.emotions,
        effort=words.effort,
        pain=words.pain,
        delight=words.delight,
        zones_heading=words.zones_heading,
        zones=[
            Labelled(f"{n}. {title}", f"{words.zone} {note}".strip())
            for n, (title, note) in enumerate(
                zip(cycle(words.touchpoints), notes, strict=False), start=1
            )
        ],
        no_zones=words.no_zones,
        date=words.date,
        brand=BRAND,
    )


def long_titles(facts: JourneyFacts, title: str) -> JourneyFacts:
    """The same journey, every stage and touchpoint with a name of 60 characters."""
    name = " ".join([title] * 4)[:60].strip()
    return replace(
        facts,
        stages=[
            replace(
                stage,
                title=name,
                touchpoints=[replace(point, title=name) for point in stage.touchpoints],
            )
            for stage in facts.stages
        ],
    )


def canvas(words: Words, count: int = 3) -> CanvasFacts:
    """A canvas with so many principles."""
    return CanvasFacts(
        language=words.language,
        title=words.strategy,
        mission=Labelled(*words.mission),
        feelings=Labelled(*words.feelings),
        principles_heading=words.principles_heading,
        practice_heading=words.practice_heading,
        principles=[Principle(*pair) for pair in words.principles[:count]],
        date=words.date,
        brand=BRAND,
    )


def filled(facts: CanvasFacts, text: str) -> CanvasFacts:
    """The same canvas, each of its texts another one."""
    return replace(
        facts,
        mission=replace(facts.mission, text=text),
        feelings=replace(facts.feelings, text=text),
        principles=[Principle(text, text) for _ in facts.principles],
    )


def prose(words: Words, length: int = 1000) -> str:
    """A text of so many characters."""
    return " ".join([words.note] * (length // len(words.note) + 1))[:length].strip()
