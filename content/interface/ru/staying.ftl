### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Напоминание о незаконченном тесте
reminder-begun = <b>{ $title }</b> ждёт вас. Готово { $done } из { $count }, осталось { $minutes ->
    [1] около минуты
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
}. Продолжим с того же места?
reminder-untouched = <b>{ $title }</b> ждёт вас. Вы открыли тест, но ещё не начали: на него уйдёт { $minutes ->
    [1] около минуты
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
}.
reminder-last = <b>{ $title }</b>: остался последний шаг, и вы увидите результат.
reminder-once = Это единственное напоминание.
button-reminder-stop = Не напоминать
reminder-continued = Продолжаем: вопрос ниже.
reminder-stopped = Хорошо, больше не напоминаем. Ответы сохранены, продолжить можно в любой день: просто напишите сюда. Передумаете — /settings
toast-reminder-done = Этот тест вы уже прошли. Результат — в /results
toast-reminders-off = Больше не напоминаем
settings-reminders = Напоминать о незаконченном тесте: { $on ->
    [yes] да, один раз
   *[no] нет
}.
button-reminders-on = Напоминать о тесте
button-reminders-off = Не напоминать о тесте
notice-reminders-on = Хорошо, напомним один раз, если тест останется незаконченным.
notice-reminders-off = Хорошо, больше не напоминаем.

## Пройти ещё раз
button-again-wish = Напомнить через 90 дней
button-again-unwish = ✓ Напомним · отменить
toast-again-wish = Через 90 дней предложим пройти тест ещё раз. Передумаете — нажмите ту же кнопку.
toast-again-unwish = Хорошо, не напомним.
toast-again-done = Вы уже прошли этот тест ещё раз: смотрите новый результат.
again-offer = Вы просили напомнить: тест <b>{ $title }</b> вы прошли { $date }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} назад.
again-promise = Пройдите его ещё раз, и на карте будет видно, что изменилось. Это займёт { $minutes ->
    [1] около минуты
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
}.
again-no-promise = С тех пор изменились сами вопросы, поэтому сравнить две карты не получится. Но получить новую карту можно: это займёт { $minutes ->
    [1] около минуты
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
}.
button-again-start = Пройти ещё раз
button-again-later = Не сейчас
again-started = Начали: вопрос ниже.
again-declined = Хорошо. Пройти тест ещё раз можно в любой день: /tests

## Что изменилось
button-change = Сравнить с прошлым разом
change-title = Что изменилось
change-before = Было: { $date }
change-after = Стало: { $date }
change-more = на { $points } { $points ->
    [one] балл
    [few] балла
   *[many] баллов
} больше
change-less = на { $points } { $points ->
    [one] балл
    [few] балла
   *[many] баллов
} меньше
change-same = примерно столько же
change-of = из 100, { $change }
change-no-total = В одной из двух карт для общего балла не хватило ответов
change-days = <b>Что изменилось:</b> { $before } → { $after }
change-total = Общий балл: <b>{ $before } → { $after }</b>, { $change }.
change-moved = Заметнее всего: { $blocks }.
change-still = Во всех блоках — примерно столько же.
change-uneven = В двух картах посчитаны не одни и те же блоки: где-то не хватило ответов.
change-note = Взгляд одного человека в два разных дня. Один ответ сдвигает блок примерно на { $points } { $highest ->
    [one] балл
    [few] балла
   *[many] баллов
}: в этих пределах — «примерно столько же».
change-impossible = С прошлого раза ({ $date }) изменился смысл вопросов, поэтому сравнивать две карты нельзя: разница говорила бы о тесте, а не о компании. Прошлый результат сохранён: /results
