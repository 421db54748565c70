### The interface's words. HTML is allowed; inserted values are escaped by the code.

## The list of campaigns
button-campaigns = Campaigns
campaigns = { $count ->
    [0] <b>Campaigns.</b> None yet. Every event or mailing gets its own link and its own figures: create your first campaign.
   *[other] <b>Campaigns.</b> { $count } in all. To open one, tap the button with its code.
}
campaign-taken = started: { $begun }, finished: { $finished }
campaigns-elsewhere = Outside campaigns. Without a code: { $direct }, with an unknown code: { $unknown }, from a shared card: { $cards }.
button-new-campaign = New campaign
button-newer = ‹ Newer
button-older = Older ›

## A campaign
campaign-code = Code: <code>{ $code }</code>
campaign-version-express = short version
campaign-version-full = full version
campaign-version-free = people choose the version
campaign-dates-none = No dates: open until you pause it
campaign-dates-day = One day: { $day }
campaign-dates = { $first } – { $last }
campaign-status-running = ▶ taking answers
campaign-status-paused = ⏸ paused
campaign-status-early = ⏳ not open yet
campaign-status-over = ✓ over
campaign-counts = Arrived: { $started }, consented: { $consented }, started: { $begun }, finished: { $finished }.
campaign-made = ✓ The campaign is ready. Send people the link or show them the QR code.
notice-campaign-saved = ✓ Saved.
button-qr = QR code
button-poster = Poster, A4
button-copy-link = Copy the link
button-sources = Where people came from
button-pause-campaign = ⏸ Pause
button-open-campaign = ▶ Resume
button-clone = Make a copy
button-title = Title
button-days = Dates

## Where people came from
sources = <b>{ $title }</b>. Where people came from
source-link = From the link, the QR code or the typed code
source-copies = From cards people shared
source-share = { $share }% of those who started have finished.
source-days = First day: { $first }, latest: { $latest }.
sources-note = Anyone who comes back from another source is counted again. The organiser’s own attempts aren’t counted as started or finished. People who come from a shared card take the test on their own: their answers aren’t part of the campaign’s figures.

## Poster and QR code
poster-ask = <b>{ $title }</b>. An A4 poster with the QR code, for the entrance or your slides. In which language?
poster-caption = { $title }: A4 poster. Print it with or without margins: the code scans either way.
qr-caption = Scan the code, or send @{ $bot } the message /code { $code }
poster-headline = How customer-centric is your company?
poster-lead-map = Rate { $count ->
    [one] { $count } statement
   *[other] { $count } statements
} and get a picture of your company’s strengths and growth areas. It takes about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
poster-lead = Answer { $count ->
    [one] { $count } question
   *[other] { $count } questions
} and see your result straight away. It takes about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
poster-scan = Scan the code
poster-answer = Answer right in Telegram
poster-map = Get your company’s map
poster-result = See your result
poster-code = No camera? Send @{ $bot } the message /code { $code }
poster-privacy = No need to give your name. Group results are shown without names, and only for groups of { $threshold } or more.

## A new campaign
draft-heading = <b>New campaign</b> · step { $number } of { $count }
draft-heading-clone = <b>Copy of a campaign</b> · step { $number } of { $count }
draft-code = Send a code, or take the one below. It goes into the link and is printed under the QR code: Latin letters, digits, “-” and “_”, up to 62 characters.
    You can add the title straight away: <code>ml7-16 Marketing conference, 16 May</code>
draft-title = Send the title, up to 120 characters. Everyone who follows the link will see it.
draft-title-now = Now: <b>{ $title }</b>
draft-test = Which test should the link open?
draft-mode = Which version should it open? For an event, the short one is best: people finish it right there in the hall, and nobody has to choose.
draft-days-now = Now: { $days }
button-people-choose = Let people choose
button-keep = Keep it
button-create = Create the campaign
notice-campaign-code = That code won’t work. Use Latin letters, digits, “-” and “_”, up to 62 characters, and don’t begin with “s_”. You can add a title after a space.
notice-campaign-taken = The code { $code } is taken. Send another, or take the free one below.
notice-campaign-title = The title has { $count ->
    [one] { $count } character
   *[other] { $count } characters
}, and there is room for { $limit }. Please shorten it and send it again.

## Dates and title
campaign-retitle = Now: <b>{ $title }</b>
    Send the new title, up to 120 characters. The link and the code stay the same.
campaign-days-ask = When should it take answers? Choose below, or send the dates like this: <code>16.05–18.05</code>, or a single day: <code>16.05</code>.
    The last day is included in full. Time zone: { $zone }.
button-days-today = Today only
button-days-week = Until Sunday
button-days-none = No dates
days-unclear = We couldn’t read those dates. Send them like this: 16.05–18.05, day first, then month.
days-none = There’s no such day in the calendar. Please check the day and the month.
days-reversed = The first day comes after the last. If it runs over New Year, add the years: 28.12.2026–03.01.2027.
days-past = Those dates are over. Send today’s date or a later one.
days-far = That’s too far away: dates can be up to five years ahead. Please check the year.
