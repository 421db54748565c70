"""How the numbers of exports are made, told to those who read them."""

from typing import Final

from domain.languages import Text
from domain.statistics import COMMENT_THRESHOLD, GROUP_THRESHOLD

CONVENTIONS: Final[tuple[Text, ...]] = (
    {
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
    },
    {
        "ru": "Общий балл — среднее баллов блоков, вес у всех одинаковый; нужны хотя бы три "
        "четверти блоков.",
        "uk": "Загальний бал — середнє балів блоків, вага в усіх однакова; потрібно щонайменше "
        "три чверті блоків.",
        "en": "The total is the mean of the blocks’ scores, all of the same weight; it needs "
        "three quarters of the blocks.",
    },
    {
        "ru": "Уровни (наше соглашение): [0; 25) начало пути, [25; 45) становление, "
        "[45; 65) развитие, [65; 85) система, [85; 100] клиентоцентричность.",
        "uk": "Рівні (наша домовленість): [0; 25) початок шляху, [25; 45) становлення, "
        "[45; 65) розвиток, [65; 85) система, [85; 100] клієнтоцентричність.",
        "en": "Levels (a convention of ours): [0, 25) starting out, [25, 45) taking shape, "
        "[45, 65) developing, [65, 85) systematic, [85, 100] customer-centric.",
    },
    {
        "ru": "Индекс рекомендаций — доля ответов 9–10 минус доля ответов 0–6, от −100 до 100. "
        "Это взгляд изнутри компании: с ответами клиентов его не складывают и не сравнивают.",
        "uk": "Індекс рекомендацій — частка відповідей 9–10 мінус частка відповідей 0–6, від −100 "
        "до 100. Це погляд зсередини компанії: з відповідями клієнтів його не об’єднують "
        "і не порівнюють.",
        "en": "The score is the share of answers 9–10 minus the share of answers 0–6, −100 to "
        "100. It is a view from inside the company, never pooled or compared with customers’ "
        "answers.",
    },
    {
        "ru": "Интервал 95 % — скорректированный метод Вальда: к n прибавляют 3, к промоутерам и "
        "критикам по ¾ (Rocks 2016, The American Statistician 70(4)).",
        "uk": "Інтервал 95 % — скоригований метод Вальда: до n додають 3, до промоутерів і "
        "критиків по ¾ (Rocks 2016, The American Statistician 70(4)).",
        "en": "The 95% interval is the adjusted Wald one: 3 is added to n, ¾ each to promoters "
        "and detractors (Rocks 2016, The American Statistician 70(4)).",
    },
    {
        "ru": "В групповые цифры входит последнее завершённое прохождение каждого человека в "
        "кампании; полная версия заменяет короткую. Пробные прохождения и ответы тех, кто не из "
        "компании, не входят. Полную и короткую версии не смешивают.",
        "uk": "До групових цифр входить останнє завершене проходження кожної людини в кампанії; "
        "повна версія заступає коротку. Пробні проходження та відповіді тих, хто не з компанії, "
        "не входять. Повну й коротку версії не змішують.",
        "en": "Group figures take each person’s latest finished attempt in a campaign; a full one "
        "supersedes a short one. Trials and people who don’t work there are left out. Mean scores "
        "of the full and the short version are never pooled.",
    },
    {
        "ru": f"Цифры по группе показываются от {GROUP_THRESHOLD} ответов. Если скрытую группу "
        "можно вычислить по остальным, скрывается и следующая по размеру. Комментарии "
        f"показываются от {COMMENT_THRESHOLD}, вперемешку.",
        "uk": f"Цифри за групою показуємо від {GROUP_THRESHOLD} відповідей. Якщо приховану групу "
        "можна обчислити за рештою, приховуємо й наступну за розміром. Коментарі показуємо від "
        f"{COMMENT_THRESHOLD}, упереміш.",
        "en": f"Figures of a group are shown from {GROUP_THRESHOLD} answers. Where a hidden group "
        "could be worked out from the others, the next smallest is hidden too. Comments are shown "
        f"from {COMMENT_THRESHOLD}, shuffled.",
    },
    {
        "ru": "Сколько человек пришло, начало и дошло до конца — не ответы: эти числа не "
        "скрываются. Анонимные опросы сюда не входят.",
        "uk": "Скільки людей прийшло, почало й дійшло до кінця — не відповіді: ці числа не "
        "приховуємо. Анонімні опитування сюди не входять.",
        "en": "How many came, began and finished are no answers: these numbers are never hidden. "
        "Anonymous surveys are not in here.",
    },
)
