### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Menu
home = { $count ->
    [0] Find out how customer-centric your company is, survey your customers and your team, or map a customer journey.
   *[other] Good to see you again.
}
button-start = Start the test
button-tests = All tests
button-results = My results
button-settings = Settings
button-code = I have a code
tests-groups = What would you like to do?
tests-company = About my company
tests-company-about = The map, checklists and a diagnosis: where you stand and where to begin.
tests-customers = For my customers
tests-customers-about = A survey you send to customers: would they recommend you, are they happy, are you easy to deal with.
tests-employees = For my employees
tests-employees-about = A team survey: would they recommend you as a place to work, and what gets in the way.
tests-tools = Tools
tests-tools-about = A customer journey map, a service strategy, and a metric glossary with calculators.
button-edit = Edit
tests = What would you like?
mode-full = full
mode-express = short
settings = <b>Settings</b>. Language: { $language }.
settings-profile = Role: { $role }. Size: { $size }. Industry: { $industry }.
not-said = not given
button-profile = Change my details
code-ask = Enter the code: it is printed under the QR code, for example ml7-16.
help = <b>What you can do here</b>
    /start: start or continue
    /tests: tests, surveys of customers and employees, tools
    /results: your results
    /code: enter an event’s code
    /settings: language and your details
    /cancel: cancel or pause
    /privacy: what we keep
    /mydata: all your data as a file
    /delete: delete everything
help-admin = /admin: for the organiser

## Data
privacy = <b>What we keep.</b> Your answers, your role, company size and industry if you gave them, and your chat ID, so that we can send you the result. The chat ID and everything you write in your own words are encrypted. We don’t keep your name, photo or phone number, except for contact details you choose to leave for the consultant: they are encrypted, and you can withdraw them in /settings.
    <b>What for.</b> To show you your result; to remind you once about an unfinished test (you can turn this off in /settings), or to measure again if you asked; and for the group’s overall figures: only for groups of { $threshold } or more, and without names. Only the organiser can see individual answers, also without names; what people wrote in their own words is shown shuffled, and only once there are { $comments } comments.
    <b>How long.</b> After { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a visit, your answers are no longer linked to you, and anything you wrote in your own words and any contact details are deleted.
    <b>Who is responsible.</b> { $operator }.
button-mydata = Get my data
button-delete = Delete everything
mydata-caption = Everything we keep about you. You can open the file in any text editor.
delete-ask = Delete everything: answers, results, comments and settings? This can’t be undone. Your answers will be removed from the overall figures too.
button-delete-confirm = Yes, delete everything
button-cancel = Don’t delete
deleted = Everything has been deleted. Thank you for your time with us. To start again: /start
