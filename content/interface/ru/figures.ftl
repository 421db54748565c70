### Слова интерфейса. HTML разрешён; подставляемые значения экранирует код.

## Цифры группы: опросы, чек-листы и диагностики
decimal = { $whole },{ $tenths }
board-share = ответы { $answers }, интервал 95 %: { $low }–{ $high } %, среднее { $mean }, n = { $n }
board-mean = среднее по шкале { $answers }, n = { $n }
board-part = { $answers }: { $share } %
board-yes = { $count ->
    [one] ответов «да» у { $count } человека
   *[other] ответов «да» у { $count } человек
}
board-yes-blocks = Ответы «да» по разделам, %
board-yes-items = Ответы «да» по пунктам, %
board-profile = { $count ->
    [one] среднее { $count } человека по шкале { $scale }
   *[other] среднее { $count } человек по шкале { $scale }
}
board-profile-blocks = Среднее по разделам, шкала { $scale }
board-profile-items = Среднее по пунктам, шкала { $scale }

## Результаты по тестам
figures-yes = Ответов «да» у { $people ->
    [one] { $people } человека
   *[other] { $people } человек
}: { $total } %.
figures-profile = Среднее { $people ->
    [one] { $people } человека
   *[other] { $people } человек
} по шкале { $scale }: { $mean }.
figures-yes-share = «да» { $mean }
figures-rating = { $mean } по шкале { $scale }
figures-soon = Цифры появятся, когда { $threshold ->
    [one] закончит хотя бы { $threshold } человек
    [few] закончат хотя бы { $threshold } человека
   *[many] закончат хотя бы { $threshold } человек
}.

## Обзор и картинка для зала
overview-more = Остальные вопросы — в отчёте.
overview-items-left = Пункты по одному — в отчёте.
overview-no-figures = Общих цифр здесь нет: что каждый составил или посчитал, видит только он сам.
overview-only-words = Общих цифр здесь нет: ответы словами — в отчёте.
hall-hidden-list = Общая картина уже складывается. Первые цифры появятся, когда { $missing ->
    [one] закончит ещё { $missing } человек
    [few] закончат ещё { $missing } человека
   *[many] закончат ещё { $missing } человек
}: присоединяйтесь!
notice-hall-none = Для этого теста картинки в зале нет: в опросе она подсказывала бы ответы тем, кто ещё отвечает. Цифры смотрите в «Обзоре» кампании: /admin
