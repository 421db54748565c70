### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Для организатора
admin = <b>Для организатора</b>
    Пришли: { $arrived }, дали согласие: { $consented }, пройдено тестов: { $finished }.
admin-more = и ещё { $count ->
    [one] { $count } тест
    [few] { $count } теста
   *[many] { $count } тестов
} с цифрами
admin-waiting = <b>Пока без цифр</b> (появятся от { $threshold } человек): { $titles }.
admin-without = <b>Без общих цифр:</b> { $titles }.
admin-and-more = { $titles } и ещё { $count }
button-figures = Все тесты
button-overview-of = Обзор: { $title }
button-overview = Обзор
button-funnel = Воронка
button-export = Выгрузка
button-audit = Журнал
button-refresh = Обновить
percent = { $share } %
as-of = Данные на { $time }

## Результаты по тестам
figures = <b>Результаты по тестам</b>
figures-nobody = Пока никто не начал: { $titles }.
figures-line = <b>{ $title }</b>: начали { $begun }, закончили { $finished } ({ $share } %)
figures-figure = <b>{ $figure }</b>, n = { $count }
figures-points = { $mean } из 100
figures-mean = Средний балл { $people ->
    [one] { $people } человека
   *[other] { $people } человек
}: { $total } из 100.

## Обзор одной картинкой
overview = Обзор
overview-blocks = Средний балл по блокам
overview-missing = мало ответов
overview-total = { $count ->
    [one] средний балл { $count } человека
   *[other] средний балл { $count } человек
}
overview-share = дошли до конца
overview-hidden-nobody = Пока никто не закончил. Цифры появятся, когда закончат хотя бы { $threshold } человек.
overview-hidden-few = Цифры появятся, когда закончат хотя бы { $threshold } человек: так никого нельзя узнать по ответам.
overview-counted = Пришли: { $arrived }, начали: { $begun }, закончили: { $finished }.
overview-counted-all = Пришли по ссылкам кампаний: { $arrived }. Начали: { $begun }, закончили: { $finished }.
overview-arrived = пришли по кампаниям
overview-note = Цифры обновляются шагами по { $threshold } человек, чтобы по разнице нельзя было узнать чей-то ответ.
overview-behind = В цифрах пока { $people } из { $present } { $present ->
    [one] человека
   *[other] человек
}.
overview-in-figures = в цифрах

## Воронка
funnel = <b>Воронка</b> · { $title }
    { $campaign }
funnel-came = Пришли: { $arrived }, дали согласие: { $consented }, начали: { $begun }.
funnel-came-all = По ссылкам кампаний этого теста пришли: { $arrived }, дали согласие: { $consented }.
    Начали: { $begun }, считая тех, кто выбрал тест сам.
funnel-begun = Начали: { $begun }.
funnel-nobody = Пока никто не начал.
funnel-mode = { $mode ->
    [express] <b>Короткая версия</b>
   *[full] <b>Полная версия</b>
}: начали { $count }
funnel-put = { $passed } из { $put }
funnel-hidden = меньше { $count }
funnel-finished = <b>Закончили</b>
funnel-others = Отвечают сейчас: { $under_way }, остановились: { $stopped }.
funnel-leaving = <b>Чаще всего останавливаются здесь</b>
funnel-question = Вопрос { $number }, «{ $name }»
funnel-question-old = Прежний вопрос «{ $name }»
funnel-left = { $question }: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}, { $share } % тех, кто его увидел
funnel-nowhere = На полпути пока никто не остановился.
funnel-few = На каких вопросах останавливаются, будет видно, когда { $count ->
    [one] начнёт хотя бы { $count } человек
    [few] начнут хотя бы { $count } человека
   *[many] начнут хотя бы { $count } человек
}.
button-funnel-mode = { $mode ->
    [express] Короткая
   *[full] Полная
}

## Выбор теста и кампании
all-campaigns = все кампании
button-all-campaigns = Все кампании
button-campaign-chosen = Кампания: { $title }
button-test-chosen = Тест: { $title }
choose-campaign = Выберите кампанию.
choose-test = Выберите тест.

## Выгрузка
export-ask = <b>Выгрузка</b> · { $title }
    Сводный отчёт — книга Excel с цифрами по группам от { $threshold } человек. Он всегда по всему тесту, сразу по всем кампаниям: сравнив отчёты о пересекающихся группах, можно было бы вычислить ответы одного человека.
export-ask-rows = Строки — ответы каждого, без имён и без написанного словами. Можно взять одну кампанию или последние дни. Сейчас выбрано: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}.
button-export-report = Сводный отчёт, XLSX
button-export-xlsx = XLSX
button-export-csv = CSV
button-export-jsonl = JSON Lines
button-period-all = Всё время
button-period = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
period-all = за всё время
period-since = с { $date }
period-until = по { $date }
export-rows = <b>Выгрузка по строкам</b>, { $format }
export-chosen = { $title }, { $campaign }, { $period }: { $count ->
    [one] { $count } прохождение
    [few] { $count } прохождения
   *[many] { $count } прохождений
}.
export-confirm = В файле — ответы отдельных людей. Имён в нём нет, но в маленькой группе человека можно узнать по роли и отрасли. Людям мы обещали показывать другим только общие цифры, поэтому оставьте файл у себя. Выгрузить?
export-confirm-survey = В файле — ответы отдельных людей: вперемешку, без имён, языка и дат. Тем, кто отвечал, мы обещали, что компания увидит только общие цифры, поэтому оставьте файл у себя. Выгрузить?
export-nothing = Выгружать нечего: здесь пока никто не закончил. Выберите другую кампанию или срок подлиннее.
button-export-confirm = Да, выгрузить
button-cancel-plain = Отмена
export-caption = { $name }: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}, { $date }
export-report-caption = Сводный отчёт: { $title }, { $date }

## Журнал
audit = <b>Журнал</b>: выгрузки, удаления, кампании, отказы. Часовой пояс: { $zone }.
audit-empty = Пока здесь пусто.
audit-when = { $date }, { $time }
audit-by-staff = { $role ->
    [admin] админ { $id }
   *[analyst] аналитик { $id }
}
audit-by-operator = командная строка
audit-by-self = человек, свои данные
audit-by-other = кто-то другой
audit-refused = Отказано: только для организатора
audit-delete = Удалены все данные
audit-export = Выгрузка
audit-contact_withdrawn = Отозван контакт для консультанта
audit-campaign_created = Создана кампания
audit-campaign_cloned = Создана кампания по образцу другой
audit-campaign_opened = Кампания открыта
audit-campaign_paused = Кампания приостановлена
audit-campaign_changed = Кампания изменена
audit-report = сводный отчёт
audit-rows = строки, { $format }
audit-comments = комментарии
audit-contacts = контакты, { $format }
audit-campaign = код { $code }
audit-what-title = название
audit-what-days = даты
audit-like = образец: { $code }
