### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Beginning
welcome-from = Your invitation: <b>{ $campaign }</b>
welcome-length = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Take breaks whenever you like: every answer is saved straight away.
welcome-minutes = It takes about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Take breaks if you like: everything is saved at once.
welcome-length-choice = There is a short version ({ $express } of { $count } statements) and a full one. Take breaks whenever you like: every answer is saved straight away.
consent = <b>Your data.</b> We keep your answers to work out your result and the group’s overall figures. We don’t need your name or phone number for this. { $operator } is responsible for the data. You can see it (/mydata) or delete it (/delete) at any time. More details: /privacy.
consent-policy = <a href="{ $url }">Privacy policy</a>
consent-operator-default = The organiser of this survey
consent-given = ✓ Consent given on { $date }
button-consent = I agree
campaign-early = The survey behind this link opens on { $date }. Do come back then, or take the test on your own right now.
campaign-over = The survey behind this link closed on { $date }. You can still take the test on your own.
campaign-closed = The survey behind this link isn’t taking answers at the moment. You can still take the test on your own.
campaign-unknown = We don’t recognise that code, so your test won’t be linked to an event. You can enter a code again: /code

## About you
profile-note = Question { $number } of { $count } about you. It helps us compare you with similar companies; answering is optional.
button-skip-all = Skip all
mode-question = Which version would you like?
mode-note = You can go on from the short one to the full one without answering anything twice.
button-mode-express = Short · { $count } · { $minutes } min
button-mode-full = Full · { $count } · { $minutes } min
