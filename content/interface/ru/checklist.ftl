### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Результат чек-листа
checklist-subtitle = Чек-лист · { $count ->
    [one] { $count } пункт
    [few] { $count } пункта
   *[many] { $count } пунктов
}
checklist-of = из { $count }
checklist-score = { $pluses } из { $count }
checklist-plus = твёрдое «да»
checklist-of-all = всех пунктов
checklist-counted = { $answer }: { $count }
checklist-caption = { $title }: { $pluses } из { $count }, { $share } %.
checklist-total = Твёрдое «да» — <b>{ $pluses } из { $count }</b>, это { $share } %.
checklist-before = В прошлый раз ({ $date }) было { $pluses } из { $count }.
checklist-sections = По блокам
checklist-missing = Чего не хватает
checklist-unsure = Что стоит выяснить
checklist-there = Что уже есть
checklist-rest = А ещё: { $names }
checklist-find-out = Первый шаг здесь — узнать, как обстоит дело: спросите коллег или проверьте сами.
checklist-all = На месте всё. Теперь важно, чтобы так было каждый день: загляните в этот список через три месяца.
checklist-none = Начинать с чистого листа тоже хорошо: выберите один пункт и сделайте его первым.
checklist-unknown = Вопросов пока больше, чем ответов. Выясните для начала три пункта, и станет видно, за что браться.
checklist-note = Это взгляд одного человека: спросите коллег, и картина станет точнее.
