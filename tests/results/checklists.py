"""Made-up facts of checklists in three languages, as full and as empty as they come."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from results.facts_checklist import Bar, ChecklistFacts, Names

LINK = "https://t.me/customer_map_bot?start=conference-2026-moscow"
Words = Mapping[str, str]

RU: Words = {
    "title": "Структура управления клиентским опытом в нашей компании",
    "subtitle": "Чек-лист · {} пунктов",
    "viewpoint": "Взгляд одного человека · топ-менеджер",
    "of": "из {}",
    "score": "{} из {}",
    "plus": "твёрдое «да»",
    "all": "всех пунктов",
    "yes": "Да: {}",
    "unsure": "Не знаю точно: {}",
    "no": "Нет: {}",
    "missing": "Чего не хватает",
    "find out": "Что стоит выяснить",
    "there": "Что уже есть",
    "more": "и ещё {}",
    "section": "Метрики клиентов",
    "item": "Широта полномочий сотрудника",
    "verdict": "На месте всё. Теперь важно, чтобы так было каждый день: загляните в этот список "
    "через три месяца.",
    "date": "22 сентября 2026 г.",
    "link": "Пройдите тест: наведите камеру или введите код conference-2026-moscow",
}
UK: Words = {
    **RU,
    "title": "Структура управління клієнтським досвідом у нашій компанії",
    "subtitle": "Чекліст · {} пунктів",
    "viewpoint": "Погляд однієї людини · топменеджерка",
    "of": "з {}",
    "score": "{} з {}",
    "plus": "тверде «так»",
    "all": "усіх пунктів",
    "yes": "Так: {}",
    "unsure": "Точно не знаю: {}",
    "no": "Ні: {}",
    "missing": "Чого бракує",
    "find out": "Що варто з’ясувати",
    "there": "Що вже є",
    "more": "і ще {}",
    "section": "Ґрунтовність їжі",
    "item": "Ширина повноважень персоналу",
    "verdict": "Усе на місці. Тепер важливо, щоб так було щодня: поверніться до цього списку за "
    "три місяці.",
    "date": "22 вересня 2026 р.",
    "link": "Пройдіть тест: наведіть камеру або введіть код conference-2026-moscow",
}
EN: Words = {
    **RU,
    "title": "How customer experience management is set up in your firm",
    "subtitle": "Checklist · {} points",
    "viewpoint": "One person’s view · senior executive",
    "of": "of {}",
    "score": "{} of {}",
    "plus": "a definite yes",
    "all": "of all points",
    "yes": "Yes: {}",
    "unsure": "Not sure: {}",
    "no": "No: {}",
    "missing": "What’s missing",
    "find out": "What to find out",
    "there": "Already in place",
    "more": "and {} more",
    "section": "WWWWWWWWWWWWWWWW",
    "item": "Empowerment of the frontlines",
    "verdict": "Everything is in place. The task now is to keep it that way: come back to this "
    "list in three months.",
    "date": "22 September 2026",
    "link": "Take the test: scan the QR code or enter conference-2026-moscow",
}
LANGUAGES: Mapping[str, Words] = {"ru": RU, "uk": UK, "en": EN}


def facts(words: Words, *rows: str) -> ChecklistFacts:
    """A checklist whose sections are answered by rows of `+` yes, `?` not sure, `-` no."""
    signs = "".join(rows)
    whole, pluses = len(signs), signs.count("+")
    is_one = len(set(signs)) == 1
    return ChecklistFacts(
        title=words["title"],
        subtitle=words["subtitle"].format(whole),
        viewpoint=words["viewpoint"],
        figure=str(pluses),
        figure_caption=words["of"].format(whole),
        figure_meaning=words["plus"],
        share=f"{100 * pluses // whole} %",
        share_caption=words["all"],
        verdict=words["verdict"] if is_one else "",
        legend=(
            words["yes"].format(pluses),
            words["unsure"].format(signs.count("?")),
            words["no"].format(signs.count("-")),
        ),
        bars=[_bar(words, row) for row in rows],
        missing=_names(words, "missing", signs, "-"),
        unsure=_names(words, "find out", signs, "?"),
        there=_names(words, "there", signs, "+"),
        date=words["date"],
        brand="Мария Лебедева · консалтинг и сервис Щука"[:40],
        link=LINK,
        link_caption=words["link"],
    )


def _bar(words: Words, row: str) -> Bar:
    yes, unsure, no = (row.count(sign) for sign in "+?-")
    return Bar(words["section"], yes, unsure, no, words["score"].format(yes, len(row)))


def _names(words: Words, heading: str, signs: str, sign: str) -> Names:
    items = [
        f"{words['item'][:25]} {number}"
        for number, one in enumerate(signs, start=1)
        if one == sign
    ]
    more = [words["more"].format(number) for number in range(1, len(items) + 1)]
    return Names(words[heading], items, more)


def plain(made: ChecklistFacts) -> ChecklistFacts:
    """Without a brand and a way in."""
    return replace(made, brand="", link="")


ROWS: Mapping[str, Sequence[str]] = {
    "13": ("+++-++?-++-?+",),
    "all yes": ("+" * 13,),
    "all no": ("-" * 13,),
    "all unsure": ("?" * 13,),
    "9 in 3": ("+-?", "+++", "--+"),
    "9 in 3, all no": ("---", "---", "---"),
    "9 in 3, one no": ("+++", "+++", "++-"),
    "13 in 6": ("--", "--", "--", "--", "--", "--?"),
    "30": ("+-?" * 10,),
    "30, all no": ("-" * 30,),
    "30 in 6": ("+-?-+", "--?--", "+++++", "-----", "?????", "+-+-+"),
    "30 in 6, all yes": ("+++++",) * 6,
    "30 in 6, all no": ("-----",) * 6,
    "30 in 2, uneven": ("+" * 27 + "?-", "-"),
    "one": ("-",),
}
"""From the usual to what no instrument comes to."""
