### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Результат чеклиста
checklist-subtitle = Чекліст · { $count ->
    [one] { $count } пункт
    [few] { $count } пункти
   *[many] { $count } пунктів
}
checklist-of = з { $count }
checklist-score = { $pluses } з { $count }
checklist-plus = тверде «так»
checklist-of-all = усіх пунктів
checklist-counted = { $answer }: { $count }
checklist-caption = { $title }: { $pluses } з { $count }, { $share } %.
checklist-total = Тверде «так» — <b>{ $pluses } з { $count }</b>, це { $share } %.
checklist-before = Минулого разу ({ $date }) було { $pluses } з { $count }.
checklist-sections = За блоками
checklist-missing = Чого бракує
checklist-unsure = Що варто з’ясувати
checklist-there = Що вже є
checklist-rest = А також: { $names }
checklist-find-out = Перший крок тут — дізнатися, як воно насправді: запитайте колег або перевірте самі.
checklist-all = Усе на місці. Тепер важливо, щоб так було щодня: поверніться до цього списку за три місяці.
checklist-none = Почати з чистого аркуша теж добре: оберіть один пункт і зробіть його першим.
checklist-unknown = Запитань поки що більше, ніж відповідей. З’ясуйте для початку три пункти — і стане видно, за що братися.
checklist-note = Це погляд однієї людини: запитайте колег, і картина стане точнішою.
