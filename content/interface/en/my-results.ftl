### The interface's words. HTML is allowed; inserted values are escaped by the code.

## My results
results = <b>Your results</b>. Tap one to open it.
results-calculations = <b>Your calculations</b>. Tap one to open it.
button-results-more = More results: { $count } ›
button-results-calculations = Calculations: { $count } ›
date-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
