### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Beginning
welcome-from = You’ve been invited by <b>{ $campaign }</b>
welcome-length = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Take breaks whenever you like: every answer is saved straight away.
welcome-length-choice = There is a short version ({ $express } of { $count } statements) and a full one. Take breaks whenever you like: every answer is saved straight away.
consent = <b>Your data.</b> We keep your answers to work out your result and the group’s overall figures. We don’t ask for your name or phone number. { $operator } is responsible for the data. You can see it (/mydata) or delete it (/delete) at any time. More details: /privacy.
consent-policy = <a href="{ $url }">Privacy policy</a>
consent-operator-default = The organiser of this survey
consent-given = ✓ Consent given on { $date }
button-consent = I agree
campaign-closed = The survey behind this link isn’t taking answers at the moment. You can still take the test without it.
campaign-unknown = We don’t recognise that code, so your test won’t be linked to an event. You can enter a code again: /code

## About you
profile-note = Question { $number } of { $count } about you. It helps us compare you with similar companies; answering is optional.
button-skip-all = Skip all
mode-question = Which version would you like?
mode-note = You can go on from the short one to the full one without answering anything twice.
button-mode-express = Short · { $count } · { $minutes } min
button-mode-full = Full · { $count } · { $minutes } min

## Question
block-place = Block { $number } of { $count } · { $title }
progress = { $done } of { $count }
answer-now = Your answer: { $answer }
answer-before = Saved: { $answer }
answer-score = { $score } out of 10
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
conflict = You have a test in progress: { $done } of { $count }. The link you followed leads to a different one: <b>{ $campaign }</b>. Which would you like?
button-conflict-go-on = Continue my test
button-conflict-new = Switch to the new one
button-conflict-over = Restart my test

## Answers to the unexpected
notice-tap = Please answer this one with a button below. You can add comments at the end.
notice-tap-only = Please use a button below for this one.
notice-no-media = Pictures, voice messages and files don’t work here. Please answer { $how ->
    [text] in words
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

## Result
done-line = ✓ { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}. Your map is below.
done-line-plain = ✓ { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}.
result-caption = { $title }: { $total } out of 100 ({ $level }).
result-caption-no-total = { $title }: too few answers for a total score.
subtitle-express = Screening · { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
subtitle-full = Full map · { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
viewpoint = One person’s view
viewpoint-role = One person’s view · { $role }
total-of = out of 100
total-missing = Too few answers for a total score
block-missing = too few answers
level-starting = Starting out
level-forming = Taking shape
level-developing = Developing
level-systematic = Systematic
level-centric = Customer-centric
strengths = Strengths
zones = Growth areas
look-here-first = Look here first
and-more = and { $count } more
no-strengths = No block stands out yet: there is room to grow everywhere
no-zones = No block lags behind
no-findings-screening = The short version found no weak spots
verdict-strong_throughout = Strong in every block: now the task is to keep it that way.
verdict-beginning = Every journey starts somewhere: pick one block and take the first step.
verdict-flat = An even profile, with no peaks or dips. Begin with what matters most to your customers.
verdict-screening = A screening shows where to look. For conclusions, take the full map.
verdict-not_enough = Too few answers to draw conclusions yet.
recommendation = { $score } out of 10
recommendation-caption = likelihood to recommend
own-series = You
reference-series = { $group }, n = { $n }
link-caption = Take the test: scan the QR code or enter { $code }
link-caption-no-code = Take the test: scan the QR code
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Total: <b>{ $total } out of 100</b> ({ $level }).
twin-border = You’re one answer away from another level, so don’t read too much into its name.
twin-change = Since last time ({ $date }): { $change }.
twin-reason = Weakest here: { $items }
twin-step = Next step: { $step }
twin-unknown = “Don’t know” makes up { $share }% of your answers. That doesn’t lower your score, but it’s worth finding out.
twin-private = { $name }: { $score } out of 10. The picture leaves this out, because anyone might see it.
twin-checklist = Yes: <b>{ $yes } out of { $count }</b>. Not sure: { $unsure }.
twin-thanks = Thank you! Your answers are saved.
twin-note = This is one person’s view of the company, and the levels are our own way of dividing the scale.
button-details = All blocks in detail
button-share = Share
button-go-full = Take the full version
button-contact = Write to the consultant
button-channel = Channel
share-caption = My customer-centricity map. Take the test: { $link }
share-note = Forward this message: this copy doesn’t show how likely you are to recommend.
blocks-heading = Blocks, strongest first
items-heading = All statements

## Menu
home = { $count ->
    [0] Find out how customer-centric your company is.
   *[other] Good to see you again.
}
button-start = Start the test
button-results = My results
button-settings = Settings
button-code = I have a code
tests = Which test would you like?
results = <b>Your results</b>. Choose one to see it again.
result-line = { $date } · { $mode } · { $total }
result-again = <b>{ $title }</b>, { $date }. In which language?
mode-express = short
mode-full = full
settings = <b>Settings</b>. Language: { $language }.
settings-profile = Role: { $role }. Size: { $size }. Industry: { $industry }.
not-said = not given
button-profile = Change my details
code-ask = Enter the code: it is printed under the QR code, for example ml7-16.
help = <b>What you can do here</b>
    /start: start or continue
    /tests: the tests
    /results: your results
    /code: enter an event’s code
    /settings: language and your details
    /cancel: cancel or pause
    /privacy: what we keep
    /mydata: all your data as a file
    /delete: delete everything
help-admin = /admin: for the organiser

## Data
privacy = <b>What we keep.</b> Your answers, your role, company size and industry if you gave them, and your chat ID, so that we can send you the result. The chat ID and everything you write in your own words are encrypted. We don’t keep your name, photo or phone number.
    <b>What for.</b> To show you your result and the group’s overall figures: only for groups of { $threshold } or more, and without names.
    <b>How long.</b> After { $days } days without a visit, your answers are no longer linked to you, and anything you wrote in your own words is deleted.
    <b>Who is responsible.</b> { $operator }.
button-mydata = Get my data
button-delete = Delete everything
mydata-caption = Everything we keep about you. You can open the file in any text editor.
delete-ask = Delete everything: answers, results, comments and settings? This can’t be undone. Your answers will be removed from the overall figures too.
button-delete-confirm = Yes, delete everything
button-cancel = Don’t delete
deleted = Everything has been deleted. Thank you for your time with us. To start again: /start

## For the organiser
admin = <b>For the organiser</b>
    Arrived: { $started }, consented: { $consented }, started: { $attempts }, finished: { $finished }.
admin-campaigns = Campaigns and links:
button-new-campaign = New campaign
button-export = Export
campaign-ask = Send the campaign’s code and title, separated by a space, for example:
    <code>ml7-16 Marketing conference, 16 May</code>
    The code can have Latin letters, digits, “-” and “_”, up to 62 characters. People who follow the link will see the title.
notice-campaign-code = That code won’t work. Use Latin letters, digits, “-” and “_”, up to 62 characters, then a space and a title of up to 120 characters.
notice-campaign-taken = The code { $code } is taken. Please choose another.
campaign-made = Done. The link: { $link }
    It opens the short version straight away, with no choice to make.
export-ask = <b>Export.</b> The report is an Excel workbook with figures for groups of { $threshold } people or more. Row exports hold each person’s answers, without names or written comments.
button-export-report = Report, XLSX
button-export-xlsx = Rows, XLSX
button-export-csv = Rows, CSV
button-export-jsonl = Rows, JSON Lines
export-confirm = The row export ({ $format }) shows individual people’s answers. It holds no names, but in a small group a role and an industry may give someone away. Don’t pass it on to the people it is about. Export it?
button-export-confirm = Yes, export
button-cancel-plain = Cancel
export-caption = { $name }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}, { $date }
export-report-caption = Report, { $date }

## The bot's description
bot-description = Find out how customer-centric your company is: rate the statements and get a map of its strengths and growth areas in one picture.
bot-short-description = A customer-centricity test: a map of your company in 3–8 minutes
command-start = Start or continue
command-tests = Tests
command-results = My results
command-code = Enter a code
command-settings = Language and your details
command-cancel = Cancel or pause
command-privacy = What we keep
command-mydata = My data as a file
command-delete = Delete everything
command-help = What you can do here
command-admin = For the organiser

## Dates and words for files
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
