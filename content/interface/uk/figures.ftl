### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Цифри групи: опитування, чеклісти й діагностики
decimal = { $whole },{ $tenths }
board-share = відповіді { $answers }, інтервал 95 %: { $low }–{ $high } %, середнє { $mean }, n = { $n }
board-mean = середнє за шкалою { $answers }, n = { $n }
board-part = { $answers }: { $share } %
board-yes = { $count ->
    [one] відповідей «так» у { $count } людини
   *[other] відповідей «так» у { $count } людей
}
board-yes-blocks = Відповіді «так» за розділами, %
board-yes-items = Відповіді «так» за пунктами, %
board-profile = { $count ->
    [one] середнє { $count } людини за шкалою { $scale }
   *[other] середнє { $count } людей за шкалою { $scale }
}
board-profile-blocks = Середнє за розділами, шкала { $scale }
board-profile-items = Середнє за пунктами, шкала { $scale }

## Результати за тестами
figures-yes = Відповідей «так» у { $people ->
    [one] { $people } людини
   *[other] { $people } людей
}: { $total } %.
figures-profile = Середнє { $people ->
    [one] { $people } людини
   *[other] { $people } людей
} за шкалою { $scale }: { $mean }.
figures-yes-share = «так» { $mean }
figures-rating = { $mean } за шкалою { $scale }
figures-soon = Цифри з’являться, коли закінчить щонайменше { $threshold ->
    [one] { $threshold } людина
    [few] { $threshold } людини
   *[many] { $threshold } людей
}.

## Огляд і картинка для зали
overview-more = Решта запитань — у звіті.
overview-items-left = Окремі пункти — у звіті.
overview-no-figures = Спільних цифр тут немає: що кожен склав або порахував, бачить лише він сам.
overview-only-words = Спільних цифр тут немає: відповіді словами — у звіті.
hall-hidden-list = Спільна картина вже складається. До перших цифр { $missing ->
    [one] лишилася { $missing } людина
    [few] лишилося { $missing } людини
   *[many] лишилося { $missing } людей
}: приєднуйтеся!
notice-hall-none = Для цього тесту картинки в залі немає: в опитуванні вона підказувала б відповіді тим, хто ще відповідає. Цифри — в «Огляді» кампанії: /admin
