### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Результат
done-line = ✓ { $title }: { $count ->
    [one] { $count } відповідь
    [few] { $count } відповіді
   *[many] { $count } відповідей
}. Ваша карта нижче.
done-line-plain = ✓ { $title }: { $count ->
    [one] { $count } відповідь
    [few] { $count } відповіді
   *[many] { $count } відповідей
}.
result-caption = { $title }: { $total } зі 100, рівень «{ $level }».
result-caption-no-total = { $title }: для загального бала відповідей не вистачило.
subtitle-express = Скринінг · { $count ->
    [one] { $count } твердження
    [few] { $count } твердження
   *[many] { $count } тверджень
}
subtitle-full = Повна карта · { $count ->
    [one] { $count } твердження
    [few] { $count } твердження
   *[many] { $count } тверджень
}
viewpoint = Погляд однієї людини
viewpoint-role = Погляд однієї людини · { $role }
total-of = зі 100
total-missing = Для загального бала бракує відповідей
block-missing = мало відповідей
level-starting = Початок шляху
level-forming = Становлення
level-developing = Розвиток
level-systematic = Система
level-centric = Клієнтоцентричність
strengths = Сильні сторони
zones = Зони зростання
look-here-first = Спершу подивіться сюди
and-more = і ще { $count }
no-strengths = Поки що жоден блок не вирізняється: усюди є куди зростати
no-zones = Жоден блок не відстає
no-findings-screening = Коротка версія слабких місць не виявила
verdict-strong_throughout = Сильний результат у всіх блоках: тепер важливо його втримати.
verdict-beginning = Усе тільки починається: оберіть один блок і зробіть перший крок.
verdict-flat = Рівний профіль: ні провалів, ні вершин. Почніть із того, що найважливіше для ваших клієнтів.
verdict-screening = Скринінг показує, куди дивитися. Висновки — після повної карти.
verdict-not_enough = Відповідей поки що замало для висновків.
recommendation = { $score } з 10
recommendation-caption = готовність рекомендувати продукт
own-series = Ви
reference-series = { $group }, n = { $n }
link-caption = Пройдіть тест: наведіть камеру або введіть код { $code }
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Загальний бал: <b>{ $total } зі 100</b>, рівень «{ $level }».
twin-border = Від сусіднього рівня вас відділяє одна відповідь, тож не надавайте назві рівня великої ваги.
twin-change = Порівняно з минулим разом ({ $date }): { $change }.
twin-reason = Найслабше тут: { $items }
twin-step = Наступний крок: { $step }
twin-unknown = «Не знаю» — { $share } % відповідей. Бала це не знижує, але з’ясувати варто.
twin-private = { $name }: { $score } з 10. На картинці цього немає: її може побачити будь-хто.
twin-thanks = Дякуємо! Ваші відповіді записано.
twin-note = Це погляд однієї людини на компанію, а рівні — наш умовний поділ шкали.
button-details = Усі блоки докладно
button-document = PDF для друку
button-share = Поділитися
button-go-full = Пройти повну версію
button-contact = Написати консультантові
button-channel = Канал
share-caption = Мій результат у тесті «{ $title }». Пройти його можна тут: { $link }
blocks-heading = Блоки: від сильного до слабкого
items-heading = Усі твердження
