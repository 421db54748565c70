"""How the numbers of exports are made, told to those who read them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.kinds import Kind, Scoring
from domain.languages import Text
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD
from storage.export.outline import Outline

_BLOCK: Final[Text] = {
    "ru": "Балл блока — среднее отмеченных уровней, переведённое в шкалу 0–100: "
    "(среднее − 1) / (число уровней − 1) × 100. «Не знаю» и «не про нас» не считаются ответом "
    "и балл не снижают. Блок учитывается, если ответов не меньше половины заданных вопросов.",
    "uk": "Бал блоку — середнє позначених рівнів, переведене у шкалу 0–100: "
    "(середнє − 1) / (кількість рівнів − 1) × 100. «Не знаю» та «не про нас» не вважаємо "
    "відповіддю, бал вони не знижують. Блок враховуємо, якщо є відповіді щонайменше на "
    "половину поставлених запитань.",
    "en": "A block’s score is the mean of the levels marked, put on a scale of 0–100: "
    "(mean − 1) / (number of levels − 1) × 100. “Don’t know” and “not about us” are no "
    "answers and lower nothing. A block counts once at least half of its questions asked are "
    "answered.",
}
_TOTAL: Final[Text] = {
    "ru": "Общий балл — среднее баллов блоков, вес у всех одинаковый; нужны хотя бы три "
    "четверти блоков.",
    "uk": "Загальний бал — середнє балів блоків, вага в усіх однакова; потрібно щонайменше "
    "три чверті блоків.",
    "en": "The total is the mean of the blocks’ scores, all of the same weight; it needs "
    "three quarters of the blocks.",
}
_LEVELS: Final[Text] = {
    "ru": "Уровни (наше соглашение): [0; 25) начало пути, [25; 45) становление, "
    "[45; 65) развитие, [65; 85) система, [85; 100] клиентоцентричность.",
    "uk": "Рівні (наша домовленість): [0; 25) початок шляху, [25; 45) становлення, "
    "[45; 65) розвиток, [65; 85) система, [85; 100] клієнтоцентричність.",
    "en": "Levels (a convention of ours): [0, 25) starting out, [25, 45) taking shape, "
    "[45, 65) developing, [65, 85) systematic, [85, 100] customer-centric.",
}
_YES: Final[Text] = {
    "ru": "Балл раздела и общий балл чек-листа — доля ответов «да», в процентах. «Нет», "
    "«не знаю точно» и пропущенный пункт плюса не дают, но в знаменатель входят. Общий балл "
    "считается по всем пунктам сразу.",
    "uk": "Бал розділу й загальний бал чекліста — частка відповідей «так», у відсотках. «Ні», "
    "«точно не знаю» та пропущений пункт плюса не дають, але до знаменника входять. Загальний "
    "бал рахуємо за всіма пунктами разом.",
    "en": "The score of a checklist, as a whole and by section, is its share of “yes” answers, in "
    "per cent. “No”, “not sure” and a skipped item earn nothing but count in the "
    "denominator. The total is taken over all items at once.",
}
_MISSING: Final[Text] = {
    "ru": "Чего не хватает: доли «да», «нет» и «не знаю точно» по разделу — среднее долей каждого "
    "человека, пропущенный пункт здесь считается как «не знаю точно»; по пункту — доли от тех, "
    "кто на него ответил. Первыми стоят пункты, где «нет» чаще всего.",
    "uk": "Чого бракує: частки «так», «ні» й «точно не знаю» за розділом — середнє часток кожної "
    "людини, пропущений пункт тут рахуємо як «точно не знаю»; за пунктом — частки від тих, хто "
    "на нього відповів. Першими стоять пункти, де «ні» найчастіше.",
    "en": "What’s missing: by section, the shares of “yes”, “no” and “not sure” are the mean of "
    "people’s own shares, with a skipped item counted as “not sure”; by item, they are of those "
    "who answered it. The items with the most “no” come first.",
}
_PROFILE: Final[Text] = {
    "ru": "Балл раздела — среднее его оценок, переведённое в шкалу 0–100: (среднее − 1) / "
    "(высшая оценка − 1) × 100. Общий балл — то же по всем пунктам сразу. На картинках "
    "бот пишет его в самих оценках. Уровней у этого теста нет.",
    "uk": "Бал розділу — середнє його оцінок, переведене у шкалу 0–100: (середнє − 1) / "
    "(найвища оцінка − 1) × 100. Загальний бал — те саме за всіма пунктами разом. На картинках "
    "бот пише його в самих оцінках. Рівнів цей тест не має.",
    "en": "A section’s score is the mean of its ratings, put on a scale of 0–100: (mean − 1) / "
    "(highest rating − 1) × 100. The total is the same over all items at once. Pictures write "
    "it in the ratings’ own unit. This test has no levels.",
}
_NPS: Final[Text] = {
    "ru": "Индекс рекомендаций — доля ответов 9–10 минус доля ответов 0–6, от −100 до 100.",
    "uk": "Індекс рекомендацій — частка відповідей 9–10 мінус частка відповідей 0–6, від −100 "
    "до 100.",
    "en": "The score is the share of answers 9–10 minus the share of answers 0–6, −100 to 100.",
}
_INSIDERS: Final[Text] = {
    "ru": "Это взгляд изнутри компании: с ответами клиентов его не складывают и не сравнивают.",
    "uk": "Це погляд зсередини компанії: з відповідями клієнтів його не об’єднують "
    "і не порівнюють.",
    "en": "It is a view from inside the company, never pooled or compared with customers’ "
    "answers.",
}
_INTERVAL: Final[Text] = {
    "ru": "Интервал 95 % — скорректированный метод Вальда: к n прибавляют 3, к промоутерам и "
    "критикам по ¾ (Rocks 2016, The American Statistician 70(4)).",
    "uk": "Інтервал 95 % — скоригований метод Вальда: до n додають 3, до промоутерів і "
    "критиків по ¾ (Rocks 2016, The American Statistician 70(4)).",
    "en": "The 95% interval is the adjusted Wald one: 3 is added to n, ¾ each to promoters "
    "and detractors (Rocks 2016, The American Statistician 70(4)).",
}
_SHARE: Final[Text] = {
    "ru": "Доля — сколько из ответивших выбрали благоприятный ответ. CSAT: 4–5 из 5. CES 2.0: "
    "5–7 из 7, чем больше, тем легче.",
    "uk": "Частка — скільки з тих, хто відповів, обрали сприятливу відповідь. CSAT: 4–5 з 5. "
    "CES 2.0: 5–7 із 7, що більше, то легше.",
    "en": "The share is of those who answered and chose a favourable answer. CSAT: 4–5 of 5. "
    "CES 2.0: 5–7 of 7, where higher is easier.",
}
_WILSON: Final[Text] = {
    "ru": "Интервал 95 % для доли — метод Уилсона (Wilson 1927, Journal of the American "
    "Statistical Association 22(158)).",
    "uk": "Інтервал 95 % для частки — метод Вілсона (Wilson 1927, Journal of the American "
    "Statistical Association 22(158)).",
    "en": "The 95% interval of a share is Wilson’s (Wilson 1927, Journal of the American "
    "Statistical Association 22(158)).",
}
_MEAN: Final[Text] = {
    "ru": "Среднее оценок — среднее арифметическое, в единицах самой шкалы; интервала у него нет.",
    "uk": "Середнє оцінок — середнє арифметичне, в одиницях самої шкали; інтервалу воно не має.",
    "en": "The mean of ratings is the arithmetic one, in the scale’s own unit, without interval.",
}
_PRIVATE: Final[Text] = {
    "ru": "Что человек составил или посчитал, остаётся у него: здесь видно только, кто до какого "
    "шага дошёл.",
    "uk": "Що людина склала чи порахувала, лишається в неї: тут видно тільки, хто до якого кроку "
    "дійшов.",
    "en": "What a person builds or works out stays with them: all that shows here is how far "
    "people got.",
}
_PEOPLE: Final[Text] = {
    "ru": "В групповые цифры входит последнее завершённое прохождение каждого человека в "
    "кампании. Пробные прохождения не входят.",
    "uk": "До групових цифр входить останнє завершене проходження кожної людини в кампанії. "
    "Пробні проходження не входять.",
    "en": "Group figures take each person’s latest finished attempt in a campaign. Trials are "
    "left out.",
}
_OUTSIDERS: Final[Text] = {
    "ru": "Ответы тех, кто не из компании, в групповые цифры не входят.",
    "uk": "Відповіді тих, хто не з компанії, до групових цифр не входять.",
    "en": "Answers of people who don’t work at the company are left out of group figures.",
}
_MODES: Final[Text] = {
    "ru": "Полная версия заменяет короткую; средние баллы двух версий не смешивают.",
    "uk": "Повна версія заступає коротку; середні бали двох версій не змішують.",
    "en": "A full attempt supersedes a short one; mean scores of the two versions are never "
    "pooled.",
}
_THRESHOLD: Final[Text] = {
    "ru": f"Цифры по группе показываются от {GROUP_THRESHOLD} ответов. Если скрытую группу "
    "можно вычислить по остальным, скрывается и следующая по размеру. Комментарии "
    f"показываются от {COMMENT_THRESHOLD}, вперемешку.",
    "uk": f"Цифри за групою показуємо від {GROUP_THRESHOLD} відповідей. Якщо приховану групу "
    "можна обчислити за рештою, приховуємо й наступну за розміром. Коментарі показуємо від "
    f"{COMMENT_THRESHOLD}, упереміш.",
    "en": f"Figures of a group are shown from {GROUP_THRESHOLD} answers. Where a hidden group "
    "could be worked out from the others, the next smallest is hidden too. Comments are shown "
    f"from {COMMENT_THRESHOLD}, shuffled.",
}
_COUNTS: Final[Text] = {
    "ru": "Сколько человек пришло, начало и дошло до конца — не ответы: эти числа не "
    "скрываются. Анонимные опросы сюда не входят.",
    "uk": "Скільки людей прийшло, почало й дійшло до кінця — не відповіді: ці числа не "
    "приховуємо. Анонімні опитування сюди не входять.",
    "en": "How many came, began and finished are no answers: these numbers are never hidden. "
    "Anonymous surveys are not in here.",
}
_OF_SCORES: Final[Mapping[Scoring, Sequence[Text]]] = {
    Scoring.BLOCKS: (_BLOCK, _TOTAL, _LEVELS),
    Scoring.CHECKLIST: (_YES, _MISSING),
    Scoring.PROFILE: (_PROFILE,),
}


def conventions(outline: Outline) -> Iterator[Text]:
    """The conventions behind the figures that this instrument has."""
    yield from _OF_SCORES.get(outline.scoring, ())
    if outline.recommending:
        yield _NPS
        if outline.scoring is Scoring.BLOCKS:
            yield _INSIDERS
        yield _INTERVAL
    kinds = {question.kind for question in outline.counted}
    has_shares = any(question.favourable for question in outline.counted)
    if has_shares:
        yield _SHARE
    if has_shares or Kind.YES_NO in kinds:
        yield _WILSON
    if kinds & {Kind.RATING, Kind.LIKELIHOOD}:
        yield _MEAN
    if outline.is_private:
        yield _PRIVATE
    yield _PEOPLE
    if outline.current.profile:
        yield _OUTSIDERS
    if len(outline.modes) > 1:
        yield _MODES
    yield _THRESHOLD
    yield _COUNTS
