### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A group's checklist: what is there, what is missing, what nobody knows
split-sections = By section, %
split-items = By item, %, most often missing first
split-more = { $count ->
    [one] { $count } more row is
   *[other] { $count } more rows are
} in the report.
split-whole = Answers from { $people ->
    [one] { $people } person
   *[other] { $people } people
}: “yes” { $yes }%, “no” { $no }%, “not sure” { $unsure }%.
split-section = { $name }: yes { $yes }%, no { $no }%, not sure { $unsure }%
split-missing = <b>Most often missing:</b> { $items }.
split-unsure = <b>Most often “not sure”:</b> { $items }.
