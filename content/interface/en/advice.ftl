### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Recommendations under a result
advice-first = Where we’d start
button-advice = All recommendations
advice = <b>Recommendations</b> · { $title }
advice-note-called = The ones your answers point to come first.
advice-note-plain = Your answers don’t single any of them out: start with the one you like best.
advice-called = { $count ->
    [one] { $count } of your answers points here
   *[other] { $count } of your answers point here
}
