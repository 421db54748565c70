### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

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
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Общий балл: <b>{ $total } из 100</b>, уровень «{ $level }».
twin-border = Балл у самой границы: один иной ответ, и уровень назывался бы по-другому. Не придавайте названию большого значения.
twin-change = По сравнению с прошлым разом ({ $date }): { $change }.
twin-reason = Слабее всего: { $items }
twin-step = Следующий шаг: { $step }
twin-unknown = «Не знаю» — { $share } % ответов. Это не снижает балл, но узнать стоит.
twin-private = { $name }: { $score } из 10. На картинке этого нет: её может увидеть кто угодно.
twin-thanks = Спасибо! Ваши ответы записаны.
twin-note = Это взгляд одного человека на компанию, а уровни — наше условное деление шкалы.
button-details = Все блоки подробно
button-document = PDF для печати
button-share = Поделиться
button-go-full = Пройти полную версию
button-contact = Написать консультанту
button-channel = Канал
share-caption = Мой результат в тесте «{ $title }». Пройти его можно здесь: { $link }
blocks-heading = Блоки: от сильного к слабому
items-heading = Все утверждения
