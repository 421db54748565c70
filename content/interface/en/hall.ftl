### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A group's figures on pictures
board-interval = { $metric }, 95% interval: { $low } … { $high }, n = { $n }
board-few-answers = not enough answers yet
board-detractors = Detractors { $share }%
board-passives = Passives { $share }%
board-promoters = Promoters { $share }%

## The picture for the screen in the hall
button-hall = Hall screen
button-hall-stop = Stop
hall-caption = <b>{ $title }</b>. This picture updates itself: put it on the big screen.
notice-hall-code = Send the command with a campaign’s code, for example: <code>/hall ml7-16</code>. You’ll find the codes under Campaigns in /admin.
hall-stopped = This picture has been stopped and no longer updates.
toast-hall-stopped = Stopped. The picture stays as it is.
hall-finished = finished
hall-begun = started
hall-arrived = arrived
hall-mode = { $mode ->
    [express] short version
   *[full] full version
}
hall-status = { $status ->
    [paused] Answers are paused for now
    [early] Not open yet: come back a little later
   *[over] This test is closed. Thank you!
}
hall-blocks = Average by block
hall-total = average of { $count ->
    [one] { $count } person
   *[other] { $count } people
}, out of 100
hall-hidden = This hall’s picture is taking shape. { $missing ->
    [one] One more person
   *[other] { $missing } more people
} and the first figures appear: join in!
hall-hidden-for-now = There are fewer than { $threshold } results so far, so no figures are shown yet: that way nobody can be singled out.
hall-note = Figures change with every { $step } new results, so nobody’s answers can be singled out.
hall-others = { $mode ->
    [express] { $count ->
        [one] Another person
       *[other] Another { $count }
    } took the short version, which is counted separately.
   *[full] { $count ->
        [one] Another person
       *[other] Another { $count }
    } took the full version, which is counted separately.
}

## You and this hall
button-pair = You and this hall
pair-title = You and this hall
pair-rank = out of 100: higher than { $share }% of this hall
pair-hall = This hall, n = { $n }
pair-note = { $count } results, { $first } to { $last }. Results equal to yours count as half.
pair-note-day = { $count } results, all on { $day }. Results equal to yours count as half.
toast-pair-few = The comparison opens once the hall has { $needed } results. It has { $count } so far: try again a little later.
toast-pair-fewer = The comparison opens once the hall has { $needed } results. So far there are fewer than { $few }: try again a little later.
