### The interface's words. HTML is allowed; inserted values are escaped by the code.

## Journey map: overview
journey-counts = { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
} · { $points ->
    [one] { $points } touchpoint
   *[other] { $points } touchpoints
}
journey-rated = Rated: { $rated } of { $points }
journey-legend = Before each touchpoint: the emotion, and the effort from 1 (easy) to 5 (hard). A circle means not rated yet.
journey-stage-empty = nothing here yet
journey-needs = A map needs at least { $least } touchpoints; they can be at any stage.
button-journey-rate = Rate them: { $count } to go ›
button-journey-new = + Stage
button-journey-undo = ↩ Undo
button-journey-done = Done, draw it

## Stage
journey-stage-place = Stage { $number } of { $count }
journey-page = Touchpoints { $first }–{ $last } of { $count }
journey-stage-begin = Where do people come across you at this stage? Send the touchpoints as a message, one per line.
journey-stage-more = Tap a touchpoint to rate it. Send new ones as a message, one per line.
journey-stage-suggested = Or pick ready-made ones: the buttons with a plus.
journey-stage-full = The map already has { $limit } touchpoints: more would be unreadable in the picture.
button-journey-edit-stage = ✎ Edit stage
button-journey-next-stage = Next stage ›
button-journey-rate-now = Rate them ›
button-journey-stage-remove = Remove stage
button-journey-map = ‹ To the map
button-journey-stage = ‹ To the stage

## Touchpoint
journey-point-place = { $stage } · touchpoint { $number } of { $count }
journey-emotion = Emotion: <b>{ $feeling }</b>
journey-emotion-ask = How do people feel here?
journey-effort = Effort: <b>{ $effort } of 5</b>
journey-effort-ask = How much effort does it take? 1 is effortless, 5 is hard work
journey-feel-awful = awful
journey-feel-bad = bad
journey-feel-neutral = neutral
journey-feel-good = good
journey-feel-great = great
journey-note = Note:
journey-note-change = To change the note, send a new one.
journey-note-ask = What might stop people here? If something comes to mind, send it as a message: it becomes a note.
button-journey-clear = Delete the note
button-journey-edit-point = ✎ Edit touchpoint
button-journey-point-remove = Remove touchpoint

## Names and the end
journey-new-ask = What shall we call the new stage? Send its name as a message. It will be the last one; you can move it afterwards.
journey-edit-stage = Stage: <b>{ $title }</b>. To rename it, send the new name as a message. The arrows move it up or down the map, touchpoints and all.
journey-edit-point = Touchpoint: <b>{ $title }</b>. To rename it, send the new name as a message. The arrows move it up or down the map, into the neighbouring stage too.
button-journey-up-stage = ↑ Stage up
button-journey-down-stage = ↓ Stage down
button-journey-up-point = ↑ Touchpoint up
button-journey-down-point = ↓ Touchpoint down
button-journey-point = ‹ To the touchpoint
journey-done-ask = { $count ->
    [one] { $count } touchpoint lacks
   *[other] { $count } touchpoints lack
} an emotion or effort rating. You can draw the map all the same: a touchpoint without an emotion becomes a dashed circle off the line, and one without an effort has no bars.
button-journey-draw = Draw it as it is

## Answers
notice-journey-tap = Open a stage with its button first, then send the touchpoints.
notice-journey-few = A map needs at least { $least } touchpoints; so far there { $count ->
    [0] are none
    [one] is { $count }
   *[other] are { $count }
}. Open a stage and add some.
notice-journey-removed = Removed: “{ $title }”. “Undo” brings it back.
notice-journey-line = This name is too long: “{ $line }”. The limit is { $limit } characters. Please send a shorter one: nothing from this message has been saved yet.
notice-journey-full = The map holds { $limit } touchpoints; free places left: { $room }. Nothing from this message has been saved yet.
notice-journey-full-stages = The picture has room for { $limit } stages. You can remove or rename one.
notice-journey-empty = That message had no words in it; the map hasn’t changed.
toast-journey-gone = That’s no longer on the map.
toast-journey-hasty = The screen has only just changed. Have a look and tap again.
toast-journey-last = The map needs at least one stage.

## Result
done-line-built = ✓ { $title }: done, see below. You can come back and change it any day.
journey-caption = <b>{ $title }</b>: { $counts }.
journey-mood = Going by your ratings, this journey is <b>{ $mood }</b>: { $mean } on average, on a scale from −2 to +2. Emotions rated: { $rated } of { $points }. Averages smooth things out, so look at individual touchpoints.
journey-mood-heavy = hard going
journey-mood-rather-heavy = rather hard going
journey-mood-even = neutral
journey-mood-mixed = up and down
journey-mood-rather-bright = rather pleasant
journey-mood-bright = a delight
journey-no-mood = Too few emotions so far to sum up the journey as a whole: { $rated } of { $points }.
journey-zones = What to fix first
journey-no-zones = None of the touchpoints you rated is a pain point.
journey-zone-effort = effort { $effort } of 5
journey-delights = Moments of delight, worth keeping
journey-next = <b>What next.</b> Take the first touchpoint on the list: go through it yourself and ask three people who have been there recently. Once it’s fixed, come back, change the ratings and draw the map again.
journey-next-calm = <b>What next.</b> Show the map to the people whose journey it is: what’s wrong, what’s missing? Then make your changes and draw it again.
journey-convention = A pain point feels worse than neutral or takes an effort of 4–5. A moment of delight feels “great”, or “good” at an effort of 1–2. We chose these limits ourselves. And the map is your view: the people themselves might answer differently.
journey-pain = Pain point
journey-delight = Moment of delight
journey-effort-legend = Effort: 1 easy, 5 hard
journey-not-drawn = The map isn’t finished at the moment: a picture needs at least { $least } touchpoints. Tap “Edit” and add some.
journey-document = Your map, ready to print: every word in full, and a checklist of what to fix.
reminder-built = <b>{ $title }</b> is waiting for you: everything you’ve built so far is saved. Shall we carry on from the same place?
