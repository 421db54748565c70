"""The words of exports in three languages."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.languages import Text

Say = Callable[..., str]
"""Says a word in one language: `say("needed", count=10)`."""


def speaker(language: str) -> Say:
    """What says words in a language.

    Raises:
        KeyError: Of what it returns: there is no such word, or not in that language.
    """
    return lambda key, **args: WORDS[key][language].format(**args)


def label(prefix: str, code: str, language: str, otherwise: str | None = None) -> str:
    """A code in words; for one that content added, what stands otherwise, or the code itself."""
    return WORDS.get(f"{prefix}-{code}", {}).get(language, otherwise or code)


def _words(ru: str, uk: str, en: str) -> Text:
    return {"ru": ru, "uk": uk, "en": en}


WORDS: Final[Mapping[str, Text]] = {
    "summary": _words("Сводка", "Зведення", "Summary"),
    "funnel": _words("Воронка", "Воронка", "Funnel"),
    "likelihood": _words("Готовность рекомендовать", "Готовність рекомендувати", "Likelihood"),
    "distribution": _words("Ответы 0–10", "Відповіді 0–10", "Answers 0–10"),
    "blocks": _words("Блоки", "Блоки", "Blocks"),
    "block-means": _words("Средние по блокам", "Середні за блоками", "Block means"),
    "blocks-sections": _words("Разделы", "Розділи", "Sections"),
    "block-means-sections": _words("Средние по разделам", "Середні за розділами", "Section means"),
    "missing": _words("Чего не хватает", "Чого бракує", "What’s missing"),
    "about": _words("О чём", "Про що", "About"),
    "about-whole": _words("чек-лист", "чекліст", "checklist"),
    "about-section": _words("раздел", "розділ", "section"),
    "about-item": _words("пункт", "пункт", "item"),
    "all-items": _words("Все пункты", "Усі пункти", "All items"),
    "name": _words("Название", "Назва", "Name"),
    "part-yes": _words("«Да», %", "«Так», %", "“Yes”, %"),
    "part-no": _words("«Нет», %", "«Ні», %", "“No”, %"),
    "part-unsure": _words("«Не знаю точно», %", "«Точно не знаю», %", "“Not sure”, %"),
    "answers": _words("Ответы", "Відповіді", "Answers"),
    "shares": _words("Доли", "Частки", "Shares"),
    "comments": _words("Комментарии", "Коментарі", "Comments"),
    "codebook": _words("Справочник кодов", "Довідник кодів", "Codebook"),
    "hidden": _words(
        "скрыто: меньше {threshold} или можно вычислить",
        "приховано: менше ніж {threshold} або можна обчислити",
        "hidden: fewer than {threshold}, or could be worked out",
    ),
    "needed": _words(
        "Комментарии показываются, когда их не меньше {count}.",
        "Коментарі показуємо, коли їх щонайменше {count}.",
        "Comments are shown once there are at least {count}.",
    ),
    "all": _words("Все", "Усі", "All"),
    "campaign": _words("Кампания", "Кампанія", "Campaign"),
    "role": _words("Роль", "Роль", "Role"),
    "language": _words("Язык", "Мова", "Language"),
    "no-campaign": _words("без кампании", "без кампанії", "no campaign"),
    "started": _words(
        "Пришли по кампаниям теста", "Прийшли з кампаній тесту", "Came by the test’s campaigns"
    ),
    "consented": _words("Из них дали согласие", "З них дали згоду", "Of these, consented"),
    "begun": _words("Начали тест", "Почали тест", "Attempts begun"),
    "finished": _words("Прошли до конца", "Пройшли до кінця", "Finished"),
    "share-finished": _words("Прошли до конца, %", "Пройшли до кінця, %", "Finished, %"),
    "people": _words("Учтено", "Враховано", "Counted"),
    "mean-total": _words("Средний общий балл", "Середній загальний бал", "Mean total"),
    "share-yes": _words("Ответы «да», %", "Відповіді «так», %", "“Yes” answers, %"),
    "mode": _words("Версия", "Версія", "Version"),
    "mode-full": _words("полная", "повна", "full"),
    "mode-express": _words("короткая", "коротка", "short"),
    "step": _words("Шаг", "Крок", "Step"),
    "question": _words("Вопрос", "Запитання", "Question"),
    "asked": _words("Из скольких", "Зі скількох", "Asked"),
    "answered": _words("Ответили", "Відповіли", "Answered"),
    "skipped": _words("Пропустили", "Пропустили", "Skipped"),
    "share-answered": _words("Ответили, %", "Відповіли, %", "Answered, %"),
    "of-campaign": _words("{what}: {campaign}", "{what}: {campaign}", "{what}: {campaign}"),
    "view": _words("О чём", "Про що", "What about"),
    "view-own_nps": _words(
        "Взгляд изнутри: посоветовали бы товары и услуги компании",
        "Погляд зсередини: порадили б товари й послуги компанії",
        "Insiders’ view: would recommend the products and services",
    ),
    "view-own_enps": _words(
        "Взгляд изнутри: посоветовали бы компанию как место работы",
        "Погляд зсередини: порадили б компанію як місце роботи",
        "Insiders’ view: would recommend the company as a workplace",
    ),
    "attempts": _words("Прохождения", "Проходження", "Attempts"),
    "attempts-finished": _words("завершённые", "завершені", "finished"),
    "attempts-unfinished": _words("незавершённые", "незавершені", "unfinished"),
    "cut": _words("Разрез", "Розріз", "Cut"),
    "group": _words("Группа", "Група", "Group"),
    "n": _words("n", "n", "n"),
    "promoters": _words("Промоутеры (9–10)", "Промоутери (9–10)", "Promoters (9–10)"),
    "passives": _words("Нейтральные (7–8)", "Нейтральні (7–8)", "Passives (7–8)"),
    "detractors": _words("Критики (0–6)", "Критики (0–6)", "Detractors (0–6)"),
    "score": _words("Индекс", "Індекс", "Score"),
    "low": _words("95 %: от", "95 %: від", "95%: from"),
    "high": _words("95 %: до", "95 %: до", "95%: to"),
    "answer": _words("Ответ", "Відповідь", "Answer"),
    "favourable": _words("Благоприятный ответ", "Сприятлива відповідь", "Favourable answer"),
    "share": _words("Доля, %", "Частка, %", "Share, %"),
    "mean": _words("Среднее", "Середнє", "Mean"),
    "block": _words("Блок", "Блок", "Block"),
    "block-sections": _words("Раздел", "Розділ", "Section"),
    "total": _words("Общий балл", "Загальний бал", "Total"),
    "comment": _words("Комментарий", "Коментар", "Comment"),
    "column": _words("Столбец", "Стовпець", "Column"),
    "code": _words("Код", "Код", "Code"),
    "kind": _words("Тип", "Тип", "Kind"),
    "text-in": _words("Текст, {language}", "Текст, {language}", "Text, {language}"),
    "values-in": _words("Ответы, {language}", "Відповіді, {language}", "Values, {language}"),
    "language-ru": _words("русский", "російська", "Russian"),
    "language-uk": _words("украинский", "українська", "Ukrainian"),
    "language-en": _words("английский", "англійська", "English"),
    "role-": _words("не указали", "не вказали", "not given"),
    "role-owner": _words("Собственник", "Власник", "Owner"),
    "role-top_manager": _words("Топ-менеджер", "Топменеджер", "Senior executive"),
    "role-manager": _words("Руководитель", "Керівник", "Manager"),
    "role-employee": _words("Сотрудник", "Працівник", "Employee"),
    "role-consultant": _words("Консультант", "Консультант", "Consultant"),
    "role-none": _words("Человек со стороны", "Людина ззовні", "Not from the company"),
    "value-yes": _words("да", "так", "yes"),
    "value-no": _words("нет", "ні", "no"),
    "value-unsure": _words("не знаю точно", "точно не знаю", "not sure"),
    "value-skipped": _words("пропустили", "пропустили", "skipped"),
    "value-written": _words(
        "ответ словами; сами слова построчно не выгружаются",
        "відповідь словами; самі слова порядково не вивантажуються",
        "answered in words; the words themselves are never exported by row",
    ),
    "value-number": _words("число", "число", "a number"),
    "value-own-number": _words(
        "число для себя; само число построчно не выгружается",
        "число для себе; саме число порядково не вивантажується",
        "a number for themselves; the number itself is never exported by row",
    ),
    "value-own-numbers": _words(
        "список чисел; сами числа построчно не выгружаются",
        "список чисел; самі числа порядково не вивантажуються",
        "a list of numbers; the numbers themselves are never exported by row",
    ),
    "value-own-journey": _words(
        "карта пути; сама карта построчно не выгружается",
        "карта шляху; сама карта порядково не вивантажується",
        "a journey map; the map itself is never exported by row",
    ),
    "value-read": _words("прочитали", "прочитали", "read"),
    "value-lowest": _words("самая низкая оценка", "найнижча оцінка", "the lowest rating"),
    "value-highest": _words("самая высокая оценка", "найвища оцінка", "the highest rating"),
    "value-0": _words("точно нет", "точно ні", "not at all likely"),
    "value-10": _words("точно да", "точно так", "extremely likely"),
}
