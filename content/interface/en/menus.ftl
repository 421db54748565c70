### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A choice with a line on each option
choice-calculated = <b>Work it out right here</b>
choice-explained = <b>Read what it means</b>
choice-brief = <b>{ $label }</b>: { $brief }
