"""Made-up facts in three languages, with the longest words that the content allows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from results.card import CardPainter
from results.details import DetailsPainter
from results.facts import (
    Axis,
    CardFacts,
    DetailBlock,
    DetailFacts,
    DetailItem,
    Finding,
    Findings,
)

LINK = "https://t.me/customer_map_bot?start=s-ml7-16"
SCORES = (83.0, 71.0, 46.0, 79.0, 31.0, 40.0, 68.0, 58.0, 50.0, 20.0)


@dataclass(frozen=True)
class Words:
    """One language's words."""

    title: str
    subtitle: str
    viewpoint: str
    of_100: str
    level: str
    verdict: str
    no_total: str
    names: tuple[str, ...]
    missing: str
    reference: str
    own: str
    recommendation: str
    recommendation_caption: str
    strengths: str
    growth: str
    first: str
    more: str
    empty: str
    date: str
    link_caption: str
    labels: tuple[str, ...]
    unknown: str
    item: str


RU = Words(
    title="Карта клиентоцентричности компании",
    subtitle="Полная версия · 43 утверждения · 8 блоков",
    viewpoint="Взгляд одного человека · топ-менеджер",
    of_100="из 100",
    level="Клиентоцентричность",
    verdict="Ровный профиль: блоки почти не отличаются друг от друга, ни один не выделяется.",
    no_total="Для общего балла нужны ответы хотя бы по шести блокам из восьми.",
    names=(
        "Клиент",
        "Клиентский опыт",
        "Понимание клиента",
        "Культура",
        "Цифровые инструменты",
        "Метрики отношений",
        "Инновации",
        "Готовность к изменениям",
        "Клиентоцентричный",
        "Широкофюзеляжнощ",
    ),
    missing="недостаточно ответов",
    reference="Все участники конференции, n = 1248",
    own="Вы",
    recommendation="10 из 10",
    recommendation_caption="готовность рекомендовать продукты и услуги компании",
    strengths="Сильные стороны",
    growth="Зоны роста",
    first="Сначала посмотрите сюда",
    more="и ещё 4",
    empty="Выраженных зон роста нет: все блоки близки друг к другу.",
    date="22 сентября 2026 г.",
    link_caption="Пройдите тест сами: наведите камеру или введите код conference-2026-moscow",
    labels=("совсем нет", "единичные случаи", "частично", "в основном", "везде, это норма"),
    unknown="к нам не относится",
    item="Широта полномочий сотрудников",
)
UK = replace(
    RU,
    title="Карта клієнтоцентричності компанії",
    subtitle="Повна версія · 43 твердження · 8 блоків",
    viewpoint="Погляд однієї людини · топменеджерка",
    of_100="зі 100",
    level="Клієнтоцентричність",
    verdict="Рівний профіль: блоки майже не відрізняються один від одного, жоден не вирізняється.",
    no_total="Для загального бала потрібні відповіді щонайменше за шістьма блоками з восьми.",
    names=(
        "Клієнт",
        "Клієнтський досвід",
        "Розуміння клієнта",
        "Культура",
        "Цифрові інструменти",
        "Метрики стосунків",
        "Інновації",
        "Готовність до змін",
        "Клієнтоцентричні",
        "Ґрунтовність їжі",
    ),
    missing="недостатньо відповідей",
    reference="Усі учасники конференції, n = 1248",
    own="Ви",
    recommendation_caption="готовність рекомендувати продукти й послуги компанії",
    growth="Зони зростання",
    first="Насамперед погляньте сюди",
    link_caption="Пройдіть тест самі: наведіть камеру або введіть у боті код conference-2026-kyiv",
)
EN = replace(
    RU,
    title="Customer-centricity map of the company",
    subtitle="Full version · 43 statements · 8 blocks",
    viewpoint="One person’s view · top manager",
    of_100="of 100",
    level="Customer-centric",
    verdict="A flat profile: the blocks hardly differ from each other, and none stands out.",
    no_total="A total needs answers in at least six of the eight blocks.",
    names=(
        "The customer",
        "Customer experience",
        "Customer insight",
        "Culture",
        "Digital tools",
        "Relationship metrics",
        "Innovation",
        "Readiness for change",
        "WWWWWWWWWWWWWWWW",
        "Communication gap",
    ),
    missing="not enough answers",
    reference="Everybody at the conference, n = 1,248",
    own="You",
    recommendation="10 of 10",
    recommendation_caption="would recommend the company’s products and services",
    strengths="Strengths",
    growth="Growth zones",
    first="Look here first",
    more="and 4 more",
    empty="There is no marked growth zone: all blocks are close to each other.",
    date="22 September 2026",
    link_caption="Take the test: point your camera here or enter the code conference-2026-london",
    labels=("not at all", "isolated cases", "in part", "mostly", "everywhere, it is the norm"),
    unknown="does not apply to us",
    item="Empowerment of the front line",
)
LANGUAGES = {"ru": RU, "uk": UK, "en": EN}


def _findings(words: Words, heading: str, count: int) -> Findings:
    items = tuple(
        Finding(max(words.names, key=len), SCORES[number]) for number in range(min(count, 3))
    )
    return Findings(heading, items, words.more if count > len(items) else "", words.empty)


def _card(words: Words, axes: int = 8) -> CardFacts:
    return CardFacts(
        title=words.title,
        subtitle=words.subtitle,
        viewpoint=words.viewpoint,
        total=62.5,
        total_caption=words.of_100,
        level=words.level,
        verdict="",
        axes=tuple(
            Axis(name, score, 100 - score)
            for name, score in zip(words.names[:axes], SCORES, strict=False)
        ),
        missing=words.missing,
        reference_caption=words.reference,
        own_caption=words.own,
        recommendation=words.recommendation,
        recommendation_caption=words.recommendation_caption,
        left=_findings(words, words.strengths, 7),
        right=_findings(words, words.growth, 7),
        date=words.date,
        brand="Мария Лебедева · консалтинг и сервис Щука"[:40],
        link=LINK,
        link_caption=words.link_caption,
    )


def _scored(facts: CardFacts, score: float | None) -> CardFacts:
    return replace(facts, axes=tuple(replace(axis, score=score) for axis in facts.axes))


def _every_second_missing(facts: CardFacts, first: int) -> CardFacts:
    axes = tuple(
        replace(axis, score=None) if number % 2 == first else axis
        for number, axis in enumerate(facts.axes)
    )
    return replace(facts, axes=axes)


_WIDE_BRAND = "ШИРОКАЯ ЖАРОМЫСЛЯЩАЯ ФИРМА ДОМАШНИХ ЩЩ"
_CASES: dict[str, Callable[[Words], CardFacts]] = {
    "everything": lambda words: replace(_card(words), verdict=words.verdict),
    "plain": lambda words: replace(
        _card(words), reference_caption="", recommendation="", link="", brand=""
    ),
    "brand without link": lambda words: replace(_card(words), link=""),
    "wide brand": lambda words: replace(_card(words), brand=_WIDE_BRAND),
    "wide brand without link": lambda words: replace(_card(words), brand=_WIDE_BRAND, link=""),
    "equal": lambda words: _scored(_card(words), 64.4),
    "all 0": lambda words: replace(_scored(_card(words), 0), total=0),
    "all 100": lambda words: replace(_scored(_card(words), 100), total=100, verdict=words.verdict),
    "one missing": lambda words: replace(
        _card(words), axes=(*_card(words).axes[:7], Axis(words.names[7], None))
    ),
    "even missing": lambda words: _every_second_missing(_card(words), 0),
    "odd missing": lambda words: _every_second_missing(_card(words), 1),
    "all missing": lambda words: replace(
        _scored(_card(words), None),
        total=None,
        level="",
        total_caption=words.no_total,
        left=_findings(words, words.strengths, 0),
        right=_findings(words, words.growth, 0),
    ),
    "flat": lambda words: replace(
        _card(words),
        verdict=words.verdict,
        left=_findings(words, words.strengths, 0),
        right=_findings(words, words.growth, 0),
    ),
    "screening": lambda words: replace(
        _card(words), left=Findings("", (), "", ""), right=_findings(words, words.first, 2)
    ),
    "3 axes": lambda words: _card(words, 3),
    "4 axes": lambda words: _card(words, 4),
    "5 axes": lambda words: _card(words, 5),
    "9 axes": lambda words: _card(words, 9),
    "10 axes": lambda words: _card(words, 10),
    "10 axes missing": lambda words: _scored(_card(words, 10), None),
}


def _details(words: Words, counts: tuple[int, ...] = (6, 6, 5, 4, 4, 9, 4, 5)) -> DetailFacts:
    blocks = []
    for number, (name, count) in enumerate(zip(words.names, counts, strict=False)):
        items = tuple(
            DetailItem(
                words.item, level or None, words.labels[level - 1] if level else words.unknown
            )
            for level in ((number + item) % 6 for item in range(count))
        )
        blocks.append(DetailBlock(Axis(name, SCORES[number], 50), name, items))
    return DetailFacts(
        title=words.title,
        subtitle=words.subtitle,
        blocks_heading=words.strengths,
        items_heading=words.growth,
        legend=words.labels,
        blocks=tuple(blocks),
        missing=words.missing,
        reference_caption=words.reference,
        date=words.date,
        brand="Мария Лебедева",
    )


@pytest.fixture(scope="session")
def painter() -> CardPainter:
    """One painter for all tests: making its figure takes longer than a card."""
    return CardPainter()


@pytest.fixture(scope="session")
def details_painter() -> DetailsPainter:
    """One painter for all tests."""
    return DetailsPainter()


@pytest.fixture(scope="session")
def words() -> Words:
    """The words where the language does not matter."""
    return RU


@pytest.fixture(params=LANGUAGES.values(), ids=list(LANGUAGES))
def each_language(request: pytest.FixtureRequest) -> Words:
    """Each language in turn."""
    language: Words = request.param
    return language


@pytest.fixture
def card_facts(words: Words) -> CardFacts:
    """A card with all that a usual one has."""
    return _card(words)


@pytest.fixture(params=_CASES.values(), ids=list(_CASES))
def each_card(request: pytest.FixtureRequest, each_language: Words) -> CardFacts:
    """Each kind of card in each language."""
    facts: CardFacts = request.param(each_language)
    return facts


@pytest.fixture
def make_details() -> Callable[..., DetailFacts]:
    """Makes details from words and the numbers of items in each block."""
    return _details


@pytest.fixture
def detail_facts(words: Words) -> DetailFacts:
    """The details of a full run."""
    return _details(words)
