### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Чекліст у групи: що є, чого бракує, чого не знають
split-sections = За розділами, %
split-items = За пунктами, %: угорі те, чого найчастіше бракує
split-more = Ще { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
} — у звіті.
split-whole = Відповіді { $people ->
    [one] { $people } людини
   *[other] { $people } людей
}: «так» { $yes } %, «ні» { $no } %, «точно не знаю» { $unsure } %.
split-section = { $name }: так { $yes } %, ні { $no } %, точно не знають { $unsure } %
split-missing = <b>Найчастіше бракує:</b> { $items }.
split-unsure = <b>Найчастіше не знають:</b> { $items }.
