### The interface's words. HTML is allowed; inserted values are escaped by the code.

## The bot's description
bot-description = Find out how customer-centric your company is: rate the statements and get a map of its strengths and growth areas in one picture. There are also checklists, surveys of customers and employees, a customer journey map and metric calculators.
bot-short-description = A customer-centricity test: a map of your company in 3–8 minutes
command-start = Start or continue
command-tests = Tests, surveys, tools
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
