### The interface's words. HTML is allowed; inserted values are escaped by the code.

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
