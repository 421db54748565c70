### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Карта шляху: огляд
journey-counts = { $stages ->
    [one] { $stages } етап
    [few] { $stages } етапи
   *[many] { $stages } етапів
} · { $points ->
    [one] { $points } точка контакту
    [few] { $points } точки контакту
   *[many] { $points } точок контакту
}
journey-rated = Оцінено: { $rated } з { $points }
journey-legend = Ліворуч від точки — емоція та зусилля: від 1 (легко) до 5 (важко). Кружечок — оцінки поки немає.
journey-stage-empty = поки порожньо
journey-needs = Щоб намалювати карту, потрібні щонайменше { $least } точки контакту, на будь-яких етапах.
button-journey-rate = Оцінити: ще { $count } ›
button-journey-new = + Етап
button-journey-undo = ↩ Скасувати крок
button-journey-done = Готово, намалювати

## Етап
journey-stage-place = Етап { $number } з { $count }
journey-page = Точки { $first }–{ $last } з { $count }
journey-stage-begin = Де людина зустрічається з вами на цьому етапі? Надішліть точки контакту повідомленням, кожну з нового рядка.
journey-stage-more = Натисніть на точку, щоб її оцінити. Нові надішліть повідомленням, кожну з нового рядка.
journey-stage-suggested = Або візьміть готові: кнопки з плюсом.
journey-stage-full = На карті вже { $limit } точок контакту: більше на картинці не прочитати.
button-journey-edit-stage = ✎ Змінити етап
button-journey-next-stage = Наступний етап ›
button-journey-rate-now = Оцінити точки ›
button-journey-stage-remove = Видалити етап
button-journey-map = ‹ До карти
button-journey-stage = ‹ До етапу

## Точка контакту
journey-point-place = { $stage } · точка { $number } з { $count }
journey-emotion = Емоція: <b>{ $feeling }</b>
journey-emotion-ask = Що людина тут відчуває?
journey-effort = Зусилля: <b>{ $effort } з 5</b>
journey-effort-ask = Скільки сил це забирає? 1 — зовсім легко, 5 — дуже важко
journey-feel-awful = дуже неприємно
journey-feel-bad = неприємно
journey-feel-neutral = нейтрально
journey-feel-good = приємно
journey-feel-great = захват
journey-note = Нотатка:
journey-note-change = Щоб змінити нотатку, надішліть нову.
journey-note-ask = Що може зупинити людину саме тут? Якщо є що сказати, надішліть повідомленням: це стане нотаткою.
button-journey-clear = Стерти нотатку
button-journey-edit-point = ✎ Змінити точку
button-journey-point-remove = Видалити точку

## Назви й кінець
journey-new-ask = Як назвати новий етап? Надішліть назву повідомленням. Етап стане останнім, потім його можна пересунути.
journey-edit-stage = Етап <b>{ $title }</b>. Щоб перейменувати його, надішліть нову назву повідомленням. Стрілки пересувають його на карті разом із точками.
journey-edit-point = Точка <b>{ $title }</b>. Щоб перейменувати її, надішліть нову назву повідомленням. Стрілки пересувають її на карті, зокрема й на сусідній етап.
button-journey-up-stage = ↑ Етап вище
button-journey-down-stage = ↓ Етап нижче
button-journey-up-point = ↑ Точку вище
button-journey-down-point = ↓ Точку нижче
button-journey-point = ‹ До точки
journey-done-ask = { $count ->
    [one] У { $count } точки
   *[other] У { $count } точок
} бракує емоції або зусилля. Намалювати можна й так: точки без емоції стануть пунктирними кружечками осторонь лінії, а без зусилля лишаться без смужок.
button-journey-draw = Намалювати як є

## Що відповісти
notice-journey-tap = Спершу відкрийте етап кнопкою, а потім надішліть точки контакту.
notice-journey-few = Для карти потрібні щонайменше { $least } точки контакту, а зараз { $count ->
    [0] немає жодної
    [one] є { $count }
   *[other] є { $count }
}. Відкрийте етап і додайте.
notice-journey-removed = Видалено: «{ $title }». Повернути можна кнопкою «Скасувати крок».
notice-journey-line = Задовга назва: «{ $line }». Вміститься { $limit } знаків. Надішліть, будь ласка, коротшу: із цього повідомлення поки нічого не записано.
notice-journey-full = На карті вміститься { $limit } точок контакту, вільних місць: { $room }. Із цього повідомлення поки нічого не записано.
notice-journey-full-stages = Більше ніж { $limit } етапів на картинці не вміститься. Зайвий можна видалити або перейменувати.
notice-journey-empty = У повідомленні не виявилося слів, на карті нічого не змінилося.
toast-journey-gone = Цього на карті вже немає.
toast-journey-hasty = Екран щойно змінився. Погляньте й натисніть ще раз.
toast-journey-last = На карті має лишитися хоча б один етап.

## Результат
done-line-built = ✓ { $title }: готово, дивіться нижче. Повернутися й змінити можна будь-якого дня.
journey-caption = <b>{ $title }</b>: { $counts }.
journey-mood = За вашими оцінками шлях <b>{ $mood }</b>: у середньому { $mean } за шкалою від −2 до +2. Емоцію позначено: { $rated } з { $points }. Середнє згладжує, тож дивіться на окремі точки.
journey-mood-heavy = важкий
journey-mood-rather-heavy = радше важкий
journey-mood-even = рівний
journey-mood-mixed = із перепадами
journey-mood-rather-bright = радше приємний
journey-mood-bright = радісний
journey-no-mood = Емоцій поки позначено замало, щоб говорити про шлях загалом: { $rated } з { $points }.
journey-zones = Що виправити насамперед
journey-no-zones = Серед оцінених точок больових немає.
journey-zone-effort = зусилля { $effort } з 5
journey-delights = Моменти радості: їх варто берегти
journey-next = <b>Що далі.</b> Візьміть першу точку зі списку: пройдіть її самі й розпитайте трьох людей, які були там нещодавно. Виправите — поверніться, змініть оцінки й намалюйте карту знову.
journey-next-calm = <b>Що далі.</b> Покажіть карту тим, чий це шлях: що в ній не так, що забуто? Потім внесіть правки й намалюйте її знову.
journey-convention = Больова точка — емоція, гірша за нейтральну, або зусилля 4–5. Момент радості — захват чи «приємно» із зусиллям 1–2. Ці межі вибрали ми. І ще: карта — ваш погляд, самі люди могли б відповісти інакше.
journey-pain = Больова точка
journey-delight = Момент радості
journey-effort-legend = Зусилля: 1 — легко, 5 — важко
journey-not-drawn = Карту зараз не завершено: для картинки потрібні щонайменше { $least } точки контакту. Натисніть «Змінити» й додайте.
journey-document = Карта для друку: усі слова повністю й перелік того, що виправити.
reminder-built = <b>{ $title }</b> чекає на вас: усе, що ви вже побудували, збережено. Продовжимо з того самого місця?
