### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Список кампаний
button-campaigns = Кампании
campaigns = { $count ->
    [0] <b>Кампании.</b> Пока ни одной. У каждого мероприятия или рассылки своя ссылка и свои цифры: создайте первую.
   *[other] <b>Кампании.</b> Всего: { $count }. Откройте нужную по коду.
}
campaign-taken = начали: { $begun }, закончили: { $finished }
campaigns-elsewhere = Вне кампаний. Без кода: { $direct }, с неизвестным кодом: { $unknown }, по чужой карточке: { $cards }.
button-new-campaign = Новая кампания
button-newer = ‹ Новее
button-older = Старше ›

## Кампания
campaign-code = Код: <code>{ $code }</code>
campaign-version-express = короткая версия
campaign-version-full = полная версия
campaign-version-free = версию выбирает человек
campaign-dates-none = Без дат: пока не поставите на паузу
campaign-dates-day = Один день: { $day }
campaign-dates = { $first } – { $last }
campaign-status-running = ▶ принимает ответы
campaign-status-paused = ⏸ на паузе
campaign-status-early = ⏳ ещё не открылась
campaign-status-over = ✓ завершена
campaign-counts = Пришли: { $started }, дали согласие: { $consented }, начали: { $begun }, закончили: { $finished }.
campaign-made = ✓ Кампания готова. Отправьте людям ссылку или покажите QR-код.
notice-campaign-saved = ✓ Сохранено.
button-qr = QR-код
button-poster = Плакат, A4
button-copy-link = Скопировать ссылку
button-sources = Откуда пришли
button-pause-campaign = ⏸ Пауза
button-open-campaign = ▶ Открыть
button-clone = Сделать копию
button-title = Название
button-days = Даты

## Откуда пришли
sources = <b>{ $title }</b>. Откуда пришли
source-link = По ссылке, QR-коду и коду
source-copies = По карточкам, которыми поделились
source-share = Закончили { $share } % тех, кто начал.
source-days = Первый день: { $first }, последний: { $latest }.
sources-note = Одного человека считаем снова, если он пришёл из другого места. Пробы организатора среди начатых и законченных не считаем. Те, кто пришёл по карточке, проходят тест сами по себе: в цифры кампании их ответы не входят.

## Плакат и QR-код
poster-ask = <b>{ $title }</b>. Плакат A4 с QR-кодом: повесьте у входа или вставьте в слайды. На каком языке?
poster-caption = { $title }: плакат A4. Печатайте без полей или с полями, код читается в обоих случаях.
qr-caption = Наведите камеру или напишите боту @{ $bot }: /code { $code }
poster-headline = Насколько ваша компания ориентирована на клиента?
poster-lead-map = Оцените { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
   *[many] { $count } утверждений
} и получите картинку: сильные стороны и зоны роста вашей компании. Хватит { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}.
poster-lead = Ответьте на { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
} и сразу получите результат. Хватит { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}.
poster-scan = Наведите камеру на код
poster-answer = Ответьте прямо в Телеграме
poster-map = Заберите карту своей компании
poster-result = Узнайте свой результат
poster-code = Нет камеры? Напишите боту @{ $bot }: /code { $code }
poster-privacy = Представляться не нужно. Итоги показываем без имён и только по группам от { $threshold } человек.

## Новая кампания
draft-heading = <b>Новая кампания</b> · шаг { $number } из { $count }
draft-heading-clone = <b>Копия кампании</b> · шаг { $number } из { $count }
draft-code = Пришлите код или возьмите готовый. Код стоит в ссылке и под QR-кодом: латинские буквы, цифры, «-» и «_», до 62 знаков.
    Можно сразу и с названием: <code>ml7-16 Конференция «Маркетинг», 16 мая</code>
draft-title = Пришлите название, до 120 знаков. Его увидят все, кто придёт по ссылке.
draft-title-now = Сейчас: <b>{ $title }</b>
draft-test = Какой тест откроется по ссылке?
draft-mode = Какая версия откроется? Для мероприятия лучше короткая: по ссылке сразу пойдут вопросы.
draft-days-now = Сейчас: { $days }
button-people-choose = Пусть выбирают сами
button-keep = Оставить так
button-create = Создать кампанию
notice-campaign-code = Код не подходит: нужны латинские буквы, цифры, «-» и «_», до 62 знаков, и не «s_» в начале. После пробела можно добавить название.
notice-campaign-taken = Код { $code } уже занят. Пришлите другой или возьмите свободный.
notice-campaign-title = В названии { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
}, а помещается { $limit }. Сократите и пришлите ещё раз.

## Даты и название
campaign-retitle = Сейчас: <b>{ $title }</b>
    Пришлите новое название, до 120 знаков. Ссылка и код не изменятся.
campaign-days-ask = Когда принимать ответы? Выберите или пришлите даты: <code>16.05–18.05</code> или один день, <code>16.05</code>.
    Последний день входит целиком. Часовой пояс: { $zone }.
button-days-today = Только сегодня
button-days-week = До воскресенья
button-days-none = Без дат
days-unclear = Не получилось разобрать даты. Пришлите их так: 16.05–18.05, сначала день, потом месяц.
days-none = Такого дня в календаре нет. Проверьте день и месяц.
days-reversed = Первый день оказался позже последнего. Если это период через Новый год, добавьте годы: 28.12.2026–03.01.2027.
days-past = Эти даты уже прошли. Пришлите сегодняшний день или более поздний.
days-far = Это слишком далеко: даты принимаем на пять лет вперёд. Проверьте год.
