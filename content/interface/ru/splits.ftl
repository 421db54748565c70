### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Чек-лист у группы: что есть, чего не хватает, чего не знают
split-sections = По разделам, %
split-items = По пунктам, %: сверху то, чего чаще всего не хватает
split-more = Ещё { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
} — в отчёте.
split-whole = Ответы { $people ->
    [one] { $people } человека
   *[other] { $people } человек
}: «да» { $yes } %, «нет» { $no } %, «не знаю точно» { $unsure } %.
split-section = { $name }: да { $yes } %, нет { $no } %, не знают точно { $unsure } %
split-missing = <b>Чаще всего не хватает:</b> { $items }.
split-unsure = <b>Чаще всего не знают:</b> { $items }.
