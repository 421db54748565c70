### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A reminder of an unfinished test
reminder-begun = <b>{ $title }</b> is waiting for you: { $done } of { $count } answered, { $minutes ->
    [1] about a minute
   *[other] about { $minutes } minutes
} to go. Shall we pick up where you left off?
reminder-untouched = <b>{ $title }</b> is waiting for you. You opened the test but haven’t started yet: it takes { $minutes ->
    [1] about a minute
   *[other] about { $minutes } minutes
}.
reminder-last = <b>{ $title }</b>: one last step, and you’ll see your result.
reminder-once = This is our only reminder.
button-reminder-stop = Don’t remind me
reminder-continued = Off we go: the question is below.
reminder-stopped = All right, no more reminders. Your answers are saved: write anything here to continue, any day you like. Changed your mind? /settings
toast-reminder-done = You’ve already finished this test: your result is in /results
toast-reminders-off = No more reminders
settings-reminders = Reminder about an unfinished test: { $on ->
    [yes] on, just one
   *[no] off
}.
button-reminders-on = Remind me about tests
button-reminders-off = Don’t remind me about tests
notice-reminders-on = All right, we’ll remind you once if you leave a test unfinished.
notice-reminders-off = All right, no more reminders.

## Measuring again
button-again-wish = Remind me in 90 days
button-again-unwish = ✓ We’ll remind you · undo
toast-again-wish = In 90 days we’ll suggest measuring again. Changed your mind? Tap the button again.
toast-again-unwish = All right, no reminder.
toast-again-done = You’ve already measured again: see your newer result.
again-offer = You asked us to remind you: you took <b>{ $title }</b> on { $date }, { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}.
again-promise = Measure again and see what has changed. It takes { $minutes ->
    [1] about a minute
   *[other] about { $minutes } minutes
}.
again-no-promise = The questions themselves have changed since then, so the two maps can’t be compared. You can still get a new one: it takes { $minutes ->
    [1] about a minute
   *[other] about { $minutes } minutes
}.
button-again-start = Measure again
button-again-later = Not now
again-started = Off we go: the question is below.
again-declined = All right. You can measure again any day: /tests

## What has changed
button-change = Compare with last time
change-title = What has changed
change-before = Before: { $date }
change-after = After: { $date }
change-more = { $points ->
    [one] { $points } point
   *[other] { $points } points
} more
change-less = { $points ->
    [one] { $points } point
   *[other] { $points } points
} less
change-same = about the same
change-of = out of 100, { $change }
change-no-total = One of the two times had too few answers for a total score
change-days = <b>What has changed:</b> { $before } → { $after }
change-total = Total: <b>{ $before } → { $after }</b>, { $change }.
change-moved = Biggest changes: { $blocks }.
change-still = All blocks are about the same.
change-uneven = The two totals aren’t made up of the same blocks: some had too few answers.
change-note = This is one person’s view on two different days. An answer one level higher or lower moves a block by about { $points } { $highest ->
    [one] point
   *[other] points
}, so anything within that is “about the same”.
change-impossible = The meaning of the questions has changed since last time ({ $date }), so the two maps can’t be compared: any difference would tell you about the test, not the company. Your earlier result is safe: /results
