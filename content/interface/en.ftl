### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Beginning
welcome-from = You were invited by <b>{ $campaign }</b>
welcome-length = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Take breaks whenever you like: each answer is saved at once.
welcome-length-choice = There is a short version ({ $express } of { $count } statements) and a full one. Take breaks whenever you like: each answer is saved at once.
consent = <b>Your data.</b> To work out your result and the group’s overall figures, we keep your answers. We don’t ask for your name or phone. { $operator } is responsible for the data. You can see it (/mydata) or delete it (/delete) at any time; more in /privacy.
consent-policy = <a href="{ $url }">Privacy policy</a>
consent-operator-default = The organiser of this survey
consent-given = ✓ Consent given on { $date }
button-consent = I agree
campaign-closed = The survey behind this link is not taking answers now. You can take the test without it.
campaign-unknown = We don’t know that code, so the test opens without linking it to an event. You can enter a code again: /code

## About you
profile-note = Question { $number } of { $count } about you. It lets you compare with similar companies; answering is optional.
button-skip-all = Skip all
mode-question = Which version would you like?
mode-note = You can go on from the short one to the full one without repeating answers.
button-mode-express = Short · { $count } · { $minutes } min
button-mode-full = Full · { $count } · { $minutes } min

## Question
block-place = Block { $number } of { $count } · { $title }
progress = { $done } of { $count }
answer-now = Your answer: { $answer }
answer-before = Saved: { $answer }
answer-score = { $score } of 10
answer-skipped = skipped
answer-written = your words
levels-heading = <b>What it looks like</b>
button-unknown = Don’t know
button-not-applicable = Not about us
button-yes = Yes
button-no = No
button-unsure = Not sure
button-back = ‹ Back
button-levels = Examples
button-levels-hide = Hide
button-pause = Pause
button-skip = Skip
button-next = Next ›
text-ask = Write your answer as a message, or tap “Skip”.
text-ask-required = Write your answer as a message.
text-kept = Saved:
text-change = To change it, just send a new one.
number-ask = Write a number as a message.

## Pause and return
paused = Paused. Your answers are saved: { $done } of { $count }. Go on whenever it suits you, even in a week.
button-resume = Continue
conflict = You have a test in progress: { $done } of { $count }. The link you followed leads to another one: <b>{ $campaign }</b>. Which would you like?
button-conflict-go-on = Continue mine
button-conflict-new = Go to the new one
button-conflict-over = Start mine over

## Answers to the unexpected
notice-tap = This one is answered with a button below. You can add words at the end.
notice-tap-only = This needs a button below.
notice-no-media = Pictures, voice messages and files can’t be read here. Please answer { $how ->
    [text] in words
   *[tap] with a button
}.
notice-welcome-back = Welcome back! This is where you stopped.
notice-resumed = Going on from the same place.
notice-too-long = Your answer has { $length ->
    [one] { $length } character
   *[other] { $length } characters
}; { $limit } fit. Please send a shorter one: nothing was cut and nothing was saved.
notice-not-number = That doesn’t look like a number. Try something like 12 or 12.5.
notice-out-of-range = Please send a number from { $low } to { $high }.
notice-code-unknown = We don’t know that code. Check it and enter it again, for example ml7-16.
notice-empty = There were no words in that message. Write an answer or skip the question.
notice-language = Done: English it is.
notice-profile-saved = Saved. It will count in your next tests.
notice-no-results = No results yet: they appear once you have taken a test.
notice-nothing-to-cancel = There is nothing to cancel.
notice-cancelled = Cancelled.
notice-unknown-command = There is no such command. All commands: /help
notice-trouble = Something went wrong with your last message, and we know about it. Your answers are safe; please try again.
toast-outdated = You have passed this question. Use “Back” to change your answer.
toast-foreign = This button no longer works.
toast-hasty = This is the next question already: read it first.
toast-first = This is the very first question.
toast-not-yours = Only the organiser can do this.
toast-making = On its way…
toast-done = Done
group-pointer = I only answer in private messages: { $link }

## Result
done-line = ✓ { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}. Your map is below.
result-caption = { $title }: { $total } of 100, { $level }.
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
total-of = of 100
total-missing = Too few answers for a total score
block-missing = too few answers
level-starting = Starting out
level-forming = Taking shape
level-developing = Developing
level-systematic = Systematic
level-centric = Customer-centric
strengths = Strengths
zones = Growth zones
look-here-first = Look here first
and-more = and { $count } more
no-strengths = No block stands out yet: there is room to grow everywhere
no-zones = No block lags behind
no-findings-screening = The short version found no weak spots
verdict-contrasts = There is something to build on and something to catch up with.
verdict-strong_throughout = Strong in every block: now the task is to keep it so.
verdict-beginning = Everything begins here: pick one block and take the first step.
verdict-flat = An even profile, no dips and no peaks. Begin with what matters most to your customers.
verdict-screening = A screening shows where to look. For conclusions, take the full map.
verdict-not_enough = Too few answers to draw conclusions yet.
recommendation = { $score } of 10
recommendation-caption = would recommend the products or services
own-series = You
reference-series = { $group }, n = { $n }
link-caption = Take the test: point your camera or enter the code { $code }
link-caption-no-code = Take the test: point your camera
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Total: <b>{ $total } of 100</b>, { $level }.
twin-border = One answer away from another level, so don’t read much into its name.
twin-change = Since last time ({ $date }): { $change }.
twin-reason = because of: { $items }
twin-step = Next step: { $step }
twin-unknown = “Don’t know” makes up { $share }% of your answers. It does not lower the score, but it is worth finding out.
twin-private = { $name }: { $score } of 10. The picture leaves this out, as anyone may see it.
twin-note = This is one person’s view of the company, and the levels are our own way of dividing the scale.
button-details = All blocks in detail
button-share = Share
button-go-full = Take the full version
button-again = Take it again
button-contact = Write to the consultant
button-channel = Channel
share-caption = My customer-centricity map. Take the test: { $link }
share-note = Forward this message: this copy leaves out how likely you are to recommend.
blocks-heading = Blocks, strongest first
items-heading = All statements

## Menu
home = { $count ->
    [0] Find out how customer-centric your company is.
   *[other] Good to see you again.
}
home-code = Have a code from an event? /code
button-start = Start the test
button-results = My results
button-settings = Settings
button-code = I have a code
tests = Which test would you like?
results = <b>Your results</b>. Choose one to see again.
result-line = { $date } · { $mode } · { $total }
result-again = <b>{ $title }</b>, { $date }. In which language?
mode-express = short
mode-full = full
settings = <b>Settings</b>. Language: { $language }.
settings-profile = Role: { $role }. Size: { $size }. Industry: { $industry }.
not-said = not given
button-profile = Change what you said about yourself
code-ask = Enter the code: it is printed under the QR code, for example ml7-16.
help = <b>What you can do here</b>
    /start: begin or continue
    /tests: the tests
    /results: my results
    /code: enter an event’s code
    /settings: language and what you said about yourself
    /cancel: cancel or pause
    /privacy: what we keep
    /mydata: all my data as a file
    /delete: delete everything
help-admin = /admin: for the organiser

## Data
privacy = <b>What we keep.</b> Your answers, your role, company size and industry if you gave them, and the chat’s number, so that the result can reach you. The chat’s number and everything you put in words are encrypted. We keep no name, photo or phone number.
    <b>What for.</b> To show you your result and the group’s overall figures: only for { $threshold } people or more, and without names.
    <b>How long.</b> After { $days } days without a visit your answers lose their link to you, and what you put in words is deleted.
    <b>Who is responsible.</b> { $operator }.
button-mydata = Get my data
button-delete = Delete everything
mydata-caption = Everything kept about you. Any text editor opens the file.
delete-ask = Delete everything: answers, results, words and settings? This can’t be undone. Your answers will leave the overall figures too.
button-delete-confirm = Yes, delete everything
button-cancel = Don’t delete
deleted = Everything is deleted. Thank you for having been here. To begin anew: /start

## For the organiser
admin = <b>For the organiser</b>
    Came: { $started }, agreed: { $consented }, began: { $attempts }, finished: { $finished }.
admin-campaigns = Campaigns and links:
button-new-campaign = New campaign
button-export = Export
campaign-ask = Send the campaign’s code and title, with a space between, for example:
    <code>ml7-16 Marketing conference, 16 May</code>
    The code takes Latin letters, digits, “-” and “_”, up to 64 characters. People who follow the link see the title.
notice-campaign-code = That code won’t do: Latin letters, digits, “-” and “_”, up to 64 characters, then a space and a title of up to 120 characters.
notice-campaign-taken = The code { $code } is taken. Please choose another.
campaign-made = Done. The link: { $link }
    It opens the short version; nobody is asked to choose.
export-ask = <b>Export.</b> The report is an Excel workbook of figures for groups of { $threshold } people or more. Exports by row hold each person’s answers, without names and without what they put in words.
button-export-report = Report, XLSX
button-export-xlsx = Rows, XLSX
button-export-csv = Rows, CSV
button-export-jsonl = Rows, JSON Lines
export-confirm = The export by row ({ $format }) shows the answers of single people. It holds no names, but in a small group a role and an industry may give somebody away. Don’t pass it on to those it is about. Export it?
button-export-confirm = Yes, export
button-cancel-plain = Cancel
export-caption = { $name }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}, { $date }
export-report-caption = Report, { $date }

## The bot's description
bot-description = Find out how customer-centric your company is: answer the statements and get a map of its strengths and growth zones in one picture.
bot-short-description = A customer-centricity test: a map of your company in 3–8 minutes
command-start = Begin or continue
command-tests = Tests
command-results = My results
command-code = Enter a code
command-settings = Language and about you
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
