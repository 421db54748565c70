### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A choice with a line on each option
choice-calculated = <b>Work it out right here</b>
choice-explained = <b>Read what it means</b>
choice-brief = <b>{ $label }</b>: { $brief }

## First steps
welcome-more = You can also survey your customers or your team, go through checklists and map a customer journey here: /tests
button-other-tests = Other tests and surveys
button-all = Tests, surveys, tools
notice-consent-first = First, please tap “I agree”: the button is right below this message.{ $command ->
    [none] { "" }
   *[other] { " " }After that, /{ $command } opens straight away.
}
tests-line = <b>{ $title }</b> · { $minutes } min
    { $brief }

## Question
answer-changed = Changed: { $answer }

## Sharing
toast-share = A picture to forward is on its way. It leaves out your likelihood to recommend and your notes.

## A survey
button-survey-create = Create it
