### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Input
percent-ask = Send a percentage as a message, such as 80 or 12.5.
list-ask = Send the numbers in one message, separated by spaces or one per line.
list-ask-count = Send { $count ->
    [one] { $count } number
   *[other] { $count } numbers
} in one message, separated by spaces or one per line.
list-ask-file = Send the numbers in a message, one per line, or as a CSV or XLSX file, ideally with a “Profit” column: up to { $size } MB and { $limit } rows. Names next to the numbers aren’t stored.
ratings-ask = Send the scores in one message, one per line: first the score, then a space and its weight, such as 4 2. Without a weight it counts as 1. Put “-” for the score if a category doesn’t apply, and “!” if a critical one has failed.
button-calculate = Calculate
button-number-keep = Keep { $number }
button-number-calculate = Keep { $number } and calculate
number-before = ✓ { $name }: { $number }
list-kept = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
} from { $least } to { $most }, adding up to { $total }
rating-kept = score { $score }, weight { $weight }
rating-left-out = doesn’t apply, weight { $weight }
rating-failed = critical, failed, weight { $weight }
list-told = { $said }
list-column = We took the column “{ $column }”: { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}.
list-totals = { $count ->
    [one] We left out the total row
   *[other] We left out the total rows
}: { $rows }.
list-unread = We found no number in { $count ->
    [one] { $count } row
   *[other] { $count } rows
}: { $rows }.
list-again = The rest is saved. Go on, or send it all again.
unread-row = { $row } (“{ $text }”)

## Answers to the unexpected
notice-early = That message came right after the one before, so we haven’t recorded it: it may have been sent twice. If it answers the question below, please send it again.
notice-not-whole = This one has to be a whole number, without decimals.
notice-share = Is that { $low } % or { $high } %? Please send it with the sign: { $high } %.
notice-no-percent = This one is a plain number, not a percentage. Please send it without the % sign.
notice-below = Please send a number no lower than { $low }.
notice-above = Please send a number no higher than { $high }.
notice-count = That makes { $found } numbers, and { $wanted } are needed. Please send the whole list again.
notice-too-many = That’s more than { $limit } numbers, too many to take at once. Please send a shorter list.
notice-no-numbers = There were no numbers in that. Send them separated by spaces or one per line.
notice-no-file = We couldn’t download that file. Please send it again, or paste the numbers as a message.
notice-table-only = A CSV or XLSX file works here, or simply the numbers as a message.
table-too_large = That file is too big: the limit is { $size } MB. Keep just the column with the numbers and send it again.
table-old_format = That’s the old Excel format. Save the table as XLSX or CSV and send it again.
table-unreadable = We couldn’t read that file as a table. Save it as XLSX or CSV and send it again.
refused-negative = A count can’t be negative. Please send 0 or more.
refused-not_whole = People and answers come in whole numbers. Please check for decimals.
refused-nobody = Nobody has answered yet, so there’s nothing to calculate.
refused-more_satisfied = { $satisfied } satisfied out of { $all } answers can’t be right. Check both numbers; “Back” takes you to the first.
refused-scale = The top of the scale ({ $high }) has to be above its bottom ({ $low }).
refused-outside_scale = A score of { $score } doesn’t fit a scale from { $low } to { $high }. Check the list; “Back” takes you to the scale.
refused-weight = A weight can’t be negative, and one of them is { $weight }. Put that line right and send the list again.
refused-not_rated = There isn’t a single score with a weight above 0, so there’s nothing to calculate.
refused-retention_negative = Retention can’t be negative. Please send 0 or more.
refused-retention_full = Retention of 100% would mean that customers never leave. Please send a percentage below 100.
refused-discount = The discount rate has to be 0% or more.
refused-start_empty = With no customers at the start of the period there was nobody to keep.
refused-new_above_end = { $new } new customers out of { $end } at the end can’t be right. New ones are those who came during the period and were still there at its end. Check both numbers; “Back” takes you to the earlier one.
refused-kept_above_start = Without the new ones, { $kept } are left at the end, but there were only { $start } at the start. Have all the new ones been counted? “Back” takes you to the earlier numbers.
refused-no_total = Together these customers bring nothing or a loss, so there are no shares to work out. Check the numbers and their signs.

## Result
done-line-calculation = ✓ { $title }
calculation-caption = { $title }: { $value }
calculation-formula = How it’s calculated
calculation-meaning = What it tells you
calculation-interval = 95% interval: { $low } to { $high }
calculation-bearers = of customers bring { $share } of the profit
button-calculate-again = Calculate again
button-other-metric = Another metric
formula-nps = NPS = (promoters − detractors) ÷ all answers × 100
    = ({ $promoters } − { $detractors }) ÷ { $all } × 100 = { $value }
formula-csat = CSAT = satisfied ÷ all answers
    = { $satisfied } ÷ { $all } = { $value }
formula-ces = CES = answers 5 to 7 ÷ all answers
    = { $easy } ÷ { $all } = { $value }
formula-iqs = IQS = weighted points ÷ sum of weights
    = { $earned } ÷ { $weights } = { $mean }
formula-clv = CLV = m × r ÷ (1 + i − r)
    = { $margin } × { $retention } ÷ (1 + { $discount } − { $retention }) = { $value }
formula-crr = CRR = (end − new) ÷ start
    = ({ $end } − { $new }) ÷ { $start } = { $value }
formula-ccr = CCR = 1 − (end − new) ÷ start
    = 1 − ({ $end } − { $new }) ÷ { $start } = { $value }
formula-concentration = { $bearers } ÷ { $all } = { $value } of customers, counted from the most profitable.
    Together that’s { $part } of the profit.
remark-interval = Had every customer answered, the figure would most likely lie within this interval. That holds if those who did answer were a random mix, not just the most vocal.
remark-few = Only { $count } answered, so the figure is rough. Go by the interval.
remark-mean = Average score: { $mean } out of 7.
remark-failed = A critical category failed, so the whole review scores 0. Without that rule it would be { $value }.
remark-left_out = Categories that don’t apply: { $count }. They and their weight are left out.
remark-first_margin = The formula assumes that the first margin, { $margin }, arrives at the end of the first period. If it arrives at once, CLV is { $value }.
remark-multiple = A customer’s value is one period’s margin times { $multiple }, that is, times r ÷ (1 + i − r).
remark-kept_monthly = Keep { $value } every month, and { $year } of today’s customers are left after a year.
remark-kept_quarterly = Keep { $value } every quarter, and { $year } of today’s customers are left after a year.
remark-lost_monthly = Lose { $value } every month, and { $year } of today’s customers are gone after a year.
remark-lost_quarterly = Lose { $value } every quarter, and { $year } of today’s customers are gone after a year.
remark-top_fifth = The most profitable fifth of customers brings { $part } of the profit.
remark-gini = Gini coefficient: { $gini }. At zero everybody brings the same; close to one, a single customer brings nearly all.
remark-peak = Loss-making customers: { $losing }. The others bring { $top } of the final profit, and the loss-makers take { $lost } back.
curve-customers = Customers, most profitable first ({ $count } in all)
curve-profit = Share of profit
curve-equality = if all brought the same
curve-mark = { $customers } of customers → { $profit } of profit
