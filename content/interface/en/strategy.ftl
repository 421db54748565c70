### The interface's words. HTML is allowed; inserted values are escaped by the code.

## All answers before the result
review = Read it all through once more. To change an answer, tap its name.
review-nothing = <i>skipped</i>
review-cut = Long answers are shortened here, but they’re saved in full.
button-review = All answers ›
button-remove = Remove this answer
button-review-add = + { $name }
button-review-done = Done, draw it
toast-review-hasty = Have a look at your answers first.

## A strategy on one page
canvas-principles = Principles
canvas-practice = In practice
canvas-caption = <b>{ $title }</b>. To put it up where your team will see it, use “PDF to print” below.
canvas-next = <b>Next step.</b> Read the page with your team and ask for one example of each principle from last week. If nobody can think of one, that principle is still only on paper.
canvas-document = Your strategy on one A4 page, ready to print.
