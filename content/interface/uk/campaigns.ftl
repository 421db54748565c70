### Слова інтерфейсу. HTML дозволено; підставлені значення екранує код.

## Список кампаній
button-campaigns = Кампанії
campaigns = { $count ->
    [0] <b>Кампанії.</b> Поки жодної. У кожної події чи розсилки своє посилання і свої цифри: створіть першу.
   *[other] <b>Кампанії.</b> Усього: { $count }. Відкрийте потрібну за кодом.
}
campaign-taken = почали: { $begun }, закінчили: { $finished }
campaigns-elsewhere = Поза кампаніями. Без коду: { $direct }, з невідомим кодом: { $unknown }, за чужою карткою: { $cards }.
button-new-campaign = Нова кампанія
button-newer = ‹ Новіші
button-older = Давніші ›

## Кампанія
campaign-code = Код: <code>{ $code }</code>
campaign-version-express = коротка версія
campaign-version-full = повна версія
campaign-version-free = версію обирає людина
campaign-dates-none = Без дат: доки не поставите на паузу
campaign-dates-day = Один день: { $day }
campaign-dates = { $first } – { $last }
campaign-status-running = ▶ приймає відповіді
campaign-status-paused = ⏸ на паузі
campaign-status-early = ⏳ ще не відкрилася
campaign-status-over = ✓ завершена
campaign-counts = Прийшли: { $started }, дали згоду: { $consented }, почали: { $begun }, закінчили: { $finished }.
campaign-made = ✓ Кампанія готова. Надішліть людям посилання або покажіть QR-код.
notice-campaign-saved = ✓ Збережено.
button-qr = QR-код
button-poster = Плакат, A4
button-copy-link = Скопіювати посилання
button-sources = Звідки прийшли
button-pause-campaign = ⏸ Пауза
button-open-campaign = ▶ Відкрити
button-clone = Зробити копію
button-title = Назва
button-days = Дати

## Звідки прийшли
sources = <b>{ $title }</b>. Звідки прийшли
source-link = За посиланням, QR-кодом і кодом
source-copies = За картками, якими поділилися
source-share = Закінчили { $share } % тих, хто почав.
source-days = Перший день: { $first }, останній: { $latest }.
sources-note = Ту саму людину рахуємо ще раз, якщо вона прийшла з іншого місця. Проби організатора серед початих і закінчених не рахуємо. Хто прийшов за карткою, проходить тест окремо: до цифр кампанії ці відповіді не входять.

## Плакат і QR-код
poster-ask = <b>{ $title }</b>. Плакат A4 з QR-кодом: повісьте біля входу або вставте в слайди. Якою мовою?
poster-caption = { $title }: плакат A4. Друкуйте з полями чи без, код читається в обох випадках.
qr-caption = Наведіть камеру або напишіть боту @{ $bot }: /code { $code }
poster-headline = Наскільки ваша компанія орієнтована на клієнта?
poster-lead-map = Оцініть { $count ->
    [one] { $count } твердження
    [few] { $count } твердження
   *[many] { $count } тверджень
} й отримайте картинку: сильні сторони та зони зростання вашої компанії. Вистачить { $minutes ->
    [one] { $minutes } хвилини
   *[other] { $minutes } хвилин
}.
poster-lead = Дайте відповідь на { $count ->
    [one] { $count } запитання
    [few] { $count } запитання
   *[many] { $count } запитань
} й одразу отримайте результат. Вистачить { $minutes ->
    [one] { $minutes } хвилини
   *[other] { $minutes } хвилин
}.
poster-scan = Наведіть камеру на код
poster-answer = Відповідайте прямо в Телеграмі
poster-map = Заберіть карту своєї компанії
poster-result = Дізнайтеся свій результат
poster-code = Немає камери? Напишіть боту @{ $bot }: /code { $code }
poster-privacy = Називати себе не потрібно. Підсумки показуємо без імен і лише для груп від { $threshold } людей.

## Нова кампанія
draft-heading = <b>Нова кампанія</b> · крок { $number } з { $count }
draft-heading-clone = <b>Копія кампанії</b> · крок { $number } з { $count }
draft-code = Надішліть код або візьміть готовий. Код стоїть у посиланні й під QR-кодом: латинські літери, цифри, «-» і «_», до 62 знаків.
    Можна одразу й з назвою: <code>ml7-16 Конференція «Маркетинг», 16 травня</code>
draft-title = Надішліть назву, до 120 знаків. Її побачать усі, хто прийде за посиланням.
draft-title-now = Зараз: <b>{ $title }</b>
draft-test = Який тест відкриється за посиланням?
draft-mode = Яка версія відкриється? Для події краща коротка: за посиланням одразу підуть запитання.
draft-days-now = Зараз: { $days }
button-people-choose = Хай обирають самі
button-keep = Залишити так
button-create = Створити кампанію
notice-campaign-code = Код не підходить: потрібні латинські літери, цифри, «-» і «_», до 62 знаків, і не «s_» на початку. Після пробілу можна додати назву.
notice-campaign-taken = Код { $code } вже зайнято. Надішліть інший або візьміть вільний.
notice-campaign-title = У назві { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[many] { $count } знаків
}, а вміщується { $limit }. Скоротіть і надішліть ще раз.

## Дати й назва
campaign-retitle = Зараз: <b>{ $title }</b>
    Надішліть нову назву, до 120 знаків. Посилання й код не зміняться.
campaign-days-ask = Коли приймати відповіді? Оберіть або надішліть дати: <code>16.05–18.05</code> чи один день, <code>16.05</code>.
    Останній день входить повністю. Часовий пояс: { $zone }.
button-days-today = Лише сьогодні
button-days-week = До неділі
button-days-none = Без дат
days-unclear = Не вдалося розібрати дати. Надішліть їх так: 16.05–18.05, спершу день, потім місяць.
days-none = Такого дня в календарі немає. Перевірте день і місяць.
days-reversed = Перший день вийшов пізнішим за останній. Якщо це період через Новий рік, додайте роки: 28.12.2026–03.01.2027.
days-past = Ці дати вже минули. Надішліть сьогоднішній день або пізніший.
days-far = Це надто далеко: дати приймаємо на п’ять років уперед. Перевірте рік.
