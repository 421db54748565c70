### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Начало
welcome-from = Вас пригласили: <b>{ $campaign }</b>
welcome-length = { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
   *[many] { $count } утверждений
}, { $minutes ->
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
}. Отвечать можно с перерывами: каждый ответ сохраняется сразу.
welcome-length-choice = Есть короткая версия ({ $express } из { $count } { $count ->
    [one] утверждения
   *[other] утверждений
}) и полная. Отвечать можно с перерывами: каждый ответ сохраняется сразу.
consent = <b>Ваши данные.</b> Чтобы посчитать ваш результат и общие цифры группы, мы сохраним ваши ответы. Имя и телефон не спрашиваем. Отвечает за данные { $operator }. Посмотреть их (/mydata) или удалить (/delete) можно в любой момент, подробности — /privacy.
consent-policy = <a href="{ $url }">Политика обработки данных</a>
consent-operator-default = организатор опроса
consent-given = ✓ Согласие дано { $date }
button-consent = Даю согласие
campaign-closed = По этой ссылке ответы сейчас не принимаются. Тест можно пройти и без неё.
campaign-unknown = Такого кода мы не знаем, поэтому тест откроется без привязки к мероприятию. Код можно ввести ещё раз: /code

## О себе
profile-note = Вопрос { $number } из { $count } о вас: так результат можно сравнить с похожими компаниями. Отвечать не обязательно.
button-skip-all = Пропустить всё
mode-question = Какую версию выберете?
mode-note = После короткой можно перейти к полной: повторять ответы не придётся.
button-mode-express = Короткая · { $count } · { $minutes } мин
button-mode-full = Полная · { $count } · { $minutes } мин

## Вопрос
block-place = Блок { $number } из { $count } · { $title }
progress = { $done } из { $count }
answer-now = Ваш ответ: { $answer }
answer-before = Записано: { $answer }
answer-score = { $score } из 10
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
conflict = У вас есть незаконченный тест: { $done } из { $count }. А ссылка, по которой вы пришли, ведёт к другому: <b>{ $campaign }</b>. Что выберете?
button-conflict-go-on = Продолжить начатый
button-conflict-new = Перейти к новому
button-conflict-over = Пройти начатый с начала

## Что ответить на неожиданное
notice-tap = Ответьте, пожалуйста, кнопкой под сообщением. Своими словами можно будет добавить в конце.
notice-tap-only = Ответьте, пожалуйста, кнопкой под сообщением.
notice-no-media = Картинки, голосовые и файлы здесь не подойдут. Ответьте, пожалуйста, { $how ->
    [text] словами
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

## Результат
done-line = ✓ { $title }: { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}. Ваша карта ниже.
done-line-plain = ✓ { $title }: { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}.
result-caption = { $title }: { $total } из 100, уровень «{ $level }».
result-caption-no-total = { $title }: для общего балла ответов не хватило.
subtitle-express = Скрининг · { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
   *[many] { $count } утверждений
}
subtitle-full = Полная карта · { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
   *[many] { $count } утверждений
}
viewpoint = Взгляд одного человека
viewpoint-role = Взгляд одного человека · { $role }
total-of = из 100
total-missing = Для общего балла не хватило ответов
block-missing = мало ответов
level-starting = Начало пути
level-forming = Становление
level-developing = Развитие
level-systematic = Система
level-centric = Клиентоцентричность
strengths = Сильные стороны
zones = Зоны роста
look-here-first = Сначала посмотрите сюда
and-more = и ещё { $count }
no-strengths = Пока ни один блок не выделяется: везде есть куда расти
no-zones = Ни один блок не отстаёт
no-findings-screening = Короткая версия слабых мест не показала
verdict-strong_throughout = Сильный результат во всех блоках: теперь важно его удержать.
verdict-beginning = Всё только начинается: выберите один блок и сделайте первый шаг.
verdict-flat = Ровный профиль: ни провалов, ни вершин. Начните с того, что важнее всего вашим клиентам.
verdict-screening = Скрининг показывает, куда смотреть. Выводы — после полной карты.
verdict-not_enough = Ответов пока мало для выводов.
recommendation = { $score } из 10
recommendation-caption = готовность рекомендовать продукт
own-series = Вы
reference-series = { $group }, n = { $n }
link-caption = Пройдите тест: наведите камеру или введите код { $code }
link-caption-no-code = Пройдите тест: наведите камеру
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Общий балл: <b>{ $total } из 100</b>, уровень «{ $level }».
twin-border = Один другой ответ, и уровень назывался бы иначе: не придавайте названию большого значения.
twin-change = По сравнению с прошлым разом ({ $date }): { $change }.
twin-reason = слабее всего: { $items }
twin-step = Следующий шаг: { $step }
twin-unknown = «Не знаю» — { $share } % ответов. Это не снижает балл, но узнать стоит.
twin-private = { $name }: { $score } из 10. На картинке этого нет: её может увидеть кто угодно.
twin-checklist = Да: <b>{ $yes } из { $count }</b>. Не знаете точно: { $unsure }.
twin-thanks = Спасибо! Ваши ответы записаны.
twin-note = Это взгляд одного человека на компанию, а уровни — наше условное деление шкалы.
button-details = Все блоки подробно
button-share = Поделиться
button-go-full = Пройти полную версию
button-contact = Написать консультанту
button-channel = Канал
share-caption = Моя карта клиентоцентричности. Пройти тест: { $link }
share-note = Перешлите это сообщение: готовы ли вы рекомендовать компанию, на этой копии не видно.
blocks-heading = Блоки: от сильного к слабому
items-heading = Все утверждения

## Меню
home = { $count ->
    [0] Здесь можно узнать, насколько ваша компания ориентирована на клиента.
   *[other] Рады видеть вас снова.
}
button-start = Начать тест
button-results = Мои результаты
button-settings = Настройки
button-code = У меня есть код
tests = Какой тест пройдёте?
results = <b>Ваши результаты</b>. Какой показать ещё раз?
result-line = { $date } · { $mode } · { $total }
result-again = <b>{ $title }</b>, { $date }. На каком языке показать?
mode-express = короткая
mode-full = полная
settings = <b>Настройки</b>. Язык: { $language }.
settings-profile = Роль: { $role }. Размер: { $size }. Отрасль: { $industry }.
not-said = не указано
button-profile = Изменить сведения о себе
code-ask = Введите код: он напечатан под QR-кодом, например ml7-16.
help = <b>Что здесь можно</b>
    /start — начать или продолжить
    /tests — тесты
    /results — мои результаты
    /code — ввести код мероприятия
    /settings — язык и сведения о себе
    /cancel — отменить или сделать паузу
    /privacy — что мы храним
    /mydata — все мои данные файлом
    /delete — удалить всё
help-admin = /admin — для организатора

## Данные
privacy = <b>Что мы храним.</b> Ваши ответы, роль, размер и отрасль, если вы их указали, и номер чата, чтобы прислать результат. Номер чата и всё, что вы напишете словами, мы шифруем. Имя, фото и телефон не храним.
    <b>Зачем.</b> Чтобы показать ваш результат и общие цифры группы: только от { $threshold } человек и без имён.
    <b>Как долго.</b> Если не заходить сюда { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, ответы теряют связь с вами, а написанное словами удаляется.
    <b>Кто отвечает.</b> { $operator }.
button-mydata = Получить мои данные
button-delete = Удалить всё
mydata-caption = Всё, что о вас хранится. Файл откроет любой текстовый редактор.
delete-ask = Удалить всё: ответы, результаты, написанное словами и настройки? Вернуть это будет нельзя. Ваши ответы исчезнут и из общих цифр.
button-delete-confirm = Да, удалить всё
button-cancel = Не удалять
deleted = Всё удалено. Спасибо, что были с нами. Начать заново: /start

## Для организатора
admin = <b>Для организатора</b>
    Пришли: { $started }, дали согласие: { $consented }, начали: { $attempts }, закончили: { $finished }.
admin-campaigns = Кампании и ссылки:
button-new-campaign = Новая кампания
button-export = Выгрузка
campaign-ask = Пришлите код и название кампании через пробел, например:
    <code>ml7-16 Конференция «Маркетинг», 16 мая</code>
    В коде — латинские буквы, цифры, «-» и «_», до 62 знаков. Название увидят люди, которые придут по ссылке.
notice-campaign-code = Код не подходит: нужны латинские буквы, цифры, «-» и «_», до 62 знаков, а после пробела — название до 120 знаков.
notice-campaign-taken = Код { $code } уже занят. Придумайте другой.
campaign-made = Готово. Ссылка: { $link }
    По ней сразу открывается короткая версия, без вопроса о выборе.
export-ask = <b>Выгрузка.</b> Сводный отчёт — книга Excel с цифрами по группам от { $threshold } человек. Построчные выгрузки — ответы каждого, без имён и без написанного словами.
button-export-report = Сводный отчёт, XLSX
button-export-xlsx = Строки, XLSX
button-export-csv = Строки, CSV
button-export-jsonl = Строки, JSON Lines
export-confirm = Построчная выгрузка ({ $format }) показывает ответы отдельных людей. Имён в ней нет, но в маленькой группе человека можно узнать по роли и отрасли. Не пересылайте её тем, о ком она. Выгрузить?
button-export-confirm = Да, выгрузить
button-cancel-plain = Отмена
export-caption = { $name }: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}, { $date }
export-report-caption = Сводный отчёт, { $date }

## Описание бота
bot-description = Узнайте, насколько ваша компания ориентирована на клиента: оцените утверждения и получите карту сильных сторон и зон роста на одной картинке.
bot-short-description = Тест на клиентоцентричность: карта вашей компании за 3–8 минут
command-start = Начать или продолжить
command-tests = Тесты
command-results = Мои результаты
command-code = Ввести код
command-settings = Язык и сведения о себе
command-cancel = Отменить или сделать паузу
command-privacy = Что мы храним
command-mydata = Мои данные файлом
command-delete = Удалить всё
command-help = Что здесь можно
command-admin = Для организатора

## Даты и слова для файлов
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year }
