### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A note beside a rating
note-ask = ✎ Facts and thoughts behind the rating? Send them as a message: they’ll be kept as your note.
note-kept = Your note:
note-change = A new message replaces it. When you’re ready, rate with a button.
button-note-drop = ✕ Remove the note

## Profile
profile-subtitle = The further right, the less is left to chance
profile-mean = { $mean } of { $points }
profile-mean-caption = on average
profile-mean-missing = Too few ratings for an average
profile-missing = not rated
profile-noted = you left a note
profile-caption = { $title }: { $mean } of { $points } on average.
profile-total = On average: <b>{ $mean } of { $points }</b>.
profile-high = What’s already in place
profile-no-high = No high ratings yet: pick one spot and begin there.
profile-low = Where to begin
profile-no-low = No low ratings: you leave nothing to chance. Ask your customers whether they see it the same way.
profile-notes = Your notes: { $count }. They’re in your worksheet and in nobody else’s report.
profile-no-notes = You left no notes: the worksheet has lines for them.
profile-remark = This is one person’s view. Equal ratings follow the order of the questions.

## Worksheet
worksheet-name = Worksheet
worksheet-intro = Take this to your next meeting. For each item, decide what you’ll change, who will do it and by when.
worksheet-mean = { $mean } of { $points } on average
worksheet-note = Your note
worksheet-step = Next step
worksheet-decision = We decided
worksheet-who = Who
worksheet-when = By when
worksheet-lost = Emoji and rare characters can’t be printed here. For your notes in full, ask the bot: /mydata.
worksheet-caption = <b>Worksheet</b>: { $title }. Inside: your ratings, your notes and room for decisions.
