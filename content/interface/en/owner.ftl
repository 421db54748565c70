### The interface's words. HTML is allowed; inserted values are escaped by the code.

## For the organiser
admin = <b>For the organiser</b>
    Arrived: { $arrived }, consented: { $consented }, tests finished: { $finished }.
admin-more = and { $count ->
    [one] { $count } more test
   *[other] { $count } more tests
} with figures
admin-waiting = <b>No figures yet</b> (they need { $threshold } people): { $titles }.
admin-without = <b>No group figures:</b> { $titles }.
admin-and-more = { $titles } and { $count } more
button-figures = All tests
button-overview-of = Overview: { $title }
button-overview = Overview
button-funnel = Funnel
button-export = Export
button-audit = Log
button-refresh = Refresh
percent = { $share }%
as-of = As of { $time }

## Results by test
figures = <b>Results by test</b>
figures-nobody = Nobody has started yet: { $titles }.
figures-line = <b>{ $title }</b>: { $begun } started, { $finished } finished ({ $share }%)
figures-figure = <b>{ $figure }</b>, n = { $count }
figures-points = { $mean } out of 100
figures-mean = Mean of { $people ->
    [one] { $people } person
   *[other] { $people } people
}: { $total } out of 100.

## The overview picture
overview = Overview
overview-blocks = Block means
overview-missing = too few answers
overview-total = { $count ->
    [one] mean of { $count } person
   *[other] mean of { $count } people
}
overview-share = made it to the end
overview-hidden-nobody = Nobody has finished yet. Figures will appear once at least { $threshold } people have.
overview-hidden-few = Figures will appear once at least { $threshold } people have finished, so that nobody can be identified by their answers.
overview-counted = Arrived: { $arrived }, started: { $begun }, finished: { $finished }.
overview-counted-all = Arrived by campaign links: { $arrived }. Started: { $begun }, finished: { $finished }.
overview-arrived = by campaigns
overview-note = Figures are updated with every { $threshold } more people, so that a difference can’t reveal anybody’s answer.
overview-behind = The figures cover { $people } of { $present } people so far.
overview-in-figures = in the figures

## Funnel
funnel = <b>Funnel</b> · { $title }
    { $campaign }
funnel-came = Arrived: { $arrived }, consented: { $consented }, started: { $begun }.
funnel-came-all = By this test’s campaign links: { $arrived } arrived, { $consented } consented.
    Started: { $begun }, including those who chose the test themselves.
funnel-begun = Started: { $begun }.
funnel-nobody = Nobody has started yet.
funnel-mode = { $mode ->
    [express] <b>Short version</b>
   *[full] <b>Full version</b>
}: { $count }
funnel-put = { $passed } of { $put }
funnel-hidden = fewer than { $count }
funnel-finished = <b>Finished</b>
funnel-others = Answering now: { $under_way }, stopped: { $stopped }.
funnel-leaving = <b>Where people stop most often</b>
funnel-question = Question { $number }, “{ $name }”
funnel-question-old = Earlier question, “{ $name }”
funnel-left = { $question }: { $count ->
    [one] { $count } person
   *[other] { $count } people
}, { $share }% of those who saw it
funnel-nowhere = Nobody has stopped halfway so far.
funnel-few = Where people stop can be seen once at least { $count ->
    [one] { $count } person has
   *[other] { $count } people have
} started.
button-funnel-mode = { $mode ->
    [express] Short
   *[full] Full
}

## Choosing a test or a campaign
all-campaigns = all campaigns
button-all-campaigns = All campaigns
button-campaign-chosen = Campaign: { $title }
button-test-chosen = Test: { $title }
choose-campaign = Which campaign would you like to see?
choose-test = Which test would you like to see?

## Export
export-ask = <b>Export</b> · { $title }
    The report is an Excel workbook with figures for groups of { $threshold } people or more. It always covers the whole test: subtracting reports on overlapping groups could reveal one person’s answers.
export-ask-rows = Rows hold each person’s answers, without names or written comments. You can take a single campaign or only the most recent days. Chosen now: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}.
button-export-report = Report, XLSX
button-export-xlsx = XLSX
button-export-csv = CSV
button-export-jsonl = JSON Lines
button-period-all = All time
button-period = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
period-all = all time
period-since = since { $date }
period-until = up to { $date }
export-rows = <b>Export by row</b>, { $format }
export-chosen = { $title }, { $campaign }, { $period }: { $count ->
    [one] { $count } completed test
   *[other] { $count } completed tests
}.
export-confirm = The file shows individual people’s answers. It holds no names, but in a small group a role and an industry may give someone away. People were promised that others would see only overall figures, so please keep the file to yourself. Export it?
export-confirm-survey = The file shows individual people’s answers, in random order, without names, languages or dates. Those who answered were promised that the company would see only overall figures, so please keep the file to yourself. Export it?
export-nothing = There is nothing to export: nobody has finished here yet. Choose another campaign or a longer period.
button-export-confirm = Yes, export
button-cancel-plain = Cancel
export-caption = { $name }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}, { $date }
export-report-caption = Report: { $title }, { $date }

## Log
audit = <b>Log</b> of exports, campaign changes, deletions and refusals. Time zone: { $zone }.
audit-empty = Nothing here yet.
audit-when = { $date }, { $time }
audit-by-staff = { $role ->
    [admin] admin { $id }
   *[analyst] analyst { $id }
}
audit-by-operator = command line
audit-by-self = a person, their own data
audit-by-other = somebody else
audit-refused = Refused: for the organiser only
audit-delete = All data deleted
audit-export = Export
audit-contact_withdrawn = Contact details for the consultant withdrawn
audit-campaign_created = Campaign created
audit-campaign_cloned = Campaign created as a copy
audit-campaign_opened = Campaign resumed
audit-campaign_paused = Campaign paused
audit-campaign_changed = Campaign changed
audit-report = report
audit-rows = rows, { $format }
audit-comments = comments
audit-contacts = contacts, { $format }
audit-campaign = campaign { $code }
audit-what-title = title
audit-what-days = dates
audit-like = copied from { $code }
