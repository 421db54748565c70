### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A group's figures: surveys, checklists and diagnoses
decimal = { $whole }.{ $tenths }
board-share = answers { $answers }, 95% interval: { $low }–{ $high }%, mean { $mean }, n = { $n }
board-mean = mean on a scale of { $answers }, n = { $n }
board-part = { $answers }: { $share }%
board-yes = { $count ->
    [one] “yes” answers from { $count } person
   *[other] “yes” answers from { $count } people
}
board-yes-blocks = “Yes” answers by section, %
board-yes-items = “Yes” answers by item, %
board-profile = { $count ->
    [one] mean of { $count } person on a scale of { $scale }
   *[other] mean of { $count } people on a scale of { $scale }
}
board-profile-blocks = Mean by section, on a scale of { $scale }
board-profile-items = Mean by item, on a scale of { $scale }

## Results by test
figures-yes = “Yes” answers from { $people ->
    [one] { $people } person
   *[other] { $people } people
}: { $total }%.
figures-profile = Mean of { $people ->
    [one] { $people } person
   *[other] { $people } people
} on a scale of { $scale }: { $mean }.
figures-yes-share = { $mean } “yes”
figures-rating = { $mean } on a scale of { $scale }
figures-soon = Figures will appear once at least { $threshold ->
    [one] { $threshold } person has
   *[other] { $threshold } people have
} finished.

## The overview and the hall's picture
overview-more = The other questions are in the report.
overview-items-left = Single items are in the report.
overview-no-figures = There are no group figures here: what people build or work out is theirs alone.
overview-only-words = There are no group figures here: answers in words are in the report.
hall-hidden-list = The overall picture is taking shape. { $missing ->
    [one] One more person
   *[other] { $missing } more people
} and the first figures appear: join in!
notice-hall-none = This test has no hall screen: in a survey it would suggest answers to those still giving theirs. You’ll find the figures in the campaign’s overview: /admin
