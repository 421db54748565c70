### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Карта пути: обзор
journey-counts = { $stages ->
    [one] { $stages } этап
    [few] { $stages } этапа
   *[many] { $stages } этапов
} · { $points ->
    [one] { $points } точка контакта
    [few] { $points } точки контакта
   *[many] { $points } точек контакта
}
journey-rated = Оценено: { $rated } из { $points }
journey-legend = Слева от точки — эмоция и усилие: от 1 (легко) до 5 (трудно). Кружок — оценки пока нет.
journey-stage-empty = пока пусто
journey-needs = Чтобы нарисовать карту, нужны хотя бы { $least } точки контакта, на любых этапах.
button-journey-rate = Оценить: осталось { $count } ›
button-journey-new = + Этап
button-journey-undo = ↩ Отменить шаг
button-journey-done = Готово, нарисовать

## Этап
journey-stage-place = Этап { $number } из { $count }
journey-page = Точки { $first }–{ $last } из { $count }
journey-stage-begin = Где человек встречается с вами на этом этапе? Пришлите точки контакта сообщением, каждую с новой строки.
journey-stage-more = Нажмите на точку, чтобы её оценить. Новые пришлите сообщением, каждую с новой строки.
journey-stage-suggested = Или возьмите готовые: кнопки с плюсом.
journey-stage-full = На карте уже { $limit } точек контакта: больше на картинке не прочесть.
button-journey-edit-stage = ✎ Изменить этап
button-journey-next-stage = Следующий этап ›
button-journey-rate-now = Оценить точки ›
button-journey-stage-remove = Удалить этап
button-journey-map = ‹ К карте
button-journey-stage = ‹ К этапу

## Точка контакта
journey-point-place = { $stage } · точка { $number } из { $count }
journey-emotion = Эмоция: <b>{ $feeling }</b>
journey-emotion-ask = Что человек здесь чувствует?
journey-effort = Усилие: <b>{ $effort } из 5</b>
journey-effort-ask = Сколько сил это отнимает? 1 — совсем легко, 5 — очень трудно
journey-feel-awful = очень неприятно
journey-feel-bad = неприятно
journey-feel-neutral = нейтрально
journey-feel-good = приятно
journey-feel-great = восторг
journey-note = Заметка:
journey-note-change = Чтобы изменить заметку, пришлите новую.
journey-note-ask = Что может остановить человека здесь? Если есть что сказать, пришлите сообщением: это станет заметкой.
button-journey-clear = Стереть заметку
button-journey-edit-point = ✎ Изменить точку
button-journey-point-remove = Удалить точку

## Названия и конец
journey-new-ask = Как назвать новый этап? Пришлите название сообщением. Этап встанет последним, потом его можно передвинуть.
journey-edit-stage = Этап <b>{ $title }</b>. Чтобы переименовать его, пришлите новое название сообщением. Стрелки передвигают его по карте вместе с точками.
journey-edit-point = Точка <b>{ $title }</b>. Чтобы переименовать её, пришлите новое название сообщением. Стрелки передвигают её по карте, в том числе на соседний этап.
button-journey-up-stage = ↑ Этап выше
button-journey-down-stage = ↓ Этап ниже
button-journey-up-point = ↑ Точку выше
button-journey-down-point = ↓ Точку ниже
button-journey-point = ‹ К точке
journey-done-ask = { $count ->
    [one] У { $count } точки
   *[other] У { $count } точек
} не хватает эмоции или усилия. Нарисовать можно и так: точки без эмоции станут пунктирными кружками в стороне от линии, а без усилия останутся без полосок.
button-journey-draw = Нарисовать как есть

## Что ответить
notice-journey-tap = Сначала откройте этап кнопкой, а потом пришлите точки контакта.
notice-journey-few = Для карты нужны хотя бы { $least } точки контакта, а сейчас { $count ->
    [0] ни одной нет
    [one] есть { $count }
   *[other] есть { $count }
}. Откройте этап и добавьте.
notice-journey-removed = Удалено: «{ $title }». Вернуть можно кнопкой «Отменить шаг».
notice-journey-line = Слишком длинное название: «{ $line }». Поместится { $limit } знаков. Пришлите, пожалуйста, покороче: из этого сообщения пока ничего не записано.
notice-journey-full = На карте поместится { $limit } точек контакта, свободных мест: { $room }. Из этого сообщения пока ничего не записано.
notice-journey-full-stages = Больше { $limit } этапов на картинке не поместится. Удалите лишний или переименуйте тот, что уже есть.
notice-journey-empty = В сообщении не оказалось слов, на карте ничего не изменилось.
toast-journey-gone = Этого на карте уже нет.
toast-journey-hasty = Экран только что сменился. Посмотрите и нажмите ещё раз.
toast-journey-last = На карте должен остаться хотя бы один этап.

## Результат
done-line-built = ✓ { $title }: готово, смотрите ниже. Вернуться и изменить можно в любой день.
journey-caption = <b>{ $title }</b>: { $counts }.
journey-mood = По вашим оценкам путь <b>{ $mood }</b>: в среднем { $mean } по шкале от −2 до +2. Эмоция отмечена: { $rated } из { $points }. Среднее сглаживает, поэтому смотрите на отдельные точки.
journey-mood-heavy = тяжёлый
journey-mood-rather-heavy = скорее тяжёлый
journey-mood-even = ровный
journey-mood-mixed = с перепадами
journey-mood-rather-bright = скорее приятный
journey-mood-bright = радостный
journey-no-mood = Эмоций пока отмечено мало, чтобы говорить о пути в целом: { $rated } из { $points }.
journey-zones = Что исправить в первую очередь
journey-no-zones = Среди оценённых точек болевых нет.
journey-zone-effort = усилие { $effort } из 5
journey-delights = Моменты радости: их стоит сохранить
journey-next = <b>Что дальше.</b> Возьмите первую точку из списка: пройдите её сами и расспросите троих, кто был там недавно. Исправите — вернитесь, поменяйте оценки и нарисуйте карту заново.
journey-next-calm = <b>Что дальше.</b> Покажите карту тем, чей это путь: что в ней не так, что забыто? Потом внесите правки и нарисуйте её заново.
journey-convention = Болевая точка — эмоция хуже нейтральной или усилие 4–5. Момент радости — восторг либо «приятно» при усилии 1–2. Эти границы выбрали мы. И ещё: карта — ваш взгляд, сами люди могли бы ответить иначе.
journey-pain = Болевая точка
journey-delight = Момент радости
journey-effort-legend = Усилие: 1 — легко, 5 — трудно
journey-not-drawn = Карта сейчас не закончена: для картинки нужны хотя бы { $least } точки контакта. Нажмите «Изменить» и добавьте.
journey-document = Карта для печати: все слова целиком и список того, что исправить.
reminder-built = <b>{ $title }</b> ждёт вас: всё, что вы уже построили, сохранено. Продолжим с того же места?
