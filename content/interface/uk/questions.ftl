### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Запитання
block-place = Блок { $number } з { $count } · { $title }
progress = { $done } з { $count }
answer-now = Ваша відповідь: { $answer }
answer-before = Записано: { $answer }
answer-score = { $score } з 10
answer-rating = { $score } з { $points }
answer-read = прочитано
button-read = Далі ›
answer-skipped = пропущено
answer-written = ваші слова
levels-heading = <b>Як це буває</b>
button-unknown = Не знаю
button-not-applicable = Не про нас
button-yes = Так
button-no = Ні
button-unsure = Точно не знаю
button-back = ‹ Назад
button-levels = Приклади
button-levels-hide = Сховати
button-pause = Пауза
button-skip = Пропустити
button-next = Далі ›
text-ask = Напишіть відповідь повідомленням або натисніть «Пропустити».
text-ask-required = Напишіть відповідь повідомленням.
text-kept = Записано:
text-change = Щоб змінити відповідь, просто надішліть нову.
number-ask = Напишіть число повідомленням.

## Пауза і повернення
paused = Пауза. Відповіді збережено: { $done } з { $count }. Продовжити можна, коли буде зручно, хоч за тиждень.
button-resume = Продовжити

## Що відповісти на неочікуване
notice-tap = Тут відповідають кнопкою під повідомленням. Написати своїми словами можна буде далі.
notice-tap-only = Скористайтеся, будь ласка, кнопкою під повідомленням.
notice-no-media = Зображення, голосові та файли тут не підійдуть. Дайте, будь ласка, відповідь { $how ->
    [text] словами
    [note] кнопкою, а нотатку надішліть словами
   *[tap] кнопкою
}.
notice-welcome-back = З поверненням! Ви зупинилися тут.
notice-resumed = Продовжуємо з того самого місця.
notice-too-long = У відповіді { $length ->
    [one] { $length } знак
    [few] { $length } знаки
   *[many] { $length } знаків
}, а вміститься { $limit }. Надішліть, будь ласка, коротшу: цю не обрізано, але й не записано.
notice-not-number = Це не схоже на число. Напишіть, наприклад: 12 або 12,5.
notice-out-of-range = Потрібне число від { $low } до { $high }.
notice-code-unknown = Такого коду ми не знаємо. Перевірте й уведіть ще раз, наприклад ml7-16.
notice-empty = У повідомленні не виявилося слів. Напишіть відповідь або пропустіть запитання.
notice-language = Готово: говоримо українською.
notice-profile-saved = Записано. Врахуємо в наступних тестах.
notice-no-results = Результатів поки що немає: вони з’являться, коли ви пройдете тест.
notice-nothing-to-cancel = Скасовувати нема чого.
notice-cancelled = Скасовано.
notice-unknown-command = Такої команди немає. Усі команди — /help
notice-trouble = З останнім повідомленням сталася помилка, і ми про неї вже знаємо. Ваші відповіді на місці, спробуйте ще раз.
toast-outdated = Це запитання вже позаду. Змінити відповідь можна кнопкою «Назад».
toast-foreign = Ця кнопка більше не працює.
toast-hasty = Це вже наступне запитання: прочитайте його й дайте відповідь.
toast-first = Це найперше запитання.
toast-not-yours = Це доступно лише організатору.
toast-making = Готуємо…
toast-done = Готово
group-pointer = Бот відповідає лише в особистих повідомленнях: { $link }
