### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Для організатора
admin = <b>Для організатора</b>
    Прийшли: { $arrived }, дали згоду: { $consented }, пройдено тестів: { $finished }.
admin-more = і ще { $count ->
    [one] { $count } тест
    [few] { $count } тести
   *[many] { $count } тестів
} з цифрами
admin-waiting = <b>Поки що без цифр</b> (з’являться від { $threshold } людей): { $titles }.
admin-without = <b>Без спільних цифр:</b> { $titles }.
admin-and-more = { $titles } і ще { $count }
button-figures = Усі тести
button-overview-of = Огляд: { $title }
button-overview = Огляд
button-funnel = Воронка
button-export = Експорт
button-audit = Журнал
button-refresh = Оновити
percent = { $share } %
as-of = Станом на { $time }

## Результати за тестами
figures = <b>Результати за тестами</b>
figures-nobody = Ще ніхто не почав: { $titles }.
figures-line = <b>{ $title }</b>: почали { $begun }, закінчили { $finished } ({ $share } %)
figures-figure = <b>{ $figure }</b>, n = { $count }
figures-points = { $mean } зі 100
figures-mean = Середній бал { $people ->
    [one] { $people } людини
   *[other] { $people } людей
}: { $total } зі 100.

## Огляд однією картинкою
overview = Огляд
overview-blocks = Середні за блоками
overview-missing = мало відповідей
overview-total = { $count ->
    [one] середній бал { $count } людини
   *[other] середній бал { $count } людей
}
overview-share = дійшли до кінця
overview-hidden-nobody = Ще ніхто не закінчив. Цифри з’являться, коли закінчить щонайменше { $threshold } людей.
overview-hidden-few = Цифри з’являться, коли закінчить щонайменше { $threshold } людей: так нікого не впізнати за відповідями.
overview-counted = Прийшли: { $arrived }, почали: { $begun }, закінчили: { $finished }.
overview-counted-all = Прийшли за посиланнями кампаній: { $arrived }. Почали: { $begun }, закінчили: { $finished }.
overview-arrived = прийшли з кампаній
overview-note = Цифри оновлюються з кожними { $threshold } новими результатами, щоб за різницею не можна було вирахувати чиюсь відповідь.
overview-behind = У цифрах поки що { $people } з { $present } { $present ->
    [one] людини
   *[other] людей
}.
overview-in-figures = у цифрах

## Воронка
funnel = <b>Воронка</b> · { $title }
    { $campaign }
funnel-came = Прийшли: { $arrived }, дали згоду: { $consented }, почали: { $begun }.
funnel-came-all = За посиланнями кампаній цього тесту прийшли: { $arrived }, дали згоду: { $consented }.
    Почали: { $begun }, разом із тими, хто обрав тест самостійно.
funnel-begun = Почали: { $begun }.
funnel-nobody = Ще ніхто не почав.
funnel-mode = { $mode ->
    [express] <b>Коротка версія</b>
   *[full] <b>Повна версія</b>
}: { $count }
funnel-put = { $passed } з { $put }
funnel-hidden = менше { $count }
funnel-finished = <b>Закінчили</b>
funnel-others = Відповідають зараз: { $under_way }, зупинилися: { $stopped }.
funnel-leaving = <b>Найчастіше зупиняються тут</b>
funnel-question = Запитання { $number }, «{ $name }»
funnel-question-old = Колишнє запитання «{ $name }»
funnel-left = { $question }: { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[many] { $count } людей
}, { $share } % тих, хто його побачив
funnel-nowhere = На півдорозі ще ніхто не зупинився.
funnel-few = На яких запитаннях зупиняються, буде видно, коли почне щонайменше { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[many] { $count } людей
}.
button-funnel-mode = { $mode ->
    [express] Коротка
   *[full] Повна
}

## Вибір тесту й кампанії
all-campaigns = усі кампанії
button-all-campaigns = Усі кампанії
button-campaign-chosen = Кампанія: { $title }
button-test-chosen = Тест: { $title }
choose-campaign = Оберіть кампанію.
choose-test = Оберіть тест.

## Експорт
export-ask = <b>Експорт</b> · { $title }
    Зведений звіт — книга Excel із цифрами для груп від { $threshold } людей. Він завжди охоплює весь тест: зі звітів про групи, що перетинаються, можна було б вирахувати відповіді однієї людини.
export-ask-rows = Рядки — відповіді кожної людини, без імен і без написаного словами. Можна взяти одну кампанію або останні дні. Зараз обрано: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}.
button-export-report = Зведений звіт, XLSX
button-export-xlsx = XLSX
button-export-csv = CSV
button-export-jsonl = JSON Lines
button-period-all = Весь час
button-period = { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[many] { $days } днів
}
period-all = за весь час
period-since = з { $date }
period-until = до { $date } включно
export-rows = <b>Експорт рядків</b>, { $format }
export-chosen = { $title }, { $campaign }, { $period }: { $count ->
    [one] { $count } проходження
    [few] { $count } проходження
   *[many] { $count } проходжень
}.
export-confirm = У файлі відповіді окремих людей. Імен у ньому немає, але в малій групі людину можна впізнати за роллю й галуззю. Людям ми обіцяли показувати іншим лише загальні цифри, тож залиште файл у себе. Експортувати?
export-confirm-survey = У файлі відповіді окремих людей: упереміш, без імен, мови й дат. Тим, хто відповідав, ми обіцяли, що компанія побачить лише загальні цифри, тож залиште файл у себе. Експортувати?
export-nothing = Експортувати нема чого: тут ще ніхто не закінчив. Оберіть іншу кампанію або довший період.
button-export-confirm = Так, експортувати
button-cancel-plain = Скасувати
export-caption = { $name }: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}, { $date }
export-report-caption = Зведений звіт: { $title }, { $date }

## Журнал
audit = <b>Журнал</b>: експорт, видалення, відмови. Час — { $zone }.
audit-empty = Тут поки що порожньо.
audit-when = { $date }, { $time }
audit-by-staff = { $role ->
    [admin] адмін { $id }
   *[analyst] аналітик { $id }
}
audit-by-operator = командний рядок
audit-by-self = людина, власні дані
audit-by-other = хтось інший
audit-refused = Відмовлено: лише для організатора
audit-delete = Видалено всі дані
audit-export = Експорт
audit-contact_withdrawn = Відкликано контакт для консультанта
audit-campaign_created = Створено кампанію
audit-campaign_cloned = Створено копію кампанії
audit-campaign_opened = Кампанію відкрито
audit-campaign_paused = Кампанію призупинено
audit-campaign_changed = Кампанію змінено
audit-report = зведений звіт
audit-rows = рядки, { $format }
audit-comments = коментарі
audit-contacts = контакти, { $format }
audit-campaign = кампанія { $code }
audit-what-title = назва
audit-what-days = дати
audit-like = зразок: { $code }
