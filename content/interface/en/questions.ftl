### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Question
block-place = Block { $number } of { $count } · { $title }
progress = { $done } of { $count }
answer-now = Your answer: { $answer }
answer-before = Saved: { $answer }
answer-score = { $score } out of 10
answer-rating = { $score } of { $points }
answer-read = read
button-read = Next ›
answer-skipped = skipped
answer-written = your own words
levels-heading = <b>What it looks like in practice</b>
button-unknown = Don’t know
button-not-applicable = Doesn’t apply
button-yes = Yes
button-no = No
button-unsure = Not sure
button-back = ‹ Back
button-levels = Examples
button-levels-hide = Hide
button-pause = Pause
button-skip = Skip
button-next = Next ›
text-ask = Send your answer as a message, or tap “Skip”.
text-ask-required = Send your answer as a message.
text-kept = Saved:
text-change = To change it, just send a new one.
number-ask = Send a number as a message.

## Pause and return
paused = Paused. Your answers are saved: { $done } of { $count }. Carry on whenever it suits you, even a week from now.
button-resume = Continue

## Answers to the unexpected
notice-tap = Please answer this one with a button below. You can use your own words further on.
notice-tap-only = Please use a button below for this one.
notice-no-media = Pictures, voice messages and files don’t work here. Please answer { $how ->
    [text] in words
    [note] with a button, and send any note in words
   *[tap] with a button
}.
notice-welcome-back = Welcome back! Here’s where you left off.
notice-resumed = Carrying on from the same place.
notice-too-long = Your answer is { $length ->
    [one] { $length } character
   *[other] { $length } characters
} long; the limit is { $limit }. Please send a shorter one: nothing has been cut or saved.
notice-not-number = That doesn’t look like a number. Try something like 12 or 12.5.
notice-out-of-range = Please send a number from { $low } to { $high }.
notice-code-unknown = We don’t recognise that code. Please check it and enter it again, for example ml7-16.
notice-empty = That message had no words in it. Please write an answer or skip the question.
notice-language = Done: English it is.
notice-profile-saved = Saved. We’ll use this from your next test on.
notice-no-results = No results yet: they’ll appear here once you’ve taken a test.
notice-nothing-to-cancel = There is nothing to cancel.
notice-cancelled = Cancelled.
notice-unknown-command = There’s no such command. See them all: /help
notice-trouble = Something went wrong with your last message, and we know about it. Your answers are safe; please try again.
toast-outdated = You’re already past this question. Use “Back” to change your answer.
toast-foreign = This button no longer works.
toast-hasty = That’s the next question already: have a look before you answer.
toast-first = This is the very first question.
toast-not-yours = Only the organiser can do this.
toast-making = On its way…
toast-done = Done
group-pointer = I only reply in private messages: { $link }
