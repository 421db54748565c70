### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A survey for those who answer
survey-invitation = <b>{ $company }</b> would like you to answer a few short questions.
survey-occasion = About: <b>{ $occasion }</b>
survey-sees = <b>Who sees the answers.</b> The company sees only overall figures (from { $threshold } answers) and comments (from { $comments }, in random order), all without names. Only the owner of this bot can see individual answers, also without names.
survey-consent = <b>Your data.</b> We keep your answers for the overall figures and, if you take a test here, for your own result. No name or phone number needed. Responsible for the data: { $operator }. See it: /mydata, delete it: /delete, more details: /privacy.
survey-owner = the owner of this bot
survey-note = The company sees only overall figures (once there are { $threshold } answers) and comments (once there are { $comments }, in random order), all without names.
survey-trial = This is a trial run: your answers don’t count anywhere.
survey-tried = ✓ <b>{ $title }</b>: end of the trial run, nothing was counted. This is what people will see when you send it to them.
survey-thanks = <b>Thank you!</b> Your answer is saved.
survey-counted = It becomes part of the overall figures, without your name.
survey-again = You’ve already answered this survey. You’re welcome to answer again: your new answer replaces the earlier one, and only the latest counts.
survey-unknown = We couldn’t find a survey with this code. Please check the link: part of it may be missing. What you see below isn’t that survey.
survey-closed = <b>{ $company }</b> isn’t taking answers to this survey at the moment. Please try again later, or ask whoever gave you the link. What you see below isn’t part of the survey.
survey-early = This survey opens on { $date }. Please come back then. What you see below isn’t part of the survey.
survey-over = This survey closed on { $date }. Thank you for wanting to answer! What you see below isn’t part of the survey.
survey-reminder = <b>{ $company }</b> is looking forward to your answer: { $minutes ->
    [1] about a minute
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
} to go. Shall we finish the survey?
survey-privacy = <b>If you create a survey.</b> We keep the company’s name, the topic, and the fact that the survey is yours. Everyone who opens it sees the name and the topic. If you delete your data or stay away for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, the survey closes and we erase the name and the topic; other people’s answers stay in the overall figures. The same happens if you delete the survey itself.

## A survey for one's own company
button-survey-new = Create a survey
button-survey-own = Create one like this
button-surveys = My surveys: { $count }
button-my-surveys = My surveys
button-survey-try = Try it yourself
button-survey-skip = Leave it out
button-survey-figures = Overall figures
button-survey-comments = Comments
survey-how = <b>How it works.</b> You name the company and get a link, a QR code and a poster. Overall figures appear once { $threshold } people have answered and are updated with every { $threshold } more. Comments appear once there are { $comments }, in random order. You don’t see who answered what, which makes honest answers easier.
surveys = <b>My surveys</b> · { $title }
survey-answers = { $count } { $count ->
    [one] answer
   *[other] answers
}
survey-company-ask = <b>New survey.</b> Send the company’s name: everyone who opens the survey will see it. Up to { $limit } characters.
survey-occasion-ask = What is it about? Send the topic: it stands next to the company’s name above every question. For example: { $group ->
    [employees] “work this quarter”.
   *[other] “delivery” or “your visit in May”.
} Up to { $limit } characters.
survey-review = <b>{ $title }.</b> This is how it will begin for people who follow the link:
survey-review-note = You can change the name and the topic later. There is no end date; you can pause or delete the survey at any time.
survey-made = ✓ Your survey is ready. Send people the link, show them the QR code, or print the poster.
board-answered = finished
survey-flow = Arrived: { $started }, started: { $begun }, finished: { $finished }.
survey-steps = Overall figures appear once there are { $threshold } answers and are updated with every { $threshold } more; comments appear once there are { $comments }. This protects the people who answer.
survey-comments = <b>Comments</b> · { $company }
survey-comments-few = Not enough yet: comments on a question are shown once there are at least { $comments }. New answers are added { $threshold } people at a time, so comments may appear a little later. They come in random order and without dates, so that it’s harder to tell who wrote what.
survey-comments-note = Comments are in random order, without names or dates. New ones are added when another { $threshold } people have answered.
notice-survey-long = That’s { $count ->
    [one] { $count } character
   *[other] { $count } characters
}, and there is room for { $limit }. Please shorten it and send it again.
notice-survey-many = You already have { $count } surveys, which is the limit. Please delete one of them, or reopen one that is paused.

## A survey's poster
survey-poster-headline = { $group ->
    [employees] What’s it like to work here?
   *[other] How are we doing?
}
survey-poster-lead = { $count ->
    [one] { $count } short question
   *[other] { $count } short questions
}, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
survey-poster-end = Done: your answer counts, no name needed

## A survey for the organiser
campaign-asks = Asking: <b>{ $company }</b>
draft-company = Which company is asking? Send its name: it stands above every question. Up to { $limit } characters.
