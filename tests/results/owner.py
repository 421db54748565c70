"""Made-up facts for the owner's pictures: usual, longest, emptiest, extreme; in each language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from results.facts import Axis
from results.facts_owner import (
    Answered,
    BoardFacts,
    CodeFacts,
    Count,
    Pair,
    PairFacts,
    PosterFacts,
)

LINK = "https://t.me/customer_map_bot?start=ml7-16"
# As long as Telegram lets a deep link and a campaign's code be.
LONG_CODE = "conference-2026_" + "klientskiy-servis-bez-granits-" + "moskva-osen-2026"
LONG_LINK = f"https://t.me/{'b' * 32}?start=s-{LONG_CODE}"
UNBROKEN_CODE = "W" * 62
SCORES = (83.0, 71.4, 46.0, 79.0, 31.0, 40.0, 68.0, 58.0, 50.0, 20.0)
COUNTS = (2, 0, 1, 3, 2, 5, 4, 9, 12, 7, 3)
NASTY = '#import "x": * $\\alpha$ \\ <b> "„“ 🔥 شركة עברית и\u0306 ʼ\n*_@label[[ ~'


@dataclass(frozen=True)
class Words:
    """One language's words."""

    language: str
    title: str
    subtitle: str
    counts: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    interval: str
    too_few: str
    groups: tuple[str, str, str]
    blocks: str
    names: tuple[str, ...]
    missing: str
    hidden: str
    total: str
    note: str
    date: str
    join: str
    shared: str
    averaged: str
    yes: str
    by_item: str
    pair: tuple[str, str]
    waves: tuple[str, str]
    change: str
    pair_note: str
    code: str
    headline: str
    lead: str
    steps: tuple[str, str, str]
    by_hand: str
    privacy: str


RU = Words(
    language="ru",
    title=(
        "Форум «Клиентский сервис без границ — 2026»: открытая диагностика "
        "компаний-участниц, весь день"
    ),
    subtitle="Карта клиентоцентричности · полная версия · 43 утверждения",
    counts=(
        ("48", "прошли до конца"),
        ("61", "начали"),
        ("79 %", "дошли"),
        ("6:40", "минут в среднем"),
    ),
    questions=(
        "Готовность рекомендовать как клиент",
        "Готовность рекомендовать как работодателя",
        "Готовность рекомендовать продукты и услуги своей компании",
    ),
    interval="95 % интервал: −21 … +29, n = 48",
    too_few="Покажем, когда ответят хотя бы пять человек: пока ответов 3.",
    groups=("Критики 35 %", "Нейтральные 44 %", "Промоутеры 21 %"),
    blocks="Среднее по блокам",
    names=(
        "Клиент",
        "Клиентский опыт",
        "Понимание клиента",
        "Культура",
        "Цифровые инструменты",
        "Метрики отношений",
        "Инновации",
        "Готовность к переменам",
        "Клиентоцентричный",
        "Широкофюзеляжнощ",
    ),
    missing="недостаточно ответов",
    hidden="Цифры появятся, когда тест пройдут пять человек: так никого нельзя узнать по ответам.",
    total="из 100 — среднее 48 человек",
    note=(
        "По последней попытке каждого человека. Интервал — скорректированный метод Вальда для NPS."
    ),
    date="22 ноября 2026 г., 14:05",
    join="Присоединяйтесь: наведите камеру или отправьте боту код conference-2026-moscow",
    shared="ответы {}, интервал 95 %: 54–81 %, среднее 4,0, n = {}",
    averaged="среднее по шкале 0–10, n = 12 480",
    yes="ответов «да» у 12 480 человек",
    by_item="Ответы «да» по пунктам, %",
    pair=("Что изменилось с прошлого раза", "Карта клиентоцентричности · третье прохождение"),
    waves=("15 августа 2026 г.", "22 ноября 2026 г."),
    change=(
        "из 100, на 9 пунктов больше, чем в прошлый раз; одно касание меняет блок "
        "примерно на 4 пункта"
    ),
    pair_note=(
        "Сравнивайте блоки, которые сдвинулись заметно: разница в пару пунктов может "
        "быть случайной."
    ),
    code="Наведите камеру телефона или отправьте этот код боту @customer_map_bot",
    headline="Насколько ваша компания слышит клиента?",
    lead=(
        "Ответьте на 16 утверждений за четыре минуты и получите карту: сильные стороны, "
        "зоны роста и следующие шаги."
    ),
    steps=(
        "Наведите камеру телефона на код и откройте Телеграм",
        "Отвечайте кнопками — вернуться можно в любой момент",
        "Получите карту своей компании картинкой",
    ),
    by_hand="Нет камеры? Найдите @customer_map_bot в Телеграме и отправьте код:",
    privacy="Ответы видите только вы; организатор получает общие цифры от пяти человек.",
)
UK = replace(
    RU,
    language="uk",
    title=(
        "Форум «Клієнтський сервіс без меж — 2026»: відкрита діагностика "
        "компаній-учасниць, увесь день"
    ),
    subtitle="Карта клієнтоцентричності · повна версія · 43 твердження",
    counts=(
        ("48", "пройшли до кінця"),
        ("61", "почали"),
        ("79 %", "дійшли"),
        ("6:40", "хвилин у середньому"),
    ),
    questions=(
        "Готовність рекомендувати як клієнт",
        "Готовність рекомендувати як роботодавця",
        "Готовність рекомендувати продукти й послуги своєї компанії",
    ),
    interval="95 % інтервал: −21 … +29, n = 48",
    too_few="Покажемо, коли відповідять щонайменше пʼятеро: наразі відповідей 3.",
    groups=("Критики 35 %", "Нейтральні 44 %", "Прихильники 21 %"),
    blocks="Середнє за блоками",
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
    hidden=(
        "Цифри зʼявляться, коли тест пройдуть пʼятеро: так нікого не можна впізнати за "
        "відповідями."
    ),
    total="зі 100 — середнє 48 людей",
    note="За останньою спробою кожної людини. Інтервал — скоригований метод Вальда для NPS.",
    date="22 листопада 2026 р., 14:05",
    join="Приєднуйтеся: наведіть камеру або надішліть боту код conference-2026-kyiv",
    shared="відповіді {}, інтервал 95 %: 54–81 %, середнє 4,0, n = {}",
    averaged="середнє за шкалою 0–10, n = 12 480",
    yes="відповідей «так» у 12 480 людей",
    by_item="Відповіді «так» за пунктами, %",
    pair=("Що змінилося від минулого разу", "Карта клієнтоцентричності · третє проходження"),
    waves=("15 серпня 2026 р.", "22 листопада 2026 р."),
    change=(
        "зі 100, на 9 пунктів більше, ніж минулого разу; один дотик змінює блок "
        "приблизно на 4 пункти"
    ),
    pair_note=(
        "Порівнюйте блоки, що зрушили помітно: різниця у кілька пунктів може бути випадковою."
    ),
    code="Наведіть камеру телефона або надішліть цей код боту @customer_map_bot",
    headline="Наскільки ваша компанія чує клієнта?",
    lead=(
        "Дайте відповідь на 16 тверджень за чотири хвилини й отримайте карту: сильні "
        "сторони, зони зростання та наступні кроки."
    ),
    steps=(
        "Наведіть камеру телефона на код і відкрийте Телеграм",
        "Відповідайте кнопками — повернутися можна будь-коли",
        "Отримайте карту своєї компанії картинкою",
    ),
    by_hand="Немає камери? Знайдіть @customer_map_bot у Телеграмі й надішліть код:",
    privacy="Відповіді бачите лише ви; організатор отримує загальні цифри від пʼяти людей.",
)
EN = replace(
    RU,
    language="en",
    title=(
        "Customer Service Without Borders 2026: the open diagnosis of all companies that take part"
    ),
    subtitle="Customer-centricity map · full version · 43 statements",
    counts=(
        ("48", "finished"),
        ("61", "started"),
        ("79%", "completion"),
        ("6:40", "minutes on average"),
    ),
    questions=(
        "Would recommend as a customer",
        "Would recommend as an employer",
        "Would recommend their own company’s products and services",
    ),
    interval="95% interval: −21 … +29, n = 48",
    too_few="Shown once five people have answered: so far there are 3.",
    groups=("Detractors 35%", "Passives 44%", "Promoters 21%"),
    blocks="Mean of the blocks",
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
    hidden=(
        "Figures appear once five people have finished, so that nobody can be told by "
        "their answers."
    ),
    total="of 100, the mean of 48 people",
    note="The latest attempt of each person counts. Intervals: adjusted Wald for the NPS.",
    date="22 November 2026, 14:05",
    join="Join in: point your camera here or send the bot the code conference-2026-london",
    shared="answers {}, 95% interval: 54–81%, mean 4.0, n = {}",
    averaged="mean on a scale of 0–10, n = 12,480",
    yes="“yes” answers from 12,480 people",
    by_item="“Yes” answers by item, %",
    pair=("What has changed since last time", "Customer-centricity map · third run"),
    waves=("15 August 2026", "22 November 2026"),
    change="of 100, 9 points more than last time; one tap moves a block by about 4 points",
    pair_note="Compare blocks that moved clearly: a difference of a few points may be chance.",
    code="Point your phone’s camera here, or send this code to @customer_map_bot",
    headline="How well does your company hear its customers?",
    lead=(
        "Answer 16 statements in four minutes and get a map: strengths, growth zones and "
        "next steps."
    ),
    steps=(
        "Point your phone’s camera at the code and open Telegram",
        "Answer with buttons; you can come back at any time",
        "Get the map of your company as a picture",
    ),
    by_hand="No camera? Find @customer_map_bot in Telegram and send the code:",
    privacy="Only you see your answers; the organiser gets totals from five people on.",
)
LANGUAGES = {"ru": RU, "uk": UK, "en": EN}


def answered(words: Words, number: int = 0, counts: Sequence[int] = COUNTS) -> Answered:
    """One question with all its figures."""
    return Answered(words.questions[number], "−14", words.interval, counts, words.groups)


def unanswered(words: Words, number: int = 0) -> Answered:
    """One question below the threshold."""
    return Answered(words.questions[number], "", words.too_few, (), ())


def share(words: Words, number: int, counts: Sequence[int], favourable: int) -> Answered:
    """CSAT or CES with all their figures."""
    parts = (favourable - 1, len(counts) - favourable + 1)
    spans = (f"1–{favourable - 1}", f"{favourable}–{len(counts)}")
    interval = words.shared.format(spans[1], sum(counts))
    groups = [f"{span}: 50 %" for span in spans]
    return Answered(words.questions[number], "100 %", interval, counts, groups, 1, parts)


def average(words: Words, number: int, counts: Sequence[int] = COUNTS) -> Answered:
    """A mean of answers 0 to 10."""
    return Answered(words.questions[number], "10,0", words.averaged, counts, (), 0, (11,))


def axes(words: Words, count: int = 8) -> tuple[Axis, ...]:
    """Blocks with scores: up to eight with their full titles, ten with axes' short names."""
    names = words.names if count <= 8 else [name[:16] for name in words.names]
    return tuple(Axis(name, score) for name, score in zip(names[:count], SCORES, strict=False))


def board(words: Words, questions: int = 1) -> BoardFacts:
    """A usual overview."""
    return BoardFacts(
        title=words.title,
        subtitle=words.subtitle,
        counts=tuple(Count(value, label) for value, label in words.counts[:3]),
        questions=tuple(answered(words, number) for number in range(questions)),
        blocks_heading=words.blocks,
        blocks=axes(words),
        missing=words.missing,
        hidden="",
        total="62",
        total_caption=words.total,
        note=words.note,
        date=words.date,
        brand="Мария Лебедева · консалтинг и сервис Щука"[:40],
        link=LINK,
        link_caption=words.join,
    )


def _hidden(words: Words) -> BoardFacts:
    counts = tuple(
        Count(value, label) for value, (_, label) in zip("34", words.counts, strict=False)
    )
    return replace(
        board(words, 0),
        counts=counts,
        hidden=words.hidden,
        blocks=(),
        total="",
        total_caption="",
    )


def _scored(facts: BoardFacts, score: float | None) -> BoardFacts:
    blocks = tuple(replace(axis, score=score) for axis in facts.blocks)
    return replace(facts, blocks=blocks, total="" if score is None else f"{score:.0f}")


def survey(words: Words, times: int = 1) -> BoardFacts:
    """A customer survey: NPS, CSAT, CES."""
    return replace(
        board(words),
        questions=(
            answered(words, 0, [times * count for count in COUNTS]),
            share(words, 1, [times * count for count in (3, 0, 7, 22, 16)], 4),
            share(words, 2, [times * count for count in (1, 0, 2, 5, 9, 17, 14)], 5),
        ),
        blocks=(),
        total="",
        has_radar=False,
    )


def checklist(words: Words, sections: int = 3, items: int = 9, name: str = "") -> BoardFacts:
    """Sections and statements with their shares of yes."""
    return replace(
        board(words, 0),
        blocks=axes(words, sections),
        items=tuple(
            Axis(name or words.questions[number % 2][:28], SCORES[number % 10])
            for number in range(items)
        ),
        items_heading=words.by_item,
        total="100 %",
        total_caption=words.yes,
        has_radar=False,
    )


BOARDS: dict[str, Callable[[Words], BoardFacts]] = {
    "usual": board,
    "no question": lambda words: board(words, 0),
    "two questions": lambda words: board(words, 2),
    "three questions": lambda words: board(words, 3),
    "three questions, 10 blocks": lambda words: replace(
        board(words, 3),
        blocks=axes(words, 10),
        counts=tuple(Count(value, label) for value, label in words.counts),
    ),
    "questions only": lambda words: replace(board(words, 2), blocks=(), total=""),
    "one question only": lambda words: replace(board(words), blocks=(), total="", link=""),
    "three questions only": lambda words: replace(board(words, 3), blocks=(), total="", link=""),
    "plain": lambda words: replace(
        board(words), title="Обзор", subtitle="", note="", brand="", link="", link_caption=""
    ),
    "blocks only": lambda words: replace(board(words, 0), link=""),
    "1 block": lambda words: replace(board(words, 0), blocks=axes(words, 1)),
    "2 blocks": lambda words: replace(board(words, 2), blocks=axes(words, 2)),
    "3 blocks": lambda words: replace(board(words), blocks=axes(words, 3)),
    "no answers to one": lambda words: replace(
        board(words), questions=(answered(words), unanswered(words, 1))
    ),
    "one unanswered": lambda words: replace(board(words), questions=(unanswered(words),)),
    "hidden": _hidden,
    "hidden, no link": lambda words: replace(_hidden(words), link="", link_caption=""),
    "nobody": lambda words: replace(
        _hidden(words),
        title="Обзор",
        counts=tuple(Count("0", label) for _, label in words.counts[:2]),
    ),
    "nothing at all": lambda words: replace(_hidden(words), hidden="", link=""),
    "all missing": lambda words: _scored(board(words), None),
    "all 0": lambda words: _scored(board(words), 0),
    "all 100": lambda words: _scored(board(words), 100),
    "survey": survey,
    "survey of thousands": lambda words: survey(words, 12_480),
    "survey, nobody answered one": lambda words: replace(
        survey(words), questions=(*survey(words).questions[:2], unanswered(words, 2))
    ),
    "employees": lambda words: replace(
        survey(words), questions=(answered(words), average(words, 1), average(words, 2))
    ),
    "survey of few": lambda words: replace(_hidden(words), has_radar=False),
    "checklist": checklist,
    "checklist of one list": lambda words: checklist(words, 0, 13),
    "longest checklist": lambda words: checklist(words, 10, 14, "Щ" * 28),
    "longest list": lambda words: checklist(words, 0, 14, "Широта полномочий сотрудников"),
    "checklist with a question": lambda words: replace(
        checklist(words), questions=(answered(words),)
    ),
    "checklist with all there is": lambda words: replace(
        checklist(words, 10, 14), questions=survey(words).questions
    ),
    "checklist without answers": lambda words: _scored(checklist(words), None),
    "big numbers": lambda words: replace(
        board(words, 0),
        counts=tuple(
            Count(value, label)
            for value, (_, label) in zip(
                ("1 248 302", "1 513 977", "82 %", "12:59"), words.counts, strict=True
            )
        ),
        questions=(
            answered(words, 0, [number * 12_480 for number in COUNTS]),
            replace(answered(words, 1, (48, *[0] * 10)), score="−100"),
            replace(answered(words, 2, [*[0] * 10, 12480]), score="+100"),
        ),
    ),
}


def pair(words: Words, count: int = 8) -> PairFacts:
    """A usual change."""
    after = (90.0, 64.2, 46.0, 83.0, 12.0, 44.0, 100.0, 61.0, 0.0, 20.4)
    return PairFacts(
        title=words.pair[0],
        subtitle=words.pair[1],
        before_caption=words.waves[0],
        after_caption=words.waves[1],
        headline="58 → 67",
        headline_caption=words.change,
        pairs=tuple(
            Pair(name, before, now)
            for name, before, now in zip(words.names[:count], SCORES, after, strict=False)
        ),
        missing=words.missing,
        note=words.pair_note,
        date=words.date,
        brand="Мария Лебедева · консалтинг и сервис Щука"[:40],
    )


def _paired(words: Words, before: float | None, after: float | None, count: int = 8) -> PairFacts:
    pairs = tuple(Pair(name, before, after) for name in words.names[:count])
    return replace(pair(words), pairs=pairs)


def _gaps(words: Words) -> PairFacts:
    usual = pair(words, 10)
    pairs = [
        replace(
            one,
            before=None if number % 3 == 0 else one.before,
            after=None if number % 4 == 1 or number == 0 else one.after,
        )
        for number, one in enumerate(usual.pairs)
    ]
    return replace(usual, pairs=pairs)


PAIRS: dict[str, Callable[[Words], PairFacts]] = {
    "usual": pair,
    "3 blocks": lambda words: pair(words, 3),
    "4 blocks": lambda words: pair(words, 4),
    "5 blocks": lambda words: pair(words, 5),
    "10 blocks": lambda words: pair(words, 10),
    "gaps": _gaps,
    "nothing": lambda words: replace(_paired(words, None, None), headline=""),
    "only before": lambda words: _paired(words, 97, None),
    "only after": lambda words: _paired(words, None, 3),
    "equal": lambda words: _paired(words, 64, 64),
    "equal at 0": lambda words: _paired(words, 0, 0),
    "equal at 100": lambda words: _paired(words, 100, 100, 10),
    "up": lambda words: _paired(words, 0, 100),
    "down": lambda words: _paired(words, 100, 0),
    "close": lambda words: _paired(words, 50, 51),
    "plain": lambda words: replace(
        pair(words), headline="", headline_caption="", note="", brand="", subtitle=""
    ),
    "one figure": lambda words: replace(
        pair(words),
        headline="67",
        before_caption="Все участники конференции, n = 1248",
        after_caption="Вы",
    ),
    "long": lambda words: replace(
        pair(words, 10),
        title=words.title,
        before_caption=words.title,
        after_caption=words.title,
        headline="100 → 100",
        headline_caption=words.title + words.change,
        note=words.pair_note + words.pair_note,
    ),
}


def code(words: Words) -> CodeFacts:
    """A usual code."""
    return CodeFacts(words.title, LINK, "ml7-16", words.code, "Мария Лебедева")


CODES: dict[str, Callable[[Words], CodeFacts]] = {
    "usual": code,
    "short": lambda words: replace(code(words), title="Форум", brand="", caption=""),
    "long": lambda words: replace(code(words), link=LONG_LINK, code=LONG_CODE),
    "unbroken": lambda words: replace(
        code(words), link=LONG_LINK, code=UNBROKEN_CODE, brand="ШИРОКАЯ ФИРМА ДОМАШНИХ ЩЩ" * 2
    ),
    "middling": lambda words: replace(code(words), code="konferentsiya-2026-kyiv"),
}


def poster(words: Words) -> PosterFacts:
    """A usual poster."""
    return PosterFacts(
        language=words.language,
        title=words.title,
        headline=words.headline,
        lead=words.lead,
        steps=words.steps,
        link=LINK,
        code="ml7-16",
        code_caption=words.by_hand,
        privacy=words.privacy,
        brand="Мария Лебедева · консалтинг",
    )


POSTERS: dict[str, Callable[[Words], PosterFacts]] = {
    "usual": poster,
    "short": lambda words: replace(poster(words), title="Форум", brand="", lead="", privacy=""),
    "long": lambda words: replace(
        poster(words),
        title=words.title + " и ещё немного слов до ста двадцати"[: 120 - len(words.title)],
        headline=words.headline + " " + words.headline,
        lead=words.lead + " " + words.pair_note,
        steps=tuple(step + ", " + step for step in words.steps),
        link=LONG_LINK,
        code=UNBROKEN_CODE,
        code_caption=words.by_hand + " " + words.by_hand,
        privacy=words.privacy + " " + words.privacy,
        brand="ШИРОКАЯ ФИРМА ДОМАШНИХ ЩЩ" * 2,
    ),
    "long code": lambda words: replace(poster(words), link=LONG_LINK, code=LONG_CODE),
}
