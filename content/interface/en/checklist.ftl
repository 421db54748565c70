### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A checklist's result
checklist-subtitle = Checklist · { $count ->
    [one] { $count } point
   *[other] { $count } points
}
checklist-of = of { $count }
checklist-score = { $pluses } of { $count }
checklist-plus = a definite yes
checklist-of-all = of all points
checklist-counted = { $answer }: { $count }
checklist-caption = { $title }: { $pluses } of { $count }, { $share }%.
checklist-total = A definite yes to <b>{ $pluses } of { $count }</b>, or { $share }%.
checklist-before = Last time ({ $date }) it was { $pluses } of { $count }.
checklist-sections = Block by block
checklist-missing = What’s missing
checklist-unsure = What to find out
checklist-there = Already in place
checklist-rest = And also: { $names }
checklist-find-out = Here the first step is to find out how things stand: ask your colleagues or look for yourself.
checklist-all = Everything is in place. The task now is to keep it that way: come back to this list in three months.
checklist-none = A clean slate is a fine place to start: pick one point and make it your first.
checklist-unknown = So far there are more questions than answers. Find out about three points first, and you’ll see where to begin.
checklist-note = This is one person’s view: ask your colleagues and the picture will get sharper.
