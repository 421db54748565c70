### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Вопрос
block-place = Блок { $number } из { $count } · { $title }
progress = { $done } из { $count }
answer-now = Ваш ответ: { $answer }
answer-before = Записано: { $answer }
answer-score = { $score } из 10
answer-rating = { $score } из { $points }
answer-read = прочитано
button-read = Дальше ›
answer-skipped = пропущено
answer-written = ваши слова
levels-heading = <b>Как это выглядит</b>
button-unknown = Не знаю
button-not-applicable = Не про нас
button-yes = Да
button-no = Нет
button-unsure = Не знаю точно
button-back = ‹ Назад
button-levels = Примеры
button-levels-hide = Скрыть
button-pause = Пауза
button-skip = Пропустить
button-next = Дальше ›
text-ask = Напишите ответ сообщением или нажмите «Пропустить».
text-ask-required = Напишите ответ сообщением.
text-kept = Записано:
text-change = Чтобы изменить ответ, просто пришлите новый.
number-ask = Напишите число сообщением.

## Пауза и возвращение
paused = Пауза. Ответы сохранены: { $done } из { $count }. Продолжить можно, когда будет удобно, хоть через неделю.
button-resume = Продолжить

## Что ответить на неожиданное
notice-tap = Ответьте, пожалуйста, кнопкой под сообщением. Написать своими словами можно будет дальше.
notice-tap-only = Ответьте, пожалуйста, кнопкой под сообщением.
notice-no-media = Картинки, голосовые и файлы здесь не подойдут. Ответьте, пожалуйста, { $how ->
    [text] словами
    [note] кнопкой, а заметку пришлите словами
   *[tap] кнопкой
}.
notice-welcome-back = С возвращением! Вы остановились здесь.
notice-resumed = Продолжаем с того же места.
notice-too-long = В ответе { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}, а поместится { $limit }. Пришлите, пожалуйста, покороче: этот ответ не обрезан, но и не записан.
notice-not-number = Это не похоже на число. Напишите, например: 12 или 12,5.
notice-out-of-range = Нужно число от { $low } до { $high }.
notice-code-unknown = Такого кода мы не знаем. Проверьте и введите ещё раз, например ml7-16.
notice-empty = В сообщении не оказалось слов. Напишите ответ или пропустите вопрос.
notice-language = Готово: говорим по-русски.
notice-profile-saved = Записано. Учтём в следующих тестах.
notice-no-results = Результатов пока нет: они появятся, когда вы пройдёте тест.
notice-nothing-to-cancel = Отменять нечего.
notice-cancelled = Отменено.
notice-unknown-command = Такой команды нет. Все команды — /help
notice-trouble = С последним сообщением что-то пошло не так, и мы уже об этом знаем. Ваши ответы целы, попробуйте ещё раз.
toast-outdated = Этот вопрос уже позади. Изменить ответ можно кнопкой «Назад».
toast-foreign = Эта кнопка больше не работает.
toast-hasty = Это уже следующий вопрос: прочитайте его и ответьте.
toast-first = Это самый первый вопрос.
toast-not-yours = Это доступно только организатору.
toast-making = Готовим…
toast-done = Готово
group-pointer = Бот отвечает только в личных сообщениях: { $link }
