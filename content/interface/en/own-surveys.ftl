### The interface's words. HTML is allowed; inserted values are escaped by the code.

## A survey was removed, and people still come
survey-ended = This survey has closed, so there’s no need to answer it any more.
survey-ended-midway = This survey was closed while you were answering. Thank you for making a start! The company won’t see your answers, and they won’t go into the overall figures.
survey-ended-after = This survey has closed: the company no longer sees its figures or comments here.

## One's own survey: other words
button-survey-name = Company name
button-survey-topic = Topic
button-survey-untopic = Remove the topic
survey-name-ask = <b>Company name.</b> Send the new one, up to { $limit } characters.
survey-topic-ask = <b>Survey topic.</b> Send the new one, up to { $limit } characters.
survey-topic-none = There is no topic at the moment.
survey-reworded = People who open the survey from now on see the new words. Those answering right now see them above their next question. Messages people have already received stay as they are.
survey-name-kept = In their list of results, though, those who have answered will see the new name. Posters and QR pictures you already have keep the old one: please make new ones, the link stays the same.

## One's own survey: removing it
button-survey-remove = Delete survey
button-survey-remove-yes = Yes, delete this survey
button-survey-stay = Don’t delete
survey-remove-ask = <b>Delete this survey?</b> { $survey }
survey-remove-link = It disappears from your list and makes room for a new one; this can’t be undone. Its link and QR code will say that the survey has closed. Anyone answering right now will be told so too and won’t be able to finish.
survey-remove-answers = { $count ->
    [0] Nobody has answered it yet. We erase the name and the topic.
   *[other] Answered: { $count }. You won’t see the overall figures or the comments any more, so save them first if you need them. We erase the name and the topic. The answers belong to the people who gave them: they stay with the owner of this bot, without your company’s name, and everyone can delete their own.
}
survey-remove-pause = If you only want to stop collecting answers, pause the survey instead.
survey-removed = ✓ Survey deleted. Its link now says that it has closed.
toast-survey-gone = This survey has already been deleted.

## The log and campaigns
campaign-removed = Survey deleted on { $day }.
audit-campaign_removed = Survey deleted by its owner
audit-what-company = company
audit-what-occasion = topic
