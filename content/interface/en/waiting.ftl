### What is unfinished and waits for its person, and the choice between it and something else.

waiting-name = { $title } ({ $done } of { $count })
button-waiting = Continue: { $name }
button-over = Start over
conflict = You haven’t finished <b>{ $current }</b> yet, and now you’re opening <b>{ $wanted }</b>.
conflict-waits = Feel free to switch: the one you started will wait, and your answers are saved. To pick it up at the same question, open /tests.
button-conflict-go-on = Continue what I started
button-conflict-new = Switch to the other one
button-conflict-over = Restart what I started
toast-over-hasty = Your answers are safe. To start over, tap once more.
