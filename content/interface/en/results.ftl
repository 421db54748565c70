### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Result
done-line = ✓ { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}. Your map is below.
done-line-plain = ✓ { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}.
result-caption = { $title }: { $total } out of 100 ({ $level }).
result-caption-no-total = { $title }: too few answers for a total score.
subtitle-express = Screening · { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
subtitle-full = Full map · { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
viewpoint = One person’s view
viewpoint-role = One person’s view · { $role }
total-of = out of 100
total-missing = Too few answers for a total score
block-missing = too few answers
level-starting = Starting out
level-forming = Taking shape
level-developing = Developing
level-systematic = Systematic
level-centric = Customer-centric
strengths = Strengths
zones = Growth areas
look-here-first = Look here first
and-more = and { $count } more
no-strengths = No block stands out yet: there is room to grow everywhere
no-zones = No block lags behind
no-findings-screening = The short version found no weak spots
verdict-strong_throughout = Strong in every block: now the task is to keep it that way.
verdict-beginning = Every journey starts somewhere: pick one block and take the first step.
verdict-flat = An even profile, with no peaks or dips. Begin with what matters most to your customers.
verdict-screening = A screening shows where to look. For conclusions, take the full map.
verdict-not_enough = Too few answers to draw conclusions yet.
recommendation = { $score } out of 10
recommendation-caption = likelihood to recommend
own-series = You
reference-series = { $group }, n = { $n }
link-caption = Take the test: scan the QR code or enter { $code }
twin-heading = <b>{ $title }</b> · { $date }
twin-total = Total: <b>{ $total } out of 100</b> ({ $level }).
twin-border = You’re one answer away from another level, so don’t read too much into its name.
twin-change = Since last time ({ $date }): { $change }.
twin-reason = Weakest here: { $items }
twin-step = Next step: { $step }
twin-unknown = “Don’t know” makes up { $share }% of your answers. That doesn’t lower your score, but it’s worth finding out.
twin-private = { $name }: { $score } out of 10. The picture leaves this out, because anyone might see it.
twin-thanks = Thank you! Your answers are saved.
twin-note = This is one person’s view of the company, and the levels are our own way of dividing the scale.
button-details = All blocks in detail
button-document = PDF to print
button-share = Share
button-go-full = Take the full version
button-contact = Write to the consultant
button-channel = Channel
share-caption = My result in “{ $title }”. Take the test: { $link }
blocks-heading = Blocks, strongest first
items-heading = All statements
