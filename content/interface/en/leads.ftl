### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A contact for the consultant
button-lead = Talk to the consultant
button-lead-call = Ask to be contacted
lead-consent = <b>Talk to the consultant.</b> Leave a phone number, an email address or a username, and we’ll get in touch to talk about this result: { $title }, { $date }.
    <b>Who gets it:</b> { $operator }.
    <b>What goes with it.</b> { $told ->
        [map] The test’s name and date, the event, your total score and level, the block scores, your strengths and growth areas, and a picture of them.
        [total] The test’s name and date, the event and your total.
       *[name] The test’s name and date, and the event.
    } If you share your number with the button, the name on your Telegram contact card goes too. Your answers to individual questions, how likely you are to recommend and anything you wrote in your own words are not passed on.
    <b>How long.</b> We keep your contact details encrypted until you withdraw them, which you can do at any time in /settings. After { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a visit, they are deleted anyway. Once withdrawn, they disappear from the consultant’s messages too, and we ask the consultant to delete any other copies.
button-lead-consent = I agree to be contacted
lead-ask = <b>How can we reach you?</b> Tap “{ $button }” below, or write a phone number, an email address or an @username. You can add your name and a good time to call: up to { $limit } characters in all.
button-lead-phone = Share my number
lead-left = <b>Your contact details for the consultant:</b> { $contact }
    Left on { $date } to talk about this result: { $about }.
lead-replace = Replace them with new ones?
button-lead-replace = Replace
button-lead-keep = Keep them
button-lead-withdraw = Withdraw my details
button-lead-mine = My details for the consultant
notice-lead-left = Thank you! Your contact details are on their way to the consultant.
notice-lead-withdrawn = Withdrawn: we no longer have your contact details, and we’ve asked the consultant to delete them too.
notice-lead-foreign = Those are somebody else’s contact details. Please send your own: tap the button below or write them.
notice-lead-empty = Nobody could reach you with that. Please write a phone number, an email address or an @username.
keys-off = Putting the buttons away…

## Contacts for the organiser
button-leads = Contacts
lead-new = <b>Someone would like to be contacted</b>, { $date }
button-lead-card = Picture of the result
lead-gone = The contact details left on { $date } may no longer be used: they were withdrawn or replaced, or their time is up. Please delete any copies of your own too.
leads = <b>Asked to be contacted</b>: { $count ->
    [one] { $count } person
   *[other] { $count } people
}. Tap a number to open the result.
leads-none = No contacts yet. Those who ask to be contacted after their result will be listed here.
button-leads-newer = ‹ Newer
button-leads-older = Older ›
button-leads-xlsx = Export XLSX
button-leads-csv = Export CSV
leads-confirm = The file ({ $format }) will hold people’s contact details and their results. Keep it to yourself and delete it once you no longer need it: if somebody withdraws their details, they won’t disappear from the file. Export it?
leads-column-contact = Contact
leads-column-name = Name
leads-column-left = Left on
leads-column-campaign = Campaign
leads-column-test = Test
leads-column-taken = Taken on
leads-column-total = Total
leads-column-level = Level
leads-column-strengths = Strengths
leads-column-zones = Growth areas
